"""Encoded lines, frames, wording and what makes text harmless."""

from __future__ import annotations

import json
import math
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.records import LatLon
from geomap.writers.page import wording
from geomap.writers.page.frame import MERCATOR_LIMIT_DEG, frame
from geomap.writers.page.pins import Pin
from geomap.writers.page.polyline import decode, encode
from geomap.writers.page.safe import island, shown, web_link
from tests.page.made import document, length, place, verdict
from tests.page.shapes import HOSTILE

# A loaded machine is no fault of the page.
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
POINTS = st.lists(st.tuples(st.floats(-90, 90), st.floats(-540, 540)), min_size=1, max_size=20)


def test_encoding_is_that_of_the_published_example() -> None:
    """Google Maps Platform, "Encoded Polyline Algorithm Format", the example at its end."""
    line = [(38.5, -120.2), (40.7, -120.95), (43.252, -126.453)]
    assert encode(line, 5) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"
    assert decode("_p~iF~ps|U_ulLnnqC_mqNvxq`@", 5) == line


@CALM
@given(POINTS)
def test_a_line_survives_encoding(line: list[tuple[float, float]]) -> None:
    there_and_back = decode(encode(line, 3), 3)
    assert there_and_back[0] == pytest.approx(line[0], abs=6e-4)
    assert there_and_back[-1] == pytest.approx(line[-1], abs=6e-4)
    assert "<" not in encode(line, 3)


@CALM
@given(st.lists(st.builds(LatLon, st.floats(-90, 90), st.floats(-180, 180)), max_size=12))
def test_every_point_lies_in_the_box_of_its_frame(points: list[LatLon]) -> None:
    view = frame(points)
    south, west, north, east = view.box
    assert south < north
    assert west < east <= west + 420
    if points:
        for point in points:
            lat, lon = view.at(point)
            assert west - 1e-3 <= lon <= east + 1e-3
            limit = 90 if view.pole else MERCATOR_LIMIT_DEG
            assert south - 1e-3 <= max(-limit, min(limit, lat)) <= north + 1e-3


@pytest.mark.parametrize(
    ("lons", "width"),
    [([179.9, -179.9], 1.8), ([10.0, 20.0], 11.6), ([-170.0, 170.0], 23.2), ([0.0], 1.8), ([-90.0, 0.0, 90.0], 208.8)],
)
def test_the_box_takes_the_short_way_round(lons: list[float], width: float) -> None:
    _, west, _, east = frame([LatLon(0, lon) for lon in lons]).box
    assert east - west == pytest.approx(width, abs=0.2)


def test_a_line_across_the_antimeridian_has_no_jump() -> None:
    view = frame([LatLon(-18, 178), LatLon(-14, -172)])
    line = view.line((LatLon(-18, 178), LatLon(-16, -179), LatLon(-14, -172)))
    assert max(abs(b[1] - a[1]) for a, b in pairwise(line)) < 10


def test_a_line_over_the_pole_is_cut_where_mercator_ends() -> None:
    view = frame([LatLon(60.0, 0.0), LatLon(60.0, 179.0), LatLon(0.0, 90.0)])
    over = (LatLon(60.0, 0.0), LatLon(80.0, 0.0), LatLon(89.0, 10.0), LatLon(80.0, 179.0), LatLon(60.0, 179.0))
    assert [[lat for lat, _ in part] for part in view.parts(over)] == [[60.0, 80.0], [80.0, 60.0]]
    assert view.parts(over[:2]) == [view.line(over[:2])]


@pytest.mark.parametrize(
    "points, pole", [(((-90, 0), (-77, 166)), -1), (((89, 0), (70, 20)), 1), (((69, 18), (78, 15)), 0)]
)
def test_the_map_turns_around_a_pole_only_where_mercator_ends(
    points: tuple[tuple[float, float], ...], pole: int
) -> None:
    assert frame([LatLon(*p) for p in points]).pole == pole


@pytest.mark.parametrize("text", HOSTILE)
def test_an_island_is_the_same_data_and_no_markup(text: str) -> None:
    written = island({"text": text})
    assert json.loads(written) == {"text": text}
    assert not set("<>&\u2028\u2029") & set(written)


@CALM
@given(st.text())
def test_shown_text_keeps_its_length_and_can_be_written(text: str) -> None:
    assert len(shown(text)) == len(text)
    shown(text + "\ud800").encode("utf-8")


@pytest.mark.parametrize("text", ["plain", "שלום", "a\u200fb", "\u2067isolated\u2069", "tab\tand\nline"])
def test_text_in_proper_use_is_shown_as_it_is(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ("https://example.org/ onclick=x", False),
        ('https://example.org/"onclick=', False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://example.org/\n", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, good: bool) -> None:
    assert web_link(url) == (url if good else None)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1038, "mi", "1,038 mi"),
        (0.95, "", "0.95"),
        (76.3, "km/h", "76.3 km/h"),
        (686.4, "km", "686 km"),
        (12, "°", "12°"),
        (4, "year", "4 years"),
        (1, "day", "1 day"),
        (1.5, "week", "1.5 weeks"),
        (3, "days", "3 days"),
    ],
)
def test_amounts(value: float, unit: str, text: str) -> None:
    assert wording.amount(value, unit) == text


@pytest.mark.parametrize(
    ("point", "words"), [("N", "north"), ("NE", "northeast"), ("NNE", "north-northeast"), ("WSW", "west-southwest")]
)
def test_points_of_the_compass(point: str, words: str) -> None:
    assert wording.compass(point) == words


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        (length(1200), "1,200 km"),
        (length(40, "mi", hedge="about", low=36, high=44), "about 40 mi"),
        (length(20, low=20, high=math.inf, hedge="at least"), "at least 20 km"),
    ],
)
def test_stated_amounts(stated: object, words: str) -> None:
    assert wording.stated(stated) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("km", "outcome", "measured", "delta"),
    [
        (120, "inconsistent", {"straight_km": 196.0, "route_km": 264.0}, "39 % too short"),
        (1200, "consistent", {"straight_km": 686.0, "route_km": 1180.0}, "1.7 % over the route"),
        (700, "inconsistent", {"route_km": 496.0}, "41 % too long"),
        (305, "consistent", {"straight_km": 305.2}, "equals the straight line"),
        (305, "unverifiable", {}, ""),
    ],
)
def test_the_number_beside_a_verdict(km: float, outcome: str, measured: dict[str, float], delta: str) -> None:
    from geomap.writers.page import cards

    doc = document("It is that far.")
    assert cards.delta(verdict(doc, "that far", outcome, stated=length(km), measured=measured)) == delta


@pytest.mark.parametrize(
    ("kind", "radius_km", "wide"),
    [
        ("country", 14.8, False),
        ("country", 2333.0, True),
        ("country", 0.0, True),
        ("city", 25.0, False),
        ("railway", 50.0, True),
    ],
)
def test_only_wide_areas_do_not_decide_what_the_map_shows(kind: str, radius_km: float, wide: bool) -> None:
    assert Pin(n=1, place=place("Somewhere", 1.0, 103.8, kind=kind, radius_km=radius_km)).is_wide is wide
