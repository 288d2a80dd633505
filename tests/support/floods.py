"""Two reports on a flood whose figures may be the same, and their comparison on the desk."""

from looking import settle

from tui.app.dialogs.rivals import RivalList

FLOOD = """The flood in Norwall

In the flood of May 2021 in Norwall 340 homes were destroyed. Then came the winter.

Norwall had 52 bridges. The rain fell on 3 May 2021.

In Norwall the flood destroyed 340 homes, 12 bridges and a mill.
"""
AFTER = """After the flood

The flood in Norwall has destroyed 355 homes, the town said in June 2022.

Norwall had some 50 bridges once. A flood took 61 homes in Norwall in 1954.
"""


def listed(pilot):
    """The rivals: their words and the document they stand in."""
    rivals = pilot.app.screen.query_one(RivalList).rivals
    return [(rival.fact.figure.text, rival.fact.document.name) for rival in rivals]


async def to_figure(pilot, words):
    """Focus the first figure that is written so."""
    session = pilot.app.session
    figures = session.document.figures
    session.focus_figure(next(n for n, figure in enumerate(figures) if figure.text == words))
    pilot.app.desk.view.follow()
    await settle(pilot)
