"""The time that finding events, judging and comparing take grows with the text, not with its square."""

import time

import pytest
from marked import MarkedGazetteer, run

from geomap.accounts.destinations import Destinations
from geomap.accounts.journey import NetworkTeller
from geomap.accounts.stops import find_trips
from geomap.accounts.timeline import Timelines
from geomap.accounts.whereabouts import Whereabouts
from geomap.claims.calendar import CalendarChecker
from geomap.claims.route import RouteChecker
from geomap.claims.schedule import ScheduleChecker

GAZETTEER = MarkedGazetteer()
CHECKERS = [kind(GAZETTEER, None) for kind in (RouteChecker, ScheduleChecker, CalendarChecker)]


def letters(number: int) -> str:
    return "".join(chr(97 + number // 26**power % 26) for power in range(4))


TEXTS = {
    "one sentence": lambda n: "Anna Berg left {Oslo} on Sunday and reached {Stockholm} on Monday. ",
    "other people": lambda n: (
        f"Ka{letters(n)} Be{letters(7 * n)} left {{Oslo}} on Sunday and reached {{Narvik}} on Monday. "
    ),
    "other ships": lambda n: f"The ship Be{letters(n)} left {{Oslo}} on Sunday. It called at {{Bergen}}. ",
    "one long sentence": lambda n: "she left {Oslo} on 3 May and went to {Bergen} 12 days later, on 15 May, and ",
}


def spent(text: str) -> float:
    """Seconds of processor time for everything after a text has been read."""
    readings = run(text)
    start = time.process_time()
    verdicts = [c.judge(claim) for reading in readings for c in CHECKERS for claim in c.find_claims(reading)]
    for account in (Whereabouts(), Timelines(None), Destinations()):
        account.compare(readings, verdicts)
    NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts)
    return time.process_time() - start


@pytest.mark.parametrize("kind", TEXTS)
def test_time_grows_with_the_text(kind):
    texts = ["".join(TEXTS[kind](n) for n in range(count)) for count in (100, 200, 400)]
    spent(texts[0])
    once, _, four_times = (min(spent(text) for _ in range(2)) for text in texts)
    assert four_times < 4 * once * 2.5 + 0.05


def test_each_of_many_travellers_has_a_trip():
    readings = run("".join(TEXTS["other people"](n) for n in range(200)) + "Be" + letters(0) + " reached {Bergen}.")
    verdicts = [c.judge(claim) for reading in readings for c in CHECKERS for claim in c.find_claims(reading)]
    trips = find_trips(readings, verdicts)
    assert len(trips) == 200
    assert [len(trip.sightings) for trip in trips[:2]] == [3, 2]
