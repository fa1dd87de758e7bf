"""What commas set aside after a place, and pairs of ends that are read across it."""

import pytest

from geomap.claims.asides import pare
from geomap.claims.distance import DistanceChecker
from geomap.claims.travel_time import TravelTimeChecker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The line goes from Lyon, 175 km south of Dijon, to Turin, 310 km in five hours.",
            [("Lyon", "Dijon", 175), ("Turin", "Lyon", 310)],
        ),
        ("The 300-km railway links Lyon, on the river, with Marseille.", [("Marseille", "Lyon", 300)]),
        (
            "They want a tunnel of 310 km from Lyon, 110 km west of Geneva, to Turin.",
            [("Turin", "Lyon", 310), ("Lyon", "Geneva", 110)],
        ),
        ("The road from Paris, the capital, to Lyon is 465 km long.", [("Lyon", "Paris", 465)]),
        ("Lyon, a city on the Rhone, and Geneva are 110 km apart.", [("Geneva", "Lyon", 110)]),
        (
            "The railway line between Nice, at the foot of the hills, and Corsica is 190 km long.",
            [("Corsica", "Nice", 190)],
        ),
    ],
)
def test_distances_of_ends_with_asides(read, world, worder, text, expected):
    claims = DistanceChecker(gazetteer=world, worder=worder).find_claims(read(text))
    assert [(c.figure.place.name, c.ground.place.name, c.stated.value) for c in claims] == expected
    assert all(text[c.start : c.end] == c.quote for c in claims)


@pytest.mark.parametrize(
    ("text", "figure", "ground", "value"),
    [
        (
            "The ferry from Marseille, 85 km from Avignon, to Tunis, on the gulf, needs 20 hours.",
            "Tunis",
            "Marseille",
            20,
        ),
        ("Trains between Lyon, a city on the Rhone, and Turin take four hours.", "Turin", "Lyon", 4),
        ("The trip from Dijon, 260 km from Paris, to Nice takes six hours.", "Nice", "Dijon", 6),
        ("The bus from Geneva, just over the border, to Lyon takes two hours.", "Lyon", "Geneva", 2),
        ("It takes nine hours from Paris, once the seat of kings, to Nice by car.", "Nice", "Paris", 9),
    ],
)
def test_times_of_ends_with_asides(read, world, worder, text, figure, ground, value):
    claim = TravelTimeChecker(gazetteer=world, worder=worder).find_claims(read(text))[0]
    assert (claim.figure.place.name, claim.ground.place.name, claim.stated.value) == (figure, ground, value)
    assert text[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize(
    "text",
    [
        "Lyon and Geneva, which are 110 km apart, are both 300 km from Nice.",
        "The railway from Lyon to Turin, 310 km long, is steep.",
        "She went to Lyon, Geneva, and Turin, 310 km away.",
        "The way from Lyon to Turin, the length of which is 310 km, is steep.",
    ],
)
def test_what_is_no_aside(read, worder, text):
    (wording,) = worder.word(read(text))
    assert pare(wording) is None


def test_a_pared_sentence_stands_where_the_whole_does(read, worder):
    text = "The line goes from Lyon, 175 km south of Dijon, to Turin, 310 km in five hours."
    (wording,) = worder.word(read(text))
    pared = pare(wording)
    assert pared is not None
    assert [wording.line[i] for i in pared.kept] == list(pared.wording.line)
    assert [wording.start(i) for i in pared.kept] == [pared.wording.start(i) for i in range(len(pared.kept))]
