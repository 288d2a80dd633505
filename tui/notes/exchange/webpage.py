"""Notes as a self-contained HTML page, and the frame of such pages.

Every verdict has a colour, always together with its sign and word, so that nothing is lost in
print, in grey, or for colour-blind readers. The contrast is at least 4.5 to 1 on the light and the
dark background; the page follows the browser's theme.
"""

import html
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tui.notes.note import SURE, VERDICTS
from tui.text import displayable

if TYPE_CHECKING:
    from tui.notes.exchange.export import ExportRow

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


def page(listed: "Sequence[ExportRow]") -> str:
    """The HTML page of these notes."""
    colours = verdict_colours(row.verdict for row in listed)
    parts: list[str] = [_legend(listed, colours)]
    last = None
    for row in listed:
        if row.file != last:
            about = " · ".join(filter(None, (row.publisher, row.date, row.file)))
            title = html_text(row.title or row.file)
            parts.append(f"<h2>{title}</h2>\n<p>{html_text(about)}</p>\n")
            last = row.file
        parts.append(_article(row, colours[row.verdict]))
    return html_page("Notes", "".join(parts))


def html_page(title: str, body: str) -> str:
    """A page with this body, in which classes `v0`, `v1` ... have the colours of verdicts."""
    return _HEAD.replace("$title", html_text(title)) + _style() + _BODY + body + _END


def html_text(words: str) -> str:
    """Text in a page, escaped and without control characters."""
    return html.escape(displayable(words))


def verdict_colours(verdicts: Iterable[str]) -> dict[str, int]:
    """The number of the class of each verdict; "" is none."""
    found = {"": len(COLOURS) - 1} | {word: number for number, word in enumerate(VERDICTS)}
    own = dict.fromkeys(verdict for verdict in verdicts if verdict not in found)
    return found | {word: _OWN[number % len(_OWN)] for number, word in enumerate(own)}


def _legend(listed: "Sequence[ExportRow]", colours: dict[str, int]) -> str:
    counts = Counter(row.verdict for row in listed)
    signs = {row.verdict: row.sign for row in listed}
    items = [
        f'<li class="v{colours[verdict]}">'
        f"{html_text(signs[verdict])} {html_text(verdict or 'unchecked')}"
        f" · {counts[verdict]:,}</li>\n"
        for verdict in sorted(counts, key=lambda verdict: colours[verdict])
    ]
    tags = Counter(tag for row in listed for tag in row.tags)
    items += [f"<li>#{html_text(tag)} · {count:,}</li>\n" for tag, count in sorted(tags.items())]
    return f'<ul class="legend">\n{"".join(items)}</ul>\n' if items else ""


def _article(row: "ExportRow", colour: int) -> str:
    verdict = f"{row.sign} {row.verdict or 'unchecked'}".strip()
    facts = [f"<b>{html_text(verdict)}</b>"]
    facts += [html_text(row.correction)] if row.correction else []
    facts += [html_text(row.proof)] if row.proof else []
    facts += [f"#{html_text(tag)}" for tag in row.tags]
    facts += [] if row.state in (*SURE, "") else [f"words {row.state}"]
    where = html_text(row.file)
    if row.line:
        where += f", line {row.line}, characters {row.start} to {row.end}"
    if row.sha256:
        where += f", sha256 {html_text(row.sha256[:16])}…"
    before, exact, after = map(html_text, row.quoted)
    words = f"{before}<mark>{exact}</mark>{after}" if before or after else exact
    quote = f"<blockquote>{words}</blockquote>\n" if words else ""
    quote += f"<p>{html_text(row.reading)}</p>\n" if row.reading else ""
    return (
        f'<article id="{html_text(row.id)}" class="v{colour}"'
        f' data-verdict="{html_text(row.verdict)}">\n'
        f"{quote}<p>{' · '.join(facts)}</p>\n"
        + (f"<p>{html_text(row.note)}</p>\n" if row.note else "")
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
body:has(table) { max-width: 90em; font-family: sans-serif }
table { border-collapse: collapse; font-size: .9em }
th, td { text-align: left; vertical-align: top; padding: .3em .8em; border-top: 1px solid #8888 }
td:first-child { border-left: .3em solid var(--own); white-space: nowrap }
td b { color: var(--own) }
td small { display: block }
"""
_HEAD = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
"""
_BODY = """</style>
</head>
<body>
"""
_END = """</body>
</html>
"""
