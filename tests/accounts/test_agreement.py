"""Which of several statements do not match, and that many of them take no square of time."""

import time

from factories import LYON, claim, place, quantity, verdict
from hypothesis import given
from hypothesis import strategies as st

from geomap.accounts.agreement import Agreements, _first_apart
from geomap.records import ClaimKind, Participant

BOUNDS = st.integers(0, 6)
INTERVALS = st.lists(st.tuples(BOUNDS, BOUNDS).map(lambda pair: (float(min(pair)), float(max(pair)))), max_size=7)


@given(INTERVALS, st.booleans())
def test_the_first_two_intervals_apart_are_those_that_comparing_all_pairs_finds(intervals, touching):
    def apart(a, b):
        return a[0] >= b[1] or b[0] >= a[1] if touching else a[0] > b[1] or b[0] > a[1]

    pairs = [(n, m) for n in range(len(intervals)) for m in range(n + 1, len(intervals))]
    expected = next(((n, m) for n, m in pairs if apart(intervals[n], intervals[m])), None)
    assert _first_apart(intervals, touching=touching) == expected


def wreck(number: int, ground, document: str):
    stated = quantity(value=float(number), low=float(number), high=float(number), unit="km")
    told = claim(
        id=f"c{document}{number}",
        document=document,
        kind=ClaimKind.DISTANCE,
        figure=Participant(place=None, text="the wreck", role="figure"),
        ground=Participant(place=ground, text=ground.name, role="ground"),
        stated=stated,
        direction=None,
        mode=None,
    )
    return verdict(claim=told)


def test_two_texts_that_put_one_wreck_at_different_distances_do_not_match():
    found = Agreements().compare([], [wreck(10, LYON, "a"), wreck(40, LYON, "b")])
    assert [(c.rule, str(c.outcome)) for c in found] == [("agreement.position", "inconsistent")]


def test_positions_take_time_in_proportion_to_their_number():
    def spent(count: int) -> float:
        grounds = [place(f"Town {n}", 45.0, n * 0.1, id=f"town-{n}") for n in range(count)]
        verdicts = [wreck(n, ground, "a") for n, ground in enumerate(grounds)]
        start = time.process_time()
        assert not Agreements().compare([], verdicts)
        return time.process_time() - start

    once, four_times = (min(spent(count) for _ in range(2)) for count in (500, 2000))
    assert four_times < 4 * once * 2.5 + 0.05
