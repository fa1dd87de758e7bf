"""Which places descriptions, left-out grounds and appositions mean."""

import pytest

from geomap.claims.distance import DistanceChecker


@pytest.fixture
def checker(world, worder):
    return DistanceChecker(gazetteer=world, worder=worder)


@pytest.mark.parametrize(
    ("text", "figure", "ground"),
    [
        ("A flood hit Avignon. Help came from Marseille, 85 km south of the town.", "Marseille", "Avignon"),
        ("A ship sank off Corsica. Divers came from Nice, 190 km north of the island.", "Nice", "Corsica"),
        ("Police closed roads in Nice, some 690 km southeast of the capital.", "Nice", "Paris"),
        ("Dijon is 260 km from the capital of France.", "Dijon", "Paris"),
        ("Quito lies 25 km south of the equator.", "Quito", "the equator"),
        ("Lyon (AP) - A fire burned in Geneva, 110 km from here, on Monday.", "Geneva", "Lyon"),
        (
            "Two hikers were found near Avignon. They come from Nice, some 200 km from where they were found.",
            "Nice",
            "Avignon",
        ),
        ("A fire burned near Lyon and came within 5 km of the city.", None, "Lyon"),
        # The place named last does not fit, the one where the story is set does.
        (
            "Crews in Avignon searched the Avignon hills. They were joined by men of Paris. A helicopter from "
            "Marseille, 85 km to the south, came too.",
            "Marseille",
            "Avignon",
        ),
    ],
)
def test_descriptions_mean_a_place_spoken_of(read, checker, text, figure, ground):
    claim = checker.find_claims(read(text))[-1]
    assert (claim.figure.place.name if claim.figure.place else None) == figure
    assert claim.ground.place is not None
    assert claim.ground.place.name == ground
    assert claim.ground.why


@pytest.mark.parametrize(
    "text",
    [
        "Dijon is 60 km from the border.",
        "A fire burned near the camp. It is 20 km from the camp.",
        "A convoy left Dijon, 90 km from where it was built.",
    ],
)
def test_what_the_text_leaves_open_stays_open(read, checker, text):
    assert all(claim.ground.place is None for claim in checker.find_claims(read(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A boat, which left Tunis, 630 km east of Algiers, was towed to Malta, 400 km east of Tunis.",
            [("Tunis", "Algiers"), ("Malta", "Tunis")],
        ),
        ("The train left Paris. It was expected to arrive in Dijon, 175 km north of Lyon.", [("Dijon", "Lyon")]),
        ("The train left Paris. It is in Dijon, 175 km north of Lyon.", [("Dijon", "Lyon")]),
        ("The painting was taken from Turin to Geneva, 110 km northeast of Lyon.", [("Geneva", "Lyon")]),
        ("The village is near Avignon, 85 km north of Marseille.", [("Avignon", "Marseille")]),
        ("Malta, 400 km east of Tunis, took them in.", [("Malta", "Tunis")]),
        (
            "Avignon is 200 km south of the city of Lyon on the Rhone, 85 km north of Marseille.",
            [("Avignon", "Lyon"), ("Avignon", "Marseille")],
        ),
    ],
)
def test_an_amount_is_told_of_the_place_right_before_it(read, checker, text, expected):
    claims = checker.find_claims(read(text))
    found = [(c.figure.place.name if c.figure.place else None, c.ground.place.name) for c in claims]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # On a map Tokyo lies east of Madrid; the shortest line sets out to the north.
        ("Tokyo is 10,800 km east of Madrid.", "consistent"),
        ("Tokyo is 10,800 km north of Madrid.", "consistent"),
        ("Tokyo is 10,800 km southwest of Madrid.", "inconsistent"),
    ],
)
def test_far_directions_hold_on_a_map_or_along_the_shortest_line(read, checker, text, outcome):
    assert checker.judge(checker.find_claims(read(text))[0]).outcome == outcome
