"""Decides whether a short form after a number is a unit: "in", "A" and quotation marks often are
not."""

from tui.figures.draft import Site
from tui.figures.tables import Form, word_set
from tui.patterns import pattern

INCHES = pattern(r" [0-9]{1,2}(?:\.[0-9])?[\"”″]")
MARKS = frozenset("\"'′″”’")
# After a blank these letters are units, too.
LETTERS_APART = frozenset("WVCFRtKgmlLANJ")
IN_NAMES = frozenset("CFKLNR")  # "Form 10-K", "the 20-F"
# What is numbered with a letter: "advisory number 25A", "Section 12A".
NUMBERED_WITH_LETTER = word_set(
    """
    number no no. section sections article articles rule part form chapter schedule appendix annex
    flight gate room suite platform exit route bus seat row block building unit exhibit type model
    figure fig fig. table phase group page lot stand pier runway road highway apartment flat
    """
)
LONGEST_QUOTE = 400  # code points
ONLY_AFTER_DIGITS = frozenset(["ps", "pm", "ct", "au", "pp", "bar", "nit", "henry"])
MEASURED = ("long", "wide", "tall", "of ")


def unit_fits(site: Site, form: Form, end: int) -> bool:
    """Whether a short form is a unit: "in", "a", "at" and quotation marks usually are not."""
    text, low = form.form, site.low
    if len(text) == 1:
        if text in MARKS:
            return mark_fits(site, text, end)
        return letter_fits(site, text, end) if text.isalpha() else True
    if text == "tesla" and site.text[end - 5].isupper():
        return False  # "40 Tesla cars"
    digits = site.number.style == "digits"
    if text == "st":
        return digits and is_glued(site)
    if text == "in.":
        return digits and low.startswith((" of ", " (", ")", " tall", " long", " wide"), end)
    if text == "in":
        if digits and is_glued(site):
            return not low.startswith("-in-", site.end)  # "a 2-in-1"
        if low[end : end + 1] == ")":
            return digits
        feet = low[site.start - 5 : site.start].endswith(("ft ", "ft. ", "feet "))
        return feet or (digits and low.startswith(MEASURED, end + 1))
    if text in ONLY_AFTER_DIGITS:
        return digits
    return text != "MP" or (digits and is_glued(site))


def is_glued(site: Site) -> bool:
    """Whether no blank follows the number."""
    return site.low[site.end] not in " \u00a0\n"


def mark_fits(site: Site, mark: str, end: int) -> bool:
    """Whether a quotation mark after a number stands for feet, inches, minutes or seconds."""
    low = site.low
    if site.number.style != "digits" or closes_quote(site, mark):
        return False
    if low[end : end + 1].isalpha():
        return False
    if site.preceding in "'′’" and site.before(2).isdigit():
        return True  # 5'11"
    glued = is_glued(site)
    if mark in '″′"”':
        return mark not in '"”' or glued
    if mark == "’":
        return low[end : end + 1].isdigit()  # 5’11”
    if glued and (low[end : end + 1] not in " ." or INCHES.match(low, end) is not None):
        return True
    return low[end : end + 5] in (" when", " tall", " wide", " long")


def letter_fits(site: Site, letter: str, end: int) -> bool:
    """Whether a letter after a number is a unit: "12 V", not "Section 12A".

    >>> from tui.figures.numbers.numerals import read_number
    >>> from tui.figures.tables import Form
    >>> def of(text, letter):
    ...     at = text.index("12")
    ...     site = Site(text, text.lower(), read_number(text, text.lower(), at), None)
    ...     return letter_fits(site, letter, text.index(letter) + 1)
    >>> of("a 12V pump", "V"), of("fuses of 12A.", "A"), of("Section 12A.", "A")
    (True, True, False)
    """
    low = site.low
    if is_glued(site):
        if low[site.end] != "-":
            return not (letter.isupper() and site.word.lower() in NUMBERED_WITH_LETTER)
        if letter in IN_NAMES:
            return False
    following = low[end : end + 1]
    if following == "." and low[end + 1 : end + 2].isalnum():
        return False  # "5 F.3d 1234"
    if following == "\n" and letter.islower():
        return letter in "tgml"
    return (
        letter in LETTERS_APART
        and following in " .,;)/"
        and site.number.style == "digits"
        and (letter in "WV" or not site.text[end + 1 : end + 2].isupper())
    )


def closes_quote(site: Site, mark: str) -> bool:
    """Whether a quotation ends directly after the number: 'known as "Number 11"'.

    >>> from tui.figures.numbers.numerals import read_number
    >>> def of(text):
    ...     at = text.index("11")
    ...     return closes_quote(Site(text, text, read_number(text, text, at), None), '"')
    >>> of('as "room 11" and'), of('an 11" screen')
    (True, False)
    """
    ahead = site.text[max(0, site.start - LONGEST_QUOTE) : site.start].rpartition("\n")[2]
    if mark == "”":
        return ahead.rfind("“") > ahead.rfind("”")
    if mark not in ahead or ahead.count(mark) % 2 == 0:
        return False
    at = ahead.rindex(mark)
    return not ahead[at - 1 : at].isdigit()  # '22.0" in the hills, 21.0"'
