"""From ranked units to hits: which sentence is shown as a fact, and with which figure."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from tui.search.expand import Expansion
from tui.search.filters import Allowed
from tui.search.lexicon import Ids
from tui.search.query import Plan
from tui.search.rank import FIELD
from tui.search.records import KINDS, Hit
from tui.search.segment import Segment

_OWN = 0.02
"""What it is worth that the figure itself, not its sentence alone, answers the words."""

Found = tuple[float, int, Hit]


class Giver:
    """Makes the hits of one plan from the units of one segment."""

    def __init__(
        self,
        segment: Segment,
        groups: list[Expansion],
        plan: Plan,
        kinds: frozenset[str],
        allowed: Allowed,
    ) -> None:
        self._segment = segment
        self._groups = groups
        self._plan = plan
        self._kinds = kinds
        self._allowed = allowed

    def hits(
        self, units: Ids, scores: npt.NDArray[np.float32], exact: npt.NDArray[np.bool_]
    ) -> Iterator[Found]:
        """Each hit with its score and its place in the order of documents."""
        segment = self._segment
        as_facts = "fact" in self._kinds
        own = self._own(units) if as_facts else {}
        strict = self._allowed.facts is not None
        codes = segment.unit_kind[units].tolist()
        starts, ends = segment.unit_start[units].tolist(), segment.unit_end[units].tolist()
        names = segment.unit_document[units].tolist()
        rows = zip(
            units.tolist(), scores.tolist(), exact.tolist(), codes, starts, ends, names, strict=True
        )
        for unit, score, is_exact, code, start, end, name in rows:
            kind, document = KINDS[code], segment.names[name]
            if kind == "passage" and as_facts:
                facts = own.get(unit, [])
                if not strict and "passage" in self._kinds:
                    facts = [fact for fact in facts if fact[1]][:1]
                for fact, answered in facts:
                    worth = round(score + FIELD["fact"] + _OWN * answered, 5)
                    span = int(segment.facts.start[fact]), int(segment.facts.end[fact])
                    hit = Hit(document, *span, worth, "fact", is_exact, (start, end))
                    yield worth, unit, hit
                if facts:
                    continue
            if kind not in self._kinds:
                continue
            score = round(score, 5)
            note = segment.notes[unit].id if kind == "note" else ""
            yield score, unit, Hit(document, start, end, score, kind, is_exact, (start, end), note)

    def _own(self, units: Ids) -> dict[int, list[tuple[int, float]]]:
        """The facts of each unit, best first, with the share of words the figure itself answers."""
        facts = self._segment.facts
        firsts, lasts = facts.of_unit[units], facts.of_unit[units + 1]
        rows = np.concatenate(
            [
                np.arange(first, last)
                for first, last in zip(firsts, lasts, strict=True)
                if last > first
            ]
            or [np.empty(0, dtype=np.int64)]
        )
        if self._allowed.facts is not None:
            rows = rows[self._allowed.facts[rows]]
        answered = np.zeros((len(rows), max(len(self._groups), 1)), dtype=np.bool_)
        sizes = facts.offsets[rows + 1] - facts.offsets[rows]
        owners = np.repeat(np.arange(len(rows)), sizes)
        within = np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        terms = facts.terms[np.repeat(facts.offsets[rows], sizes) + within]
        wanted = np.zeros(len(self._segment.lexicon), dtype=np.bool_)
        for number, (group, words) in enumerate(zip(self._groups, self._plan.groups, strict=True)):
            wanted[group.terms] = True
            answered[owners[wanted[terms]], number] = True
            wanted[group.terms] = False
            for word in words:
                for text in (word.text, *word.also):
                    if text[0].isdigit() and (value := _value(text)) is not None:
                        same = (facts.low[rows] == value) | (facts.high[rows] == value)
                        answered[same, number] = True
        shares = answered.mean(axis=1) if self._groups else np.ones(len(rows))
        found: dict[int, list[tuple[int, float]]] = {}
        for row in np.lexsort((rows, -shares)).tolist():
            unit = int(facts.unit[rows[row]])
            found.setdefault(unit, []).append((int(rows[row]), float(shares[row])))
        return found


def _value(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
