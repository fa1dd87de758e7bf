"""Things that are no place of their own: where a text puts them, and what is measured from there."""

import pytest

from geomap.claims.distance import DistanceChecker
from geomap.geodesy import distance_km
from geomap.records import LatLon


@pytest.fixture
def checker(world, worder):
    return DistanceChecker(gazetteer=world, worder=worder)


def verdicts(checker, reading):
    return [checker.judge(claim) for claim in checker.find_claims(reading)]


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("The epicentre was 85 km north of Marseille.", "the epicentre"),
        ("The storm was 85 km north of Marseille.", "the storm"),
        ("The camp, 85 km north of Marseille, holds 4,000 people.", "the camp"),
        ("Divers found the wreck 85 km north of Marseille.", "the wreck"),
        ("The site is 85 km north of Marseille.", "the site"),
        ("Holmby lies 85 km north of Marseille.", "Holmby"),
        ("A bus burned near the village Holmby, which is 85 km north of Marseille.", "Holmby"),
        ("Their town, Old Holmby, is on a hill 85 km north of Marseille.", "Old Holmby"),
    ],
)
def test_words_that_alone_say_where_a_thing_is_put_it_on_the_map(read, checker, text, thing):
    (verdict,) = verdicts(checker, read(text))
    assert (verdict.outcome, verdict.rule, verdict.claim.figure.text) == (
        "unverifiable",
        "distance.puts-it-there",
        thing,
    )
    at, marseille = verdict.claim.figure.place.at, LatLon(43.30, 5.37)
    assert distance_km(at, marseille) == pytest.approx(85, abs=0.5)
    assert at.lat_deg > marseille.lat_deg
    assert verdict.lines == ((marseille, at),)
    assert thing in verdict.why


@pytest.mark.parametrize(
    "text",
    [
        "The storm was not 85 km north of Marseille.",
        "The storm was 85 km from Marseille.",
        "The storm was 85 km north of the camp.",
        "The storm was 85 km north of Italy.",
        "The camp is 8 km north of the Italian border.",
        "Anna Berg was driving 85 km north of the camp.",
    ],
)
def test_what_puts_nothing_on_the_map(read, checker, text):
    assert all(v.rule != "distance.puts-it-there" and not v.lines for v in verdicts(checker, read(text)))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The epicentre was 10 km north of Avignon. Lyon lies 190 km from the epicentre.", "consistent"),
        ("The epicentre was 10 km north of Avignon. Lyon lies 600 km from the epicentre.", "doubtful"),
        ("A quake struck 10 km north of Avignon. It was centred 190 km south of Lyon.", "consistent"),
        ("A quake struck 10 km north of Avignon. It was centred 90 km south of Lyon.", "doubtful"),
        ("The quake at 43.5N 6.25E was strong. The epicentre was 85 km west of Nice.", "consistent"),
        ("The epicentre was 85 km west of Nice. The quake was recorded at 43.5N 6.25E.", "consistent"),
        ("The wreck was found at 43.5N 6.25E. Nice is 85 km east of the wreck.", "consistent"),
        ("The storm was 20 km north of Nice, and on Friday 20 km north of Lyon.", "unverifiable"),
        ("The wreck was found at 43.5N 6.25E. Nice is 400 km east of the wreck.", "inconsistent"),
        # Another earthquake than the one whose point is given: an aftershock, one of another strength or year.
        ("The quake was 85 km west of Nice. An aftershock at 46.5N 4.25E followed.", "unverifiable"),
        ("A magnitude 5.2 tremor hit at 43.5N 6.25E. A magnitude 6.9 quake was 20 km north of Lyon.", "unverifiable"),
        ("A quake struck at 43.5N 6.25E. In 1909 a quake struck 20 km north of Lyon.", "unverifiable"),
        ("A quake struck 30 km west of Nice. In 1909 a quake struck 20 km north of Lyon.", "unverifiable"),
        ("A magnitude 5.2 tremor hit at 43.5N 6.25E. The magnitude 5.2 quake was 85 km west of Nice.", "consistent"),
        # There are two camps, so that neither is "the camp".
        (
            "The camp is 8 km east of Lyon. Another camp is 20 km north of Nice. Paris is 9 km from the camp.",
            "unverifiable",
        ),
        (
            "The camp is 8 km east of Lyon. The camp is 20 km north of Nice. Paris is 390 km from the camp.",
            "unverifiable",
        ),
        (
            "A wreck lies at 43.5N 6.25E, another wreck at 46.5N 4.25E. Nice is 85 km east of the wreck.",
            "unverifiable",
        ),
        # What a sentence before names is not what the coordinates are of.
        ("The camp was full. A ship at 43.5N 6.25E sank. Nice is 85 km east of the camp.", "unverifiable"),
    ],
)
def test_what_is_told_of_a_thing_is_held_against_where_the_text_puts_it(read, checker, text, outcome):
    assert verdicts(checker, read(text))[-1].outcome == outcome
