"""Prints the import time of each dependency, for docs/dependencies.md.

    python scripts/import_times.py

Milliseconds according to `-X importtime`, including everything that the import loads, minus an
empty program; the median of five runs.
"""

import statistics
import subprocess
import sys

#: As the code imports them.
IMPORTS = {
    "textual": "import textual.app, textual.screen, textual.widgets",
    "rich": "import rich.segment, rich.style",
    "rapidfuzz": "from rapidfuzz import fuzz, process",
    "numpy": "import numpy",
    "platformdirs": "import platformdirs",
    "pathspec": "from pathspec import GitIgnoreSpec",
    "charset-normalizer": "from charset_normalizer import from_bytes",
    "filelock": "from filelock import FileLock",
}
TIMES = 5


def milliseconds(statement: str) -> float:
    """The time that Python spends on all imports that `statement` causes."""
    command = (sys.executable, "-X", "importtime", "-c", statement)
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stderr.split("\n")
    own = (line.split("|")[0].rpartition(":")[2].strip() for line in lines)
    return sum(int(time) for time in own if time.isdigit()) / 1000


def median(statement: str) -> float:
    """The median of several runs, after one that fills the caches."""
    milliseconds(statement)
    return statistics.median(milliseconds(statement) for _ in range(TIMES))


def main() -> None:
    """Print a line for each dependency."""
    nothing = median("pass")
    for package, statement in IMPORTS.items():
        print(f"{package:20} {median(statement) - nothing:6.0f} ms")


if __name__ == "__main__":
    main()
