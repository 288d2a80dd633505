"""Two sides of a contest: "Lee led Roe 47 percent to 40 percent", "Lee trailed Roe by 40 to 47"."""

from itertools import pairwise

from tui.figures.draft import Draft
from tui.figures.tables import word_set
from tui.patterns import pattern

#: Words of which one tells who is ahead; a sentence without any is not looked at further.
TELLING = word_set(
    "led leads leading lead beat beats beating defeated defeats defeating trailed trails trailing"
)
NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*"
ASIDE = r"(?:,[^,;]{1,80},)?"
LEADING = pattern(
    rf"({NAME}){ASIDE} (?:(?:has|had|still|narrowly|now) )?"
    r"(?:(led|leads|beat|beats|defeated|defeats|trailed|trails)"
    r"|(?:has|had|held|kept|maintained|extended|widened) (?:his|her|its|their|a|an?(?: [a-z]+)?)"
    rf" (lead) over) (?:[a-z-]+ ){{0,3}}({NAME})"
)
LOSING = frozenset(["trailed", "trails"])
FARTHEST = 160  # code points between the names and the first figure


def contest(text: str, low: str, group: list[Draft], start: int) -> None:
    """Gives the two shares of a contest the sides that have them: the larger to who leads.

    >>> from decimal import Decimal
    >>> text = "In May, Ann Lee led Tom Roe 47 percent to 40 percent."
    >>> shares = [Draft(28, 38, "percent", low=Decimal(47)), Draft(42, 52, "percent")]
    >>> shares[1].low = Decimal(40)
    >>> contest(text, text.lower(), shares, 0); [share.subject for share in shares]
    ['Ann Lee', 'Tom Roe']
    """
    for first, second in pairwise(group):
        if not first.kind == second.kind == "percent" or low[first.end : second.start] != " to ":
            continue
        if first.low is None or second.low is None or first.low == second.low:
            continue
        sides = leading(text, low, max(start, first.start - FARTHEST), first.start)
        if sides:
            ahead, behind = sides if first.low > second.low else sides[::-1]
            first.subject, second.subject = ahead, behind


def leading(text: str, low: str, start: int, end: int) -> tuple[str, str] | None:
    """Who leads and who trails in the words before the figures of a contest.

    >>> text = "In a poll, Ann Lee maintained her lead over Tom Roe in"
    >>> leading(text, text.lower(), 0, len(text))
    ('Ann Lee', 'Tom Roe')
    >>> leading("Tom Roe, who ran twice, trailed Ann Lee ", "tom roe, who ran, trailed ", 0, 40)
    ('Ann Lee', 'Tom Roe')
    """
    if TELLING.isdisjoint(low[start:end].split()):
        return None
    told = LEADING.search(text, start, end)
    if told is None:
        return None
    return (told[4], told[1]) if told[2] in LOSING else (told[1], told[4])
