"""SIGKILL at any moment while an index is built or updated: never a wrong answer, and it
resumes."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import tui
from tui.documents import Document, Found, find, read
from tui.search import Index, IndexFolder, open_index, refresh

KILLS = 12
FEW = 60
WORDS = ("zebras ran", "lion", ">30 okapis", "kind:money", "title:report", "zerbas")


def put(folder: Path, number: int, version: int) -> None:
    beast = ("zebras", "lions", "okapis")[(number + version) % 3]
    lines = [f"The {beast} of herd {line} ran {version} miles." for line in range(6)]
    (folder / f"{number}.txt").write_text(
        f"Report {number}\n\n" + "\n".join(lines) + f"\n\nIn all v{version}x{number} was seen.\n",
        encoding="utf-8",
    )


def started(index_folder: IndexFolder, found: list[Found]) -> subprocess.Popen[bytes]:
    """A process that has begun to write: most of its time goes into its start."""
    process = subprocess.Popen(
        [sys.executable, "-c", "from tui.search.disk.writing import main; main()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(tui.__file__).parents[1],
    )
    assert process.stdin is not None
    sources = [(each.name, str(each.path)) for each in found]
    process.stdin.write(json.dumps([str(index_folder.path), FEW, sources]).encode())
    process.stdin.close()
    assert process.stdout is not None
    assert process.stdout.readline()
    return process


def ended(process: subprocess.Popen[bytes]) -> int:
    """Its status, once it has written all that it writes."""
    assert process.stdout is not None
    with process.stdout:
        process.stdout.read()
    return process.wait()


def answers(index: Index) -> dict[str, list[tuple[object, ...]]]:
    return {
        query: [(hit.document, hit.start, hit.end, hit.kind) for hit in index.search(query, 500)]
        for query in WORDS
    }


def check(found: list[Found], documents: list[Document], versions: dict[int, int]) -> None:
    """Every document is found as it is now, and nothing of its older versions."""
    index = open_index(found)
    assert len(index.search("title:report", 1000, kinds={"title"})) == len(documents)
    for number, version in versions.items():
        for other in range(max(version - 2, 0), version + 1):
            hits = index.search(f"'v{other}x{number}'", kinds={"passage"})
            assert [hit.document for hit in hits] == [f"{number}.txt"] * (other == version)


def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random(3)
    versions = dict.fromkeys(range(24), 0)
    for number in versions:
        put(tmp_path, number, 0)
    found = list(find([tmp_path]))
    index_folder = IndexFolder.for_sources(found)
    process = started(index_folder, found)
    before = time.monotonic()
    assert ended(process) == 0
    whole = time.monotonic() - before
    assert index_folder.open()
    seen, hit = set(), 0
    for kill in range(KILLS):
        if kill % 4 == 0:
            (index_folder.path / "manifest").unlink(missing_ok=True)
        for number in chance.sample(range(24), chance.choice([1, 4, 20])):
            versions[number] += 1
            put(tmp_path, number, versions[number])
        was_there = index_folder.open() is not None
        process = started(index_folder, found)
        time.sleep(whole * chance.random())
        process.kill()
        hit += ended(process) != 0
        stored = index_folder.open()
        assert stored is not None or not was_there
        seen.add((len(stored or []), len(list(index_folder.path.glob("*.part")))))
        check(found, [read(each) for each in found], versions)
    assert len(seen) > 1
    assert hit > KILLS // 2
    for _ in refresh(index_folder, found, FEW):
        pass
    stored = index_folder.open()
    assert stored
    assert {path.name for path in index_folder.path.glob("*.segment*")} == {
        piece.file for piece, _ in stored
    }
    expected = Index.build([read(each) for each in found])
    assert answers(open_index(found)) == answers(expected)


def test_two_programs_write_in_turn_and_a_third_reads(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    versions = dict.fromkeys(range(20), 0)
    for number in versions:
        put(folder, number, 0)
    found = list(find([folder]))
    index_folder = IndexFolder.for_sources(found)
    for version in range(1, 4):
        for number in range(version, 20, 3):
            versions[number] = version
            put(folder, number, version)
        writers = [started(index_folder, found) for _ in range(2)]
        while any(writer.poll() is None for writer in writers):
            check(found, [read(each) for each in found], versions)
        assert list(map(ended, writers)) == [0, 0]
    stored = index_folder.open()
    assert stored
    assert sum(entry is not None for piece, _ in stored for entry in piece.entries) == 20
