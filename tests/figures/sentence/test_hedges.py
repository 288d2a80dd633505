"""Hedges of numbers, and their class."""

import pytest
from bracketed import figure_in, rows

from tui.figures import extract

TABLE = """
We followed goats for [30+ years] | + | more
We saw [30]+ goats | + | more
She left over [10 years] ago | over | more
It holds upto [30] goats | upto | less
The index was revised up to [16.4] from 10 | - | -
Losses did not exceed [40%] | not exceed | less
The club never topped [20%] | never topped | less
Losses didn't reach [5 million] crowns | didn't reach | less
It takes >= [5] goats | >= | more
In goats of age > [5] it is rare | > | more
> [63] goats were lost | - | -
> > [63] goats were lost | - | -
<td class="n">[63]</td> | - | -
<b>Goats</b> [63] | - | -
A little under [50] goats came | A little under | less
Not quite [50] goats came | Not quite | less
At minimum [30] goats came | At minimum | more
Bring [30] goats at the most | at the most | less
Bring [30] goats or thereabouts | or thereabouts | approx
Bring [30] goats or so | or so | approx
Something like [30] goats came | Something like | approx
Tolls surpassed [$8 billion] | surpassed | more
Tolls exceeded [$8 billion] | exceeded | more
They won with an average of [50 goats] | - | -
The herd averaged [50] goats | averaged | approx
Those over the age of [18] may fish | over | more
Nobody under the age of [18] may fish | under | less
Boats above the age of [40 years] are scrapped | above | more
He went to sea at the age of [18] | - | -
Tremors over magnitude [4.5] were felt | over | more
It lists tremors of at least magnitude [6] | at least | more
It was a tremor of magnitude [6] | - | -
Exactly [30] goats came | - | -
The price fell below the [$63,000] mark | below | less
It falls short of the [15 percent] threshold | - | -
It lay under [8 metres] of mud | - | -
Dresk was chosen over [two] other towns | - | -
Over [200] other towns were asked | Over | more
He ran it from roughly [1948 to 1951] | roughly | approx
"""


@pytest.mark.parametrize(("marked", "hedge", "bound"), rows(TABLE))
def test_hedges(marked: str, hedge: str, bound: str) -> None:
    figure = figure_in(marked)
    assert (figure.hedge or "-", figure.bound or "-") == (hedge, bound)


@pytest.mark.parametrize(
    ("text", "bound"),
    [("约37万人", "approx"), ("超过1.1万亿元", "more"), ("不足3000人", "less"), ("有37万人", None)],
)
def test_hedges_that_need_no_space(text: str, bound: str | None) -> None:
    assert [figure.bound for figure in extract(text)] == [bound]
