"""Source code, shell commands and style sheets: what of a text is not prose.

No number in them is a figure. Only lines that nobody writes as prose are taken for code: "n = 120"
and "p < 0.05" stay figures. A text without any of the signs of code costs nothing here.
"""

import re
from collections.abc import Iterable

from tui.patterns import pattern

# One of these is in every text that holds code, and hardly in any other.
SIGNS = "{}`=<|\\"
OPTION = b" --"
CLOSING = (b";", b":")
# Where one of those is, these are looked for as well, if the text has the rarest character of each.
MORE_SIGNS = {
    **{sign.encode(): sign for sign in SIGNS},
    b"$(": "$", b"$?": "$", b"&&": "&", b">&": "&", b");": ";", b'":': ":", b"::": ":",
    b"):\n": ":", b";\n": ";", b" -": "", b"select *": "*", b"insert into": "", b"chmod ": "",
}  # fmt: skip
IN_BACKTICKS = pattern(r"```.*?(?:```|\Z)|(?<!\w)`[^`\n]{1,120}`(?!\w)", re.S)
TAG = pattern(r"</?[a-zA-Z][\w-]{0,20}(?: [^<>\n]*=[^<>\n]*)?/?>")
COMMANDS = (
    "apt|apt-get|awk|bash|brew|cargo|chmod|chown|cp|curl|docker|export|git|grep|helm|kill|kubectl"
    "|ls|mkdir|mv|npm|npx|pip3?|python3?|rm|rsync|scp|sed|ssh|sudo|systemctl|tar|wget|yarn"
)
LINE = pattern(
    r"[ \t]*+(?:[$>#] )?+(?:"
    # a declaration of a style sheet, a statement that is closed: "color: red;", "x = 5;"
    r"[a-z-]+: ?[^;\n]*;"
    r"|(?:[\w$<>\[\]*&:]+ ){0,3}[\w$.\[\]]+ ?[-+*/|&]?=[^=\n][^\n]*;"
    r"|return [^\n]*;"
    r"|(?:def|class|func|function|fn) [\w.]+\([^\n]*"
    r"|(?:if|for|while|switch|elif|else if|catch) ?\([^\n]*[:;)]"
    # a call: "sum(1, 2)", "self.check(len(rows), 12)", "x = np.zeros(3)"
    r"|(?:[\w.]++ ?= ?)?(?:(?=[a-z])|(?=\w*[._]))[\w.]++\([^\n]*\)[;:,]?"
    # JSON, tests of a shell, classifiers, pinned versions, queries
    r"|\"[\w.$@/-]+\": ?[^\n]*"
    r"|\[ [^\n]* \][^\n]*"
    r"|'[^'\n]* :: [^'\n]*',?"
    r"|[\w.\[\]-]+(?:==|>=|~=|<=)[\w.*]+[^\n]*|\w+=\$\w+"
    r"|(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER TABLE) [^\n]*"
    r"|\[?[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.,]+Z?\]? [^\n]*(?:INFO|WARN|ERROR|DEBUG)[^\n]*"
    # commands with an option, options that go on with one
    rf"|(?:{COMMANDS}) (?:[^\n]* )?-{{1,2}}[a-zA-Z0-9][^\n]*"
    r"|chmod [0-7]{3,4} [^\n]*|sleep [0-9]+s?|# ?--?[a-z][^\n]*"
    r"|--[a-z-]+[= ][^\n]*"
    r")[ \t]*(?://[^\n]*)?(?=\n|\Z)"
)
# What opens or closes a block.
BLOCK = pattern(
    r"(?:[^\n]*\{|[ \t]*+(?:[$>#] )?+\}[^\n]*|[^\n]*\{[^\n]*[:;=][^\n]*\})"
    r"[ \t]*(?://[^\n]*)?(?=\n|\Z)"
)
# A line that begins like this is none of those, whatever signs it holds.
PROSE = pattern(r"\(|\"?[A-Z][a-z]+,?(?: [A-Za-z]+,?){3} \w")
LONGEST_LINE = 1000  # code points; longer ones are paragraphs
SHELL_SIGNS = ("$(", "$?", "${", "&& ", "|| ")
REDIRECTED = pattern(r"[0-9]>&[0-9]")
CALL = pattern(r"(?<!\w)(?:rgba?|hsla?)\([^()\n]*\)")


def code_spans(text: str, signs: bytes, rare: str) -> list[tuple[int, int]]:
    """Spans of code, not in order; `signs` is the text in Latin-1, `rare` are its rare characters.

    >>> def hidden(text): return [text[a:b] for a, b in code_spans(text, text.encode(), text)]
    >>> hidden("It rose 5%:\\nreturn -1;\\nn = 120"), hidden('<td width="9">12</td>')
    (['return -1;'], ['<td width="9">', '</td>'])
    """
    if any(map(rare.__contains__, SIGNS)) or signs[-1:] in CLOSING:
        wanted = [sign for sign, rarest in MORE_SIGNS.items() if rarest in rare]
    elif OPTION in signs:
        wanted = [OPTION]
    else:
        return []  # most
    found: list[tuple[int, int]] = []
    for start in lines_with(signs, wanted):
        end = text.find("\n", start)
        line = text[start : len(text) if end < 0 else end]
        if is_code(line):
            found.append((start, start + len(line)))
    if "`" in rare:
        found += [match.span() for match in IN_BACKTICKS.finditer(text)]
    if "<" in rare:
        found += [match.span() for match in TAG.finditer(text)]
    if b"rgb" in signs or b"hsl" in signs:
        found += [match.span() for match in CALL.finditer(text)]
    return found


def is_code(line: str) -> bool:
    """Whether nobody writes such a line as prose.

    >>> is_code("x = np.zeros(3)"), is_code("make && sleep 5"), is_code("The rate (x = 3) is set;")
    (True, True, False)
    """
    if ("{" in line or "}" in line) and BLOCK.match(line):
        return True
    if not PROSE.match(line) and LINE.match(line):
        return True
    shell = any(map(line.__contains__, SHELL_SIGNS))
    return shell or (">&" in line and REDIRECTED.search(line) is not None)


def lines_with(signs: bytes, wanted: Iterable[bytes]) -> set[int]:
    """Where the lines begin that hold one of the signs, without those as long as a paragraph.

    >>> sorted(lines_with(b"a {\\nprose\\nx = 1;\\n}", (b"{", b"=", b";")))
    [0, 10]
    """
    starts = set()
    for sign in wanted:
        at = signs.find(sign)
        while at >= 0:
            start = signs.rfind(b"\n", 0, at) + 1
            end = signs.find(b"\n", at)
            end = len(signs) if end < 0 else end
            if end - start <= LONGEST_LINE:
                starts.add(start)
            at = signs.find(sign, end)
    return starts
