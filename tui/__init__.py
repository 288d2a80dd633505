"""factdesk: a reading desk in the terminal for people who must get figures right."""

__version__ = "0.1.0"
