import pytest

from tui.documents import Document
from tui.documents.describe import Description, describe, title

LONG = (
    "The police said that the number of cases has fallen for nine months, and that many people "
    "were arrested in 2019, on June 3, 2018 and in May last year."
)

DATED = {
    f"Title\n\nSaturday, January 5, 2019 \n\n{LONG}": "2019-01-05",
    f"Title\n5 January 2019\n{LONG}": "2019-01-05",
    f"Title\n2019-01-05T10:30:00Z\n{LONG}": "2019-01-05",
    f"Title\nBy Ann Lee | January 5, 2019 10:30 AM\n{LONG}": "2019-01-05",
    f"Title\nBy Ann Lee\nThe PaperUpdated:\u00a0 January 5, 2019\n×\n\n{LONG}": "2019-01-05",
    f"Title\nLast updated: 5 Jan 2019, 14:05 GMT\n{LONG}": "2019-01-05",
    f"Title\nUpdated 5 January 2019, 14:05 GMT\n{LONG}": "2019-01-05",
    f"Title\nLast updated on January 5, 2019\n{LONG}": "2019-01-05",
    f"Title\n2019年1月5日\n{LONG}": "2019-01-05",
    f"Title\n\nBEIJING, January 5 (Xinhua) -- {LONG}": "XXXX-01-05",
    f"Title\n\nSAN JOSÉ, Costa Rica, Jan. 5, 2019 - {LONG}": "2019-01-05",
    f"Title\n\nTechTidings January 5th, according to a channel, so it is. {LONG}": "XXXX-01-05",
    f"Title\n\nOn January 5, the ministry held a conference. {LONG}": "XXXX-01-05",
    f"Title\n\nOn 5 January 2019 the ministry announced it. {LONG}": "2019-01-05",
    f"Title\n\nIt was told to a press conference in the capital on January 5. {LONG}": "XXXX-01-05",
    f"Title\nAdopted on 5 January 2019\n{LONG}": "2019-01-05",
    f"Title\n(Adopted by the port council on 5 January 2019)\n{LONG}": "2019-01-05",
    f"Title\nAs of 5 January 2019\n{LONG}": "2019-01-05",
    f"Title\nDate of issue: 5 January 2019\n{LONG}": "2019-01-05",
    f"Title\nReport date: 5 January 2019\n{LONG}": "2019-01-05",
    f"---\ntitle: Title\ndate: 2019-01-05\n---\n{LONG}": "2019-01-05",
}
REPORTS = ("Port report of 5 January 2019", "Minutes of the spring meeting of January 5, 2019")
UNDATED = [
    "",
    f"Report on the fire of January 5, 2019\n\n{LONG}",
    f"Ministers criticise statement of 5 January 2019\n\n{LONG}",
    f"Port Denies Report of January 5, 2019\n\n{LONG}",
    f"Reply to the harbour report of 5 January 2019\n\n{LONG}",
    f"Title\nBirth Date: 5 January 2019\n{LONG}",
    f"Title\nDate of birth: 5 January 2019\n{LONG}",
    "Title",
    f"Title\n\n{LONG}",
    f"Riots of May 3, 2018 remembered\n\n{LONG}",
    f"Title\n\n{LONG}\n\n— Someone (@someone) June 30, 2018\n\n{LONG}",
    f"Title\n\nIn January, cases fell by 30%, and from January to May too. {LONG}",
    f"Title\n\nOn January 5, two men were held near the border by police. {LONG}",
    f"Title\n\nLast week, on December 8, a company announced its end. {LONG}",
    f"Title\n\nSince January 5, police held 12 men, as was announced. {LONG}",
    f"Title\n\nIt was told to the press. A briefing followed in the capital on January 5. {LONG}",
    f"Title\n\nYesterday, the court heard the case. {LONG}",
    f"Title\n\n{LONG} {LONG}\n\nOn January 5, the ministry announced something else again. {LONG}",
    "Title\n\n" + f"{LONG}\n\n" * 12 + "Saturday, January 5, 2019",
]


@pytest.mark.parametrize("text", DATED)
def test_a_date_where_a_page_states_it(text: str) -> None:
    found = describe(text)
    assert (title(text), found.dated) == ("Title", DATED[text])


@pytest.mark.parametrize(
    "line",
    ["*Daily Trumpet*, 5 January 2019", "**Date:** 5 January 2019", "_5 January 2019_",
     "* **Date**: 5 January 2019", "*Published 5 January 2019*",
     "| Date | 5 January 2019 |", "| **Date of report** | 5 January 2019 |"],
)  # fmt: skip
def test_a_date_is_read_without_the_emphasis_of_markdown(line: str) -> None:
    text = f"# Title\n\n{line}\n\n{LONG}"
    assert describe(text, markdown=True).dated == "2019-01-05"
    assert title(text, markdown=True) == "Title"


@pytest.mark.parametrize("name", REPORTS)
def test_the_date_in_the_title_of_a_report(name: str) -> None:
    assert describe(f"{name}\n\n{LONG}").dated == "2019-01-05"


def test_a_dateline_counts_more_than_the_report_that_a_title_is_about() -> None:
    text = f"Court quashes notice of 5 May 2018\n\nBONN, January 5, 2019 - The court met. {LONG}"
    assert describe(text).dated == "2019-01-05"


@pytest.mark.parametrize("text", UNDATED)
def test_no_date_rather_than_a_wrong_one(text: str) -> None:
    assert describe(text).dated is None


def test_an_announcement_is_a_lower_bound_of_the_date() -> None:
    found = describe(
        f"Title\n\n{LONG}\n\nThe statement was made on August 6, 2018, as reported by the Daily "
        "Trumpet, and it was long."
    )
    assert found == Description(None, "2018-08-06")


PUBLISHERS = {
    f"Title\nThe PaperUpdated: May 3, 2021\n{LONG}": "The Paper",
    f"Title\nDaily Trumpet | May 3, 2021\n{LONG}": "Daily Trumpet",
    f"Title\nBy Ann Lee | May 3, 2021\n{LONG}": None,
    f"Title\nSource: The Paper\n{LONG}": "The Paper",
    f"Title\n\nTechTidings May 3rd, according to a channel, {LONG}": "TechTidings",
    f"Title\n\nBEIJING, May 3 (Xinhua) -- {LONG}": "Xinhua",
    f"Title\n\nBEIJING, May 3 - {LONG}": None,
    f"Title\n\nLONDON (Reuters) - {LONG}": "Reuters",
    f"Title\n\n{LONG}\n\n© 2021 The Paper. All rights reserved.": "The Paper",
    f"Title\n\nAccording to the Daily Trumpet, so it is. {LONG}": None,
}


@pytest.mark.parametrize("text", PUBLISHERS)
def test_publisher(text: str) -> None:
    assert describe(text).publisher == PUBLISHERS[text]


TITLES = [
    ("Home > Press >\n\nFraud falls\n\nText.", False, "Fraud falls"),
    ("  Fraud\u00a0 falls  \r\n\r\nText.", False, "Fraud falls"),
    ("# Fraud *falls* #\n\nText.", False, "Fraud *falls"),
    ("Some lead before it\n\n## **Fraud falls**\n\nText.", True, "Fraud falls"),
    ("Some lead before it\n\n## Fraud falls\n\nText.", False, "Some lead before it"),
    ("May 3, 2021\nBy Ann Lee\nFraud falls\n\nText.", False, "Fraud falls"),
    (f"Statement by the mayor, 3 May 2021\n\n{LONG}", False, "Statement by the mayor, 3 May 2021"),
    ("Letter to the port, 3 May 2021\n\nShips wait.", False, "Letter to the port, 3 May 2021"),
    (f"Statement by the mayor, 3 May 2021\n\nFraud falls\n\n{LONG}", False, "Fraud falls"),
    (f"Press release, 3 May 2021\n\nFraud falls\n\n{LONG}", False, "Fraud falls"),
    ("**Fraud_rates fall** in 5 * 3 towns\n\nText.", True, "Fraud_rates fall in 5 * 3 towns"),
    ("One sentence. And another one.", False, None),
    ("x" * 251, False, None),
    ("It was said in the north of the\ncountry that fraud falls.", False, None),
    ("\n\n***\n\n123\n", False, None),
    ("", False, None),
]


@pytest.mark.parametrize(("name", "expected"), [("a.MD", "Fraud falls"), ("a.txt", "Some lead")])
def test_a_file_of_markdown_is_known_by_its_name(name: str, expected: str) -> None:
    assert Document.from_text("Some lead\n\n# Fraud falls\n\nText.", name).title == expected


@pytest.mark.parametrize(("text", "markdown", "expected"), TITLES)
def test_title(text: str, markdown: bool, expected: str | None) -> None:
    assert title(text, markdown=markdown) == expected


@pytest.mark.parametrize(
    "text",
    [
        "A B C D E F " * 50_000,
        "© 2020 " * 50_000,
        "---\n" + "a: b\n" * 50_000,
        "Updated" * 50_000,
        "By A " * 50_000,
        "announced " * 50_000,
        "On " * 50_000,
        "# " * 50_000,
        "(A" * 50_000,
    ],
)
def test_hostile_heads_end(text: str) -> None:
    describe(text)
    describe(text[:5_000] + "\n" + text[:89] + "\n", markdown=True)


@pytest.mark.parametrize(("before", "dated"), [(11, "2021-05-03"), (12, None)])
def test_a_date_is_looked_for_in_the_first_twelve_lines(before: int, dated: str | None) -> None:
    lines = [f"Harbour {number} is open" for number in range(before)]
    furniture = ["Follow us on Telegram"] * 5
    text = "\n\n".join([*lines, *furniture, "Published: 3 May 2021"])
    assert Document.from_text(text).dated == dated
