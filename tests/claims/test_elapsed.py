"""How long a journey is said to have taken, held against the days on which the text has it begin and end."""

import pytest
from marked import MarkedGazetteer, read

from geomap.claims.travel_time import TravelTimeChecker
from geomap.claims.wording import Worder

CHECKER = TravelTimeChecker(gazetteer=MarkedGazetteer(), worder=Worder())

# The day of writing is Thursday 10 June 2021.
TOLD = [
    ("Anna Berg reached {Narvik} on Tuesday, seven days after she had left {Oslo} on 1 June.", "consistent"),
    ("Anna Berg reached {Narvik} on Tuesday, 12 days after she had left {Oslo} on 1 June.", "inconsistent"),
    ("Anna Berg left {Oslo} on 1 June. She reached {Narvik} on Tuesday after a march of seven days.", "consistent"),
    ("Anna Berg left {Oslo} on 1 June. She reached {Narvik} on Tuesday after a four-day march.", "inconsistent"),
    ("The ferry left {Oslo} on Friday and reached {Narvik} on Tuesday. The voyage took four days.", "consistent"),
    ("The ferry left {Oslo} on Friday and reached {Narvik} on Tuesday. The voyage took nine days.", "inconsistent"),
    ("Anna Berg landed in {Narvik} on Tuesday after nine days at sea. She left {Oslo} on 30 May.", "consistent"),
    ("The train left {Oslo} at 5 pm on Sunday and reached {Narvik} at noon on Tuesday. The ride took 43 hours.",
     "consistent"),
    ("The train left {Oslo} at 5 pm on Sunday and reached {Narvik} at noon on Tuesday. The ride took 90 hours.",
     "inconsistent"),
    ("Anna Berg left {Oslo} on 20 May and reached {Narvik} on Tuesday. She rode from {Oslo} to {Narvik} in 19 days.",
     "consistent"),
    ("Anna Berg left {Oslo} on 20 May and reached {Narvik} on Tuesday. She rode from {Oslo} to {Narvik} in 40 days.",
     "inconsistent"),
    # A day is counted as one more or one less.
    ("Anna Berg left {Oslo} on 1 June and reached {Narvik} on Tuesday. The march took nine and a half days.",
     "doubtful"),
    ("The train left {Oslo} at 5 pm on Sunday and reached {Narvik} at noon on Tuesday. The ride took 46 hours.",
     "doubtful"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "outcome"), TOLD, ids=[text[:90] for text, _ in TOLD])
def test_a_time_is_held_against_the_days_told(text, outcome):
    verdicts = [CHECKER.judge(claim) for claim in CHECKER.find_claims(read(text))]
    assert [str(v.outcome) for v in verdicts] == [outcome]
    [verdict] = verdicts
    assert (verdict.claim.ground.place.name, verdict.claim.figure.place.name) == ("Oslo", "Narvik")
    assert "the days told" in verdict.why


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg reached {Narvik} on Tuesday after a march of seven days.",
        "Anna Berg left {Oslo} on 1 June. The strike took seven days.",
        "Anna Berg left {Oslo} on 1 June and reached {Narvik} on Tuesday, three years after she had left school.",
    ],
)
def test_what_the_text_does_not_date_is_not_held_against_days(text):
    assert [c for c in CHECKER.find_claims(read(text)) if c.ground.time is not None] == []


def test_who_rides_a_bicycle_rides_on_by_it():
    text = "Anna Berg cycled from {Bergen} to {Oslo}. She rode on from {Oslo} to {Stockholm} in four hours."
    [claim] = [c for c in CHECKER.find_claims(read(text)) if c.stated.value == 4]
    assert claim.mode == "bicycle"
    assert str(CHECKER.judge(claim).outcome) == "inconsistent"


@pytest.mark.parametrize(
    "text",
    [
        "The train left {Oslo} on Sunday and reached {Narvik} on Monday. It covers the way from {Oslo} to {Narvik} "
        "in 46 hours.",
        "Anna Berg left {Oslo} on Sunday. Per Holm reached {Narvik} on Monday. From {Oslo} to {Narvik} she needed 46 "
        "hours.",
        "The train left {Oslo} on Sunday and reached {Narvik} on Monday. The ride from {Oslo} to {Narvik} takes 46 "
        "hours.",
        # What took hours was a part of the days.
        "The train left {Oslo} on Sunday and reached {Narvik} on Tuesday. It went from {Oslo} to {Narvik} in "
        "six hours.",
    ],
)
def test_a_rule_and_two_travellers_are_no_journey_with_dates(text):
    assert [c for c in CHECKER.find_claims(read(text)) if c.ground.time is not None] == []


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg left {Oslo} in May and reached {Narvik} in June. The voyage took 90 days.",
        "Anna Berg left {Oslo} in May. She reached {Narvik} on Tuesday. The march took 90 days.",
    ],
)
def test_months_are_too_coarse_to_hold_days_against(text):
    [claim] = CHECKER.find_claims(read(text))
    assert CHECKER.judge(claim).rule == "travel_time.possible"


def test_who_arrives_before_leaving_has_made_no_journey():
    text = "Anna Berg reached {Narvik} on 1 June. She left {Oslo} on 7 June. The march took seven days."
    assert CHECKER.find_claims(read(text)) == []


def test_the_time_is_that_of_whom_the_sentence_tells():
    text = (
        "Anna Berg left {Bergen} on 20 May and reached {Stockholm} on 25 May. Anna Berg reached {Helsinki} on 28 May. "
        "Per Holm left {Oslo} on 1 June. Per Holm reached {Narvik} on Tuesday after a march of seven days."
    )
    [claim] = CHECKER.find_claims(read(text))
    assert (claim.ground.place.name, claim.figure.place.name) == ("Oslo", "Narvik")
