"""The cache of compiled patterns: equality with `re.compile`, damaged files, other Pythons."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from tui import pattern_cache, patterns
from tui.documents import Document
from tui.pattern_cache import PatternCache

SOURCES: tuple[tuple[str | bytes, int], ...] = (
    (r"\d+", 0),
    (r"(?P<whole>\d+)(?:\.(?P<rest>\d+))?", 0),
    (r"[äöü]|straße\b", re.IGNORECASE),
    (r"^(.)\1(?!x)$", re.MULTILINE | re.DOTALL),
    (rb"[\x80-\xff]+ (\w)", 0),
    ("(?i:a)|(?<=b)[^c-z]{2,5}?", 0),
)


def no_parser(*_: object) -> None:
    raise AssertionError("a cached pattern is compiled again")


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A folder with a cache of all `SOURCES`."""
    cache = PatternCache(tmp_path)
    for source, flags in SOURCES:
        cache.compile(source, flags)
    cache.save()
    return tmp_path


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_cached_pattern_equals_a_compiled_one(
    filled: Path, monkeypatch: pytest.MonkeyPatch, source: str | bytes, flags: int
) -> None:
    compiled = re.compile(source, flags)
    cache = PatternCache(filled)
    monkeypatch.setattr(import_module("re._parser"), "parse", no_parser)
    made = cache.compile(source, flags)
    assert made == compiled  # source, flags and code
    assert made.groupindex == compiled.groupindex
    assert made.groups == compiled.groups


def test_every_pattern_used_for_a_text_comes_from_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str | bytes, int]] = []
    first = PatternCache(tmp_path)

    def compiler(source: str | bytes, flags: int) -> re.Pattern[str] | re.Pattern[bytes]:
        asked.append((source, flags))
        return first.compile(source, flags)

    monkeypatch.setattr(patterns, "compiler", compiler)
    late = patterns.pattern(r"(?P<day>\d\d?) May (?P<year>\d{4})")
    assert late.search("on 3 May 2021")
    assert Document.from_text("Fraud falls\n\nUp 5% to 262,000 cases in May.").figures
    first.save()
    second = PatternCache(tmp_path)
    monkeypatch.setattr(import_module("re._parser"), "parse", no_parser)
    for source, flags in asked:
        assert second.compile(source, flags) == first.compile(source, flags)


def test_new_patterns_are_added_to_the_file(filled: Path) -> None:
    cache = PatternCache(filled)
    cache.compile("new+", 0)
    cache.save()
    size = next(filled.iterdir()).stat().st_size
    again = PatternCache(filled)
    for source, flags in (*SOURCES, ("new+", 0)):
        again.compile(source, flags)
    again.save()
    assert next(filled.iterdir()).stat().st_size == size


@pytest.mark.parametrize("broken", [b"", b"{}", b"[[1]]\n", b"[\xff", b"[" * 100_000, b"\n1234"])
def test_a_broken_file_is_ignored(filled: Path, broken: bytes) -> None:
    next(filled.iterdir()).write_bytes(broken)
    assert PatternCache(filled).compile(r"\d+", 0).match("12")


def test_invalid_code_is_ignored(filled: Path) -> None:
    path = next(filled.iterdir())
    about, _, units = path.read_bytes().partition(b"\n")
    path.write_bytes(about + b"\n" + b"\xff" * len(units))
    cache = PatternCache(filled)
    for source, flags in SOURCES:
        assert cache.compile(source, flags) == re.compile(source, flags)


def test_a_python_without_the_private_parts_compiles_as_usual(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_module(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(pattern_cache, "import_module", no_module)
    cache = PatternCache(tmp_path)
    assert cache.compile("a|b", 0).match("b")
    cache.save()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = PatternCache(tmp_path / "file")
    assert cache.compile("a", 0).match("a")
    cache.save()
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_nothing_is_written_before_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pattern_cache, "_cache", None)
    monkeypatch.setattr(patterns, "compiler", re.compile)
    monkeypatch.setattr("tui.files.cache_folder", lambda: tmp_path)
    pattern_cache.save()
    assert not list(tmp_path.iterdir())
    pattern_cache.start()
    assert patterns.pattern("a+b").match("aab")
    pattern_cache.save()
    assert len(list(tmp_path.iterdir())) == 1
