"""Textual's key bindings, and the key hints, generated from the table of actions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.actions import ACTIONS, Action
from tui.keys import TYPING
from tui.text import is_ascii

if TYPE_CHECKING:
    from tui.app.app import Factdesk

_SIGNS = {
    "escape": "esc",
    "enter": "enter",
    "question_mark": "?",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "shift+tab": "s-tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}

# A binding must have a key; no terminal sends this one.
_NO_KEY = "no-key"

#: Actions of the application, which work everywhere.
_HELPS = ("desk.help", "notes.help", "facts.help", "compare.help", "check.help")
_BY_APP = dict.fromkeys(_HELPS, "app.app_help")

_ACTIONS = {action.id: action for action in ACTIONS}

Keys = Mapping[str, tuple[str, ...]]


def bindings(*places: str) -> list[BindingType]:
    """The default bindings of some places; `keymap` overrides them."""
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
        for place in places
        for action in ACTIONS
        if action.where == place
    ]


def call(action: Action) -> str:
    """The Textual action string of an action: `hit.open` is `hit_open`, `verdict.3` is
    `verdict(3)`.

    The desk looks actions up in a table: there `figure.next` is `do('figure.next')`.
    """
    name, _, last = action.id.rpartition(".")
    if action.id in _BY_APP:
        return _BY_APP[action.id]
    if action.where == "desk":
        return f"do({action.id!r})"
    return f"{name}({last})" if last.isdigit() else f"{name}_{last}".replace(".", "_")


def keymap(keys: Keys) -> dict[str, str]:
    """The keys that differ from the default, for `App.set_keymap`.

    Textual applies the map to every binding at every key, which takes 2 ms with all of them.
    """
    return {
        action.id: ",".join(map(_textual, keys[action.id])) or _NO_KEY
        for action in ACTIONS
        if keys.get(action.id, action.keys) != action.keys
    }


def in_force(action: Action, keys: Keys) -> tuple[str, ...]:
    """The effective keys of an action."""
    return keys.get(action.id, action.keys)


def sign(key: str) -> str:
    """A key as the footer and the help show it.

    >>> sign("ctrl+d"), sign("escape"), sign("]"), sign("G")
    ('^d', 'esc', ']', 'G')
    """
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    # ^ and v would look like other keys.
    shown = _SIGNS.get(key, key)
    return shown if shown.isascii() or not is_ascii() else key


class Hint(NamedTuple):
    """A hint for the last row: a key, and the title of what it does."""

    key: str
    title: str

    @property
    def sign(self) -> str:
        """The key as it is shown."""
        return sign(self.key)

    def press(self, widget: Widget) -> None:
        """Do what the key does, wherever it is bound."""
        widget.app.simulate_key(_textual(self.key))


def hint(id_: str, keys: Keys, title: str) -> list[Hint]:
    """A hint for the last row: the first key of an action, and its title."""
    names = keys.get(id_, next(action.keys for action in ACTIONS if action.id == id_))
    return [Hint(names[0], title)] if names else []


def while_filtering(keys: Keys) -> list[Hint]:
    """The hints while the filter of a list is typed, when its letters are no commands."""
    return [Hint("enter", "to the list"), *footer("app", keys)]


def footer(where: str, keys: Keys) -> list[Hint]:
    """The hints for a place: the first key and title of each action that is shown.

    Where letters are typed `?` does not work, so those places show how to get help.
    """
    places = (where, "app") if where in TYPING else (where,)
    return [
        Hint(in_force(action, keys)[0], action.title)
        for place in places
        for action in ACTIONS
        if action.where == place and action.footer and in_force(action, keys)
    ]


def told(words: str, keys: Keys) -> str:
    """A text with `{figure.next}` replaced by the first key of that action.

    An action without a key is named with the key of the palette.

    >>> told("{search.open} searches, {note.save} saves.", {"search.open": ("f5",)})
    'f5 searches, ^s saves.'
    >>> told("{search.open} searches.", {"search.open": ()})
    '^p “search” searches.'
    """
    if "{" not in words:
        return words
    return re.sub(
        r"\{([a-z_.0-9]+)\}",
        lambda found: _key_of(found[1], keys) if found[1] in _ACTIONS else found[0],
        words,
    )


def chosen(widget: Widget) -> Keys:
    """The effective keys, for a widget of the application."""
    return cast("Factdesk", widget.app).chosen_keys


def said(widget: Widget, words: str) -> str:
    """`told` with the effective keys."""
    return told(words, chosen(widget))


def place(widget: Widget | None) -> str:
    """The place, as in the table of actions, whose keys are active on this widget."""
    for node in widget.ancestors_with_self if widget else ():
        for binding in vars(type(node)).get("BINDINGS", ()):
            action = _ACTIONS.get(getattr(binding, "id", None) or "")
            if action is not None and action.where != "pane":
                return action.where
    return ""


def _key_of(action_id: str, keys: Keys) -> str:
    action = _ACTIONS[action_id]
    named = in_force(action, keys)
    if named or action_id == "desk.palette":
        return sign(named[0]) if named else ""
    return f"{_key_of('desk.palette', keys)} “{action.title}”".strip()


def _textual(key: str) -> str:
    """The name of a character in Textual's comma-separated list of keys."""
    from textual.keys import _character_to_key

    return _character_to_key(key) if len(key) == 1 else key
