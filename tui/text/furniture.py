"""Detects page furniture ("chrome") in copied articles: menus, buttons, counters, part numbers.

The text keeps it; the reader dims it, and numbers in it are not figures. Only lines that match as a
whole count, so that a sentence about a newsletter stays a sentence.
"""

from functools import cache

from tui.patterns import pattern
from tui.text.lines import filled_lines

#: Longer lines are never page furniture.
_LONGEST = 120

#: Whole lines, in lower case and without surrounding punctuation.
_PHRASES = """
about us; accept; accept all; accept all cookies; add a comment; advertise with us; advertisement
all rights reserved; back to top; breaking news; buy now; cancel reply; click here; close; comments
compare items; contact us; continue reading; cookie policy; cookie settings; copy link; download pdf
email; email this; expand; facebook; go back; got it; home; instagram; jump to navigation
keep reading; latest news; latest stories; learn more; leave a comment; leave a reply; like this
linkedin; load more; loading; log in; log out; login; main menu; manage cookies; menu; more news
more stories; most popular; most read; most viewed; navigation; newsletter; next; next article
next page; next post; no comments; no comments yet; open menu; partner content; photo gallery
pinterest; popular posts; post a comment; post comment; previous; previous article; previous page
previous post; print; print this article; print this page; privacy policy; read full article
read full story; read more; read next; read the full article; read the full story; recent posts
recommended; recommended for you; reddit; register; register now; related; related articles
related content; related links; related news; related posts; related stories; related topics; reply
save article; scroll to top; see also; see more; share; share article; share link; share this
share this article; share this page; share this post; share this story; show less; show more
sign in; sign up; site map; sitemap; skip to content; skip to main content; skip to navigation
sponsored; sponsored content; story continues below advertisement; subscribe; subscribe now
telegram
terms and conditions; terms of service; terms of use; toggle navigation; top stories; trending
trending now; tweet; tweet this; twitter; view all; view all comments; view comments; view more
we will be happy to hear your thoughts; what to read next; whatsapp
you may also like; you might also be interested in; you might also like; youtube
"""
_SERVICE = (
    "(?:facebook|twitter|x|telegram|whatsapp|instagram|linkedin|youtube|weibo|wechat|tiktok|reddit"
    "|pinterest|email|google news|social media|flipboard|rss)"
)
_ASKED = "(?:follow|like|find|join|share|tweet|save|view|watch|subscribe)(?: us| this| it| to us)?"
_PATTERNS = (
    rf"{_ASKED}(?: (?:article|page|post|story))? (?:on|via|by|with|to)"
    rf" {_SERVICE}(?:(?:, | and | & |, and ){_SERVICE}){{0,5}}"
    # subscriptions
    r"|(?:subscribe|sign up) (?:to|for) (?:our|the|my)? ?(?:[\w’'-]+ ){0,4}"
    r"(?:newsletters?|updates?|alerts?)"
    # navigation
    r"|(?:read|more|see) (?:also|next|related|from|in|on|about):? ?[\w’' -]{0,30}[:»›>→]"
    r"|(?:read|see) (?:also|more|next):.{0,100}"
    r"|home ?[>»›/|].{0,100}"
    r"|(?:[\w&’' -]{1,30}+[>»›] ?+)+"
    # counters
    r"|(?:[\d,.]{1,7}k?|no) (?:comments?|repl(?:y|ies)|shares?|likes?|views?|retweets?)"
    r"|(?:comments?|shares?|likes?|views?|cart|wishlist) ?\(?\d{1,6}\)?"
    r"|\d{1,2} ?min(?:ute)?s?\.? read"
    r"|deal score ?[+-]?\d{1,6}"
    r"|save ?saved ?removed ?\d{1,6}"
    r"|[\w&’/ -]{1,30} ?\(0\)"
    # site notices
    r"|enable registration in settings.{0,20}"
    r"|(?:[\w-]+ )?meta"
    r"|(?:this (?:web)?site|we) uses? cookies.{0,80}"
    r"|your email address will not be published.{0,50}"
    r"|(?:©|\(c\)|copyright).{0,60}(?:all rights reserved.{0,20}|(?:19|20)\d\d.{0,40})"
    r"|(?:posted|filed) (?:in|under):? [\w,’' -]{1,60}"
    r"|(?:tags?|categor(?:y|ies)|topics?): ?[\w,#’' -]{1,100}"
)
_LINE = pattern(f"(?:{_PATTERNS})[.:!…]?")

#: Part numbers: capitals and digits mixed, as in `2MBI400L-060`.
_PARTS = pattern(
    r"(?:[\w ]{1,20}:)?"
    r"(?:\s*(?=[A-Z./-]{0,12}\d)(?=[\d./-]{0,12}[A-Z])[A-Z\d][A-Z\d./-]{4,24}(?=\s|$)){2,}\s*"
)
#: Buttons with a single character.
_SIGNS = frozenset("×✕✖⨯☰≡»«›‹→←↑↓▲▼▶◀⋮…+")


def chrome(text: str) -> list[tuple[int, int]]:
    """The spans of the lines (without their ends) that are page furniture, in order.

    >>> text = "Police held 12 men.\\nFollow us on Telegram\\n  • Cameras (0)"
    >>> [text[a:b] for a, b in chrome(text)]
    ['Follow us on Telegram', '  • Cameras (0)']
    """
    return [
        (start, end)
        for start, end in filled_lines(text, 0, len(text))
        if end - start <= _LONGEST and is_chrome(text[start:end])
    ]


def is_chrome(line: str) -> bool:
    """Whether a line (without its end) is page furniture."""
    words = line.strip(" \t•·*|-–")
    if not words:
        return False
    if len(words) == 1:
        return words in _SIGNS
    phrase = " ".join(words.lower().split())
    if phrase.rstrip(":.…!?»›>→ ") in _phrases():
        return True
    return bool(_LINE.fullmatch(phrase) or _PARTS.fullmatch(words))


@cache
def _phrases() -> frozenset[str]:
    phrases = _PHRASES.replace("\n", ";").split(";")
    return frozenset(" ".join(phrase.split()) for phrase in phrases)
