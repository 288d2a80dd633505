"""Keys of actions: the defaults, and those that a reader configures."""

import pytest

from tui import keys
from tui.actions import ACTIONS, LAYERS
from tui.config import load


def test_shipped_actions_share_no_key_in_one_place_and_type_no_letter_in_a_text_field() -> None:
    for action in ACTIONS:
        for key in action.keys:
            assert keys.is_key(key)
            assert action.where not in keys.TYPING or len(key) > 1
            same = [other.id for other in ACTIONS if other.where == action.where]
            assert [other.id for other in ACTIONS if other.id in same and key in other.keys] == [
                action.id
            ]
    places = {place for layer in LAYERS.values() for place in layer}
    assert places == {action.where for action in ACTIONS}


@pytest.mark.parametrize(
    ("written", "action", "names"),
    [
        ('figure.next = ";"', "figure.next", (";",)),
        ('"figure.next" = [";"]', "figure.next", (";",)),
        ('figure.next = [";", "f5", ";"]', "figure.next", (";", "f5")),
        ("figure.next = []", "figure.next", ()),
        ('figure = { next = "alt+down" }', "figure.next", ("alt+down",)),
        ('figure.next = ","', "figure.next", ("comma",)),
        ('search.close = "ctrl+w"', "search.close", ("ctrl+w",)),
        ('figure.next = "é"', "figure.next", ("é",)),
    ],
)
def test_a_key_is_set(config_file, written: str, action: str, names: tuple[str, ...]) -> None:
    found, problems = load(config_file(f"[keys]\n{written}\n"))
    assert problems == []
    assert found.keys == {**keys.SHIPPED, action: names}


def test_two_actions_can_swap_their_keys(config_file) -> None:
    found, problems = load(config_file('[keys]\nfigure.next = "n"\nfind.next = "]"\n'))
    assert problems == []
    assert (found.keys["figure.next"], found.keys["find.next"]) == (("n",), ("]",))


def test_a_key_that_was_taken_is_gone_from_the_other_action(config_file) -> None:
    found = load(config_file("[keys]\nfigure.next = ['s', 'q']\n"))[0]
    assert found.keys["search.open"] == ()
    assert found.keys["desk.quit"] == ()
    assert found.keys["notes.close"] == keys.SHIPPED["notes.close"], "they never listen at once"


def test_every_name_of_a_key_is_one_that_textual_reports() -> None:
    from textual.keys import Keys, _character_to_key, format_key, key_to_character

    reported = {key.value for key in Keys} | {"space", "comma"}
    for name in keys._NAMED:
        assert name in reported
    for character in "]?éß;":
        assert key_to_character(_character_to_key(character)) == character
    assert format_key("comma") == ","
