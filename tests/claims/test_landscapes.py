"""What lies in areas that no administration draws, and which city a river or a point of the compass speaks for."""

import pytest

import geomap

CASES = [
    ("Sevastopol is a city in Crimea.", "consistent"),
    ("Kherson is a city in Crimea.", "inconsistent"),
    ("Lyon is a city in Central Europe.", "doubtful"),
    ("Prague is a city in Central Europe.", "consistent"),
    ("Truro is a city in Kent.", "doubtful"),
    ("Truro is a city in Cornwall.", "consistent"),
    ("Surabaya is a city in Java.", "consistent"),
    ("Surabaya is a city in Sumatra.", "inconsistent"),
    ("Victoria lies on Vancouver Island.", "consistent"),
    ("Sapporo is on the island of Honshu.", "inconsistent"),
    ("Visby lies on Öland.", "inconsistent"),
    ("Hyderabad lies on the Indus.", "consistent"),
    ("Poltava is a town to the west of Kharkiv.", "consistent"),
]


@pytest.mark.parametrize(("text", "verdict"), CASES, ids=[c[0] for c in CASES])
def test_landscapes(text, verdict):
    verdicts = geomap.check(text).verdicts
    found = [v for v in verdicts if v.claim.kind in {"containment", "proximity", "direction"}]
    assert [str(v.outcome) for v in found] == [verdict], [v.why for v in found]
