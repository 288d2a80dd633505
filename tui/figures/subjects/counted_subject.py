"""What a bare number counts, if its subject is a plural that moved or came to it: "deaths rose to
412"."""

from tui.figures.draft import Draft
from tui.figures.grammar.direction_words import DIRECTION_WORDS
from tui.figures.grammar.noun_words import is_plural
from tui.figures.subjects.counted_volume import VOLUMES
from tui.figures.tables import word_set

Span = tuple[int, int]

# Plurals that are measured, not counted.
MEASURED = VOLUMES | word_set(
    """
    temperatures scores ratings yields rates prices futures shares stocks bonds averages readings
    markets indexes indices currencies points odds hopes fears tensions levels values numbers
    figures totals costs wages profits earnings revenues losses gains incomes salaries debts assets
    liabilities funds proceeds taxes premiums margins speeds ages times gusts winds depths lengths
    heights ratios benchmarks blue-chips industrials reserves savings spreads polls news
    series means results receipts takings fees fares rents tariffs duties expenses
    """
)
REACHING = word_set(
    """
    reached reach reaches reaching hit hits hitting totalled totaled totalling totaling total totals
    stood stand stands averaged average averages averaging numbered exceeded exceed exceeds
    surpassed surpass surpasses surpassing topped top passed crossed
    """
)
LONGEST = 80  # code points between a subject and its figure


def counted_by_subject(text: str, low: str, draft: Draft, span: Span) -> str | None:
    """The subject at `span` as the unit of a bare number.

    >>> from decimal import Decimal
    >>> def of(subject, rest):
    ...     text, at = f"{subject} {rest} 412", len(subject) + len(rest) + 2
    ...     draft = Draft(at, at + 3, "count", low=Decimal(412))
    ...     return counted_by_subject(text, text.lower(), draft, (0, len(subject)))
    >>> of("New cases", "fell to"), of("deaths of men", "surpassed"), of("prices", "rose to")
    ('New cases', 'deaths', None)
    >>> of("people", "over"), of("arrivals in May", "were"), of("toll", "rose to")
    (None, None, None)
    """
    if draft.low is None or draft.low != draft.low.to_integral_value():
        return None
    phrase = low[slice(*span)].partition(" of ")[0]
    head = phrase.rpartition(" ")[2]
    if head in MEASURED or not head.isalpha() or not is_plural(head):
        return None
    at = span[0] + len(phrase) - len(head)
    if at > 1 and text[at].isupper() and text[at - 2].isalpha():
        return None  # a name
    between = low[span[1] : draft.start]
    if len(between) > LONGEST or "," in between:
        return None
    said = between.split()
    if not any(word in REACHING or word in DIRECTION_WORDS for word in said):
        return None
    return " ".join(text[span[0] : span[0] + len(phrase)].split())
