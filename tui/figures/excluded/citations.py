"""Numbers in references: pages, verses, cases, notes, registers, machines."""

from tui.figures.draft import Site
from tui.figures.tables import word_set
from tui.patterns import pattern

# The books that are cited by chapter and verse.
BOOKS = word_set(
    """
    genesis gen exodus leviticus numbers deuteronomy joshua judges ruth samuel kings chronicles ezra
    nehemiah esther job psalm psalms ps proverbs ecclesiastes isaiah isa jeremiah jer lamentations
    ezekiel daniel dan hosea joel amos obadiah jonah micah nahum habakkuk zephaniah haggai zechariah
    malachi matthew matt mark luke john acts romans rom corinthians cor galatians gal ephesians eph
    philippians colossians thessalonians timothy titus philemon hebrews heb james peter jude
    revelation rev surah sura quran qur'an qur’an koran torah
    """
)
VERSE = pattern(r"[0-9]{1,3}:[0-9]{1,3}(?:[-–][0-9]{1,3})?(?:, ?[0-9]{1,3}(?![0-9,]))*")
# "Nature 2001;411:3–4", "Nature 2011 ; 474 : 27–29"
VOLUME_AND_PAGES = pattern(
    r"[0-9]{1,4} ?(?:\([^()\n]{1,12}\))? ?: ?[a-z]?[0-9]{1,6}[a-z]?(?:[-–—][a-z]?[0-9]{1,6}[a-z]?)?"
    r"(?![0-9])"
)
AFTER_YEAR = pattern(r"(?:19|20)[0-9]{2}(?: [a-z]{3}(?: [0-9]{1,2})?)? ?; ?$")
# "Springer, 2012:25–30"
DASHES = frozenset("-–—")
DIGITS = frozenset("0123456789")
ENDS_NOTE = frozenset(");")
PAGES = pattern(r"[a-z]?[0-9]{1,4}[-–—][a-z]?[0-9]{1,4}(?![0-9])")
AFTER_PUBLISHER = pattern(r"[a-z.], (?:19|20)[0-9]{2} ?: ?$")
# "(Smith 2001, 45; Ray 1999: 12–15)"
CITED = pattern(r"[(;] ?[A-Z][^();\n0-9]{1,40} (?:19|20)[0-9]{2}[a-z]?[,:] $")
CITED_PAGE = pattern(r"[0-9]{1,4}(?:[-–][0-9]{1,4})?(?= ?[);])")
SAME_WORK = pattern(r"(?:ibid\.|op\. cit\.|loc\. cit\.|passim),? ?$")
# "Phys. Rev. Lett. 116, 061102 (2016)"
VOLUME_PAGE_YEAR = pattern(
    r"[0-9]{1,4}, (?:[0-9]{1,3}, )?[a-z]?[0-9]{2,7}(?:[-–][0-9]{1,7})? \((?:19|20)[0-9]{2}\)"
)
PAGE_AND_YEAR = pattern(r"[0-9]{1,4} \((?:1[789]|20)[0-9]{2}\)")
AFTER_VOLUME = pattern(r"(?:\.|(?<![\w'’])[A-Z]\w*) [0-9]{1,4}, $")  # "U.S. 483, 495 (1954)"
PAGES_AT_END = pattern(r"[0-9]{1,4}[-–][0-9]{1,4}(?=\.?(?:\n|$))")  # "2007, 345-352."
AFTER_A_YEAR = pattern(r", (?:19|20)[0-9]{2}, $")
# "410 U.S. 113": volume and page of a report of cases
AREA = pattern(r"\(0[0-9]{2,4}\) $")  # "(0151) 2345678"
REPORTED = pattern(r" (?:u\.s\.|s\. ?ct\.|l\. ?ed\.|f\. ?supp\.|cal\.)(?: ?[23]d)? (?=[0-9])")
BOOKS_OF_LAW = ("u.s.c.", "u.s. code", "usc ", "c.f.r.", "cfr ")
AFTER_REPORT = pattern(
    r"[0-9] (?:u\.s\.|s\. ?ct\.|l\. ?ed\.|f\. ?supp\.|cal\.)(?: ?[23]d)? $|"
    r"(?:registration|company|charity|account|case) no\. $"
)
# "Its charity number is 1045321", "PMID: 12345678"
REGISTERS = (
    "registration", "reference", "account", "company", "charity", "license", "licence", "serial",
    "part", "phone", "telephone", "order", "ticket", "invoice", "tracking", "docket", "patent",
    "case", "passport", "badge", "postal", "zip", "pin",
)  # fmt: skip
NUMBERS = frozenset(["number", "no", "no.", "code", "id"])
REGISTERED = ("isbn", "issn", "pmid", "arxiv", "doi", "imei", "vin")


def is_book(word: str) -> bool:
    """Whether chapter and verse follow a word: "John 3:16", "Matt. 5:3"."""
    return word.lower().rstrip(".") in BOOKS


def is_reported(low: str, at: int) -> bool:
    """Whether the name of a report of cases and a page follow: "410 U.S. 113".

    >>> is_reported("410 u.s. 113", 3), is_reported("410 u.s. troops", 3)
    (True, False)
    """
    behind = low[at : at + 24]
    for place, sign in enumerate(behind if "." in behind else ""):
        if sign in DIGITS:  # the page: a name that is shortened stands before it
            return behind[:place].endswith((".", ". ")) and REPORTED.match(low, at) is not None
    return False


def is_year_of_law(word: str) -> bool:
    """Whether a word is the year in "[1999] 2 AC 345".

    >>> is_year_of_law("[1999]"), is_year_of_law("1999"), is_year_of_law("(1299)")
    (True, False, False)
    """
    year = word[1:5]
    framed = len(word) == 6 and word[0] in "[(" and word[-1] in "])"
    return framed and year.isascii() and year.isdigit() and year[:2] in ("18", "19", "20")


def cites_law(site: Site, at: int) -> bool:
    """Whether it is the citation of a law or case: "18 U.S.C. § 371", "[1999] 2 AC 345".

    `at` is the start of the word after the number.
    """
    return (
        site.low.startswith(BOOKS_OF_LAW, at)
        or is_reported(site.low, site.end)
        or is_year_of_law(site.word)
    )


def cited_end(site: Site) -> int:
    """The end of a citation or register number that starts with a bare number; 0 if it is none.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text, word):
    ...     at = text.index(word)
    ...     low = text.lower()
    ...     return text[at : cited_end(Site(text, low, read_number(text, low, at), None))]
    >>> of("Harbour 2002;418:453–459.", "418"), of("Quay Press, 2012:25–30.", "25")
    ('418:453–459', '25–30')
    >>> of("J. Ships 45, 1234 (1974)", "45"), of("Quay, 2007, 345-352.", "345")
    ('45, 1234 (1974)', '345-352')
    >>> of("(Ray 1999: 12–15)", "12"), of("account number is 16454", "164"), of("2012; 45 of", "45")
    ('12–15', '16454', '')
    """
    low, start = site.low, site.start
    if low[site.end + 2 : site.end + 3] == "." and is_reported(low, site.end):
        return site.end
    if site.following == "," and follows_journal(site) and " (" in low[start : start + 32]:
        placed = VOLUME_PAGE_YEAR.match(low, start)
        if placed:
            return placed.end()
    before = site.text[start - 2 : start].strip()
    if before == ")":
        return site.end if AREA.search(low, max(0, start - 8), start) else 0
    if before[-1:].isalpha():
        return _register_number(site) if site.end - start > 3 else 0
    return next(filter(None, (ends(site) for ends in _AFTER.get(before[-1:], ()))), 0)


def _page_of_volume(site: Site) -> int:
    """After "45," the page and the year, or after "2007," the pages."""
    text, low, start = site.text, site.low, site.start
    if not text[start - 3 : start - 2].isdigit():
        return 0
    page = PAGE_AND_YEAR.match(low, start) if " (" in low[start : start + 6] else None
    if page and AFTER_VOLUME.search(text, max(0, start - 24), start):
        return page.end()
    page = PAGES_AT_END.match(low, start) if _has_dash(site) else None
    return page.end() if page and AFTER_A_YEAR.search(low, max(0, start - 8), start) else 0


def _volume_and_pages(site: Site) -> int:
    """After "2002;" the volume and the pages."""
    volume = VOLUME_AND_PAGES.match(site.low, site.start)
    if volume and AFTER_YEAR.search(site.low, max(0, site.start - 16), site.start):
        return volume.end()
    return 0


def _cited_page(site: Site) -> int:
    """After "(Ray 1999:" the page."""
    low, start = site.low, site.start
    if ENDS_NOTE.isdisjoint(low[start : start + 12]):
        return 0
    page = CITED_PAGE.match(low, start)
    return page.end() if page and CITED.search(site.text, max(0, start - 60), start) else 0


def _pages_of_book(site: Site) -> int:
    """After "Quay Press, 2012:" the pages."""
    pages = PAGES.match(site.low, site.start) if _has_dash(site) else None
    if pages and AFTER_PUBLISHER.search(site.low, max(0, site.start - 16), site.start):
        return pages.end()
    return 0


def _page_of_same_work(site: Site) -> int:
    """After "ibid.," the page."""
    ahead = site.low[max(0, site.start - 12) : site.start]
    is_after = ("." in ahead or "passim" in ahead) and SAME_WORK.search(ahead)
    return site.end if is_after else 0


def _register_number(site: Site) -> int:
    """After "account number is" the number."""
    return site.end if is_registered(site.low[max(0, site.start - 32) : site.start]) else 0


def _page_of_report(site: Site) -> int:
    """After the abbreviation of a report its number."""
    return site.end if AFTER_REPORT.search(site.low, max(0, site.start - 32), site.start) else 0


def _has_dash(site: Site) -> bool:
    return not DASHES.isdisjoint(site.low[site.start : site.start + 6])


#: What may end a citation, by the sign before the number.
_AFTER = {
    ",": (_page_of_volume, _cited_page, _page_of_same_work),
    ";": (_volume_and_pages, _cited_page, _page_of_same_work),
    ":": (_cited_page, _pages_of_book, _page_of_same_work, _register_number),
    ".": (_page_of_report,),
}


def follows_journal(site: Site) -> bool:
    """Whether a name is before a number: "Ships 45, 1234 (1974)", not "won 10, 12 (2008)".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text): return follows_journal(Site(text, text, read_number(text, text, 6), None))
    >>> of("Ships 45, 12 (1974)"), of("won a 10, 12 (2008)")
    (True, False)
    """
    return site.word[-1:] == "." or (site.word[:1].isupper() and site.word[-1:] != ":")


def is_registered(ahead: str) -> bool:
    """Whether the words before a number say that it stands in a register.

    >>> is_registered("its charity number is "), is_registered("pmid: "), is_registered("number ")
    (True, True, False)
    """
    words = ahead.replace(":", " : ").split()
    if words[-1:] in (["is"], ["was"], [":"]):
        words.pop()
    if words[-1:] == [] or words[-1] not in NUMBERS:
        return words[-1:] != [] and words[-1].endswith(REGISTERED)
    return words[-2:-1] != [] and words[-2].endswith(REGISTERS)
