"""Finding a long quote when some of its words and its context were edited."""

import pytest

from tui.notes import find_anchor, make_anchor
from tui.notes.anchoring.similar import similar_passage

QUOTE = "In the first nine months 4,120 pilots were trained by the port, more than ever before."
EDITED = "In the first nine months 4,120 pilots had been trained by that port, more than ever."
OTHER = "Nobody asked what became of the cooks. "
FAR = "The weather was fair on the coast and the ferries ran as they had always done. " * 9

# The text, and what is found in it.
TEXTS = {
    "as it was": (FAR + QUOTE + FAR, QUOTE),
    "edited": (FAR + EDITED + " " + FAR, EDITED),
    "edited, at the start": (f"{EDITED} {FAR}", EDITED),
    "edited, at the end": (FAR + EDITED, EDITED),
    "at the end of a text that breaks off": (FAR + EDITED[:-1], EDITED[:-1]),
    "alone": (EDITED, EDITED),
    "up to the end of a word": (f"{EDITED[:-1]}ywhere. {FAR}", f"{EDITED[:-1]}ywhere"),
    "another figure": (FAR + EDITED.replace("4,120", "4,210") + FAR, ""),
    "a figure more": (FAR + EDITED.replace("pilots", "pilots of 12 ships") + FAR, ""),
    "half of it": (FAR + QUOTE[:40] + FAR, ""),
    "two alike": (FAR + EDITED + OTHER + FAR + QUOTE.replace("port", "ferry port") + FAR, ""),
    "one that is more alike": (EDITED.replace("trained", "seen") + FAR + QUOTE, QUOTE),
    "nothing like it": (FAR, ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("case", TEXTS)
def test_finding_an_edited_quote(case):
    text, expected = TEXTS[case]
    passage = similar_passage(text, QUOTE)
    assert (text[passage.start : passage.end] if passage else "") == expected


@pytest.mark.parametrize(
    ("edited", "state"),
    [
        (EDITED, "unsure"),
        (EDITED.replace("trained", "seen"), "lost"),
        (EDITED.replace("4,120", "4,210"), "lost"),
    ],
)
def test_an_edited_quote_in_a_new_context_is_unsure(edited, state):
    text = f"Cranes stood idle for some weeks. {QUOTE} Ships waited outside for a berth."
    anchor = make_anchor(text, text.index(QUOTE), text.index(QUOTE) + len(QUOTE))
    new = f"{OTHER}{edited} {FAR}"
    match = find_anchor(new, anchor)
    assert match.state == state
    if state != "lost":
        assert new[match.start : match.end] == edited
