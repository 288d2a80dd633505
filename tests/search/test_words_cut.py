"""The tokenizer: how documents and queries become terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.words import MAX_TERM_LENGTH, TOKEN, fold, terms
from tui.text import stem

CUT = [
    ("Telecom fraud", "telecom fraud"),
    ("cut-off", "cut off +cutoff"),
    ("year-on-year", "year on year +yearonyear"),
    ("People's", "people"),
    ("don't", "dont"),
    ("O'Brien", "o brien +obrien"),
    ("394,000 cases", "394000 cases"),
    ("1.1 trillion", "1.1 +1100000000000 trillion"),
    ("1.1tn", "1.1 +1100000000000 +1.1tn"),
    ("5.0 million", "5 +5000000 million"),
    ("1.1e12", "1.1 +1100000000000 +1.1e12"),
    ("690m", "690 +690000000 +690m"),
    ("76.7%", "76.7 percent"),
    ("18 per cent", "18 percent"),
    ("18 pct", "18 percent"),
    ("US$2.33 billion", "us usd 2.33 +2330000000 billion"),
    ("3,2016", "3,2016"),
    ("5th", "5th +5"),
    ("QM100DY-2H", "qm100dy 2h +qm100dy2h"),
    ("eight months", "eight +8 months"),
    ("果敢。「電話」カール", "果 敢 電 話 カ ー ル"),
    ("USDT果", "usdt 果"),
    ("2021年破获1.5万起", "2021 年 破 获 1.5 万 起"),
    ("ｶﾞｽ ﾞ", "カス"),
    ("NFT👍", "nft 👍"),
    ("cafe\u0301 Déjà", "cafe deja"),
    ("हिन्दी", "हिनदी"),
    ("\x1b[31m\x00", "31 +31000000 +31m"),
    ("--- ...", ""),
]


@pytest.mark.parametrize(("text", "expected"), CUT, ids=[text for text, _ in CUT])
def test_text_is_cut_into_terms(text: str, expected: str) -> None:
    found = [term for token in TOKEN.findall(text) for term in terms(token)]
    assert " ".join("+" * term.extra + term.text for term in found) == expected


SAME_STEM = [
    ("case", "cases"),
    ("arrest", "arrested", "arresting", "arrests"),
    ("operate", "operation", "operations", "operating", "operated"),
    ("city", "cities"),
    ("family", "families"),
    ("stop", "stopped", "stopping"),
    ("use", "uses"),
    ("tie", "ties"),
    ("investigate", "investigation", "investigations", "investigators"),
    ("announce", "announced", "announcement", "announcing"),
]


@pytest.mark.parametrize("family", SAME_STEM, ids=[family[0] for family in SAME_STEM])
def test_inflections_share_a_stem(family: tuple[str, ...]) -> None:
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(("one", "other"), [("fraud", "friend"), ("case", "cash"), ("gas", "gap")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text())
def test_any_text_is_cut_into_terms_of_bounded_length(text: str) -> None:
    for token in TOKEN.findall(text):
        found = terms(token)
        assert not found or not found[0].extra
        assert all(0 < len(term.text) <= MAX_TERM_LENGTH for term in found)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
