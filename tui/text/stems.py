"""Stemming: a common key for the inflections of an English word."""

from functools import lru_cache

_SUFFIXES = (
    ("ators", ""), ("ator", ""), ("isations", ""), ("izations", ""),
    ("isation", ""), ("ization", ""),
    ("ations", ""), ("ating", ""), ("ation", ""), ("ements", "e"), ("ement", "e"),
    ("ments", ""), ("ment", ""),
    ("ions", ""), ("ion", ""), ("ings", ""), ("ing", ""), ("ated", ""), ("ates", ""), ("ate", ""),
    ("ies", "y"), ("ied", "y"), ("ers", ""), ("er", ""), ("ors", ""), ("or", ""),
    ("ally", ""), ("ly", ""), ("als", ""), ("al", ""), ("es", ""), ("ed", ""), ("s", ""),
)  # fmt: skip
_SHORTEST_STEM = 4
_SHORTEST_BEFORE_LY = 5


@lru_cache(maxsize=1 << 16)
def stem(term: str) -> str:
    """A key that the inflections of an English word share; not always a word itself.

    >>> stem("operation") == stem("operating") == stem("operated")
    True
    >>> stem("cases") == stem("case"), stem("fraud"), stem("gas")
    (True, 'fraud', 'gas')
    """
    if len(term) < _SHORTEST_STEM or not term.isascii() or not term.isalpha():
        return term
    for suffix, instead in _SUFFIXES:
        shortest = _SHORTEST_BEFORE_LY if suffix == "ly" else _SHORTEST_STEM - 1
        if term.endswith(suffix) and len(term) - len(suffix) + len(instead) >= shortest:
            if suffix == "s" and term[-2] in "su":
                break
            term = term[: -len(suffix)] + instead
            break
    if len(term) > _SHORTEST_STEM - 1 and term[-1] == "e":
        term = term[:-1]
    if len(term) > _SHORTEST_STEM and term[-1] == term[-2] and term[-1] not in "sl":
        term = term[:-1]
    return term[:-1] + "i" if term[-1] == "y" and len(term) > 2 else term
