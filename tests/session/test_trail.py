from tui.session.trail import LENGTH, Place, Trail


def test_back_and_forward_retrace_every_jump():
    trail = Trail()
    places = [Place("a", 0), Place("a", 50), Place("b", 7)]
    for place in places[:-1]:
        trail.leave(place)
    here = places[-1]
    seen = [here]
    while place := trail.back(here):
        here = place
        seen.append(here)
    assert seen == places[::-1]
    while place := trail.forward(here):
        here = place
    assert here == places[-1]


def test_a_jump_clears_the_places_ahead():
    trail = Trail()
    trail.leave(Place("a", 0))
    assert trail.back(Place("b", 0)) == Place("a", 0)
    trail.leave(Place("a", 0))
    assert trail.forward(Place("c", 0)) is None


def test_the_current_place_is_skipped():
    trail = Trail()
    trail.leave(Place("a", 0))
    trail.leave(Place("b", 0))
    assert trail.back(Place("b", 0)) == Place("a", 0)


def test_the_number_of_places_is_limited():
    trail = Trail()
    for offset in range(LENGTH + 10):
        trail.leave(Place("a", offset))
    here, steps = Place("z", 0), 0
    while place := trail.back(here):
        here, steps = place, steps + 1
    assert steps == LENGTH
