"""Statements of the same ways are compared once."""

from marked import read

from geomap.accounts.ways import distinct, with_parts
from geomap.claims.distance import DistanceChecker
from geomap.claims.wording import Worder

LONG, PART = "{Bergen} is 310 km from {Oslo}. ", "{Halden} is 90 km from {Oslo}. "


def verdicts(text):
    checker = DistanceChecker(worder=Worder())
    return [checker.judge(claim) for claim in checker.find_claims(read(text))]


def test_what_is_said_again_counts_once():
    assert len(distinct(verdicts(30 * LONG + 30 * PART))) == 2
    assert len(distinct(verdicts(LONG + LONG.replace("310", "320")))) == 2


def test_ends_are_measured_once_however_many_lengths_are_stated():
    asked = []
    lengths = "".join(LONG.replace("310", str(number)) for number in range(300, 340))

    def is_part(part, whole):
        asked.append((part, whole))
        return part != whole

    told = verdicts(lengths + PART)
    pairs = list(with_parts(told, told, is_part, lambda whole, part: True))
    assert len(asked) == 3  # the only statement of the part is not compared with itself
    assert len(pairs) == 2 * 40


def test_ends_are_measured_only_where_their_statements_matter():
    asked = []

    def is_part(part, whole):
        asked.append((part, whole))
        return True

    told = verdicts(LONG + PART)
    pairs = list(with_parts(told, told, is_part, lambda whole, part: whole is told[0]))
    assert pairs == [(told[0], told[1])]
    assert len(asked) == 1
