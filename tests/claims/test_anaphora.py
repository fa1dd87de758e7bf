"""Pronouns, "there" and what belongs to a place, as figure or ground of a distance."""

import pytest

from geomap.claims.distance import DistanceChecker


@pytest.fixture
def checker(world, worder):
    return DistanceChecker(gazetteer=world, worder=worder)


def ends(claims):
    return [
        (c.figure.place.name if c.figure.place else c.figure.text, c.ground.place.name if c.ground.place else None)
        for c in claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "From Paris to Lyon it is 465 km; from there to Turin another 310 km.",
            [("Lyon", "Paris"), ("Turin", "Lyon")],
        ),
        ("They flew to Lyon. From there it is 310 km to Turin.", [("Turin", "Lyon")]),
        ("They flew to Lyon. It is 310 km from there to Turin by road.", [("Turin", "Lyon")]),
        ("They flew to Lyon. The distance between there and Turin is 310 km.", [("Turin", "Lyon")]),
        ("The army took Lyon. Geneva is 110 km from there.", [("Geneva", "Lyon")]),
        ("Turin is old; they came to Lyon and it is 110 km from there to Geneva.", [("Geneva", "Lyon")]),
        # The quake is what is meant, not the town.
        ("Lyon was shaken by a quake. Geneva lies 110 km from it.", []),
        (
            "The army took Lyon. Geneva lies 110 km north-east of it, and Vienne 26 km south.",
            [("Geneva", "Lyon"), ("Vienne", "Lyon")],
        ),
        # The text goes on about what lies somewhere, not about what that is measured from.
        (
            "Avignon, 85 km north of Marseille, was calm. Nice is 200 km from there.",
            [("Avignon", "Marseille"), ("Nice", "Avignon")],
        ),
        (
            "Avignon is 85 km north of Marseille. The town is 230 km from Turin.",
            [("Avignon", "Marseille"), ("Avignon", "Turin")],
        ),
        (
            "Geneva is 110 km from Lyon; Savoy and the camp at Vienne are 8 km from it.",
            [("Geneva", "Lyon"), ("Vienne", "Geneva")],
        ),
        # What belongs to a place is not that place.
        (
            "Avignon is 85 km north of Marseille and its airport is 8 km to the south-east.",
            [("Avignon", "Marseille"), ("its airport", "Avignon")],
        ),
        ("They went to Avignon. Its old station is 8 km to the south.", [("Its old station", "Avignon")]),
        # Nor is what goes to a place that place.
        ("The train to Lyon was 20 km from Dijon when it stopped.", [("the train", "Dijon")]),
        ("Flight 17 from Paris to Tunis was 50 km from Nice.", [("the flight", "Nice")]),
        ("The ship for Malta was 100 miles from Tunis.", [("the ship", "Tunis")]),
        ("The distance to Lyon is 465 km from Paris.", [("Lyon", "Paris")]),
        ("The boat had left Tunis 20 hours earlier and was 45 miles off Malta.", [("the boat", "Malta")]),
        ("Lyon (AP) — Shells fell on the city, 110 km from Geneva.", [("Lyon", "Geneva")]),
        ("They rode from Lyon over the Savoy to Turin: 310 km of climbing.", [("Turin", "Lyon")]),
        # What a distance to a side is seen from is a point, no country.
        ("They came to France. Turin is 240 km to the east.", [("Turin", None)]),
        # A town between a place and its distance is what that is measured from, if the text does not say from where.
        ("Vienne is an old town of Lyon, at 27 km by road.", [("Vienne", "Lyon")]),
        # What a thing lies in is not what lies there.
        ("He spoke in this small town 60 miles from Lyon in the Savoy region.", [("the town", "Lyon")]),
        ("Lyon is 4,900 km from the North Pole.", [("Lyon", "the North Pole")]),
        (
            "The camp was moved from Lyon, 110 km from Geneva, to Nice, 180 km from Turin.",
            [("Lyon", "Geneva"), ("Nice", "Turin")],
        ),
        ("A truck burned on the Lyon road 20 km from Geneva.", [("the truck", "Geneva")]),
        # Of two together each is meant.
        (
            "A ferry joins Nice and Tunis. Both towns are 600 km from Algiers.",
            [("Nice", "Algiers"), ("Tunis", "Algiers")],
        ),
        (
            "Lyon and Geneva, which are 110 km apart, are both 300 km from Nice.",
            [("Geneva", "Lyon"), ("Lyon", "Nice"), ("Geneva", "Nice")],
        ),
    ],
)
def test_what_words_for_places_mean(read, checker, text, expected):
    assert ends(checker.find_claims(read(text))) == expected


def test_an_entry_measures_from_its_title(read, checker):
    text = "Vienne is a town south of Dijon. Lyon is 27 km away, and Geneva lies 130 km to the north-east."
    assert ends(checker.find_claims(read(text, title="Vienne"))) == [("Lyon", "Vienne"), ("Geneva", "Vienne")]


@pytest.mark.parametrize(
    "text", ["They flew to Lyon. There are 310 km of track in Turin.", "Few of them were far from it."]
)
def test_other_uses_of_the_words_are_left_alone(read, checker, text):
    assert not checker.find_claims(read(text))
