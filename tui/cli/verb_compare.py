"""`factdesk compare`: prints groups of figures that may be the same fact, or those of a draft with
what others say of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.output import STDIN, documents_of, nothing, place_of, print_json, print_line
from tui.errors import FactdeskError
from tui.facts import Fact, RivalGroup, Similarity, relation, rival_groups
from tui.session import (
    STATES,
    DraftCheck,
    RivalFinder,
    Standing,
    deciding_words,
    relation_label,
    relation_name,
    standing_words,
    subject_of,
)
from tui.text import safe, spell
from tui.wording import amount, date_words, signs, summary

if TYPE_CHECKING:
    from types import SimpleNamespace

    from tui.documents import Document


def run(options: SimpleNamespace) -> int:
    """Print the groups, those that differ first, or the figures of a draft; returns exit status 1
    if there are none."""
    if options.draft:
        return _check(options)
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


# A draft ----------------------------------------------------------------------------------------


def _check(options: SimpleNamespace) -> int:
    """Print the figures of the draft, what others contradict first."""
    documents = list(documents_of([options.draft, *options.paths]))
    draft = next((each for each in documents if _is_at(each, options.draft)), None)
    if draft is None:
        raise FactdeskError("this is no file that can be read", where=options.draft)
    finder = RivalFinder()
    finder.catch_up([document for document in documents if document.figures is not None])
    check = DraftCheck(finder)
    check.turn_to(draft)
    for number, stands in sorted(check.relate(check.missing(), lambda: False), key=_urgent):
        fact = check.facts[number]
        if options.json:
            print_json(_checked_record(fact, stands))
        else:
            print_line(draft, fact.figure.start, spell(_checked_words(fact, stands)))
    return 0 if check.facts else nothing("no figures in the draft")


def _is_at(document: Document, path: str) -> bool:
    if path == STDIN:
        return document.name == STDIN
    return document.path is not None and document.path.resolve() == Path(path).resolve()


def _urgent(found: tuple[int, Standing]) -> int:
    return STATES.index(found[1].state)


def _checked_words(fact: Fact, stands: Standing) -> str:
    """A figure, how others relate to it, and the one that decides, with its place."""
    words = [summary(fact.figure), standing_words(stands)]
    if stands.rival is not None:
        document, _, figure = stands.rival.fact
        said = ", ".join(filter(None, deciding_words(stands)))
        words.append(f"{said} ({place_of(document, figure.start)})")
    return " · ".join(words)


def _checked_record(fact: Fact, stands: Standing) -> dict[str, object]:
    """A figure as a JSON object, with all fields that `factdesk figures` prints."""
    return _figure(fact) | {
        "standing": stands.state,
        "others": stands.tally.others,
        "here": stands.tally.here,
        "elsewhere": _figure(stands.rival.fact) if stands.rival else None,
    }


def _figure(fact: Fact) -> dict[str, object]:
    return fact.figure._asdict() | {"document": fact.document.name}


def _record(group: RivalGroup) -> dict[str, object]:
    """A group as a JSON object; each figure has all fields that `factdesk figures` prints."""
    return {
        "unit": group.facts[0].figure.unit,
        "subject": subject_of(group.facts) or None,
        "relation": group.relation,
        "words": group.words,
        "members": [_figure(fact) for fact in group.facts],
    }
