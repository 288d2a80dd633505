"""A draft on a flood with two sources that say something else, and its check on the desk."""

from looking import screen_text

from tui.app.dialogs.check_list import CheckList

DRAFT = """The flood in Norwall

On 3 May 2021 the flood in Norwall destroyed 355 homes, and 12 bridges in Norwall.

The flood in Norwall cost 48 million euros. Some 1,800 helpers came to Norwall after the flood.
"""
OFFICE = """Office report

On 3 May 2021 the flood in Norwall destroyed 340 homes, and 12 bridges in Norwall.
"""
INSURERS = """What the insurers say

The flood in Norwall of 3 May 2021 cost 51 million euros. On 3 May 2021 the flood in Norwall
destroyed 355 homes.
"""


def figures(pilot):
    """The listed figures as they are written."""
    facts = pilot.app.session.draft_check.facts
    return [facts[number].figure.text for number in pilot.app.screen.query_one(CheckList).numbers]


def row_of(pilot, words):
    """The row of a figure on the screen, without its bar and the rows around the list."""
    rows = screen_text(pilot.app).split("\n")
    leads = ("    ", "▎   ", " ✓  ", "▎✓  ", "▎✗  ", "▎≠  ")
    return next(row for row in rows if words in row and row.startswith(leads))
