"""Statements that places are near each other or share a border."""

import pytest
from marked import MarkedGazetteer, read

from geomap.claims.proximity import ProximityChecker

CHECKER = ProximityChecker(MarkedGazetteer())


def judged(text: str) -> list[tuple[str, str]]:
    return [(v.claim.quote, str(v.outcome)) for v in map(CHECKER.judge, CHECKER.find_claims(read(text)))]


CASES = [
    ("{Strömstad}, near {Halden}, was full.", "Strömstad, near Halden", "consistent"),
    ("{Strömstad} lies close to {Halden}.", "Strömstad lies close to Halden", "consistent"),
    ("{Bergen}, near {Sydney}, was full.", "Bergen, near Sydney", "inconsistent"),
    (
        "{Halden}, a town in {Norway}, lies near the {~Swedish} border.",
        "Halden, a town in Norway, lies near the Swedish border",
        "consistent",
    ),
    ("{Halden}, on the border with {Sweden}, was full.", "Halden, on the border with Sweden", "consistent"),
    ("{Bergen} lies on the {~Swedish} border.", "Bergen lies on the Swedish border", "inconsistent"),
    ("{Norway} borders {Sweden}.", "Norway borders Sweden", "consistent"),
    ("{Norway} shares a long border with {Poland}.", "Norway shares a long border with Poland", "inconsistent"),
    ("{Norway}'s neighbour {Finland} agreed.", "Norway's neighbour Finland", "consistent"),
    ("The border town of {Halden} was shut.", "border town of Halden", "consistent"),
]


@pytest.mark.parametrize(("text", "quote", "outcome"), CASES, ids=[c[0] for c in CASES])
def test_proximity(text, quote, outcome):
    assert judged(text) == [(quote, outcome)]


@pytest.mark.parametrize(
    "text",
    [
        "A farm near {Halden} burnt down.",
        "The two are close allies of {Norway}.",
        "Near-record prices were paid in {Oslo}.",
        "{Norway}'s border guards said so.",
    ],
)
def test_what_has_no_place_of_its_own_is_no_claim(text):
    assert judged(text) == []
