"""The rule for numbers in names and labels: "S&P 500", "Section 427"."""

from collections.abc import Mapping

from tui.figures.draft import NoFigure, Site, Verdict
from tui.figures.excluded.nonfigures import token_end
from tui.figures.excluded.numbers_of_places import is_version_move
from tui.figures.grammar.counted_noun import noun_after
from tui.figures.grammar.following_word import next_word
from tui.figures.grammar.noun_words import is_plural
from tui.figures.kinds.units import form_at
from tui.figures.sentence.implicit_people import HARMING
from tui.figures.tables import word_set, words
from tui.patterns import pattern
from tui.text.dates import MONTHS, WEEKDAYS

# What is numbered, not counted: the number after one of these is its name.
NUMBERED = word_set(
    """
    section sections row chapter article articles part no no. nos nos. number num flight route
    highway interstate exit gate room suite floor page pages pp version windows group phase
    level type class category cat model series season episode figure fig fig. table line lines
    step game week round stage tier grade gen generation volume vol vol. issue item clause act
    amendment rule form schedule appendix annex paragraph para psalm verse lot unit block
    building tower terminal platform channel apollo boeing airbus pixel galaxy iphone ipad
    windows euro rio tokyo top big formula division question answer bus train track lane
    apartment apt box code zip isbn tel phone fax ext ref id district ward precinct sector
    zone grid bay pier wing core book title size shirt
    resolution proposition prop prop. directive decree protocol ordinance
    s&p sp ftse nikkei stoxx topix nasdaq russell asx csi cac dax poor's poor’s § §§
    p. pp. ext. port reference
    para. recital recitals
    sec. secs. ch. chap. chaps. eq. eqs. op. bldg. footnote footnotes endnote note notes h.r. s.
    numbered psalms verses chapters pages articles sections no: nos: ref: tel: fax: id: page: room:
    section: ext: zip: divisions bd. nr nr. n. km mile build
    """
) - {"top", "lines"}
# In lower case none but these can make a name of the number after.
NAMING = NUMBERED | {"day", "top", "bottom", "final", "last"}
MAY_NAME = NAMING | {"from", "to"}  # "from version 2.1 to 2.2"
# Of these some are verbs too: "to form six groups", "trained to issue 500 visas".
NUMBERED_OR_ACT = word_set(
    """
    form train issue question answer book grade exit rule group act box type title shirt bus
    number version code block stage port note notes divisions km mile build numbered pages articles
    sections chapters verses
    """
)
# What no model is numbered by, whatever name is before: "beat the Rovers 45 points to 24".
NEVER_NAMED = word_set("times points votes goals runs seats people men women children others homes")
GIVING = word_set(
    "gave give gives giving paid pay pays owed owes awarded handed won earned cost costs"
)
MEMBERS_ACT = word_set("were are have others more or of")  # "in Texas two were hurt"
TOKEN_IN_DIGITS = pattern(r"[0-9][0-9.,]*(?<=[0-9])")
SPAN_AFTER = pattern(r"(?: (?:to|or) |-to-|[-–])[a-z0-9]")  # "the last three to four months"
# "Sections 3 and 4", "from version 2.1 to 2.2": what else is numbered so.
SMALL_WORD = pattern(r"(?<![\w'-])(?<!’)[a-z]{4,}")
BEFORE_VERB = frozenset(["to", "will", "police", "u.s.", "uk", "eu"])
ANOTHER_NUMERAL = pattern(
    r"(?:(?:,? (?:and|or|to|through)|,) [0-9]{1,4}(?!,[0-9])(?:\.[0-9]{1,2}|[-–][0-9]{1,4})?){1,8}"
    r"(?=[.;:)]|$|,(?! [0-9])"
    r"| (?:is|are|was|were|has|have|had|will|can|in|on|at|that|which|of|for|by|with|from|under"
    r"|according|as|would|could|should|may|must|shall|above|below)(?![a-z]))"
    r"|:[0-9]{1,4}(?:[-–][0-9]{1,4})?(?![0-9])"
)
OTHER_VERSIONS = pattern(r"(?: [|/] [0-9]{1,2}(?:\.[0-9]{1,3}){1,2}){1,16}(?![0-9.]*[0-9a-z%])")
OUT_OF = pattern(r" of [0-9]{1,4}(?![0-9.,]*[0-9a-z%])")
# "She dialled 911", "the 911 calls".
CALLING = word_set(
    "call calls called calling dial dials dialed dialled dialing phone phoned rang passed"
)
AFTER_PHONE_NUMBER = ("call", "dispatch", "operator")
EMERGENCY = frozenset(["911", "999", "112", "101", "111"])
# No names though they are written in capitals: "HR 0.86", "BMI 32"; but "the star HR 6819".
STATISTICS = word_set(
    "hr rr irr sd se ci iqr bmi auc ahr aor smr smd eps nav psa pmi cpi iq gpa crp ldl hdl p/e"
)
MARKS_AROUND = "([“\"'‘*_"  # "**Section** 3"
QUOTES = frozenset("“‘\"'")
TITLE = pattern(r"[A-Z][a-z-]+(?: [A-Z][^\W_]*){1,5}[”’\"']")
DOCUMENT = pattern(r"[{(]?[A-Z]{2,6}\((?:19|20)[0-9]{2}\)")
LEADERS = ("...", "……", "___")  # from an entry to its page
CAPITAL_WORDS = word_set(
    """
    a an the and or but in on at by for from of to with over under about around nearly almost
    some only just at least more than fewer less up down another all both these those than its
    our their his her my your after before since until when while if as there between among
    within roughly approximately additional total an estimated including of those some than
    accordingly plus minus besides altogether barely first last next past magnitude
    """
)


def name_numeral(site: Site) -> Verdict:
    """it follows a name or the word for something numbered ("S&P 500", "Section 427")"""
    number, word = site.number, site.word
    if not word or number.style not in ("digits", "words"):
        return NoFigure(site.end) if is_title(site) else None
    low = word.lower().strip(MARKS_AROUND)
    written = site.text[site.start : site.end]
    if low in ("from", "to") and is_version_move(site):
        return NoFigure(site.end)
    if word.islower() and low not in NAMING and not (written[0].isupper() or written in EMERGENCY):
        return None  # most words
    if site.before(2) in " \u00a0" or site.opens_paragraph():
        return None  # a column's gap before a number parts it from a name
    if word == "." or word.startswith(LEADERS) or is_document(word):
        return NoFigure(site.end)  # "Introduction ..... 3": a page; "COM(2018) 29 final"
    if written in EMERGENCY and (
        low in CALLING
        or (low == "to" and site.word_before(site.start - 3).lower() in CALLING)
        or is_called(site)
    ):
        return NoFigure(site.end)
    if number.scale > 1:  # "Figure 3b", but "Section 3 million"
        star = word.isupper() and len(written) > 4 and written[:-1].isdigit()  # "LHS 3844b"
        glued = number.loose and (low in NUMBERED or star) and written[-2].isdigit()
        return NoFigure(token_end(site)) if glued else None
    if low in NUMBERED:
        if low in NUMBERED_OR_ACT and word[0].islower() and counts_plural(site):
            return None
        out_of = OUT_OF.match(site.low, site.end)  # "page 3 of 12"
        return NoFigure(out_of.end() if out_of else numerals_end(site))
    if number.grouped or is_decimal_range(site):
        return None
    if number.style == "words":
        return name_in_words(site, low)
    if low == "day":
        counted = noun_after(site.text, site.low, site.end)
        return None if counted or site.end - site.start > 3 else NoFigure(numerals_end(site))
    if is_never_named(site, word) or is_measured_span(site):
        return None
    if low in STATISTICS and ("." in written or len(written) < 3):
        return None
    if not is_name(word, low, opens_sentence(site)) or headline_verb(site, low):
        return None
    return NoFigure(numerals_end(site))


def is_never_named(site: Site, word: str) -> bool:
    """Whether the number counts what no name ends in, or what is given to the name before it.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     site = Site(text, text.lower(), read_number(text, text.lower(), text.index("12")), None)
    ...     return is_never_named(site, site.word)
    >>> of("so Lee 12 electoral votes"), of("it gave Lee 12 hens"), of("the Boeing 12 jets")
    (True, True, False)
    """
    if next_word(site.low, site.end) in NEVER_NAMED:
        return True
    span = noun_after(site.text, site.low, site.end)
    if span is None:
        return False
    *_, counted = site.low[slice(*span)].split(" ")
    giving = site.word_before(site.start - 1 - len(word)).lower()
    return counted in NEVER_NAMED or (giving in GIVING and is_plural(counted))


def is_document(word: str) -> bool:
    """Whether a word numbers a document by its year: "COM(2018)"."""
    return word.endswith(")") and DOCUMENT.fullmatch(word) is not None


def is_called(site: Site) -> bool:
    """Whether callers or operators follow a number: "911 emergency operators"."""
    behind = site.low[site.end : site.end + 24].lstrip("- ").removeprefix("emergency ")
    return behind.startswith(AFTER_PHONE_NUMBER)


def is_title(site: Site) -> bool:
    """Whether a quotation is a title that starts with a number in words: the film “Three
    Billboards”.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("Three")
    ...     return is_title(Site(text, text.lower(), read_number(text, text.lower(), at), None))
    >>> of("saw “Three Brave Men” twice"), of("“Three men came”, he said")
    (True, False)
    """
    if site.preceding not in QUOTES or site.number.style != "words":
        return False
    _, _, second = site.text[site.start : site.start + 80].partition(" ")
    return second[:1].isupper() and TITLE.match(site.text, site.start) is not None


def headline_verb(site: Site, low: str) -> bool:
    """Whether the word before a number is a verb in a headline, where every word is capitalized.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text, word="12"):
    ...     at = text.index(word)
    ...     site = Site(text, text.lower(), read_number(text, text.lower(), at), None)
    ...     return headline_verb(site, site.word.lower())
    >>> of("Fire Kills 12 in Leeds"), of("Police Arrest 12 After Riot"), of("Gales Close 12")
    (True, True, True)
    >>> of("She played Gears 12 all night"), of("Tesla Model 12 Delayed")
    (False, False)
    """
    if not is_headline(site):
        return False
    table = words()
    if any(low.endswith(end) and acts(low.removesuffix(end), table) for end in ("es", "s", "ed")):
        return True
    subject = site.word_before(site.start - 1 - len(site.word)).lower()
    return acts(low, table) and (subject in BEFORE_VERB or is_plural(subject))


def acts(word: str, table: Mapping[str, frozenset[str]]) -> bool:
    """Whether a word, or the word with the "e" that "-ed" took, is a verb."""
    return any(form in table[each] for form in (word, word + "e") for each in ("verb", "either"))


def is_headline(site: Site) -> bool:
    """Whether all longer words of the line are capitalized."""
    text, start, end = site.text, site.start, site.end
    begin = max(start - 60, 0)
    begin = max(begin, text.rfind("\n", begin, start))
    stop = text.find("\n", end, end + 60)
    return SMALL_WORD.search(text, begin, stop if stop > 0 else min(end + 60, len(text))) is None


def is_measured_span(site: Site) -> bool:
    """Whether the number starts a range with a unit: "BP 130–139 mmHg", not "the 737-800 jet"."""
    if site.following not in "-–" or not site.after(1).isdigit():
        return False
    match = TOKEN_IN_DIGITS.match(site.text, site.end + 1)
    return match is not None and form_at(site.low, site.text, match.end(), money=False) is not None


def counts_plural(site: Site) -> bool:
    """Whether a counted plural follows: "form six groups", not "form 8 is due"."""
    span = noun_after(site.text, site.low, site.end)
    return span is not None and is_plural(site.low[slice(*span)].split(" ")[-1])


def name_in_words(site: Site, low: str) -> Verdict:
    """ "Marine One", "the Group of Seven", "a Six Flags park"; `low` is the word before.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text, word):
    ...     at = text.index(word)
    ...     site = Site(text, text.lower(), read_number(text, text.lower(), at), None)
    ...     return name_in_words(site, site.word.lower()) is not None
    >>> of("on Army One", "One"), of("the Group of Seven left", "Seven")
    (True, True)
    >>> of("at a Six Flags park", "Six"), of("on day two", "two")
    (True, True)
    >>> of("In Texas two were hurt", "two"), of("Fire Kills Six", "Six"), of("Phase two is", "two")
    (False, False, True)
    """
    text, start, word = site.text, site.start, site.word
    capital = text[start].isupper() and not (word.islower() and is_headline(site))
    if (
        capital
        and word.isalpha()
        and word.islower()
        and site.following == " "
        and site.after(1).isupper()
    ):
        return NoFigure(site.end)
    if low == "day" and not noun_after(text, site.low, site.end):
        return NoFigure(site.end)  # "on day two"
    leads = low in ("top", "bottom", "final", "last")
    if not (leads or capital) and word.islower():
        return None  # no name: most numbers in words
    if noun_after(text, site.low, site.end):
        named = capital and word[0].isupper() and word.isalpha() and not opens_sentence(site)
        # "the Double Eleven sale": no number in a sentence has a capital
        if named and site.after(1).islower() and not (is_headline(site) or low in CAPITAL_WORDS):
            return NoFigure(site.end)
        return None
    if leads:
        return None if SPAN_AFTER.match(site.low, site.end) else NoFigure(site.end)
    if capital and word[0].isupper() and word.endswith(("'s", "’s")):
        return NoFigure(site.end)  # "the film Harbour's Eleven"
    if capital and low == "of":
        word = site.word_before(start - 3)
    if (
        headline_verb(site, low)
        or low in HARMING
        or (not capital and next_word(site.low, site.end) in MEMBERS_ACT)
    ):
        return None
    return NoFigure(site.end) if is_name(word, word.lower(), opens_sentence(site)) else None


def opens_sentence(site: Site) -> bool:
    """Whether the word before the number is the first of its sentence or line."""
    at = site.start - 1 - len(site.word)
    ahead = site.text[max(0, at - 3) : at].rstrip(" ")
    return not ahead or ahead[-1] in '.!?\n”"' or site.text[site.start - 1] == "\n"


def numerals_end(site: Site) -> int:
    """The end of several numerals in a name: "sections 3 and 4", "from version 2.1 to 2.2".

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     return numerals_end(Site(text, text, read_number(text, text, 9), None))
    >>> of("sections 3 and 4 are"), of("sections 3 and 40 men are"), of("Archives 9:143-161.")
    (16, 10, 18)
    >>> of("versions 3.8 | 3.9 | 3.10")
    25
    """
    others = OTHER_VERSIONS if site.following == " " and site.after(1) in "|/" else ANOTHER_NUMERAL
    another = others.match(site.low, site.end)
    return another.end() if another else token_end(site)


def is_decimal_range(site: Site) -> bool:
    """Whether a decimal fraction starts a range ("CI 1.2-3.4"), which no name ends in."""
    if site.following not in "-–" or not site.after(1).isdigit():
        return False
    return "." in site.text[site.start : site.end]


def is_name(word: str, low: str, first: bool) -> bool:
    """Whether the number may belong to the word before it as a name; `first`: it starts a sentence.

    >>> words = ("Stoxx", "Over", "In", "May", "sold", "**Deaths:**")
    >>> [is_name(word, word.lower(), True) for word in words]
    [True, False, False, False, False, False]
    """
    word = word.lstrip("(“\"'‘[")
    if not word or word[-1] in ',.;:!?)"”]*_>':
        return False  # "**Deaths:** 219", "<b>Deaths</b> 219": the name ends where the bold does
    if not word[0].isupper() and (len(word) < 3 or not any(map(str.isupper, word))):
        return False  # "macOS 13" is a name, "pH 7" is none
    if word.endswith(("'s", "’s", "s'", "s’")):
        return False  # "Iowa's 41 delegates"
    if "-" in word and word.rpartition("-")[2].islower():
        return False  # "an NFL-record 23 penalties"
    if low in MONTHS or low in WEEKDAYS or low in CAPITAL_WORDS:
        return False
    table = words()
    if first and low.endswith("ly") and low[:-2] in table["adjective"]:
        return False  # "Exactly 30 goats"
    return not first or (low not in table["verb"] and low not in table["adverb"])
