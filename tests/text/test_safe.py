import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text import safe

SHOWN = [
    ("plain words, 1.945 million", "plain words, 1.945 million"),
    ("naïve “quotes” 果敢 ❤️", "naïve “quotes” 果敢 ❤️"),
    ("\x00\x07\x1b[31m\x7f", "␀␇␛[31m␡"),
    ("a\tb\r\n", "a␉b␍␊"),
    ("\x85\x9b31m", "��31m"),
    ("\ud83d alone \udc4d", "� alone �"),
    ("\u202e000,373\u2066\u2069", "⚠000,373⚠⚠"),
    ("37\u200b3,\u2060000\ufeff", "37⚠3,⚠000⚠"),
    ("soft\xadhyphen \u061c \u2028\u2029", "soft⚠hyphen ⚠ ⚠⚠"),
    ("tag \U000e0041\U000e007f", "tag ⚠⚠"),
    ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ("e\u0301", "e\u0301"),
]


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_what_is_shown(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_no_control_or_invisible_character_passes() -> None:
    kept = {"\u200d", "\ufe0f"}
    for number in range(sys.maxunicode + 1):
        sign = safe(chr(number))
        assert len(sign) == 1
        assert sign.isascii() is (0x20 <= number < 0x7F)
        assert unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp")
        assert unicodedata.bidirectional(sign) not in (
            *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
        )
        assert sign == chr(number) or sign in "⚠�" or 0x2400 <= ord(sign) <= 0x2421
        assert (sign == "�") is (
            0x80 <= number < 0xA0 or 0xD800 <= number < 0xE000 or number == 0xFFFD
        )
        if chr(number) in kept:
            assert sign == chr(number)


@given(st.text(st.characters(codec=None)))
def test_safe_keeps_the_length_and_is_idempotent(text: str) -> None:
    shown = safe(text)
    assert len(shown) == len(text)
    assert safe(shown) == shown
    assert all(safe(character) == sign for character, sign in zip(text, shown, strict=True))
