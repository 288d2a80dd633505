"""How a subject is written: on one line, without hedges, and with the whole name of a person."""

from tui.figures.grammar.direction_words import CJK_DIRECTIONS
from tui.figures.grammar.hedge_words import CJK_HEDGES
from tui.figures.numbers.number_words import FIRST_CJK

Span = tuple[int, int]


def subject_phrase(phrase: str) -> str | None:
    """A noun phrase on one line, without words of hedging or continuation.

    >>> subject_phrase("Oracle's\\n revenue's"), subject_phrase("涉案金额超过")
    ("Oracle's revenue", '涉案金额')
    >>> subject_phrase("约"), subject_phrase("of Peru")
    (None, None)
    """
    if phrase.isalpha() and phrase < FIRST_CJK:
        return phrase  # half of them
    words = " ".join(phrase.split()).rstrip(",;:'’").removesuffix("'s").removesuffix("’s")
    if words >= FIRST_CJK:
        for ending in (*CJK_HEDGES, *CJK_DIRECTIONS):
            words = words.removesuffix(ending)
    if words.endswith(("self", "selves")):
        words = words.rpartition(" ")[0]  # "Lee himself"
    return None if words.startswith("of ") else words or None


def name_end(text: str, at: int) -> int:
    """The end of a name behind its initial, which ends at `at`: "Ada K. Stein".

    >>> name_end("Ada K. Stein dies", 5), name_end("plan B. It was", 6)
    (12, 6)
    """
    name = text[at + 2 : at + 40].split(" ", 1)[0]
    initial = text[at - 1].isupper() and name.rstrip(".,").isalpha() and text[: at - 2].split()
    if not initial or not initial[-1][0].isupper() or not name[0].isupper():
        return at
    return at + 2 + len(name.rstrip(".,"))


def owner_end(text: str, span: Span) -> int:
    """The end of the person whose age stands before what is theirs: "47-year-old Lee's office".

    >>> owner_end("Ann Lee's office", (0, 16)), owner_end("Ann Lee", (0, 7))
    (7, 7)
    """
    owned = max(text.find("'s ", *span), text.find("’s ", *span))
    return owned if owned >= 0 else span[1]
