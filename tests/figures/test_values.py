"""Sentences of our own, one figure each: what it is, what it is worth, what it counts."""

from decimal import Decimal

import pytest

from tui.figures import extract

# text with the figure in [brackets] | value (low..high for a range) | unit
COUNTS = """
[3] Open Schools, all free | 3 | Open Schools
Of these [65] set to close, none did | 65 |
They won [three] set pieces | 3 | set pieces
In May [3,523] entered Spain | 3523 |
It has the greatest number of women, [102], ever | 102 | women
They earn [2–2,5] times more | 2..2.5 | times
产量是上年的[2.5]倍 | 2.5 | times
They hold [four] of the top five places | 4 | places
They got [two] first downs | 2 | first downs
They scored more with him ([1.9]) than without | 1.9 |
The index closed up [321.8], or 1.05 percent | 321.8 |
He hopes for “[tens of thousands]” of letters | 10000..100000 | letters
The [3,200] gain was the least in years | 3200 |
There were [three] no votes and a shrug | 3 | no votes
The yard mended 40 boats (including [12] stolen), they said | 12 | boats
The odds were even (95% CI [0.57, 1.28]) | 0.57..1.28 |
Adjusted HR [0.86] for smokers | 0.86 |
Visits rose from [95,000] to 1.2 million visitors | 95000 | visitors
Its risk ratio was high (95% CI [1.2–3.4]) | 1.2..3.4 |
The valley has [14,000] (2023 est.) goats | 14000 |
Police arrested [3,412] smugglers on the coast | 3412 | smugglers
They logged [1.27 million] network fraud complaints last year | 1270000 | network fraud complaints
[1047] cases were closed in spring | 1047 | cases
Nearly [ninety-six] Rovers fans went home early | 96 | Rovers fans
She wrote [twenty-one thousand four hundred and six] letters | 21406 | letters
The dam displaced [half a million] people | 500000 | people
[A dozen] witnesses came forward | 12 | witnesses
[Tens of thousands] of commuters were stranded | 10000..100000 | commuters
[Dozens] of boats sank | 12..120 | boats
They hold [several hundred] patents | 200..900 | patents
The ferry carries [between 40 and 50] lorries | 40..50 | lorries
The plant hired [two hundred to three hundred] welders | 200..300 | welders
He visited [three or four] islands | 3..4 | islands
[Four] new electric 310 Sprint vans arrived | 4 | new electric 310 Sprint vans
He met [one] of the oldest miners in the valley | 1 | oldest miners
[12] of the 20 jurors agreed | 12 | jurors
The archive keeps [1 234 567] cards | 1234567 | cards
India counted [12,34,567] voters there | 1234567 | voters
The region has [3.2m] hens | 3200000 | hens
The clinic treated [37万]人 | 370000 | 人
[1.2万]起 were solved | 12000 | 起
The mine employs [300] US citizens | 300 | US citizens
Output rose [sixfold] | 6 | times
She has sung there [11] times | 11 | times
A [14-page] memo leaked | 14 | page
The museum owns [2,500+] coins | 2500 | coins
The town counts [40-plus] pubs | 40 | pubs
[Two] women and a man were hurt | 2 | women
It saved [200] lives | 200 | lives
He runs [60] or so taxis | 60 | taxis
They won [five] or more wards | 5 | wards
[12] newly built homes burned | 12 | newly built homes
The answer is [5] minus two | 5 |
[600] commercial fishermen live here | 600 | commercial fishermen
Police held [02] persons | 2 | persons
They sold [27000] Model S and Model X vans | 27000 | Model S and Model X vans
There were [82] digital and physical sales | 82 | digital and physical sales
A fire killed [seven] last night | 7 | people
The flood left [12] dead | 12 | people
Of the suspects, [41,000] were handed over | 41000 | suspects
They tried 155,000 rioters, of whom [23,200] were freed | 23200 | rioters
She wants another goat or [two]. | 2 | goat
Of the [2.8 million] who voted, most agreed | 2800000 | people
[Hundreds] were arrested | 100..1000 | people
Some left; [hundreds] more are due | 100..1000 |
They infected [tens of thousands] | 10000..100000 | people
[35] U.S. sailors came ashore | 35 | U.S. sailors
She won 39 of Ohio's [54] wards | 54 | wards
Of the six seats, they took [four] | 4 | seats
The number of wounded goats rose to [31] | 31 | wounded goats
There were [12] deaths per 100,000 people | 12 | deaths per 100,000 people
The rate is [5] per 1,000 births | 5 | per 1,000 births
The gate counts [300] cyclists an hour | 300 | cyclists per hour
They bought [12] MiG-29 jets | 12 | MiG-29 jets
The probe needs [1.5×10⁶] bolts | 1500000 | bolts
It holds [two million and a half] shells | 2500000 | shells
He saw [3 million and a half] gulls | 3500000 | gulls
She owns [three dozen] clocks | 36 | clocks
He owns [three dozens] | 36 |
Bring [5-to-10] spades | 5..10 | spades
Bring [50-100] spades | 50..100 | spades
Bring [800-1000] spades | 800..1000 | spades
It needs [3x] more water | 3 | times
Bring [5～10] spades | 5..10 | spades
On Tuesday, [1885] tremors were felt | 1885 | tremors
The total so far is [1501] | 1501 |
They said that [one] of the goats limped | 1 | goats
It ranks as [one] of the best pubs in town | 1 | best pubs
[Dozens] feared lost in the fog | 12..120 |
[Hundreds] arrested after the match | 100..1000 | people
There was a row in which [hundreds] died | 100..1000 | people
The fog kills [one] | 1 | people
Of the five sailors, only [one] was hurt | 1 | sailors
They were to form [six] working parties | 6 | working parties
The Rovers beat the Harriers [45] points to 12 | 45 | points
She was an All-Star [12] times | 12 | times
It saw a league-record NFL-style [23] penalties | 23 | penalties
In Texas [two] were hurt | 2 | people
There were [1,000s] of gulls | 1000..10000 | gulls
The [six] ALPHA+ towns met | 6 | ALPHA+ towns
The bank cut its rate [a quarter point] | 0.25 | point
The index fell past the [50] mark | 50 | mark
Fog Kills [12] in Bergen | 12 | people
Line Cuts [500] Posts | 500 | Posts
Police Arrest [14] After Brawl | 14 | people
Diver Charged in Deaths of [Three] Crewmen | 3 | Crewmen
She hit [98] RBIs in spring | 98 | RBIs
A [4.8-star] inn | 4.8 | star
The ferry sank with [239] aboard | 239 | people
They sell [two million] 9 litre cases | 2000000 | 9 litre cases
The valley has [40] per square mile | 40 | per square mile
FIRST [13] ISSUES FOR FREE | 13 | ISSUES
The line bought [30] 737 MAX jets | 30 | 737 MAX jets
They saw [10s of thousands] of gulls | 10000..100000 | gulls
The village has [4 thousand 3 hundred] hens | 4300 | hens
By one count, of the 40 sailors, [22] were ill | 22 | sailors
A [5.2] quake shook the coast | 5.2 |
"""
MONEY = """
Tin fell from [$75 U.S.] per kilo to $71.50 | 75 | USD per kilogram
Tin fell from $75 U.S. per kilo to [$71.50] | 71.5 | USD per kilogram
Tin rose to [$75] from $71.50 a kilo | 75 | USD per kilogram
Pay rose from $22 an hour to [$45,000] | 45000 | USD
It got [$5 million] US aid | 5000000 | USD
It raised [$50,000 - $100,000] from friends | 50000..100000 | USD
It cost [450 millions of US dollars] | 450000000 | USD
35 - [$62.1 million]: the largest ferry | 62100000 | USD
Sales were [$5m] – $2m less | 5000000 | USD
涉案[1000余万元]人民币 | 10000000 | CNY
The loss shrank from [$500] to $400 million | 500000000 | USD
A [$2] stamp was lost | 2 | USD
The fine was [14.8 billion yuan] | 14800000000 | CNY
It cost [US$2.33 billion] to build | 2330000000 | USD
They paid [$US113 million] | 113000000 | USD
The bridge cost [€4.5m] | 4500000 | EUR
The rate is [£60,000] a week | 60000 | GBP per week
The bill came to [RM3.06mil] | 3060000 | MYR
He owes [Rs 35 crore] | 350000000 | INR
He owes [Rs. 2 lakh] | 200000 | INR
A ticket is [CN¥88] | 88 | CNY
They want [NIS 900 million] | 900000000 | ILS
It sold for [7,500 Danish crowns] | 7500 | DKK
It sold for [320 million Swiss francs] | 320000000 | CHF
The loss was [-$5 million] | -5000000 | USD
Shares stood at [412p] | 412 | penny
It closed at [84.75 cents] | 84.75 | cent
Bids range from [$89 to $93 billion] | 89000000000..93000000000 | USD
The fee runs from [$200 to $4 million] | 200..4000000 | USD
They moved [54.8 million USDT] | 54800000 | USDT
He lost [12.5 BTC] | 12.5 | BTC
It needs [1.1万亿元] | 1100000000000 | CNY
It sold for [30 MUSD] | 30000000 | USD
It sold for [75 USD million] | 75000000 | USD
He spent [3 dollars 50 cents] | 3.5 | USD
The price is [100,000 Georgian lari] | 100000 | GEL
They seized [900 million złotys] | 900000000 | PLN
The flat costs [one million rubles] | 1000000 | RUB
Petrol is [$2.11] per gallon | 2.11 | USD per gallon
They raised [tens of millions of dollars] | 10000000..100000000 | USD
It went for [half a million euros] | 500000 | EUR
It costs [between one and two million dollars] | 1000000..2000000 | USD
It costs [$50-100] | 50..100 | USD
The average is [$375] per-seat | 375 | USD per seat
He paid [thirteen dollars forty five] | 13.45 | USD
It costs [15 dollars and 50]. | 15.5 | USD
He has [10 $ 30 cent] | 10.3 | USD
It sold for [150$ billion] | 150000000000 | USD
They earned [37 cents] per diluted share | 37 | cent per share
The hall cost [Rs 2 crore 35 lakh] | 23500000 | INR
It costs [10s of millions of dollars] | 10000000..100000000 | USD
A room costs [50 Kč] | 50 | CZK
A room costs [TSh 500] | 500 | TZS
A room costs [500 Dhs] | 500 | AED
Gas fell to [$2.50]/MMBtu | 2.50 | USD per million British thermal unit
The mine cost [R500 million] | 500000000 | ZAR
The well cost [N500m] | 500000000 | NGN
A hut costs [Dh500] | 500 | AED
It sold for [150 kn] | 150 | HRK
Power costs [€20]/MWh | 20 | EUR per megawatt hour
Power costs [$20] per megawatt-hour | 20 | USD per megawatt hour
The flow was SEK 1,234m ([987]). | 987000000 | SEK
The flow was MSEK 1,250 ([1,100]). | 1100000000 | SEK
Profit a share was SEK 3.45 ([2.98]). | 2.98 | SEK
Planks cost [$495] per thousand board feet | 495 | USD per thousand board feet
Cocoa dropped to [3,431 pounds] a tonne | 3431 | GBP per tonne
The bank set aside [Rs 3,456 cr] | 34560000000 | INR
Scrap fell to [RMB427]/tonne after noon | 427 | CNY per tonne
Gold costs [$900] per troy ounce | 900 | USD per troy ounce
Gas fell to [$1.97] per 1,000 cubic feet | 1.97 | USD per 1,000 cubic feet
Barley rose to [$3.12 1/2] a bushel | 3.125 | USD per bushel
Oats rose to [$4.38-3/4] a bushel | 4.3875 | USD per bushel
"""
PERCENT = """
产量增长[百分之三十] | 30 | percent
上涨了[0.3个百分点] | 0.3 | percentage point
Rents fell [a tenth of a percent] in May | 0.1 | percent
Turnout was up [2.5 p.p.] in May | 2.5 | percentage point
Rents rose [41.1%] | 41.1 | percent
Rents rose [5 per cent] | 5 | percent
Rents rose [five percent] a year | 5 | percent per year
Rates fell [25 basis points] | 25 | basis point
Turnout gained [4 percentage points] | 4 | percentage point
Rates rose by [three-quarters of a percentage point] | 0.75 | percentage point
Rates rose by [half a percentage point] | 0.5 | percentage point
The margin is plus or minus [3 percentage points] | 3 | percentage point
The index moved [-1.3%] | -1.3 | percent
Growth of [5 to 7 percent] is likely | 5..7 | percent
Growth is [between 5% and 6%] | 5..6 | percent
Rents rose by [10] and 20 percent | 10 | percent
Only [.5%] replied | 0.5 | percent
利润同比增长[17.1%] | 17.1 | percent
"""
MEASURES = """
It rained 42 mm ([1.7 in]) | 1.7 | inch
该岛有[1200平方公里]土地 | 1200 | square kilometre
气温为[零下5摄氏度] | -5 | celsius
The [7-long-ton] tug sank | 7 | ton
The tremors had magnitudes of [5.9] and 5.6 | 5.9 | magnitude
The tremors had magnitudes of 5.9 and [5.6] | 5.6 | magnitude
The baker used [270 gm] of flour | 270 | gram
They shipped [5,000 MT] of rice | 5000 | tonne
Output reached [12 MMT] of steel | 12000000 | tonne
The kiln emits [40 tCO2e] | 40 | tonne of CO2 equivalent
It snowed [3 in.] of wet snow | 3 | inch
He is [5' 10"] in socks | 5.833333333 | foot
She ran for [240] rushing yards | 240 | yard
The ring scored [60] on the GPa scale | 60 | gigapascal
The quake was a [5.2] on the Richter scale | 5.2 | magnitude
The pump moves [300 gpm] | 300 | gallon per minute
His blood pressure was [140/90 mmHg] | 90..140 | millimetre of mercury
A blood pressure of [120/80] is fine | 80..120 | millimetre of mercury
Output fell from [500] to 400 million tonnes | 500000000 | tonne
The road is [2,000km] long | 2000 | kilometre
The hall has [660 square metres] | 660 | square metre
The field has [1.5 acres] | 1.5 | acre
The tank holds [7.5 million gallons] | 7500000 | gallon
The wind blew at [90 mph] | 90 | mile per hour
The tide ran at [3 kilometres per hour] | 3 | kilometre per hour
The wells gave [1.2 million barrels a day] | 1200000 | barrel per day
It burns [5.5 litres per 100 km] | 5.5 | litre per 100 kilometres
It burns [6.4L/100km] | 6.4 | litre per 100 kilometres
It draws [27 kWh/100 mi] | 27 | kilowatt hour per 100 miles
The roof took [4 or more inches] of snow | 4 | inch
It weighs [70kg] | 70 | kilogram
It weighs [25 pounds] | 25 | pound
It makes [310 hp] | 310 | horsepower
The farm yields [30 gigawatts] | 30 | gigawatt
The pump moves [590,000 barrels per day] | 590000 | barrel per day
A [52,000 barrel-a-day] refinery | 52000 | barrel per day
It was [minus 5 degrees Celsius] | -5 | celsius
It was [42.6C] in the shade | 42.6 | celsius
It hit [98.6 degrees F] | 98.6 | fahrenheit
The disc holds [1TB] | 1 | terabyte
A [5-10W] laser | 5..10 | watt
A pitch of [352 μm] | 352 | micrometre
The run is [10 1/2 miles] | 10.5 | mile
The pipe is [a 1/4] mile long | |
He is [5 feet 6 inches] tall | 5.5 | foot
The ship is [300m] long | 300 | metre
The towers stand [50 m] apart | 50 | metre
The lake holds [3 million cubic metres] | 3000000 | cubic metre
It is [half a mile] away | 0.5 | mile
It is [two and a third miles] away | 2.3333 | mile
The tusk is [one and two thirds metres] long | 1.6667 | metre
The crane's outreach is [48m]. | 48 | metre
They use [150 litres per person per day] | 150 | litre per person per day
She ran [100m] in a blink | 100 | metre
The slab is [12 cm] thick | 12 | centimetre
The trench is [one to two metres] deep | 1..2 | metre
The disc spins at [9.8 m/s²] | 9.8 | metre per second squared
The sample has [5 mmol/L] | 5 | millimole per litre
The cell holds [2.5 F] of capacity | 2.5 | fahrenheit
The capacitor holds [2.5 F] | 2.5 | farad
It needs [0.002 moles] of oxygen per cubic metre | 0.002 | mole per cubic metre
The coil has [3 mH] | 3 | millihenry
The reef lies [10 fathoms] down | 10 | fathom
The press exerts [10 kN] | 10 | kilonewton
The ship takes [500 TEU] | 500 | twenty-foot equivalent unit
A quake of magnitude [4.9] struck | 4.9 | magnitude
The magnitude of the quake was [5.5], they said | 5.5 | magnitude
A tremor with a magnitude of [4.0] woke them | 4.0 | magnitude
An [11"] screen | 11 | inch
He lost [4st 7lb] by spring | 4.5 | stone
The cub weighs [6lb 3oz] | 6.1875 | pound
The star has [2×1030 kg] | 2000000000000000000000000000000 | kilogram
Waves as high as [6m] crashed ashore | 6 | metre
Shocks in the magnitude [7] range | 7 | magnitude
The wells gave [1.2 mb/d] | 1200000 | barrel per day
The pipe carries [3-5 bcm] | 3000000000..5000000000 | cubic metre
It goes [0-60mph] in a blink | 0..60 | mile per hour
A [5.5”] screen | 5.5 | inch
The keeper is [5’6”] tall | 5.5 | foot
Systolic BP [130–139 mmHg] is high | 130..139 | millimetre of mercury
The boy is [5'11"] | 5.9167 | foot
The hills got 22.0" (by radio) and the coast [21.5"] (by post) | 21.5 | inch
"""
DURATIONS = """
会议持续了[3天] | 3 | day
他今年[35岁] | 35 | year of age
From left: Ann, [24], Kim, 18, and Joe, 12. | 24 | year of age
From left: Ann, 24, Kim, [18], and Joe, 12. | 18 | year of age
Adults [18] and older may vote | 18 | year of age
It is free for those [65] or over | 65 | year of age
She won in [2:05:10], a record | 7510 | second
He swam it in [3:41.60] | 221.60 | second
He fell (aged [38]) and died | 38 | year of age
She ran it in [9.58s] | 9.58 | second
It fell for [eight consecutive months] | 8 | month
It took [an hour and a half] | |
He waited [eight and a half years] | 8.5 | year
He got [six-and-a-half years] in jail | 6.5 | year
It takes [11.2 sec]. | 11.2 | second
The [90-minute] flight was late | 90 | minute
It lasts [seven to 10 years] | 7..10 | year
The [25-year-old] keeper left | 25 | year of age
She is [60 years old] | 60 | year of age
The saga is [ten months old] | 10 | month of age
Those aged [18 to 34] agreed | 18..34 | year of age
He died at the age of [87] | 87 | year of age
Maddox, [66], has retired | 66 | year of age
She was [26]. | 26 | year of age
The [85]-and-over group | 85 | year of age
Voters between the ages of [17 and 29] stayed | 17..29 | year of age
Life expectancy in the town is around [73], they said | 73 | year of age
Those aged ≥ [70] may come | 70 | year of age
They chose people who are over [80]. | 80 | year of age
He lost [1.0], 4.4 and 8.9 years | 1.0 | year
At [77], Ruth became a diver | 77 | year of age
The pupils are aged 9, [12] and 15 | 12 | year of age
Their daughters, Ann, [10], and Sue, 4, will sing | 10 | year of age
Their daughters, Ann, 10, and Sue, [4], will sing | 4 | year of age
Tom Lee and Jo May, [40] and 49, were fined | 40 | year of age
The patients are aged above [60] | 60 | year of age
It took the last [three-four months] | 3..4 | month
It took a [year-and-a-half] | 1.5 | year
She retired at [65] | 65 | year of age
The lamp burns [10+ hours] | 10 | hour
The calf is [three and a quarter months] old | 3.25 | month of age
"""
RATIOS = """
A [two-third] majority is needed | 0.66666667 | majority
[三分之二]的农民同意 | 0.66666667 |
Oats cost [a third] more than rye | 0.33333333 |
Rents are [a quarter] lower than here | 0.25 |
Profits fell by [a quarter]. | 0.25 |
They closed [half] the shops | 0.5 | shops
A [two-for-one] share split | 2 |
[One in five] drivers is late | 0.2 | drivers
[Seven out of ten] tenants own a cat | 0.7 | tenants
[7 of every 10] tenants own a cat | 0.7 | tenants
Two were hurt; [a third] were asleep | 0.3333 |
Rents are up [a third] in a year | 0.3333 |
[Two-thirds] of voters agreed | 0.6667 | voters
[A quarter] of the herd was lost | 0.25 | herd
The odds are [3-to-1] | 3 |
More than [half] of the pupils walk | 0.5 | pupils
A [two-thirds] majority is needed | 0.6667 | majority
The odds are [5 to 1] | 5 |
Goats outnumber men by [3 to 1] | 3 |
They agreed on a [60:40] split | 1.5 |
The herd was cut in [half]. | 0.5 |
"""
CASES = [
    (kind, *(part.strip() for part in line.rsplit("|", 2)))
    for kind, table in {
        "count": COUNTS,
        "money": MONEY,
        "percent": PERCENT,
        "measure": MEASURES,
        "duration": DURATIONS,
        "ratio": RATIOS,
    }.items()
    for line in table.strip().split("\n")
    if line.rsplit("|", 2)[1].strip()
]


def close(number: Decimal | None, wanted: str) -> bool:
    return number is not None and abs(number - Decimal(wanted)) < Decimal("0.0001")


@pytest.mark.parametrize(("kind", "marked", "value", "unit"), CASES)
def test_figure(kind: str, marked: str, value: str, unit: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    start = marked.index("[")
    end = marked.index("]") - 1
    found = [each for each in extract(text) if each.start < end and start < each.end]
    assert len(found) == 1, extract(text)
    figure = found[0]
    assert (figure.kind, figure.unit) == (kind, unit or None)
    low, _, high = value.partition("..")
    assert close(figure.low, low)
    assert close(figure.high, high or low)
    assert (figure.value is None) == bool(high)
    assert start <= figure.start
    assert figure.end <= max(end, figure.start + len(figure.text))


NOT_FIGURES = """
Ray L. On boats. Harbour 2019;12:34–36.
Ray L. On boats. Quay; 2013. p. 101–32.
A note on COM(2018) 29 final
Foreword . . . . . . . 4
Ray v Lee [1999] 2 AC 345
Ring (0151) 2345678
The barn at km 45 of the road
See divisions 10-33
They saw “Three Brave Men” again
Dial 00 800 6 7 8 9 10 11
He lives in No: 28 of the row
He took the final one home
He ended the day 22-28 for the year
Ray L. On boats. Harbour. 2001;411:3–4.
Ray L. On boats. Harbour 2011 ; 474 : 27–29.
Ray L. On boats. Harb Rep 2014;4:6633.
Ray L. On boats. Harbour. 2001;293(5527):79–82.
Quay Press, 2012:25–30.
It is an old claim (Ray 1999: 12–15)
See John 3:16, Acts 5:1–11 and Matt. 5:3
A note on 410 U.S. 113 and 5 F.3d 1234
Code 1234(a)(1)(A) and 30.01(B)(3)(a)2.(iii) apply
The claim is known [4, 5]
The host 10.0.0.1:8080 and the net 10.0.0.0/8 are down
The card 00:1A:2B:3C:4D:5E is lost
Call (202) 456-1111 ext. 45
Tel. +44 (0)20 7946 0958
Its charity number is 1645434
They speak HTTP/2, C++20 and P5+1
He lives at 221B Baker Street
She lives in 10115 Berlin
See Sec. 311.006, ch. 131, eq. 4 and footnote 17
The rows are numbered 301, 302, 303, etc.
They were put between sections 5 and 6 of it
The 7-Eleven is closed
The star LHS 3844b
A call to 111
   3. The barn
Charged under Section 21(C) of the act
Harbour Studies 12(3): 45–67.
Harbour Studies 34:123–145.
Preface ........ 3
They met again on day two
He rides a four-wheeler
See Fig. 3a
The 2030 emissions are unknown
Read it at https://t.co/M6ZtscH79f today
Write to @Sheebs82531759 or #2023
Order part 2MBI400L-060 QM100DY-2H now
Cameras (0)
Deal Score0
SaveSavedRemoved 0
The S&P 500 was flat
The iPhone 11 and the A350 sold well
See Section 427, Row 21
Version 192.168.1.2 is out
Call 555-0199-2040 now
Call 020 7946 0018 or ask for 007
Call +86 10 6612 3456 today
This is page 3 of 12
Some results were achieved
A total of the work is done
No one knows this one
They help one another
The 5G network and the 4K set
It works 24/7
An f/1.8 lens
\x1b[0;31mSeen\x1b[0m in \x9b12mred
\x1b]8;;file:///srv/2400/31\x07Seen\x1b]8;;\x1b\\
He lives at 358 El Camino Way
They live at 36 Quai Voltaire
He put prevention first.
First of all, they left
She was first elected in a by-election
They won the Second World War
They slept in the same quarter of last summer
They stood in the attacking half.
He was known as "room No. 11"
The "Democracy 2.0" plan
The other one tries
A three-dimensional map[3]
A show for under-16s
A two-handed blow
They passed resolution 2259
He took section 3 or 4, which are long
She went from version 2.1 to 2.2.
She dialled 911 (the emergency line)
The 911 call was long
They met at a Six Flags park
It grew out of the Group of Seven.
They talked of the 707 as a plane
The Standard & Poor's 500 index closed flat
It rained on day 3.
See Figure 3b
A 2-in-1 laptop of 1920x1080 pixels
The 4x100 relay
She plays in the no.10 role
They flew the 737 MAX and 787.
Fleet of Sprint 9s
Consumption (l/100km):
Emissions fell below 2005 levels
A violation of 17 U.S.C. § 1201 and of § 371
See p. 45 and ext. 12 at port 8080
Her 401(k) is empty
It filed its Form 10-K
The macOS 13 update
She owns a 3D printer
They found a zero-day flaw in a two-way street
The film is called Harbour's Eleven
It takes video in 1080p and in 2160p@x
(1) the barn
A fleet of 747s
The rule of §230 holds
"""


@pytest.mark.parametrize("text", NOT_FIGURES.strip().split("\n"))
def test_what_is_no_figure_is_left_out(text: str) -> None:
    assert [figure.text for figure in extract(text) if figure.kind != "date"] == []


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("There were 3,2016 leaving", "3,2016"),
        ("some 200,0000 residents", "200,0000"),
        ("The firm added 64,00 jobs", "64,00"),
    ],
)
def test_malformed_numbers_are_flagged_without_a_value(text: str, flagged: str) -> None:
    (figure,) = extract(text)
    assert (figure.kind, figure.text, figure.value) == ("malformed", flagged, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose from 70 to 90 miles", [("70", ("to",)), ("90 miles", ("to",))]),
        ("Rates fell from 5% to 3%", [("5%", ("to",)), ("3%", ("to",))]),
        ("It ranges from 70 to 90 miles", [("70 to 90 miles", ())]),
        ("September, 373,000 people", [("373,000", ())]),
        (
            "The firm cut its staff by 1,200 to 8,000",
            [("1,200", ("change",)), ("8,000", ("change",))],
        ),
        ("Growth rose by 5 to 7 percent", [("5 to 7 percent", ())]),
        ("the 2-2 draw", [("2-2", ())]),
        ("The index rose 9 to 2231", [("9", ("change",)), ("2231", ("change",))]),
        (
            "They cut the number of working oil wells by 8 to 465",
            [("8", ("change",)), ("465", ("change",))],
        ),
        (
            "Idle barns fell by 12,000 to 1.3 million",
            [("12,000", ("change",)), ("1.3 million", ("change",))],
        ),
        ("It rose to 1,204 from 1,100", [("1,204", ("to",)), ("1,100", ("to",))]),
        ("It fell from 120 in 2019 to 98 in 2020", [("120", ("to",)), ("98", ("to",))]),
        ("203,091 votes (0.15 percent)", [("203,091", ("same",)), ("0.15 percent", ("same",))]),
        ("£5bn, 5p, 50 pence", [("£5bn", ()), ("5p", ()), ("50 pence", ())]),
        (
            "Gains were cut by a total of 1,500 to 16,500",
            [("1,500", ("change",)), ("16,500", ("change",))],
        ),
        ("Dust went from 5% to 10-20%", [("5%", ("to",)), ("10-20%", ("to",))]),
        ("In all 19 million or 17% left", [("19 million", ()), ("17%", ())]),
        ("It fell 6.5% to 164p", [("6.5%", ("change",)), ("164p", ("change",))]),
    ],
)
def test_two_ends_are_one_range_or_a_move(
    text: str, found: list[tuple[str, tuple[str, ...]]]
) -> None:
    figures = [figure for figure in extract(text) if figure.kind != "date"]
    assert [(f.text, tuple(relation for relation, _ in f.links)) for f in figures] == found


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Barley rose by 2 percent but oats fell by 1.", ["percent", "percent"]),
        ("It leaned 1.4 degrees in 2018 and 2.1 last year", ["degree", "degree"]),
        ("It leaned 1.4 degrees and 300 last year", ["degree", None]),
        ("A fourth of the hill population left", ["hill population"]),
        ("One of the best ideas I've had", ["best ideas"]),
        ("A 12 page document leaked", ["page"]),
        ("It measures 88×167.6×7.9mm", ["millimetre"] * 3),
        ("She sank nine 3-pointers", ["3-pointers"]),
    ],
)
def test_units_left_out_and_units_of_a_share(text: str, units: list[str | None]) -> None:
    assert [figure.unit for figure in extract(text) if figure.kind != "date"] == units


def test_a_tolerance_keeps_the_value_and_says_its_bounds() -> None:
    (figure,) = extract("The star is 1010 ± 195 light years away")
    assert (figure.value, figure.low, figure.high) == (1010, 815, 1205)


def test_a_minus_behind_the_first_number_of_a_text_is_not_its_sign() -> None:
    [figure] = extract("5 minus.")
    assert (figure.start, figure.text, figure.value) == (0, "5", 5)


def test_brackets_are_a_minus_in_a_table() -> None:
    figures = extract("Net result  (1,204)  88\nMargin\t(5.2%)\t3.1%\t(3.5)%")
    assert [str(figure.value) for figure in figures] == ["-1204", "88", "-5.2", "3.1", "-3.5"]
    assert [figure.kind for figure in figures] == ["count", "count", *["percent"] * 3]


@pytest.mark.parametrize(
    ("text", "bound"),
    [("约37万人", "approx"), ("超过1.1万亿元", "more"), ("不足3000人", "less"), ("有37万人", None)],
)
def test_hedges_that_need_no_space(text: str, bound: str | None) -> None:
    assert [figure.bound for figure in extract(text)] == [bound]


DATES = """
Sales rose in [Q3] | XXXX-Q3
Sales rose in [Q3 2023] | 2023-Q3
Sales rose in [3Q23] | 2023-Q3
Sales rose in [H1 2023] | 2023-01/2023-06
The [FY2023] plan is out | 2023
Profits fell in the [first half] | XXXX-01/XXXX-06
In [the twentieth] century | 19XX
In the [80s] it was a farm | XX8X
In the '[80s] it was a farm | XX8X
An act of [1867] says so | 1867
In [1086] the town was poor | 1086
For [May] 6.6 million came | XXXX-05
"""


@pytest.mark.parametrize("line", DATES.strip().split("\n"))
def test_what_a_date_says(line: str) -> None:
    marked, date = (part.strip() for part in line.split(" | "))
    start, text = marked.index("["), marked.replace("[", "").replace("]", "")
    found = [each for each in extract(text) if each.kind == "date" and each.end > start]
    assert [each.date for each in found] == [date]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They played much of the first half", "ordinal"),
        ("They met at half past five", "time"),
        ("They met at 17:00", "time"),
        ("The bill passed 220-207 on Friday", "score"),
        ("the third try", "ordinal"),
    ],
)
def test_kinds_without_a_value_of_their_own(text: str, kind: str) -> None:
    assert [each.kind for each in extract(text)] == [kind]
