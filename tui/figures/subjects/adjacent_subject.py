"""Subjects next to a figure: the noun it measures, or the figure it belongs to."""

from tui.figures.draft import Draft
from tui.figures.grammar.acting_verbs import measured
from tui.figures.grammar.direction_words import AFTER, DIRECTION_WORDS
from tui.figures.grammar.following_word import next_word
from tui.figures.grammar.noun_phrases import first_noun
from tui.figures.grammar.phrase_words import DETERMINERS
from tui.figures.grammar.phrases_before import last_noun, with_head
from tui.figures.tables import word_set, words
from tui.patterns import pattern

Span = tuple[int, int]

# After a figure a new clause or a new name begins: "and the cac40", ", while profit".
JOINED = pattern(
    r"(?P<join>[,;]? (?:and|but|while|whereas|as)|[,;])? ?"
    r"(?:(?:the|its|their|his|her|our|my|a|an) )?(?=[^\W\d_])"
)
NOT_NAMED = ("year-", "month-", "quarter-", "week-", "respectively")
NOW = ("up", "down", "ing", "higher", "lower", " by", " from")
SEEING = word_set(
    "with saw see sees seeing seen send sends sending sent leave leaves leaving left had has"
)
FARTHEST = 80  # code points between two figures of which the second has a noun of its own
# "expects the value of it to increase": what is to increase is before "to".
EXPECTING = (
    "expect", "forecast", "project", "predict", "caus", "allow", "help", "push", "forc", "want",
    "see", "saw", "sent", "watch", "let", "call", "mak", "made",
)  # fmt: skip
EXPECTED = pattern(rf"(?<![a-z])(?:{'|'.join(EXPECTING)})(?:s|ed|e|ing|es)? ")
MOVES = word_set(
    """
    rise increase grow climb jump gain surge fall drop decline decrease slip slow shrink hit reach
    top exceed
    """
)
TO_MOVES = MOVES | word_set("reach exceed total cost average be stay remain stand")
TO_MOVE = pattern(
    r" to ([a-z]+)(?= )|(?<! the) ([a-z]+)"
    r"(?= (?:(?:by|to|from|about|nearly|over|an?|new|record|all-time|high|low|of) ){0,5}"
    r"(?:[0-9$£]|€{1}))"
)
FROM = pattern(r"(?: ranging)? from $")
FOLLOWS_ASIDE = (",", ".", ")", ";", " compared", " than", " in ", " for ")
AFTER_DROP = pattern(
    r"(?: [a-z]+)?[ -]([a-z]+)(?: seen| recorded| reported)? (?:in|for|of|on)"
    r" (?:(?:the|its|his|her|their|our|a|an) )?"
)
OF_MAGNITUDE = pattern(
    r" (?:of|with|having|had|over|above|below|under|exceeding)(?: an?| the)?"
    r"(?: estimated| preliminary| reported| recorded)?"
    r" magnitude(?: of)? $"
)
QUAKES = (" earthquake", " quake", " tremor", " aftershock")
TELLING = word_set(
    """
    said say says found find finds concluded conclude believe believes believed think thinks thought
    claimed claim claims warned warn warns announced showed show shows suggested suggest suggests
    """
)
NAMING = (" was ", " were ", " is ", " are ", " include ", " included ", " including ")
OBJECT_FOLLOWS = (" the ", " it ", " its ", " their ", " his ", " her ", " them ")
#: Verbs that are a hedge too, without their endings.
HEDGING_VERBS = ("exceed", "surpass", "topp", "averag", "near", "approach")
CHANGES = frozenset(["improvement", "expansion", "rebound", "recovery", "swing", "shift", "change"])
UNITS = frozenset(["money", "measure", "percent", "duration", "ratio"])


def beside(
    text: str, low: str, draft: Draft, last: Draft | None, floor: int, left: list[str]
) -> Span | None:
    """The noun between the previous figure and this one, or directly before it.

    `left`: the words from `floor` to the figure.
    """
    found = noun_since_last(text, low, last, draft) if last else None
    opened = low.rfind("(", floor, draft.start)
    aside = opened > floor and opened >= draft.start - 60 and listed_aside(draft, last)
    return (
        found
        or (before_bracket(text, low, floor, opened, draft.start) if aside else None)
        or before_comma(text, low, floor, draft)
        or (before_dash(text, low, floor, draft.start) if text[draft.start - 1] == "—" else None)
        or (None if TO_MOVES.isdisjoint(left) else expected(text, low, floor, draft.start))
        or before_range(text, low, floor, draft)
    )


def noun_since_last(text: str, low: str, last: Draft, draft: Draft) -> Span | None:
    """ "rose 2% but the oat fell by 1": another noun, after the previous figure, is measured.

    >>> text = "the rye fell 2% while the oat in May was down 1%"
    >>> rye, oat = Draft(13, 15, "percent"), Draft(46, 48, "percent")
    >>> text[slice(*noun_since_last(text, text, rye, oat))]
    'oat'
    """
    at = max(last.end, last.noun_end)
    end = draft.hedge_start or draft.start
    if not at < end < at + FARTHEST:
        return None
    joined = JOINED.match(low, at)
    if joined is None or low.startswith(NOT_NAMED, joined.end()):
        return None
    own = first_noun(text, low, joined.end(), end)
    if own is None or own[0] != joined.end() or own[0] == own[1]:
        return None
    if next_word(low, own[1]) in TELLING:
        return None  # "of 135 mills, experts found the firms were overvalued by 5%"
    if low[slice(*own)] in AFTER:
        return None  # "and a rise of 5"
    if last.kind == "percent" and own[0] == at + 1 and acts_on(low, last, own[1]):
        return None  # "56% support the ban, 31% oppose it"
    if not joined["join"] and not text[own[0]].isupper():
        return None
    if low.find(", wh", own[1], end) >= 0:
        return None  # ", a weak year in Bonn, where rents fell"
    return own if measured(low[own[1] : end], not joined["join"] or joined["join"] != ",") else None


def acts_on(low: str, share: Draft, end: int) -> bool:
    """Whether the word behind a share, which ends at `end`, is its verb: "56% support the ban".

    >>> text = "in a 5% cut the next day, as 56% support the ban"
    >>> acts_on(text, Draft(5, 7, ""), 11), acts_on(text, Draft(29, 32, ""), 40)
    (False, True)
    """
    if not low.startswith(OBJECT_FOLLOWS, end):
        return False
    return not low.endswith((" a ", " an "), 0, share.hedge_start or share.start)


def listed_aside(draft: Draft, last: Draft | None) -> bool:
    """Whether a figure in brackets belongs to the noun before them.

    A figure in brackets directly after another one may be its conversion: "9 miles (14 km)".
    """
    if draft.kind in ("count", "percent", "ratio") or " per " in (draft.unit or ""):
        return True
    if draft.kind == "duration":
        return False
    return last is None or draft.start - max(last.end, last.noun_end) > 3


def before_bracket(text: str, low: str, floor: int, opened: int, figure: int) -> Span | None:
    """The noun before the bracket with the figure: "Ada Stein (15.3 points, 7.4 rebounds".

    >>> text = "the guard Ada Stein (15.3 points, 7.4 rebounds)"
    >>> text[slice(*before_bracket(text, text, 0, 20, 34))]
    'guard Ada Stein'
    """
    if low.find(")", opened, figure) >= 0:
        return None
    if text[opened + 1].isalpha() and text[figure - 1] == " ":
        labelled = last_noun(text, low, opened + 1, figure - 1)
        if labelled and labelled[0] == opened + 1:
            return labelled  # "the mill (investment $5 million)"
    near = last_noun(text, low, max(floor, opened - 50), opened - 1)
    if near is None or low.endswith(" per ", floor, near[0]):
        return None  # "2 tonnes per cubic mile (500 kg"
    return with_head(text, low, floor, near)


def before_comma(text: str, low: str, floor: int, draft: Draft) -> Span | None:
    """The noun before the comma before the figure: "it has a large battery, 4,500 mAh, and"."""
    if draft.kind not in ("measure", "money", "count") or not low.startswith(
        FOLLOWS_ASIDE, draft.end
    ):
        return None
    end = draft.hedge_start or draft.start
    if not low.endswith(", ", floor, end) or low.startswith(HEDGING_VERBS, end):
        return None  # "the tolls, told by the guards, exceeded 100"
    near = last_noun(text, low, max(floor, end - 50), end - 2)
    return near if near and low[near[0] - 2 : near[0]] not in (", ", "n ", "t ") else None


def before_dash(text: str, low: str, floor: int, figure: int) -> Span | None:
    """The noun before the dash directly before a figure: "it kept its rates—5% for loans".

    >>> text = "it kept its base rates—5% for loans"
    >>> text[slice(*before_dash(text, text, 0, 23))]
    'base rates'
    """
    return last_noun(text, low, max(floor, figure - 50), figure - 1)


def expected(text: str, low: str, floor: int, figure: int) -> Span | None:
    """ "expects the value of its forests to increase from 2 to 3 million"."""
    floor = max(floor, low.rfind(", and ", floor, figure))
    if not any(map(low[floor:figure].__contains__, EXPECTING)):
        return None  # most
    for moves in TO_MOVE.finditer(low, floor, figure + 1):
        if moves[1] in TO_MOVES or moves[2] in MOVES:
            break
    else:
        return None
    verbs = list(EXPECTED.finditer(low, floor, moves.start() + 1))
    if not verbs or verbs[-1].end() == moves.start() + 1:
        return None  # "the rate was expected to fall"
    found = first_noun(text, low, verbs[-1].end(), moves.start())
    whole = last_noun(text, low, verbs[-1].end(), moves.start()) if found else None
    return whole if found and whole and whole[0] == found[0] else found  # "let oil prices rise"


def before_range(text: str, low: str, floor: int, draft: Draft) -> Span | None:
    """ "a scale of fines from $250 to $1,000"."""
    begin = draft.start - 16 if draft.start - 16 > floor else floor
    if " from " not in low[begin : draft.start]:
        return None  # most
    start = FROM.search(low, begin, draft.start)
    if start is None or (draft.low == draft.high and start[0] == " from "):
        return None
    return last_noun(text, low, max(floor, start.start() - 40), start.start())


def seen_moving(text: str, low: str, floor: int, ahead: str) -> Span | None:
    """The noun that moves: "it sent shares rising 5", "with registrations up 3".

    >>> text = "a bad report sent oat shares down by 5"
    >>> text[slice(*seen_moving(text, text, 0, text[:36]))]
    'oat shares'
    """
    if not ahead.endswith(NOW):
        return None  # most
    moved = ahead.removesuffix(" by").removesuffix(" from")
    word = moved[moved.rfind(" ") + 1 :]
    if word not in DIRECTION_WORDS or not word.endswith(NOW):
        return None
    end = floor + len(moved) - len(word) - 1
    near = last_noun(text, low, max(floor, end - 50), end)
    if near is None:
        return None
    before = low[max(floor, near[0] - 24) : near[0]].split()
    while before and before[-1] in DETERMINERS:
        before.pop()
    return near if before and before[-1] in SEEING else None


def named_moving(text: str, low: str, floor: int, ahead: str) -> Span | None:
    """Who is named and said to be up or down: "the best was Oxley Mills, up 5".

    >>> text = "the best was Oxley Mills, up 5"
    >>> text[slice(*named_moving(text, text.lower(), 0, "the best was oxley mills, up"))]
    'Oxley Mills'
    """
    if not ahead.endswith((", up", ", down")):
        return None
    comma = floor + ahead.rindex(",")
    near = last_noun(text, low, max(floor, comma - 50), comma)
    if near is None or not text[near[0]].isupper() or not low.endswith(NAMING, floor, near[0]):
        return None
    last = low[slice(*near)].rpartition(" ")[2]
    return None if last in words()["adjective"] or last.endswith(("'s", "’s")) else near


def of_magnitude(text: str, low: str, draft: Draft, floor: int) -> Span | None:
    """The quake before its magnitude: "an earthquake of magnitude 6.4".

    >>> text = "On 3 March a tremor with a magnitude of 6.4 shook Oxley"
    >>> text[slice(*of_magnitude(text, text.lower(), Draft(40, 43, "measure"), 0))]
    'tremor'
    """
    if low.startswith(QUAKES, draft.end):
        return None  # "the toll of magnitude 6.3 earthquake"
    over = low.endswith("magnitude ", 0, draft.start)  # "tremors over magnitude 4"
    begin = draft.start if over else draft.hedge_start or draft.start
    named = OF_MAGNITUDE.search(low, max(floor, begin - 50), begin)
    return last_noun(text, low, floor, named.start()) if named else None
