"""`factdesk index`: builds or updates the index on disk, and prints what is there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tui import config
from tui.cli.output import say
from tui.errors import Problem
from tui.text import safe

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Build or update the index on disk, with progress on stderr; print what is there."""
    from tui.documents import find
    from tui.search import IndexFolder, disk_index_info, refresh

    settings, problems = config.load()
    for problem in problems:
        say(str(problem))
    found = list(find([Path(path) for path in options.paths], *settings.documents))
    if not options.status:
        shown = sys.stderr.isatty()
        for words in refresh(IndexFolder.for_sources(found), found, settings.search.on_disk):
            if isinstance(words, Problem):
                say(str(words))
            elif shown:
                print(f"\r\x1b[K{words}", end="", file=sys.stderr, flush=True)
        if shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    there = disk_index_info(found)
    if there is None:
        print(f"{len(found):,} documents: no index on disk; few passages are indexed in memory")
        return 1 if options.status else 0
    print(
        f"{there.documents:,} of {len(found):,} documents, {there.units:,} passages and titles, "
        f"{there.size / 1e6:,.1f} MB in {safe(str(there.folder))}"
    )
    return 0
