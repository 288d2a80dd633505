"""The words of counted nouns: what may be part of one, what ends it, and what is a plural."""

from functools import lru_cache

from tui.figures.grammar.following_word import next_word
from tui.figures.tables import word_set, words

STOP = word_set(
    """
    east west north south northeast northwest southeast southwest strong shy x
    a an the this that these those my your his her its our their whose which who whom what
    where when while why how and or but nor yet so if than as at by for from in into of off on
    onto over out to toward towards under until till up upon via with within without about
    above across after against along among amid around before after below beneath beside
    besides between beyond despite down during except inside like near outside past per plus
    since through throughout versus vs minus not no only just also even too very more less most
    least fewer each every both either neither all any some such other another is are was were
    be been being am has have had do does did will would can could may might must shall should
    said says say it he she they we i you him them us me there here then now ago later earlier
    worldwide nationwide overnight away apart together abroad overseas locally annually daily
    weekly monthly yearly again already still ever never often yesterday today tomorrow
    tonight last next because whereas dies led hit although though unless whether got get gets
    getting made make
    makes making went go goes going came come comes left took take takes ahead back forward
    online offline respectively altogether meanwhile however instead total combined apiece
    each high higher lower long tall wide deep old monday tuesday wednesday thursday friday
    saturday sunday january february april june july august september october november
    december overall early late mid due worth according including involving
    aboard onboard on-board alive
    """
)
# Stop words that may are before the noun all the same.
OPENERS = word_set(
    """
    other more such total combined overseas online additional long old high worldwide nationwide
    daily weekly monthly yearly early late earlier later lower higher deep wide tall
    east west north south northeast northwest southeast southwest most fewer overnight
    """
)
# "The 7,000 mark", "the 1.2 million level": no noun that is counted.
THE_MARK = frozenset(["mark", "level", "threshold", "milestone", "barrier"])
# After the first word they end the noun without another look.
# What follows most numbers without a noun; none of these is a verb or a participle as well.
BEGIN_NO_NOUN = THE_MARK | word_set(
    "of to and or is are was were in from at by for on with as than but the a had has"
)
ENDS_ALWAYS = STOP - {"and", "or", "us", "who", "it", "x"}
# They say nothing about what is counted.
VAGUE_OPENERS = frozenset(["more", "fewer", "most", "total", "combined", "additional", "such"])
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
# What a number after belongs to: "phase 3 trials".
KINDS = ("phase", "type", "level", "stage", "grade", "category", "class", "tier")
# Plurals that often qualify another noun: "telecommunications network fraud cases".
MODIFYING_PLURALS = (
    "tions", "ics", "sales", "sports", "arms", "goods", "rights", "services", "securities",
    "weapons", "drugs", "systems", "affairs", "savings", "media", "data",
)  # fmt: skip

# Irregular participles that are no past tense, and "live": "12 stolen cars", "two live births".
PARTICIPLES = word_set(
    """
    beaten bitten blown born broken chosen drawn driven drowned eaten fallen flown forbidden
    forgotten forsaken frozen given grown hidden known live overdrawn overthrown paid prepaid proven
    sewn shaken shown shrunken sold spoken stolen sunken sworn taken thrown torn undriven unknown
    unpaid unproven unsold withdrawn worn woven written
    """
)
# Between a noun and a plural they are a participle with its noun: "flood related deaths".
COMPOUNDING = frozenset(["related", "based", "induced", "linked", "caused"])
# Plurals of those who are named by a word in -i.
PEOPLES_IN_IS = word_set(
    """
    afghanis azerbaijanis bahrainis bangladeshis emiratis hindustanis iraqis israelis kuwaitis
    nepalis omanis pakistanis punjabis qataris saudis somalis yemenis
    """
)
# Adjectives for a people that are its plural too, beside those in -ese and -ish: "five French".
PEOPLES_ALIKE = frozenset(["french", "dutch", "swiss", "irish", "british"])
# Those who are counted together: "51 men and women". Words in -ers, -ors, -ists, -ians are more.
PERSONS = word_set(
    """
    men women children boys girls sons daughters brothers sisters mothers fathers parents wives
    husbands people adults minors infants babies toddlers teenagers youths students pupils
    patients nurses surgeons medics police policemen policewomen soldiers troops staff crew
    civilians guests residents tenants citizens migrants refugees immigrants relatives friends
    uncles aunts cousins nephews nieces priests nuns monks bishops rabbis imams artists actresses
    waitresses clients participants applicants assistants consultants accountants employees
    trainees retirees volunteers firemen chefs experts scientists academics historians
    """
)
AGENTS = ("ers", "ors", "ists", "ians")
# Adjectives that name somebody too: "one civilian died".
NAMING = word_set(
    """
    civilian minor relative native local juvenile professional conservative independent
    expatriate unknown musical
    """
)
# Of those who are named by nothing else: "four of the dead".
THE_PEOPLE = word_set(
    "dead deceased injured wounded missing elderly sick homeless accused unemployed disabled poor"
)
# In front of the number they still say which: "the top three seeds", "a record 32 goals".
AHEAD = frozenset(["top", "record", "previous", "remaining", "final", "opening"])
# Adjectives that say how those are who are not named: "12 dead, local papers said".
PREDICATES = word_set(
    "alive available critical dead fatal free homeless hurt ill missing negative positive safe sick"
    " well"
)
# "9 litre cases"
MEASURED = word_set(
    """
    liter litre gallon ounce pound inch foot mile acre meter metre watt kilowatt megawatt gigawatt
    volt ton tonne
    """
)


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether a word (in lower case) looks like a plural noun.

    >>> [is_plural(word) for word in ("cases", "people", "previous", "women", "loss", "went")]
    [True, True, False, True, False, False]
    """
    table = words()
    if word in table["plural"] or word in SINGULAR_IN_S or word in PEOPLES_IN_IS:
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
    """Whether a word cannot continue the noun: function words, verbs, adverbs, late participles."""
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


def names_a_people(word: str) -> bool:
    """Whether an adjective is also the name of a people: "five Japanese were aboard"."""
    return word in PEOPLES_ALIKE or (word.endswith(("ese", "ish")) and len(word) > 5)


def names_one(word: str, opening: str) -> bool:
    """Whether an adjective is also the name of a person: "one civilian died", "one American"."""
    return word in NAMING or (opening.isupper() and word.endswith("an"))


def is_person(word: str) -> bool:
    """Whether a plural names people: "women", "welders"."""
    return word in PERSONS or (word.endswith(AGENTS) and len(word) > 5)


def holds_amount(aside: str) -> bool:
    """Whether brackets contain digits.

    >>> holds_amount("(value £9,000)"), holds_amount("(male) sheep in 2019"), holds_amount("“a 5")
    (True, False, False)
    """
    return aside[:1] == "(" and any(map(str.isdigit, aside.partition(")")[0].partition("\n")[0]))


def is_measured(low: str, at: int) -> bool:
    """Whether a unit stands before another word: "litre cases", not "litre, said".

    >>> is_measured("9 litre cases", 1), is_measured("9 litre, and", 1)
    (True, False)
    """
    unit = next_word(low, at)
    end = at + 1 + len(unit)
    return unit in MEASURED and low[end : end + 1] == " " and low[end + 1 : end + 2].isalpha()
