"""The sort orders of documents and figures."""

from decimal import Decimal
from pathlib import Path

import pytest

from tui.documents import Document, Library
from tui.figures import extract
from tui.notes import NoteStore
from tui.session import Memory, Session, SortOrder, document_order, figure_order

TEXTS = {
    "b-old.txt": "Grain rots in the barns\n\nPublished: 3 March 2019\n\nSome 12 barns burned down.",
    "a-undated.txt": "Apples are dear\n\nPrices rose by 4 percent, then by 7 percent, to 3 euros.",
    "c-new.txt": "Barley is cheap\n\nPublished: 9 June 2023\n\nNothing more is known of it.",
}
FIGURES = (
    "Of 90 cows and 1,200 sheep 30 cows were sold in May 2021 for 7 million euros, and 5 to 9 "
    "cows in June 2022 for 900 euros; 8% more, then 12% less."
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    library = Library()
    for name, text in TEXTS.items():
        library.add(Document.from_text(text, name))
    return Session(library, NoteStore(tmp_path), Memory(tmp_path / "state"))


def names(session: Session, remembered: str) -> list[str]:
    numbers = document_order(SortOrder.of("documents", remembered), session)()
    return [session.library.documents[number].name[0] for number in numbers]


@pytest.mark.parametrize(
    ("remembered", "expected"),
    [
        ("folder", "bac"),
        ("-folder", "cab"),
        ("date", "cba"),
        ("-date", "bca"),
        ("title", "acb"),
        ("-title", "bca"),
        ("unread", "bca"),
        ("-unread", "abc"),
        ("notes", "cba"),
        ("-notes", "bac"),
    ],
)
def test_documents_in_each_order(session: Session, remembered: str, expected: str) -> None:
    session.open("a-undated.txt")
    session.all_marks.set_counts({"c-new.txt": 2})
    assert "".join(names(session, remembered)) == expected


def test_documents_without_extracted_figures_come_last_in_both_directions(session: Session) -> None:
    for name in ("b-old.txt", "a-undated.txt"):
        found = session.library.get(name)
        assert found is not None
        assert found.figures
    assert names(session, "figures") == ["a", "b", "c"]
    assert names(session, "-figures") == ["b", "a", "c"]


def texts(remembered: str) -> list[str]:
    figures = Document.from_text(FIGURES).figures
    return [figures[n].text for n in figure_order(SortOrder.of("figures", remembered), figures)]


def test_figures_by_value_within_their_unit() -> None:
    largest, smallest = texts("value"), texts("-value")
    for order, sign in ((largest, 1), (smallest, -1)):
        for group in (("90", "30", "5 to 9"), ("7 million euros", "900 euros"), ("12%", "8%")):
            places = [order.index(text) for text in group[::sign]]
            assert places == list(range(places[0], places[0] + len(group))), (order, group)
    assert [text for text in largest if text.startswith(("May", "June"))] == [
        "June 2022",
        "May 2021",
    ]
    assert largest.index("90") < largest.index("7 million euros") < largest.index("12%")


def test_a_range_is_sorted_by_its_upper_end_even_if_that_is_zero() -> None:
    first, second = extract("It fell to 3 degrees and then to 4 degrees.")
    loss = first._replace(value=None, low=Decimal(-5), high=Decimal(0))
    figures = [second._replace(value=Decimal(-3)), loss]
    assert figure_order(SortOrder.of("figures", "value"), figures) == [1, 0]


def test_figures_in_text_order_and_reversed() -> None:
    assert texts("") == texts("-text")[::-1]
    assert texts("")[0] == "90"


def test_orders_wrap_around_and_can_be_reversed() -> None:
    sorting = SortOrder.of("documents", "unread")
    assert sorting.next("documents", 1).is_plain
    assert sorting.turned().words == "read first"
    assert SortOrder.of("documents", sorting.turned().remembered) == sorting.turned()
    assert sorting.turned().next("documents", 2).words == "newest first"


def test_an_unknown_stored_order_is_the_natural_one() -> None:
    assert SortOrder.of("figures", "colour").is_plain
    assert SortOrder.of("figures", "-colour").is_plain


def test_two_processes_keep_the_orders_of_each_other(tmp_path: Path) -> None:
    first, second = Memory(tmp_path), Memory(tmp_path)
    first.choose_order("documents", "-date")
    first.save()
    second.save()
    assert Memory(tmp_path).orders == {"documents": "-date"}
    (tmp_path / "state.json").write_text('{"orders": {"documents": 3, "figures": "value"}}')
    assert Memory(tmp_path).orders == {"figures": "value"}
