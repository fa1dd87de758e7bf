"""Statements that places are near each other or share a border."""

import pytest
from marked import PLACES, MarkedGazetteer, read

from geomap.claims.proximity import ProximityChecker

CHECKER = ProximityChecker(MarkedGazetteer())


def judged(text: str) -> list[tuple[str, str]]:
    return [(v.claim.quote, str(v.outcome)) for v in map(CHECKER.judge, CHECKER.find_claims(read(text)))]


CASES = [
    ("{Strömstad}, near {Halden}, was full.", "Strömstad, near Halden", "consistent"),
    ("{Tveit} lies on the outskirts of {Halden}.", "Tveit lies on the outskirts of Halden", "unverifiable"),
    ("A fire broke out in {Strömstad} village, near {Halden}.", "Strömstad village, near Halden", "consistent"),
    ("{Oslo} and {Strömstad}, two towns near {Halden}, were full.", "Strömstad, two towns near Halden", "consistent"),
    ("{Strömstad} lies close to {Halden}.", "Strömstad lies close to Halden", "consistent"),
    ("{Bergen}, near {Sydney}, was full.", "Bergen, near Sydney", "inconsistent"),
    ("{Strömstad} is not far from {Halden}.", "Strömstad is not far from Halden", "consistent"),
    ("They drove from {Oslo} to {Strömstad}. It is not far from {Halden}.", "It is not far from Halden", "consistent"),
    ("They stayed in {Gothenburg}. The city stands on the {Göta}.", "The city stands on the Göta", "unverifiable"),
    ("They stayed in {Stockholm}. It lies on the {Baltic Sea}.", "It lies on the Baltic Sea", "unverifiable"),
    ("{Gothenburg}, along the {Göta}, was full.", "Gothenburg, along the Göta", "unverifiable"),
    (
        "{Strömstad} lies close to the west coast of {Norway}.",
        "Strömstad lies close to the west coast of Norway",
        "unverifiable",
    ),
    (
        "Floods came to {Halden}. They reached the part of the town near the border with {Sweden}.",
        "the town near the border with Sweden",
        "consistent",
    ),
    (
        "A bomb went off in {Strömstad}, near the old port city of {Halden}.",
        "Strömstad, near the old port city of Halden",
        "consistent",
    ),
    ("They fled {Halden} – near the {~Swedish} border – on foot.", "Halden – near the Swedish border", "consistent"),
    (
        "The {Lågvann River} burst a dam at {Halden} and flooded parts of the town near the border with {Sweden}.",
        "the town near the border with Sweden",
        "consistent",
    ),
    ("The mast at {Strömstad}, just off {Halden}, fell.", "Strömstad, just off Halden", "consistent"),
    (
        "On the shores of the {Baltic Sea}, the city of {Stockholm} is large.",
        "On the shores of the Baltic Sea, the city of Stockholm",
        "unverifiable",
    ),
    ("{Strömstad}, off the coast of {Norway}, is wet.", "Strömstad, off the coast of Norway", "unverifiable"),
    ("They stayed in {Bergen}. The town lies near {Sydney}.", "The town lies near Sydney", "doubtful"),
    (
        "{Halden}, a town in {Norway}, lies near the {~Swedish} border.",
        "Halden, a town in Norway, lies near the Swedish border",
        "consistent",
    ),
    ("{Halden}, on the border with {Sweden}, was full.", "Halden, on the border with Sweden", "consistent"),
    ("{Halden}, close to the {Swedish border}, was full.", "Halden, close to the Swedish border", "consistent"),
    (
        "{Halden}, very close to the border with {Sweden}, was full.",
        "Halden, very close to the border with Sweden",
        "consistent",
    ),
    (
        "They left {Halden}, in the south of {Norway} and very close to the border with {Sweden}.",
        "Halden, in the south of Norway and very close to the border with Sweden",
        "consistent",
    ),
    ("They left {Halden}, bordering {Sweden}.", "Halden, bordering Sweden", "consistent"),
    ("{Halden}, near {Sweden}'s border, was full.", "Halden, near Sweden's border", "consistent"),
    (
        "They moved south from {Halden}, near the border with neighbouring {Sweden}.",
        "Halden, near the border with neighbouring Sweden",
        "consistent",
    ),
    (
        "Helicopters cannot reach {Halden}, near the border with {Sweden}.",
        "Halden, near the border with Sweden",
        "consistent",
    ),
    ("{Bergen} lies on the {~Swedish} border.", "Bergen lies on the Swedish border", "inconsistent"),
    (
        "{Halden}, 90 km to the south on the border with {Sweden}, was full.",
        "Halden, 90 km to the south on the border with Sweden",
        "consistent",
    ),
    ("{Strömstad}, on the edge of {Halden}, was full.", "Strömstad, on the edge of Halden", "consistent"),
    ("Berg left {Bergen}, and went to school in {Strömstad}, near {Halden}.", "Strömstad, near Halden", "consistent"),
    ("{Norway}, sharing a boundary with {Poland}, agreed.", "Norway, sharing a boundary with Poland", "inconsistent"),
    ("They sailed from {Stockholm} on the {Baltic Sea}.", "Stockholm on the Baltic Sea", "unverifiable"),
    (
        "{Narvik}, across the {Baltic Sea} from {Helsinki}, was full.",
        "Narvik, across the Baltic Sea from Helsinki",
        "unverifiable",
    ),
    (
        "{Strömstad}, across the strait from {Halden}, was full.",
        "Strömstad, across the strait from Halden",
        "consistent",
    ),
    ("{Norway} borders {Sweden}.", "Norway borders Sweden", "consistent"),
    ("{Norway} shares a long border with {Poland}.", "Norway shares a long border with Poland", "inconsistent"),
    ("{Norway} shares borders with {Finland}.", "Norway shares borders with Finland", "consistent"),
    ("{Norway} is bordered by {Poland}.", "Norway is bordered by Poland", "inconsistent"),
    ("{Norway}'s neighbour {Finland} agreed.", "Norway's neighbour Finland", "consistent"),
    (
        "{Strömstad} is 95 km south of {Oslo}, near {Halden}.",
        "Strömstad is 95 km south of Oslo, near Halden",
        "consistent",
    ),
    (
        "{Halden}, a port across the river from {Strömstad}, burned.",
        "Halden, a port across the river from Strömstad",
        "consistent",
    ),
    (
        "{Halden}, home to an old fort, lies across the {Glomma} from {Strömstad}.",
        "Halden, home to an old fort, lies across the Glomma from Strömstad",
        "consistent",
    ),
    (
        "{Oslo} lies across the {Glomma} river from {Bergen}.",
        "Oslo lies across the Glomma river from Bergen",
        "inconsistent",
    ),
    ("{Halden} sits directly opposite {Strömstad}.", "Halden sits directly opposite Strömstad", "consistent"),
    ("{Halden}, which faces {Strömstad} across the fjord, is full.", "Halden, which faces Strömstad", "consistent"),
    ("{Halden} is a town on the frontier with {Sweden}.", "Halden is a town on the frontier with Sweden", "consistent"),
    ("{Halden}, hard by the {~Swedish} frontier, was full.", "Halden, hard by the Swedish frontier", "consistent"),
    ("The border town of {Halden} was shut.", "border town of Halden", "consistent"),
    ("They left the {Kungsleden} near {Kiruna}.", "Kungsleden near Kiruna", "unverifiable"),
]


@pytest.mark.parametrize(("text", "quote", "outcome"), CASES, ids=[c[0] for c in CASES])
def test_proximity(text, quote, outcome):
    assert judged(text) == [(quote, outcome)]


@pytest.mark.parametrize(
    "text",
    [
        "{Oslo} faces {Bergen} in the final on Saturday.",
        "The {Oslo} street opposite the church was calm, and {Bergen} was not.",
        "She drove across the {Glomma} from {Halden} to {Strömstad}.",
        "A village on the {Glomma} opposite {Halden} burned.",
    ],
)
def test_rivals_crossings_and_rivers_face_no_town(text):
    assert judged(text) == []


def test_every_neighbour_of_a_list_is_a_claim():
    assert judged("{Norway} borders {Sweden} to the east, {Finland} and {Poland}.") == [
        ("Norway borders Sweden", "consistent"),
        ("Norway borders Sweden to the east, Finland", "consistent"),
        ("Norway borders Sweden to the east, Finland and Poland", "inconsistent"),
    ]


def test_a_land_of_which_more_is_told_has_neighbours_too():
    assert judged("{Norway}, like most of its kind, is a hilly land and borders {Sweden} and {Poland}.") == [
        ("Norway, like most of its kind, is a hilly land and borders Sweden", "consistent"),
        ("Norway, like most of its kind, is a hilly land and borders Sweden and Poland", "inconsistent"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Norway}, which shares about 1,630 km of border with {Sweden}, is long.", ("Norway", "Sweden")),
        ("He lives in {Bergen} in {Norway}, which borders {Sweden}.", ("Norway", "Sweden")),
    ],
)
def test_it_is_the_land_that_shares_a_border(text, expected):
    [claim] = CHECKER.find_claims(read(text))
    assert (claim.figure.text, claim.ground.text) == expected


@pytest.mark.parametrize("rest", [", {Poland} does not.", " and {Poland} is near."])
def test_what_goes_on_of_another_is_no_neighbour_of_the_list(rest):
    assert judged("{Norway} borders {Sweden}" + rest)[:1] == [("Norway borders Sweden", "consistent")]
    assert "inconsistent" not in [outcome for _, outcome in judged("{Norway} borders {Sweden}" + rest)]


@pytest.mark.parametrize(
    "text",
    [
        "A farm near {Halden} burnt down.",
        "The two are close allies of {Norway}.",
        "{Oslo} is a dull town and borders on {~Swedish} seriousness.",
        "Near-record prices were paid in {Oslo}.",
        "{Norway}'s border guards said so.",
    ],
)
def test_what_has_no_place_of_its_own_is_no_claim(text):
    assert judged(text) == []


class Rivers(MarkedGazetteer):
    """Draws the Göta from Gothenburg to Strömstad."""

    def outline(self, place_id):
        ends = (PLACES["Gothenburg"].at, PLACES["Strömstad"].at)
        return (ends,) if place_id == PLACES["Göta"].id else super().outline(place_id)


RIVERS = [
    ("{Gothenburg}, on the {Göta}, was full.", [("Gothenburg, on the Göta", "consistent")]),
    ("{Gothenburg} stands on the banks of the {Göta}.", [("Gothenburg stands on the banks of the Göta", "consistent")]),
    ("{Halden} lies on the {Göta}.", [("Halden lies on the Göta", "unverifiable")]),
    ("{Bergen}, a port on the {Göta}, was full.", [("Bergen, a port on the Göta", "inconsistent")]),
    (
        "The {Göta} flows through {Gothenburg} and {Bergen}.",
        [
            ("Göta flows through Gothenburg", "consistent"),
            ("Göta flows through Gothenburg and Bergen", "inconsistent"),
        ],
    ),
    ("{Oslo} lies on the {Glomma}.", [("Oslo lies on the Glomma", "unverifiable")]),
    ("{Halden} lies 90 km south of {Oslo}, on the {Göta}.", []),
    ("A book on the {Göta} was sold in {Oslo}.", []),
]


@pytest.mark.parametrize(("text", "expected"), RIVERS, ids=[c[0] for c in RIVERS])
def test_places_on_rivers(text, expected):
    checker = ProximityChecker(Rivers())
    found = [v for v in map(checker.judge, checker.find_claims(read(text))) if v.claim.event == "river"]
    assert [(v.claim.quote, str(v.outcome)) for v in found] == expected
