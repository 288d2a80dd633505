"""Reading files safely: limits, kinds of files, errors."""

import errno
import os
from pathlib import Path

import pytest

from tui.errors import FactdeskError
from tui.files import read_bytes, stamp, write_atomically


def test_a_file_up_to_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_bytes(path, limit=5) == b"12345"
    with pytest.raises(FactdeskError, match=r"the file has 5 bytes, the limit is 4; split"):
        read_bytes(path, limit=4)
    path.write_bytes(b"")
    assert read_bytes(path, limit=0) == b""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_file_that_says_it_is_empty_is_read_to_the_limit_and_no_further() -> None:
    with pytest.raises(FactdeskError, match="larger than the limit of 10 bytes"):
        read_bytes(Path("/proc/self/status"), limit=10)


def refused(path: Path) -> str:
    with pytest.raises(FactdeskError) as error:
        read_bytes(path)
    assert error.value.problem.where == str(path)
    return error.value.problem.what


def test_other_files_are_refused(tmp_path: Path, forbid) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "secret").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    forbid(tmp_path / "secret")
    assert refused(tmp_path / "nowhere") == "no such file or folder"
    assert refused(tmp_path / "secret") == "no permission to read it"
    assert refused(tmp_path / "secret" / "below") == "cannot be opened (not a directory)"
    assert refused(tmp_path / "loop").startswith("cannot be opened (too many levels")
    assert refused(tmp_path / "nul\0").startswith("cannot be opened (")
    for path in (tmp_path, tmp_path / "pipe", Path("/dev/null"), Path("/dev/zero")):
        assert refused(path) == "not a regular file"


def test_no_file_is_left_open(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    before = len([*Path("/dev/fd").iterdir()])
    assert read_bytes(tmp_path / "a.txt")
    for limit, path in ((4, tmp_path / "a.txt"), (4, tmp_path), (4, Path("/proc/self/status"))):
        with pytest.raises(FactdeskError):
            read_bytes(path, limit=limit)
    assert len([*Path("/dev/fd").iterdir()]) == before


def test_a_write_replaces_the_file(tmp_path: Path) -> None:
    for name in ("a.txt", "犯" * 80 + ".csv"):
        for data in (b"1", b"23"):
            write_atomically(tmp_path / name, data, is_synced=data == b"23")
            assert (tmp_path / name).read_bytes() == data
    assert len([*tmp_path.iterdir()]) == 2


def test_a_failed_write_leaves_the_old_content_and_no_temporary_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a.txt").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(tmp_path / "a.txt", b"new", is_synced=True)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_stamp_changes_when_a_file_is_written_or_another_one_is_put_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert stamp(path) is None
    path.write_bytes(b"1")
    first = stamp(path)
    assert first == stamp(path) == stamp(Path(os.path.relpath(path)))
    os.utime(path, ns=(1, 1))
    older = stamp(path)
    path.write_bytes(b"12")
    os.utime(path, ns=(1, 1))
    longer = stamp(path)
    (tmp_path / "b.txt").write_bytes(b"12")
    os.utime(tmp_path / "b.txt", ns=(1, 1))
    (tmp_path / "b.txt").replace(path)
    assert len({first, older, longer, stamp(path)}) == 4
    assert stamp(Path("nul\0")) is None


def test_progress_is_told_while_a_large_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.files._PART", 4)
    path, told = tmp_path / "a.txt", list[tuple[int, int]]()
    path.write_bytes(b"123456789")
    assert read_bytes(path, progress=lambda *of: told.append(of)) == b"123456789"
    assert told == [(4, 9), (8, 9)]

    def stop(done: int, size: int) -> None:
        raise FactdeskError("stopped")

    with pytest.raises(FactdeskError, match="stopped"):
        read_bytes(path, progress=stop)
