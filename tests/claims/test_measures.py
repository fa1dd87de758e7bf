"""Directions, speeds, sums, halfway points and triangles: what is found, and how it is judged."""

import time

import pytest

from geomap.claims.arithmetic import ArithmeticChecker
from geomap.claims.between import BetweenChecker
from geomap.claims.direction import DirectionChecker
from geomap.claims.distance import DistanceChecker
from geomap.claims.speed import SpeedChecker
from geomap.claims.travel_time import TravelTimeChecker
from geomap.claims.triangle import TriangleChecker


def every_checker(world, worder):
    return [
        DistanceChecker(gazetteer=world, worder=worder),
        DirectionChecker(gazetteer=world, worder=worder),
        TravelTimeChecker(gazetteer=world, worder=worder),
        SpeedChecker(worder),
        ArithmeticChecker(worder),
        BetweenChecker(gazetteer=world, worder=worder),
        TriangleChecker(gazetteer=world, worder=worder),
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "10 km from Lyon and ",
        "north of Lyon ",
        "10 km from the old city of the ",
        "between Lyon and ",
        "10 hours from Lyon, ",
        "Lyon is 10 km from Turin. ",
        "Aaa Bbb of Ccc 10 km ",
        "closer to Lyon than to ",
        "10 km from there and 10 km from it, ",
        "its old grey airport is 10 km ",
        "The camp is 10 km north of Lyon. ",
        "10 km from the camp at 43.5N 6.25E. ",
        "Lyon is ten hours away. ",
        "the journey from Lyon takes ten hours and ",
        "both towns are 10 km from Lyon and ",
        "Aaa-Bbb old trip 10 km later ",
    ],
)
def test_time_grows_no_faster_than_the_text(read, world, worder, unit):
    took = []
    for size in (8_000, 32_000):
        text = read((unit * (size // len(unit) + 1))[:size])
        start = time.process_time()
        for checker in every_checker(world, worder):
            for claim in checker.find_claims(text):
                checker.judge(claim)
        took.append(time.process_time() - start)
    assert took[1] < 8 * took[0] + 0.5


def judged(checker, read, text):
    return [checker.judge(claim) for claim in checker.find_claims(read(text))]


@pytest.mark.parametrize(
    ("text", "figure", "ground", "direction", "outcome"),
    [
        ("Dijon is a wine and mustard producing town north of Lyon.", "Dijon", "Lyon", "N", "consistent"),
        ("Dijon was a sleepy place just south of Lyon.", "Dijon", "Lyon", "S", "inconsistent"),
        ("Dijon is north of Lyon.", "Dijon", "Lyon", "N", "consistent"),
        ("Dijon lies to the south of Lyon.", "Dijon", "Lyon", "S", "inconsistent"),
        ("A fire broke out in Avignon, just north of Marseille.", "Avignon", "Marseille", "N", "consistent"),
        ("Avignon, a town located northwest of Marseille, was calm.", "Avignon", "Marseille", "NW", "consistent"),
        ("Dijon, a remote settlement in the hills north of Lyon, was calm.", "Dijon", "Lyon", "N", "consistent"),
        ("Corsica, an Italian island south of Lyon, was calm.", "Corsica", "Lyon", "S", "consistent"),
        ("Fire broke out in Avignon territory, northwest of Marseille.", "Avignon", "Marseille", "NW", "consistent"),
        ("Fire broke out in Avignon district, northwest of Marseille.", "Avignon", "Marseille", "NW", "consistent"),
        ("To the north of Lyon lies Dijon.", "Dijon", "Lyon", "N", "consistent"),
        ("The car drove south from Dijon to Lyon.", "Lyon", "Dijon", "S", "consistent"),
        ("It left Lyon. The train headed south through Savoy. It reached Nice.", "Nice", "Lyon", "S", "consistent"),
        ("It left Lyon. The train headed north through Savoy. It reached Nice.", "Nice", "Lyon", "N", "doubtful"),
    ],
)
def test_directions(read, world, worder, text, figure, ground, direction, outcome):
    verdict = judged(DirectionChecker(gazetteer=world, worder=worder), read, text)[0]
    claim = verdict.claim
    assert (claim.figure.place.name, claim.ground.place.name, claim.direction) == (figure, ground, direction)
    assert verdict.outcome == outcome, verdict.why


@pytest.mark.parametrize(
    "text",
    [
        "Nice, south of France, is warm.",
        "Lyon, in the north of the valley, is large.",
        "Avignon is 85 km north of Marseille.",
        "He lives on North Seventh Street in Lyon.",
    ],
)
def test_parts_and_distances_are_no_directions(read, world, worder, text):
    assert judged(DirectionChecker(gazetteer=world, worder=worder), read, text) == []


@pytest.mark.parametrize(
    ("text", "value", "mode", "outcome"),
    [
        ("The train from Lyon travels at a speed of about 60 km/h.", 60, "rail", "consistent"),
        ("Given the slow speed of the heavy train – 60 km/h – Lyon was too far.", 60, "rail", "consistent"),
        ("The train cannot go beyond 59kmph before Lyon.", 59, "rail", "consistent"),
        ("The bus to Turin averaged 600 km/h.", 600, "road", "inconsistent"),
        ("The ship was cruising at 20 knots off Marseille.", 20, "sea", "consistent"),
        ("The 400 km/h train links Lyon and Paris.", 400, "rail", "doubtful"),
        ("The cyclone is moving at 13 km per hour towards Nice.", 13, "storm", "consistent"),
        ("The storm, with winds of 120 mph, was moving north-west at 12 mph to Nice.", 12, "storm", "consistent"),
        ("The hurricane is heading west at 200 mph towards Nice.", 200, "storm", "inconsistent"),
        ("The tsunami travelled towards Nice at 700 km/h.", 700, "tsunami", "consistent"),
        ("The tsunami travelled towards Nice at 1,600 km/h.", 1600, "tsunami", "inconsistent"),
        ("The train left Lyon for Turin. The average speed was 44 km/h.", 44, "rail", "consistent"),
        ("The train left Lyon for Turin. Its average speed was 900 km/h.", 900, "rail", "inconsistent"),
        (
            "The yachts left Nice. The leader found a good wind and was sailing at about 10 knots.",
            10,
            "sea",
            "consistent",
        ),
    ],
)
def test_speeds(read, worder, text, value, mode, outcome):
    (verdict,) = judged(SpeedChecker(worder), read, text)
    assert (verdict.claim.stated.value, verdict.claim.mode, verdict.outcome) == (value, mode, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "Wind gusts of 60 mph hit Lyon.",
        "The storm brought winds of 130 km/h to Nice.",
        "The storm hit Nice with gusts of 130 km/h.",
        "A storm moving over Nice had winds of 130 km/h.",
        "The speed limit in Lyon is 50 km/h.",
        "A barstool reached 38 mph.",
        "The winds off Nice were blowing at 30 knots as the ship sank.",
    ],
)
def test_winds_and_limits_are_no_speeds(read, worder, text):
    assert judged(SpeedChecker(worder), read, text) == []


@pytest.mark.parametrize(
    ("text", "rule", "outcome"),
    [
        ("The 1,200 km trip from Lyon to Tunis takes 20 hours at 60 km/h.", "arithmetic.fits", "consistent"),
        ("The 1,200 km trip from Lyon to Tunis takes 5 hours at 60 km/h.", "arithmetic.does-not-fit", "inconsistent"),
        ("The train covered 900 km from Paris to Nice in one hour.", "arithmetic.pace", "inconsistent"),
        ("Trains between Paris and Lyon cover 430 km in 100 minutes.", "arithmetic.pace", "doubtful"),
        ("The Blue Arrow covers the 430 km between Paris and Lyon in 90 minutes.", "arithmetic.pace", "doubtful"),
        ("Averaging 40 km/h, the convoy covered the 320 km in two hours.", "arithmetic.does-not-fit", "inconsistent"),
        ("A bus left Lyon. It did 60 km/h and covered the 360 km in six hours.", "arithmetic.fits", "consistent"),
        (
            "With a top speed of 320 km/h the train covers the 660 km from Paris to Nice in 3 hours.",
            "arithmetic.fits",
            "consistent",
        ),
        (
            "The train, which can reach 300 km/h, does the 660 km from Paris to Nice in 3 hours.",
            "arithmetic.fits",
            "consistent",
        ),
        (
            "The bus did 315 km from Lyon to Nice in 4 hours, never faster than 100 km/h.",
            "arithmetic.fits",
            "consistent",
        ),
        (
            "The bus did 315 km from Lyon to Nice in 2 hours, never faster than 100 km/h.",
            "arithmetic.does-not-fit",
            "inconsistent",
        ),
        ("A cyclist covered the 300 km from Lyon to Marseille in three hours.", "arithmetic.pace", "inconsistent"),
        ("Buses between Paris and Lyon cover 465 km in two hours.", "arithmetic.pace", "inconsistent"),
        ("The list is led by Paris to Tunis, 15,000 km in 14 hours.", "arithmetic.pace", "doubtful"),
        ("Lyon is 20 kilometers (32 miles) from Geneva.", "arithmetic.inverse-conversion", "inconsistent"),
        ("Lyon is 100 km (90 miles) from Geneva.", "arithmetic.unit-conversion", "inconsistent"),
    ],
)
def test_sums(read, worder, text, rule, outcome):
    verdict = judged(ArithmeticChecker(worder), read, text)[0]
    assert (verdict.rule, verdict.outcome) == (rule, outcome), verdict.why


def test_a_right_conversion_needs_no_card(read, worder):
    assert judged(ArithmeticChecker(worder), read, "Lyon is 150 km (93 miles) from Geneva.") == []


@pytest.mark.parametrize(
    ("text", "figure", "share", "outcome"),
    [
        ("Lyon lies about halfway between Dijon and Avignon.", "Lyon", "half", "consistent"),
        ("Dijon, midway between Paris and Lyon, is a stop.", "Dijon", "half", "doubtful"),
        ("Dijon is two thirds of the way from Paris to Lyon.", "Dijon", "two thirds", "consistent"),
        ("Turin is halfway between Lyon and Marseille.", "Turin", "half", "inconsistent"),
        ("Lyon is equidistant from Turin and Avignon.", "Lyon", "equal", "consistent"),
        ("About halfway between Lyon and Marseille lies Avignon.", "Avignon", "half", "inconsistent"),
        ("Avignon lies between Lyon and Marseille.", "Avignon", "between", "consistent"),
        ("Tunis lies between Lyon and Marseille.", "Tunis", "between", "inconsistent"),
        ("He lived in Avignon, between Lyon and Marseille, for a year.", "Avignon", "between", "consistent"),
        ("They met in Tunis, a town between Lyon and Marseille.", "Tunis", "between", "inconsistent"),
        ("Dijon is old, and Lyon lies halfway between it and Avignon.", "Lyon", "half", "consistent"),
    ],
)
def test_betweens(read, world, worder, text, figure, share, outcome):
    (verdict,) = judged(BetweenChecker(gazetteer=world, worder=worder), read, text)
    assert (verdict.claim.figure.place.name, verdict.claim.event) == (figure, share)
    assert verdict.outcome == outcome, verdict.why


@pytest.mark.parametrize(
    ("length", "outcome"), [("250 km", "consistent"), ("120 km", "inconsistent"), ("900 km", "doubtful")]
)
def test_a_length_given_for_both_ways_is_checked(read, world, worder, length, outcome):
    text = f"Lyon is equidistant from Turin and Avignon, Turin {length} and Avignon {length}."
    (verdict,) = judged(BetweenChecker(gazetteer=world, worder=worder), read, text)
    assert verdict.outcome == outcome, verdict.why


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Lyon and Turin went on halfway through the night.",
        "Between 20 and 30 km of the road near Lyon is closed.",
        "The two mayors of Lyon and Turin met half way.",
        "Talks were held in Geneva, between France and Italy, on Monday.",
    ],
)
def test_other_betweens_are_left_alone(read, world, worder, text):
    assert judged(BetweenChecker(gazetteer=world, worder=worder), read, text) == []


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Dijon is 1,500 km from Lyon and approximately 1,800 km from Marseille.", "consistent"),
        ("Dijon is 175 km from Lyon and 950 km from Marseille.", "inconsistent"),
    ],
)
def test_triangles(read, world, worder, text, outcome):
    (verdict,) = judged(TriangleChecker(gazetteer=world, worder=worder), read, text)
    assert verdict.outcome == outcome, verdict.why


def test_a_triangle_that_closes_needs_no_card(read, world, worder):
    assert (
        judged(
            TriangleChecker(gazetteer=world, worder=worder),
            read,
            "Dijon is 175 km from Lyon and 450 km from Marseille.",
        )
        == []
    )


def test_every_rule_has_words_and_every_constant_a_source(world, worder):
    checkers = [
        DirectionChecker(gazetteer=world),
        SpeedChecker(worder),
        ArithmeticChecker(worder),
        BetweenChecker(gazetteer=world),
        TriangleChecker(gazetteer=world),
    ]
    for rule in (rule for checker in checkers for rule in checker.rules):
        assert rule.text
        assert rule.id.startswith(f"{rule.kind}.")
        assert all(t.source and t.reason and t.unit for t in rule.tolerances)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The 840 km walk from Lyon to Tunis took 70 days, an average of 12 km a day.", "consistent"),
        ("The 840 km walk from Lyon to Tunis took 30 days, an average of 12 km a day.", "inconsistent"),
    ],
)
def test_so_much_a_day_is_a_speed(read, worder, text, outcome):
    (verdict,) = judged(ArithmeticChecker(worder), read, text)
    assert verdict.outcome == outcome
    assert "days" in verdict.why


def test_the_middle_may_come_before_what_lies_there(read, world, worder):
    text = "Halfway from Paris to Marseille, Lyon makes a good stop."
    (verdict,) = judged(BetweenChecker(gazetteer=world, worder=worder), read, text)
    assert verdict.claim.figure.place.name == "Lyon"


def test_a_direction_may_come_before_what_lies_there(read, world, worder):
    (verdict,) = judged(DirectionChecker(gazetteer=world, worder=worder), read, "North of Lyon, in Dijon, it snowed.")
    assert (verdict.claim.figure.place.name, verdict.outcome) == ("Dijon", "consistent")


@pytest.mark.parametrize(
    ("text", "title", "outcome"),
    [
        ("Lyon lies closer to Geneva than to Marseille.", None, "consistent"),
        ("Lyon lies closer to Marseille than it is to Geneva.", None, "inconsistent"),
        ("Lyon, a town closer to Marseille than Geneva, was calm.", None, "inconsistent"),
        ("Lyon is farther from Marseille than from Geneva.", None, "consistent"),
        ("Lyon lies farther away from Geneva than from Marseille.", None, "inconsistent"),
        ("Closer to Lyon than to Paris, Geneva is calm.", None, "consistent"),
        ("It is nearer to Lyon than to Paris.", "Geneva", "consistent"),
        # As far from one as from the other, within what their extents leave open.
        ("Turin lies nearer to Geneva than to Nice.", None, "doubtful"),
        # It may be said of other things than distance.
        ("Lyon is closer to Marseille than to Geneva.", None, "doubtful"),
    ],
)
def test_which_of_two_places_is_nearer(world, worder, read, text, title, outcome):
    checker = BetweenChecker(gazetteer=world, worder=worder)
    (claim,) = checker.find_claims(read(text, title=title))
    verdict = checker.judge(claim)
    assert (verdict.outcome, verdict.rule) == (outcome, "between.nearer"), verdict.why


@pytest.mark.parametrize(
    "text",
    [
        "The policy of Lyon is closer to Paris than to Geneva.",
        "Lyon lies closer to Paris than Geneva does.",
        "Talks in Lyon are closer to a deal than ever.",
        "Lyon is closer than Paris.",
        "Wages in Lyon are closer to Paris than to Geneva.",
    ],
)
def test_what_is_nearer_in_another_sense_is_left_alone(world, worder, read, text):
    assert not BetweenChecker(gazetteer=world, worder=worder).find_claims(read(text))


def test_a_part_of_a_land_is_not_said_to_lie_beside_it(world, worder, read):
    checker = DirectionChecker(gazetteer=world, worder=worder)
    assert not checker.find_claims(read("He commands all of France south of Lyon."))
    assert checker.find_claims(read("France lies west of Geneva."))
