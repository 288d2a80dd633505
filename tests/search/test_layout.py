"""The layout of what lies on disk has a number, which changes with it.

When this test fails, the records are laid out differently than before: count `LAYOUT` up in
`tui/search/home.py`, so that indexes of today are built anew, and write down here what it is now.
"""

import json
import os
from hashlib import sha256
from pathlib import Path

from tui.documents import find
from tui.search import Home, refresh
from tui.search.home import LAYOUT, Entry, Piece
from tui.search.segment_file import Seal

LAYOUTS = {1: "9008060ae86116f6"}


def test_the_layout_is_the_one_that_its_number_stands_for(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Report\n\n5 zebras ran.\n", encoding="utf-8")
    os.utime(tmp_path / "report.txt", (1_600_000_000, 1_600_000_000))
    found = list(find([tmp_path]))
    home = Home.of(found)
    for _ in refresh(home, found, in_memory=1):
        pass
    (path,) = home.folder.glob("*.segment")
    data = path.read_bytes()
    header = json.loads(data[16 : 16 + int.from_bytes(data[8:16], "little")])
    manifest = json.loads((home.folder / "manifest").read_bytes().partition(b"\n")[2])
    layout = [
        data[:8].decode(),
        sorted(header),
        [(name, kind) for name, kind, _, _ in header["arrays"]],
        [Entry._fields, Piece._fields, Seal._fields],
        shape(manifest),
    ]
    assert sha256(json.dumps(layout).encode()).hexdigest()[:16] == LAYOUTS[LAYOUT], layout


def shape(value: object) -> object:
    """The kinds of values in a record, without the values."""
    return [shape(each) for each in value] if isinstance(value, list) else type(value).__name__
