"""The words of noun phrases, and the words that end them; tables only."""

from tui.figures.tables import word_set

DETERMINERS = word_set(
    """
    the a an its his her their our my your this that these those some all each
    """
)
# Words that stand in a noun phrase although they stop a counted noun.
INSIDE = word_set(
    """
    total overall other such last next late early high higher low lower more last long old
    annual daily weekly monthly yearly
    """
)
EMPTY = word_set(
    """
    total rest more than about over nearly it they he she we who which that there one both
    total respectively today yesterday year years month months week weeks day days time times
    period i.e e.g end beginning according addition result case fact part least most amount
    noon midnight midday well overall further all-time closer
    """
) - {"amount", "case"}
# "At 8 p.m. EST the pound fell"
OF_CLOCKS = word_set(
    "a.m. p.m. est edt cst cdt mst mdt pst pdt ast gmt utc bst cet cest ist jst kst aest sgt"
)
NOUNS_IN_LY = word_set(
    """
    family supply italy july monopoly assembly tally rally reply anomaly butterfly homily jelly
    belly lily bully ally melancholy multiply trolley subassembly dragonfly gadfly
    """
)
FAMILY = word_set(
    """
    son sons daughter daughters child children kids twins wife husband brother brothers sister
    sisters mother father parents grandson granddaughter fiancee fiance
    """
)
# Adjectives of the word list that are nouns in the news.
NOUNS_TOO = frozenset(["crude", "warming", "fine", "deceased"])
# Participles that are before a noun: "U.S. existing home sales".
ATTRIBUTES = frozenset(["existing", "pending", "remaining", "outstanding", "leading"])
# "Last year": no noun of the clause.
OPENS_TIME = word_set(
    """
    last this next past previous same corresponding straight consecutive earlier later early late
    each every tomorrow first second third fourth
    """
)
# "For a third straight month": no noun of the clause either.
TIME_ALONE = frozenset(
    ["year", "month", "quarter", "week", "session", "period", "morning", "afternoon", "evening"]
)
# What the verb of a clause has for its subject, and what it counts is not said.
COMPASS = frozenset(["north", "south", "east", "west"])
PRONOUNS = frozenset(["it", "he", "she", "they", "we", "i", "you"])
# Verbs of what "the number of" something does.
LEVELS = (" stands", " totals", " hits", " tops", " nears", " exceeds", " reaches", " surpasses")
AUXILIARIES = word_set("to will would can could may might should must shall did does do")
# Verbs in -s whose base WordNet has for a noun as well.
ACTS_ALONE = word_set(
    "gives keeps lets sees tells brings finds holds buys sells helps wants needs compares"
)
BEFORE_VERB = tuple(f" {word} " for word in (*AUXILIARIES, "have", "has", "had"))
# After these stands who is acted on, or where: "it cost buyers about", "in the paper about".
BEFORE_OTHERS = word_set(
    """
    to by from with in on at for through near under after into onto
    across along over around between among during after before since within against towards off
    cost costs costing pay pays paid paying give gives gave giving offer offers offered offering
    award awarded awards charge charges charged lent owed owes sent
    """
)
ENDS_PHRASE = frozenset(["a", "an", "the", "its", "of", "and"])
SUMS = ("average", "total")
AFTER_SUM = frozenset(["is", "was", "of", "for", "stood", "stands", "reached", "remained", "has"])
PREPOSITIONS = word_set(
    """
    in on at by from since during after before over under with for as among within thanks due
    owing according despite given following across between through throughout besides unlike
    """
)
# Not "in" or "for": "fraud cases in the city" are no verb.
SAME_IN_THE_PAST = frozenset(["cost", "hit", "cut", "set", "put", "reach", "total", "average"])
OBJECTS = frozenset(["me", "us", "him", "them", "you", "more", "nearly"])
FOLLOWING_A_VERB = DETERMINERS | word_set("at by from under over to about around between up aside")
