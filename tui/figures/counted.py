"""The counted noun: which of the words behind a number say what is counted.

Words are read to the right of the number until one cannot belong to the noun: a function word, a
verb, an adverb, punctuation. Of what was read, the last plural is the head ("262,000
telecommunications network fraud cases | were cracked"); without a plural it is the last noun after
"one" and the first noun else ("12 page document").
"""

import re
from functools import lru_cache

from tui.figures.tables import words
from tui.figures.vocabulary import NUMBER_WORDS, word_set
from tui.patterns import pattern

# A word behind the number; names ("737 Max jets", "A2") and hyphened words are one word.
WORD = pattern(
    r"[ \u00a0\n][\"“‘'(]?((?:[^\W_]{1,12}-)?(?:[A-Z]\.){2,3}|(?:St|Dr|Mt|Ft)\.(?= [A-Z])"
    r"|[0-9]{1,2}-[^\W\d_]{4,}"
    r"|(?:[^\W\d_]|[’'](?=s[ ]))[^\W_]{0,40}(?:[-‑–&.’'/][^\W_]{1,40}){0,5})([^\s]?)"
)
NAME_NUMERAL = pattern(r" [0-9]{1,3}[a-z]{0,2}(?= [^\W\d_])")
GLUED = pattern(r"[-‑ ]{1,2}([^\W\d_][^\W_]{0,40}(?:[-‑&][^\W_]{1,40}){0,5})([^\s]?)")
OF = pattern(
    r" of (?:(?:the|last|first|past|remaining|most|more|least|its|his|her|their|our|my|your"
    r"|those|these|all|such|some|a|an|"
    r"(?!us |it |we )(?:[A-Z][^\W\d_]{1,40} ){0,2}[^\W\d_]{1,40}[’']s?) ){0,6}"
)
WHOLE = pattern(r" [0-9][0-9,.]{0,10}(?= )")
SHORTENED = ("'ve", "’ve", "'re", "’re", "'ll", "’ll", "'m", "’m", "n't", "n’t")
SPANS = (" year", " month", " week", " night", " quarter", " season", " summer", " winter")
BEFORE_NOUN = (" ", "\u00a0", "\n", "-", "‑")
QUOTES = "\"”’'"
MOST_WORDS = 8

STOP = word_set(
    """
    east west north south northeast northwest southeast southwest strong shy x
    a an the this that these those my your his her its our their whose which who whom what
    where when while why how and or but nor yet so if than as at by for from in into of off on
    onto over out to toward towards under until till up upon via with within without about
    above across after against along among amid around before behind below beneath beside
    besides between beyond despite down during except inside like near outside past per plus
    since through throughout versus vs not no only just also even too very more less most
    least fewer each every both either neither all any some such other another is are was were
    be been being am has have had do does did will would can could may might must shall should
    said says say it he she they we i you him them us me there here then now ago later earlier
    worldwide nationwide overnight away apart together abroad overseas locally annually daily
    weekly monthly yearly again already still ever never often yesterday today tomorrow
    tonight last next because dies led hit although though unless whether got get gets getting
    made make
    makes making went go goes going came come comes left took take takes ahead back forward
    online offline respectively altogether meanwhile however instead total combined apiece
    each high higher lower long tall wide deep old monday tuesday wednesday thursday friday
    saturday sunday january february april june july august september october november
    december overall early late mid due worth according including involving
    """
)
# Stop words that may stand before the noun all the same.
OPENERS = word_set(
    """
    other more such total combined overseas online additional long old high worldwide nationwide
    """
)
# Behind the first word they end the noun without another look.
ENDS_ALWAYS = STOP - {"and", "or", "us", "who", "it", "x"}
# Openers that say nothing about what is counted.
UNSAID = frozenset(["more", "total", "combined", "additional", "such"])
NOT_PLURAL = word_set(
    """
    its this his us was has is as yes plus thus perhaps always sometimes news series less
    across besides previous various numerous famous serious religious dangerous famous
    enormous glass class business press process access success crisis basis analysis gas bus
    campus virus status focus bonus census christmas texas dallas paris arkansas kansas
    illinois vegas los angeles jones james charles williams
    """
)
NOT_MEN = word_set(
    "omen acumen abdomen specimen regimen semen hymen amen cyclamen stamen ramen yemen"
)
COMPARATIVES = word_set(
    "longer shorter taller wider deeper older younger bigger larger smaller heavier lighter faster"
)
SINGULAR_IN_S = word_set(
    """
    series species means headquarters barracks crossroads news
    """
)
# Plurals that often qualify another noun: "telecommunications network fraud cases".
MODIFYING_PLURALS = (
    "tions", "ics", "sales", "sports", "arms", "goods", "rights", "services", "securities",
    "weapons", "drugs", "systems", "affairs", "savings", "media", "data",
)  # fmt: skip


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether a word (in lower case) looks like a plural noun.

    >>> [is_plural(word) for word in ("cases", "people", "previous", "women", "loss", "went")]
    [True, True, False, True, False, False]
    """
    table = words()
    if word in table["plural"] or word in SINGULAR_IN_S:
        return True
    last = word.rsplit("-", 1)[-1] if "-" in word else word
    if not last[-2:-1].isalnum():
        return False
    if last.endswith("men") and last not in NOT_MEN:
        return True
    if len(last) < 3 or last[-1] != "s" or last[-2] in "su'’i" or last in NOT_PLURAL:
        return last in ("tvs", "gis") or last in table["plural"]
    return last not in table["verb"] and last not in table["adjective"]


@lru_cache(maxsize=4096)
def ends_noun(word: str, seen_plural: bool, seen_noun: bool = False) -> bool:
    """Whether a word cannot go on the noun: function words, verbs, adverbs, late participles."""
    if word in STOP:
        return True
    table = words()
    if seen_noun and word.endswith(("ed", "ing")) and word not in table["noun_ing"]:
        return True
    if word in table["verb"]:
        return True
    if word in table["adverb"]:
        return True
    if seen_plural:
        if word in table["adjective"] or word in table["either"] or word.endswith("ly"):
            return True
        if word.endswith(("ed", "ing")) and word not in table["noun_ing"]:
            return True
    return False


def noun_after(
    text: str, low: str, at: int, one: bool = False, glued: bool = False, share: bool = False
) -> tuple[int, int] | None:
    """The span of the counted noun that begins behind `at`, or None.

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
    if text[at : at + 1] not in BEFORE_NOUN:
        return None
    noun = _Noun(text, low, at, one)
    for count in range(MOST_WORDS):
        match = (GLUED if glued and not count else WORD).match(text, noun.position)
        if not (noun.take_numeral() if match is None else noun.take_word(match, count)):
            break
    return noun.span(share)


class _Noun:
    """What was read of the words behind a number: where the noun begins, and where it may end."""

    __slots__ = (
        "_begin", "_first_noun", "_is_joined", "_is_modifying", "_last_noun", "_last_plural",
        "_low", "_named", "_one", "_text", "position",
    )  # fmt: skip

    def __init__(self, text: str, low: str, at: int, one: bool) -> None:
        self._text, self._low, self._one = text, low, one
        #: How far the words were read.
        self.position = at
        # Where the noun begins, and its last word; 0 while it has none.
        self._begin = self._named = 0
        # Where words end that may be its last one; 0 while there are none.
        self._last_plural = self._last_noun = self._first_noun = 0
        self._is_joined = self._is_modifying = False

    def take_numeral(self) -> bool:
        """Take in the number of a name ("737 Max jets"); False where the noun has ended."""
        numeral = NAME_NUMERAL.match(self._text, self.position)
        if numeral is None or self._last_plural or self._is_joined:
            return False
        before_name = self._text[numeral.end() + 1].isupper()
        if self._begin or before_name or not numeral.group().strip().isdigit():
            if self._begin and not before_name and not self._text[self._named].isupper():
                return False
            self._begin = self._begin or numeral.start() + 1
        self.position = numeral.end()  # "39 of the state's 40 delegates"
        return True

    def take_word(self, match: re.Match[str], count: int) -> bool:
        """Take in a word, `count` words having been read; False where the noun has ended."""
        text, low = self._text, self._low
        start, end = match.span(1)
        if text[self.position] == "\n" and text[start].isupper():
            return False  # the next line begins something else
        word = low[start:end]
        if count and word in ENDS_ALWAYS:
            return False
        is_owner = False
        if not word.isalpha():
            if word.startswith("to-") or word.endswith(SHORTENED):
                return False
            is_owner = word.endswith(("'s", "’s", "s'", "s’"))
            word = word.removesuffix("'s").removesuffix("’s")
        if self._begin and text[start - 1] == "(":
            return False
        if word in ("and", "or", "&") and self._may_join:
            self._is_joined, self.position = True, end
            return True
        seen_plural = bool(self._last_plural) and not self._is_modifying
        if ends_noun(word, seen_plural, bool(self._last_noun)) and not self._goes_on(
            word, start, end, count
        ):
            return False
        if (not self._begin and word in NUMBER_WORDS) or (not count and word in UNSAID):
            self.position = end
            return True
        self._begin, self._named = self._begin or start, start
        if not count and word in ("times", "time") and not self._one:
            self._first_noun = self._last_noun = end
            return False
        if count or word not in OPENERS:
            self._weigh(word, start, end, is_owner)
        sign = match[2]
        self.position = end + (sign != "" and sign in QUOTES)
        return not sign or sign.isalnum() or sign in QUOTES

    def span(self, share: bool) -> tuple[int, int] | None:
        """The noun among what was read: up to its last plural, else up to a noun; or None."""
        if not self._begin:
            return None
        end = self._first_noun
        if self._last_plural:
            end = self._last_plural
            if self._one and self._is_modifying and self._last_noun > end:
                end = self._last_noun  # "telecommunications fraud"
        elif self._is_joined:
            end = 0
        elif self._one or (share and end):
            end = self._last_noun
        return (self._begin, end) if end else None

    @property
    def _may_join(self) -> bool:
        return bool(self._begin) and not (self._last_plural or self._is_joined or self._one)

    def _goes_on(self, word: str, start: int, end: int, count: int) -> bool:
        """Whether a word that ends other nouns belongs to this one all the same."""
        text, low = self._text, self._low
        if not count and word in words()["either"]:
            last_time = self._one and word == "last" and not low.startswith(SPANS, end)
            may_go_on = last_time or word not in STOP or text[start].isupper()  # "200 Be stars"
            if may_go_on and goes_on(text, low, end):
                return True  # "a 5% pay rise"
        if self._begin and not self._last_plural and word not in STOP:
            behind_adverb = low[self._named : self.position].endswith("ly")
            if behind_adverb:
                return True  # "12 newly built homes"
        if not count and word in OPENERS:
            return True
        return word in ("us", "who", "it", "x") and text[start:end].isupper()

    def _weigh(self, word: str, start: int, end: int, is_owner: bool) -> None:
        """Remember a word as one that the noun may end with."""
        if is_owner:
            return
        if is_plural(word):
            self._last_plural = end
            self._is_modifying = word.endswith(MODIFYING_PLURALS)
        elif word not in words()["adjective"] and word not in COMPARATIVES:
            participle = word.endswith(("ed", "ing", "ly")) and word not in words()["noun_ing"]
            if not participle or self._text[start].isupper():
                self._first_noun = self._first_noun or end
                self._last_noun = end


def goes_on(text: str, low: str, at: int) -> bool:
    """Whether another noun follows a word that could be a verb."""
    match = WORD.match(text, at)
    if match is None:
        return False
    word = low[slice(*match.span(1))]
    table = words()
    return word not in STOP and (word in table["either"] or not ends_noun(word, seen_plural=True))


def noun_of(text: str, low: str, at: int) -> tuple[int, int] | None:
    """The noun behind "of": "one of the oldest ballparks", "two of its ships".

    >>> text = "one of the oldest ballparks in America"
    >>> text[slice(*noun_of(text, text, 3))]
    'oldest ballparks'
    """
    match = OF.match(text, at) if low.startswith(" of ", at) else None
    if match is None:
        return None
    whole = WHOLE.match(text, match.end() - 1)  # "5,000 of its 20,000 tickets"
    span = noun_after(text, low, whole.end() if whole else match.end() - 1, share=True)
    if span is None or low[span[0] : span[1]] in ("them", "us", "which", "whom"):
        return None
    return span
