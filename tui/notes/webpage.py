"""Notes as a self-contained HTML page.

Every verdict has a colour, always together with its sign and word, so that nothing is lost in
print, in grey, or for colour-blind readers. The contrast is at least 4.5 to 1 on the light and the
dark background; the page follows the browser's theme.
"""

import html
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.notes.note import VERDICTS

if TYPE_CHECKING:
    from tui.notes.export import Row

#: The colours of verdicts on a light and a dark background: of the default verdicts in order, then
#: of other verdicts in rotation; the last is for no verdict.
COLOURS = (
    ("#1a6b32", "#7fd69a"),
    ("#7a5200", "#e3bd63"),
    ("#1f4fa3", "#8fb8ff"),
    ("#b3261e", "#ff9089"),
    ("#565b62", "#b3b9c2"),
    ("#6b3fa0", "#c9a6ff"),
    ("#0b6363", "#6fd6d0"),
    ("#93345f", "#ff9fc8"),
    ("#5b5a00", "#cfcf6a"),
    ("#3c4046", "#c6cbd2"),
)
#: The backgrounds of the page, light and dark.
GROUNDS = ("#ffffff", "#16181d")
_OWN = range(len(VERDICTS), len(COLOURS) - 1)


def page(listed: "Sequence[Row]", shown: Callable[[str], str]) -> str:
    """The HTML page of these notes; `shown` makes text displayable."""

    def text(words: str) -> str:
        return html.escape(shown(words))

    colours = _colours(listed)
    parts: list[str] = [_legend(listed, colours, text)]
    last = None
    for row in listed:
        if row.file != last:
            about = " · ".join(filter(None, (row.publisher, row.date, row.file)))
            parts.append(f"<h2>{text(row.title or row.file)}</h2>\n<p>{text(about)}</p>\n")
            last = row.file
        parts.append(_article(row, colours[row.verdict], text))
    return _HEAD + _style() + _BODY + "".join(parts) + _END


def _colours(listed: "Sequence[Row]") -> dict[str, int]:
    """The index in `COLOURS` of each verdict."""
    found = {"": len(COLOURS) - 1} | {word: number for number, word in enumerate(VERDICTS)}
    own = dict.fromkeys(row.verdict for row in listed if row.verdict not in found)
    return found | {word: _OWN[number % len(_OWN)] for number, word in enumerate(own)}


def _legend(listed: "Sequence[Row]", colours: dict[str, int], text: Callable[[str], str]) -> str:
    counts = Counter(row.verdict for row in listed)
    signs = {row.verdict: row.sign for row in listed}
    items = [
        f'<li class="v{colours[verdict]}">{text(signs[verdict])} {text(verdict or "unchecked")}'
        f" · {counts[verdict]:,}</li>\n"
        for verdict in sorted(counts, key=lambda verdict: colours[verdict])
    ]
    tags = Counter(tag for row in listed for tag in row.tags)
    items += [f"<li>#{text(tag)} · {count:,}</li>\n" for tag, count in sorted(tags.items())]
    return f'<ul class="legend">\n{"".join(items)}</ul>\n' if items else ""


def _article(row: "Row", colour: int, text: Callable[[str], str]) -> str:
    verdict = f"{row.sign} {row.verdict or 'unchecked'}".strip()
    facts = [f"<b>{text(verdict)}</b>"]
    facts += [text(row.correction)] if row.correction else []
    facts += [text(row.proof)] if row.proof else []
    facts += [f"#{text(tag)}" for tag in row.tags]
    facts += [] if row.state in ("anchored", "moved", "") else [f"words {row.state}"]
    where = text(row.file)
    if row.line:
        where += f", line {row.line}, characters {row.start} to {row.end}"
    if row.sha256:
        where += f", sha256 {text(row.sha256[:16])}…"
    before, exact, after = map(text, row.quoted)
    words = f"{before}<mark>{exact}</mark>{after}" if before or after else exact
    quote = f"<blockquote>{words}</blockquote>\n" if words else ""
    quote += f"<p>{text(row.reading)}</p>\n" if row.reading else ""
    return (
        f'<article id="{text(row.id)}" class="v{colour}" data-verdict="{text(row.verdict)}">\n'
        f"{quote}<p>{' · '.join(facts)}</p>\n"
        + (f"<p>{text(row.note)}</p>\n" if row.note else "")
        + f"<footer>{where}</footer>\n</article>\n"
    )


def _style() -> str:
    names = [f".v{number} {{ --own: var(--c{number}) }}" for number in range(len(COLOURS))]
    light, dark = (
        " ".join(f"--c{number}: {pair[side]};" for number, pair in enumerate(COLOURS))
        for side in (0, 1)
    )
    return (
        f":root {{ color-scheme: light dark; --ground: {GROUNDS[0]}; {light} }}\n"
        "@media (prefers-color-scheme: dark) {\n"
        f":root {{ --ground: {GROUNDS[1]}; {dark} }}\n}}\n" + "\n".join(names) + _LAYOUT
    )


_LAYOUT = """
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font-family: serif; line-height: 1.5;
  background: var(--ground) }
blockquote { margin: 0; font-style: italic }
blockquote, article p { white-space: pre-wrap }
article { border-left: .3em solid var(--own); padding-left: 1em; margin: 1.5em 0 }
article b { color: var(--own) }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3em 1.5em }
.legend li { color: var(--own, inherit) }
footer { font-size: .8em }
"""
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Notes</title>
<style>
"""
_BODY = """</style>
</head>
<body>
"""
_END = """</body>
</html>
"""
