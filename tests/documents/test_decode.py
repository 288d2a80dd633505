import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.documents.decode import decode
from tui.errors import FactdeskError

GERMAN = "Die Prüfer fanden größere Beträge für Ämter in Österreich.\r\n"
FRENCH = "L'été dernier, la police a arrêté 634 personnes, déclare le ministère à Besançon.\n"
RUSSIAN = "Полиция сообщила в четверг, что задержала триста семьдесят три человека.\n"
CHINESE = "警方在星期四宣布，全国共破获案件二十六万起，逮捕嫌疑人三十七万名。\n"
JAPANESE = "警察は電話の詐欺で三百人を逮捕したと木曜日に発表した。\n"

CERTAIN = [
    (b"", "", "utf-8"),
    (b"plain\r\nwords\r", "plain\r\nwords\r", "utf-8"),
    (CHINESE.encode(), CHINESE, "utf-8"),
    (codecs.BOM_UTF8 + b"marked", "marked", "utf-8"),
    (codecs.BOM_UTF16_LE + CHINESE.encode("utf-16-le"), CHINESE, "utf-16-le"),
    (codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be"), GERMAN, "utf-16-be"),
    (codecs.BOM_UTF32_LE + GERMAN.encode("utf-32-le"), GERMAN, "utf-32-le"),
    (codecs.BOM_UTF32_BE + GERMAN.encode("utf-32-be"), GERMAN, "utf-32-be"),
    (b"NUL \0 and ESC \x1b[31m in text", "NUL \0 and ESC \x1b[31m in text", "utf-8"),
]
GUESSED = [
    (GERMAN, "utf-16-le"),
    (GERMAN, "utf-16-be"),
    (GERMAN, "utf-32-le"),
    (GERMAN, "utf-32-be"),
    (GERMAN, "cp1252"),
    (FRENCH, "cp1252"),
    (RUSSIAN, "cp1251"),
    (RUSSIAN, "koi8_r"),
    (CHINESE, "gb18030"),
    (JAPANESE, "cp932"),
    (JAPANESE, "euc_jp"),
]
REFUSED = [
    (b"%PDF-1.7\n%words", "PDF"),
    (b"PK\x03\x04\x14\0", ".docx"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (bytes(range(256)) * 20, "not text"),
    (b"\0" * 1_000, "not text"),
    (b"caf\xe9 \0", "not text"),
]


@pytest.mark.parametrize(("data", "text", "encoding"), CERTAIN)
def test_encodings_that_need_no_guess(data: bytes, text: str, encoding: str) -> None:
    assert decode(data) == (text, encoding)


@pytest.mark.parametrize(("text", "encoding"), GUESSED)
def test_a_guessed_encoding_is_marked_as_such(text: str, encoding: str) -> None:
    assert decode((text * 3).encode(encoding)) == (text * 3, f"{encoding} (guessed)")


def test_guessing_uses_the_text_around_the_unknown_bytes() -> None:
    text = "Plain words. " * 10_000 + RUSSIAN * 3
    assert decode(text.encode("cp1251")) == (text, "cp1251 (guessed)")


def test_few_broken_bytes_do_not_make_utf_8_something_else() -> None:
    data = CHINESE.encode() + b"\xff" + CHINESE.encode()
    assert decode(data) == (f"{CHINESE}\ufffd{CHINESE}", "utf-8 (1 broken byte)")
    assert decode((CHINESE * 3).encode()[:-2])[1].startswith("utf-8 (")


@pytest.mark.parametrize(("data", "word"), REFUSED)
def test_binary_files_are_refused_with_a_reason(data: bytes, word: str) -> None:
    with pytest.raises(FactdeskError, match=word) as refused:
        decode(data, where="papers/x.txt")
    assert refused.value.problem.where == "papers/x.txt"
    assert refused.value.problem.remedy


@given(st.text())
def test_every_text_in_utf_8_is_read_as_it_is_or_refused(text: str) -> None:
    try:
        assert decode(text.encode())[0] == text.removeprefix("\ufeff")
    except FactdeskError:
        assert sum(character < " " or character == "\x7f" for character in text) > 3 or text[
            :3
        ] in (
            "BZh",
            "MZ\x90",
        )


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except FactdeskError:
        return
    assert isinstance(text, str)
    assert encoding
