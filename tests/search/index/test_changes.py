"""Replacing and removing documents: the index finds what a newly built one finds."""

import random

import numpy as np
import pytest

from tui.documents import Document
from tui.search import Index
from tui.search.index.merge import merged
from tui.search.index.segment_builder import SegmentBuilder

BEASTS = ("zebras", "lions", "okapis", "Fraudulent tapirs", "telecom-lynxes", "河马")
QUERIES = ("zebras ran", "lion", "zeb", "report 7", ">30", "=7", "kind:money", "tapirs million",
           "fradulent", "unit:lynx", "河马", "telecomlynxes",
           '"okapis ran"', "doc:1", "title:report",
           "2023-07", "^a zebras", "yuan !zebras")  # fmt: skip


def document(number: int, version: int) -> Document:
    beast = BEASTS[(number + version) % len(BEASTS)]
    money = f"They cost {version + 1} million yuan in July 2023.\n" if number % 3 else ""
    return Document.from_text(
        f"Report {number} of v{version}\n\nA total of {number} {beast} ran.\n\n{money}",
        name=f"{number}.txt",
    )


def answers(index: Index) -> dict[str, list[tuple[object, ...]]]:
    """What is found in which order; a score may differ by what is rare in which segment."""
    return {
        query: [(hit.document, hit.start, hit.end, hit.kind) for hit in index.search(query, 500)]
        for query in QUERIES
    }


@pytest.mark.parametrize("seed", range(6))
def test_a_changed_index_finds_what_a_new_one_finds(seed: int) -> None:
    chance = random.Random(seed)
    held = {number: document(number, 0) for number in range(30)}
    index = Index.build(held.values())
    for version in range(1, 12):
        some = chance.sample(range(30), chance.choice([1, 2, 9]))
        if chance.random() < 0.4:
            index.remove([f"{number}.txt" for number in [*some, 99]])
            held = {number: each for number, each in held.items() if number not in some}
        else:
            held |= {number: document(number, version) for number in some}
            index.add([held[number] for number in some])
    known = {name: number for number, name in enumerate(index._places)}
    assert set(known) == {each.name for each in held.values()}
    in_order = sorted(held.values(), key=lambda each: index._places[each.name])
    assert answers(index) == answers(Index.build(in_order))


def test_merged_segments_equal_one_segment_of_all_documents() -> None:
    documents = [document(number, number) for number in range(9)]
    parts = []
    for first in range(3):
        builder = SegmentBuilder()
        for number in range(first, 9, 3):
            builder.document(documents[number])
        parts.append((builder.segment(), np.arange(first, 9, 3)))
    parts[0][1][1] = -1  # number 3
    segment, places = merged(parts)
    whole = SegmentBuilder()
    for number in (0, 1, 2, 4, 5, 6, 7, 8):
        whole.document(documents[number])
    expected = whole.segment()
    assert places.tolist() == [0, 1, 2, 4, 5, 6, 7, 8]
    assert segment.names == expected.names
    assert segment.lexicon.terms() == expected.lexicon.terms()
    assert [segment.facts.kind_names[kind] for kind in segment.facts.kind] == [
        expected.facts.kind_names[kind] for kind in expected.facts.kind
    ]
    for mine, theirs, but in (
        (segment.arrays, expected.arrays, ()),
        (segment.lexicon.arrays, expected.lexicon.arrays, ()),
        (segment.facts.arrays, expected.facts.arrays, ("kind", "measure")),
    ):
        assert mine.keys() == theirs.keys()
        for name in mine:
            if name not in but:
                assert mine[name].dtype == theirs[name].dtype, name
                np.testing.assert_array_equal(mine[name], theirs[name], name)


def test_removed_documents_and_notes_give_no_hits() -> None:
    index = Index.build([document(0, 0), document(1, 0)])
    (hit,) = index.search("'zebras'")
    index.remove(["0.txt"])
    assert index.search("'zebras'") == []
    assert index.spans("zebras", hit) == []
    index.remove(["1.txt", "1.txt"])
    assert index.search("report") == index.search(">0") == []
    index.add([document(0, 0)])
    assert index.search("'zebras'") == [hit]


def test_what_was_removed_does_not_stay_in_memory() -> None:
    index = Index.build(Document.from_text(f"Report {n}\n\nIt rained.", f"{n}") for n in range(9))
    before = sum(len(part.segment) for part in index._parts)
    index.remove([f"{n}" for n in range(8)])
    assert sum(len(part.segment) for part in index._parts) == before / 9
    assert {hit.document for hit in index.search("rained")} == {"8"}
