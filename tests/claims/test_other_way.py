"""Ways that a sentence holds against another way."""

import pytest

import geomap


@pytest.mark.parametrize(
    ("said", "outcome", "by"),
    [
        (
            "Ships from Singapore to Rotterdam by way of the Cape of Good Hope sail about 11,700 nautical miles, 3,300"
            " more than through the Suez Canal.",
            "consistent",
            ["Cape of Good Hope"],
        ),
        (
            "Ships from Singapore to Rotterdam through the Suez Canal sail 8,300 nautical miles.",
            "consistent",
            ["Suez Canal"],
        ),
        (
            "Ships from Singapore to Rotterdam through the Suez Canal sail 18,300 nautical miles.",
            "inconsistent",
            ["Suez Canal"],
        ),
    ],
)
def test_only_its_own_way_counts(said, outcome, by):
    (verdict,) = [v for v in geomap.check(said).claims if v.claim.kind == "distance"]
    assert (str(verdict.outcome), [p.place.name for p in verdict.claim.via if p.place]) == (outcome, by)
