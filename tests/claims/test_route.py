"""Statements about ways taken or planned."""

import time

import pytest
from marked import MarkedGazetteer, read

from geomap.claims.route import RouteChecker

CHECKER = RouteChecker(MarkedGazetteer(), None)


def judged(text: str):
    return [CHECKER.judge(claim) for claim in CHECKER.find_claims(read(text))]


CASES = [
    ("The plane was en route from {Oslo} to {Helsinki}.", "consistent", "route.ends"),
    ("She walked from {Halden} to {Strömstad}.", "consistent", "route.ends"),
    ("She left {Oslo} for {Stockholm} by car.", "consistent", "route.ends"),
    ("The airline offers a nonstop service between {Oslo} and {Helsinki}.", "consistent", "route.ends"),
    ("They travelled from {Oslo} to {Stockholm} via {Gothenburg}.", "consistent", "route.ends"),
    ("The rally crossed from {Halden} to {Strömstad} on the night ferry.", "consistent", "route.ends"),
    ("The line runs from {Oslo}, in the far south of {Norway}, to {Stockholm}.", "consistent", "route.ends"),
    ("The pilgrims had come through {Halden} and {Strömstad}.", "consistent", "route.ends"),
    ("The bus will stop in {Halden} and {Strömstad}.", "unverifiable", "route.planned"),
    ("They travelled from {Oslo} to {Stockholm} via {Sydney}.", "inconsistent", "route.order"),
    ("The plane was flying from {Norway} to {Finland} with five aboard.", "consistent", "route.ends"),
    ("The bus was travelling from hilly {Halden} to the port of {Strömstad}.", "consistent", "route.ends"),
    ("It broke down on its trip from {Norway} to {Finland}.", "consistent", "route.ends"),
    ("The rebels are progressing south from {Oslo} towards {Halden}.", "consistent", "route.ends"),
    ("They fled from war-torn {Halden} to {Strömstad}.", "consistent", "route.ends"),
    ("The {~Norwegian} minister entered {Sweden} aboard his train.", "consistent", "route.border"),
    ("The {~Norwegian} minister entered {Poland} on foot.", "doubtful", "route.border"),
    ("The plane was bound for {Bergen} but was diverted to {Oslo}.", "consistent", "route.turn"),
    ("A flight from {Oslo} was diverted to {Helsinki}.", "consistent", "route.ends"),
    ("The helicopter turned back to {Narvik}.", "unverifiable", "route.unknown"),
    ("“They took me via {Oslo}, {Sydney} and {Halden},” Anna Berg said.", "consistent", "route.ends"),
    ("She is planning a visit to {Narvik}.", "unverifiable", "route.planned"),
    ("Anna Berg's ship, bound for {Narvik}, was painted green.", "unverifiable", "route.planned"),
    ("Anna Berg never reached {Narvik}.", "unverifiable", "route.planned"),
    ("“They took me via {Oslo}, {Halden} and {Strömstad},” Anna Berg said.", "consistent", "route.ends"),
    ("She said that she would soon go to {Narvik}.", "unverifiable", "route.planned"),
    ("The {~Norwegian} convoy drove into {Sweden}.", "consistent", "route.border"),
    ("The convoy crossed {Norway}'s border with {Sweden}.", "unverifiable", "route.unknown"),
    ("Anna Berg's column marched across {Sweden}.", "unverifiable", "route.unknown"),
    ("The expedition left {Narvik} in high spirits.", "unverifiable", "route.unknown"),
    ("Anna Berg returned to {Narvik} a rich woman.", "unverifiable", "route.unknown"),
    ("Anna Berg resumed her lonely walk from {Oslo} to {Halden}.", "consistent", "route.ends"),
    ("Her last stretch was from {Halden} to {Gothenburg}.", "consistent", "route.ends"),
    ("Anna Berg stopped in several towns including {Halden} and {Gothenburg}.", "consistent", "route.ends"),
    ("The convoy will take rough roads through the north to {Narvik}.", "unverifiable", "route.planned"),
    ("Anna Berg will visit {Sweden}.", "unverifiable", "route.planned"),
    ("The riders made a dash for {Narvik}.", "unverifiable", "route.planned"),
    ("The train bypassed {Halden}.", "unverifiable", "route.planned"),
    ("A passenger on flight 12 from {Oslo} to {Helsinki} fell ill.", "consistent", "route.ends"),
    ("The dancers were returning from a wedding at {Narvik}.", "unverifiable", "route.unknown"),
    ("Anna Berg departed for {Narvik}.", "unverifiable", "route.planned"),
    ("Anna Berg arrived early from {Narvik}.", "unverifiable", "route.unknown"),
    ("The jet had taken off from {Narvik} with 155 people on board.", "unverifiable", "route.unknown"),
    ("The next stop was {Narvik}.", "unverifiable", "route.unknown"),
    ("The third stop of the tour was {Narvik}, where people had waited.", "unverifiable", "route.unknown"),
    ("Anna Berg then boarded the night train to {Narvik}.", "unverifiable", "route.planned"),
    ("Their final destination was {Narvik}.", "unverifiable", "route.planned"),
    ("Anna Berg spent a month there, going to {Narvik} and back by train.", "unverifiable", "route.planned"),
    ("Anna Berg then took a scenic drive to {Narvik}.", "unverifiable", "route.unknown"),
    ("Anna Berg flew from {Oslo} ({Norway}) to {Stockholm} ({Sweden}).", "consistent", "route.ends"),
    ("Anna Berg will leave {Narvik} in good time.", "unverifiable", "route.planned"),
    ("The damaged ferry will be towed to {Narvik}.", "unverifiable", "route.planned"),
    ("Anna Berg hopes to cycle from {Oslo} to {Halden}.", "unverifiable", "route.planned"),
    ("The train has stoppages at {Halden} and {Gothenburg}.", "consistent", "route.ends"),
    ("The train will run daily and halt at {Halden}.", "unverifiable", "route.planned"),
    ("Her walk has taken her through {Halden} in {Norway} and {Gothenburg} in {Sweden}.", "consistent", "route.ends"),
    ("From {Oslo} we turned south to {Halden}.", "consistent", "route.ends"),
    ("Anna Berg left her home in {Narvik} on a bright morning.", "unverifiable", "route.unknown"),
    ("Walking 20 km a day, she came through {Halden} and {Gothenburg}.", "consistent", "route.ends"),
    ("We headed off in the rain toward {Narvik} via {Halden}.", "unverifiable", "route.planned"),
    ("A plane from {Oslo}, {Norway}, to {Helsinki}, {Finland}, diverted to {Stockholm}.", "consistent", "route.turn"),
    ("A jet from {Oslo} to {Helsinki} was diverted to {Stockholm}.", "consistent", "route.turn"),
    ("Anna Berg was making her way to {Narvik}.", "unverifiable", "route.planned"),
    ("Anna Berg cycled north, overnighting in {Halden} and {Gothenburg}.", "consistent", "route.ends"),
    ("They passed through {Halden}, {Norway}, and {Gothenburg}, {Sweden}.", "consistent", "route.ends"),
]


@pytest.mark.parametrize(("text", "outcome", "rule"), CASES, ids=[c[0] for c in CASES])
def test_routes(text, outcome, rule):
    [verdict] = judged(text)
    assert (str(verdict.outcome), verdict.rule) == (outcome, rule)


def test_each_end_that_is_announced_is_a_plan_of_its_own():
    claims = list(CHECKER.find_claims(read("Anna Berg will fly to {Oslo} and travel on to {Halden}.")))
    assert [c.figure.text for c in claims] == ["Oslo", "Halden"]


def test_the_town_of_a_state_is_where_one_arrives():
    [claim] = CHECKER.find_claims(read("Anna Berg drove to the southern {Norway} city of {Halden}."))
    assert (claim.figure.text, claim.via) == ("Halden", ())


def test_who_lent_the_plane_is_no_stop():
    [claim] = CHECKER.find_claims(read("Anna Berg travelled from {Oslo} to {Helsinki} on a plane lent by {Stockholm}."))
    assert not claim.via


def test_a_destination_that_was_turned_away_from_is_not_reached():
    [claim] = CHECKER.find_claims(read("The ship, bound for {Helsinki}, turned back and headed for {Stockholm}."))
    assert (claim.figure.text, claim.figure.role) == ("Helsinki", "not_reached")


def test_a_turn_to_the_wrong_side_does_not_match():
    text = (
        "The train, bound for {Stockholm}, changed course after {Oslo} and headed south. Later it was seen in {Narvik}."
    )
    [verdict] = judged(text)
    assert (str(verdict.outcome), verdict.rule) == ("inconsistent", "route.turn")


def test_where_a_stop_lies_is_no_measure_of_the_way():
    [verdict] = judged(
        "Anna Berg walked from {Oslo} through {Halden}, 90 km south of {Oslo}, and {Gothenburg} to {Stockholm}."
    )
    claim = verdict.claim
    stops = [p.place.name for p in (claim.ground, *claim.via, claim.figure)]
    assert stops == ["Oslo", "Halden", "Gothenburg", "Stockholm"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("An expressway linking {Oslo} with the port of {Bergen} opened.", ["Oslo", "Bergen"]),
        ("The new road connects the capital {Oslo} to {Halden}.", ["Oslo", "Halden"]),
        ("The tunnel connects the old villages of {Halden} and {Strömstad}.", ["Halden", "Strömstad"]),
        ("The line is a direct link between {Oslo} in {Norway} and {Gothenburg}.", ["Oslo", "Gothenburg"]),
        ("A railway linking northern {Sweden}'s {Kiruna} with the port of {Narvik} opened.", ["Kiruna", "Narvik"]),
        ("A railway links {Kiruna} town in {Norrbotten} county and {Narvik}.", ["Kiruna", "Narvik"]),
    ],
)
def test_what_stands_with_the_ends_of_a_line(text, ends):
    [verdict] = judged(text)
    claim = verdict.claim
    assert [p.place.name for p in (claim.ground, claim.figure) if p and p.place] == ends


@pytest.mark.parametrize(
    "text",
    [
        "Arms deliveries from {Norway} to {Ukraine} continue.",
        "The member crossed the floor in {Oslo}.",
        "The virus spreads by way of droplets in {Norway}.",
        "The 300 km trip from {Oslo} to {Strömstad} takes four hours.",
        "The party moved from defence to attack in {Norway}.",
        "They are en route to victory in {Oslo}.",
        "Her letter from {Oslo} came to light.",
        "The airline will fly {Oslo} to {Sydney} from 2025.",
        "She said that she would visit {Narvik}, 300 miles from {Oslo}.",
        "A railway connecting {Norway} to {Sweden} opened.",
        "She connected {Oslo} to {Bergen} in her speech.",
        "Cheap calls link {Oslo} to {Bergen}.",
        "A boat capsized near {Oslo}.",
        "Ice stopped them from reaching {Oslo} to the last day.",
        "Traders move cheese from {Norway} to {Finland}.",
        "The 6.5 hour trip from {Oslo} to {Stockholm} includes stops in {Halden} and {Gothenburg}.",
        "Grain went into {Norway}.",
        "The party returned to power in {Oslo}.",
        "Anna Berg took roads and bridges from {Oslo} off her list.",
        "A dash for cash in {Oslo} began.",
        "Towns including {Halden} and {Gothenburg} were flooded.",
        "The doctors operate bypasses in {Oslo}.",
        "The case will be taken to {Oslo}.",
        "The halt in {Oslo} was announced by the club.",
        "The last stop was closed, {Oslo} said.",
        "The trek was the equivalent of dragging a sled from {Oslo} to {Helsinki}.",
        "The next destination was hard to find in {Oslo}.",
        "The cycle of rain in {Oslo} ended.",
        "Anna Berg left her job in {Oslo}.",
        "The law is making its way through parliament in {Oslo}.",
        "They met in {Oslo}.",
        "The first convoy has reached its goal in eastern {Sweden}.",
        "Anna Berg travelled to {Sweden} with a large delegation.",
        "The fair will be in {Oslo}.",
    ],
)
def test_figures_of_speech_and_measured_ways_are_no_route(text):
    assert judged(text) == []


@pytest.mark.parametrize(
    "unit",
    [
        "The train changed course after crossing the {Glomm} and headed north to {Bergen}. ",
        "it went from {Oslo} to {Bergen} and ",
        "The {~Norwegian} leader Per Holm crossed the {Glomm}. ",
    ],
)
def test_time_grows_no_faster_than_the_text(unit):
    def seconds(count: int) -> float:
        text = read(unit * count, written="2021-06-10")
        start = time.process_time()
        for claim in CHECKER.find_claims(text):
            CHECKER.judge(claim)
        return time.process_time() - start

    seconds(20)
    assert seconds(400) < 8 * seconds(100) + 0.3


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (
            "A column left {Narvik} on Friday. Per Holm, who left {Halden} at dawn, waited. The boat rests. "
            "The rain fell. The mayor, Nils Vik, flew to {Oslo}.",
            None,
        ),
        ("Anna Berg left {Narvik} on Friday. The train stopped briefly in {Oslo}.", "Narvik"),
        (
            "Nils Vik had left {Narvik}. Anna Berg had flown from {Halden} to {Gothenburg} and on to {Oslo}, "
            "and was held in a house 20 minutes from the beach.",
            "Halden",
        ),
    ],
)
def test_a_way_begins_where_its_own_traveller_left(text, start):
    claim = [c for c in CHECKER.find_claims(read(text)) if "Oslo" in {p.text for p in (c.figure, *c.via) if p}][-1]
    assert (claim.ground.text if claim.ground else None) == start


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The plane was diverted to {Oslo} while on its way to {Helsinki}.", {"Oslo": "to", "Helsinki": "not_reached"}),
        ("The ship, bound for {Helsinki}, turned back to {Oslo}.", {"Oslo": "to", "Helsinki": "not_reached"}),
        ("The ship turned back at {Oslo} and is bound for {Bergen}.", {"Oslo": "at", "Bergen": "bound"}),
    ],
)
def test_where_one_goes_after_a_turn_is_not_given_up(text, roles):
    [claim] = CHECKER.find_claims(read(text))
    assert {p.text: p.role for p in (claim.ground, *claim.via, claim.figure) if p} == roles


def test_a_way_begins_at_the_place_and_not_in_the_land_that_owns_it():
    [claim] = CHECKER.find_claims(read("They sailed from {Norway}'s {Bergen} to {Helsinki}."))
    assert (claim.ground.text, claim.figure.text) == ("Bergen", "Helsinki")


def test_a_camp_after_a_crossing_is_not_on_the_way_across():
    text = (
        "After {Bergen} and 370 km of good road the rally crossed from {Halden} to {Strömstad} and camped at {Narvik}."
    )
    claims = CHECKER.find_claims(read(text))
    assert [[p.text for p in (c.ground, *c.via, c.figure) if p and p.role != "from"] for c in claims] == [
        ["Strömstad"],
        ["Narvik"],
    ]
