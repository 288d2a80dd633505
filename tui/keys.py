"""Key names, and the checks and effects of `[keys]` in a configuration.

Textual silently accepts unknown actions, invalid keys and clashes; here each is a `Problem`.
"""

from collections.abc import Iterable, Iterator, Mapping

from tui.actions import ACTIONS, LAYERS
from tui.errors import Problem
from tui.toml import Sheet, nearest, shown

#: The default keys of every action; `()` for an action without a key.
SHIPPED: Mapping[str, tuple[str, ...]] = {action.id: action.keys for action in ACTIONS}

#: Places with a text field, where letters cannot be commands.
TYPING = frozenset({"find", "search", "note", "palette", "path", "sheet"})

#: The maximum number of keys of an action.
MAX_KEYS = 9

#: The action that closes a question, which must always have a key.
_WAY_OUT = "ask.no"

_PLACE = {action.id: action.where for action in ACTIONS}

# fmt: off
_NAMED = (
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
    "backspace", "enter", "tab", "escape", "space", "comma",
    *(f"f{number}" for number in range(1, 25)),
)
# fmt: on

_ALL = "config.toml as shipped names them all"

#: Keys are passed on as a comma-separated list.
_SPELT = {",": "comma"}

#: Keys that terminals cannot tell from another one, which they send instead.
_ARRIVES_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}


def is_key(name: str) -> bool:
    """Whether `name` is a valid key: `j`, `G`, `]`, `f1`, `ctrl+s`, `shift+tab`, `alt+up`.

    >>> [is_key(name) for name in ("]", "G", "pagedown", "ctrl+o", "shift+tab", "ctrl+shift+up")]
    [True, True, True, True, True, True]
    >>> [is_key(name) for name in ("", "shift+a", "ctrl+i", "pgdown", "ctrl+A", "x+y", "ctrl+")]
    [False, False, False, False, False, False, False]
    """
    if len(name) == 1:
        return name.isprintable() and name != " "
    *modifiers, base = name.split("+")
    if name in _ARRIVES_AS or len(set(modifiers)) < len(modifiers):
        return False
    if base in _NAMED:
        return {"ctrl", "alt", "shift"}.issuperset(modifiers)
    return modifiers in (["ctrl"], ["alt"]) and base in "abcdefghijklmnopqrstuvwxyz" and base != ""


def rebound(
    before: Mapping[str, tuple[str, ...]], values: Mapping[str, object], sheet: Sheet
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """The keys after applying `values`, the `[keys]` of `sheet`; and the problems with them."""
    asked: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for action, value in _leaves(values):
        names = [value] if isinstance(value, str) else value
        if action not in _PLACE:
            wrong = {"": (f"unknown action {shown(action)}", nearest(action, _PLACE) or _ALL)}
        elif not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            what = f"'keys.{action}' must be a key or a list of keys, not {shown(value)}"
            wrong = {"": (what, 'as in "j" or ["j", "down"]')}
        elif len(names) > MAX_KEYS:
            what = f"'keys.{action}' names {len(names)} keys"
            wrong = {"": (what, f"at most {MAX_KEYS} are allowed")}
        else:
            wrong = {name: why for name in names if (why := _why_not(name, action))}
            usable = [_SPELT.get(name) or name for name in names if name not in wrong]
            if usable or not names:
                asked[action] = tuple(dict.fromkeys(usable))
        problems += [
            Problem(what, sheet.where("keys", *action.split(".")), remedy)
            for what, remedy in wrong.values()
        ]
    keys = _without_clashes(before, asked, sheet, problems)
    if not keys[_WAY_OUT]:
        keys[_WAY_OUT] = before[_WAY_OUT]
        keys["ask.yes"] = tuple(key for key in keys["ask.yes"] if key not in before[_WAY_OUT])
        what = f"'keys.{_WAY_OUT}' must have a key: no question could be left without one"
        problems.append(Problem(what, sheet.where("keys", *_WAY_OUT.split(".")), "name one"))
    return keys, problems


def _leaves(values: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """The ids and values of actions: TOML parses `figure.next = "]"` as nested tables."""
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield above + key, value


def _why_not(name: str, action: str) -> tuple[str, str] | None:
    """Why a key cannot be used for an action, and what to do about it; None if it can."""
    if not is_key(name):
        if name in _ARRIVES_AS:
            remedy = f"terminals send {_ARRIVES_AS[name]!r} for it"
        else:
            remedy = nearest(name, _meant(name))
        return f"no key is called {shown(name)}, asked for by '{action}'", remedy
    if _PLACE[action] in TYPING and (len(name) == 1 or name in ("space", "comma")):
        what = f"{name!r} cannot be a key of '{action}': it is typed into the text there"
        return what, "take a named key, or one with ctrl or alt"
    return None


def _meant(name: str) -> Iterable[str]:
    """The keys among which to look for the one that was probably meant."""
    modifiers, _, base = name.lower().rpartition("+")
    if modifiers == "shift" and len(base) == 1:
        return [base.upper()]
    bases = [*_NAMED, base]
    return [key for prefix in ("", "ctrl+", "alt+", "shift+") for key in _known(prefix, bases)]


def _known(prefix: str, bases: Iterable[str]) -> list[str]:
    return [prefix + base for base in bases if is_key(prefix + base)]


def _without_clashes(
    before: Mapping[str, tuple[str, ...]],
    asked: Mapping[str, tuple[str, ...]],
    sheet: Sheet,
    problems: list[Problem],
) -> dict[str, tuple[str, ...]]:
    """The keys without conflicts: of two actions active at the same time, the one that was
    configured gets the key.

    Only keys that an action did not have before are checked, since the defaults shadow others on
    purpose, as a pane's key does the desk's.
    """
    keys = {**before, **asked}
    for action in asked:
        for key in set(keys[action]).difference(before[action]):
            for rival in keys:
                if rival == action or key not in keys[rival] or not _heard_at_once(action, rival):
                    continue
                keys[rival] = tuple(name for name in keys[rival] if name != key)
                what = f"{key!r} of '{action}' is also a key of '{rival}', which loses it"
                where = sheet.where("keys", *(rival if rival in asked else action).split("."))
                problems.append(Problem(what, where, f"give '{rival}' another one"))
    return keys


def _heard_at_once(one: str, other: str) -> bool:
    places = {_PLACE[one], _PLACE[other]}
    return any(places.issubset(layer) for layer in LAYERS.values())
