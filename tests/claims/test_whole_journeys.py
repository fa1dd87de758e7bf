"""The length of a whole journey, held against the way through the stops that the text tells."""

import pytest
from marked import MarkedGazetteer, read

from geomap.claims.distance import DistanceChecker
from geomap.claims.wording import Worder
from geomap.records import Route

CHECKER = DistanceChecker(gazetteer=MarkedGazetteer(), worder=Worder())

# Oslo - Stockholm 416 km, Stockholm - Kiruna 953 km, Oslo - Narvik 1,008 km in straight lines.
JOURNEYS = [
    ("Anna Berg left {Oslo} on Sunday and reached {Narvik} on Tuesday after a journey of 1,400 km.", "consistent"),
    ("Anna Berg left {Oslo} on Sunday and reached {Narvik} on Tuesday after a journey of 500 km.", "inconsistent"),
    ("Anna Berg left {Oslo} on Sunday and reached {Narvik} on Tuesday after a 5,000-kilometre trek.", "inconsistent"),
    ("Anna Berg left {Oslo} on 1 June. She reached {Kiruna} on 9 June, completing the 1,500-kilometre walk.",
     "consistent"),
    ("The convoy left {Oslo} on 1 June. It reached {Narvik} on 9 June. It covered 2,500 km in all.", "doubtful"),
    ("The convoy left {Oslo} on 1 June. It reached {Narvik} on 9 June. It covered some 700 km in all.",
     "inconsistent"),
    ("The convoy left {Oslo} on 1 June and drove by {Stockholm} to {Kiruna}. It covered some 900 km in all.",
     "inconsistent"),
    ("Anna Berg set off from {Oslo} on 1 June and rode into {Narvik} on Tuesday after 1,300 km in the saddle.",
     "consistent"),
    ("Anna Berg left {Oslo} on 1 June, flew to {Sydney} and returned to {Oslo} on Tuesday. The trip covered 35,000 km.",
     "consistent"),
    ("Anna Berg left {Oslo} on 1 June, flew to {Sydney} and returned to {Oslo} on Tuesday. The trip covered 9,000 km.",
     "inconsistent"),
    ("The convoy left {Oslo} on 1 June and reached {Narvik} on 9 June. It covered 1,300 km in 8 days, or 160 a day.",
     "consistent"),
    ("Anna Berg left {Oslo} on Sunday and reached {Narvik} on Tuesday after a journey of 930 km.", "doubtful"),
    ("The convoy left {Oslo} on 1 June and reached {Narvik} on 9 June. It drove a total of 500 km.", "inconsistent"),
    ("Anna Berg left {Oslo} on 1 June and reached {Narvik} on 9 June after completing 1,400 km.", "consistent"),
    ("The marchers left {Oslo} on 1 June for {Stockholm}. They gave up in {Halden}, after walking 120 km.",
     "consistent"),
    ("The marchers left {Oslo} on 1 June for {Stockholm}. They gave up in {Halden}, after walking 20 km.",
     "inconsistent"),
    ("The convoy left {Oslo} on 1 June. It reached {Narvik} on 9 June. It covered 5,000 km in all.", "doubtful"),
    ("Anna Berg left {Oslo} on 1 June. She ended her ride stretching over a distance of 1,400 km in {Narvik}.",
     "consistent"),
    ("Anna Berg left {Oslo} on 1 June. Covering 1,400 km on foot, she reached {Narvik} on Tuesday.", "consistent"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outcome"), JOURNEYS, ids=[text[:100] for text, _ in JOURNEYS])
def test_a_length_is_held_against_the_stops(text, outcome):
    verdicts = [CHECKER.judge(claim) for claim in CHECKER.find_claims(read(text))]
    assert [(v.rule, str(v.outcome)) for v in verdicts] == [("distance.whole", outcome)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg left {Oslo} on 1 June and reached {Narvik} on Tuesday. On her best day she rode 212 km in 9 hours.",
        "Anna Berg reached {Narvik} on Tuesday after a journey of 1,400 km.",
        "The marchers left {Oslo} on 1 June. A man died in {Halden} after walking 20 km north of the town.",
        "Anna Berg flew from {Oslo} to {Sydney} in May. She came to the hut on Tuesday after a 900 km trek.",
        "Anna Berg flew from {Oslo} to {Sydney} in May. She reached Mount Holm on Tuesday after a 900 km journey.",
        "Anna Berg left {Oslo} on Sunday and reached {Narvik} on Tuesday, completing 1,400 km-long tasks.",
        "Anna Berg left {Oslo} on Sunday and reached {Narvik} on Tuesday. The last leg of the trip covered 90 km.",
    ],
)
def test_parts_and_journeys_without_ends_are_no_whole(text):
    assert [c for c in CHECKER.find_claims(read(text)) if c.event == "whole"] == []


@pytest.mark.parametrize(
    ("text", "stops"),
    [
        # Stops that are not told in their order are taken by how far they lie on the way.
        (
            "Anna Berg left {Oslo} on 1 June and reached {Kiruna} on 9 June. She rode through {Stockholm} and "
            "{Gothenburg}. The tour covered 1,700 km.",
            ["Oslo", "Gothenburg", "Stockholm", "Kiruna"],
        ),
        (
            "The convoy left {Oslo} on 1 June and reached {Narvik} on 9 June. From {Kiruna} to {Narvik} it took a day. "
            "It drove a total of 1,300 km.",
            ["Oslo", "Narvik"],
        ),
        # What lies ahead is no part of what had been covered.
        (
            "The convoy left {Oslo} on 1 June and reached {Stockholm} on 3 June. It is heading for {Helsinki}. It had "
            "covered 500 km. From {Stockholm} it goes to {Kiruna}.",
            ["Oslo", "Stockholm"],
        ),
        # No point of a river is where it was crossed.
        (
            "Anna Berg left {Oslo} on 1 June, crossed the {Göta} and reached {Kiruna} on 9 June. The tour covered "
            "1,700 km.",
            ["Oslo", "Kiruna"],
        ),
        # Two travellers: the journey is that of whom the sentence tells.
        (
            "Anna Berg left {Bergen} on 20 May and reached {Stockholm} on 25 May. Anna Berg reached {Helsinki} on 28 "
            "May. Per Holm left {Oslo} on 1 June. Per Holm reached {Narvik} on Tuesday after a journey of 1,400 km.",
            ["Oslo", "Narvik"],
        ),
    ],
)
def test_the_stops_of_a_whole_journey(text, stops):
    [claim] = [c for c in CHECKER.find_claims(read(text)) if c.event == "whole"]
    assert [p.place.name for p in (claim.ground, *claim.via, claim.figure)] == stops


class Rails:
    """A network on which every way is one of a known length."""

    sources = ()

    def route(self, stops, *, mode=None, sources=None):
        return Route(mode=mode, stops=tuple(stops), length_km=1450.0, length_source="made", straight_km=1003.0)


@pytest.mark.parametrize(("km", "outcome"), [("1,450", "consistent"), ("1,100", "inconsistent")])
def test_a_known_way_decides_before_the_straight_legs(km, outcome):
    text = f"The train left {{Oslo}} on Sunday and reached {{Narvik}} on Tuesday after a journey of {km} km."
    checker = DistanceChecker(gazetteer=MarkedGazetteer(), network=Rails(), worder=Worder())
    [claim] = [c for c in checker.find_claims(read(text)) if c.event == "whole"]
    verdict = checker.judge(claim)
    assert (str(verdict.outcome), verdict.measured["route_km"]) == (outcome, 1450.0)
