"""The signs and lines of the program's own, and how ASCII spells them.

The text of documents is no business of this: it is shown as it is.
"""

from collections.abc import Mapping

#: Every sign that the program draws or says something with. What is one cell wide here and marks
#: a row is one cell wide there.
ASCII: dict[str, str] = {
    "│": "|",
    "─": "-",
    "━": "=",
    "═": "=",
    "▎": ">",
    "▐": "#",
    "▆": "#",
    "╸": "-",
    "▸": "+",
    "▾": "-",
    "•": "*",
    "·": "-",
    "…": "...",
    "–": "-",
    "“": '"',
    "”": '"',
    "←": "<-",
    "→": "->",
    "↑": "^",
    "↓": "v",
    "≈": "~",
    "¶": "p",
    "✎": "n",
    "✓": "+",
    "≠": "/",
    "◷": "t",
    "✗": "x",
    "⊘": "o",
    "◆": "@",
    "↻": "!",
    **{sign: str(number) for number, sign in enumerate("①②③④⑤⑥⑦⑧⑨", start=1)},
}

_TABLE = str.maketrans(ASCII)

# What a terminal can show is a fact about the whole process, as its locale is.
_is_ascii = False


def use_ascii(on: bool) -> None:
    """Let `spell` use ASCII alone from now on, or every sign again."""
    global _is_ascii
    _is_ascii = on


def is_ascii() -> bool:
    """Whether ASCII alone is used."""
    return _is_ascii


def spell(words: str) -> str:
    """Words of the program's own as this terminal can show them.

    >>> spell("“12 %” · ✓ supported …")
    '“12 %” · ✓ supported …'
    """
    return words.translate(_TABLE) if _is_ascii else words


def is_plain(environment: Mapping[str, str]) -> bool:
    """Whether a terminal can be taken to show no more than ASCII.

    That is the Linux console, whose font has few signs, and a locale that is not UTF-8. Where no
    locale is named nothing is known, and most terminals show everything.

    >>> [is_plain({"LANG": lang}) for lang in ("C", "de_DE@euro", "de_DE.UTF-8", "C.utf8", "")]
    [True, True, False, False, False]
    >>> is_plain({"LANG": "C", "LC_ALL": "C.UTF-8"}), is_plain({"TERM": "linux"})
    (False, True)
    """
    if environment.get("TERM") == "linux":
        return True
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next(filter(None, named), "utf-8")
    return not locale.lower().partition("@")[0].endswith(("utf-8", "utf8"))
