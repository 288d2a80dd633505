"""`factdesk compare`: prints groups of figures that may be the same fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.output import documents_of, nothing, print_json, print_line
from tui.facts import Fact, RivalGroup, Similarity, relation, rival_groups
from tui.session import relation_label, relation_name, subject_of
from tui.text import safe, spell
from tui.wording import amount, date_words, signs

if TYPE_CHECKING:
    from types import SimpleNamespace


def run(options: SimpleNamespace) -> int:
    """Print the groups, those that differ first; returns exit status 1 if there are none."""
    found = rival_groups(Similarity.of(documents_of(options.paths)))
    for number, group in enumerate(found):
        if options.json:
            print_json(_record(group))
        else:
            if number:
                print()
            _print(group)
    return 0 if found else nothing("no figures that may be the same")


def _print(group: RivalGroup) -> None:
    """A heading, and a line for each figure: place, value, relation to the first, period."""
    unit, subject = group.facts[0].figure.unit or "", subject_of(group.facts)
    words = ", ".join(group.words)
    what = " · ".join(dict.fromkeys(word for word in (unit, subject, words) if word))
    print(safe(spell(f"{relation_name(group.relation)}: {what}")))
    for fact in group.facts:
        print_line(fact.document, fact.figure.start, spell(_words(group.facts[0], fact)))


def _words(first: Fact, fact: Fact) -> str:
    figure = fact.figure
    words = [f"{signs(figure)} {amount(figure)}".strip()]
    if fact is not first:
        words.append(relation_label(relation(first, fact)).words)
    words.append(date_words(figure.period) if figure.period else "no period")
    return " · ".join([*words, f"“{' '.join(fact.passage.split())}”"])


def _record(group: RivalGroup) -> dict[str, object]:
    """A group as a JSON object; each figure has all fields that `factdesk figures` prints."""
    return {
        "unit": group.facts[0].figure.unit,
        "subject": subject_of(group.facts) or None,
        "relation": group.relation,
        "words": group.words,
        "members": [
            fact.figure._asdict() | {"document": fact.document.name} for fact in group.facts
        ],
    }
