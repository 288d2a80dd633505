"""Textual bindings and hints, made from the one table of actions."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType

from tui.actions import ACTIONS, Action

_SIGNS = {
    "escape": "esc",
    "enter": "enter",
    "question_mark": "?",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "shift+tab": "s-tab",
    "up": "↑",
    "down": "↓",
}

# A binding must have a key; this one no terminal sends.
_NO_KEY = "no-key"

Keys = Mapping[str, tuple[str, ...]]


def bindings(where: str) -> list[BindingType]:
    """The bindings of a place as the table has them; `keymap` lays the user's own over them."""
    return [
        Binding(
            ",".join(_textual(key) for key in action.keys) or _NO_KEY,
            call(action),
            action.title,
            show=False,
            tooltip=action.help,
            id=action.id,
            priority=action.where == "app",
        )
        for action in ACTIONS
        if action.where == where
    ]


def call(action: Action) -> str:
    """How Textual calls an action: `figure.next` is `figure_next`, `verdict.3` is `verdict(3)`."""
    name, _, last = action.id.rpartition(".")
    return f"{name}({last})" if last.isdigit() else f"{name}_{last}".replace(".", "_")


def keymap(keys: Keys) -> dict[str, str]:
    """What `App.set_keymap` wants: the keys that differ from the table.

    Textual lays the map over every binding at every key (2 ms with all of them in it).
    """
    return {
        action.id: ",".join(map(_textual, keys[action.id]))
        for action in ACTIONS
        if keys.get(action.id, action.keys) != action.keys
    }


def in_force(action: Action, keys: Keys) -> tuple[str, ...]:
    """The keys of an action after the user's `[keys]`."""
    return keys.get(action.id, action.keys)


def sign(key: str) -> str:
    """A key as the footer and the help show it.

    >>> sign("ctrl+d"), sign("escape"), sign("]"), sign("G")
    ('^d', 'esc', ']', 'G')
    """
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return _SIGNS.get(key, key)


def hint(id_: str, keys: Keys, title: str) -> list[tuple[str, str]]:
    """One hint for the last row: the first key in force of an action, and what it does here."""
    names = keys.get(id_, next(action.keys for action in ACTIONS if action.id == id_))
    return [(sign(names[0]), title)] if names else []


def footer(where: str, keys: Keys) -> list[tuple[str, str]]:
    """The hints of a place: the first key of each action that is shown, and its title."""
    return [
        (sign(in_force(action, keys)[0]), action.title)
        for action in ACTIONS
        if action.where == where and action.footer and in_force(action, keys)
    ]


def _textual(key: str) -> str:
    """A single sign is spelt by its name in a list of keys: a comma would divide it."""
    from textual.keys import _character_to_key

    return _character_to_key(key) if len(key) == 1 else key
