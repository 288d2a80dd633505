"""Compare: taking figures in, the rivals of one, the groups of all.

    python benchmarks/compare.py [FOLDER] [FIGURES]

FOLDER holds .txt files (the shipped `seeds/` if none is given); they are read over and over until
there are so many FIGURES that can be compared (5,000). CPU time of this process is counted.
"""

import random
import sys
import time
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tui.documents import Document
from tui.facts import Similarity, rival_groups

FIGURES = 5_000
ASKED = 300
#: Figures above which the groups are not made: they take half a millisecond each.
MAX_GROUPED = 10_000


def similarity_of(texts: list[str], figures: int) -> tuple[Similarity, float]:
    """A `Similarity` of so many figures, and the CPU seconds it took to add them, without
    extraction."""
    similarity, seconds = Similarity(), 0.0
    for number in count():
        if len(similarity) >= figures:
            break
        document = Document.from_text(texts[number % len(texts)], f"{number}.txt")
        assert document.figures is not None  # found before the clock runs
        began = time.process_time()
        similarity.add(document)
        seconds += time.process_time() - began
    began = time.process_time()
    similarity.compute_weights()
    return similarity, seconds + time.process_time() - began


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
    figures = int(sys.argv[2]) if len(sys.argv) > 2 else FIGURES
    texts = [path.read_bytes().decode("utf-8", "replace") for path in sorted(folder.glob("*.txt"))]
    similarity, seconds = similarity_of(texts, figures)
    print(
        f"{seconds / len(similarity) * 1e6:6.0f} us to take in one of {len(similarity):,} figures"
    )
    chosen = random.Random(1).sample(range(len(similarity)), min(ASKED, len(similarity)))
    taken = []
    for number in chosen:
        began = time.process_time()
        similarity.rivals(similarity.fact(number))
        taken.append((time.process_time() - began) * 1e3)
    taken.sort()
    middle, most = taken[len(taken) // 2], taken[len(taken) * 95 // 100]
    print(f"{middle:6.1f} ms for the rivals of one, p95 {most:.1f}, at most {taken[-1]:.1f}")
    if len(similarity) <= MAX_GROUPED:
        began = time.process_time()
        found = rival_groups(similarity)
        seconds = time.process_time() - began
        print(
            f"{seconds / len(similarity) * 1e6:6.0f} us a figure for {len(found):,} groups of all"
        )


if __name__ == "__main__":
    main()
