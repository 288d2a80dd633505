"""Makes text from outside safe for the terminal, without changing offsets."""

import re
from functools import cache

#: Characters that are dangerous or invisible: controls, lone surrogates, line and paragraph
#: separators, and Unicode's "default ignorable" characters (bidi controls, zero-width characters,
#: fillers, tags). U+200D and U+FE0F stay, since emoji need them. A character class takes 15 ms per
#: MB; an alternation of single characters takes 540.
_UNSAFE = (
    "\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u200b-\u200c"
    "\u200e-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0e\ufeff\uffa0"
    "\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_WARNING = "\u26a0"
_REPLACEMENT = "\ufffd"


def safe(text: str) -> str:
    r"""`text` made displayable, one code point for each one.

    C0 controls (also tab and newline: split lines first) and DEL become their visible signs, C1
    controls and lone surrogates U+FFFD, bidi controls and invisible characters a warning sign.

    >>> safe("red \x1b[31m alert\n")
    'red ␛[31m alert␊'
    >>> safe("\u202e000,373")
    '⚠000,373'
    """
    if text.isascii() and text.isprintable():
        return text
    return _unsafe_runs().sub(_shown, text)


@cache
def _unsafe_runs() -> re.Pattern[str]:
    return re.compile(f"[{_UNSAFE}]+")


def _shown(found: re.Match[str]) -> str:
    return "".join(map(_sign, found[0]))


def _sign(character: str) -> str:
    number = ord(character)
    if number < 0x20:
        return chr(0x2400 + number)
    if number == 0x7F:
        return "\u2421"
    if number < 0xA0 or 0xD800 <= number < 0xE000:
        return _REPLACEMENT
    return _WARNING
