"""The one table of what can be done: bindings, footer, help, palette and `[keys]` all read it.

An action's `id` is what `config.toml` names in `[keys]`; its method in a dialog is the id with the
dot as an underscore (`hit.open` is `action_hit_open`). Those of the desk stand in a table by their
ids (`tui/app/desk/desk.py`). Keys are spelt as Textual spells them, which a test holds, so that
checking a configuration needs no Textual.
"""

from tui.actions.action import LAYERS, Action
from tui.actions.desk import DESK
from tui.actions.dialogs import DIALOGS

__all__ = ["ACTIONS", "LAYERS", "Action"]

#: All actions, in the order of the tables in the manual.
ACTIONS = (*DESK, *DIALOGS)
