"""Sentences of our own: the date that the tense of a sentence tells.

The document's date, the sentence with the date in [brackets], and what the date says.
"""

import pytest
from bracketed import figure_in, rows

TABLE = """
2020-01-20 | The act would pay the wardens through [September] | 2020-09
2020-01-20 | The act will pay the wardens through [September] | 2020-09
2020-01-20 | The act paid the wardens through [September] | 2019-09
2020-06-20 | Lee said he would resign in [May] | 2020-05
2020-01-22 | The guild declared it would meet on [Monday] | 2020-01-27
2020-01-22 | The guild promised it would meet on [Monday] | 2020-01-27
2020-01-22 | She said she would appeal after jurors met on [Monday] | 2020-01-20
2020-01-22 | He would later score twice in [September] | 2019-09
2020-01-22 | The guild announced it would meet on [Monday] | 2020-01-27
2020-01-22 | The rally was to be on Friday, but Lee said it would be on [Monday] | 2020-01-27
2020-01-22 | On Sunday, the guild said it would meet on [Monday] | 2020-01-20
2020-01-22 | It was agreed that the mill would open on [Monday] | 2020-01-20
2020-01-22 | Lee said they would have met on [Monday] | 2020-01-20
"""


@pytest.mark.parametrize(("dated", "marked", "date"), rows(TABLE))
def test_dates_by_tense(dated: str, marked: str, date: str) -> None:
    assert figure_in(marked, dated).date == date
