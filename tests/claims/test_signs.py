"""Words of a sentence as patterns see them."""

import pytest

from geomap.claims.signs import in_small


@pytest.mark.parametrize(
    ("words", "small"),
    [
        ("They March on May 3.", "they March on May 3."),
        ("May they march? In March, 2020", "may they march? in March, 2020"),
        ("since May", "since May"),
        ("May be; a May-day", "may be; a May-day"),
        ("İzmir on March 21", "izmir on March 21"),
    ],
)
def test_only_months_keep_their_capital(words, small):
    assert in_small(words) == small
    assert len(in_small(words)) == len(words)
