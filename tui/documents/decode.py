"""Decodes bytes to text: by byte order mark, as UTF-8, by zero bytes, and otherwise by guessing.

Line ends are kept. Binary files are refused, and their type is named.
"""

import codecs

from tui.errors import FactdeskError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # starts with the mark of UTF-16, so it is tried first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: Which bytes of each four are zero in text that is mostly ASCII.
_ZEROS = (
    ("utf-32-le", (False, True, True, True)),
    ("utf-32-be", (True, True, True, False)),
    ("utf-16-le", (False, True, False, True)),
    ("utf-16-be", (True, False, True, False)),
)

#: Signatures of binary files that are often opened by mistake.
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .xlsx and .epub are"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "compressed by gzip"),
    (b"BZh", "compressed by bzip2"),
    (b"\xfd7zXZ", "compressed by xz"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"{\\rtf", "a rich text (RTF) document"),
)

#: The encodings to guess from; among all ninety, many would fit nearly any text.
_GUESSES = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r iso8859_2 iso8859_5"
    " gb18030 big5 cp932 euc_jp cp949"
)
#: Preferred if it fits about as well as the best: French also looks like Slovak in cp1250.
_LIKELIEST = "cp1252"
_SAMPLE = 32 * 1024
_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\f\r\x1b"))

#: The maximum share of control characters in text; binary files have about an eighth.
_MAX_CONTROLS = 0.05


def decode(data: bytes, where: str = "") -> tuple[str, str]:
    r"""The text of `data`, and the name of its encoding, with "(guessed)" if it was.

    Raises `FactdeskError`, with `where`, for binary data.

    >>> decode("naïve".encode()), decode("naïve and façade, déjà vu".encode("cp1252"))[1]
    (('naïve', 'utf-8'), 'cp1252 (guessed)')
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _refusal(f"not text but {kind}", where)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    sample = data[:_SAMPLE]
    wide = _by_zeros(sample)
    if wide:
        return data.decode(wide, "replace"), f"{wide} (guessed)"
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(len(sample) * _MAX_CONTROLS, 16):
        raise _refusal("not text", where)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = error.start
    if b"\0" in sample:
        raise _refusal("not text", where)
    return _mended(data) or _guessed(data, broken)


def _refusal(what: str, where: str) -> FactdeskError:
    return FactdeskError(what, where=where, remedy="save its text as UTF-8 to read it here")


def _by_zeros(sample: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, if the zero bytes are where mostly ASCII text has
    them."""
    quarter = len(sample) // 4
    if not quarter or b"\0" not in sample:
        return None
    counts = [sample[place : quarter * 4 : 4].count(0) for place in range(4)]
    for encoding, zeros in _ZEROS:
        if all(
            count > quarter * 0.6 if zero else count < quarter * 0.05
            for count, zero in zip(counts, zeros, strict=True)
        ):
            return encoding
    return None


def _mended(data: bytes) -> tuple[str, str] | None:
    """UTF-8 with a few broken bytes, if far more non-ASCII characters are valid."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = len(text.encode("utf-8")) - len(text) - 2 * broken
    if beyond < 8 * broken:
        return None
    return text, f"utf-8 ({broken:,} broken {'byte' if broken == 1 else 'bytes'})"


def _guessed(data: bytes, broken: int) -> tuple[str, str]:
    """A guess based on the text from the first byte that is not valid UTF-8."""
    # Takes 25 ms to import, so only for files in old encodings.
    from charset_normalizer import from_bytes

    start = max(data.rfind(b" ", 0, broken), data.rfind(b"\n", 0, broken), broken - 200, -1) + 1
    found = list(from_bytes(data[start : start + _SAMPLE], cp_isolation=_GUESSES.split()))
    if not found:
        return data.decode(_LIKELIEST, "replace"), f"{_LIKELIEST} (guessed)"
    encoding = found[0].encoding
    for other in found:
        as_tidy = other.chaos - found[0].chaos < 0.02
        as_likely = found[0].coherence - other.coherence < 0.1
        if as_tidy and as_likely and _LIKELIEST in other.could_be_from_charset:
            encoding = _LIKELIEST
    return data.decode(encoding, "replace"), f"{encoding} (guessed)"
