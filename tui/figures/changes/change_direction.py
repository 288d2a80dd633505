"""The direction of a change: from a word before or after a figure, or a sign."""

from tui.figures.changes.comparison_bases import POINTS
from tui.figures.changes.comparison_words import end_of_aside
from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import (
    AFTER,
    CJK_DIRECTIONS,
    DIRECTION_WORDS,
    FILLERS,
    MOVING,
    NEEDS_BY,
    PHRASAL,
    RISES,
)
from tui.figures.grammar.following_word import next_word
from tui.figures.grammar.noun_words import STOP
from tui.figures.grammar.phrase_words import AUXILIARIES
from tui.figures.numbers.number_words import FIRST_CJK
from tui.figures.tables import word_set, words
from tui.patterns import pattern

SINKING = frozenset(["sink", "sinks", "sank", "sunk", "sinking"])
SIGNS = "+-−"
BEFORE = 48  # code points before a figure in which a word of direction stands
ADVERBS = frozenset(["up", "down", "lower", "higher"])
WAYS = (["up"], ["down"], ["lower"], ["higher"])
REACHED = ("below", "above", "just below", "just above", "well below", "well above")
# "raised its key rates 25 points", "cut the price 5%"
MOVERS = word_set(
    """
    raised raise raising cut cutting lowered lowering increased hiked lifted reduced slashed trimmed
    boosted
    """
)
MOVED = pattern(
    rf"(?<![a-z])({'|'.join(sorted(MOVERS))}) (?:the|its|their|his|her|interest|key)"
    r" (?:[a-z-]+ ){1,4}$"
)
FOLLOWING = pattern(r"[- ]?([a-z-]+(?: [a-z-]+){0,2})")
# "60 more than half" is no change.
AN_AMOUNT = ("half", "a ", "an ", "one", "two")
MOVES = word_set("rise increase reduction cut drop decrease decline hike")
# "a 5% price increase", "a 15% school attendance drop", "a £500 pay rise"
NAMED_MOVES = MOVES | {"growth", "gain", "jump", "surge", "slump", "plunge"}
AFTER_NOUN = pattern(r" [a-z]+[ -]([a-z]+)(?:[ -]([a-z]+))?")
RATE = pattern(r" (?:annual |annualized |daily )?(?:rate|pace|clip)(?![a-z])")
NO_MOVE = (" down payment", " upfront", " up front", " up to", " off-")
FARTHEST_CLOSED = 30  # code points of a conversion in brackets
MORE_BEGINS = frozenset([" hig", " low", " mor", " les", " few", " up ", " dow"])
BEFORE_NOUN = word_set(
    """
    yoy qoq year-on-year year-over-year month-on-month annual yearly monthly quarterly weekly daily
    overall
    further net average sharp real additional combined steep
    """
)

# After any other word but praise it is what stands after a figure that says its direction.
LEADING = FILLERS | DIRECTION_WORDS.keys() | {"to", "at", "off", "loss", "losses", "the"}
PRAISE = (
    "ing", "ed", "ly", "record", "modest", "sharp", "huge", "massive", "mere", "whole", "more",
    "steeper", "smaller", "slower", "faster", "sharper",
)  # fmt: skip
# One of these is in every sentence in which something but a sign says a direction.
MOVE_WORDS = frozenset(
    word.encode()
    for word in (*DIRECTION_WORDS, *AFTER, "off", "loss", "losses", "more", "less", "fewer")
)
LOOSENING = word_set("about around nearly almost over just some more than up to")


def direction(text: str, low: str, draft: Draft, floor: int) -> str | None:
    """`up` or `down` if a word of direction is directly before or after the figure.

    >>> def of(text, at, end):
    ...     return direction(text, text, Draft(at, end, "percent", noun_end=end), 0)
    >>> of("down 14% compared", 5, 8), of("a 19% drop", 2, 5), of("cracked down 114,000", 13, 20)
    ('down', 'down', None)
    """
    signed = by_sign(low, draft)
    if signed:
        return signed
    start = draft.hedge_start or draft.start
    begin = start - BEFORE if start - BEFORE > floor else floor
    ahead = low[begin:start]
    glued = start == draft.start and low[start - 1] not in " \u00a0\n($€£"
    share = draft.kind == "percent" or draft.unit in POINTS
    if not share and not glued and leads_nowhere(ahead):
        return None if draft.kind == "duration" else direction_after(low, draft)  # most figures
    left = ahead.split()
    if left and glued:
        left = left[:-1]
    left = without_rate(without_praise(left))
    if left[-2:] in (["at", "a"], ["at", "an"]) and RATE.match(low, draft.end):
        left = left[:-2]  # "soared at a 16 percent rate"
    if left and left[-1] in ("a", "an", "the"):
        return direction_after(low, draft)
    if draft.kind == "duration" and (not left or left[-1] != "by"):
        return None
    rise = rise_in(left) if "of" in left[-3:] and "in" in left else None
    if rise:
        return DIRECTION_WORDS[rise]
    found = led_by(low, draft, left, share)
    if found is not None:
        return found or None
    if share and not MOVERS.isdisjoint(left):
        moved = MOVED.search(low, begin, start)
        if moved:
            return DIRECTION_WORDS[moved[1]]
    return direction_after(low, draft)


def rise_in(left: list[str]) -> str | None:
    """What the words before a number say that moves by it: "a rise in the price of about".

    >>> rise_in("with a rise in the price of about".split()), rise_in("rise in a year".split())
    ('rise', None)
    """
    while left and left[-1] in LOOSENING:
        left = left[:-1]
    if left[-1:] == ["of"]:
        for at in range(max(0, len(left) - 7), len(left) - 3):  # one to four words are between
            if left[at] in RISES and left[at + 1] == "in":
                return left[at]
    return None


def led_by(low: str, draft: Draft, left: list[str], share: bool) -> str | None:
    """The direction in the words before a figure; "" if they rule out any.

    >>> draft = Draft(9, 11, "percent")
    >>> [led_by("", draft, ahead.split(), True) for ahead in ("fell by", "rose to", "in the town")]
    ['down', '', None]
    """
    if left[-1:] == ["by"] and left[-2:-1] not in WAYS:
        for index in range(len(left) - 2, max(len(left) - 9, -1), -1):
            word = left[index]
            known = DIRECTION_WORDS.get(word)
            if known and (word not in ADVERBS or (index and left[index - 1] in AUXILIARIES)):
                return known  # "to lower costs by", not "were lower in May by"
    for at in range(len(left) - 1, max(len(left) - 8, -1), -1):
        word = left[at].strip("(,")
        if word in ("to", "at"):  # a level, not a change, but "equal to 200 fewer thefts"
            return "" if draft.kind == "percent" else direction_after(low, draft) or ""
        if word in DIRECTION_WORDS:
            if draft.hedge is not None and draft.hedge.lower() in REACHED:
                return ""  # "fell below 3,000": a level
            if left[at + 1 : at + 2] == ["of"] and word in ("up", "down"):
                return ""  # "made up of eight"
            if left[at].endswith(",") and not share:
                return None  # "as fuel continued to soar, more than 300 farms"
            by = left[at + 1 :] == ["by"]  # "revised down by 200": no verb has that for its own
            of_verb = not by and belongs_to_verb(left[:at], word, draft.kind)
            return "" if of_verb else DIRECTION_WORDS[word]
        if share:
            if word == "off" and not phrasal(left[at - 1] if at else "", "off", "percent"):
                return "down"
            if word in ("loss", "losses"):
                return "down"  # of a share or of points; a loss of money is no change
        if word not in FILLERS or (word == "and" and not share):
            return None
    return None


def leads_nowhere(ahead: str) -> bool:
    """Whether the last word before a figure ends the search for a direction to the left.

    >>> leads_nowhere("it rose by "), leads_nowhere("after it saw "), leads_nowhere("")
    (False, True, False)
    """
    for word in ahead.rsplit(None, 1)[-1:]:
        return word.strip("(,") not in LEADING and not word.endswith(PRAISE)
    return False


def by_sign(low: str, draft: Draft) -> str | None:
    """The direction of a sign, or of a Chinese word directly before the number."""
    sign, before = low[draft.start], low[draft.start - 1] if draft.start else ""
    if sign in SIGNS and (draft.kind == "percent" or (before == "(" and draft.kind != "measure")):
        return "up" if sign == "+" else "down"
    if before >= FIRST_CJK:
        return CJK_DIRECTIONS.get(low[draft.start - 2 : draft.start])
    return None


def belongs_to_verb(ahead: list[str], word: str, kind: str) -> bool:
    """Whether a word of direction has another meaning: "a storm surge", "cracked down", "raised
    $5".

    >>> belongs_to_verb(["the"], "firm", "money"), belongs_to_verb(["rye"], "firms", "percent")
    (True, False)
    """
    if word in ("firm", "firms") and (kind != "percent" or (ahead and ahead[-1] in STOP)):
        return True
    if word in SINKING and kind == "measure":
        return True  # "sank 12 miles off the coast"
    if word == "surge" and ahead[-1:] == ["storm"]:
        return True
    if ahead and phrasal(ahead[-1], word, kind):
        return True
    return kind not in ("percent", "ratio") and word in NEEDS_BY


def without_rate(left: list[str]) -> list[str]:
    """The words before a number without "at an annual rate of", which is not a level.

    >>> without_rate("increased at an annual rate of".split())
    ['increased']
    """
    if left[-1:] == ["of"] and left[-2:-1] in (["rate"], ["pace"], ["clip"]) and "at" in left[-6:]:
        return left[: len(left) - 1 - left[::-1].index("at")]
    return left


def without_praise(left: list[str]) -> list[str]:
    """The words before a number without an emphatic phrase: "soared a staggering 17 percent".

    >>> without_praise(["soared", "a", "staggering"]), without_praise(["fell", "by"])
    (['soared'], ['fell', 'by'])
    """
    if "a" not in left and "an" not in left:
        return left
    for size in (2, 3):
        led = left[-size:][:1] in (["a"], ["an"]) and len(left) > size
        if led and all(word.endswith(PRAISE) for word in left[1 - size :]):
            return left[:-size]
    return left


def phrasal(verb: str, particle: str, kind: str) -> bool:
    """Whether "up" or "down" is part of a phrasal verb, and not a direction.

    >>> phrasal("cracked", "down", "count"), phrasal("dug", "up", "count"), phrasal("dug", "by", "")
    (True, True, False)
    >>> phrasal("went", "up", "count"), phrasal("sales", "up", "money")
    (False, False)
    """
    if particle not in PHRASAL:
        return False
    if verb in PHRASAL[particle]:
        return True
    if kind == "percent" or verb in MOVING:
        return False
    return verb in words()["verb"] or (verb.endswith("ed") and verb not in words()["noun_ing"])


def direction_after(low: str, draft: Draft) -> str | None:
    """The direction after a figure: "a 19% annual drop", "16 per cent above", "60 more than".

    >>> def of(text, kind="percent"): return direction_after(text, Draft(0, 2, kind))
    >>> of("9% year-on-year increase"), of("9% of the increase"), of("60 more than last week", "")
    ('up', None, 'up')
    """
    at = draft.noun_end or draft.end
    if draft.kind != "percent" and draft.unit not in POINTS:
        if low.startswith(" (", at):  # "5 miles (8 km) longer than"
            at = low.find(")", at, at + FARTHEST_CLOSED) + 1 or at
        if draft.kind in ("money", "measure") or draft.unit == "times":
            move = next_word(low, at)
            if move in MOVES:
                return AFTER[move]
            if low[draft.start - 3 : draft.start] == " a " and (moved := named_move(low, at)):
                return moved
        if (
            low[at : at + 4] not in MORE_BEGINS
            and low[draft.end : draft.end + 4] not in MORE_BEGINS
        ):
            return None  # nearly all
        more = more_than(low, at) or (more_than(low, draft.end) if at > draft.end else "")
        return AFTER[more] if more else None
    match = FOLLOWING.match(low, end_of_aside(low, at))
    for word in match[1].split() if match else ():
        known = AFTER.get(word)
        if known:
            if word == "off" and draft.kind != "percent":
                return None  # "12 points off the leaders"
            return None if low.startswith(NO_MOVE, at) else known
        if word not in BEFORE_NOUN:
            return named_move(low, at)
    return None


def more_than(low: str, at: int) -> str:
    """The word after a figure that says how much more it is than something; "" if there is none.

    >>> more_than("60 more than last week", 2), more_than("60 more deaths than last week", 2)
    ('more', 'more')
    >>> more_than("60 more than half", 2), more_than("60 more men", 2), more_than("60 up from 5", 2)
    ('', '', 'up')
    """
    word = next_word(low, at)
    end = at + 1 + len(word)
    if word in ("higher", "lower"):
        return word
    if word in ("up", "down"):
        return word if low.startswith(" from ", end) else ""
    if word not in ("more", "less", "fewer"):
        return ""
    if low.startswith(" than ", end):
        base = end + len(" than ")
        digit = low[base : base + 1].isdigit()
        year = digit and low[base : base + 4].isdigit() and low[base + 4 : base + 5] in ("’", "'")
        if year or not (digit or low.startswith(AN_AMOUNT, base)):
            return word
    noun = next_word(low, end)
    after = end + 1 + len(noun)
    if word == "fewer" and len(noun) > 1 and noun[-1] == "s":
        return word
    if word == "more" and noun:
        second = next_word(low, after)
        if second != "than":
            after += 1 + len(second)
        base = after + len(" than ")
        if low.startswith(" than ", after) and not low.startswith(AN_AMOUNT, base):
            return "" if low[base : base + 1].isdigit() else word
    return ""


def named_move(low: str, at: int) -> str | None:
    """The direction of a move that is named after what moves: "a 5% price increase".

    >>> named_move("a 5% price increase", 4), named_move("5% of the increase", 2)
    ('up', None)
    >>> named_move("a 5% stake in the increase", 4), named_move("10% sales growth", 3)
    (None, 'up')
    """
    behind = AFTER_NOUN.match(low, at)
    for begin, end in (behind.span(2), behind.span(1)) if behind else ():
        if low[begin:end] in NAMED_MOVES and low[end : end + 1] != "-":
            nouns = low[at:begin].split()
            return AFTER[low[begin:end]] if STOP.isdisjoint(nouns) else None
    return None
