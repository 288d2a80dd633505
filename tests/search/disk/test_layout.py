"""The layout of the index files has a version number, which changes whenever the layout does.

If this test fails, the layout has changed: increment `LAYOUT` in
`tui/search/disk/index_folder.py`, so that existing indexes are rebuilt, and add the new hash here.
"""

import json
import os
from hashlib import sha256
from pathlib import Path

from tui.documents import find
from tui.search import IndexFolder, refresh
from tui.search.disk.index_folder import LAYOUT, Entry, Piece
from tui.search.disk.segment_file import Checksum

LAYOUTS = {1: "9008060ae86116f6", 2: "d0f4d2a0228d3d6a"}


def test_the_layout_matches_its_version_number(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Report\n\n5 zebras ran.\n", encoding="utf-8")
    os.utime(tmp_path / "report.txt", (1_600_000_000, 1_600_000_000))
    found = list(find([tmp_path]))
    index_folder = IndexFolder.for_sources(found)
    for _ in refresh(index_folder, found, in_memory=1):
        pass
    (path,) = index_folder.path.glob("*.segment")
    data = path.read_bytes()
    header = json.loads(data[16 : 16 + int.from_bytes(data[8:16], "little")])
    manifest = json.loads((index_folder.path / "manifest").read_bytes().partition(b"\n")[2])
    layout = [
        data[:8].decode(),
        sorted(header),
        [(name, kind) for name, kind, _, _ in header["arrays"]],
        [Entry._fields, Piece._fields, Checksum._fields],
        shape(manifest),
    ]
    assert sha256(json.dumps(layout).encode()).hexdigest()[:16] == LAYOUTS[LAYOUT], layout


def shape(value: object) -> object:
    """The kinds of values in a record, without the values."""
    return [shape(each) for each in value] if isinstance(value, list) else type(value).__name__
