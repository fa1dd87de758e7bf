"""Times of lines that run, and distances and times that an entry tells of its own place."""

import pytest

from geomap.claims.distance import DistanceChecker
from geomap.claims.travel_time import TravelTimeChecker


@pytest.fixture
def times(world, worder):
    return TravelTimeChecker(gazetteer=world, worder=worder)


@pytest.fixture
def distances(world, worder):
    return DistanceChecker(gazetteer=world, worder=worder)


RUN = [
    (
        "Passenger trains leave Lyon for Turin twice a month and take six hours; a local runs daily.",
        None,
        "Turin",
        "Lyon",
        6,
    ),
    ("Ferries leave Marseille for Tunis at noon and need 20 hours.", None, "Tunis", "Marseille", 20),
    ("Coaches from Paris to Nice stop at Avignon around midnight (11 hours in total).", None, "Nice", "Paris", 11),
    ("Buses leave for Turin every evening and need about five hours.", "Lyon", "Turin", "Lyon", 5),
    (
        "Minibuses leave Geneva's old bus station every 30 minutes from 07:00 to 20:00 (2 hours, 9 francs).",
        "Lyon",
        "Lyon",
        "Geneva",
        2,
    ),
    ("There are four buses a day to Dijon along the river (2.5 hours).", "Lyon", "Dijon", "Lyon", 2.5),
    ("A shared taxi from Geneva takes two hours and costs 90 francs.", "Lyon", "Lyon", "Geneva", 2),
    ("A van departs from Turin daily at 14:00 (70 euros, five hours).", "Lyon", "Lyon", "Turin", 5),
    ("The drive from Nice via Avignon is around 470 km and takes 5 hours.", "Lyon", "Lyon", "Nice", 5),
    ("From Geneva it's about two hours.", "Lyon", "Lyon", "Geneva", 2),
    ("From Paris reckon with 465 km and five hours.", "Lyon", "Lyon", "Paris", 5),
    ("Allow five hours from Turin.", "Lyon", "Lyon", "Turin", 5),
    ("Dijon, on the hill, can be reached in two hours by way of Vienne.", "Lyon", "Dijon", "Lyon", 2),
    ("Marseille is easily reached by train in two hours.", "Lyon", "Marseille", "Lyon", 2),
]


@pytest.mark.parametrize(("text", "title", "figure", "ground", "value"), RUN)
def test_lines_that_run(read, times, text, title, figure, ground, value):
    claim = times.find_claims(read(text, title=title))[0]
    assert (claim.figure.place.name, claim.ground.place.name) == (figure, ground)
    assert claim.stated.value == value
    assert text[claim.start : claim.end] == claim.quote


@pytest.mark.parametrize(
    "text",
    [
        "The ferry for Tunis leaves Marseille at noon. It waits 40 minutes at the quay.",
        "The night train from Paris was 20 minutes late.",
        "Trucks queue in Geneva for three days.",
        "The bus to Turin stops for 20 minutes in Geneva.",
        "Flights to Tokyo were suspended for two hours.",
        "Trains to Dijon were cancelled, and passengers needed two hours to get refunds.",
        "Buses leave Nice every 30 minutes.",
    ],
)
def test_times_that_are_no_way(read, times, text):
    assert not times.find_claims(read(text, title="Lyon"))


def test_a_time_goes_with_the_distance_beside_it(read, times):
    text = "Dijon is 260 km from Paris by road, a three-hour drive, and 140 km east of Lyon."
    (claim,) = times.find_claims(read(text))
    assert claim.ground.place.name == "Paris"


@pytest.mark.parametrize(
    ("text", "figure", "ground", "value"),
    [
        ("From Geneva it's about two hours (110 km).", "Lyon", "Geneva", 110),
        ("From Paris reckon with 465 km and five hours.", "Lyon", "Paris", 465),
        ("The drive from Nice via Avignon is around 470 km and takes 5 hours.", "Lyon", "Nice", 470),
        (
            "Geneva lies 110 km to the north-east. Dijon, the next larger city, is 60 km to the north.",
            "Dijon",
            "Lyon",
            60,
        ),
        ("Nice is far. Geneva, 110 km north-east of the town, has a lake.", "Geneva", "Lyon", 110),
        ("The fort stands in the hills. Vienne lies 30 km south of the centre.", "Vienne", "Lyon", 30),
    ],
)
def test_an_entry_is_told_from_its_own_place(read, distances, text, figure, ground, value):
    claim = distances.find_claims(read(text, title="Lyon"))[-1]
    assert (claim.figure.place.name, claim.ground.place.name, claim.stated.value) == (figure, ground, value)


@pytest.mark.parametrize(
    ("text", "figure", "ground"),
    [
        ("- Holmby: 90 km west, with its falls.", "Holmby", "Lyon"),
        ("Geneva, 110 km to the north-east, and Holmby, 45 km to the west, are the nearest towns.", "Holmby", "Lyon"),
        ("Holmby, 30 km down the road towards Geneva, has a market.", "Holmby", "Lyon"),
        ("They tagged birds at some lagoons, such as Holmby, 190 km east of Nice.", "Holmby", "Nice"),
        ("The ski base is 7 km south of town.", "the base", "Lyon"),
    ],
)
def test_what_the_gazetteer_does_not_know(read, distances, text, figure, ground):
    claim = distances.find_claims(read(text, title="Lyon"))[-1]
    assert (claim.figure.text, claim.ground.place.name) == (figure, ground)
    assert text[claim.start : claim.end] == claim.quote


def test_what_a_possessive_names(read, distances):
    text = "Marseille is a port. Its nearest rival, Nice, is 160 km to the east."
    (claim,) = distances.find_claims(read(text))
    assert (claim.figure.place.name, claim.ground.place.name) == ("Nice", "Marseille")


def test_what_a_thing_did_on_its_way_is_not_told_of_where_it_went(read, distances):
    text = "The ship was on its way from Marseille to Tunis when gunmen boarded it 60 nautical miles south of Corsica."
    (claim,) = distances.find_claims(read(text))
    assert claim.figure.place is None or claim.figure.place.name.startswith("the point")
    assert claim.ground.place.name == "Corsica"
