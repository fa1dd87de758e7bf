"""What several statements say together, over marked sentences and a railway of five stations."""

import itertools
import re
from dataclasses import replace

import pytest
from marked import PLACES, MarkedGazetteer, run

from geomap.accounts.agreement import Agreements
from geomap.accounts.chains import Chains
from geomap.accounts.copies import WireCopies
from geomap.accounts.destinations import Destinations
from geomap.accounts.journey import NetworkTeller
from geomap.accounts.timeline import Timelines
from geomap.accounts.whereabouts import Whereabouts
from geomap.claims.calendar import CalendarChecker
from geomap.claims.containment import ContainmentChecker
from geomap.claims.route import RouteChecker
from geomap.claims.schedule import ScheduleChecker
from geomap.geodesy import distance_km
from geomap.quantities import find_quantities
from geomap.records import Claim, ClaimKind, Outcome, Participant, Route, StopRole, Verdict

LINE = ("Oslo", "Halden", "Strömstad", "Gothenburg", "Stockholm")


class Railway:
    """One line through five towns, each leg a fifth longer than straight."""

    def route(self, stops, *, mode="rail"):
        if mode != "rail" or any(stop.name not in LINE for stop in stops):
            return None
        first, last = LINE.index(stops[0].name), LINE.index(stops[-1].name)
        names = LINE[first : last + 1] if first <= last else LINE[last : first + 1][::-1]
        towns = [PLACES[name] for name in names]
        km, stations = 0.0, [(towns[0].name, towns[0].at, 0.0)]
        for a, b in itertools.pairwise(towns):
            km += 1.2 * distance_km(a.at, b.at)
            stations.append((b.name, b.at, km))
        borders = tuple(
            f"{a.name} ({a.country}) - {b.name} ({b.country})"
            for a, b in itertools.pairwise(towns)
            if a.country != b.country
        )
        return Route(
            mode="rail",
            stops=tuple(stops),
            length_km=km,
            length_source="test line",
            straight_km=km / 1.2,
            stations=tuple(stations),
            borders=borders,
            geometry=(tuple(at for _, at, _ in stations),),
        )

    def estimate(self, start, end, *, mode):
        raise NotImplementedError

    def alternatives(self, start, end, *, mode="rail", limit=3):
        return []


GAZETTEER, RAILWAY = MarkedGazetteer(), Railway()
CHECKERS = [kind(GAZETTEER, RAILWAY) for kind in (ContainmentChecker, RouteChecker, ScheduleChecker, CalendarChecker)]


def verdicts_of(readings):
    found = [c.judge(claim) for reading in readings for c in CHECKERS for claim in c.find_claims(reading)]
    return [replace(v, claim=replace(v.claim, id=f"c{n}")) for n, v in enumerate(found)]


def compare(account, *texts):
    readings = run(*texts)
    return [(c.kind, str(c.outcome)) for c in account.compare(readings, verdicts_of(readings))]


def stated(kind, text, a, b, *, document="d0", **fields):
    """A verdict on a measure between two marked places."""
    [amount] = find_quantities(text)
    people = [Participant(place=PLACES[name], text=name) for name in (a, b)]
    claim = Claim(
        document=document,
        start=0,
        end=len(text),
        quote=text,
        kind=kind,
        id=f"{document}-{text}",
        figure=people[0],
        ground=people[1],
        stated=amount,
        **fields,
    )
    return Verdict(claim=claim, outcome=Outcome.CONSISTENT, rule="test", why="test")


def test_a_journey_is_told_in_order_with_its_border_and_its_unreached_end():
    texts = (
        "Anna Berg left {Oslo} by train on Sunday and reached {Gothenburg} on Monday morning.",
        "Anna Berg's train, bound for {Stockholm}, was diverted to {Gothenburg}.",
    )
    readings = run(*texts)
    [journey] = NetworkTeller(GAZETTEER, RAILWAY).find_journeys(readings, verdicts_of(readings))
    assert [(str(s.role), s.place.name) for s in journey.stops] == [
        ("from", "Oslo"),
        ("passed", "Halden"),
        ("passed", "Strömstad"),
        ("to", "Gothenburg"),
        ("not_reached", "Stockholm"),
    ]
    assert journey.mode == "rail"
    assert journey.document is None
    assert journey.length_source == "test line"
    assert journey.planned


def test_stops_without_a_time_stand_where_the_railway_puts_them():
    texts = (
        "Anna Berg left {Oslo} by train on Sunday and reached {Stockholm} on Tuesday.",
        "Anna Berg was greeted with flowers on her train at {Gothenburg}.",
    )
    readings = run(*texts)
    [journey] = NetworkTeller(GAZETTEER, RAILWAY).find_journeys(readings, verdicts_of(readings))
    named = [s.place.name for s in journey.stops if s.role is not StopRole.PASSED]
    assert named == ["Oslo", "Gothenburg", "Stockholm"]


def test_an_earlier_journey_is_another_one():
    readings = run(
        "Anna Berg left {Oslo} on Sunday and arrived in {Stockholm} on Monday. She had arrived in {Sydney} in April "
        "2017."
    )
    [journey] = NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts_of(readings))
    assert [s.place.name for s in journey.stops] == ["Oslo", "Stockholm"]


def test_travellers_are_kept_apart():
    readings = run(
        "Anna Berg left {Oslo} on Sunday and arrived in {Stockholm} on Monday. "
        "Per Holm left {Bergen} on Sunday and arrived in {Helsinki} on Monday."
    )
    journeys = NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts_of(readings))
    assert sorted((j.subject, *(s.place.name for s in j.stops)) for j in journeys) == [
        ("Anna Berg", "Oslo", "Stockholm"),
        ("Per Holm", "Bergen", "Helsinki"),
    ]


def roles(*texts, railway=None):
    readings = run(*texts)
    journeys = NetworkTeller(GAZETTEER, railway).find_journeys(readings, verdicts_of(readings))
    return {j.subject: [(str(s.role), s.place.name) for s in j.stops] for j in journeys}


def test_a_return_trip_comes_back_to_where_it_began():
    told = roles(
        "Anna Berg left {Oslo} on Sunday and arrived in {Stockholm} on Monday. "
        "She left {Stockholm} on Wednesday morning and was back in {Norway} soon. She arrived in {Oslo} on Thursday."
    )
    assert told == {"Anna Berg": [("from", "Oslo"), ("via", "Stockholm"), ("to", "Oslo")]}


def test_a_journey_begins_where_it_was_only_left():
    told = roles(
        "Anna Berg arrived in {Stockholm} on Monday. She had left {Oslo} on Sunday. She left {Stockholm} on Tuesday."
    )
    assert told == {"Anna Berg": [("from", "Oslo"), ("to", "Stockholm")]}


def test_two_carriers_of_one_story_are_two_journeys():
    told = roles(
        "A passenger jet took off from {Oslo} on Monday and landed in {Bergen} on Monday evening. "
        "A cargo plane flying from {Stockholm} to {Helsinki} on Tuesday landed as well."
    )
    assert told == {
        "the jet": [("from", "Oslo"), ("to", "Bergen")],
        "the other plane": [("from", "Stockholm"), ("to", "Helsinki")],
    }


def test_a_halt_without_a_time_is_a_stop():
    told = roles(
        "Anna Berg left {Oslo} by train on Sunday. Her train stopped briefly in {Gothenburg}. "
        "She reached {Stockholm} on Monday."
    )
    assert told == {"Anna Berg": [("from", "Oslo"), ("via", "Gothenburg"), ("to", "Stockholm")]}


def test_stops_of_one_sentence_stand_as_they_are_told():
    told = roles(
        "Anna Berg left {Oslo} on Sunday and reached {Stockholm} before stopping at {Gothenburg}.", railway=RAILWAY
    )
    assert [name for _, name in told["Anna Berg"] if name not in ("Halden", "Strömstad")] == [
        "Oslo",
        "Stockholm",
        "Gothenburg",
    ]


def test_stops_without_times_come_before_the_arrival_where_no_start_is_told():
    told = roles(
        "Anna Berg arrived in {Narvik} on Monday. “They took me via {Bergen}, {Sydney} and {Oslo},” she wrote."
    )
    assert [name for _, name in told["Anna Berg"]] == ["Bergen", "Sydney", "Oslo", "Narvik"]


def test_she_and_he_are_two_travellers():
    told = roles(
        "The stork set out. She left {Oslo} on Sunday and reached {Bergen} on Monday. "
        "The other stayed behind. He left {Stockholm} on Sunday and reached {Halden} on Monday."
    )
    assert [name for _, name in told["she"]] == ["Oslo", "Bergen"]
    assert [name for _, name in told["he"]] == ["Stockholm", "Halden"]


def test_a_journey_does_not_begin_where_it_went_on():
    told = roles("Anna Berg landed in {Oslo} on Sunday. Anna Berg flew from {Bergen} to {Stockholm} on Wednesday.")
    assert [name for _, name in told["Anna Berg"]] == ["Oslo", "Bergen", "Stockholm"]


def test_a_detour_still_has_its_end_ahead():
    told = roles(
        "The ship left {Oslo} on Sunday, bound for {Sydney} via {Bergen}, but changed course on Monday. "
        "It is now due to reach {Sydney} on July 1."
    )
    assert told["the ship"][0] == ("from", "Oslo")
    assert ("planned", "Sydney") in told["the ship"]


def test_what_is_only_expected_is_planned():
    readings = run("Anna Berg left {Oslo} on Sunday and is expected to reach {Stockholm} on Saturday.")
    [journey] = NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts_of(readings))
    assert [(str(s.role), s.place.name) for s in journey.stops] == [("from", "Oslo"), ("planned", "Stockholm")]


def test_no_movement_is_no_journey():
    readings = run("The talks were held in {Oslo} on Monday and in {Bergen} on Tuesday.")
    assert NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts_of(readings)) == []


@pytest.mark.parametrize(
    ("second", "outcome"),
    [
        ("Anna Berg landed in {Stockholm} in the early hours of Tuesday.", "consistent"),
        ("Anna Berg landed in {Stockholm} on Monday.", "inconsistent"),
    ],
)
def test_arrivals_of_one_traveller(second, outcome):
    found = compare(Whereabouts(), "Anna Berg arrived in {Stockholm} on Tuesday morning.", second)
    assert ("schedule", outcome) in found


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Anna Berg had left {Oslo} by train on Sunday.", [("schedule", "consistent")]),
        ("Anna Berg had left {Oslo} by train on Friday.", [("schedule", "inconsistent")]),
        ("Anna Berg had left {Bergen} by train on Friday.", []),
    ],
)
def test_departures_of_one_traveller(second, expected):
    assert compare(Whereabouts(), "Anna Berg left {Oslo} by train on Sunday morning.", second) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ("Anna Berg arrived in {Oslo} on Monday.", "Anna Berg never arrived in {Oslo}."),
            [("schedule", "inconsistent")],
        ),
        (("Anna Berg arrived in {Oslo} on Monday.", "Anna Berg never arrived in {Bergen}."), []),
        (("Anna Berg arrived in {Oslo} on Monday.", "Per Holm never arrived in {Oslo}."), []),
    ],
)
def test_what_is_told_and_denied(texts, expected):
    assert compare(Whereabouts(), *texts) == expected


def test_two_places_of_one_country_are_two_arrivals():
    found = compare(
        Whereabouts(),
        "Anna Berg arrived in {Gothenburg} at 8 a.m. on Tuesday.",
        "Anna Berg arrived in {Stockholm} at 3 p.m. on Tuesday. She had arrived in {Sweden} on Tuesday morning.",
    )
    assert found == [("schedule", "consistent")]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("Anna Berg met the king in {Helsinki} on June 8.", [("schedule", "inconsistent")]),
        ("Anna Berg will meet the king in {Helsinki} on June 8.", [("destination", "unverifiable")]),
        ("Anna Berg met the king in {Stockholm} on June 8.", []),
        ("Anna Berg met the king in {Helsinki} on June 1.", []),
        ("Per Holm met the king in {Helsinki} on June 8.", []),
    ],
)
def test_one_meeting_in_two_places(first, expected):
    assert compare(Whereabouts(), first, "Anna Berg met the king in {Stockholm} on June 8.") == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("She is due in {Stockholm} on Monday and will travel on to {Helsinki} on Tuesday.", []),
        ("She was bound for {Bergen} but turned back and will reach {Helsinki} on Monday.", ["destination"]),
    ],
)
def test_the_stops_of_one_plan_do_not_compete(second, expected):
    found = compare(Destinations(), "Anna Berg left {Oslo} by train on Sunday. " + second)
    assert [kind for kind, _ in found] == expected


def test_a_place_that_was_not_reached_is_told_as_such():
    told = roles(
        "Anna Berg left {Oslo} by train on Sunday and reached {Stockholm} on Monday. Her train did not stop in "
        "{Gothenburg}."
    )
    assert told["Anna Berg"][-1] == ("not_reached", "Gothenburg")


def test_the_length_is_not_measured_by_a_river_s_far_point():
    told = "Anna Berg left {Oslo} by car on Sunday. She crossed the {Göta}. She reached {Halden} on Monday."
    readings = run(told)
    [journey] = NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts_of(readings))
    assert [s.place.name for s in journey.stops] == ["Oslo", "Göta", "Halden"]
    assert journey.length_km == pytest.approx(distance_km(PLACES["Oslo"].at, PLACES["Halden"].at), abs=0.1)


def test_guessed_ends_contradict_nothing():
    part = stated(DISTANCE, "300 km", "Oslo", "Gothenburg", document="d1")
    guessed = replace(part.claim.figure, why="not named in the sentence; 'Oslo' was the last place named before it")
    part = replace(part, claim=replace(part.claim, figure=guessed))
    found = Chains(RAILWAY).compare([], [stated(DISTANCE, "100 km", "Oslo", "Stockholm"), part])
    assert "distance_chain" not in {c.kind for c in found}


@pytest.mark.parametrize(
    ("second", "outcome"),
    [
        ("It is Anna Berg's first visit to {Finland} in nearly four years.", "inconsistent"),
        ("It is Anna Berg's first visit to {Finland} in over four years.", "consistent"),
    ],
)
def test_spans_since_the_last_visit(second, outcome):
    first = "Anna Berg arrived in {Helsinki} on Monday. It is her first visit to {Finland} in more than four years."
    assert ("duration", outcome) in compare(Agreements(), first, "Anna Berg arrived in {Helsinki} on Monday. " + second)


def test_a_day_count_is_held_against_a_date_elsewhere():
    readings = run(
        "The war in {Ukraine} has lasted for 100 days.",
        "Russia's invasion of {Ukraine} in February 2022 went on.",
        written="2022-06-04",
    )
    found = Agreements().compare(readings, verdicts_of(readings))
    assert [(c.kind, str(c.outcome)) for c in found] == [("day_count", "consistent")]


DISTANCE, TIME, SPEED = ClaimKind.DISTANCE, ClaimKind.TRAVEL_TIME, ClaimKind.SPEED


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (stated(DISTANCE, "320 miles", "Stockholm", "Oslo", document="d1"), ["consistent"]),
        (stated(DISTANCE, "900 km", "Stockholm", "Oslo", document="d1"), ["inconsistent"]),
        (stated(DISTANCE, "900 km", "Bergen", "Oslo", document="d1"), []),
    ],
)
def test_one_distance_in_two_texts(other, expected):
    found = Agreements().compare([], [stated(DISTANCE, "520 km", "Oslo", "Stockholm"), other])
    assert [str(c.outcome) for c in found] == expected


@pytest.mark.parametrize(("start", "expected"), [(40, []), (400, ["inconsistent"])])
def test_a_sentence_that_gives_two_times_sets_them_apart(start, expected):
    one, other = (stated(TIME, hours, "Stockholm", "Oslo") for hours in ("48 hours", "9 hours"))
    one = replace(one, claim=replace(one.claim, start=0, end=60))
    other = replace(other, claim=replace(other.claim, start=start, end=start + 60))
    assert [str(c.outcome) for c in Agreements().compare([], [one, other])] == expected


def test_speeds_in_two_texts():
    pair = [
        stated(SPEED, text, "Oslo", "Oslo", document=d, mode="rail")
        for text, d in (("60 km/h", "d0"), ("about 60 km/h", "d1"))
    ]
    assert [(c.kind, str(c.outcome)) for c in Agreements().compare([], pair)] == [("speed", "consistent")]


@pytest.mark.parametrize("words", ["the border near Gothenburg", "the coast of Gothenburg"])
def test_what_lies_on_an_edge_is_no_part_of_a_way(words):
    part = stated(DISTANCE, "300 km", "Oslo", "Gothenburg", document="d1")
    part = replace(part, claim=replace(part.claim, figure=replace(part.claim.figure, text=words)))
    assert not Chains(RAILWAY).compare([], [stated(DISTANCE, "100 km", "Oslo", "Stockholm"), part])


@pytest.mark.parametrize(("whole", "outcome"), [("600 km", "consistent"), ("100 km", "inconsistent")])
def test_a_part_is_shorter_than_the_whole(whole, outcome):
    part = stated(DISTANCE, "300 km", "Oslo", "Gothenburg", document="d1")
    found = Chains(RAILWAY).compare([], [stated(DISTANCE, whole, "Oslo", "Stockholm"), part])
    assert ("distance_chain", outcome) in [(c.kind, str(c.outcome)) for c in found]


@pytest.mark.parametrize(("third", "outcome"), [("520 km", "consistent"), ("5,000 km", "inconsistent")])
def test_triangles(third, outcome):
    sides = [
        stated(DISTANCE, "250 km", "Oslo", "Gothenburg"),
        stated(DISTANCE, third, "Oslo", "Stockholm", document="d1"),
    ]
    found = Chains(None).compare([], sides)
    assert ("triangle", outcome) in [(c.kind, str(c.outcome)) for c in found]


def test_a_journey_over_several_texts_is_feasible_or_not():
    slow = compare(
        Timelines(RAILWAY), "Anna Berg left {Oslo} by train on Sunday.", "Anna Berg arrived in {Stockholm} on Tuesday."
    )
    assert ("timeline_feasibility", "consistent") in slow
    fast = compare(
        Timelines(RAILWAY),
        "Anna Berg left {Oslo} at 9 a.m. on Monday.",
        "Anna Berg arrived in {Sydney} at 11 a.m. on Monday.",
    )
    assert ("timeline_feasibility", "inconsistent") in fast


def test_a_window_is_told_with_its_lower_bound_first():
    texts = (
        "Anna Berg left {Oslo} by train on Sunday at 5 pm.",
        "Anna Berg arrived in {Stockholm} on Monday at 9 pm.",
    )
    readings = run(*texts)
    [found] = Timelines(RAILWAY).compare(readings, verdicts_of(readings))
    hit = re.search(r"within (?:(\d+) to )?(\d+) h", found.why)
    assert hit and int(hit[1] or hit[2]) <= int(hit[2])


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("crossed into {Sweden} on Monday", []),
        ("crossed into {Sweden} on Tuesday morning", [("schedule", "consistent")]),
        ("crossed into {Sweden} on Wednesday", [("schedule", "inconsistent")]),
        ("arrived in {Sweden} on Monday", [("schedule", "inconsistent")]),
    ],
)
def test_a_border_is_crossed_before_the_place_behind_it_is_reached(entry, expected):
    found = compare(Whereabouts(), f"Anna Berg {entry}.", "Anna Berg arrived in {Stockholm} at 9 a.m. on Tuesday.")
    assert found == expected


def test_several_ends_are_left_open():
    found = compare(
        Destinations(),
        "Anna Berg left {Oslo} on Sunday. She is planning a visit to {Helsinki}.",
        "Anna Berg left {Oslo} on Sunday. Anna Berg might meet the king in {Stockholm}.",
    )
    assert ("destination", "unverifiable") in found


def test_wire_copy_is_noticed():
    text = (
        "Anna Berg arrived in {Stockholm} on Tuesday morning aboard a green train, the agency said in a short dispatch."
    )
    own = (
        "On Tuesday morning a green train brought the visitor, Anna Berg; she arrived in {Stockholm} before breakfast."
    )
    assert compare(WireCopies(), text, text.replace("short", "brief")) == [("wire_copy", "consistent")]
    assert compare(WireCopies(), text, own) == []


def test_every_comparison_names_a_rule():
    accounts = [Agreements(), Whereabouts(), Chains(RAILWAY), Timelines(RAILWAY), Destinations(), WireCopies()]
    readings = run(
        "Anna Berg left {Oslo} by train on Sunday. It is her first visit to {Sweden} in four years.",
        "Anna Berg arrived in {Stockholm} on Tuesday. It is her first visit to {Sweden} in ten years.",
    )
    for account in accounts:
        rules = {rule.id for rule in account.rules}
        assert {c.rule for c in account.compare(readings, verdicts_of(readings))} <= rules


def _put(text, called, document, start=0):
    """A verdict on how far from Oslo a thing is that has no place."""
    one = stated(DISTANCE, text, "Oslo", "Oslo", document=document, direction="E")
    thing = Participant(place=None, text=called)
    return replace(one, claim=replace(one.claim, figure=thing, start=start, id=f"{document}-{start}"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("40 km", "the wreck"), ("60 km", "the accident"), ["inconsistent"]),
        (("40 km", "the wreck"), ("about 40 km", "the wreckage"), ["consistent"]),
        (("40 km", "the wreck"), ("60 km", "the camp"), []),
        (("40 km", "the storm"), ("60 km", "the storm"), []),
    ],
)
def test_where_two_texts_put_one_wreck(one, other, expected):
    pair = [_put(*one, "d0"), _put(*other, "d1")]
    assert [str(c.outcome) for c in Agreements().compare([], pair)] == expected


@pytest.mark.parametrize(("hour", "expected"), [("1600", ["inconsistent"]), ("1000", [])])
def test_a_storm_is_at_one_place_at_one_moment(hour, expected):
    texts = ("At 1600 GMT on Thursday the storm was there.", f"At {hour} GMT on Thursday the storm was elsewhere.")
    pair = [_put("420 km", "the storm", "d0"), _put("320 km", "the cyclone", "d1")]
    assert [str(c.outcome) for c in Agreements().compare(run(*texts), pair)] == expected


def test_storms_go_as_fast_as_they_like_at_other_times():
    pair = [
        stated(SPEED, text, "Oslo", "Oslo", document=d, mode="storm")
        for text, d in (("17 km/h", "d0"), ("30 km/h", "d1"))
    ]
    assert Agreements().compare(run("It moved on Monday.", "It moved on Tuesday."), pair) == []
