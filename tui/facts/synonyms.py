"""Maps words to keys: inflections and synonyms share a key."""

from __future__ import annotations

from functools import lru_cache

from tui.text import stem

#: Synonyms in news, one set a line. Only words that seldom mean anything else in a sentence with a
#: figure; no free word list says which those are. A word after "=" is matched as written, without
#: its inflections.
_SYNONYMS = """
    fall falls fell fallen falling drop dropped decrease decreased decline reduced reduction down
        fewer lower shrank shrunk slump dip plunge slid
    rise rises rose risen rising increase increased grow grows grew grown growth climb jump surge
        soar up higher rebounded skyrocketed rocketed
    add added adding created gained gain gains
    cut cuts cutting slash slashed trim trimmed shed shedding axe axed layoffs
    solve solved cracked
    dismantled smashed busted
    seized confiscated impounded intercepted netted
    hired recruited
    fired sacked dismissed
    won win wins secured
    bought buy buys acquired acquire purchased purchase acquisition takeover
    sold sells sale sales
    costs cost price priced
    paid pay pays payment payments
    profit profits earnings income
    revenue revenues turnover takings
    charges charge
    consecutive row straight
    gang gangs group groups ring rings syndicate syndicates
    job jobs post posts position positions employment payroll payrolls
    home homes house houses dwelling dwellings
    building buildings structure structures
    car cars vehicle vehicles
    company companies firm firms business businesses enterprise enterprises
    shop shops store stores
    ship ships boat boats vessel vessels ferry ferries
    aircraft airplane airplanes plane planes
    weapon weapons gun guns firearm firearms
    telecom telecoms telecommunication telecommunications
    fraud fraudulent scam scams swindle
    crypto cryptocurrency cryptocurrencies
    online internet cyber
    covid coronavirus
    votes vote ballots ballot voting voted
    migrants migrant refugees refugee
    staff employee employees worker workers workforce headcount
    overseas abroad
    money funds fund cash
    quake quakes earthquake earthquakes tremor tremors
    magnitude richter
    flood floods flooding deluge
    fire fires wildfire wildfires blaze blazes
    storm storms hurricane hurricanes cyclone typhoon
    blast blasts explosion explosions
    outbreak epidemic pandemic
    users user consumers consumer customers customer clients subscribers
    pupil pupils student students
    settlement settlements settle settled
    tariff tariffs duty duties
    fine fined fines penalty penalties
    debt debts borrowing borrowings
    deficit shortfall
    wages wage salary salaries
    petrol gasoline
    rain rains rainfall precipitation
    crash crashed collision accident accidents
    attack attacks assault assaults
    bomb bombs bombing bombings
    =children =child =kids
    doctors doctor physicians physician
    films film movies movie
    flights flight
    breach breaches hack hacked
    firefighters firefighter
    rebels rebel insurgents insurgent
    protest protests demonstration demonstrations
    protesters protester demonstrators demonstrator
    supporters supporter fans fan
    spectators spectator concertgoers
"""

#: Outcomes, one set a line: what happened to those who are counted. The dead are not the injured;
#: a figure has at most one outcome.
_OUTCOMES = """
    killed kill kills killing dead died die dies dying death deaths deadly toll fatality fatalities
        perish perished =lives bodies corpse corpses drowned slain murdered
    injured injury injuries injuring wounded wounding wounds hurt maimed
    missing unaccounted disappeared vanished untraced
    =rescued =saved survivors survivor survived survive
    arrest arrested arrests arresting detained detention custody apprehended nabbed
    homeless displaced evacuated evacuees evacuate evacuation shelter sheltered sheltering refuge
        fled
    unemployed unemployment jobless
    cases case infected infection infections contracted sickened
    hospitalised hospitalized
    aboard onboard passenger passengers =carrying
    jailed sentenced imprisoned convicted
    =charged indicted
    vaccinated vaccination vaccinations vaccine vaccines doses immunised immunized immunisation
        immunization inoculated
    destroyed demolished incinerated razed gutted flattened
    damaged
    forecast forecasts expected expectations anticipated analysts economists consensus
"""


def _read(table: str) -> dict[str, str]:
    meant: dict[str, str] = {}
    for row in table.replace("\n        ", " ").split("\n"):
        words = [word if word.startswith("=") else stem(word) for word in row.split()]
        for word in words:
            meant.setdefault(word, meant.get(words[0], words[0]))
    return meant


_OUTCOME_WORDS = _read(_OUTCOMES)
_KEYS_OF = _read(_SYNONYMS) | _OUTCOME_WORDS
#: The keys of all outcomes.
OUTCOMES = frozenset(_OUTCOME_WORDS.values())


@lru_cache(maxsize=1 << 16)
def meaning(word: str) -> str:
    """The key that a word shares with its inflections and synonyms.

    >>> meaning("firms") == meaning("company"), meaning("fell") == meaning("Declined")
    (True, True)
    >>> meaning("suspects"), meaning("Norway's")
    ('suspect', 'norwai')
    """
    low = word.lower()
    if low.endswith(("'s", "’s")):
        low = low[:-2]
    found = stem(low)
    return _KEYS_OF.get("=" + low) or _KEYS_OF.get(found, found)
