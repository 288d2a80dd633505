"""What is measured: a short noun phrase for each figure."""

from tui.figures.counted import STOP, is_plural, noun_after
from tui.figures.directions import AFTER, DIRECTION_WORDS
from tui.figures.draft import Draft
from tui.figures.phrases import DETERMINERS, first_noun, is_noun
from tui.figures.tables import words as classes
from tui.figures.vocabulary import word_set
from tui.patterns import pattern

OF = pattern(r" (?:of|in)(?: (?:the|its|his|her|their|our|all|those|these|such|a|an))* ")
# A clause begins behind the last of these; rfind is ten times as fast as one pattern for all.
BOUNDARIES = (", ", "; ", ": ", "— ", "(", " that ", " while ", " but ", " because ", " although ")
# What may stand between "of" and the number of "a profit of about $5 million".
OF_FILLERS = word_set(
    """
    about around over nearly almost some more less than up to at least approximately as much only
    just a an another between roughly under well $ us$ £ €
    """
)
AFTER_DROP = pattern(
    r"(?: [a-z]+)?[ -]([a-z]+) (?:in|for|of|on) (?:(?:the|its|his|her|their|our|a|an) )?"
)
# "payments worth", "payments, totalling": what stands before is the subject.
WORTH = (
    " worth", " totalling", " totaling", " amounting to", " exceeding", " costing", " averaging",
    " valued at", " priced at", " at", " by",
)  # fmt: skip
SAYING_NOTHING = frozenset(
    (
        *DIRECTION_WORDS,
        "total",
        "average",
        "record",
        "sum",
        "maximum",
        "minimum",
        "excess",
        "value",
    )
) - {"value"}
SAYING_NOTHING_OF = ("points", "point", "times")
WORD_BEHIND = pattern(r" ([a-z]+)(?=[ .,;)]|$)")
BRACKET = pattern(r" \([^()]{0,40}\)")
AWAY = pattern(r" (?:after|before|later|earlier|ago|since|prior|from now|in advance)(?![a-z])")
SPELL = pattern(r"(?<![a-z])(?:past|last|previous|next|coming|recent) $")
BOTH = pattern(r" (?:and|or) (?=[a-z])")
AUXILIARY = pattern(r" (?:was|were|is|are|has been|have been|had been|will be)(?![a-z])")
WITHIN = pattern(r" (?:with|from|through|via|using|by|for)(?: [a-z]+){0,2} $")
IN_ALL = pattern(r" (?:in total|in all|altogether|overall|all told)(?![a-z])")
# "enabled the police to intercept": who was made to do it is not what is measured.
CAUSED = pattern(
    r"(?<![a-z])(?:enabl|allow|forc|help|requir|order|ask|lead|urg|permit|prompt|caus|compel|push)"
    r"(?:e|es|ed|ing|s|led|ling)? (?:the|its|his|her|their|a|an)(?: [a-z]+){1,3} to [a-z]+"
    r"(?: back| up| out)?(?: (?:a|the) (?:total|sum) of)?$"
)
ENDS_PHRASE = frozenset(["a", "an", "the", "its", "of", "and"])
UNITS = frozenset(["money", "measure", "percent", "duration", "ratio"])
KINDS = frozenset(["count", "money", "percent", "measure", "duration", "ratio"])


def add_subjects(text: str, low: str, group: list[Draft], sentence: tuple[int, int]) -> None:
    """Sets `subject` of the figures of one sentence.

    >>> text = "14.8 billion yuan of funds"
    >>> draft = Draft(0, 17, "money", noun_end=17)
    >>> add_subjects(text, text, [draft], (0, 26)); draft.subject
    'funds'
    """
    for index, draft in enumerate(group):
        if draft.kind not in KINDS or draft.subject is not None:
            continue
        if draft.kind == "duration" and says_when(low, draft, sentence[0]):
            continue
        if draft.kind == "count" and draft.unit and not draft.noun_end:
            draft.subject = draft.unit  # carried over from the figure before
            continue
        span = subject_of(text, low, draft, sentence)
        if span is not None and belongs_to_another(span, draft, group):
            span = first_noun(text, low, sentence[0], group[0].start)
        if span is not None:
            draft.subject = " ".join(text[slice(*span)].split()).removesuffix("'s").removesuffix("’s")


def says_when(low: str, draft: Draft, floor: int) -> bool:
    """Whether a span of time says when, not how long: "in the past five years", "two days after"."""
    if AWAY.match(low, draft.end):
        return True
    return SPELL.search(low, max(floor, draft.start - 24), draft.start) is not None


def belongs_to_another(span: tuple[int, int], draft: Draft, group: list[Draft]) -> bool:
    """Whether the words are another figure's number or unit: "3 kilometres at $5"."""
    for other in group:
        if other.start >= span[1]:
            break
        if other is draft or other.kind not in KINDS:
            continue
        counted = other.noun_end if draft.kind == "duration" else other.end
        if span[0] < max(other.end, counted) and (
            other.kind == "duration" or other.kind == "count" or other.value != 1
        ):  # "one bitcoin is worth $8,000"
            return True
    return False


def subject_of(
    text: str, low: str, draft: Draft, sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """The span of the subject, by the first of these that is there.

    counted noun - "of" a noun - a noun behind - "drop in sales" - "a profit of" - the clause's own.
    """
    end = max(draft.end, draft.noun_end)
    counted = draft.kind in ("count", "ratio") and draft.unit and draft.noun_end
    if counted and draft.unit and draft.unit.split(" ")[0] not in SAYING_NOTHING_OF:
        begin = draft.noun_end - len(draft.unit or "")
        of = OF.match(low, draft.noun_end)
        if of and low.startswith(" of", draft.noun_end):
            noun = noun_after(text, low, of.end() - 1, one=True)
            if noun and noun[0] == of.end():  # else a quotation mark stands between
                return begin, coordinated(text, low, noun[1])
        return begin, draft.noun_end
    if draft.end > end or not draft.unit:
        end = draft.end
    if draft.kind in ("money", "measure") and acts_itself(low, draft, end, sentence[0]):
        return None
    amount = amount_of(text, low, draft, max(sentence[0], draft.start - 70))
    if amount:
        return amount
    bracket = BRACKET.match(text, end)
    if bracket:
        end = bracket.end()
    of = OF.match(low, end)
    if of and low.startswith(" of", end):
        noun = noun_after(text, low, of.end() - 1, one=True)
        if noun:
            return noun
    if not counted and draft.versus is None and (draft.kind != "duration" or draft.unit is None):
        noun = noun_after(text, low, end, one=True) if low[end : end + 1] == " " else None
        if noun:
            behind = WORD_BEHIND.match(low, noun[1])
            if behind and behind[1] in AFTER:
                noun = noun[0], behind.end()  # "a 5% pay rise"
        if noun and low[noun[0] : noun[1]].rsplit(" ", 1)[-1] in AFTER:
            change = AFTER_DROP.match(low, end)
            if change and change[1] in AFTER:
                target = noun_after(text, low, change.end() - 1, one=True)
                return target or noun
            if " " not in low[slice(*noun)]:  # "sales reached 81 million, a 0.5% fall"
                return left_subject(text, low, draft, sentence) or noun
            return noun
        if (
            noun
            and (draft.kind in ("money", "measure") or draft.kind == "percent")
            and not is_plural(low[noun[0] : noun[1]])
        ):
            return noun
    return left_subject(text, low, draft, sentence)


def amount_of(text: str, low: str, draft: Draft, floor: int) -> tuple[int, int] | None:
    """The noun of "a net profit of 5 million"; "a total of" and "an increase of" say nothing."""
    at = low.rfind(" of ", max(floor, draft.start - 32), draft.start + 1)
    if at < 0 or not all(word in OF_FILLERS for word in low[at + 4 : draft.start].split()):
        return None
    phrase = last_noun(text, low, max(floor, at - 40), at)
    if phrase is None or low[slice(*phrase)].rsplit(" ", 1)[-1] in SAYING_NOTHING:
        return None
    return phrase


def left_subject(
    text: str, low: str, draft: Draft, sentence: tuple[int, int]
) -> tuple[int, int] | None:
    """The noun to the left: "a net profit of", else the first noun of the clause."""
    floor = max(sentence[0], draft.start - 160)
    if floor > sentence[0]:
        floor = low.find(" ", floor, draft.start) + 1 or draft.start
    left = low[floor : draft.start]
    ahead = low[floor : draft.hedge_start or draft.start].rstrip(" $€£¥")
    if " to " in ahead and CAUSED.search(ahead):
        return None
    if ahead.endswith(",") and IN_ALL.match(low, draft.end):
        return before_comma(text, low, floor, floor + len(ahead) - 1)
    close = len(ahead)
    if ahead.endswith(WORTH):
        close = len(ahead.rsplit(" ", 2 if ahead.endswith((" to", "ed at")) else 1)[0].rstrip(","))
    if close and ahead[close - 1].isalpha() and (draft.hedge_start or close != len(ahead)):
        near = last_noun(text, low, max(floor, floor + close - 60), floor + close)
        if near and low[near[0] : near[1]] not in DIRECTION_WORDS:
            return near
    cuts = {floor}
    for mark in BOUNDARIES:
        at = left.rfind(mark)
        if at >= 0 and not (mark == " that " and relative_clause(text, low, floor, at, left)):
            cuts.add(floor + at + len(mark))
    starts = sorted(cuts, reverse=True)
    if low.startswith(("which ", "that ", "who "), starts[0]) and starts[0] > floor:
        return last_noun(text, low, max(floor, starts[0] - 50), starts[0] - 2)
    if len(starts) > 2 and not first_noun(text, low, starts[0], draft.start):
        starts = [*starts[-1:], *starts]  # "The price, to be paid in cash, is 900 million"
    for start in starts:
        found = first_noun(text, low, start, draft.start)
        if found and not says_nothing(low, found, draft.start):
            return found
    return first_noun(text, low, floor, draft.start, anywhere=True)


def says_nothing(low: str, span: tuple[int, int], figure: int) -> bool:
    """ "an increase of" alone, or the verb right before the figure: ", holds 3.2 billion euros"."""
    word = low[slice(*span)]
    if word in SAYING_NOTHING:
        return True
    ahead = low[span[1] : figure].split()
    return (
        all(each in OF_FILLERS for each in ahead)
        and word.endswith("s")
        and word[:-1] in classes()["either"]
    )


def acts_itself(low: str, draft: Draft, end: int, floor: int) -> bool:
    """Whether the figure is the subject of its own verb: ", and 329 billion yuan was saved"."""
    if not AUXILIARY.match(low, end):
        return False
    ahead = low[max(floor, draft.start - 40) : draft.hedge_start or draft.start].rstrip(" $€£¥")
    for total in (" a total of", " the total of", " a further", " another"):
        ahead = ahead.removesuffix(total)
    return ahead.endswith((", and", ";", ", while", ", but"))


def before_comma(text: str, low: str, floor: int, comma: int) -> tuple[int, int] | None:
    """The noun that ", 5 million in total" sums up: "money" of "money with stolen cards"."""
    near = last_noun(text, low, max(floor, comma - 60), comma)
    if near is None:
        return None
    within = WITHIN.search(low, max(floor, near[0] - 30), near[0])
    if within is None:
        return near
    return last_noun(text, low, max(floor, within.start() - 60), within.start()) or near


def relative_clause(text: str, low: str, floor: int, at: int, left: str) -> bool:
    """Whether " that " at `at` opens a relative clause which is over before the figure.

    "Payments that the group made possible came to 54 million": two verbs, the last is not its own.
    """
    clause = left[at + 6 :].split()
    verbs = sum(word in classes()["verb"] for word in clause)
    if verbs < 2 or clause[0] not in DETERMINERS:
        return False
    before = text[floor : floor + at].rsplit(None, 1)[-1:]
    return bool(before) and is_plural(before[0].lower())


def coordinated(text: str, low: str, end: int) -> int:
    """Where a noun phrase with "and" ends: "telecommunications and online fraud"."""
    both = BOTH.match(low, end)
    if both is None:
        return end
    noun = noun_after(text, low, both.end() - 1, one=True)
    return noun[1] if noun and noun[0] == both.end() and noun[1] - end < 40 else end


def last_noun(text: str, low: str, start: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that ends at `end`, without what cannot belong to it.

    >>> text = "posted a net profit"
    >>> text[slice(*last_noun(text, text, 0, 19))]
    'net profit'
    """
    begin = at = end
    while at > start:
        at = max(text.rfind(" ", start, at), text.rfind("\u00a0", start, at), start - 1)
        word = low[at + 1 : begin - 1 if begin < end else end]
        if begin == end:
            if not word or not is_noun(word, text[at + 1 : end]):
                return None
        elif (
            word in ENDS_PHRASE
            or not word
            or not (is_noun(word, text[at + 1 : begin - 1]) or noun_like(word))
        ):
            break
        begin = at + 1
    if low.endswith(" to ", start, begin) and low[begin:end] in classes()["either"]:
        return None  # "to trade at 5.95"
    return (begin, end) if begin < end else None


def noun_like(word: str) -> bool:
    """Whether a word may stand inside a noun phrase as an adjective."""
    table = classes()
    return word not in STOP and word not in table["verb"] and word in table["adjective"]
