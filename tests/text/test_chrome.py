import pytest

from tui.text import chrome

FURNITURE = [
    "Read more: ",
    "READ MORE »",
    "Follow us on Telegram",
    "Follow us on Twitter and Facebook",
    "Share this article on LinkedIn",
    "You might also like",
    "Home > Press Room >",
    "Home\u00a0»\u00a0News\u00a0»\u00a0China",
    "News › Asia › Crime ›",
    "SaveSavedRemoved 0",
    "Deal Score0",
    "Deal Score +12",
    "Leave a reply",
    "We will be happy to hear your thoughts",
    "Compare items",
    "  • Cameras (0)",
    "Enable registration in settings - general",
    "The Links:   2MBI400L-060 QM100DY-2H",
    "Subscribe to our weekly newsletter",
    "3 min read",
    "12 Comments",
    "1.2k shares",
    "×",
    "© 2022 The Paper. All rights reserved.",
    "This website uses cookies to improve your stay.",
    "Tags: fraud, telecom",
    "ADVERTISEMENT",
]
TEXT = [
    "Police held 12 men.",
    "Read more than 300 pages and you know it all.",
    "Share prices fell 12%",
    "They follow us on every street, he said.",
    "Home prices rose 5% in May",
    "Deaths (12)",
    "12,000 gangs of smugglers were busted",
    "Comments were made by 12 officials",
    "Cameras",
    "Organized Crime Features",
    "Boeing 737 A320 and B2",
    "COVID-19 in 2020",
    "9",
    "",
    "-----",
    "By Cui Can",
    "More than 380 gangs were held in Beijing",
    "Do we use cookies? No, said the minister, and 3 million agreed with him at once.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str) -> None:
    assert chrome(f"Before it.\n{line}\r\nAfter it.") == [(11, 11 + len(line))]


@pytest.mark.parametrize("line", TEXT)
def test_text(line: str) -> None:
    assert chrome(line) == []


@pytest.mark.parametrize(
    "unit", ["a > ", "facebook and ", "x, ", "A1", "A1B2C-", ">", "(0", "tag "]
)
def test_hostile_lines_end(unit: str) -> None:
    for length in (20, 119, 5_000):
        chrome("\n".join((unit * length)[:length] + end for end in ("", "!", "\x00")))
