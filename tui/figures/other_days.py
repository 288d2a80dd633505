"""Dates that are not a figure's period: when it was reported, or is to be delivered."""

from tui.figures.following_word import next_word
from tui.patterns import pattern

REPORTED = pattern(
    r"(?<![a-z])(?:said|says|announced|announce|told|reported|reports|conference|according"
    r"|statement|interview"
    r"|published|tweeted|wrote|released|notice|news|updated|speaking|speech|meeting|posted"
    r"|confirmed(?! dead)|revealed|stated)(?![a-z])(?:(?! that )[^,;.]){0,40}$"
)
# "Officials on Monday said", "Thursday's data showed"
SAID = frozenset(["said", "told", "reported", "announced", "showed", "confirmed"])
# "On Monday, the police said that"
THEY_SAID = pattern(r", (?:[a-z’'-]+ ){1,4}(?:said|told|announced) (?:that )?")
ITS_DATA = pattern(r"[’']s (?:data|figures|numbers|report|statement)(?= )")
# "Friday's announcement sent shares lower"
NEWS = pattern(r"[’']s (?:[a-z]+ )?(?:announcement|decision|news|ruling|verdict|vote)(?![a-z])")
OF_A_CONTRACT = pattern(
    r"(?<![a-z])(?:crude|oil|gold|silver|copper|wheat|corn|soybeans|brent|wti|futures)"
    r"(?: futures)? for $"
)
PUBLISHED = pattern(
    r"(?<![a-z])(?:said|says|told|published|wrote|tweeted|statement|interview|speech|article)"
    r"(?![a-z])(?:(?! (?:that|its|their) )[^,;.]){0,40}$"  # not "said its first-quarter loss"
)
# "Oil for August delivery": what is traded then, not the time of its price.
CONTRACT = pattern(r"[ -](?:delivery|contracts?|futures|settlement|expiry|dated)(?![a-z])")
# "The toll of Saturday's earthquake": it goes on after that.
BEFORE_EVENT = (" from ", " of ", " after ", " since ", " following ", " by ")
EVENT = pattern(
    r"[’']s (?:[a-z-]+ ){0,2}?(?:earthquake|quake|tremor|attack|bombing|blast|explosion|crash|fire"
    r"|shooting|storm|floods?|landslides?|disaster|accident)(?![a-z])"
)
# "a dividend payable on May 9": not the time that it is of.
TO_BE_PAID = (
    " payable on ", " paid on ", " due on ", " payable in ", " due in ", " class of ",
)  # fmt: skip


def is_other_day(low: str, to: int, iso: str, before: str) -> bool:
    """Whether a date only says when something was reported, or will be delivered."""
    day = len(iso) == 10
    if (REPORTED if day else PUBLISHED).search(before) or before.endswith(TO_BE_PAID):
        return True
    owns = day and low.startswith(("’s", "'s"), to)
    if owns and before.endswith(BEFORE_EVENT) and EVENT.match(low, to):
        return True
    if before.endswith("for ") and OF_A_CONTRACT.search(before):
        return True  # "crude for November ended down"
    if owns and NEWS.match(low, to):
        return True
    data = ITS_DATA.match(low, to) if owns else None
    behind = data.end() if data else to
    if day and low.startswith(" and ", behind):
        behind += len(" and")  # "met on Saturday and said"
    said = day and (
        next_word(low, behind) in SAID
        or (low.startswith(", ", behind) and THEY_SAID.match(low, behind) is not None)
    )
    return said or CONTRACT.match(low, to) is not None
