"""The command palette: the actions of the desk by their words."""

from collections.abc import Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.actions import ACTIONS
from tui.app import keys


class Commands(Provider):
    """Every action that can be called from the desk, with the keys in force."""

    async def discover(self) -> Hits:
        for title, help_, run in self._commands():
            yield DiscoveryHit(title, run, help=help_)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, help_, run in self._commands():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), run, help=help_)

    def _commands(self) -> list[tuple[str, str, Callable[[], object]]]:
        chosen: keys.Keys = getattr(self.app, "chosen_keys", {})
        return [
            (
                action.help,
                "  ".join(keys.sign(key) for key in keys.in_force(action, chosen)),
                partial(self.screen.run_action, keys.call(action)),
            )
            for action in ACTIONS
            if action.where == "desk" and action.id != "desk.palette"
        ]
