"""Finding anchors in edited texts: anchored, moved, changed, unsure or lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.errors import FactdeskError
from tui.notes import AnchorFinder, find_anchor, make_anchor
from tui.notes.anchoring.folding import Folded

TEXT = (
    "Crackdown on fraud\n\n"
    "Police solved 262,000 cases and arrested 373,000 suspects between January and September, "
    "an increase of 41.1% and 116.4% on the year before. It's the “largest” campaign so far.\n\n"
    "The ministry counted 37 raids abroad, 37 of them in spring. "
    "Losses fell by 5% to $37 million.\n\n"
    "A year earlier 172,000 suspects were arrested in 37 cities.\n"
)
LONG = "A year earlier 172,000 suspects were arrested in 37 cities."


def anchor_on(words, text=TEXT, nth=1):
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return make_anchor(text, start, start + len(words))


# What happens to the text, the quote (and which one), the state, the words that are found.
CASES = {
    "nothing": (lambda t: t, "373,000", 1, "anchored", "373,000"),
    "text after it": (lambda t: t + "\nMore.", "373,000", 1, "anchored", "373,000"),
    "text before it": (lambda t: "New.\n\n" + t, "373,000", 1, "moved", "373,000"),
    "text before the first of three": (lambda t: "New.\n\n" + t, "37", 2, "moved", "37"),
    "spaces doubled": (lambda t: t.replace(" ", "  "), "373,000", 1, "moved", "373,000"),
    "line ends of Windows": (lambda t: t.replace("\n", "\r\n"), LONG, 1, "moved", LONG),
    "hard spaces": (lambda t: t.replace(" ", "\u202f"), "37", 2, "anchored", "37"),
    "in capitals": (str.upper, "largest", 1, "moved", "LARGEST"),
    "quotes straightened": (
        lambda t: t.replace("“", '"').replace("”", '"').replace("'", "’"),
        "It's the “largest” campaign",
        1,
        "moved",
        'It’s the "largest" campaign',
    ),
    "soft hyphens": (
        lambda t: t.replace("campaign", "cam\u00adpaign"),
        "campaign",
        1,
        "moved",
        None,
    ),
    "the figure corrected": (
        lambda t: t.replace("373,000", "374,000"),
        "373,000",
        1,
        "changed",
        "374,000",
    ),
    "the figure made words": (
        lambda t: t.replace("373,000", "more than a third of a million"),
        "373,000",
        1,
        "changed",
        "more than a third of a million",
    ),
    "the first figure corrected": (
        lambda t: "New.\n\n" + t.replace("262,000", "26,200"),
        "262,000",
        1,
        "changed",
        "26,200",
    ),
    "its sign turned": (lambda t: t.replace("by 5%", "by -5%"), "5%", 1, "changed", "-5%"),
    "its unit changed": (lambda t: t.replace("$37", "€37"), "37", 4, "unsure", "37"),
    "a word changed beside it": (
        lambda t: t.replace("arrested 373", "took in 373"),
        "373,000",
        1,
        "moved",
        "373,000",
    ),
    "words changed in a passage": (
        lambda t: t.replace("earlier 172,000 suspects", "before 172,000 people"),
        LONG,
        1,
        "changed",
        "A year before 172,000 people were arrested in 37 cities.",
    ),
    "a figure changed in a passage": (
        lambda t: t.replace("172,000", "127,000"),
        LONG,
        1,
        "changed",
        LONG.replace("172,000", "127,000"),
    ),
    "its paragraph moved to the top": (
        lambda t: LONG + "\n\n" + t.replace(LONG, ""),
        LONG,
        1,
        "moved",
        LONG,
    ),
    "the figure taken out": (lambda t: t.replace("373,000 ", ""), "373,000", 1, "lost", None),
    "its sentence taken out": (
        lambda t: t.replace("The ministry counted 37 raids abroad, 37 of them in spring. ", ""),
        "37",
        2,
        ("lost", "unsure"),
        None,
    ),
    "its paragraph taken out": (lambda t: t.replace(LONG, ""), LONG, 1, "lost", None),
    "all taken out": (lambda t: "", "373,000", 1, "lost", None),
    "another text": (lambda t: "Thirty-seven people met in 1937. " * 9, "37", 1, "lost", None),
}


@pytest.mark.parametrize("case", CASES)
def test_finding_an_anchor_after_an_edit(case):
    edit, words, nth, state, found = CASES[case]
    text = edit(TEXT)
    match = find_anchor(text, anchor_on(words, nth=nth))
    assert match.state in (state if isinstance(state, tuple) else (state,))
    if match.state == "lost":
        assert (match.start, match.end) == (None, None)
    elif found is not None:
        assert text[match.start : match.end] == found


def test_an_anchor_records_its_place():
    anchor = anchor_on("37", nth=3)
    assert TEXT[anchor.start : anchor.end] == anchor.exact == "37"
    assert anchor.before == TEXT[anchor.start - 32 : anchor.start]
    assert anchor.after == TEXT[anchor.end : anchor.end + 32]
    # 373,000 is no 37, and $37 is another 37 than the one without a dollar.
    assert (anchor.line, anchor.nth, anchor.of) == (5, 2, 3)
    assert anchor_on("37", nth=4).of == 1
    assert len(anchor.sha256) == 64


def test_every_kind_of_line_end_counts():
    text = "one\r\ntwo\rthree\nfour\r\n\r\nsix"
    lines = [
        make_anchor(text, text.index(w), text.index(w) + 3).line for w in ("two", "thr", "six")
    ]
    assert lines == [2, 3, 6]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 10_000)])
def test_a_span_without_words_is_refused(start, end):
    with pytest.raises(FactdeskError, match="no words"):
        make_anchor(TEXT, start, end)


def test_repeated_quotes_get_a_longer_context():
    twin = "Arrests so far: 373,000 people were arrested for fraud in nine months of the year.\n"
    text = "First part.\n" + twin + "Middle.\n" + twin + "Last part.\n"
    second = make_anchor(text, text.rindex("373,000"), text.rindex("373,000") + 7)
    assert (second.nth, second.of) == (2, 2)
    assert "Middle" in second.before or "Last" in second.after
    match = find_anchor("New.\n" + text, second)
    assert match == ("moved", second.start + 5, second.end + 5)
    # One of the twins corrected: perhaps ours, so the other one is not taken for it.
    for corrected in (text.replace("373", "374", 1), text[::-1].replace("373", "473", 1)[::-1]):
        match = find_anchor(corrected, second)
        found = corrected[match.start : match.end]
        assert (match.state, found) in (("anchored", "373,000"), ("changed", "374,000"))
        assert (match.state == "anchored") == (corrected[second.start : second.end] == "373,000")


def test_many_anchors_in_one_text_are_found_in_their_order():
    anchors = [anchor_on(words) for words in ("37 raids", "262,000", LONG)]
    finder = AnchorFinder("New.\n\n" + TEXT)
    found = [finder.find(anchor) for anchor in anchors]
    assert [match.state for match in found] == ["moved"] * 3
    assert found == [find_anchor("New.\n\n" + TEXT, one) for one in anchors]


def test_an_anchor_with_wrong_offsets_is_found_by_its_words():
    anchor = anchor_on("373,000")._replace(start=3, end=10)
    assert find_anchor(TEXT, anchor) == ("moved", 61, 68)


HOSTILE = st.text(st.sampled_from("ab1 2,.%$\n\r\té“'\u200b\u0301\u00adİﬁ…\ud800😀中"), max_size=80)


@settings(max_examples=300, deadline=None)
@given(HOSTILE, st.data())
def test_in_its_own_text_an_anchor_is_found_at_its_place(text, data):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = make_anchor(text, start, end)
    assert 1 <= anchor.nth <= anchor.of
    "".join(part for part in anchor if isinstance(part, str)).encode()
    assert find_anchor(text, anchor) == ("anchored", start, end)


@settings(max_examples=300, deadline=None)
@given(HOSTILE, HOSTILE, st.data())
def test_in_any_other_text_a_match_is_a_valid_span(text, other, data):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    match = find_anchor(
        other, make_anchor(text, start, data.draw(st.integers(start + 1, len(text))))
    )
    if match.state == "lost":
        assert (match.start, match.end) == (None, None)
    else:
        assert 0 <= match.start < match.end <= len(other)


@settings(max_examples=300, deadline=None)
@given(HOSTILE)
def test_folded_spans_map_back_to_the_same_characters(text):
    folded = Folded(text)
    ends = [folded.span(at, at + 1) for at in range(len(folded.text))]
    assert ends == sorted(ends)
    for at, (start, end) in enumerate(ends):
        assert 0 <= start < end <= len(text)
        assert folded.text[at] in Folded(text[start:end]).text
    for offset in range(len(text) + 1):
        assert 0 <= folded.fold_offset(offset) <= len(folded.text)


PHRASES = (
    "The ministry said 50 suspects were held, down 21.7% on the year before. "
    "Police in Henan said 93 suspects were held, down 24.1% on the year before. "
    "Last year 64 suspects were held, up 3.5% on the year before.\n"
)


def test_a_phrase_next_to_other_figures_is_unsure_if_its_sentence_is_gone():
    anchor = anchor_on("21.7%", PHRASES)
    left = PHRASES[PHRASES.index("Police") :]
    assert find_anchor(left, anchor).state in ("unsure", "lost")
    corrected = PHRASES.replace("21.7%", "22.7%")
    match = find_anchor(corrected, anchor)
    assert (match.state, corrected[match.start : match.end]) == ("changed", "22.7%")


def test_figures_next_to_a_phrase_identify_it():
    text = PHRASES.replace("93", "50").replace("64", "50")
    anchor = anchor_on("50", text, nth=2)
    edited = text.replace("Police in Henan", "Police in altogether")
    match = find_anchor(edited, anchor)
    assert (match.state, match.start) == ("moved", edited.index("50", edited.index("altogether")))


def test_the_context_in_a_table_padded_with_spaces_is_longer():
    export_rows = [("Hebei", 4, "9.9%"), ("Jilin", 12, "8.1%"), ("Zhejiang", 5, "7.4%")]
    text = "\n".join(f"{name:20}{count:<30}{rate:20}" for name, count, rate in export_rows)
    anchor = anchor_on("8.1%", text)
    assert len(anchor.before) > 32
    edited = text.replace("Jilin", "Altogether")
    match = find_anchor(edited, anchor)
    # With 32 characters of blanks it was lost.
    assert (match.state, edited[match.start : match.end]) == ("unsure", "8.1%")
