"""Words that say which way something went, and phrases that loosen a number: tables only."""

from tui.figures.tables import word_set

UP = word_set(
    """
    up rise rises rose risen rising grow grows grew grown growing growth increase increases
    increased increasing gain gains gained gaining climb climbs climbed climbing jump jumps
    jumped jumping surge surges surged surging soar soars soared soaring advance advances
    advanced advancing add adds added adding higher rally rallied rallying swell swelled leap
    leaped leapt spike spiked boost boosted boosting raise raised raises raising hike hiked
    improve improved improvement accelerate accelerated upward upwards expand expanded
    expansion exceed exceeded rebound rebounded appreciate appreciated strengthened inch
    inched uptick widen widened quicken upgrade soaring leaping rallying swelling spiking
    accelerating improving rebounding strengthening widening lifted double
    doubled doubles doubling triple tripled triples tripling
    quadrupled firm firmed firms firming expanding
    """
)
DOWN = word_set(
    """
    down fall falls fell fallen falling drop drops dropped dropping decline declines declined
    declining decrease decreases decreased decreasing lose loses lost losing slip slips
    slipped slide slides slid sliding sink sinks sank sunk plunge plunges plunged plunging
    tumble tumbles tumbled tumbling shrink shrinks shrank shrunk shed sheds lower lowered
    reduce reduces reduced reducing reduction cut cuts cutting slump slumps slumped plummet
    plummeted plummets dip dipped dips ease eased eases easing contract contracted retreat
    retreated weaken weakened crash crashed collapse collapsed narrow narrowed downward
    downwards slash slashed trim trimmed slow slowed depreciate depreciated sagged halve
    plummeting slumping dipping slipping retreating shedding crashing collapsing shrinking
    contracting weakening narrowing slashing trimming halved halves halving
    """
)
DIRECTION_WORDS = {**dict.fromkeys(UP, "up"), **dict.fromkeys(DOWN, "down")}

# Behind the number: "a 19% drop", "16 per cent above", "3 percent higher".
AFTER_UP = word_set(
    """
    rise increase gain jump surge climb advance hike growth higher above more increment rally
    boost upturn greater larger bigger uptick up increases gains
    """
)
AFTER_DOWN = word_set(
    """
    drop decline fall decrease loss reduction cut dip slump plunge slide lower below less
    fewer off fall-off discount decreases contraction downturn smaller down declines reductions
    """
)
AFTER = {**dict.fromkeys(AFTER_UP, "up"), **dict.fromkeys(AFTER_DOWN, "down")}

# Words that may stand between a word of direction and its number.
FILLERS = word_set(
    """
    by of about around over nearly almost some roughly approximately more than less an a the
    another additional just only further estimated as much many marginally slightly sharply
    fewer under well still even total combined and least average
    """
)
# "They raised $25 million": no more than before, unless "by" says so.
NEEDS_BY = word_set(
    "raise raises raised raising boost boosted boosting higher lower expand expanded expanding"
    " expansion collapse collapsed collapsing crash crashed crashing"
)
# "cracked down", "gave up": no direction.
PHRASAL = {
    "down": word_set(
        """
    crack cracked cracking cracks break broke broken breaking shut take took taken taking hand
    handed boil boils boiled boiling turn turned gun gunned shoot shot track tracked lay laid
    knock broke
    """
    ),
    "off": word_set(
        """
    pay pays paid paying lay lays laid laying take takes took sell sells sold selling write wrote
    written call called put cut tear tore fight fought start started
    """
    ),
    "up": word_set(
        """
    set take took taken taking gave give gives given giving make makes made making come comes
    came turn turned end ended ends pick picked open opened wake woke blow blew hand rack
    racked split hold held catch caught team teamed clean cleaned show showed sum summed line
    lined scoop scooped scooping snap snapped snapping soak soaked mop mopped eat ate use used using
    buy bought buying
    """
    ),
}

# What moves: "went up 12 points". Behind any other verb "up" and "down" belong to it ("broke up 12
# gangs", "rounded up 380 men") unless a percentage follows.
MOVING = word_set(
    """
    go goes went gone going move moves moved moving edge edged edges tick ticked ticks inch inched
    creep crept push pushed drift drifted head headed swing swung drive drove driven bid is are was
    were be been being am trade traded trades trading close closed closes closing finish finished
    open opened jump jumped climb climbed come came slip slipped step stepped shoot bring brought
    rise rose fall fell stay stayed remain remained send sent be stand stood do did has have had
    revise revised adjust adjusted mark marked scale scaled ramp ramped pull pulled nudge nudged
    """
)

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
        below, as many as, as much as, as high as, at most, at the most, maximum of, a
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
CJK_DIRECTIONS = {
    **dict.fromkeys(("增长", "上升", "提高", "增加", "上涨", "增幅"), "up"),
    **dict.fromkeys(("下降", "减少", "降低", "下跌", "跌幅"), "down"),
}
CJK_HEDGES = {
    "约": "approx", "大约": "approx", "近": "approx", "接近": "approx", "左右": "approx",
    "超": "more", "超过": "more", "逾": "more", "至少": "more", "不少于": "more",
    "不足": "less", "不到": "less", "最多": "less", "至多": "less",
}  # fmt: skip
# Behind the number: "1,000+", "30 or more", "20 or so"; `_` is a space.
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
