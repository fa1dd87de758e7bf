"""What reports announce of a journey, held against what later ones tell of it."""

from datetime import date

import pytest
from marked import MarkedGazetteer, read

from geomap.accounts.destinations import Destinations
from geomap.accounts.journey import NetworkTeller
from geomap.accounts.plans import Plans
from geomap.claims.route import RouteChecker
from geomap.claims.schedule import ScheduleChecker
from geomap.pipeline import with_companions

GAZETTEER = MarkedGazetteer()
CHECKERS = [kind(GAZETTEER, None) for kind in (RouteChecker, ScheduleChecker)]


def reports(*texts):
    """Readings of reports of one day after the other, from 10 June 2021 on."""
    days = [date(2021, 6, 10 + n).isoformat() for n in range(len(texts))]
    return with_companions(
        [read(t, written=day, name=f"d{n}") for n, (t, day) in enumerate(zip(texts, days, strict=True))]
    )


def compare(account, *texts):
    readings = reports(*texts)
    verdicts = [c.judge(claim) for r in readings for c in CHECKERS for claim in c.find_claims(r)]
    return [(c.rule, str(c.outcome)) for c in account.compare(readings, verdicts)]


ANNOUNCED = "Anna Berg left {Oslo} on Wednesday. She is expected to arrive in {Stockholm} on Friday."
DIVERTED = "The ferry left {Oslo} on 9 June. The ferry, bound for {Helsinki}, was diverted to {Stockholm}."


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((ANNOUNCED, "Anna Berg arrived in {Stockholm} on Friday."), [("plan.kept", "consistent")]),
        ((ANNOUNCED, "Anna Berg arrived in {Stockholm} on Thursday."), [("plan.kept", "unverifiable")]),
        ((ANNOUNCED, "Anna Berg arrived in {Gothenburg} on Friday."), []),
        ((ANNOUNCED, "Per Holm arrived in {Stockholm} on Friday."), []),
        ((ANNOUNCED + " Anna Berg arrived in {Stockholm} on Thursday.",), []),
        ((DIVERTED, "The ferry docked in {Stockholm} on Friday."), [("destination.changed", "consistent")]),
        ((DIVERTED, "The ferry docked in {Helsinki} on Friday."), []),
    ],
)
def test_what_was_announced_is_held_against_what_is_told(texts, expected):
    assert compare(Plans(), *texts) == expected


def test_no_line_leads_back_to_what_was_announced_before():
    def ahead(*texts):
        readings = reports(*texts)
        verdicts = [c.judge(claim) for r in readings for c in CHECKERS for claim in c.find_claims(r)]
        [journey] = NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts)
        return len(journey.planned), [s.place.name for s in journey.stops if str(s.role) == "planned"]

    plan = "Anna Berg left {Oslo} on 9 June. She plans to travel to {Halden}."
    assert ahead(plan, "Anna Berg left {Oslo} on 9 June. She reached {Stockholm} on 11 June.") == (0, ["Halden"])
    assert ahead(plan + " She reached {Stockholm} on 10 June.") == (1, ["Halden"])


def test_an_end_that_was_given_up_does_not_compete_with_where_one_came():
    [open_end] = compare(Destinations(), DIVERTED, "The ferry left {Oslo} on 9 June. It is heading for {Bergen}.")
    assert open_end == ("destination.open", "unverifiable")
    assert compare(Destinations(), DIVERTED, "The ferry docked in {Stockholm} on Friday. It leaves for {Bergen}.") == []


def test_one_was_not_yet_at_the_end_when_one_was_diverted_to_it():
    readings = reports(
        "The ferry left {Oslo} on 8 June. The ferry, bound for {Helsinki}, was diverted on 9 June to {Stockholm}.",
        "The ferry, which had left {Oslo} on 8 June, rounded {Halden} on 10 June and docked in {Stockholm} on 11 June.",
    )
    verdicts = [c.judge(claim) for r in readings for c in CHECKERS for claim in c.find_claims(r)]
    [journey] = NetworkTeller(GAZETTEER, None).find_journeys(readings, verdicts)
    assert [(str(s.role), s.place.name) for s in journey.stops] == [
        ("from", "Oslo"),
        ("via", "Halden"),
        ("to", "Stockholm"),
        ("not_reached", "Helsinki"),
    ]
