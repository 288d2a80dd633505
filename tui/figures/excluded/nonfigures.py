"""The rules for numbers that are not figures: identifiers, part numbers, addresses, widgets,
pronouns."""

import re

from tui.figures.draft import NoFigure, Site, Verdict
from tui.figures.excluded.citations import cites_law
from tui.figures.excluded.numbers_of_places import is_postcode
from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.noun_words import is_plural, names_a_people
from tui.figures.kinds.intervals import is_interval
from tui.figures.kinds.quantities import in_table_cell
from tui.figures.kinds.units import BY_AREA, form_at, per
from tui.figures.numbers.number_words import FIRST_CJK
from tui.figures.sentence.implicit_people import are_harmed
from tui.figures.tables import word_set
from tui.patterns import pattern

# "the last-16 tie", "the no.10 role".
ENDS_BEFORE_DIGITS = frozenset(["last", "top", "final", "best", "no", "nos", "vol", "fig"])
SERIAL = pattern(r"[0-9]+(?:[-/][0-9]+){2,}|([0-9]{1,12})-([0-9]{3,12})-?[0-9]*(?![0-9a-z])")
# "020 7946 0018", "007"; but "02 persons" are counted.
LED_BY_ZERO = pattern(r"(?!0+(?![0-9]))0[0-9]{2,}(?:[ -][0-9]{2,})*(?![0-9a-zA-Z%]|[.,/:][0-9])")
BY_OTHERS = pattern(r"(?:×[0-9]+)+(?![0-9.,]*[0-9])")
DIALLED = pattern(r"00(?: [0-9]{1,4}){3,}(?![0-9.,])")  # "00 800 6 7 8 9"
ABROAD = pattern(
    r"[0-9]{1,3}(?:[ -](?:\([0-9]{1,4}\) ?)?[0-9]{1,5}){2,6}(?![0-9])"
)  # "+86 10 6612 3456"
ROADS = ("rue ", "quai ", "allée ", "chemin ", "impasse ", "calle ", "boulevard ")
NAMES_IN_DIGITS = frozenset(["2G", "3G", "4G", "5G", "6G", "2K", "4K", "5K", "8K"])
NO_ONE = word_set(
    """
    no this that which any every each some someone the another other only- many as final last first
    next previous latest same new
    """
)
# "said that one of the men", "as one of the best" count; "that one", "as one" do not.
OPENS_CLAUSE = frozenset(["that", "as"])
ONE_OF = pattern(r" of (?:the|its|his|her|their|our|my|those|these|[a-z]+['’]s?)(?![a-z])")
SHARE_ENDS = pattern(r"(?<![0-9.,])([0-9]{2})(?:[.,][0-9]+)? ?(?:%|per ?cent)$")
AMOUNTS_END = frozenset("0123456789mnt%")
AMOUNT_ENDS = pattern(r"(?:[0-9][.,][0-9]+|[0-9] ?(?:m|mn|bn|[mb]illion|per ?cent|%))$")
TALLIED = pattern(
    r"(?<![a-z])(?:pass|vote|approve|reject|adopt|win|won|beat|los[te]|lead|led|defeat|clear)"
)
ISSUE_AND_PAGES = pattern(
    r"\([0-9]{1,4}(?:[-–][0-9]{1,3})?\)[:,] ?(?:pp?\.? ?)?[A-Za-z]?[0-9]+(?:[-–—]+[A-Za-z]?[0-9]+)?"
)  # "Journal of Law 12(3): 45–67"
# "Section 1234(a)(1)", "30.01(B)(3)(a)2.(iii)"
CLAUSES = pattern(
    r"\([0-9]{1,3}[a-z]?\)(?=\()|\([a-zA-Z]{1,4}\)(?:\([0-9a-zA-Z]{1,4}\)|[0-9]{1,3}\.(?=\())*"
    r"|\([0-9]{1,3}[a-z]\)"
)
# "00:1A:2B:3C", a machine's address
BYTES = pattern(r"[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){3,}(?![0-9A-Za-z])")
LINE_REACH = 80  # code points around a bracket in which there is no other one
WORDS_TOLD = 3  # words before a bracket in a line that is no heading: "Messages (2019)"
LONGEST_NOTES = 200  # code points
NOTES = pattern(r"[0-9]{1,3}(?:(?:, ?|[-–])[0-9]{1,3})+\]")  # "[4, 5]"
ENTRY = pattern(
    r"(?:[0-9]{1,2}\.)*[0-9]{1,2}\.? [A-Z][^\n]{1,80}?(?: ?\.){3,} ?[0-9]{1,3}(?![^\n])"
)  # "2.1 Methods ..... 15"
CHAPTER = pattern(
    r"[ \t]*[0-9]{1,2}(?:\.[0-9]{1,2})*\.? {1,4}[A-Z][^\n]{1,80}?[ \t]+([0-9]{1,3})[ \t]*(?=\n|\Z)"
)
LONGEST_ENTRY = 120
DIGITS = frozenset("0123456789")
PAGES = pattern(r"1 2 3(?: [0-9]+)*(?: ?(?:\.{2,3}|…) ?[0-9]+)?(?=[^\n]{0,12}(?:\n|\Z))")
TOKEN = pattern(r"[^\W]+(?:[-–/.][^\W]+)*")
AIRLINER = pattern(r"7[0-8]7")


def glued_to_name(site: Site) -> Verdict:
    """letters or a hyphenated name are joined to the digits: a part number, a model, a handle"""
    before = site.preceding
    if before == "/" and site.before(2) == "f" and site.before(3) in " (":
        return NoFigure(site.end)  # "f/1.8": the aperture of a lens
    if before == "/" and site.before(2).isalpha() and site.text.startswith("100", site.start):
        return NoFigure(site.end)  # "mpg (l/100km)"
    if (before.isalpha() and before < FIRST_CJK) or before == "_":
        return NoFigure(token_end(site))
    if before == "§":
        return NoFigure(token_end(site))
    if before == "+" and (site.before(2).isalnum() or site.before(2) == "+"):
        return NoFigure(token_end(site))  # "P5+1", "C++20"
    if before == "/" and site.before(2).isupper() and site.before(3).isupper():
        return NoFigure(token_end(site))  # "HTTP/2"
    if before in "-‑–." and site.before(2).isalpha():
        word = site.text[max(0, site.start - 16) : site.start - 1].split()[-1]
        is_name = any(letter.isupper() for letter in word) and word != "Magnitude"
        if is_name or word in ENDS_BEFORE_DIGITS:
            return NoFigure(token_end(site))
    return None


def serial(site: Site) -> Verdict:
    """groups of digits joined by hyphens or starting with a zero: a telephone number, an
    identifier"""
    text, start = site.text, site.start
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        dialled = text.startswith("00 ", start)
        led = (DIALLED if dialled else LED_BY_ZERO).match(text, start)
        if led:
            return NoFigure(led.end())
    if site.preceding == "+":
        abroad = ABROAD.match(site.text, site.start)
        if abroad:
            return NoFigure(abroad.end())
    if site.following in "-/:" and site.after(1).isalnum():
        if site.following == ":":
            chain = BYTES.match(text, start) if site.after(3) == ":" else None
            return NoFigure(chain.end()) if chain else None
        match = SERIAL.match(site.text, site.start)
        area = site.before(2) == ")" and site.preceding == " "  # "(202) 456-1111"
        fraction = match is not None and match.end() <= site.end  # "a 6-1/2-year low"
        if match and not fraction and (area or not (is_span(site, match) or is_tally(site, match))):
            return NoFigure(match.end())
    return None


def is_tally(site: Site, match: re.Match[str]) -> bool:
    """Whether it is a vote of three digits against three, the larger first: "passed 220-207"."""
    sides = (match[1] or "", match[2] or "")
    if [len(side) for side in sides] != [3, 3] or int(sides[0]) < int(sides[1]):
        return False
    if match.end(2) < match.end() or sides[1][0] == "0":
        return False
    return TALLIED.search(site.low, site.opening(50), site.start) is not None


def is_span(site: Site, match: re.Match[str]) -> bool:
    """Whether two numbers with a hyphen are a range: "50-100 people", not "555-1234".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text, at=0):
    ...     number = read_number(text, text, at)
    ...     return is_span(Site(text, text, number, None), SERIAL.match(text, at))
    >>> of("50-100"), of("$50-100", 1), of("555-1234"), of("800-1000 men"), of("555-0199")
    (True, True, False, True, False)
    """
    first, last = match[1], match[2]
    if last is None or last[0] == "0" or int(first) >= int(last) or match.end(2) < match.end():
        return False
    if (len(first), len(last)) == (3, 4):
        return noun_after(site.text, site.low, match.end()) is not None
    return len(last) <= len(first) + 1


def glued_letters(site: Site) -> Verdict:
    """letters that are neither a scale nor a unit follow the digits: a part number"""
    if site.number.loose and site.text[site.start : site.end] in NAMES_IN_DIGITS:
        return NoFigure(site.end)
    if site.following in "xX×":
        if not site.after(1).isalnum():
            return None  # "3x more"
        by = BY_OTHERS.match(site.text, site.end)  # "a 1920×1080 screen"
        if by and form_at(site.low, site.text, by.end(), money=False) is None:
            return NoFigure(by.end())
    if site.following >= FIRST_CJK:
        return None  # a Chinese or Japanese word needs no space
    if site.following.isalpha() and site.number.style != "words":
        return NoFigure(token_end(site))
    if site.following == "/" and site.after(1).isalnum():
        area = site.low.startswith(BY_AREA, site.end) and per(site.low, site.text, site.end)
        return None if area else NoFigure(token_end(site))  # "310/km²"
    if site.following == "(":
        pointer = ISSUE_AND_PAGES.match(site.text, site.end) or CLAUSES.match(site.text, site.end)
        return NoFigure(pointer.end()) if pointer else None  # "401(k)", "501(c)"
    return None


def list_marker(site: Site) -> Verdict:
    """the number of a list item, a point or a chapter: "1. ", "2) " """
    if site.preceding == "\n" or not site.start:
        near = site.text[site.start : site.start + 120]
        dotted = ".." in near or " ." in near
        entry = ENTRY.match(site.text, site.start) if dotted else None
        if site.text.startswith("1 2 3", site.start):
            entry = entry or PAGES.match(site.text, site.start)
        entry = entry or entry_of_contents(site)
        if entry:
            return NoFigure(entry.end())
    if site.number.style != "digits" or site.end - site.start > 2:
        return None
    after, following = site.following, site.after(1)
    if after == ")" and following.isspace() and site.preceding.isspace():
        ahead = site.text[site.opening(80) : site.start]
        return NoFigure(site.end) if ahead.rfind("(") <= ahead.rfind(")") else None
    if after == "." and following == " " and opens_line(site):
        return NoFigure(site.end)
    return None


def entry_of_contents(site: Site) -> re.Match[str] | None:
    """A line of a table of contents without dots: one of three whose page numbers rise.

    >>> from tui.figures.numbers.numerals import read_number
    >>> text = "1 Oats 3\\n2 Rye 14\\n2.1 Black rye 15\\n"
    >>> site = Site(text, text.lower(), read_number(text, text, 9), None)
    >>> entry_of_contents(site)[0]
    '2 Rye 14'
    """
    text = site.text
    stop = text.find("\n", site.start)
    line = text[site.start : stop if stop >= 0 else len(text)]
    titled = line.rstrip(" \t")[-1:].isdigit() and line.lstrip("0123456789. ")[:1].isupper()
    entry = CHAPTER.match(text, site.start) if titled else None
    if entry is None:
        return None  # nearly all
    pages = [int(entry[1])]
    at = site.start
    for _ in range(2):
        at = text.rfind("\n", max(0, at - LONGEST_ENTRY), max(0, at - 1)) + 1
        before = CHAPTER.match(text, at)
        if before is None or before.start() == site.start:
            break
        pages.insert(0, int(before[1]))
    at = entry.end()
    for _ in range(2):
        behind = CHAPTER.match(text, at + 1)
        if behind is None:
            break
        pages.append(int(behind[1]))
        at = behind.end()
    return entry if len(pages) > 2 and pages == sorted(pages) else None


def opens_line(site: Site) -> bool:
    """Whether only white space is before the number in its line."""
    ahead = site.text[max(0, site.start - 12) : site.start].rstrip(" \t")
    return not ahead or ahead[-1] == "\n"


def compares(site: Site) -> bool:
    """Whether a bracket contains last year's amount, as in reports: "SEK 3.45 (2.98)"."""
    body = site.text[site.start : site.end]
    if len(body) < 2 or site.before(2) != " ":
        return False
    ahead = site.low[max(0, site.start - 14) : site.start - 2]
    may_be = ahead[-1:] in AMOUNTS_END and not DIGITS.isdisjoint(ahead)
    amount = may_be and AMOUNT_ENDS.search(ahead) is not None
    if not amount or len(body) > 2:
        return amount
    share = SHARE_ENDS.search(site.low, max(0, site.start - 20), site.start - 2)
    return share is not None and int(share[1]) < 2 * int(body) < 4 * int(share[1])  # "91% (87)"


def widget(site: Site) -> Verdict:
    """a bare number alone in brackets: a counter on the page, a note, a number on a shirt"""
    if site.preceding == "[" and site.following in ",-–":
        end = site.text.find("]", site.start, site.start + LONGEST_NOTES)
        numbers = end > 0 and not site.text[site.start : end].strip("0123456789, -–")
        notes = NOTES.match(site.text, site.start) if numbers else None
        if notes and not is_interval(site.low, site.start - 1):
            return NoFigure(notes.end())
    alone = site.preceding + site.following in ("()", "[]")
    plain = site.text[site.start : site.end].isdigit()
    if alone and plain and not (in_table_cell(site) or compares(site) or is_year_of_work(site)):
        return NoFigure(site.end)
    return None


def is_year_of_work(site: Site) -> bool:
    """Whether a number alone in brackets is the year of what is named before it, in a sentence.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("(") + 1
    ...     return is_year_of_work(Site(text, text.lower(), read_number(text, text, at), None))
    >>> of("She wrote The Mill (1998) in Bonn"), of("She wrote The Mill (12) in Bonn")
    (True, False)
    >>> of("Messages (1998)"), of("Lee, A. (1998). The mill."), of("men (1998) said")
    (False, False, False)
    """
    value, text = site.number.value, site.text
    if value is None or site.end - site.start != 4 or not 1900 <= value <= 2100:
        return False
    before = site.word_before(site.start - 1).strip("\"“”’'")
    ahead = text[max(0, site.start - LINE_REACH) : site.start - 1].rpartition("\n")[2]
    after = text[site.end + 1 : site.end + LINE_REACH].partition("\n")[0]
    told = len(ahead.split()) >= WORDS_TOLD and "(" not in ahead + after and after != ""
    return told and before[:1].isupper() and before[-1:].isalpha() and site.preceding == "("


def pronoun(site: Site) -> Verdict:
    """ "one" as a pronoun, not a number; "a baker's dozen" """
    written = site.low[site.start : site.end]
    if written == "dozen" and site.before(2) == "s":
        return NoFigure(site.end)
    if written != "one":
        return None
    before = site.word.lower()
    after = site.low[site.end : site.end + 9]
    partitive = before in OPENS_CLAUSE and ONE_OF.match(site.low, site.end)
    if not partitive and (before in NO_ONE or before.endswith(("’s", "'s"))):
        return NoFigure(site.end)
    if after.startswith((" another", "'s", "’s", " who", " that", " day ", " by one", " way or")):
        return NoFigure(site.end)
    return None


def token_end(site: Site) -> int:
    """The end of the run of letters, digits and hyphens that contains the number."""
    match = TOKEN.match(site.text, site.start)
    return match.end() if match else site.end


def is_address(site: Site, span: tuple[int, int]) -> bool:
    """ "358 El Brillo Way": a name in the singular behind a short number; not "500 TEU"."""
    if not site.text[span[0]].isupper():
        return site.low.startswith(ROADS, span[0])  # "12 rue de Rivoli"
    written = site.text[site.start : site.end]
    if len(written) == 4 and is_postcode(site):
        return True
    if len(written) > 5 or not written[: -1 if site.number.loose else None].isdigit():
        return False
    name = site.text[slice(*span)]
    if name.rstrip("s").isupper() and len(name) > 1:
        return False
    last = name.split(" ")[-1].lower()
    if name.lower().startswith(ROADS):
        return True  # "12 Quai des Forges"
    if are_harmed(site.low, site.end):
        return False  # "Storm Leaves 200 Homeless"
    return not (is_plural(last) or names_a_people(last))


def names_a_thing(site: Site, span: tuple[int, int]) -> bool:
    """ "the 737 maker": three digits between "the" and a singular noun are a name.

    So is the number of a law: "18 U.S.C. § 371".
    """
    if site.text[span[0]].isupper() and cites_law(site, span[0]):
        return True
    digits = site.low[site.start : site.end]
    if len(digits) != 3 or not digits.isdigit() or site.word.lower() != "the":
        return False
    if site.following != " ":
        return False
    return not is_plural(site.low[slice(*span)].split(" ")[-1])


def names_an_airliner(site: Site) -> bool:
    """ "the 707 was a freighter", "the 737 MAX and 787"."""
    if site.end - site.start != 3 or not AIRLINER.fullmatch(site.low, site.start, site.end):
        return False
    if site.word in ("and", "or"):
        return AIRLINER.search(site.low, site.opening(40), site.start) is not None
    return site.word in ("the", "The", "a")
