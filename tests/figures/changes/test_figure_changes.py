"""Sentences of our own: which way a figure went, and what it is compared to.

A figure stands in [brackets]; behind the bars: change, versus; `-` is nothing.
"""

import pytest
from bracketed import figure_in, rows

TABLE = """
The firm lost 60% of its value, or more than [$30 million], in May | down | -
Fares brought in $23.4 million, up [8%] from the year-earlier quarter | up | the year-earlier quarter
Net fares rose to [$23.4 million] from $21.4 million a year earlier | - | $21.4 million a year earlier
The margin climbed to [5.6%] from 4.9% in the prior-year period | - | 4.9% in the prior-year period
Tolls rose by [6.2%] in the 12 months to March 2022, up from 5.5% in February | up | 5.5% in February
Tolls rose by [0.9%] in March 2022, compared with a rise of 0.2% in March 2021 | up | a rise of 0.2% in March 2021
Tolls rose by [9%] in April, compared to the same month of last year, the guild said | up | the same month of last year
The lake was [2 metres] (6.6 feet) higher than in May | up | May
They agreed to a [£600,000] cut | down | -
Leeds are [12] points off the leaders | - | -
One shed collapsed and [two] barns were damaged | - | -
Tolls rose with [3.2%] YoY growth | up | YoY
Hives increased an average of [232] a month | up | -
Thefts fell by [3%] for May, compared with little change in April | down | little change in April
Arson rose by [3 per cent], fraud by 1 per cent and theft by 5 per cent between April and June, compared to the same period the previous year | up | the same period the previous year
Arson rose by 3 per cent, fraud by [1 per cent] and theft by 5 per cent between April and June, compared to the same period the previous year | up | the same period the previous year
The yard sold [55] tugs, down from 61 | down | 61
The fund held [$36 million] in gold and silver, up from $29 million at the start of the year | up | $29 million at the start of the year
The mill earned [$826 million] or $0.76 per share, compared with $629 million or $0.56 per share | - | $629 million
The ferry took a [6.1%] year-on-year share | - | year-on-year
Ferries saw a [6.1%] year-on-year increase in passengers | up | year-on-year
Year-on-year, the largest change was in tugs with a drop of [4.7%] | down | Year-on-year
Output fell by [12%] on an annual basis | down | on an annual basis
Sales of kites fell [4%] than that of last month | down | that of last month
They shipped [28%] more than last year's figure | up | last year's figure
Stocks closed [16%] above their long-term mean | up | their long-term mean
Some [60] more than last week were treated | up | last week
It means just over [2,000] fewer thefts | down | -
The sum was revised down by [72,000] | down | -
Ferries were down 44% and barges off [56%] | down | -
They paid off [56%] of the debt | - | -
The index ended with a loss of [140 points] | down | -
The firm made a loss of [$140 million] | - | -
Rents rose [22%] to $35 million from the year before | up | the year before
Rain fell on [22%] of the days in a normal year | - | -
Thefts are up [12%] since 2012 | up | 2012
The board raised its key rates [25 points] | up | -
Fares rose by 13% in May and by [4%] in June | up | -
They mark a [19%] and 2% decline on 2019 | down | 2019
Fares have fallen below [3,000] crowns | - | -
Fares rose 11% after plummeting [8 percent] in May | down | -
Fares grew at an annual rate of [3.4 percent] | up | -
Fares rose nearly 2% to 900 crowns in March and over [1%] to 950 crowns in May | up | -
That is a [6]-point drop from 42% last month | down | 42% last month
The guild agreed to a [3%] pay rise for its crews | up | -
Ferries saw a [15%] school group drop | down | -
The crews want a [£500] pay rise | up | -
Some [30%] of crews back the toll cut | - | -
Tolls rose between [5% and 6%] | up | -
Tolls fell to between [5% and 6%] | - | -
The ferry ran between [5% and 6%] of its trips empty | - | -
It is a [3%] decline in tolls from early January | down | early January
Stock is up [12%] from April's inventory | up | April's inventory
There were [85%] more tugs in the bay in 2019 than there were in 2018 | up | 2018
Kites flew in [17 days], down from 26 a year earlier | down | 26 a year earlier
They made up 27% in May, down from [28%] in April and down from 31% in March | - | -
In the town [1,186] men worked in tugs, compared to 674 this year | - | 674 this year
The guild raised its guess to [129 million] from an earlier guess of 127 million | - | an earlier guess of 127 million
The yield will be lower by nearly [5%] from the February guess of 111 million | down | the February guess of 111 million
It came to [26 million] this year compared to 38 million last year | - | 38 million last year
Bad loans stood at [12.35 per cent] from 10.73 per cent | - | 10.73 per cent
Loans were at [6.7 per cent] as against 6.4 per cent | - | 6.4 per cent
The share was [61.8%] as on June 30, up from 58.4% as on March 31 | up | 58.4% as on March 31
On a month-on-month basis, fares fell [31%] from 28 crowns | down | 28 crowns
The share closed [1.04 per cent] down at 33 crowns | down | -
He made a [20%] down payment | - | -
Tolls rose by 77 per cent over June 2017 and [23 per cent] over May 2016 | up | May 2016
They revised downwards the guess for rye by [5.7 percent] | down | -
The guild saw a [2.4 per cent] decline from Q1 2017 | down | Q1 2017
Ferry traffic rose by [5.3 percent] in August year-on-year | up | year-on-year
The sum was revised up [0.3 percentage points] from the second estimate in August | up | the second estimate in August
They grew by [2.9%] (against a first estimate of 2.3%) | up | a first estimate of 2.3%
It was revised to a [3.3 percent] annual rate from the 2.8 percent told before | - | the 2.8 percent
Rents soared at a [16.5 percent] rate | up | -
Exports grew [5.2 percent] in the second, as the growth of imports slowed from 7.1 percent to 2.8 percent | up | -
The guild saw [549] wrecks so far in the bay, compared with 942 in 2000 | - | 942 in 2000
They dropped a [100,000 barrel per day] increase | up | -
The town had [152,000] more sales than March 2024 | up | March 2024
Sales fell 2.7% for family homes and [3.7%] for flats | down | -
Sales fell 2.8% at U.S. Rye stores and [4.2%] at Oat stores | down | -
Prices rose 0.5% last month and [5.5%] year over year | up | year over year
The storm wiped almost [$70 billion] from its value | down | -
There is a [42%] rise from the 282 wrecks through the same time in 2019 | up | the 282 wrecks through the same time in 2019
"""  # noqa: E501


@pytest.mark.parametrize(("marked", "change", "versus"), rows(TABLE))
def test_comparisons(marked: str, change: str, versus: str) -> None:
    figure = figure_in(marked)
    assert (figure.change or "-", figure.versus or "-") == (change, versus)
