"""Claims of places that no gazetteer knows: they are found, and their verdict says what is missing."""

import pytest
from marked import MarkedGazetteer, read

from geomap.claims.between import BetweenChecker
from geomap.claims.containment import ContainmentChecker
from geomap.claims.direction import DirectionChecker
from geomap.claims.proximity import ProximityChecker
from geomap.claims.route import RouteChecker
from geomap.claims.schedule import ScheduleChecker
from geomap.claims.wording import Worder

PLACES = MarkedGazetteer()


class NoNetwork:
    """A network that knows no way."""

    def route(self, stops, *, mode="rail", by=""):
        return None


def verdicts(text):
    worder = Worder(PLACES)
    checkers = (
        ContainmentChecker(PLACES),
        ProximityChecker(PLACES, NoNetwork()),
        RouteChecker(PLACES, NoNetwork()),
        ScheduleChecker(PLACES, NoNetwork()),
        BetweenChecker(gazetteer=PLACES, worder=worder),
        DirectionChecker(gazetteer=PLACES, worder=worder),
    )
    reading = read(text)
    return [checker.judge(claim) for checker in checkers for claim in checker.find_claims(reading)]


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("Snow fell on {Holm}, in the {Norrbotten} region.", "containment", "Holm, in the Norrbotten"),
        ("{Holm} is a village in northern {Sweden}.", "containment", "Holm is a village in northern Sweden"),
        ("They met in {Holm}, {Norway}, and talked.", "containment", "Holm, Norway"),
        ("{Holm} is the northernmost point of {Sweden}.", "containment", "Holm is the northernmost point of Sweden"),
        ("Snow fell on {Holm}. It is in {Norrbotten}.", "containment", "It is in Norrbotten"),
        ("They met in {Bergen}, in the {Halden} district.", "containment", "Bergen, in the Halden district"),
        ("{Holm}, near {Bergen}, is small.", "proximity", "Holm, near Bergen"),
        ("{Holm} lies between {Bergen} and {Oslo}.", "between", "Holm lies between Bergen and Oslo"),
        ("{Holm} is halfway between {Bergen} and {Oslo}.", "between", "Holm is halfway between Bergen and Oslo"),
        ("{Holm} is west of {Oslo}.", "direction", "Holm is west of Oslo"),
        ("The king arrived in {Holm} on Monday.", "schedule", "arrived in Holm on Monday"),
        ("The king reached {Holm}.", "schedule", "reached Holm"),
        ("She travelled from {Oslo} to {Holm} by bus.", "route", "travelled from Oslo to Holm"),
        ("She travelled from {Holm} to {Oslo} by bus.", "route", "travelled from Holm to Oslo"),
    ],
)
def test_a_claim_is_found_and_what_is_missing_is_said(text, kind, quote):
    (verdict,) = verdicts(text)
    assert (verdict.claim.kind, verdict.claim.quote, verdict.outcome) == (kind, quote, "unverifiable")
    assert "Holm" in verdict.why or "Halden district" in verdict.why


@pytest.mark.parametrize(
    "text",
    [
        "Anna {Holm}, {Norway}, spoke.",
        "{Holm} of the {Baltic Sea} was sold.",
        "In {Oslo}, {Holm} and {Bergen} it rained.",
    ],
)
def test_what_says_nothing_of_an_unknown_place(text):
    assert verdicts(text) == []


def test_it_means_the_unknown_place_that_the_text_speaks_of():
    claims = [v.claim for v in verdicts("{Holm} is a town. It is halfway between {Bergen} and {Oslo}.")]
    assert [(c.kind, c.figure.text) for c in claims] == [("between", "Holm")]
