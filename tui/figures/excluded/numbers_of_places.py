"""Numbers that only point to a place: of a street, a postcode, a page, a process, a version."""

from tui.figures.draft import Site
from tui.figures.tables import word_set
from tui.patterns import pattern

# "14, avenue Foch", "14, place de la Gare"; but "300, via Paris", "12, place five"
STREETS = (
    ", rue ", ", avenue ", ", boulevard ", ", bd ", ", place ", ", quai ", ", allée ", ", chemin ",
    ", impasse ", ", cours ", ", viale ", ", piazza ", ", calle ", ", avenida ", ", plaza ",
    ", rua ",
)  # fmt: skip
STREET = pattern(
    r", [a-zé]+ (?:(?:d[aeiou]s?|del|della|la|las|los|le|les|l['’]|d['’]) ?){0,2}[A-ZÀ-Þ]"
)
# "Kerkstraat 31, 1012 AB Amsterdam"; but "in May, 1500 US Marines landed"
POSTCODE = pattern(r"[1-9][0-9]{3} (?!EU|TV|U[KNS])[A-Z]{2} (?=[A-Z][a-z])")
PLACE_ALONE = pattern(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}(?=[\n,]|\Z)")
HOUSE = pattern(r"[0-9][a-zA-Z]?,$")
# Commands that a line opens with, and nobody writes as prose with an option or a number.
COMMANDS = word_set(
    """
    kill chmod chown docker kubectl git npm npx pip pip3 curl wget ssh scp rsync tar sudo systemctl
    """
)
OPENS_ENTRY = word_set(
    """
    list table contents appendix chapter references bibliography index glossary preface foreword
    acknowledgements acknowledgments abstract introduction conclusion conclusions
    """
)
# "Update idna from 2.9 to 3.1", "changed the py dependency from 3.9 to 3.12"; but "upgraded its
# forecast from 2.9 to 3.1"
VERSION_MOVE = pattern(
    r"(?:^|[-*:] )(?:(?:update|bump|upgrade|downgrade|pin) (?!the |its |our |a )[\w./@-]+"
    r"|changed? [\w./@ -]{1,24} (?:dependency|version|requirement)) from "
    r"(?:v?[0-9]+(?:\.[0-9]+)+ to )?$"
)
# "to 3.1 percent": no version.
OTHER_OF_MOVE = pattern(r" to v?[0-9.]+[0-9](?: (?!(?:in|by|for|and|on|with|to)\b)[a-z]|[%€£$])")
LONGEST_LINE = 160  # code points


def is_in_street(site: Site) -> bool:
    """Whether a number is that of a house, before its street: "14, avenue Foch".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text): return is_in_street(Site(text, text, read_number(text, text, 0), None))
    >>> of("14, avenue Foch"), of("14, place six")
    (True, False)
    """
    if site.end - site.start > 4 or not site.text.startswith(STREETS, site.end):
        return False
    return STREET.match(site.text, site.end) is not None


def is_postcode(site: Site) -> bool:
    """Whether a number with two letters is a postcode: "Kerkstraat 31, 1017 GB Amsterdam".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("1017")
    ...     return is_postcode(Site(text, text.lower(), read_number(text, text, at), None))
    >>> of("Kerkstraat 31, 1017 GB Amsterdam"), of("a disk of 1017 GB SSD"), of("Now, 1017 GB Now")
    (True, False, False)
    """
    ahead = site.text[max(0, site.start - 4) : site.start].rstrip(" ")
    letters = site.text[site.start + 5 : site.start + 7]
    may_be = letters.isalpha() and letters.isupper()
    found = POSTCODE.match(site.text, site.start) if may_be else None
    if found is None:
        return False
    if not ahead or ahead[-1] == "\n":
        return PLACE_ALONE.match(site.text, found.end()) is not None  # not "1200 NY Jets fans"
    return HOUSE.search(ahead) is not None


def is_in_command(site: Site) -> bool:
    """Whether the line of a number is a command: "kill -9 4711".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text): return is_in_command(Site(text, text, read_number(text, text, 8), None))
    >>> of("kill -9 4711"), of("kill of 4711 is")
    (True, False)
    """
    if "-" not in (site.word[:1], site.preceding) and site.word not in COMMANDS:
        return False  # nearly all
    first, *others = line_before(site).split(None, 1)
    if first not in COMMANDS:
        return False
    return others[0].startswith(("-", "run ", "/")) if others else first != "kill"


def ends_entry(site: Site) -> bool:
    """Whether a number is the page of an entry of a list of contents: "List of tables     12".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text, at): return ends_entry(Site(text, text, read_number(text, text, at), None))
    >>> of("list of tables     12", 19), of("list of tables 12 of", 15)
    (True, False)
    """
    if site.text[site.end : site.end + 1] not in ("", "\n", "\r") or site.before(2) not in " .\t":
        return False
    if not site.text[site.start : site.end].isdigit():
        return False
    first, *others = line_before(site).lower().split(None, 1)
    if first in ("list", "table"):
        return others != [] and others[0].startswith("of ")  # not "list price     12"
    return first.rstrip(":") in OPENS_ENTRY


def line_before(site: Site) -> str:
    """What stands before a number in its line, never empty; "." in a long line."""
    floor = max(0, site.start - LONGEST_LINE)
    begin = site.text.rfind("\n", floor, site.start) + 1
    return site.text[begin : site.start].strip() or "." if begin or not floor else "."


def is_version_move(site: Site) -> bool:
    """Whether a number is a version that something moved from or to.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text, at):
    ...     return is_version_move(Site(text, text, read_number(text, text, at), None))
    >>> of("update idna from 2.9 to 3.1", 17), of("update idna from 2.9 to 3.1", 24)
    (True, True)
    >>> of("upgrade the rate from 2.9 to 3.1", 22)
    False
    """
    written = site.text[site.start : site.end]
    behind = site.text[site.end : site.end + 1]
    if "." not in written or behind not in ("", " ", ".", "\n", ",", ")"):
        return False
    if behind == " " and not site.low.startswith((" to ", " by ", " in "), site.end):
        return False
    if OTHER_OF_MOVE.match(site.low, site.end):
        return False  # "upgrade growth from 2.9 to 3.1 percent"
    ahead = site.low[site.opening(70) : site.start]
    return VERSION_MOVE.search(ahead) is not None
