"""Statements that a place lies on a sea or a lake: which are found, and how they are judged."""

import pytest

import geomap
from geomap.claims.proximity import ProximityChecker
from geomap.records import LatLon
from tests.marked import PLACES, MarkedGazetteer, read


def ring(*corners):
    return tuple(LatLon(lat, lon) for lat, lon in (*corners, corners[0]))


# Ids of GeoNames; boxes that share their corners at 12 and 24 degrees east, where they have no coast.
BOXES = {
    "geonames:3144096": ring((59.2, 5), (69, 5), (69, 12), (59.2, 12)),
    "geonames:2661886": ring((59.2, 12), (69, 12), (69, 24), (59.2, 24)),
    "geonames:660013": ring((59.2, 24), (69, 24), (69, 31), (59.2, 31)),
    PLACES["Vänern"].id: ring((58.5, 11.3), (59.5, 11.3), (59.5, 14.0), (58.5, 14.0)),
}


class Shores(MarkedGazetteer):
    """Draws three countries beside each other, and a lake."""

    def outline(self, place_id):
        return (BOXES[place_id],) if place_id in BOXES else None

    def neighbours(self, country):
        return {"NO": frozenset({"SE"}), "SE": frozenset({"NO", "FI"}), "FI": frozenset({"SE"})}.get(
            country, frozenset()
        )


def judged(text):
    checker = ProximityChecker(Shores())
    return [(v.claim.quote, str(v.outcome)) for v in map(checker.judge, checker.find_claims(read(text)))]


CASES = [
    ("{Halden} lies on the {Vänern}.", "Halden lies on the Vänern", "consistent"),
    ("{Strömstad}, on the shore of the {Vänern}, was full.", "Strömstad, on the shore of the Vänern", "consistent"),
    ("{Oslo} is a city on the {Vänern}.", "Oslo is a city on the Vänern", "doubtful"),
    (
        "{Narvik} is a town on the shores of the {Vänern}.",
        "Narvik is a town on the shores of the Vänern",
        "inconsistent",
    ),
    ("{Stockholm} lies on the {Baltic Sea} coast.", "Stockholm lies on the Baltic Sea coast", "consistent"),
    ("{Bergen} lies on the {Baltic Sea} coast.", "Bergen lies on the Baltic Sea coast", "unverifiable"),
    ("{Oslo} is on {Norway}'s {Baltic Sea} coast.", "Oslo is on Norway's Baltic Sea coast", "inconsistent"),
    ("The {Black Sea} port of {Stockholm} was shut.", "The Black Sea port of Stockholm", "inconsistent"),
    ("{Lima}, a city on the {Pacific} coast, was calm.", "Lima, a city on the Pacific coast", "unverifiable"),
]


@pytest.mark.parametrize(("text", "quote", "outcome"), CASES, ids=[c[0] for c in CASES])
def test_places_on_waters(text, quote, outcome):
    assert judged(text) == [(quote, outcome)]


@pytest.mark.parametrize(
    "text",
    [
        "A ship on the {Baltic Sea} near {Stockholm} sank.",
        "{Bergen} lies 30 km west of {Oslo}, on the {Baltic Sea}.",
        "{Sweden} lies on the {Baltic Sea}.",
        "{Oslo}, on the {Baltic Sea} deal, was firm.",
        "A book on the {Baltic Sea} was sold in {Oslo}.",
    ],
)
def test_what_is_not_said_of_a_town(text):
    assert [q for q, _ in judged(text) if "Sea" in q and "near" not in q] == []


@pytest.mark.parametrize(
    ("isle", "land", "outcome"),
    [
        ("Sardinia", "Italy", "consistent"),
        ("Zanzibar", "Tanzania", "consistent"),
        ("Falkland Islands", "Argentina", "consistent"),
        ("Socotra", "Chile", "inconsistent"),
    ],
)
def test_an_island_off_a_coast_is_held_against_its_land(isle, land, outcome):
    said = f"{isle}, off the coast of {land}, had no ferry."
    report = geomap.check(said)
    assert [str(v.outcome) for v in report.verdicts if v.rule == "proximity.offshore"] == [outcome]


def test_what_happened_off_a_coast_is_no_island():
    found = geomap.check("A boat sank off the coast of Italy.").verdicts
    assert "proximity.offshore" not in {v.rule for v in found}
