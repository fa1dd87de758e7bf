"""Journeys by rail as stories tell them, judged by the whole pipeline."""

import pytest

from geomap import catalogue, check, defaults
from geomap.geodesy import distance_km
from geomap.networks.atlas import read_atlas

pytestmark = pytest.mark.skipif(
    not (catalogue.index_dir() / "manifest.json").exists(), reason="the index is not built: geomap data build"
)

HANOI = (
    "DONG DANG, Feb. 26, 2019 - The leader's train rolled in on Tuesday, three days after leaving Pyongyang. "
    "Beijing is about 2,900 km by rail from Hanoi. "
    "One agency gave the distance from Pyongyang to Dong Dang as 2,000 km by train."
)
KYIV = (
    "KYIV, May 4, 2023 - Visitors reach the capital by night train from Poland. "
    "Przemysl is about 100 km by rail from Lviv. "
    "A pamphlet claims that it is 1,100 km by train from Przemysl to Kyiv."
)
DENVER = (
    "DENVER, June 3, 2024 - It is 1,038 miles by rail from Chicago to Denver. "
    "A brochure says it is 700 miles by train from Chicago to Denver."
)


@pytest.mark.parametrize(
    ("text", "stated", "expected"),
    [
        (HANOI, 2900, "consistent"),
        (HANOI, 2000, "inconsistent"),
        (KYIV, 100, "consistent"),
        (KYIV, 1100, "inconsistent"),
        (DENVER, 1038, "consistent"),
        (DENVER, 700, "inconsistent"),
    ],
)
def test_distances_by_rail_are_judged_by_the_atlas(text, stated, expected):
    claims = [c for c in check(text).to_dict()["claims"] if c["stated"] and c["stated"]["value"] == stated]
    assert [c["verdict"] for c in claims] == [expected]
    assert claims[0]["measured"]["route_km"] > claims[0]["measured"]["straight_km"]


def test_every_station_of_the_gazetteer_lies_where_the_gazetteer_has_it():
    gazetteer = defaults.gazetteer()
    far = []
    for station in read_atlas(catalogue.data_dir()).stations:
        place = gazetteer.get(station.place) if station.place.startswith("geonames:") else None
        if place is not None and place.at is not None and distance_km(place.at, station.at) > 15:
            far.append(f"{station.name}: {place.name} ({place.id})")
    assert far == []


PLACES_THAT_A_FIGURE_DOES_NOT_MOVE = [
    ("LISBON, May 3, 2024 - He took the train from Madrid to Lisbon, a 10,000 km ride.", 10_000),
    ("TORONTO, July 7, 2023 - The train, it says, takes five hours from Toronto to Vancouver.", 5),
    ("HAMBURG, May 3, 2024 - The overnight train from Hamburg to Zurich takes 40 minutes.", 40),
]


@pytest.mark.parametrize(("text", "stated"), PLACES_THAT_A_FIGURE_DOES_NOT_MOVE)
def test_a_figure_that_is_wrong_by_a_multiple_does_not_make_a_trains_ends_other_places(text, stated):
    claims = [c for c in check(text).to_dict()["claims"] if c["stated"] and c["stated"]["value"] == stated]
    assert [c["verdict"] for c in claims] == ["inconsistent"]
    assert claims[0]["measured"]["route_km"] > 700


@pytest.mark.parametrize(
    ("text", "verdict", "rule"),
    [
        ("The railway from Przemysl to Kyiv is old and passes through Lviv.", "consistent", "route.ends"),
        ("The railway from Przemysl to Kyiv is old and passes through Kharkiv.", "doubtful", "route.order"),
        ("It is a long way by train from Delhi to Mumbai. The line passes through Kota.", "consistent", "route.ends"),
        ("The train runs from Paris to Lyon by way of Dijon.", "consistent", "route.ends"),
        ("The train runs from Paris to Lyon by way of Marseille.", "doubtful", "route.order"),
        (
            "It is a long way from Chicago to Denver. The line crosses the Mississippi River.",
            "consistent",
            "route.crossing",
        ),
    ],
)
def test_what_a_line_passes_is_held_against_its_way(text, verdict, rule):
    claims = [c for c in check(text).to_dict()["claims"] if c["kind"] == "route"]
    assert (claims[-1]["verdict"], claims[-1]["rule"]) == (verdict, rule)


IMPORT = ("no station within", "geomap data import-osm")


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("REYKJAVIK, May 3, 2024 - The railway from Reykjavik to Akureyri is 390 km long.", IMPORT),
        ("PORT MORESBY, May 3, 2024 - The train journey from Port Moresby to Lae is 300 km.", IMPORT),
        ("SYDNEY, May 3, 2024 - By rail, Sydney is 2,600 km from Auckland.", ("the sea lies between them",)),
    ],
)
def test_a_line_that_the_atlas_lacks_cannot_be_checked_and_the_reason_is_named(text, lacking):
    claims = [c for c in check(text).to_dict()["claims"] if c["kind"] == "distance"]
    assert [(c["verdict"], c["rule"]) for c in claims] == [("unverifiable", "distance.needs-network")]
    assert all(words in claims[0]["why"] for words in lacking)


STORY = (
    "DONG DANG, Vietnam, Feb. 26, 2019 - The leader's train left Pyongyang on Saturday afternoon and went through "
    "Beijing, Wuhan and Nanning to Dong Dang, where it arrived on Tuesday morning. "
)


def test_a_journey_is_drawn_and_measured_along_the_line():
    (journey,) = check(STORY).to_dict()["journeys"]
    assert journey["mode"] == "rail"
    assert journey["length_km"] == pytest.approx(4130, rel=0.02)
    assert "railway atlas" in journey["length_source"]
    geometry = journey["geometry"]
    lines = geometry["coordinates"] if geometry["type"] == "MultiLineString" else [geometry["coordinates"]]
    points = [(round(lon), round(lat)) for line in lines for lon, lat in line]
    # Shenyang, Zhengzhou and Changsha are not named; the line leads through them.
    for near in ((123, 42), (114, 35), (113, 28)):
        assert near in points


def test_a_traveller_without_means_goes_by_what_the_text_tells_of_the_way():
    text = (
        "DENVER, June 3, 2024 - Anna Berg left Chicago on Saturday and arrived in Denver on Sunday. "
        "It is 1,038 miles by train from Chicago to Denver. The line crosses the Mississippi River."
    )
    (journey,) = check(text).to_dict()["journeys"]
    assert journey["mode"] == "rail"
    assert journey["length_km"] == pytest.approx(1670, rel=0.02)
