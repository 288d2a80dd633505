"""Same facts: how often the rivals and groups of figures are right, by answers written by hand.

    python benchmarks/same_facts.py [FOLDER]

`benchmarks/events/` holds four reports each of thirteen invented events, some of one kind; a line
of `answers/same_facts.jsonl` names figures, by file and offset, that state the same fact, or that
somebody else might decide on otherwise. To those the points for evidence were fitted; those of
`events_unseen/`, on six events, were written afterwards. The reports are read among the texts of
FOLDER, if one is given. `answers/news_pairs.jsonl` says of pairs of figures in 295 news articles,
which are not ours to ship, whether they state the same fact, and for how many such pairs each
stands.
"""

import json
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tui.documents import Document
from tui.facts import Fact, Similarity, relation, rival_groups

BENCHMARKS = ROOT / "benchmarks"
ANSWERS = BENCHMARKS / "answers"
#: The folder of each set of reports, and its answers.
SETS = {"events": "same_facts.jsonl", "events_unseen": "same_facts_unseen.jsonl"}
#: A figure, by the name of its document and its offset.
Place = tuple[str, int]


def documents(folder: Path) -> list[Document]:
    """The texts of a folder, named by their path in it."""
    return [
        Document.from_text(path.read_bytes().decode(), str(path.relative_to(folder)))
        for path in sorted(folder.rglob("*.txt"))
    ]


def place(fact: Fact) -> Place:
    return fact.document.name, fact.figure.start


class Answers:
    """Which figures of the reports state the same fact."""

    def __init__(self, lines: list[str]) -> None:
        self.group: dict[Place, int] = {}
        self._either: set[frozenset[Place]] = set()
        for number, line in enumerate(lines):
            row = json.loads(line)
            self.group.update(dict.fromkeys(map(tuple, row.get("same", ())), number))
            if "either" in row:
                self._either.add(frozenset((name, start) for name, start in row["either"]))

    def same(self, one: Fact, other: Fact) -> bool | None:
        """Whether two figures state the same fact; None if either answer will do."""
        if {place(one), place(other)} in self._either:
            return None
        group = self.group.get(place(one))
        return group is not None and group == self.group.get(place(other))


def tell_rivals(similarity: Similarity, answers: Answers, asked: list[Fact]) -> None:
    """Print how often the first rival is right, and those called likely."""
    likely: Counter[tuple[str, bool]] = Counter()
    first = with_rivals = shown = wanted = found = 0
    members = Counter(answers.group.values())
    in_text = Counter((number, name) for (name, _), number in answers.group.items())
    for fact in asked:
        rivals = [
            (rival, same)
            for rival in similarity.rivals(fact)
            if rival.fact.document is not fact.document
            and (same := answers.same(fact, rival.fact)) is not None
        ]
        shown += len(rivals)
        for rival, same in rivals:
            if rival.is_likely:
                values = relation(fact, rival.fact).name
                likely["agree" if values in ("agree", "hedged") else "differ", same] += 1
        group = answers.group.get(place(fact))
        elsewhere = 0 if group is None else members[group] - in_text[group, place(fact)[0]]
        if elsewhere:
            with_rivals += 1
            first += bool(rivals) and rivals[0][1]
            wanted += elsewhere
            found += sum(same for _, same in rivals)
    print(f"first rival right             {first / with_rivals:4.0%} of {with_rivals} figures")
    print(f"rivals found                  {found / wanted:4.0%} of {wanted} pairs")
    print(f"rivals shown for a figure     {shown / len(asked):4.1f}")
    for name in ("agree", "differ"):
        right, total = likely[name, True], likely[name, True] + likely[name, False]
        print(f"likely, and values {name:<7}    {right / total:4.0%} right of {total}")
    right = likely["agree", True] + likely["differ", True]
    print(f"likely, of all that are same  {right / wanted:4.0%}")


def tell_groups(similarity: Similarity, answers: Answers, asked: list[Fact]) -> None:
    """Print the precision and recall of the pairs that groups hold."""
    ours, right, wrong = {place(fact) for fact in asked}, 0, 0
    for group in rival_groups(similarity):
        for one, other in combinations(group.facts, 2):
            if ours & {place(one), place(other)}:
                same = answers.same(one, other)
                right += same is True
                wrong += same is False
    sizes = Counter(group for at, group in answers.group.items() if at in ours)
    pairs = sum(size * (size - 1) // 2 for size in sizes.values())
    print(f"groups                        {right / (right + wrong):4.0%} precision, ", end="")
    print(f"{right / pairs:.0%} recall")


def tell_news(texts: list[Document]) -> None:
    """Print how many of the pairs of news called likely are right, by what they stand for."""
    similarity = Similarity.of(texts)
    facts = {place(fact): fact for fact in map(similarity.fact, range(len(similarity)))}
    likely: Counter[bool] = Counter()
    same = 0.0
    for line in (ANSWERS / "news_pairs.jsonl").read_text().splitlines():
        row = json.loads(line)
        one, other = (facts.get((name, start)) for name, start in row["pair"])
        if one is None or other is None:
            continue
        same += row["stands_for"] * row["same"]
        for rival in similarity.rivals(one):
            if rival.fact == other and rival.is_likely:
                likely[row["same"]] += row["stands_for"]
    total = likely[True] + likely[False]
    print(
        f"pairs of news called likely   {likely[True] / total:4.0%} right of {total:.0f}, ", end=""
    )
    print(f"{likely[True] / same:.0%} of all that are same")


def main() -> None:
    texts = documents(Path(sys.argv[1])) if sys.argv[1:] else []
    for folder, answered in SETS.items():
        print(f"== {folder}")
        reports = documents(BENCHMARKS / folder)
        names = {report.name for report in reports}
        similarity = Similarity.of([*reports, *texts])
        facts = map(similarity.fact, range(len(similarity)))
        asked = [fact for fact in facts if fact.document.name in names]
        answers = Answers((ANSWERS / answered).read_text("utf-8").splitlines())
        tell_rivals(similarity, answers, asked)
        tell_groups(similarity, answers, asked)
    if texts:
        print("== news")
        tell_news(texts)


if __name__ == "__main__":
    main()
