"""The counted noun, by grammatical constructions."""

import pytest

from tui.figures import extract

# text with the figure in [brackets] | the counted noun, nothing where none is said
TABLE = """
# A participle that is no past tense stands before its noun
They found [12] stolen ferries in a barn | stolen ferries
The map shows [three] known wrecks | known wrecks
The app has [5.2 million] paid subscribers | paid subscribers
The rate is [one] in 5,000 live births | live births
He counted [300] broken tiles | broken tiles
# A word that is a verb too, behind "one"
They need [one] win over Trieste | win
They asked [one] suspect about it | suspect
# Adverbs that are adjectives before a noun
It has [2.7 billion] monthly active users | monthly active users
They added [two] new daily ferries | new daily ferries
He scored [three] late goals | late goals
She works [12] daily |
# People who are named by an adjective or a plural in -is
[Five] British were aboard | British
[14] Japanese arrived | Japanese
[Two] Chinese shipyards closed | Chinese shipyards
Three Danes left and [nine] Israelis stayed | Israelis
# People who are counted together
[51] men and women were honoured | men and women
[Two] bakers and teachers work there | bakers and teachers
They hired [12] bakers and ovens were bought | bakers
[20] nurses and police officers came | nurses
# What a hyphen joins to the number is one word
It was a [200]-strikeout season | strikeout
They had a [three]-run first inning | run
They opened an [eight]-game home stand | game
It has a [10]-speed automatic | speed
They keep a [three]-on-three league |
# A compound that has lost its hyphen
There were [40] flood related delays | flood related delays
[12] firms based locally closed | firms
# Numbers within a noun
[Two] 18-year-old bakers were held | 18-year-old bakers
It infected [4,200] of the island nation's roughly 200,000 residents | residents
# A participle between an adjective and a plural, a name of several words
They have [two] wireless charging pads | wireless charging pads
She won [two] Grand Slam singles titles | Grand Slam singles titles
[Four] West African ports closed | West African ports
He owns [two] Ferraris and one van | Ferraris
The firm has [900] full- and part-time bakers | full- and part-time bakers
The world's [10] richest bakers met | richest bakers
He is [one] of only three bakers to do so | bakers
The storm left [38,000] homeless | people
[Eleven] have been charged | people
On Monday [one] civilian died | civilian
[Two] alumni and six moose | alumni
[Three] phase 3 trials are under way | phase 3 trials
It drives [two] 4K displays | 4K displays
The box has [four] HDMI 2.1 inputs | HDMI 2.1 inputs
查获[12]部手机 | 部
超过[3万]多人 | 人
# Two spaces
Over [452] available  ward seats | available  ward seats
# Adjectives with a comma
[Seven] young, unarmed sailors drowned | young, unarmed sailors
At least [12] dead, local papers said | people
# What stands before the number says which
The top [three] seeds lost | top seeds
He scored a record [32] goals | record goals
The previous [two] sessions were dull | previous sessions
It rose to 167 from a previous [93] injured gulls | injured gulls
She is one of their [25] most influential bakers | influential bakers
It is [one] of the few valleys with eels | valleys
[Four] of the deceased were bakers | deceased
# No noun at all
He was one of [three] facing the judge |
She was [18] turning 19 |
The [two] party system and its rules | party
# The noun is said once
It has 14 kilns in Bonn, [nine] in Trier and two in Ulm | kilns
It has 14 kilns in Bonn, nine in Trier and [two] in Ulm | kilns
Labour won 12 wards and lost [three] | wards
She earned nine delegates, followed by Lee with [six]. | delegates
They own [18] steel and five wooden boats | steel boats
The number of cases stands at [312] | cases
While 54 guilds have signed it, only [27] have paid | guilds
# People, whom nobody names
The bus fell; at least [seven] die | people
The kiln blew up, [dozens] dead | people
The storm left [15,000] stranded at ports | people
It left five dead and [two] seriously injured | people
"""


def answers() -> list[tuple[str, int, str]]:
    """Each line of the table: the text without brackets, where the figure begins, its noun."""
    rows = []
    for line in TABLE.strip().split("\n"):
        if not line.startswith("#"):
            marked, unit = line.rsplit("|", 1)
            start = marked.index("[")
            rows.append((marked.strip().replace("[", "").replace("]", ""), start, unit.strip()))
    return rows


@pytest.mark.parametrize(("text", "start", "unit"), answers())
def test_the_counted_noun(text: str, start: int, unit: str) -> None:
    found = {figure.start: figure.unit for figure in extract(text)}
    assert (found.get(start) or "") == unit
