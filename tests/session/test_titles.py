"""What tells documents apart whose titles are the same or begin alike."""

from tui.documents import Document
from tui.session.titles import Label, Titles


def labels(*named):
    """The labels of documents with these names and titles."""
    documents = [Document.from_text(f"{title}\n\nIt rained.", name) for name, title in named]
    titles = Titles()
    titles.take(documents)
    return [titles.label(document) for document in documents]


def test_a_title_of_its_own_stays_as_it_is():
    assert labels(("a.txt", "Rain in May"), ("b.txt", "Snow in June")) == [
        Label("Rain in May"),
        Label("Snow in June"),
    ]


def test_the_same_title_is_told_apart_by_the_name_of_the_file():
    assert labels(("in/6 Feb.txt", "Daily report"), ("7 Feb.txt", "Daily report")) == [
        Label("Daily report · 6 Feb", "6 Feb"),
        Label("Daily report · 7 Feb", "7 Feb"),
    ]


def test_and_by_the_folder_where_the_names_are_the_same_too():
    found = labels(("2022/report.txt", "Report"), ("2023/report.txt", "Report"))
    assert [label.ending for label in found] == ["2022/report", "2023/report"]


def test_files_without_a_title_are_told_apart_by_their_folders():
    documents = [Document.from_text("", f"{year}/empty.txt") for year in (2022, 2023)]
    titles = Titles()
    titles.take(documents)
    assert titles.label(documents[0]) == Label("2022/empty.txt", "2022/empty")


def test_titles_that_begin_alike_keep_whole_words_of_their_own():
    assert [
        label.ending
        for label in labels(
            ("a.txt", "Quake toll rises, says Radio Melin"),
            ("b.txt", "Quake toll rises, says Red Cross"),
            ("c.txt", "Quake toll rises"),
            ("d.txt", "Quake damages bridges"),
        )
    ] == ["says Radio Melin", "says Red Cross", "", ""]


def test_a_changed_title_no_longer_counts():
    one, two = (Document.from_text("Daily report\n\nIt rained.", name) for name in ("a", "b"))
    titles = Titles()
    titles.take([one, two])
    assert titles.label(one).ending == "a"
    titles.take([Document.from_text("Rain\n\nIt rained.", "b")])
    assert titles.label(one) == Label("Daily report")


def test_a_title_of_any_length_is_taken():
    (long, _) = labels(("a.md", "# " + "Rain " * 5_000), ("b.md", "# " + "Rain " * 5_000))
    assert len(long.text) < 300
    assert long.ending == "a"
