"""The program's own signs, and their ASCII forms."""

import pytest

from tui.text import ASCII, cells, is_ascii, safe, shows_only_ascii, spell, use_ascii


def test_ascii_replaces_all_signs() -> None:
    assert spell("".join(ASCII)) == "".join(ASCII)
    use_ascii(True)
    assert is_ascii()
    assert spell("".join(ASCII)) == "".join(ASCII.values())
    use_ascii(False)
    assert not is_ascii()
    assert spell("≈") == "≈"


@pytest.mark.parametrize(("sign", "spelled"), ASCII.items())
def test_a_sign_is_one_cell_wide_and_its_spelling_is_ascii(sign: str, spelled: str) -> None:
    assert (cells(sign), safe(sign)) == (1, sign)
    assert spelled.isascii()
    assert spelled.isprintable()


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({}, False),
        ({"LC_CTYPE": "C"}, True),
        ({"LC_CTYPE": "C", "LANG": "de_DE.UTF-8"}, True),
        ({"LC_ALL": "de_DE.UTF-8@euro", "LC_CTYPE": "C"}, False),
        ({"LC_ALL": "", "LANG": "POSIX"}, True),
        ({"TERM": "linux", "LANG": "de_DE.UTF-8"}, True),
    ],
)
def test_terminals_that_show_ascii_only(environment: dict[str, str], plain: bool) -> None:
    assert shows_only_ascii(environment) is plain
