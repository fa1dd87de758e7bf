"""What a reader of the page is told in place of commands and options."""

import pytest

from geomap.writers.page import wording

REASONS = [
    (
        "cannot be checked: no place is known for “Vila” (two are); --resolve NAME=ID sets it",
        "cannot be checked: no place is known for “Vila” (two are)",
        "geomap can be told which place is meant",
    ),
    (
        "Too far; but another place than Vila, PT may be meant (--resolve NAME=ID sets it).",
        "Too far; but another place than Vila, PT may be meant.",
        "geomap can be told which place is meant",
    ),
    (
        "Another Vila is probably meant; set the place that is meant with --resolve NAME=ID.",
        "Another Vila is probably meant.",
        "geomap can be told which place is meant",
    ),
    (
        "“the camp” has no place of its own; set it with --resolve",
        "“the camp” has no place of its own",
        "geomap can be told which place is meant",
    ),
    (
        "It cannot be told without a road network (geomap data import-osm FILE); the direction matches.",
        "It cannot be told without a road network; the direction matches.",
        "a map of the ways there, from OpenStreetMap, can be given to geomap",
    ),
    ("The straight line is 90 km (56 miles).", "The straight line is 90 km (56 miles).", ""),
]


@pytest.mark.parametrize(("why", "plain", "remedy"), REASONS)
def test_reasons_name_no_commands(why: str, plain: str, remedy: str) -> None:
    assert wording.plain(why) == plain
    assert wording.remedy(why) == remedy
