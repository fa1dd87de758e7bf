"""Journeys as whole stories tell them: who is meant, which stops were made, in what order, by what means."""

import itertools
from dataclasses import replace

import pytest
from marked import PLACES, MarkedGazetteer, run

from geomap.accounts.agreement import Agreements
from geomap.accounts.chains import Chains
from geomap.accounts.journey import NetworkTeller
from geomap.claims.route import RouteChecker
from geomap.claims.schedule import ScheduleChecker
from geomap.geodesy import distance_km
from geomap.quantities import find_quantities
from geomap.records import Claim, ClaimKind, Outcome, Participant, Route, Verdict

GAZETTEER = MarkedGazetteer()
CHECKERS = [kind(GAZETTEER, None) for kind in (RouteChecker, ScheduleChecker)]


class Rails:
    """A railway that connects every pair of places."""

    def route(self, stops, *, mode="rail"):
        if mode != "rail":
            return None
        km = sum(distance_km(a.at, b.at) for a, b in itertools.pairwise(stops))
        line = tuple(stop.at for stop in stops)
        return Route(
            mode="rail",
            stops=tuple(stops),
            length_km=km,
            length_source="rails",
            straight_km=km,
            stations=tuple((stop.name, stop.at, 0.0) for stop in stops),
            geometry=(line,),
        )


def journeys_of(text, network=None, **options):
    readings = run(text, **options)
    verdicts = [c.judge(claim) for reading in readings for c in CHECKERS for claim in c.find_claims(reading)]
    return NetworkTeller(GAZETTEER, network).find_journeys(readings, verdicts)


def told(text, **options):
    """Each journey as its traveller and stops."""
    return {j.subject: [f"{s.role} {s.place.name}" for s in j.stops] for j in journeys_of(text, **options)}


STORIES = [
    # The pluperfect, and one who is called by an office or an age.
    (
        "Anna Berg took the bus. The {~Norwegian} leader had set off from {Oslo} on Sunday. She reached {Narvik} on "
        "Tuesday.",
        {"Anna Berg": ["from Oslo", "to Narvik"]},
    ),
    (
        "Pope Karl returned to {Oslo} on Tuesday. The 80-year-old pontiff had left {Bergen} on Sunday.",
        {"Karl": ["from Bergen", "to Oslo"]},
    ),
    # One who is named after the first sentence.
    (
        "A nurse has walked from {Oslo} to {Narvik} for charity. Anna Berg, 29, reached {Kiruna} on Tuesday.",
        {"Anna Berg": ["from Oslo", "via Kiruna", "to Narvik"]},
    ),
    (
        "Two sisters rode into {Narvik} on Tuesday. Jane and Olivia Berg had left {Oslo} on 13 May. The sisters passed "
        "{Kiruna} on Sunday.",
        {"Olivia Berg": ["from Oslo", "via Kiruna", "to Narvik"]},
    ),
    # Who speaks of "we".
    (
        'A storm hit {Helsinki} on Sunday. "We walked from {Oslo} to {Halden} on foot," said Anna Berg, who reached '
        "{Gothenburg} on Tuesday.",
        {"Anna Berg": ["from Oslo", "via Halden", "to Gothenburg"]},
    ),
    # Told in order, far and near: what has no day stands where the text tells of it.
    (
        "Anna Berg left {Oslo} on 1 March. She walked to {Helsinki} on foot and rested at {Narvik}. She reached "
        "{Stockholm} on 9 April, and walked on through {Kiruna}. She came on foot to {Gothenburg} on 6 June.",
        {"Anna Berg": ["from Oslo", "via Helsinki", "via Narvik", "via Stockholm", "via Kiruna", "to Gothenburg"]},
    ),
    # Going on, and on.
    (
        "Anna Berg left {Oslo} on Sunday. She flew to {Stockholm} and travelled on to {Helsinki}.",
        {"Anna Berg": ["from Oslo", "via Stockholm", "to Helsinki"]},
    ),
    (
        "Anna Berg set out from {Oslo} on Sunday and drove by way of {Stockholm} to {Kiruna}.",
        {"Anna Berg": ["from Oslo", "via Stockholm", "to Kiruna"]},
    ),
    (
        "Anna Berg left {Oslo} on Sunday. Her route led through {Gothenburg} and {Stockholm} to {Kiruna}.",
        {"Anna Berg": ["from Oslo", "via Gothenburg", "via Stockholm", "to Kiruna"]},
    ),
    (
        "Anna Berg left {Oslo} on Sunday and rode through {Halden}, 100 km south of {Oslo}, {Gothenburg} and "
        "{Stockholm}.",
        {"Anna Berg": ["from Oslo", "via Halden", "via Gothenburg", "to Stockholm"]},
    ),
    # A relative clause says that the traveller got there, and which of two places is meant.
    (
        "The convoy left {Oslo} on Sunday. It headed north to {Narvik}, 1,400 km away, which it reached on Tuesday.",
        {"the convoy": ["from Oslo", "to Narvik"]},
    ),
    (
        "Anna Berg left {Oslo} on Sunday. The last stop was {Kiruna}, 150 km east of {Narvik}, where she arrived on "
        "Tuesday.",
        {"Anna Berg": ["from Oslo", "to Kiruna"]},
    ),
    # Carried, brought and boarded: the passengers travel.
    (
        "Anna Berg left {Oslo} on Sunday. A helicopter took her to {Bergen} on Monday.",
        {"Anna Berg": ["from Oslo", "to Bergen"]},
    ),
    (
        "Two engineers were freed near {Halden} on Sunday. They boarded a plane which landed in {Oslo} on Monday.",
        {"the engineers": ["via Halden", "to Oslo"]},
    ),
    (
        "Anna Berg had flown from {Oslo} to {Stockholm} on Sunday and on to {Helsinki} the same evening.",
        {"Anna Berg": ["from Oslo", "via Stockholm", "to Helsinki"]},
    ),
    (
        "A group of 20 blind pilgrims reached {Narvik} on Tuesday. The pilgrims had left {Oslo} on 12 May, crossed "
        "into {Sweden} and passed through {Gothenburg}, {Stockholm} and {Kiruna}.",
        {"the pilgrims": ["from Oslo", "via Gothenburg", "via Stockholm", "via Kiruna", "to Narvik"]},
    ),
    (
        "The ferry left {Bergen} on Tuesday and was due in {Oslo} on Friday.",
        {"the ferry": ["from Bergen", "planned Oslo"]},
    ),
    (
        "Anna Berg left {Oslo} on Sunday. She took a night train to {Stockholm} and visited {Kiruna}.",
        {"Anna Berg": ["from Oslo", "via Stockholm", "to Kiruna"]},
    ),
    # A walk of months, by the one departure that is told.
    (
        "Anna Berg walked into {Narvik} on Tuesday. She had left {Oslo} on 1 February and followed the road to "
        "{Bergen} before turning north to {Kiruna}.",
        {"Anna Berg": ["from Oslo", "via Bergen", "via Kiruna", "to Narvik"]},
    ),
    # On the way is not there.
    (
        "The tanker left {Oslo} on Sunday and passed {Gothenburg} on Monday and {Halden} two days later. On "
        "Thursday it was steaming towards {Bergen}.",
        {"the tanker": ["from Oslo", "via Gothenburg", "to Halden", "planned Bergen"]},
    ),
    # Each place has its own day.
    (
        "The train left {Oslo} on Sunday. It stopped for a while in {Gothenburg} and on Tuesday in {Stockholm}. "
        "It reached {Kiruna} on Wednesday.",
        {"the train": ["from Oslo", "via Gothenburg", "via Stockholm", "to Kiruna"]},
    ),
    # Leaders of two countries are two.
    (
        "The {~Swedish} king left {Oslo} on Sunday. Carl Lund reached {Halden} on Monday. The {~Finnish} president "
        "landed in {Helsinki} on Monday.",
        {},
    ),
    # A visit that was called off.
    (
        "Anna Berg left {Oslo} on Sunday and reached {Stockholm} on Monday. A visit to {Helsinki}, which had been "
        "planned for Tuesday, was called off.",
        {"Anna Berg": ["from Oslo", "to Stockholm", "not_reached Helsinki"]},
    ),
    # A namesake on another continent is no stop of a train.
    (
        "The train left {Sydney} on Sunday. It stopped in {Oslo} and {Halden} and reached {Gothenburg} on Monday.",
        {"the train": ["via Oslo", "via Halden", "to Gothenburg"]},
    ),
    # Others are not mixed in.
    (
        "Anna Berg left {Oslo} by lorry on Sunday and reached {Halden} on Monday. Some drivers were sent back: they "
        "went by {Stockholm} to {Kiruna}.",
        {"Anna Berg": ["from Oslo", "to Halden"], "the drivers": ["via Stockholm", "to Kiruna"]},
    ),
    # A plan that was dropped, and the way that was taken.
    (
        "Anna Berg reached {Stockholm} on Sunday. From {Stockholm} she had planned to go to {Helsinki} but changed her "
        "mind and turned north for {Kiruna}.",
        {"Anna Berg": ["from Stockholm", "to Kiruna", "not_reached Helsinki"]},
    ),
    # How a train goes as a rule is no proof that it got there.
    (
        "The train left {Oslo} on Sunday and derailed near {Gothenburg} on Monday. It runs via {Halden} to {Helsinki}.",
        {"the train": ["from Oslo", "via Halden", "to Gothenburg", "planned Helsinki"]},
    ),
    # "Tuesday" may be later than "Tuesday morning"; the nearer stop comes first.
    (
        "Anna Berg arrived in {Kiruna} on Tuesday. She had left {Oslo} on Sunday afternoon and reached {Stockholm} on "
        "Tuesday morning.",
        {"Anna Berg": ["from Oslo", "via Stockholm", "to Kiruna"]},
    ),
    # What hangs on a mere possibility is no stop.
    (
        "Anna Berg left {Oslo} on Sunday and arrived in {Kiruna} on Tuesday. It was said that she might go by bus, "
        "passing through {Stockholm}.",
        {"Anna Berg": ["from Oslo", "to Kiruna"]},
    ),
    # Two leaders of one family name; the former one is not "the leader".
    (
        "Kim Berg, the leader of the party, left {Oslo} on Sunday and arrived in {Narvik} on Tuesday. In 2008 former "
        "leader Kim Holm had spoken there.",
        {"Kim Berg": ["from Oslo", "to Narvik"]},
    ),
    # An afternoon is too short for the whole way; the arrival is told elsewhere.
    (
        "On Sunday afternoon Anna Berg went from {Oslo} to {Sydney} by ship. She reached {Lima} on Monday.",
        {"Anna Berg": ["from Oslo", "via Lima", "to Sydney"]},
    ),
    # A trip of weeks ago is no part of this one; what a clause tells with its start follows that start.
    (
        "Anna Berg left {Oslo} on Friday. On Sunday she left {Stockholm} and arrived in {Helsinki}, and on Monday she "
        "reached {Kiruna}. The visit came weeks after her trip to {Lima}.",
        {"Anna Berg": ["from Oslo", "via Stockholm", "via Helsinki", "to Kiruna"]},
    ),
    # Storms come by verbs that say other things of others.
    (
        "Hurricane Beryl struck {Bergen} on Sunday. It made landfall near {Narvik} on Tuesday.",
        {"the hurricane": ["via Bergen", "to Narvik"]},
    ),
    ("Anna Berg left {Oslo} on Sunday. She struck {Sydney} off her list.", {}),
]


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text[:60] for text, _ in STORIES])
def test_the_stops_of_a_story(text, expected):
    assert told(text) == expected


def test_each_leg_is_drawn_by_its_own_means():
    text = "Anna Berg left {Oslo} by train on Sunday and reached {Stockholm} on Monday. She was driven to {Kiruna}."
    [journey] = journeys_of(text, network=Rails())
    assert journey.mode == "rail"
    assert journey.length_source == "rails; straight line"
    way = distance_km(PLACES["Oslo"].at, PLACES["Stockholm"].at) + distance_km(
        PLACES["Stockholm"].at, PLACES["Kiruna"].at
    )
    assert journey.length_km == pytest.approx(way, abs=0.2)


def stated(text, a, b, **fields):
    [amount] = find_quantities(text)
    ends = [Participant(place=PLACES[name], text=name, start=0, end=1) for name in (a, b)]
    claim = Claim(
        document="d0",
        start=0,
        end=len(text),
        quote=text,
        kind=ClaimKind.DISTANCE,
        id=text,
        figure=ends[0],
        ground=ends[1],
        stated=amount,
        **fields,
    )
    return Verdict(claim=claim, outcome=Outcome.CONSISTENT, rule="test", why="test")


@pytest.mark.parametrize(
    ("straight", "by_road", "outcome"),
    [("400 km", "520 km", Outcome.CONSISTENT), ("520 km", "400 km", Outcome.DOUBTFUL)],
)
def test_a_way_may_be_longer_than_the_line_but_not_shorter(straight, by_road, outcome):
    verdicts = [stated(straight, "Stockholm", "Oslo"), stated(by_road, "Stockholm", "Oslo", mode="road")]
    assert [c.outcome for c in Agreements().compare([], verdicts)] == [outcome]


def test_how_far_a_border_is_holds_no_way_as_its_part():
    verdicts = [stated("30 km", "Kiruna", "Swedish border"), stated("280 km", "Kiruna", "Narvik")]
    assert Chains(None).compare([], verdicts) == []


def test_the_way_not_taken_begins_where_the_ship_turned_back():
    text = (
        "The ship left {Oslo} on 1 June and called at {Bergen} on 3 June. It was bound for {Sydney} but was ordered to "
        "turn back on 4 June. It reached {Narvik} on 8 June."
    )
    [journey] = journeys_of(text)
    assert [f"{s.role} {s.place.name}" for s in journey.stops] == [
        "from Oslo",
        "via Bergen",
        "to Narvik",
        "not_reached Sydney",
    ]
    assert journey.planned[0][0].lat_deg == pytest.approx(PLACES["Bergen"].at.lat_deg)


def whole(text, a, b, document):
    verdict = stated(text, b, a, event="whole")
    return replace(verdict, claim=replace(verdict.claim, document=document, id=document))


def test_two_texts_tell_one_journey_of_two_lengths():
    verdicts = [whole("4,500 km", "Oslo", "Narvik", "d0"), whole("3,800 km", "Oslo", "Narvik", "d1")]
    assert [c.outcome for c in Agreements().compare([], verdicts)] == [Outcome.INCONSISTENT]
    assert Chains(None).compare([], verdicts) == []
    verdicts[1] = whole("3,800 km", "Oslo", "Stockholm", "d1")
    assert Agreements().compare([], verdicts) == []


def test_the_boats_of_two_texts_that_share_no_place_are_two():
    readings = run(
        "The boat left {Oslo} on Sunday and reached {Bergen} on Monday.",
        "The boat left {Helsinki} on Sunday and reached {Stockholm} on Monday.",
    )
    verdicts = [c.judge(claim) for reading in readings for c in CHECKERS for claim in c.find_claims(reading)]
    journeys = NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts)
    assert [[s.place.name for s in j.stops] for j in journeys] == [["Oslo", "Bergen"], ["Helsinki", "Stockholm"]]


SEVERAL = [
    # What one text calls a convoy, a ship, a caravan, another calls lorries, by name, migrants.
    (
        "Lorries left {Oslo} on 1 June and reached {Halden}.",
        "The convoy left {Oslo} on 2 June and reached {Gothenburg}.",
        ["from Oslo", "via Halden", "to Gothenburg"],
    ),
    (
        "The migrants left {Oslo} on 1 June. They reached {Halden}.",
        "The caravan left {Oslo} on 1 June. It reached {Gothenburg}.",
        ["from Oslo", "via Halden", "to Gothenburg"],
    ),
    (
        "The Blue Star left {Oslo} on 1 June. It reached {Halden}.",
        "The ship left {Oslo} on 1 June. It reached {Gothenburg}.",
        ["from Oslo", "via Halden", "to Gothenburg"],
    ),
    # Days apart, they are others; so are a train and a ship.
    (
        "The convoy left {Oslo} on 1 June and reached {Halden}.",
        "The lorries left {Oslo} on 9 June and reached {Gothenburg}.",
        ["from Oslo", "to Halden"],
    ),
    (
        "The train left {Oslo} on 1 June and reached {Halden}.",
        "The ship left {Oslo} on 1 June and reached {Gothenburg}.",
        ["from Oslo", "to Halden"],
    ),
]


@pytest.mark.parametrize(("one", "other", "stops"), SEVERAL, ids=[f"{a} {b}" for a, b, _ in SEVERAL])
def test_several_texts_tell_of_one_traveller_by_other_words(one, other, stops):
    readings = run(one, other)
    verdicts = [c.judge(claim) for reading in readings for c in CHECKERS for claim in c.find_claims(reading)]
    journeys = NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts)
    assert [f"{s.role} {s.place.name}" for s in journeys[0].stops] == stops
