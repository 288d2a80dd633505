"""Finds the counted noun: which of the words after a number are what is counted.

Words are read to the right of the number until one cannot belong to the noun: a function word, a
verb, an adverb, punctuation. The last plural among them is the head ("262,000 telecommunications
network fraud cases | were cracked"); without a plural it is the last noun after "one" and the first
noun otherwise ("12 page document").
"""

import re

from tui.figures.grammar.noun_words import (
    BEGIN_NO_NOUN,
    COMPARATIVES,
    COMPOUNDING,
    ENDS_ALWAYS,
    KINDS,
    MODIFYING_PLURALS,
    OPENERS,
    PARTICIPLES,
    PREDICATES,
    STOP,
    THE_MARK,
    VAGUE_OPENERS,
    ends_noun,
    holds_amount,
    is_measured,
    is_person,
    is_plural,
    names_a_people,
    names_one,
)
from tui.figures.grammar.phrase_words import NOUNS_IN_LY
from tui.figures.grammar.plain_nouns import plain_noun
from tui.figures.numbers.number_words import NUMBER_WORDS, ORDINALS, UNITS
from tui.figures.tables import words
from tui.patterns import pattern

# A word after the number; names ("737 Max jets", "A2") and hyphened words are one word. Plain ones
# come first: half of the time.
WORD = pattern(
    r"[ \u00a0\n] ?(?:[\"'(]|[“‘]{1})?([a-z]{1,41}(?=[ ,])|(?:[^\W_]{1,12}-)?(?:[A-Z]\.){2,3}"
    r"|(?:St|Dr|Mt|Ft)\.(?= [A-Z])|[^\W\d_]{3,12}-(?= (?:and|or) )|[0-9]{1,2}(?:-[^\W\d_]{3,}){1,3}"
    r"|(?:[^\W\d_]|[’'](?=s[ ]))[^\W_]{0,40}(?:(?:[-&.'/]|[‑–]{1}|’{1})[^\W_]{1,40}){0,5})([^\s]?)"
)
NAME_NUMERAL = pattern(r" [0-9]{1,3}(?:\.[0-9])?(?:[a-z]{0,2}|[KGDX])(?= [^\W\d_])")
GLUED = pattern(r"[-‑]([^\W\d_][^\W_]{0,40})")
ACT = pattern(r"[a-z]{3,}(?:ed|ing) [A-Z][a-z]+(?! [a-z]+s(?![a-z]))|set to ")
# Verbs of people whose object is no noun that is counted: "40 expressed concern".
VOICED = frozenset(["expressed", "raised", "voiced", "showed", "sought", "received", "demanded"])
BALLOT = pattern(r" (?:vot|ballot)")  # "three no votes"
AND_OTHERS = pattern(r" and ([a-z]+)(?![\w'-])(?!’)")
SHORTENED = ("'ve", "’ve", "'re", "’re", "'ll", "’ll", "'m", "’m", "n't", "n’t")
SPANS = (" year", " month", " week", " night", " quarter", " season", " summer", " winter")
BEFORE_NOUN = (" ", "\u00a0", "\n", "-", "‑")
BODIES = ("police", "staff", "crew")  # plurals that qualify the name of one: "police sergeant"
QUOTES = "\"”’'+"  # what may end a word of the noun: "the six OPEC+ members" too
MAX_WORDS = 8


def noun_after(
    text: str, low: str, at: int, one: bool = False, glued: bool = False, share: bool = False
) -> tuple[int, int] | None:
    """The span of the counted noun after `at`, or None.

    >>> def noun(text, at, **how):
    ...     span = noun_after(text, text.lower(), at, **how)
    ...     return text[slice(*span)] if span else None
    >>> noun("262,000 telecommunications network fraud cases were cracked", 7)
    'telecommunications network fraud cases'
    >>> noun("two new 737 Max jets.", 3), noun("96 Liverpool fans went to", 2)
    ('new 737 Max jets', 'Liverpool fans')
    >>> noun("13 people in the brains", 2), noun("2 billion is growing", 9)
    ('people', None)
    >>> noun("one man to", 3, one=True)
    'man'
    >>> noun("12 page document", 2), noun("of US population", 2, share=True)
    ('page', 'US population')
    >>> noun("12-page document", 2, glued=True), noun("690 million propaganda materials", 11)
    ('page', 'propaganda materials')
    """
    if at >= len(text) or text[at] not in BEFORE_NOUN:
        return None
    if glued:
        return glued_noun(text, low, at)
    plain = plain_noun(text, at)
    if plain:
        return plain if plain[0] < plain[1] else None
    match = WORD.match(text, at)
    first = low[slice(*match.span(1))] if match is not None else ""
    if first in BEGIN_NO_NOUN and not (one and first in THE_MARK):
        return None  # "one in three", "the 7,000 mark", but "one level"
    noun = _Noun(text, low, at, one)
    for count in range(MAX_WORDS):
        if not (noun.take_numeral() if match is None else noun.take_word(match, count)):
            break
        match = WORD.match(text, noun.position)
    return noun.span(share)


def glued_noun(text: str, low: str, at: int) -> tuple[int, int] | None:
    """The noun joined to its number by a hyphen: "a 12-page report", "a three-run inning".

    >>> text = "a 12-page report by a three-on-three league"
    >>> glued_noun(text, text, 4), glued_noun(text, text, 27)
    ((5, 9), None)
    """
    match = GLUED.match(text, at)
    if match is None:
        return None
    word = low[slice(*match.span(1))]
    if (word in STOP and word not in ("hit", "out")) or word in words()["adverb"] or word == "mark":
        return None
    return match.span(1)


class _Noun:
    """The words read so far: where the noun starts, and where it may end."""

    __slots__ = (
        "_before_and", "_begin", "_first_noun", "_is_joined", "_is_modifying", "_last_noun",
        "_last_plural", "_low", "_named", "_one", "_text", "position",
    )  # fmt: skip

    def __init__(self, text: str, low: str, at: int, one: bool) -> None:
        self._text, self._low, self._one = text, low, one
        #: How far the words were read.
        self.position = at
        # Where the noun begins, and its last word; 0 while it has none.
        self._begin = self._named = 0
        # Where words end that may be its last one; 0 while there are none.
        self._last_plural = self._last_noun = self._first_noun = 0
        self._before_and = 0
        self._is_joined = self._is_modifying = False

    def take_numeral(self) -> bool:
        """Add the number of a name ("737 Max jets"); False if the noun has ended."""
        numeral = NAME_NUMERAL.match(self._text, self.position)
        if numeral is None or self._last_plural or self._is_joined:
            return False
        before_name = self._text[numeral.end() + 1].isupper()
        counted = numeral.group().strip().isdigit()
        measured = counted and is_measured(self._low, numeral.end())  # "9 litre cases"
        if self._begin or before_name or measured or not counted:
            named = self._text[self._named].isupper() or self._low.endswith(KINDS, 0, self.position)
            if self._begin and not before_name and not named:
                return False
            self._begin = self._begin or numeral.start() + 1
        self.position = numeral.end()  # "39 of the state's 40 delegates"
        return True

    def take_word(self, match: re.Match[str], count: int) -> bool:
        """Add a word, after `count` words; False if the noun has ended."""
        text, low = self._text, self._low
        start, end = match.span(1)
        if text[self.position] == "\n" and text[start].isupper():
            return False  # the next line begins something else
        word = low[start:end]
        if count and word in ENDS_ALWAYS and not (word in OPENERS and self._opens(end)):
            return False
        is_owner = False
        if not word.isalpha():
            if word.startswith("to-") or word.endswith(SHORTENED):
                return False
            is_owner = word.endswith(("'s", "’s", "s'", "s’"))
            word = word.removesuffix("'s").removesuffix("’s")
        if self._begin:
            if text[start - 1] == "(" or (word == "means" and self._one):
                return False
        elif start - self.position > 1 and holds_amount(text[start - 1 : end + 40]):
            return False  # "3 (estimated value £9,000)"
        if word in ("and", "or", "&") and self._may_join:
            self._is_joined, self.position = True, end
            if self._text[self._begin].islower():
                self._before_and = self._first_noun  # "the two party system and"
            return True
        if self._is_joined and word in NUMBER_WORDS:
            self._before_and = 0
            return False  # "18 steel and five wooden boats"
        seen_plural = bool(self._last_plural) and not self._is_modifying
        if ends_noun(word, seen_plural, bool(self._last_noun)) and not self._goes_on(
            word, start, end, count
        ):
            return False
        if (not self._begin and word in NUMBER_WORDS) or (not count and word in VAGUE_OPENERS):
            if not count and word in UNITS and text[self.position - 1].isdigit():
                return False  # "180 four years ago"
            self.position = end
            if word in ORDINALS:
                self._begin = start  # "two first downs"
            return True
        self._begin, self._named = self._begin or start, start
        if not count and word in ("times", "time") and not self._one:
            self._first_noun = self._last_noun = end
            return False
        if count or word not in OPENERS:
            self._weigh(word, start, end, is_owner)
        sign = match[2]
        self.position = end + (sign != "" and sign in QUOTES)
        if sign == "," and self._is_listed(word, end):
            self.position = end + 1
            return True
        return not sign or sign.isalnum() or sign in QUOTES

    def span(self, share: bool) -> tuple[int, int] | None:
        """The noun among the words read: up to its last plural, else up to a noun; or None."""
        if not self._begin:
            return None
        end = self._first_noun
        if self._last_plural:
            end = self._last_plural
            modifies = self._is_modifying or self._low.endswith(BODIES, self._begin, end)
            named = self._text[self._low.rfind(" ", self._begin, end) + 1].isupper()
            if self._one and (modifies or named) and self._last_noun > end:
                end = self._last_noun  # "telecommunications fraud"
            if self._low.startswith(" and ", end):
                end = self._with_others(end)
        elif self._is_joined:
            end = self._before_and
        elif self._one or (share and end and not self._acts()):
            end = self._last_noun
        elif end and self._low.endswith("ing", self._begin, end) and end == self._last_noun:
            return None  # "three facing charges", "he was 18 turning 19"
        elif end and self._acts():
            return None
        return (self._begin, end) if end else None

    def _acts(self) -> bool:
        """Whether a verb stands first: "20 entered Spain", "12 set to", "40 voiced concern"."""
        first = self._text.find(" ", self._begin)
        past = (
            self._text.endswith(("ed", "ing"), self._begin, first)
            and self._text[first + 1 : first + 2].isupper()
        )
        if past or self._text.startswith("set to ", self._begin):
            return ACT.match(self._text, self._begin) is not None
        return first > 0 and self._text[self._begin : first] in VOICED

    @property
    def _may_join(self) -> bool:
        return bool(self._begin) and not (self._last_plural or self._is_joined or self._one)

    def _is_listed(self, word: str, end: int) -> bool:
        """Whether a second adjective and the noun follow a comma: "seven young, unarmed men"."""
        adjectives = words()["adjective"]
        if self._last_noun or self._last_plural or word not in adjectives or word in PREDICATES:
            return False
        second = WORD.match(self._text, end + 1)
        if second is None:
            return False
        word = self._low[slice(*second.span(1))]
        if word not in adjectives and not word.endswith("ed"):
            return False
        return leads_on(self._text, self._low, second.end(1), plural=True)

    def _opens(self, end: int) -> bool:
        """Whether a noun follows an adjective that is an adverb else: "two new daily flights"."""
        return not self._last_plural and goes_on(self._text, self._low, end)

    def _with_others(self, end: int) -> int:
        """The end of the noun including others counted with it: "51 men and women"."""
        others = AND_OTHERS.match(self._low, end)
        if others is None or not is_person(others[1]):
            return end
        first = self._low[self._begin : end].rsplit(" ", 1)[-1]
        if not is_person(first) or leads_on(self._text, self._low, others.end(), plural=True):
            return end
        return others.end()

    def _is_name_in_i(self, word: str, start: int) -> bool:
        """Whether a name is in the plural: "two Ferraris", not "one Davis"."""
        return not self._one and self._text[start].isupper() and len(word) > 6

    def _goes_on(self, word: str, start: int, end: int, count: int) -> bool:
        """Whether a word that ends other nouns belongs to this one."""
        text, low = self._text, self._low
        has_noun = self._last_noun or self._last_plural
        if word in PARTICIPLES and not has_noun and leads_on(text, low, end):
            return True  # "12 stolen cars"
        if word in COMPOUNDING and has_noun:
            return leads_on(text, low, end, plural=True)
        if self._begin and not self._last_plural and not self._one:
            if word.endswith(("ed", "ing")) and has_noun:
                return leads_on(text, low, end, plural=True)  # "two wireless charging pads"
            if text[start].isupper() and text[self._named].isupper() and word not in STOP:
                return True  # "three Grand Slam titles"
        if word in ("no", "yes"):
            return BALLOT.match(low, end) is not None
        if self._one and self._begin and not has_noun and word in words()["either"]:
            return word not in STOP and word[-1] != "s"  # "the popular vote"
        if not count and word in words()["either"]:
            last_time = self._one and word == "last" and not low.startswith(SPANS, end)
            if self._one and word not in STOP and word[-1] != "s":
                return True  # "one win"
            may_go_on = last_time or word not in STOP or text[start].isupper()  # "200 Be stars"
            if may_go_on and goes_on(text, low, end):
                return True  # "a 5% pay rise"
        if self._begin and not self._last_plural and word not in STOP:
            behind_adverb = low[self._named : self.position].endswith("ly")
            if behind_adverb:
                return True  # "12 newly built homes"
        if word in OPENERS:
            return True
        return word in ("us", "who", "it", "x") and text[start:end].isupper()

    def _weigh(self, word: str, start: int, end: int, is_owner: bool) -> None:
        """Record a word at which the noun may end."""
        if is_owner:
            return
        if is_plural(word) or (word.endswith("is") and self._is_name_in_i(word, start)):
            self._last_plural = end
            self._is_modifying = word.endswith(MODIFYING_PLURALS)
        elif (word not in words()["adjective"] and word not in COMPARATIVES) or (
            (self._text[start].isupper() and names_a_people(word))
            or (self._one and names_one(word, self._text[start]))
        ):
            if word in PREDICATES and not self._one:
                return  # "left 38,000 homeless"
            participle = (
                word.endswith(("ed", "ing", "ly"))
                and word not in words()["noun_ing"]
                and word not in NOUNS_IN_LY
            )
            if not participle or self._text[start].isupper():
                self._first_noun = self._first_noun or end
                self._last_noun = end


def leads_on(text: str, low: str, at: int, plural: bool = False) -> bool:
    """Whether a noun follows directly, or an adjective of it: "stolen | luxury cars"."""
    match = WORD.match(text, at)
    if match is None:
        return False
    word = low[slice(*match.span(1))]
    if plural:
        return is_plural(word)
    return word not in STOP and not ends_noun(word, seen_plural=False)


def goes_on(text: str, low: str, at: int) -> bool:
    """Whether another noun follows a word that could be a verb."""
    match = WORD.match(text, at)
    if match is None:
        return False
    word = low[slice(*match.span(1))]
    table = words()
    return word not in STOP and (word in table["either"] or not ends_noun(word, seen_plural=True))
