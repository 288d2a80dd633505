"""The noun after "of" in partitives: "one of its ships", "5,000 of its 20,000 seats"."""

from tui.figures.grammar.counted_noun import WORD, noun_after
from tui.figures.grammar.noun_words import THE_PEOPLE
from tui.patterns import pattern

OF = pattern(
    r" of (?:(?:the|only|just|last|first|past|top|final|opening|remaining|few|many|most|more|least"
    r"|promised|planned|targeted|required|original|total|expected|available"
    r"|its|his|her|their|our|my|your|those|these|all|such|some|a|an|"
    r"(?!us |it |we )(?:[A-Z][^\W\d_]{1,40} ){0,2}(?:[a-z]{1,20} )?[^\W\d_]{1,40}[’']s?) ){0,6}"
)
WHOLE = pattern(
    r"(?: (?:about|around|roughly|nearly|over|some|more than|combined|estimated))?"
    r" (?:[0-9][0-9,.]{0,10}(?:[kKmM]|bn| million)?|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?= )"
)


def noun_of(text: str, low: str, at: int) -> tuple[int, int] | None:
    """The noun after "of": "one of the oldest ballparks", "two of its ships".

    >>> text = "one of the oldest ballparks in America"
    >>> text[slice(*noun_of(text, text, 3))]
    'oldest ballparks'
    """
    match = OF.match(text, at) if low.startswith(" of ", at) else None
    if match is None:
        return None
    whole = WHOLE.match(text, match.end() - 1)  # "5,000 of its 20,000 tickets"
    span = noun_after(text, low, whole.end() if whole else match.end() - 1, share=True)
    if span is None:
        named = WORD.match(text, match.end() - 1) if " the " in match.group() else None
        return named.span(1) if named and low[slice(*named.span(1))] in THE_PEOPLE else None
    noun = low[slice(*span)]
    if noun in ("them", "us", "which", "whom"):
        return None
    if noun.startswith("involved ") and match.group().endswith((" those ", " these ")):
        return None  # "five of those involved clubs"
    return span
