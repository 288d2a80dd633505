"""The program's own signs and lines, and their ASCII forms.

The text of documents is not affected.
"""

from collections.abc import Mapping

#: Every sign that the program draws. Signs that mark a row are one cell wide in both forms.
ASCII: dict[str, str] = {
    "│": "|",
    "─": "-",
    "━": "=",
    "═": "=",
    "▎": ">",
    "▐": "#",
    "▆": "#",
    "╸": "-",
    "▸": "+",
    "▾": "-",
    "•": "*",
    "·": "-",
    "…": "...",
    "–": "-",
    "—": "-",
    "“": '"',
    "”": '"',
    "←": "<-",
    "→": "->",
    "↑": "^",
    "↓": "v",
    "≈": "~",
    "¶": "p",
    "✎": "n",
    "✓": "+",
    "≠": "/",
    "◷": "t",
    "✗": "x",
    "⊘": "o",
    "◆": "@",
    "↻": "!",
    **{sign: str(number) for number, sign in enumerate("①②③④⑤⑥⑦⑧⑨", start=1)},
}

_TABLE = str.maketrans(ASCII)

# Global, since what the terminal can show applies to the whole process, like its locale.
_is_ascii = False


def use_ascii(on: bool) -> None:
    """Makes `spell` use ASCII only, or all signs again."""
    global _is_ascii
    _is_ascii = on


def is_ascii() -> bool:
    """Whether only ASCII is used."""
    return _is_ascii


def spell(words: str) -> str:
    """The program's own words in the signs that the terminal can show.

    >>> spell("“12 %” · ✓ supported …")
    '“12 %” · ✓ supported …'
    """
    return words.translate(_TABLE) if _is_ascii else words


def shows_only_ascii(environment: Mapping[str, str]) -> bool:
    """Whether a terminal with this environment probably shows nothing else.

    That is the Linux console, whose font has few signs, and a locale that is not UTF-8. Without a
    locale most terminals show everything.

    >>> [shows_only_ascii({"LANG": lang}) for lang in ("C", "de_DE@euro", "de_DE.UTF-8", "")]
    [True, True, False, False]
    >>> shows_only_ascii({"LANG": "C", "LC_ALL": "C.UTF-8"}), shows_only_ascii({"TERM": "linux"})
    (False, True)
    """
    if environment.get("TERM") == "linux":
        return True
    named = (environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    locale = next(filter(None, named), "utf-8")
    return not locale.lower().partition("@")[0].endswith(("utf-8", "utf8"))
