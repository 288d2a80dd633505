"""Hedge words and signs by class; tables only."""

# Words before a number that loosen it, by their class.
HEDGES = {
    "more": """
        more than, no fewer than, no less than, not less than, not fewer than, at least, at
        the least, upwards of, upward of, in excess of, north of, greater than, higher than,
        larger than, longer than, older than, better than, just over, well over, a little
        over, slightly over, well above, just above, over, above, exceeding, exceeds,
        exceeded, exceed, surpassing, surpassed, surpass, surpasses, topping, topped, tops,
        at minimum, at a minimum, no lower than, not below, not under, no shorter than,
        minimum of, beyond, as few as, as little as, as low as
    """,
    "less": """
        less than, fewer than, lower than, smaller than, younger than, shorter than, no more
        than, not more than, no greater than, no longer than, no higher than, not exceeding,
        not exceed, never exceed, never exceeded, didn't exceed, didn’t exceed, not surpass, never
        surpassed, not top, never topped, not reach, never reached, didn't reach, didn’t reach,
        not over, not above, not quite, up to, upto, a little under, a little below, slightly
        below, as many as, as much as, as high as, as long as, at most, at the most, maximum of, a
        maximum of, just under, well under, slightly under, under, just below, well below,
        below, within, short of, sub, shy of, just shy of, just short of
    """,
    "approx": """
        about, around, at around, at about, some, roughly, approximately, approx, approx.,
        aproximately, circa, ca., c., nearly, almost, close to, near, nearing, an estimated,
        estimated, estimated at, in the region of, on the order of, of the order of,
        somewhere around, in the neighborhood of, more or less, barely, virtually,
        practically, something like, in the order of, approaching, roughly around, plus or
        minus, averaging, averaged, up toward, presumably, an approximate, the equivalent of
        about
    """,
}
SYMBOL_HEDGES = {
    "~": "approx", "≈": "approx", "∼": "approx", "±": "approx",
    ">": "more", "≥": "more", "<": "less", "≤": "less",
}  # fmt: skip
CJK_HEDGES = {
    "约": "approx", "大约": "approx", "近": "approx", "接近": "approx", "左右": "approx",
    "超": "more", "超过": "more", "逾": "more", "至少": "more", "不少于": "more",
    "不足": "less", "不到": "less", "最多": "less", "至多": "less",
}  # fmt: skip
# After the number: "1,000+", "30 or more", "20 or so"; `_` is a space.
AFTER_HEDGES = {
    "more": """
        +, -plus, _plus, _or_more, _or_above, _or_over, _or_older, _and_over, _and_above,
        _and_older, _or_higher, _minimum, _at_least,
        _at_the_least, _or_longer, _or_later, _or_greater, _and_up, _and_counting, _at_minimum
    """,
    "less": """
        _or_less, _or_fewer, _or_below, _or_under, _and_under, _or_younger, _or_lower,
        _maximum, _at_most, _at_the_most, _tops, _max, _or_earlier, _or_shorter
    """,
    "approx": """
        _or_so, -odd, -ish, _or_thereabouts, _give_or_take, _more_or_less
    """,
}
