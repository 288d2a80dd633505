"""factdesk: the reading desk for people who must get figures right."""

__version__ = "0.1.0"
