"""Statements that a place lies in an area."""

from dataclasses import replace

import pytest
from marked import PLACES, MarkedGazetteer, read

from geomap.claims.areas import in_part
from geomap.claims.containment import ContainmentChecker
from geomap.claims.containment.links import link, part_of
from geomap.records import LatLon

CHECKER = ContainmentChecker(MarkedGazetteer())


def judged(text: str) -> list[tuple[str, str]]:
    return [(v.claim.quote, str(v.outcome)) for v in map(CHECKER.judge, CHECKER.find_claims(read(text)))]


CASES = [
    ("They flew to {Halden}, also in {Norway}.", "Halden, also in Norway", "consistent"),
    # A village of the same land may have the name of a known one; a city has not.
    ("Fire broke out in {Strömstad}, {Norrbotten}, at noon.", "Strömstad, Norrbotten", "unverifiable"),
    ("Fire broke out in {Gothenburg}, {Norrbotten}, at noon.", "Gothenburg, Norrbotten", "inconsistent"),
    ("The island, along with {Oslo}, is the only place in {Sweden} where it is forbidden.", "", ""),
    ("Two days after the raid on {Narvik}, the {Sweden} flights were stopped.", "", ""),
    # A small place that is put in a land far away is another one of its name.
    ("They met in {Halden} in {Ukraine}.", "Halden in Ukraine", "unverifiable"),
    (
        "They met in {Kiruna} national park in northern {Sweden}.",
        "Kiruna national park in northern Sweden",
        "consistent",
    ),
    (
        "They fled {Kiruna}, the party's last foothold in {Norway}.",
        "Kiruna, the party's last foothold in Norway",
        "inconsistent",
    ),
    (
        "They fled {Kiruna}, the northernmost town of mainland {Sweden}.",
        "Kiruna, the northernmost town of mainland Sweden",
        "consistent",
    ),
    ("Snow fell on {Kiruna} in the {Norrbotten} region.", "Kiruna in the Norrbotten", "consistent"),
    (
        "Snow fell on {Kiruna}, a mining town in northern {Sweden}.",
        "Kiruna, a mining town in northern Sweden",
        "consistent",
    ),
    (
        "Fire gutted {Kiruna}, a road and rail hub in the {Norrbotten} region.",
        "Kiruna, a road and rail hub in the Norrbotten",
        "consistent",
    ),
    ("Rebels took {Kiruna}, the main town of {Norrbotten}.", "Kiruna, the main town of Norrbotten", "consistent"),
    ("{Bergen}, a former garrison town in {Sweden}, fell.", "Bergen, a former garrison town in Sweden", "inconsistent"),
    (
        "{Kiruna}, a township of 900 people in {Sweden}, burned.",
        "Kiruna, a township of 900 people in Sweden",
        "consistent",
    ),
    (
        "{Bergen}, the second largest port of {Sweden}, is shut.",
        "Bergen, the second largest port of Sweden",
        "inconsistent",
    ),
    ("{Gothenburg} is a port in northern {Sweden}.", "Gothenburg is a port in northern Sweden", "inconsistent"),
    ("{Bergen}, a city in {Sweden}, is wet.", "Bergen, a city in Sweden", "inconsistent"),
    (
        "{Kiruna}, the old seat of the {~Swedish} kings, is 140 km east of {Narvik} in {Norrbotten}.",
        "in Norrbotten",
        "consistent",
    ),
    (
        "The {Kiruna} research station in northern {Sweden} is old.",
        "Kiruna research station in northern Sweden",
        "consistent",
    ),
    ("{Kiruna} is the largest town of {Norrbotten}.", "Kiruna is the largest town of Norrbotten", "consistent"),
    (
        "{Kiruna}, near {Narvik}, is a town of about 17,000 people in northern {Sweden}.",
        "Kiruna, near Narvik, is a town of about 17,000 people in northern Sweden",
        "consistent",
    ),
    ("{Kiruna}, two hours' drive east of {Narvik} in {Norrbotten}.", "in Norrbotten", "consistent"),
    ("They met in {Bergen}, {Norway}.", "Bergen, Norway", "consistent"),
    ("They met in the {~Norwegian} city of {Bergen}.", "the Norwegian city of Bergen", "consistent"),
    ("They met in the {~Swedish} port of {Bergen}.", "the Swedish port of Bergen", "inconsistent"),
    ("They met in {Halden}, a {~Norwegian} border town.", "Halden, a Norwegian border town", "consistent"),
    ("They met in the {~Norwegian} border town of {Bergen}.", "the Norwegian border town of Bergen", "inconsistent"),
    ("{Oslo}, {Norway}'s capital, was quiet.", "Oslo, Norway's capital", "consistent"),
    ("{Bergen}, the capital of {Norway}, was quiet.", "Bergen, the capital of Norway", "inconsistent"),
    (
        "{Kiruna}, the capital of {Sweden}'s {Norrbotten} region, was quiet.",
        "Kiruna, the capital of Sweden's Norrbotten",
        "consistent",
    ),
    (
        "{Bergen}, the capital of {Sweden}'s {Norrbotten} region, was quiet.",
        "Bergen, the capital of Sweden's Norrbotten",
        "inconsistent",
    ),
    ("{Bergen}, on the {~Swedish} side, was quiet.", "Bergen, on the Swedish side", "inconsistent"),
    ("{Halden} on the {~Norwegian} side was quiet.", "Halden on the Norwegian side", "consistent"),
    ("They reached a port in western {Norway}, {Bergen}.", "a port in western Norway, Bergen", "consistent"),
    ("The mine is in {Kiruna}, in {Sweden}'s {Norrbotten} region.", "Kiruna, in Sweden's Norrbotten", "consistent"),
    ("{Kiruna}, 120 km from {Narvik} in {Norrbotten}, is cold.", "in Norrbotten", "consistent"),
    (
        "{Bergen}, across the mountains from {Oslo}, is in {Sweden}.",
        "Bergen, across the mountains from Oslo, is in Sweden",
        "inconsistent",
    ),
    ("One paper placed {Bergen} in {Sweden}.", "placed Bergen in Sweden", "inconsistent"),
    ("The Cannes Film Festival in {Bergen} was cancelled.", "The Cannes Film Festival in Bergen", "inconsistent"),
    ("Snow closed {Bergen} district in northern {Sweden}.", "Bergen district in northern Sweden", "inconsistent"),
    ("Snow closed {Kiruna} municipality of {Norrbotten} county.", "Kiruna municipality of Norrbotten", "consistent"),
    (
        "Ships passed {Gothenburg} at the northern tip of {Sweden}.",
        "Gothenburg at the northern tip of Sweden",
        "inconsistent",
    ),
    ("He met {Sweden}'s {Norrbotten} team and {Norway}'s {Oslo} police.", "", ""),
    (
        "In the northern county of {Norrbotten}, a fire killed two in the mining town of {Kiruna}.",
        "In the northern county of Norrbotten, a fire killed two in the mining town of Kiruna",
        "consistent",
    ),
    (
        "In {Norrbotten}, a fire killed two in the town of {Bergen}.",
        "In Norrbotten, a fire killed two in the town of Bergen",
        "unverifiable",
    ),
    (
        "{Kiruna} - Smoke reached this quiet town in southern {Sweden}.",
        "this quiet town in southern Sweden",
        "inconsistent",
    ),
    ("{Kiruna} - Smoke reached a town in {Sweden}.", "", ""),
    ("In {Sweden}, a fire killed two in the town of {Bergen}.", "", ""),
    ("They met {Norway}'s ministers from {Kiruna}.", "", ""),
    ("A hut burned in the {Kiruna} area of northern {Sweden}.", "Kiruna area of northern Sweden", "consistent"),
    (
        "A hut burned near {Kiruna} in {Sweden}'s northernmost {Norrbotten} county.",
        "Kiruna in Sweden's northernmost Norrbotten",
        "consistent",
    ),
    ("{Narvik} lies at the eastern end of {Glomma} in {Sweden}.", "Glomma in Sweden", "doubtful"),
    ("They met at {Norway}'s {Kiruna} station in {Sweden}.", "Kiruna station in Sweden", "consistent"),
    ("The Kveldsro Forum in {Bergen} was cancelled.", "The Kveldsro Forum in Bergen", "unverifiable"),
    ("{Kiruna}, in the county of {Norrbotten}, is cold.", "Kiruna, in the county of Norrbotten", "consistent"),
    ("The {Kiruna} mountains in the west of {Norway} shook.", "Kiruna mountains in the west of Norway", "inconsistent"),
    ("{Kiruna}, town, northern {Sweden}, on a lake.", "Kiruna, town, northern Sweden", "consistent"),
    ("{Bergen}, port and city (1070), {Sweden}.", "Bergen, port and city (1070), Sweden", "inconsistent"),
    ("{Kiruna} – a mining town in {Norway} – is cold.", "Kiruna – a mining town in Norway", "inconsistent"),
    ("Snow fell in northern {Sweden}'s {Norrbotten} county.", "northern Sweden's Norrbotten", "consistent"),
    (
        "They met in {Kiruna} in the {~Swedish} county of {Norrbotten}.",
        "Kiruna in the Swedish county of Norrbotten",
        "consistent",
    ),
    ("{Bergen}, on the west coast of {Norway}, is wet.", "Bergen, on the west coast of Norway", "consistent"),
    ("{Bergen}, on the south coast of {Sweden}, is wet.", "Bergen, on the south coast of Sweden", "inconsistent"),
    (
        "{Kiruna}, kommune (municipality), northern {Sweden}.",
        "Kiruna, kommune (municipality), northern Sweden",
        "consistent",
    ),
    (
        "{Kiruna} is one of {Sweden}'s main mining towns and a rail hub in {Norrbotten}.",
        "Kiruna is one of Sweden's main mining towns and a rail hub in Norrbotten",
        "consistent",
    ),
    ("Snow fell in {Norway}'s remote western {Kiruna}.", "Norway's remote western Kiruna", "inconsistent"),
]


@pytest.mark.parametrize(("text", "quote", "outcome"), CASES, ids=[c[0] for c in CASES])
def test_containment(text, quote, outcome):
    assert judged(text) == ([(quote, outcome)] if quote else [])


@pytest.mark.parametrize(
    "text",
    [
        "He flew to {Norway}, {Sweden} and {Finland}.",
        "They landed in {Bergen}, the {~Swedish} base.",
        "From {Bergen}, {Sweden} is three days away by sled.",
        "Just 90 km from {Oslo}, {Sweden} has its first town.",
        "Set by the sea, some 60 miles from {Bergen}, {Sweden} is quiet.",
        "They drove from {Oslo}, {Bergen} and {Narvik}.",
        "A minister in {Oslo} spoke of {Sweden} in June.",
        "The people of {Norway} are in {Oslo}'s museums.",
        "She passed a village south of the {~Norwegian} capital, {Bergen} and {Narvik}.",
        "He left {Bergen}, a friend of the king of {Sweden}.",
        "{Oslo}, a day from the nearest town in {Sweden}, was calm.",
        "{Sweden}'s {Oslo} embassy was shut.",
        "{Sweden}'s {Gothenburg} beat {Norway}'s {Bergen} twice.",
    ],
)
def test_lists_and_loose_mentions_are_no_claims(text):
    assert judged(text) == []


def test_names_in_a_row_share_what_is_said_of_the_last():
    found = sorted(judged("{Oslo} and {Bergen}, two cities in {Sweden}, took part."))
    assert found == [
        ("Bergen, two cities in Sweden", "inconsistent"),
        ("Oslo and Bergen, two cities in Sweden", "inconsistent"),
    ]
    assert [quote for quote, _ in judged("{Oslo} and {Kiruna}, a town in {Sweden}, took part.")] == [
        "Kiruna, a town in Sweden"
    ]


@pytest.mark.parametrize(
    ("lat", "lon", "outcome"), [(57.5, 18.5, "consistent"), (28.0, -15.0, "inconsistent"), (66.0, 2.0, "unverifiable")]
)
def test_an_island_lies_in_a_sea_of_which_the_middle_is_known(lat, lon, outcome):
    isle = replace(PLACES["Oslo"], kind="island", at=LatLon(lat, lon))
    assert link(isle, PLACES["Baltic Sea"], MarkedGazetteer(), "Oslo")[0] == outcome


def test_an_advance_to_within_a_distance_leaves_the_area_to_the_place_that_it_is_measured_from():
    [claim] = CHECKER.find_claims(
        read("{Oslo}, May 3 (ABC) - Troops came within 9 km of {Kiruna} in northern {Sweden}.")
    )
    assert claim.figure.text == "Kiruna"


def test_the_area_of_a_measured_place_holds_what_is_measured():
    [claim] = CHECKER.find_claims(read("{Kiruna}, 120 km east of {Narvik} in {Norrbotten}, is cold."))
    assert (claim.figure.text, claim.ground.text) == ("Kiruna", "Norrbotten")
    assert [other.figure.text for other in claim.alternatives] == ["Narvik"]


@pytest.mark.parametrize(
    ("text", "quote", "outcome"),
    [
        ("They met in {Bergen}. It lies in western {Norway}.", "It lies in western Norway", "consistent"),
        (
            "{Bergen} was shelled. It is one of the last open ports in the north of {Sweden}.",
            "It is one of the last open ports in the north of Sweden",
            "inconsistent",
        ),
        ("{Bergen} was full. One guide placed the town in {Sweden}.", "placed the town in Sweden", "inconsistent"),
    ],
)
def test_what_it_lies_in_is_told_of_the_place_before(text, quote, outcome):
    assert (quote, outcome) in judged(text)


def test_the_area_after_a_span_of_time_holds_the_place_before_it():
    [claim] = CHECKER.find_claims(read("{Bergen} was reached 24 days after they left {Kiruna}, in northern {Sweden}."))
    assert claim.figure.text == "Kiruna"


@pytest.mark.parametrize(
    ("code", "outer", "outcome"),
    [("UA.11", "UA", "consistent"), ("UA.11", "RU", "doubtful"), ("UA.11", "PL", "inconsistent")],
)
def test_a_disputed_territory_is_doubted_where_a_claimant_is_named(code, outer, outcome):
    town = replace(PLACES["Bergen"], name="Port", country="UA", admin1_code=code)
    land = replace(PLACES["Poland"], name="Land", country=outer)
    found = link(town, land, MarkedGazetteer(), "Port")
    assert str(found[0]) == outcome
    assert ("claim" in found[2]) is (outcome != "inconsistent")


def test_a_vague_region_never_contradicts():
    [(_, outcome)] = judged("{Sydney}, a city in {Lapland}, is hot.")
    assert outcome == "doubtful"


def test_a_place_that_nobody_knows_is_said_to_be_missing():
    [claim] = CHECKER.find_claims(read("They met in the {~Norwegian} town of {Ylfingsvik}."))
    verdict = CHECKER.judge(claim)
    assert verdict.outcome == "unverifiable"
    assert "Ylfingsvik" in verdict.why
    assert "--resolve" in verdict.why


def square(south: float, west: float, side: float):
    corners = [(south, west), (south, west + side), (south + side, west + side), (south + side, west), (south, west)]
    return tuple(LatLon(lat, lon) for lat, lon in corners)


def test_a_side_may_be_that_of_the_region_in_its_country(monkeypatch):
    monkeypatch.setattr("geomap.claims.containment.links.outline_of", lambda country, _: (square(55.0, 11.0, 14.0),))
    kiruna = replace(PLACES["Kiruna"], at=LatLon(65.0, 17.5))
    outline = (square(64.0, 17.0, 5.0),)
    gazetteer = MarkedGazetteer()
    monkeypatch.setattr(gazetteer, "outline", lambda _: outline, raising=False)
    lies = link(kiruna, PLACES["Norrbotten"], gazetteer, "Kiruna")
    norrbotten = PLACES["Norrbotten"]
    assert str(part_of(kiruna, norrbotten, "north", gazetteer, lies)[0]) == "consistent"
    far = replace(kiruna, at=LatLon(68.5, 17.5))
    assert str(part_of(far, norrbotten, "south", gazetteer, lies)[0]) == "inconsistent"


@pytest.mark.parametrize(
    ("other", "side_of"),
    [
        # A small part overseas does not move the middle of a country, an island off its coast and a second half do.
        (square(0.0, -60.0, 3.0), "south"),
        (square(49.0, 2.0, 2.0), "south"),
        (square(30.0, 0.0, 9.0), "north"),
        (square(0.0, -60.0, 8.0), "north"),
    ],
)
def test_the_south_of_a_country_is_that_of_its_main_parts(other, side_of):
    share, _ = in_part(LatLon(44.0, 5.0), side_of, (square(40.0, 0.0, 10.0), other), None)
    assert share > 0


@pytest.mark.parametrize(
    ("lat", "kind", "outcome"),
    [
        (60.0, "cape", "consistent"),
        (55.27, "cape", "consistent"),
        (55.0, "cape", "doubtful"),
        (54.5, "cape", "inconsistent"),
        (54.5, "island", "doubtful"),
        (50.0, "island", "inconsistent"),
    ],
)
def test_what_lies_outside_an_outline_is_judged_by_how_far(lat, kind, outcome):
    place = replace(PLACES["Bergen"], kind=kind, country=None, admin1_code=None, at=LatLon(lat, 18.0), radius_km=0.0)
    assert str(link(place, PLACES["Sweden"], MarkedGazetteer(), "Cape")[0]) == outcome


def test_a_place_that_may_be_another_of_its_name_is_doubted():
    [claim] = CHECKER.find_claims(read("They met in the {~Swedish} port of {Bergen}."))
    assert CHECKER.judge(claim).outcome == "inconsistent"
    verdict = CHECKER.judge(replace(claim, figure=replace(claim.figure, score=0.4)))
    assert (verdict.outcome, "another place than Bergen" in verdict.why) == ("doubtful", True)
