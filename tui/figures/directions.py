"""Words that say which way something went, and phrases that loosen a number: tables only."""

from tui.figures.vocabulary import word_set

UP = word_set(
    """
    up rise rises rose risen rising grow grows grew grown growing growth increase increases
    increased increasing gain gains gained gaining climb climbs climbed climbing jump jumps
    jumped jumping surge surges surged surging soar soars soared soaring advance advances
    advanced advancing add adds added adding higher rally rallied rallying swell swelled leap
    leaped leapt spike spiked boost boosted boosting raise raised raises raising hike hiked
    improve improved improvement accelerate accelerated upward upwards expand expanded
    expansion exceed exceeded rebound rebounded appreciate appreciated strengthened inch
    inched uptick widen widened quicken upgrade
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
    """
)
DIRECTION_WORDS = {**dict.fromkeys(UP, "up"), **dict.fromkeys(DOWN, "down")}

# Behind the number: "a 19% drop", "16 per cent above", "3 percent higher".
AFTER_UP = word_set(
    """
    rise increase gain jump surge climb advance hike growth higher above more increment rally
    boost upturn
    """
)
AFTER_DOWN = word_set(
    """
    drop decline fall decrease loss reduction cut dip slump plunge slide lower below less
    fewer off fall-off discount decreases contraction downturn
    """
)
AFTER = {**dict.fromkeys(AFTER_UP, "up"), **dict.fromkeys(AFTER_DOWN, "down")}

# Words that may stand between a word of direction and its number.
FILLERS = word_set(
    """
    by of about around over nearly almost some roughly approximately more than at least less
    an a the another additional just only further estimated as much many up to marginally
    slightly sharply another more fewer under well still even total combined and
    """
)
# "cracked down", "gave up": no direction.
PHRASAL = {
    "down": word_set(
        """
    crack cracked cracking cracks break broke broken breaking shut take took taken taking hand
    handed boil boils boiled boiling turn turned gun gunned shoot shot track tracked lay laid
    knock
    """
    ),
    "up": word_set(
        """
    set take took taken taking gave give gives given giving make makes made making come comes
    came turn turned end ended ends pick picked open opened wake woke blow blew hand rack
    racked split hold held catch caught team teamed clean cleaned show showed sum summed line
    lined
    """
    ),
}

# The last word before the number -> the phrases it may end, the longest first, with their class.
HEDGES: tuple[tuple[str, str], ...] = (
    ("more than", "more"), ("no fewer than", "more"), ("no less than", "more"), ("not less than", "more"),
    ("not fewer than", "more"), ("at least", "more"), ("at the least", "more"), ("upwards of", "more"),
    ("upward of", "more"), ("in excess of", "more"), ("north of", "more"), ("greater than", "more"),
    ("higher than", "more"), ("larger than", "more"), ("longer than", "more"), ("older than", "more"),
    ("better than", "more"), ("just over", "more"), ("well over", "more"), ("a little over", "more"),
    ("slightly over", "more"), ("well above", "more"), ("just above", "more"), ("over", "more"),
    ("above", "more"), ("exceeding", "more"), ("exceeds", "more"), ("exceeded", "more"), ("exceed", "more"),
    ("surpassing", "more"), ("topping", "more"), ("minimum of", "more"), ("beyond", "more"), ("past", "more"),
    ("less than", "less"), ("fewer than", "less"), ("lower than", "less"), ("smaller than", "less"),
    ("younger than", "less"), ("shorter than", "less"), ("no more than", "less"), ("not more than", "less"),
    ("no greater than", "less"), ("no longer than", "less"), ("no higher than", "less"),
    ("not exceeding", "less"), ("up to", "less"), ("as many as", "less"), ("as much as", "less"),
    ("as high as", "less"), ("as few as", "more"), ("as little as", "more"), ("as low as", "more"),
    ("at most", "less"), ("at the most", "less"), ("maximum of", "less"), ("a maximum of", "less"),
    ("just under", "less"), ("well under", "less"), ("slightly under", "less"), ("under", "less"),
    ("just below", "less"), ("well below", "less"), ("below", "less"), ("within", "less"),
    ("short of", "less"), ("sub", "less"), ("shy of", "less"), ("just shy of", "less"),
    ("just short of", "less"),
    ("about", "approx"), ("around", "approx"), ("at around", "approx"), ("at about", "approx"),
    ("some", "approx"), ("roughly", "approx"), ("approximately", "approx"), ("approx", "approx"),
    ("approx.", "approx"), ("aproximately", "approx"), ("circa", "approx"), ("ca.", "approx"), ("c.", "approx"),
    ("nearly", "approx"), ("almost", "approx"), ("close to", "approx"), ("near", "approx"),
    ("nearing", "approx"), ("an estimated", "approx"), ("estimated", "approx"), ("estimated at", "approx"),
    ("in the region of", "approx"), ("on the order of", "approx"), ("of the order of", "approx"),
    ("somewhere around", "approx"), ("in the neighborhood of", "approx"), ("more or less", "approx"),
    ("barely", "approx"), ("virtually", "approx"), ("practically", "approx"), ("approaching", "approx"),
    ("roughly around", "approx"), ("plus or minus", "approx"), ("averaging", "approx"),
    ("averaged", "approx"), ("an average of", "approx"), ("average of", "approx"), ("on average", "approx"),
    ("up toward", "approx"), ("presumably", "approx"), ("an approximate", "approx"), ("the equivalent of about", "approx"),
)  # fmt: skip
SYMBOL_HEDGES = {
    "~": "approx", "≈": "approx", "∼": "approx", "±": "approx", ">": "more", "≥": "more", "<": "less", "≤": "less",
}  # fmt: skip
# Behind the number: "1,000+", "30 or more", "20 or so".
AFTER_HEDGES: tuple[tuple[str, str], ...] = (
    ("+", "more"), ("-plus", "more"), (" plus", "more"), (" or more", "more"), (" or above", "more"),
    (" or over", "more"), (" or older", "more"), (" and over", "more"), (" and above", "more"),
    (" and older", "more"), (" or higher", "more"), (" or less", "less"), (" or fewer", "less"),
    (" or below", "less"), (" or under", "less"), (" and under", "less"), (" or younger", "less"),
    (" or lower", "less"), (" or so", "approx"), ("-odd", "approx"), ("-ish", "approx"), (" maximum", "less"),
    (" minimum", "more"), (" at most", "less"), (" at least", "more"),
)  # fmt: skip
