"""Whether the words between a noun and a duration say that the noun takes so long."""

from tui.figures.tables import word_set

TAKING = word_set("take takes took last lasts lasted")
MAY = word_set(
    """
    may might could can would will should shall must is are was were has have had been to expected
    likely set due usually typically normally now only reportedly not
    """
)
# "The work is complete in five minutes"
OVER = ("complete in", "completed in", "finished in", "done in", "ready in", "over in")
BEING = (" is ", " was ", " are ", " were ", " be ")


def takes_time(between: str) -> bool:
    """Whether the words before a duration say how long the noun before them lasts.

    >>> takes_time(" could last "), takes_time(" is expected to take "), takes_time(" took ")
    (True, True, True)
    >>> takes_time(" is complete in "), takes_time(" took the hens "), takes_time(" was sold in ")
    (True, False, False)
    """
    *may, last = between.split() or [""]
    if last in TAKING:
        return MAY.issuperset(may)
    if last != "in" or not between.rstrip().endswith(OVER):
        return False
    return any(map(between.__contains__, BEING))
