"""Decides whether the noun before a figure is measured by it, or acts on it."""

from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import DIRECTION_WORDS
from tui.figures.grammar.following_word import LETTERS, next_word
from tui.figures.grammar.noun_phrases import first_noun
from tui.figures.grammar.phrase_words import AUXILIARIES, DETERMINERS, PRONOUNS, TIME_ALONE
from tui.figures.grammar.phrases_before import is_object, last_noun, with_head
from tui.figures.numbers.number_words import MONEY_SIGN
from tui.figures.tables import word_set, words
from tui.patterns import pattern

# What may be between "of" and the number of "a profit of about $5 million".
OF_FILLERS = word_set(
    """
    about around over nearly almost some more less than up to at least approximately as much only
    just a an another between roughly under well maybe perhaps probably plus minus or $ us$ £ €
    """
)
# After these verbs stands what the noun before them measures.
MEASURING = word_set(
    """
    is was were are be been being has have had reach reached reaches reaching total totalled totaled
    totals totalling totaling hit hits stand stands stood average averaged averages averaging cost
    costs costing weigh weighed weighs weighing measure measured measures measuring exceeded exceeds
    exceeding topped tops amount amounted amounts came come comes remained remains became becomes
    numbered numbers lasted lasts worth valued priced estimated showed rated trade traded trades
    trading closed closes ended ends opened opens finished settled peaked equalled equals covers
    covered covering spans spanned stretches stretched runs ran accounted represented represents
    comprises contains contained yield yields yielded produce reach cost total
    went goes passed swelled doubled tripled set put placed located situated spread got generated
    produced produces sells sold extended extends extending
    remain stretch fly flies flew travel travels travelled traveled sat sits stay stayed stays
    quoted transported shipped touch touched touches touching lag lags lagged unchanged steady
    hovered hovers hovering
    run range ranges ranged revised adjusted restated upgraded downgraded moved pegged
    listed assessed comprised consisted consists calculated included includes
    endure endures endured
    appraised projected recorded fixed forecast expected predicted seen
    ranked ranks occupy occupies occupied contributed contributes earn earns earned
    emit emits emitted consume consumes consumed
    """
)
# After "as" these open no clause.
NO_CLAUSE = word_set("of well much many high low few little part a an it to if though")
FINITE = {
    word for word in MEASURING | DIRECTION_WORDS.keys() if word.endswith(("ed", "s"))
} | word_set("rose fell grew lost hit slid sank shrank cut stood sat came")
SUMS = frozenset(["total", "average", "cost", "hit", "record"])
FOUNDING = word_set("raise raises raised raising boost boosts boosted boosting")
BACK = frozenset(["recovered", "rebounded", "returned"])
ACTS = frozenset(["led", "made", "took", "left", "got", "gave", "beat"])
AUXILIARY = pattern(
    r" (?:was|were|is|are|has been|have been|had been"
    r"|(?:will|could|may|might|would|can) be)(?![a-z])"
)
# "65% approved and 28% disapproved": who they are is not said.
SAID_BY = word_set(
    """
    said say approve approved disapprove disapproved voted supported opposed believe believed think
    thought want wanted favored favoured agree agreed disagree disagreed
    """
)
BEFORE_LEVEL = (" by ", " to ", " at ", " of ")
# "enabled the police to intercept": who was made to do it is not what is measured.
CAUSING = (
    "enabl", "allow", "forc", "help", "requir", "order", "ask", "lead", "urg", "permit", "prompt",
    "caus", "compel", "push",
)  # fmt: skip
CAUSED_OF = frozenset(["the", "its", "his", "her", "their", "a", "an"])
BEFORE_GERUND = frozenset(["into", "by", "for", "without", "after", "before"])
PARTICLES = frozenset(["back", "up", "out"])
SUM_OF = (["a", "total", "of"], ["the", "total", "of"], ["a", "sum", "of"], ["the", "sum", "of"])
BEFORE_AMOUNT = word_set("a an the total sum of combined just only another further additional")
# "cut its workforce by 5%", "lowered the limit to two": what is moved stands after the verb.
MOVING = frozenset(
    stem + ending
    for stem in (
        "rais", "reduc", "lower", "increas", "boost", "lift", "slash", "trimm", "expand", "hik",
        "narrow", "widen", "doubl", "decreas", "improv", "set", "limit", "restrict", "cut", "push",
        "driv", "drove", "bring", "brought", "send", "sent", "drag", "pull", "took", "tak",
    )
    for ending in ("", "ed", "es", "s", "ing", "ting")
) | word_set(
    "raise reduce increase decrease improve hike drive drives take takes sentenced sentences"
)  # fmt: skip
MOVED_TO = pattern(rf" (?:by|to|from|at)(?: (?!by |to |from |at )[a-z]+){{0,5}} ?{MONEY_SIGN}?$")
CHANGE_IN = pattern(
    r"(?<![a-z])(?:rise|increase|jump|drop|fall|decline|decrease|reduction|cut) in "
    r"(?:the |its |their |his |her )?"
)
TAKES = ("take", "takes")  # "takes the price to 5"
# "Its reduced size", "a decrease in the size": nothing is moved.
OWNING = ("'s", "’s", "its", "their", "his", "her", "the", " a", " an")
VALUING_REACH = 52  # code points between such a verb and "at"
VALUING = word_set(
    """
    forecasts estimates projects values sees pegs puts valued pegged put estimated held kept left
    set sets setting fixed capped valuing hold holds holding keep keeps keeping leave leaves leaving
    maintain maintains maintaining maintained
    """
)
AT_FILLERS = OF_FILLERS | {"record", "an", "estimated", "the", "level", "of", "$"}
AFTER_HEAD = tuple(
    f" {word} {article}"
    for word in ("of", "on", "in", "for", "from", "at", "by")
    for article in ("", "the ", "its ", "their ", "his ", "her ")
)
PASSIVE = ("was", "were", "been", "be", "is", "are", "being")
# "five girls, all aged 15", "judges who are over the age of 70"
WHO_ARE = (" who is", " who was", " who are", " who were")
ALL_OF_THEM = (" all", " both", " each", " now", " then")
OF_AGE = (" the age of", " the ages of")
AGED = (" aged", " ages", " over", " under", " above", " below")


def measured(between: str, without_verb: bool) -> bool:
    """Whether the figure measures the noun before these words, or the noun only acts.

    The last verb decides: a verb of measuring or moving means that it is measured, any other that
    it acts; without a verb the answer is `without_verb`.

    >>> measured(" rose by about ", True), measured(" was isolated for ", True)
    (True, False)
    >>> measured(" plans to spend ", True), measured(" faces ", True)
    (False, False)
    """
    table = words()
    passed = between.split()
    for at in range(len(passed) - 1, -1, -1):
        word = passed[at].strip(".,;:()\"'“”’")
        ahead = passed[at - 1] if at else ""
        if word in SUMS and ahead in DETERMINERS:
            continue  # "with a total of"
        behind = passed[at + 1 : at + 2]
        if (word in FOUNDING and behind not in (["by"], ["to"])) or behind == ["aside"]:
            return False  # "the firm raised $5 million", "it set aside $5 million"
        if word in MEASURING or word in DIRECTION_WORDS:
            return True
        participle = word.endswith("ed") and word not in table["noun_ing"]
        if participle and (behind in (["by"], ["at"]) or (behind == ["to"] and word in BACK)):
            return True  # "overvalued by 50%", "posted at 5%", "has recovered to 5%"
        if participle or word in table["verb"] or word in ACTS:
            return False
        if word in table["either"] and ahead in AUXILIARIES:
            return word == "record" or passed[at + 1 : at + 2] == [
                "by"
            ]  # "could heat by 3 degrees"
        if at == len(passed) - 1 or passed[at + 1] in OF_FILLERS:
            base = word[:-1] if word.endswith("s") else ""
            if base in table["either"]:
                return False
    return without_verb


def has_verb(words_behind: str) -> bool:
    """Whether the words after "as" or "after" are a clause, not only a noun.

    >>> has_verb("bitcoin drops "), has_verb("of may sales rose "), has_verb("falling ")
    (True, False, False)
    """
    first, *others = words_behind.split()[:9] or [""]
    if first in NO_CLAUSE or first in DIRECTION_WORDS or first in PRONOUNS:
        return False
    return any(each in FINITE for each in others)


def acts_itself(low: str, draft: Draft, end: int, floor: int) -> bool:
    """Whether the figure is the subject of its own verb: ", and 329 billion yuan was saved"."""
    if draft.kind == "percent":
        return next_word(low, end) in SAID_BY and not low.endswith(BEFORE_LEVEL, 0, draft.start)
    if not AUXILIARY.match(low, end):
        return False
    ahead = low[max(floor, draft.start - 40) : draft.hedge_start or draft.start].rstrip(" $€£¥")
    for total in (" a total of", " the total of", " a further", " another"):
        ahead = ahead.removesuffix(total)
    opens = draft.kind == "count" and (not ahead or ahead[-1] == ";")
    return opens or ahead.endswith((", and", ";", ", while", ", but"))


def acted_on(ahead: str) -> bool:
    """Whether the verb directly before a figure acts on it, so that its subject is not measured.

    >>> acted_on("the city paid"), acted_on("revenue reached"), acted_on("sales rose by")
    (True, False, False)
    >>> acted_on("he has to pay"), acted_on("a loss of"), acted_on("helped to prevent a total of")
    (True, False, True)
    """
    left = ahead.split()
    while left and left[-1] in BEFORE_AMOUNT:
        if left[-1] == "of" and left[-2:-1] not in (["total"], ["sum"]):
            return False
        left.pop()
    if not left or left[-1] in MEASURING or left[-1] in DIRECTION_WORDS:
        return False
    verb = left[-1]
    if left[-2:-1] == ["to"]:
        return verb in words()["verb"] or verb in words()["either"]
    if left[-2:-1] != [] and left[-2] in BEFORE_GERUND:
        return verb.endswith("ing")  # "tricked him into transferring 5 million"
    return verb in words()["verb"] or (verb.endswith("ed") and verb not in words()["noun_ing"])


def was_caused(ahead: str) -> bool:
    """Whether somebody was made to do something: "allowed the police to seize a total of".

    >>> was_caused("it allowed the town police to seize a total of"), was_caused("to seize")
    (True, False)
    """
    left = ahead.split()
    if left[-3:] in SUM_OF:
        del left[-3:]
    if left and left[-1] in PARTICLES:
        left.pop()
    return left[-2:-1] == ["to"] and any(
        left[at] in CAUSED_OF and left[at - 1].startswith(CAUSING)
        for at in range(max(1, len(left) - 6), len(left) - 3)
    )


def moved_object(text: str, low: str, floor: int, figure: int) -> tuple[int, int] | None:
    """The object of a verb that moves it "by" or "to" a figure: "cut its workforce by 5%".

    >>> text = "the mill cut its night staff by about 5%"
    >>> text[slice(*moved_object(text, text, 0, 38))]
    'night staff'
    """
    begin = figure - 48 if figure - 48 > floor else floor
    to = MOVED_TO.search(low, begin, figure)
    if to is None:
        return None
    changed = changed_in(text, low, max(floor, figure - 80), figure)
    if changed:
        return changed
    if to[0].startswith(" at"):
        return valued_object(text, low, floor, to.start(), figure)
    verb = last_verb(low, MOVING, floor, to.start())
    if verb is None:
        return None
    end = verb
    for way in (" up ", " down "):
        end += len(way) - 1 if low.startswith(way, verb) else 0
    found = last_noun(text, low, end, to.start())
    apart = low.endswith("sentenced", 0, verb)  # "sentenced a clerk of Keel, Ohio to"
    if found is None or apart or low.endswith(AFTER_HEAD, 0, found[0]):
        found = first_noun(text, low, end, to.start())
    if found is None or found[0] == found[1]:
        return None
    last = low[found[0] : found[1]].rpartition(" ")[2]
    return None if last in TIME_ALONE else found  # "rose for a third week by 5%"


def changed_in(text: str, low: str, floor: int, figure: int) -> tuple[int, int] | None:
    """What changes: "despite a decrease in the price of rye to 5".

    >>> text = "despite a sharp decrease in the price of rye to 5"
    >>> text[slice(*changed_in(text, text, 0, 48))]
    'price of rye'
    """
    changes = list(CHANGE_IN.finditer(low, floor, figure)) if " in " in low[floor:figure] else []
    if not changes:
        return None
    found = first_noun(text, low, changes[-1].end(), figure)
    if found is None or low[found[1] : figure].split()[:1] not in (["to"], ["by"], ["from"]):
        return None
    return found if found[0] < found[1] else None


def last_verb(low: str, verbs: frozenset[str], floor: int, end: int) -> int | None:
    """The end of the last verb of a set before `end`, unless it is a noun or in the passive voice.

    >>> last_verb("it cut its by", MOVING, 0, 10), last_verb("its cut to", MOVING, 0, 7)
    (6, None)
    """
    if verbs.isdisjoint(LETTERS.findall(low, floor, end)):
        return None  # most
    places = [
        word.span()
        for word in LETTERS.finditer(low, floor, end)
        if word[0] in verbs
        and (word[0] not in TAKES or next_word(low, word.end()) in ("the", "its", "their"))
        and low[word.end()] == " "
    ]
    ahead = low[floor : places[-1][0]].split()[-1:] if places else []
    if not places or (ahead and f" {ahead[0]}".endswith((*PASSIVE, *OWNING))):
        return None
    return places[-1][1]


def valued_object(text: str, low: str, floor: int, at: int, figure: int) -> tuple[int, int] | None:
    """What somebody puts "at" a figure: "the bank sees growth at a record 3%"; "at" stands there.

    >>> text = "the guild forecasts the rye harvest at about 3"
    >>> text[slice(*valued_object(text, text, 0, 35, 45))]
    'rye harvest'
    """
    if not all(word in AT_FILLERS for word in low[at + 4 : figure].split()):
        return None
    verb = last_verb(low, VALUING, floor, at)
    found = first_noun(text, low, verb + 1, at) if verb and at - verb < VALUING_REACH else None
    return found if found and found[0] < found[1] else None


def of_whose_age(text: str, low: str, floor: int, figure: int) -> tuple[int, int] | None:
    """The person whose age it is: "five girls, all aged 15", "judges over the age of 70", "Ann,
    66,".

    >>> text = "a fire hurt five girls, all aged 15"
    >>> text[slice(*of_whose_age(text, text, 0, 33))]
    'girls'
    """
    begin = max(floor, figure - 40)
    left = before_age(low[begin:figure].removesuffix(" "))
    if left is None:
        return None
    end = begin + len(left)
    near = last_noun(text, low, max(floor, end - 50), end)
    if near is None:
        return None
    name = text[slice(*near)]
    apart = low.startswith(",", near[1]) and is_object(low, floor, near[0])
    if apart and not (name.istitle() and " " in name):
        return None  # "dies in a crash, aged 41", but "founded by Ada Stein, 31,"
    return with_head(text, low, floor, near)


def before_age(ahead: str) -> str | None:
    """The words before a figure without those that say that it is an age; None if none do.

    >>> before_age("five girls, all aged"), before_age("judges who are over the age of")
    ('five girls', 'judges')
    >>> before_age("Ann,"), before_age("Ann is")
    ('Ann', None)
    """
    person = without(without(ahead, (" aged",)), ALL_OF_THEM)
    if person.endswith((",", *WHO_ARE)):
        return without(person, (",", *WHO_ARE))
    aged = without(ahead, OF_AGE)
    return without(without(aged, AGED), WHO_ARE) if aged.endswith(AGED) else None


def without(ahead: str, endings: tuple[str, ...]) -> str:
    """Some words without the first of these endings that they have."""
    if ahead.endswith(endings):
        for ending in endings:
            if ahead.endswith(ending):
                return ahead[: -len(ending)]
    return ahead
