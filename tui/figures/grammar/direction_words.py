"""Words of direction; tables only."""

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
    quadrupled firm firmed firms firming expanding accelerates quickens quickened quickening
    widens widening strengthens expands improves rebounds appreciates
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
    shave shaves shaved shaving wipe wipes wiped wiping
    plummeting slumping dipping slipping retreating shedding crashing collapsing shrinking
    contracting weakening narrowing slashing trimming halved halves halving
    slows slowing cools cooled cooling moderates moderated moderating weakens narrows retreats
    depreciates
    """
)
DIRECTION_WORDS = {**dict.fromkeys(UP, "up"), **dict.fromkeys(DOWN, "down")}

# After the number: "a 19% drop", "16 per cent above", "3 percent higher".
AFTER_UP = word_set(
    """
    rise increase gain jump surge climb advance hike growth higher above more increment rally
    boost upturn greater larger bigger uptick up increases gains stronger firmer dearer costlier
    faster
    """
)
AFTER_DOWN = word_set(
    """
    drop decline fall decrease loss reduction cut dip slump plunge slide lower below less
    fewer off fall-off discount decreases contraction downturn smaller down declines reductions
    weaker softer cheaper slower
    """
)
AFTER = {**dict.fromkeys(AFTER_UP, "up"), **dict.fromkeys(AFTER_DOWN, "down")}

# "A decrease in the goods deficit of", "a rise of".
RISES = word_set("rise increase growth jump gain drop fall decline decrease reduction cut")

# Verbs that move what stands after them: "bringing the total from 12 to 15".
PUSHING = word_set(
    """
    bringing brings brought bring taking takes took take pushing pushes pushed push lifting lifts
    lift driving drives drove drive sending sends sent moving moved moves revised revises revising
    changed changing changes shifted shifting upgraded downgraded
    """
)

# "Sales rose 5% reported and 3% organically": the verb is said once.
COUNTED_TWICE = frozenset(
    f" {how} and" for how in ("reported", "as reported", "organically", "nominally", "sequentially")
)

# Words that may be between a word of direction and its number.
FILLERS = word_set(
    """
    by of about around over nearly almost some roughly approximately more than less an a the
    another additional just only further estimated as much many marginally slightly sharply
    fewer under well still even total combined and least average between
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

# What moves: "went up 12 points". After any other verb "up" and "down" belong to it ("broke up 12
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

CJK_DIRECTIONS = {
    **dict.fromkeys(("增长", "上升", "提高", "增加", "上涨", "增幅"), "up"),
    **dict.fromkeys(("下降", "减少", "降低", "下跌", "跌幅"), "down"),
}
