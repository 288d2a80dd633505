"""Sentences of our own: the time a figure is about.

The document's date (or `-`), the sentence with the figure in [brackets], its period (or `-`).
"""

import pytest
from bracketed import figure_in, rows

TABLE = """
2021-10-26 | In May, rangers found 12 snares, compared with [15] in April | 2021-04
2021-10-26 | Tolls rose 5% in May, compared with a rise of [2%] in May 2019 | 2019-05
2021-10-26 | Tolls rose [5%] in May, compared with a rise of 2% in May 2019 | 2021-05
2009-10-22 | There were 67 fires between April and June, compared with [65] in the same period the previous year, a rise of 2 | 2008-04/2008-06
2009-10-22 | There were 67 fires between April and June, compared with 65 in the same period the previous year, a rise of [2] | 2009-04/2009-06
2009-10-22 | Arson rose by [3 per cent], fraud by 1 per cent and theft by 5 per cent between April and June | 2009-04/2009-06
2009-10-22 | There was a [14%] rise in arson and a 6% rise in theft in the past year, the guild said | 2008-10-22/2009-10-22
2009-10-22 | The mill earned [$629 million] or $0.56 per share last year | 2008
- | The mill held [$36 million], up from $29 million at the start of the year | -
2025-07-31 | As of June 28, the mill held $36 million, up from [$29 million] at the start of the year | 2025-01
2025-07-31 | Arson fell by [6%] in the year to the end of December 2010 | 2010-01/2010-12
2025-07-31 | Arson fell by [6%] in the 12 months to end of December 2010 | 2010-01/2010-12
2024-07-08 | In the first half of the year, [90] tugs were built | 2024-01/2024-06
2014-10-20 | For the fourth quarter, the mill expects sales of [$64 million] | 2014-Q4
2021-02-05 | In the fourth quarter, the mill had sales of [$64 million] | 2020-Q4
2024-07-08 | June tug sales fell [6.9%] | 2024-06
2023-02-08 | Since the first case in 2020, the island has counted [188] cases | 2020/2023-02-08
- | The clinic treated [188] goats, the most since 1979 | -
- | That was the lowest number since 1997 when [606] were treated | 1997
2013-06-24 | Rye for August delivery rose [$1.49] | -
- | Founded in 1990, the mill employs [500] people | -
- | The mill, which was founded in 1990, employs [500] people | -
- | In 1990, the mill employed [500] people | 1990
- | Some [500] tugs sank, as of May 2019 | ../2019-05
- | The share was up [4 points] over 2005, when it was 32% | -
- | The share was up 4 points over 2005, when it was [32%] | 2005
- | Costs rose in March 2022, pushed by fuel ([1.49 percentage points]) and rent (1.47 points) | 2022-03
2021-11-05 | On Monday there were 90 fires; [294] fires and 11 floods on Tuesday; 3 on Wednesday | 2021-11-02
2021-11-05 | Police held [12] men, two days after the 3 May vote | -
2021-11-05 | In findings published last month, [12] birds were sick | -
- | Keel sales in 2018 were poor; its 2019 sales were [$7 million] | 2019
2021-11-05 | In 2020 the clinic treated 40 goats and [38] the year before | 2019
2021-11-05 | He was charged on Monday over a crash on Friday, which hurt [50] people | 2021-11-05
2021-11-05 | A fire broke out on Friday in the old port, a town [ten kilometres] from here | -
2010-06-22 | Fares jumped 11 percent in the first quarter, after falling [7.9 percent] in the fourth quarter | 2009-Q4
2017-06-30 | May tourist spending is up [8.7%] | 2017-05
2020-09-24 | Rangers solved [155] thefts and arrested 145 poachers in the first eight months of this year, the guild said | 2020-01/2020-08
2023-06-22 | In May it was $396, a fall of 3.1% from May 2022 ([$408]) | 2022-05
- | Thefts and arson dropped by 17% and [11%], respectively, in 2025 | 2025
2008-06-27 | For the first time since records began in 1926 the number fell to [3,000] | -
2006-04-07 | The [1%] decline since March 6-8 is small | 2006-03-06/2006-04-07
2008-10-21 | Profit fell to [$110 million] for the year to 30 August | 2007-08-31/2008-08-30
2024-06-21 | Kite sales in May were flat, down [0.7%] from April to 4.11 million | 2024-05
- | During fiscal 2002, the guild made 725 raids, finding [28 pounds] of snuff | 2002
2019-07-22 | Wardens on Monday said so far [102] goats have died | -
2022-05-20 | Rye output fell to 106 million tonnes this year compared to last year's output of [109 million tonnes] | 2021
2018-08-07 | The share was 61.8% as on June 30, up from [58.4%] as on March 31 | 2018-03-31
2017-08-02 | Losses widened to [663 crowns] for the first quarter ended June 30 | 2017-04-01/2017-06-30
2011-04-01 | By the year 2050, the herd will grow to [1,614] goats | ../2050
2018-11-05 | In Q3 a year earlier, the guild had [22.1 percent] | 2017-Q3
2019-07-31 | Tug sales in Q2 declined [2.3 percent] | 2019-Q2
2020-08-13 | Output rose from 992 tonnes in 2019 to [1,129 tonnes] in H1-2020 | 2020-01/2020-06
2022-10-02 | Some [872,447] herons came and went through the gates in August, a 15% rise from August 2021 | 2022-08
2011-09-20 | The pier had 420 guests during August 2011, a [5.5%] fall on the previous year | 2011-08
2015-08-27 | That is well above the first quarter's rate of [0.6 percent] | 2015-Q1
2017-08-30 | Sales grew 4 percent, or [$189 billion], in the second quarter to a level of $19,246 billion | 2017-Q2
2015-08-27 | It made up [2.1 percent] of the 3.7 percent growth in the second quarter | 2015-Q2
- | The guild won this seat with [70%] of the two-party vote, and since its creation in 1984, it has been ours | -
2024-05-15 | In the first nine months, tolls rose [5%] | 2023-01/2023-09
2024-11-15 | In the first nine months, tolls rose [5%] | 2024-01/2024-09
2024-05-15 | In the nine months to September, tolls rose [6%] | 2023-01/2023-09
2024-05-15 | In the last six months of 2023, tolls rose [6%] | 2023-07/2023-12
2024-05-15 | In spring 2021 the guild lost [7] men | 2021
2024-05-15 | Two years ago the guild lost [7] men | 2022
2024-05-15 | A year ago the guild lost [7] men | 2023
2024-05-15 | The guild lost [7] men three days ago | 2024-05-12
2024-05-15 | The guild has 31 tugs, down from [34] a year ago | -
"""  # noqa: E501


@pytest.mark.parametrize(("dated", "marked", "period"), rows(TABLE))
def test_periods(dated: str, marked: str, period: str) -> None:
    figure = figure_in(marked, None if dated == "-" else dated)
    assert (figure.period or "-") == period
