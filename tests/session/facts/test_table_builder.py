"""The table of all facts: filtered, sorted, grouped, and in partial results."""

from pathlib import Path

import pytest

from tui.documents import Document, Library
from tui.facts import Fact, Group, unit_key
from tui.notes import NoteStore
from tui.session import Memory, Session, TableOptions, TableView

TEXTS = {
    "1-port.txt": "Port\n\nShips brought 300 tonnes, up 8%. Some 40 dockers were hired.",
    "2-mill.txt": "Mill\n\nThe mill paid 45 million euros and hired 7 dockers.",
    "3-farm.txt": "Farm\n\nNobody counted the cows.",
}


@pytest.fixture
def session(tmp_path: Path) -> Session:
    library = Library()
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        library.add(Document.from_text(text, name, path=tmp_path / name))
    for document in library:
        assert document.figures is not None
    notes = NoteStore.open([tmp_path])
    notes.register(library.documents)
    return Session(library, notes, Memory(tmp_path / "state"))


def build(session: Session, **wished) -> TableView:
    views: list[TableView] = []
    asked = session.table_request(TableOptions(**wished))
    session.table_builder.build(asked, lambda: False, views.append)
    return views[-1]


def shown(view: TableView) -> list[str]:
    """Each row: the words of a figure, or a group and how many it has."""
    rows = [view.row(place) for place in range(len(view.rows))]
    return [
        row.figure.text if isinstance(row, Fact) else f"{row.name}: {len(row.numbers)}"
        for row in rows
    ]


@pytest.mark.parametrize(
    ("wished", "rows"),
    [
        ({}, ["300 tonnes", "8%", "40", "45 million euros", "7"]),
        ({"typed": "  "}, ["300 tonnes", "8%", "40", "45 million euros", "7"]),
        ({"typed": "hired"}, ["40", "45 million euros", "7"]),
        ({"typed": "hired >10"}, ["40", "45 million euros"]),
        ({"typed": "unit:EUR"}, ["45 million euros"]),
        ({"typed": "doc:port !kind:percent"}, ["300 tonnes", "40"]),
        ({"typed": "zebra"}, []),
        ({"order": "value", "typed": "unit:dockers"}, ["40", "7"]),
        ({"order": "value", "typed": "unit:dockers", "backwards": True}, ["7", "40"]),
        ({"backwards": True}, ["7", "45 million euros", "40", "8%", "300 tonnes"]),
        (
            {"grouping": "unit", "typed": "unit:dockers | unit:EUR"},
            ["dockers: 2", "EUR: 1"],
        ),
        (
            {"grouping": "unit", "typed": ">1", "opened": frozenset({"dockers"})},
            ["dockers: 2", "40", "7", "EUR: 1", "percent: 1", "tonne: 1"],
        ),
    ],
)
def test_the_view_is_what_was_requested(session: Session, wished, rows: list[str]) -> None:
    assert shown(build(session, **wished)) == rows


def test_cached_rounds_give_the_same_view_as_a_first_one(session: Session) -> None:
    wishes = [
        {"typed": "hired"},
        {"typed": "hired", "order": "value"},
        {"typed": "hired", "order": "value", "grouping": "unit"},
        {"typed": "hired", "order": "unit", "grouping": "subject", "plotted": True},
        {"typed": "hire"},
        {"order": "unit", "plotted": True},
        {},
    ]
    for wished in [*wishes, *reversed(wishes)]:
        again = build(session, **wished)
        del session.table_builder
        assert shown(again) == shown(build(session, **wished))


def test_documents_without_extracted_figures_are_counted(
    session: Session,
) -> None:
    late = Document.from_text("They sold 12 cows.", "0-late.txt")
    session.library.add(late)
    view = build(session, typed="unit:cows")
    assert (shown(view), view.unknown) == ([], 1)
    assert late.figures
    view = build(session, typed="unit:cows")
    assert (shown(view), view.unknown) == (["12"], 0)


def test_figures_extracted_again_replace_the_old(session: Session) -> None:
    build(session)
    document = session.library.documents[0]
    assert document.date_by_hand("2021-05-01")
    assert document.figures is not None
    view = build(session)
    assert all(fact.figure in fact.document.figures for fact in view.table.facts)


def test_a_filter_on_notes_uses_current_notes(session: Session) -> None:
    document = session.library.documents[0]
    assert shown(build(session, typed="verdict:wrong")) == []
    session.judge(session.figure_target(document, document.figures[1]), "wrong")
    view = build(session, typed="verdict:wrong")
    assert shown(view) == ["8%"]
    session.judge(session.figure_target(document, document.figures[1]), "wrong")
    assert shown(build(session, typed="verdict:wrong")) == []


def test_marks_come_after_the_rows(session: Session) -> None:
    document = session.library.documents[0]
    session.judge(session.figure_target(document, document.figures[1]), "wrong")
    views: list[TableView] = []
    session.table_builder.build(session.table_request(TableOptions()), lambda: False, views.append)
    assert [sorted(view.marks) for view in views] == [[], ["1-port.txt"]]


def test_a_cancelled_round_reports_nothing_and_leaves_caches_valid(session: Session) -> None:
    views: list[TableView] = []
    answers = iter([False] * 3 + [True] * 50)
    asked = session.table_request(TableOptions(typed="hired"))
    session.table_builder.build(asked, lambda: next(answers), views.append)
    assert views == []
    assert shown(build(session, typed="hired")) == ["40", "45 million euros", "7"]


def test_a_slow_filter_reports_partial_results(session: Session, monkeypatch) -> None:
    monkeypatch.setattr("tui.session.facts.table_builder.BEAT", -1)
    views: list[TableView] = []
    asked = session.table_request(TableOptions(typed="dockers"))
    session.table_builder.build(asked, lambda: False, views.append)
    assert shown(views[0]) == ["40"]
    assert shown(views[-1]) == ["40", "45 million euros", "7"]
    assert [view.share < 1 for view in views] == [True, False, False, False]


def test_a_row_is_found_again_after_any_change(session: Session) -> None:
    view = build(session)
    here = view.row(4)
    assert isinstance(here, Fact)
    assert build(session, order="value").place(here) == 1
    assert build(session, typed="euros").place(here) == 1
    assert build(session, typed="tonnes").place(here) is None
    closed = build(session, grouping="unit")
    head = closed.row(closed.place(here) or 0)
    assert isinstance(head, Group)
    assert head.name == "dockers"
    opened = build(session, grouping="unit", opened=frozenset({head.key}))
    assert opened.place(head) == 0
    assert opened.row(opened.place(here) or 0) == here
    assert opened.place(None) is None


def test_scales_are_computed_only_for_plots(session: Session) -> None:
    assert build(session).scales == {}
    view = build(session, plotted=True)
    figure = session.library.documents[1].figures[-1]
    scale = view.scales[unit_key(figure)]
    assert (scale.first, scale.last) == (0, 40)


@pytest.mark.parametrize(
    ("before", "now", "otherwise"),
    [
        ({}, {"typed": "hired", "plotted": True}, False),
        ({}, {"order": "value"}, True),
        ({"order": "value"}, {"order": "value", "backwards": True}, True),
        ({}, {"grouping": "unit"}, True),
        ({"grouping": "unit"}, {"grouping": "subject"}, True),
        ({"grouping": "unit"}, {"grouping": "unit", "opened": frozenset("x")}, False),
        ({"grouping": "subject"}, {}, False),
    ],
)
def test_another_order_starts_at_the_top(before, now, otherwise) -> None:
    assert TableOptions(**now).is_arranged_otherwise(TableOptions(**before)) is otherwise


def test_orders_and_groupings_wrap_around() -> None:
    options = TableOptions(backwards=True)
    orders = []
    for _ in range(7):
        options = options.sorted_next()
        orders.append(options.order)
    assert orders == ["value", "unit", "subject", "period", "document", "place", "value"]
    assert [options.descending, options.sorted_by("value").descending] == [True, False]
    assert options.sorted_by("unit") == TableOptions(order="unit")
    groupings = [options.grouped_next(), options.grouped_next().grouped_next()]
    assert [each.grouping for each in groupings] == ["unit", "subject"]
    assert groupings[1].grouped_next().grouping == ""
