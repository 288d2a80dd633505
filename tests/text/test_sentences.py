import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import sentences

#: One text each; `|` stands where a sentence should end and is taken out before.
CUT = [
    "He left.| She stayed.",
    "Mr. Li, Dr. Wu and Capt. He met Gen. Ma.| They spoke.",
    "Police in the U.S. Army base held 12.| The rest fled.",
    "It happened in the U.S.| The police came.",
    "At 10 a.m. on Monday it began.| At 11 a.m.| The end came.",
    "About 1.945 million cases were solved.| No. 5 was not.",
    "He said no.| No. 10 said yes.",
    "See p. 5 and Fig. 3 there.| Then go.",
    "On Jan. 5 it rose.| In Sept.| The rest fell.",
    "John F. Kennedy and J.K. Rowling met.| Both left.",
    "She saw Anna P. Holt and Ann C. Roe.| See c. 1900 and p. 5.| It ends on p.| The end.",
    "A firm, Acme Inc. of Ohio, grew 3.5%.| Profits fell at Acme Inc.| The loss was $2.3m.",
    "Posts by Capt.He were seen.| Others were not.",
    "“It works.”| “It does,” he said.| (So it does.)| Good.",
    "“Why?” he asked.| Nobody knew!| Really?!| Yes...| And so on.",
    "Wait... what is it?| Nothing.",
    "The total rose.[1][12]| The rest fell.[3]",
    "警方逮捕了21人。|案件涉及3.8亿元！|“真的吗？”|是的。",
    "It fell to 5.| 300 people saw it.",
    "The 果敢 group (of Myanmar) was busted.| 果敢 is quiet.",
    "A title without a stop|\n\nThe text begins. |And goes on.",
    "# Findings|\nIn all, 12 men were held.",
    "Key Points|\n- One thing is so.|\n- Another is not|\n1. A third|\n2. A fourth",
    "Growing Concern|\nOver the years, the concern has grown and grown among officials.",
    "It said the number of cases had fallen\nfor nine months in a row and that 37 men\nwere held.",
    "One line\r|\rAnother line\r\n|\r\nA third",
    "×|\n\n———|\n\nWords",
]


@pytest.mark.parametrize("marked", CUT)
def test_where_sentences_end(marked: str) -> None:
    text = marked.replace("|", "")
    wanted = [part.strip() for part in marked.split("|")]
    wanted = [part for part in wanted if any(character.isalnum() for character in part)]
    assert [text[start:end] for start, end in sentences(text)] == wanted


def test_a_window_is_read_by_itself() -> None:
    text = "One is here. Two is there. Three is gone."
    assert sentences(text, 13, 27) == [(13, 26)]
    assert sentences(text, 13) == [(13, 26), (27, 41)]
    assert sentences(text, 0, 9_999) == [(0, 12), (13, 26), (27, 41)]
    assert sentences("") == []


def test_no_sentence_is_too_long_to_read() -> None:
    text = "word " * 2_000 + "x" * 5_000
    spans = sentences(text)
    assert max(end - start for start, end in spans) <= 2_000
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(
        " ", ""
    )


PIECES = st.lists(
    st.sampled_from([*"aZ9.!?。”) \n\r#-", "Mr.", "U.S. ", "\n\n", "[1]", "The "])
    | st.characters(codec=None)
).map("".join)


@given(PIECES)
def test_spans_are_trimmed_in_order_and_leave_no_word_out(text: str) -> None:
    spans = sentences(text)
    place = 0
    for start, end in spans:
        assert place <= start < end
        assert not any(character.isalnum() for character in text[place:start])
        assert text[start:end] == text[start:end].strip()
        assert "\n\n" not in text[start:end]
        place = end
    assert not any(character.isalnum() for character in text[place:])


@given(PIECES, st.sets(st.integers(0, 60)))
def test_sentences_at_offsets_agree_with_all_sentences(text: str, places: set[int]) -> None:
    whole = sentences(text)
    held = [span for span in whole if any(span[0] <= place < span[1] for place in places)]
    asked = sorted(place for start, end in held for place in places if start <= place < end)
    assert sentences(text, holding=asked) == held
