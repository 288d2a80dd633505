"""Two thousand random edits of repetitive texts: an anchor is found, or is reported as unsure."""

import random
from collections import Counter

from tui.notes import find_anchor, make_anchor

FIGURES = ("37", "373,000", "41.1%", "12", "1.2 million")
WHO = ("dockers", "pilots", "divers", "cooks")
DOES = ("hired", "paid", "named", "trained")
WHERE = ("Hull", "Riga", "Gdansk", "Porto", "Cork", "Vigo")
FORMS = (
    "The port of {where} {does} {one} {who} in {when}.",
    "A total of {one} {who} were {does}, {two} of them in {where}.",
    "Of these {one} came from {where}.",
)
EDITS = 2_000


def sentence(dice):
    return dice.choice(FORMS).format(
        where=dice.choice(WHERE),
        does=dice.choice(DOES),
        who=dice.choice(WHO),
        when=dice.choice(("May", "June")),
        one=dice.choice(FIGURES),
        two=dice.choice(FIGURES),
    )


def edited(dice, sentences):
    """Some sentences taken out, put in, written anew or in another order; `own` is numbered 0."""
    new = list(sentences)
    for edit in dice.choices(("out", "in", "anew", "order"), k=dice.randint(1, 3)):
        at = dice.randrange(len(new) + 1)
        if edit == "order":
            dice.shuffle(new)
        elif edit == "in" or at == len(new):
            new.insert(at, (None, sentence(dice)))
        elif edit == "out":
            del new[at]
        else:
            new[at] = (None, sentence(dice))
    return new


def one_edit(number):
    """What became of an anchor: its state, and whether it is at home or that is gone."""
    dice = random.Random(number)
    sentences = [(place, sentence(dice)) for place in range(dice.randint(2, 8))]
    gap = dice.choice((" ", "\n", "\n\n"))
    text = gap.join(words for _, words in sentences)
    place, own = dice.choice(sentences)
    start = len(gap.join(words for at, words in sentences if at < place)) + len(gap) * (place > 0)
    figure = dice.choice([figure for figure in FIGURES if f" {figure} " in own])
    start += own.index(f" {figure} ") + 1
    anchor = make_anchor(text, start, start + len(figure))
    new = edited(dice, sentences)
    match = find_anchor(gap.join(words for _, words in new), anchor)
    at = 0
    for _, words in new:
        if match.start is not None and at <= match.start < at + len(words):
            # A sentence with the very same words is as good as its own.
            return match.state, "home" if words == own else "elsewhere"
        at += len(words) + len(gap)
    return match.state, "gone" if (place, own) not in new else "nowhere"


def test_certain_matches_are_right_and_most_quotes_are_found():
    counts = Counter(map(one_edit, range(EDITS)))
    for place, at_least, at_most in (("home", 1_430, EDITS), ("elsewhere", 0, 10)):
        assert at_least <= counts["anchored", place] + counts["moved", place] <= at_most
    assert counts["lost", "nowhere"] == 0
