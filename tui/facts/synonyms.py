"""Words as facts compare them: without their inflections, and one for those that news exchange."""

from __future__ import annotations

from functools import lru_cache

from tui.text import stem

#: What reports say for one and the same thing, a line each. Only words that seldom mean anything
#: else in a sentence with a figure: a closed table, since no free list says which those are.
_SYNONYMS = """
    fall falls fell fallen falling drop dropped decrease decreased decline reduced reduction down
        fewer lower shrank shrunk slump dip plunge
    rise rises rose risen rising increase increased grow grows grew grown growth climb jump surge
        soar up higher
    arrest arrested detained detention custody apprehended
    solve solved cracked
    destroyed demolished smashed busted dismantled
    seized confiscated impounded intercepted
    killed dead died die dies death deaths fatality fatalities
    injured wounded hurt injuries
    hired recruited employed
    fired sacked dismissed
    won win wins secured earned
    bought acquired purchased
    sold sells sale sales
    costs cost price priced
    paid pay pays payment payments
    profit profits earnings
    revenue revenues turnover takings
    consecutive row straight
    case cases infection infections
    gang gangs group groups ring rings syndicate syndicates
    job jobs post posts position positions
    home homes house houses dwelling dwellings
    car cars vehicle vehicles
    company companies firm firms business businesses enterprise enterprises
    shop shops store stores
    ship ships boat boats vessel vessels
    aircraft airplane airplanes plane planes
    weapon weapons gun guns firearm firearms
    telecom telecoms telecommunication telecommunications
    fraud fraudulent scam scams swindle
    crypto cryptocurrency cryptocurrencies
    online internet cyber
    covid coronavirus
    votes vote ballots ballot
    migrants migrant refugees refugee
    staff employee employees worker workers
    overseas abroad
    money funds fund
"""


def _read(table: str) -> dict[str, str]:
    meant: dict[str, str] = {}
    for row in table.replace("\n        ", " ").split("\n"):
        words = [stem(word) for word in row.split()]
        for word in words:
            meant.setdefault(word, meant.get(words[0], words[0]))
    return meant


_MEANT = _read(_SYNONYMS)


@lru_cache(maxsize=1 << 16)
def meaning(word: str) -> str:
    """The key that a word shares with its inflections and with what reports say for it.

    >>> meaning("firms") == meaning("company"), meaning("fell") == meaning("Declined")
    (True, True)
    >>> meaning("suspects"), meaning("Norway's")
    ('suspect', 'norwai')
    """
    low = word.lower()
    if low.endswith(("'s", "’s")):
        low = low[:-2]
    found = stem(low)
    return _MEANT.get(found, found)
