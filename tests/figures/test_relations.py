"""Answers by hand to sentences of our own: subject, period, versus and links of each figure.

A paragraph begins with its date; under it stands a line for each figure that is asked about:
`figure | head noun of the subject | period | versus | links`, where a link is its relation and the
text of the other figure, `-` is nothing and `*` is not asked.
"""

import re

import pytest

from tui.figures import Figure, extract
from tui.text import sentences

TABLE = """
# 2021-10-26
From January to September this year, the coast guard stopped 262,000 boats and seized 373,000 nets, an increase of 41.1% and 116.4% year-on-year respectively.
262,000 | boats | 2021-01/2021-09 | - | change 41.1%
373,000 | nets | 2021-01/2021-09 | - | change 116.4%
41.1% | boats | 2021-01/2021-09 | year-on-year | change 262,000
116.4% | nets | 2021-01/2021-09 | year-on-year | change 373,000

# 2022-04-15
Over the past year, the port has searched 394,000 crates, and some 634,000 pallets were weighed. The numbers are up 28.5% and 76.7% respectively from last year.
394,000 | crates | 2021-04-15/2022-04-15 | - | change 28.5%
634,000 | pallets | 2021-04-15/2022-04-15 | - | change 76.7%
28.5% | crates | * | last year | change 394,000
76.7% | pallets | * | last year | change 634,000

# -
In May this year, there were 84,600 complaints of noise, down 14% compared to the previous month.
84,600 | complaints | XXXX-05 | - | change 14%
14% | complaints | XXXX-05 | the previous month | change 84,600

# 2024-05-27
In the past five years, the wardens have freed 1.945 million eels, and the amount of plastic lost in the lake has decreased by nearly 30%.
1.945 million | eels | 2019-05-27/2024-05-27 | - | -
30% | amount | 2019-05-27/2024-05-27 | - | -

# 2024-05-27
Since July 2023, 49,000 seals have been tagged.
49,000 | seals | 2023-07/2024-05-27 | - | -

# -
The bakers recovered a total of 14.8 billion yuan (US$2.33 billion) of funds.
14.8 billion yuan | funds | - | - | conversion US$2.33 billion
US$2.33 billion | funds | - | - | conversion 14.8 billion yuan

# -
The ring took payments amounting to over 54.8 million USDT, equivalent to about 380 million yuan.
54.8 million USDT | payments | - | - | conversion 380 million yuan
380 million yuan | payments | - | - | conversion 54.8 million USDT

# -
In 2021, a total of 12 billion crowns was returned to farmers.
12 billion crowns | * | 2021 | - | -

# 2020-03-01
Sales of skis rose 12.5% in 2019 to 3.4 million pairs.
12.5% | sales | 2019 | - | change 3.4 million
3.4 million | pairs | 2019 | - | change 12.5%

# -
The bakery posted a net profit of $25 million for 2018, compared with a loss of $3 million in 2017.
$25 million | profit | 2018 | * | -
$3 million | loss | 2017 | - | -

# 2023-06-10
As of May this year, rangers have removed 9,419 illegal snares.
9,419 | snares | ../2023-05 | - | -

# -
The mill will cut its output by 25 percent by the end of 2030.
25 percent | output | ../2030 | - | -

# -
Only 38% of pupils and 12% of teachers walk to school.
38% | pupils | - | - | -
12% | teachers | - | - | -

# -
The tunnel was extended from 200 to 260 miles.
200 to 260 miles | tunnel | - | - | -

# -
Rents in the old town fell from $1,450 to $1,200 within a year.
$1,450 | rents | - | - | to $1,200
$1,200 | rents | - | - | to $1,450

# -
The speed limit will be cut from 70mph to 60mph.
70mph | limit | - | - | to 60mph
60mph | limit | - | - | to 70mph

# 2019-09-15
The fire destroyed 57 sheds on Thursday.
57 | sheds | 2019-09-12 | - | -

# -
The comet passed at a distance of 3.2 million km (2 million miles).
3.2 million km | distance | - | - | conversion 2 million miles
2 million miles | distance | - | - | conversion 3.2 million km

# -
Turnout reached 71%, up from 46% in 2015.
71% | turnout | - | 46% in 2015 | to 46%
46% | * | 2015 | - | to 71%

# -
The council approved a $150,000 contract and a 5% pay rise.
$150,000 | contract | - | - | -
5% | rise | - | - | -

# -
The storm brought gusts of 90 mph and up to 10 inches of rain.
90 mph | gusts | - | - | -
10 inches | rain | - | - | -

# -
Between 2014 and 2017, the lab tested 9,000 wells.
9,000 | wells | 2014/2017 | - | -

# -
In the third quarter of 2023, orders dropped 7% to $2.3 billion.
7% | orders | 2023-Q3 | - | change $2.3 billion
$2.3 billion | orders | 2023-Q3 | - | change 7%

# -
Ferry traffic grew 9.1% year-over-year.
9.1% | traffic | - | year-over-year | -

# -
Egg prices climbed 3.2 percent compared with the same week in 2019.
3.2 percent | prices | - | the same week in 2019 | -

# -
Exports were 4% higher than a year earlier.
4% | exports | - | a year earlier | -

# -
The choir lost 190 members, or 6% of its singers.
190 | members | - | - | same 6%
6% | singers | - | - | same 190

# -
Police held 1,204 poachers. The 1,204 poachers were fined.
1,204 | poachers | - | - | same 1,204

# 2021-01-05
Last month, 312 kayaks capsized.
312 | kayaks | 2020-12 | - | -

# -
The museum, which opened in 1997, drew 1.3 million visitors last year.
1.3 million | visitors | - | - | -

# 2020-08-01
The museum drew 1.3 million visitors last year.
1.3 million | visitors | 2019 | - | -

# -
Household debt stood at 103 percent of income.
103 percent | income | - | - | -

# -
The reactor will produce 1,600 MW.
1,600 MW | reactor | - | - | -

# -
On 3 April 2020, 14 trawlers and 230 sailors were rescued.
14 | trawlers | 2020-04-03 | - | -
230 | sailors | 2020-04-03 | - | -

# -
By 2025, the city wants 400 charging stations.
400 | stations | ../2025 | - | -

# -
The herd shrank by a third during the 1980s.
a third | herd | 198X | - | -

# -
Cod stocks are up 2.6 percent from last year; herring stocks fell 1.4 percent.
2.6 percent | stocks | - | last year | -
1.4 percent | stocks | - | - | -

# -
The campaign also broke up a total of 12,000 gangs of smugglers.
12,000 | gangs | - | - | -

# -
The wind blew at 3 kilometres per hour and the pumps moved oil at $75 a barrel.
3 kilometres per hour | wind | - | - | -

# 2021-10-26
Thefts have fallen for four consecutive months, from June to September.
four consecutive months | thefts | 2021-06/2021-09 | - | -

# -
Rangers found 2,620 snares and 373 traps in the park from January to March.
2,620 | snares | XXXX-01/XXXX-03 | - | -
373 | traps | XXXX-01/XXXX-03 | - | -

# 2021-03-09
Since the beginning of the year: more than 6,500 nests were counted.
6,500 | nests | 2021-01/2021-03-09 | - | -

# -
The alarm enabled the wardens to save a total of 14.8 billion yuan.
14.8 billion yuan | - | - | - | -

# -
Thanks to the dam, 1,500 farms stayed dry, and $329 million was kept from the river.
$329 million | - | - | - | -

# -
Payments that the guild made possible came to over $54 million.
$54 million | payments | - | - | -

# -
Nine men were caught in spring for having earned money with stolen cards, 12 million euros in total.
12 million euros | money | - | - | -

# -
The number of new sheep and cattle farms in the valley has now declined by 30%.
30% | number | - | - | -

# -
Ferry traffic saw, year-on-year, an increase of 9.1% and 4.5%.
9.1% | traffic | - | year-on-year | -
4.5% | traffic | - | year-on-year | -

# -
The fund, set up in 2009, holds 3.2 billion euros in shares.
3.2 billion euros | shares | - | - | -

# -
The clinic treated 1,021 patients in 2020 and 998 the year before.
1,021 | patients | 2020 | - | -
998 | * | 2019 | - | -

# -
Ferry traffic is up 9.1%, set against last year.
9.1% | traffic | - | last year | -

# 2021-10-26
In the three months to June, sales of boats rose 5% to $3.2 billion.
5% | sales | 2021-04/2021-06 | - | change $3.2 billion
$3.2 billion | sales | 2021-04/2021-06 | - | change 5%

# 2021-10-26
In the year to March 2021, the office handled 12,000 complaints, 5% fewer than in 2019-20.
12,000 | complaints | 2020-04/2021-03 | - | change 5%
5% | complaints | 2020-04/2021-03 | 2019-20 | change 12,000

# 2021-10-26
In the six months ended September 30, profit fell 12% to 45 million yuan.
12% | profit | 2021-04-01/2021-09-30 | - | change 45 million yuan
45 million yuan | profit | 2021-04-01/2021-09-30 | - | change 12%

# -
Revenue was $5.2 billion, up from $4.8 billion in the same quarter of 2020.
$5.2 billion | revenue | - | $4.8 billion in the same quarter of 2020 | to $4.8 billion
$4.8 billion | revenue | - | - | to $5.2 billion

# -
About 2.5 million herons were counted in the bay, up from 2.2 million a year earlier.
2.5 million | herons | - | 2.2 million a year earlier | to 2.2 million

# -
That was a 93% rise from 88 wrecks in May 2019.
93% | wrecks | - | 88 wrecks in May 2019 | -

# -
Rye rose 50 cents, or 0.7%, to $85.99 a sack.
0.7% | rye | - | - | same 50 cents, change $85.99
$85.99 | rye | - | - | change 0.7%

# -
The index gained 1.2%, the Rye 0.8% and the Oat 1%.
0.8% | rye | - | - | -
1% | oat | - | - | -

# -
In 2019-20 the club made £23.9m (2018-19: £12.4m).
£23.9m | * | 2019/2020 | - | -
£12.4m | * | 2018/2019 | - | -

# 2023-11-20
Some 21,000 sheds and 1.5 million roofs were built in the first 10 months, a rise of 16.4 percent.
1.5 million | roofs | 2023-01/2023-10 | - | -

# -
In the first nine months of 2021, yields fell 5%.
5% | yields | 2021-01/2021-09 | - | -

# -
The amount involved exceeded 200 million yuan ($28.1 million).
200 million yuan | amount | - | - | conversion $28.1 million

# -
The ring made 300 to 500 calls a day.
300 to 500 | calls | - | - | -

# -
Wool slid to $53.11 (-0.38%).
-0.38% | wool | - | - | change $53.11

# -
The mill cut 1,200 jobs, 15 percent of its workforce.
1,200 | jobs | - | - | same 15 percent
15 percent | workforce | - | - | same 1,200

# -
Thefts, fires and floods rose by 5%, 6% and 7% respectively compared with 2020.
5% | thefts | - | 2020 | -
6% | fires | - | 2020 | -
7% | floods | - | 2020 | -

# -
The herd needs €20,000 (£17,500; US$22,900) in hay.
€20,000 | hay | - | - | conversion £17,500
US$22,900 | hay | - | - | conversion £17,500

# -
It runs 60 km/h.
60 km/h | - | - | - | -

# -
The bailiffs seized 40 million crowns.
40 million crowns | - | - | - | -

# -
The storm did about $90 million in damage.
$90 million | damage | - | - | -

# -
The raid led to the seizure of cash and jewels worth over 1 million euros.
1 million euros | jewels | - | - | -

# -
A nearly nine-year hiatus ended two days after the vote.
nine-year | hiatus | - | - | -
two days | - | - | - | -

# 2021-10-26
Last year, 12,000 tonnes of waste were dumped; this year it was 9,000 tonnes.
12,000 tonnes | waste | 2020 | - | -
9,000 tonnes | - | 2021 | - | -

# 2021-10-26
A total of 5.3 million doses were given in the past 24 hours.
5.3 million | doses | 2021-10-25/2021-10-26 | - | -

# -
The number of wounded goats rose to at least 35.
35 | number | - | - | -

# -
The spire's owners placed the centre of the crack about eight metres (26 feet) up.
eight metres | centre | - | - | conversion 26 feet

# -
A drop in rents of about 26.2% from $650 surprised them.
26.2% | rents | - | $650 | -

# -
The owners expect the value of the orchard to increase from 24 million to 33 million euros.
33 million euros | value | - | - | to 24 million

# -
The mill cut its night staff by about 5%.
5% | staff | - | - | -

# -
The rye fell 2% while the oat in the north was down 1%.
2% | rye | - | - | -
1% | oat | - | - | -

# -
Oats +0.2% Rye -0.3%
+0.2% | oats | - | - | -
-0.3% | rye | - | - | -

# -
The phone has a large battery, 4,500 mAh, and a lamp.
4,500 mAh | battery | - | - | -

# -
The guard Ada Stein (15.3 points, 7.4 rebounds) stayed.
7.4 | rebounds | - | - | -

# -
A fire hurt five girls, all aged 15, at the mill.
15 | girls | - | - | -

# -
The bill names every judge over the age of 70.
70 | judge | - | - | -

# -
The captain was isolated in a hut for ten days.
ten days | - | - | - | -

# -
The court has 30 days to answer.
30 days | - | - | - | -

# -
They lived through three weeks of protests.
three weeks | protests | - | - | -

# -
The council said fares rose 4% in May.
4% | fares | * | - | -

# -
The mayor flew home and spent €300.
€300 | - | - | - | -

# -
They bought two 7 nanometre chips.
7 nanometre | chips | - | - | -

# -
It will cost farmers about $42,500.
$42,500 | - | - | - | -

# -
The tickets cost me 150 euros.
150 euros | tickets | - | - | -

# -
Keel's 2018 sales jumped 90 percent.
90 percent | sales | * | - | -

# -
Growth slowed from 4.8 percent to 4.7 percent.
4.8 percent | growth | - | - | to 4.7 percent

# -
The guild would keep half the ticket money.
half | money | - | - | -

# -
Only 2% of farm income comes from eels, compared to 7% in Denmark.
7% | income | - | * | -

# -
There was a 60 basis point improvement in its margins.
60 basis point | margins | - | - | -

# -
Fines from $250 to $1,000 were threatened.
$250 to $1,000 | fines | - | - | -

# -
The van has a range of 400 kilometres.
400 kilometres | range | - | - | -

# -
One died on the way, with the other three left in the hut.
three | - | - | - | -

# -
The baker saw her shares rise 4% on Monday.
4% | shares | * | - | -

# -
The guild reported sales of 331 million crowns, which represented a 23% drop from spring.
23% | sales | * | * | *

# -
The toll deficit was unchanged at $45.6 billion.
$45.6 billion | deficit | - | - | -

# -
The union pushed down the vacancy rate to 3.0% from 3.4% a year earlier.
3.0% | rate | * | * | *
3.4% | rate | * | * | *

# -
Lodging claims fell slightly to 404,000 from an upwardly revised 405,000.
405,000 | claims | * | * | *

# -
Homes with a garden stay an average of 70 days.
70 days | homes | - | - | -

# -
Death rates were 49% for goats with a cough, 53% for sheep and 29% for hens.
53% | rates | - | - | -
29% | rates | - | - | -

# -
They sold boats that can weigh 10 tons.
10 tons | boats | - | - | -

# -
The firm raised about $5 million.
$5 million | - | - | - | -

# -
She won the seat by over 70% of the popular vote.
70% | vote | - | - | -

# -
The law names all residents of the United States over the age of 18.
18 | residents | - | - | -

# -
They bought the kiln in a rush for 300 euros.
300 euros | - | - | - | -

# -
The baker Ada Stein dies in a tram crash, aged 41.
41 | stein | - | - | -

# -
They imposed a fine of 300 crowns.
300 crowns | fine | - | - | -

# -
The guild found the mills were overvalued by an average of 50 per cent.
50 per cent | mills | - | - | -

# -
The island is about 90 miles wide and 175 miles long.
175 miles | island | - | - | -

# -
The eels were shipped more than 500 miles.
500 miles | eels | - | - | -

# -
Some 16,000 early deaths were due to smoke, an estimated 91% of those from coal.
91% | deaths | - | - | -

# -
Rye fell 4 percent to €28 as Oats lost 2 percent to €5.
2 percent | oats | - | - | change €5
€5 | oats | - | - | change 2 percent

# -
Of reduced size, the boat left, and she may have waited for up to 20 days.
20 days | - | - | - | -

# -
Among women in the guild, about 70 percent are bakers.
70 percent | women | - | - | -

# -
It led to the arrest of 21 bakers and the seizure of cash and jewels worth over 1 million euros.
1 million euros | jewels | - | - | -

# -
Ada Stein flew across the lake at over 100 mph.
100 mph | stein | - | - | -

# -
Lee came in first with 14.
14 | - | - | - | -

# -
The looms would generate millions in sales.
millions | sales | - | - | -

# -
They counted 90 floods, which hurt 12 bakers.
12 | bakers | - | - | -

# -
Images from 2017 show 35,000 roofs.
35,000 | roofs | 2017 | - | -

# -
Yields fell by 0.4 percentage point to 6.3 percent.
0.4 percentage point | yields | - | - | change 6.3 percent
6.3 percent | yields | - | - | change 0.4 percentage point

# -
The mill made €2.1 million, an increase of 35.0% from €1.5 million.
€2.1 million | * | - | * | change 35.0%, to €1.5 million
35.0% | * | - | €1.5 million | change €2.1 million

# -
Staff grew by 1.2 percent (1,930 people).
1.2 percent | staff | - | - | same 1,930
1,930 | people | - | - | same 1.2 percent

# -
Some 228,000 kites were sold, an increase of 12,000 kites.
228,000 | kites | - | - | change 12,000
12,000 | * | - | - | change 228,000

# -
Cocoa rose $47.64, to settle at $110.01 a sack.
$47.64 | cocoa | - | - | change $110.01
$110.01 | cocoa | - | - | change $47.64

# -
Tug sales were up 2.9 per cent at 9.93 million.
2.9 per cent | sales | - | - | change 9.93 million
9.93 million | * | - | - | change 2.9 per cent

# -
Burglaries rose by four to 41 incidents.
four | burglaries | - | - | change 41
41 | burglaries | - | - | change four

# -
The price rose to $4.07 a sack, from $3.98 a week ago.
$4.07 | price | - | $3.98 a week ago | to $3.98
$3.98 | * | - | - | to $4.07

# -
Kite sales fell 3.4% in May to a seasonally adjusted annual rate of 5.41 million.
3.4% | sales | XXXX-05 | - | change 5.41 million
5.41 million | * | XXXX-05 | - | change 3.4%

# -
Rangers solved 94,000 thefts in a drive that lasted from June to October, an increase of 30 percent.
94,000 | thefts | XXXX-06/XXXX-10 | - | change 30 percent
30 percent | * | XXXX-06/XXXX-10 | - | change 94,000

# -
Fares declined to just over $4.5 billion, a more than 2% drop from 2018.
$4.5 billion | fares | - | * | change 2%
2% | * | - | 2018 | change $4.5 billion

# -
Snuff hauls declined from a recent high of 273,000 tins in 2015 to 79,000 tins in 2021.
273,000 | tins | 2015 | - | to 79,000
79,000 | tins | 2021 | - | to 273,000

# -
Wrecks in 2007 were 2,943 - 7 per cent lower than in 2006.
2,943 | wrecks | 2007 | - | change 7 per cent
7 per cent | * | 2007 | 2006 | change 2,943

# -
It flew at 60 km/h [about 37 mph].
60 km/h | - | - | - | conversion 37 mph

# -
Fares closed 1.04 per cent down at 33 crowns.
1.04 per cent | fares | - | - | change 33 crowns

# -
The dam made almost a tenth (9.8%) of it.
a tenth | * | - | - | same 9.8%

# -
Some 872,447 herons came and went through the gates of the bay, a 15% rise.
872,447 | herons | - | - | change 15%
15% | * | - | - | change 872,447

# -
Spending rose 0.7%, up 0.3 percentage points.
0.7% | spending | - | - | change 0.3 percentage points

# -
The mill had 4,917 landings and departures for the month, a decrease of 8% compared with August 2010.
4,917 | * | - | * | change 8%
8% | * | - | August 2010 | change 4,917

# -
The guild saw a 1.7% rise in tolls to $2.7 billion after falling 2.7%.
2.7% | * | - | - | -

# -
Some 30% of the herons, or 1,200, left.
30% | herons | - | - | same 1,200

# -
The price more than doubled from $20 to $50.
$20 | price | - | - | to $50

# -
The share rose 1.2 percent to 79.9 percent, and rents rose 4.2 percent to $142.
1.2 percent | share | - | - | change 79.9 percent
4.2 percent | rents | - | - | change $142

# 2015-10-29
Profit for the third quarter increased 13 percent from the same period in 2014 to $758 million.
13 percent | profit | 2015-Q3 | the same period in 2014 | change $758 million
$758 million | profit | 2015-Q3 | - | change 13 percent

# -
There were 382 raids in May, bringing the total to 3,808, the guild said — a 13.9% increase compared to 3,343 raids in 2020.
3,808 | * | * | * | change 13.9%
3,343 | raids | 2020 | - | -

# 2020-05-13
Stocks of rye in the port fell to 531 million tonnes for the week ending May 8.
531 million tonnes | stocks | 2020-05-02/2020-05-08 | - | -

# 2005-02-11
Ferry arrivals for the whole of 2003 were 293,517 while coach arrivals for the same year stood at 818,979.
293,517 | arrivals | 2003 | - | -
818,979 | arrivals | 2003 | - | -

# 2005-02-11
The harbour counted 119,367 yachts in August 2004, 7,492 more than the previous year's figure of 111,875.
7,492 | * | 2004-08 | the previous year's figure | *
111,875 | figure | 2003-08 | * | *

# 2012-08-07
The second quarter of 2012 brought 44 thefts of bicycles.
44 | thefts | 2012-Q2 | - | -

# 2007-04-18
The ropery said yesterday its first-quarter profit plunged 47 percent.
47 percent | profit | 2007-Q1 | - | -

# 2021-08-31
The office showed that the share of full beds rose to 63.7% in July, with that of small inns (63.6%) behind it.
63.7% | share | 2021-07 | - | -
63.6% | * | 2021-07 | - | -

# 2016-10-07
The wage is just under the 2015 average of 180 crowns.
180 crowns | * | 2015 | - | -

# -
Of the total, 777,300 were local walkers, up 4% compared with the corresponding period of last year.
777,300 | walkers | - | - | change 4%
4% | walkers | * | the corresponding period of last year | change 777,300

# -
The brewers expect the sale of pale beer in the hills in 2023 to increase by 690,000 barrels.
690,000 barrels | sale | * | - | -

# -
The share of full beds stood at 56.8%, a year-on-year decrease of 6.2 percentage points.
6.2 percentage points | share | - | year-on-year | change 56.8%

# -
Barge traffic saw a decline of 21,000 tonnes to 3.5 million tonnes.
21,000 tonnes | traffic | - | - | change 3.5 million tonnes

# -
The rate fell to a seasonally adjusted 7.9% from 8.4% in the hills.
7.9% | rate | - | 8.4% in the hills | to 8.4%
8.4% | rate | - | - | to 7.9%

# -
Unrest ticked up to 5 percent.
5 percent | unrest | - | - | -

# -
Output of the pumps fell by 300 barrels a day (bpd) to 5,400 barrels a day.
300 barrels a day | output | - | - | change 5,400 barrels a day

# 2008-12-12
Sales of rope were down 2.0 percent (±0.5%) from October 2008 and were 8.5 percent (±0.7%) below last year.
2.0 percent | sales | * | October 2008 | -
8.5 percent | sales | * | last year | -

# 2010-06-11
The index of tolls fell in May, but is still up 4.4 percent over the past year.
4.4 percent | index | 2009-06-11/2010-06-11 | - | -

# -
On a monthly basis in August, sales and volumes were down 1.8%.
1.8% | volumes | * | On a monthly basis | -

# -
Boat and ferry ticket sales were down 25.2 percent.
25.2 percent | sales | - | - | -

# -
Sales fell and profits rose 5%.
5% | profits | - | - | -

# -
Readers fell by 7% in the hills, with the town library losing 3.1%.
3.1% | library | - | - | -

# 2015-08-12
The board declared a dividend of 3.5p a share payable on 9 November 2015.
3.5p | dividend | - | - | -

# 2011-08-18
The ropery lifted its base of members by 5.1% to 19,800 for the six months to end June 2011.
5.1% | base | 2011-01/2011-06 | - | change 19,800

# -
Revenue increased by 3.9% to 25.2 billion crowns and by 14.0% at steady prices.
14.0% | revenue | - | - | -

# -
Members rose by 7.5% since the spring to 152,300.
7.5% | members | * | * | change 152,300

# -
The toll fell by 18.5 crowns to 133.8 crowns a month.
18.5 crowns | toll | - | - | change 133.8 crowns

# -
The margin was 585 crowns for the half, which represents a 3.9% increase over the prior corresponding period.
3.9% | margin | * | the prior corresponding period | change 585 crowns

# -
Outlays fell by 32.8% from the comparative period.
32.8% | outlays | - | the comparative period | -

# -
The ferry took 40 carts and 12 coaches, bringing the total to 5.52 million.
5.52 million | coaches | - | - | -

# -
There were 45 per cent fewer thefts than in the hills.
45 per cent | thefts | - | the hills | -

# -
The number of people hurt in reported boat accidents decreased by 3 per cent between 2004 and 2005 to approximately 22,137.
3 per cent | number | 2004/2005 | - | change 22,137

# -
Just over half (52 per cent) of walkers were local.
52 per cent | walkers | - | - | same half

# -
The town has one of the lowest rates in the hills, at 5.6 per 100,000.
5.6 | rates | - | - | -

# -
New mills took the capacity of the valley to 400 MW, a 32% increase versus the end of 2016.
400 MW | capacity | * | - | change 32%
32% | capacity | * | the end of 2016 | change 400 MW

# -
The largest gains were in Malta (53 MW) and Crete (11 MW).
53 MW | malta | - | - | -
11 MW | crete | - | - | -

# -
The yard has 4,600 carts, of which 2,600 were wagons.
2,600 | wagons | - | - | -

# -
The harbour reported a 76-percent increase in thefts of rope.
76-percent | thefts | - | - | -

# -
Barn and ferry sales led the decline, falling 2.8 percent.
2.8 percent | sales | - | - | -

# 2015-09-25
In the hills, sales were unchanged from July but were 6.1 percent higher than August 2014.
6.1 percent | sales | - | August 2014 | -

# 2019-09-19
Overall sales are up 2.6% from a year ago (5.35 million in August 2018).
2.6% | sales | * | a year ago | -
5.35 million | * | 2018-08 | - | -

# 2011-01-12
The number of walkers increased 2.0 percent compared to the same period in 2009, which recorded 603,600.
603,600 | * | 2009 | - | -

# -
The toll rates of the port reached record highs at 87.8 percent.
87.8 percent | rates | - | - | -

# -
Boat traffic in the bay experienced a 5.6 percent increase.
5.6 percent | traffic | - | - | -

# -
The dams are 29% full, compared with 31.5% at the time.
31.5% | dams | - | - | -

# -
The long term average is 38.2mm.
38.2mm | average | - | - | -

# 2019-12-25
The wardens freed 118 seals in a campaign launched in June.
118 | seals | 2019-06/2019-12-25 | - | -

# 2013-04-21
The number of dead from Saturday's earthquake climbed to 179.
179 | number | - | - | -

# 2014-08-07
A further 179 men were confirmed dead on Wednesday.
179 | men | 2014-08-06 | - | -

# 2009-04-08
In a March 5-8 survey, 65% approved of the mayor and 28% disapproved.
65% | - | 2009-03-05/2009-03-08 | - | -
28% | - | 2009-03-05/2009-03-08 | - | -

# 2024-10-24
The ropery said its September-quarter output grew by more than 6 per cent on a year-over-year basis.
6 per cent | output | 2024-07/2024-09 | on a year-over-year basis | -

# 2021-10-02
Sales in the third quarter fell nearly 33% to their lowest level in more than a decade.
33% | sales | 2021-Q3 | - | -

# -
In the spring, the toll was posted at 5.2 percent.
5.2 percent | toll | - | - | -

# -
The cost of rope rose by 2.1 per cent; prices in the boat and ferry trade increased by 3.3 per cent.
3.3 per cent | prices | - | - | -

# -
The wool index rose from 117.8 to 117.9.
117.8 | index | - | - | to 117.9

# -
The guild told of its successes: fraud and theft dropped by 17.4 percent and 11.4 percent, respectively.
17.4 percent | fraud | - | - | -
11.4 percent | theft | - | - | -

# 2020-03-01
It sold five ferries for 3 million crowns in 2019.
five | ferries | 2019 | - | -
3 million crowns | * | 2019 | - | -

# -
Trade stood at 239 crowns, expanding 41.8 percent from one year earlier.
41.8 percent | trade | - | one year earlier | change 239 crowns

# -
Timber sales fell 9.2 percent from one year earlier to 56.32 million tonnes.
9.2 percent | sales | * | one year earlier | change 56.32 million tonnes

# -
There was a decrease in the port deficit of $1.2 billion to $65.7 billion.
$1.2 billion | deficit | - | - | change $65.7 billion

# -
For the town, the deficit rose $1.9 billion, or 0.4 percent, from 2015.
$1.9 billion | deficit | * | 2015 | same 0.4 percent

# -
The tally was up 32% from the first quarter of 2015 and up 76% from the fourth quarter.
32% | tally | - | the first quarter of 2015 | -
76% | tally | - | the fourth quarter | -

# -
Overall, the count of herons indicated an 8% decrease from the 2017 count.
8% | count | - | the 2017 count | -

# -
The flock has grown 6% over the past year, and 57% over five years.
57% | flock | * | - | -

# -
The guild may lay off 336 men, or roughly 8%, of its staff.
8% | men | - | - | *

# -
The herd grew to 6,171 deer, 80 fewer than last year's count and 325 fewer than 2010's count.
325 | * | * | 2010's count | *

# -
Output was 67 tonnes, 3 tonnes up from the same period a year ago.
3 tonnes | output | * | the same period a year ago | change 67 tonnes

# -
There was an increase of 8 percent in the price of rye.
8 percent | price | - | - | -

# 2022-09-01
At least 4,668 sailors are in the class of 2026.
4,668 | sailors | - | - | -

# 2012-09-19
The number of boats fell from 4,604 in fall 2011 to 4,525.
4,604 | number | 2011 | - | to 4,525

# -
Further, the price of the salt was 227 crowns.
227 crowns | price | - | - | -

# 2021-09-14
Sales of rye rose 5% in December.
5% | sales | 2020-12 | - | -

# 2021-09-14
The guild will open 12 inns in December.
12 | inns | 2021-12 | - | -

# 2021
In May, 12 boats were sold.
12 | boats | 2021-05 | - | -

# 2017-08-29
The wool index rose by 16.04 percent (year-on-year) in July 2017, down by 0.11 percentage points from 16.15 percent recorded in June.
16.04 percent | index | 2017-07 | year-on-year | *
0.11 percentage points | * | 2017-07 | * | *
16.15 percent | index | 2017-06 | - | *

# 2019-08-15
Output rose from 1,069 kilograms (2,357 pounds) in March to 1,782 kilograms (3,929 pounds) in June.
1,069 kilograms | output | 2019-03 | - | *
1,782 kilograms | output | 2019-06 | - | *
"""  # noqa: E501


def answers() -> list[tuple[str, str | None, str, list[str]]]:
    rows = []
    for block in TABLE.strip().split("\n\n"):
        head, text, *lines = block.split("\n")
        dated = head.removeprefix("# ")
        rows += [
            (
                text,
                None if dated == "-" else dated,
                line.split("|")[0].strip(),
                [part.strip() for part in line.split("|")[1:]],
            )
            for line in lines
        ]
    return rows


def head_noun(subject: str) -> str:
    """The last word before "of": what a short subject is about, without its plural."""
    words = re.findall(r"\w+", subject.split(" of ")[0].lower())
    return words[-1].removesuffix("s") if words else ""


ROWS = answers()


def test_the_table_holds_a_hundred_answers() -> None:
    asked = [part for *_, parts in ROWS for part in parts if part != "*"]
    assert len(asked) >= 100


@pytest.mark.parametrize(("text", "dated", "wanted", "parts"), ROWS)
def test_relations(text: str, dated: str | None, wanted: str, parts: list[str]) -> None:
    figures = extract(text, dated=dated)
    figure = next(each for each in figures if each.text == wanted)
    subject, period, versus, links = parts
    if subject != "*":
        assert head_noun(figure.subject or "-") == subject.strip("-").removesuffix("s")
    if period != "*":
        assert (figure.period or "-") == period
    if versus != "*":
        assert (figure.versus or "-") == versus
    if links != "*":
        assert linked(figure, figures) == links
    assert figure.sentence in sentences(text)


def linked(figure: Figure, figures: list[Figure]) -> str:
    texts = {each.start: each.text for each in figures}
    return ", ".join(f"{relation} {texts[start]}" for relation, start in figure.links) or "-"
