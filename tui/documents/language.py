"""Whether a text is in a language other than English, whose figures would be misread."""

from tui.patterns import pattern

#: How much of a text is looked at, in code points.
_HEAD = 6_000
#: Words of other languages that prove it, if they are at least twice as many as English ones.
_LEAST = 5
_WORD = pattern(r"[^\W\d_]+")
_ENGLISH = frozenset(
    """
    the of and to in for on with was were by that from are at his has its
    """.split()  # noqa: SIM905 - a table
)
#: Frequent words that are no English ones, by language.
_OTHERS = frozenset(
    """
    der das und ist von mit für wurde wurden werden nicht eine auf dem nach sind auch
    le les des est pour dans une avec sur qui ont été aux
    los las del que por una con según fueron
    che di della nel sono gli è più
    os uma com não dos foi
    het een van voor zijn niet met werd
    och att det som för är av på ett og ikke til
    na się że jest oraz
    """.split()  # noqa: SIM905 - a table
)
#: From here on no letter is Latin.
_NOT_LATIN = "\u0370"


def is_foreign(text: str) -> bool:
    """Whether a text is surely not English; False if it has too few words to tell.

    >>> is_foreign("Der Damm ist gebrochen, und die Bewohner wurden nach Hulm gebracht.")
    True
    >>> is_foreign("The dam broke, and all were taken to Hulm."), is_foreign("oats 12\\nrye 14")
    (False, False)
    """
    words = [word.lower() for word in _WORD.findall(text[:_HEAD])]
    if sum(word >= _NOT_LATIN for word in words) > len(words) / 2:
        return True
    others = sum(word in _OTHERS for word in words)
    return others >= _LEAST and others > 2 * sum(word in _ENGLISH for word in words)
