"""Amounts as texts write them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.quantities import convert, find_quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,200 km", 1200, "km"),
        ("1 200 km", 1200, "km"),
        ("1\u00a0200 km", 1200, "km"),
        ("1’200 km", 1200, "km"),
        ("1.200,5 km", 1200.5, "km"),
        ("1,200.5 km", 1200.5, "km"),
        ("1,5 km", 1.5, "km"),
        ("it - 60 km", 60, "km"),
        ("٣٤٠ km", 340, "km"),
        ("３４０ km", 340, "km"),
        ("sixty-one miles", 61, "mi"),
        ("twenty eight miles", 28, "mi"),
        ("one hundred and twenty miles", 120, "mi"),
        ("a hundred miles", 100, "mi"),
        ("five thousand kilometres", 5000, "km"),
        ("4.5 thousand km", 4500, "km"),
        ("a couple of hundred kilometres", 200, "km"),
        ("several hundred km", 400, "km"),
        ("a dozen miles", 12, "mi"),
        ("half a mile", 0.5, "mi"),
        ("a quarter of a mile", 0.25, "mi"),
        ("one and a half miles", 1.5, "mi"),
        ("2 1/2 miles", 2.5, "mi"),
        ("2-1/2 miles", 2.5, "mi"),
        ("1/2 mile", 0.5, "mi"),
        ("a 2003 pickup 1/2 mile", 0.5, "mi"),
        ("3/4 of a mile", 0.75, "mi"),
        ("1/4-mile", 0.25, "mi"),
        ("1½ miles", 1.5, "mi"),
        ("five-to-ten minutes", 7.5, "min"),
        ("8 1⁄2 miles", 8.5, "mi"),
        ("2+3⁄4 miles", 2.75, "mi"),
        ("1⁄2 mile", 0.5, "mi"),
        ("8 1/2 miles", 8.5, "mi"),
        ("20-odd miles", 20, "mi"),
        ("a 12-mile walk", 12, "mi"),
        ("a 100-km march", 100, "km"),
        ("9,190 nautical miles", 9190, "nmi"),
        ("65NM", 65, "nmi"),
        ("10 leagues", 10, "league"),
        ("30 versts", 30, "verst"),
        ("2:30 hours", 2.5, "h"),
        ("3½-4 hours", 3.75, "h"),
        ("30-45 minutes", 37.5, "min"),
        ("two to three hours", 2.5, "h"),
        ("an hour and 45 minutes", 1.75, "h"),
        ("five hours and ten minutes", 5 + 1 / 6, "h"),
        ("an hour and a half", 1.5, "h"),
        ("an hour and three quarters", 1.75, "h"),
        ("12 hours and a half", 12.5, "h"),
        ("two miles and a quarter", 2.25, "mi"),
        ("half an hour", 0.5, "h"),
        ("three quarters of an hour", 0.75, "h"),
        ("a fortnight", 2, "week"),
        ("60 kilometres an hour", 60, "km/h"),
        ("59kmph", 59, "km/h"),
        ("35 miles per hour", 35, "mph"),
        ("20 knots", 20, "kn"),
        ("248 miles (400 km) an hour", 248, "mph"),
    ],
)
def test_amounts(text, value, unit):
    (found,) = find_quantities(f"It is {text} there.")
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "120 square kilometres",
        "15 km²",
        "1.9 km2",
        "$5m",
        "5m people",
        "a 6-year-old",
        "54 degrees 40 minutes",
        "Jeremy of Ten Mile",
        "-5 km",
        "minus 5 km",
        "30 miles per gallon",
        "99999999999999999 km",
    ],
)
def test_what_is_no_amount(text):
    assert find_quantities(f"They saw {text} there.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nice is 470 km from Lyon and 160 from Marseille.", [(470, "km"), (160, "km")]),
        ("Nice is ten miles from Lyon and about twelve from Vienne.", [(10, "mi"), (12, "mi")]),
        ("It is 75 km from Lyon, 90 from Nice and 150 south of Paris.", [(75, "km"), (90, "km"), (150, "km")]),
        ("It is 480 km (298 miles) from Lyon and 340 (211) from Nice.", [(480, "km"), (340, "km")]),
        ("It is 24 and 36 km from Lyon and Nice, respectively.", [(24, "km"), (36, "km")]),
        ("It is 24, 30 and 36 km from Lyon, Nice and Paris, respectively.", [(24, "km"), (30, "km"), (36, "km")]),
        ("It is 100 km north of Lyon and only about fifteen from Nice.", [(100, "km"), (15, "km")]),
        ("It is 200 km north of Lyon and a little under 120 from Nice.", [(200, "km"), (120, "km")]),
        ("Forty died 20 km from Lyon, and more than fifty from Nice are missing.", [(20, "km")]),
        ("It is 24 and 36 km from Lyon.", [(36, "km")]),
        ("It is between 24 and 36 km from Lyon.", [(30, "km")]),
        ("It is 20 km from Lyon and 15 of the residents left.", [(20, "km")]),
        ("It is 20 km from Lyon and 15 from another bus were hurt.", [(20, "km")]),
        ("An area of 120 ² km near Lyon.", []),
    ],
)
def test_figures_that_share_a_unit(text, expected):
    assert [(q.value, q.unit) for q in find_quantities(text)] == expected


@pytest.mark.parametrize(
    ("text", "hedge", "low", "high"),
    [
        ("about 100 km", "about", 90, 110),
        ("some 100 km", "about", 90, 110),
        ("100 km or so", "about", 90, 110),
        ("nearly 100 km", "nearly", 85, 105),
        ("a little more than 100 km", "just over", 95, 115),
        ("more than 100 km", "more than", 95, 150),
        ("at least 100 km", "at least", 95, math.inf),
        ("up to 100 km", "up to", 0, 105),
        ("no more than 100 km", "up to", 0, 105),
        ("within 100 km", "within", 0, 105),
        ("only 100 km", "just", 95, 105),
        ("186 km", "", 181.35, 190.65),
        ("40 km", "", 39, 41),
        ("1,500 km", "", 1450, 1550),
    ],
)
def test_hedges_and_rounding(text, hedge, low, high):
    (found,) = find_quantities(f"It is {text} away.")
    assert (found.hedge, found.low, found.high) == (hedge, pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    "text", ["20 kilometers (12 miles)", "300 miles (480km)", "130 km [80 miles]", "10 miles, or 16 km,"]
)
def test_a_pair_is_one_amount(text):
    (found,) = find_quantities(f"It is {text} away.")
    assert found.pair is not None
    assert found.pair.unit != found.unit


def test_an_ambiguous_separator_is_told_unless_the_pair_settles_it():
    assert find_quantities("It is 1.200 km away.")[0].hedge == "ambiguous"
    settled = find_quantities("It is 1.200 km (746 miles) away.")[0]
    assert (settled.value, settled.hedge) == (1200, "")


@given(st.text(max_size=300))
def test_spans_slice_back(text):
    for found in find_quantities(text):
        assert text[found.start : found.end] == found.text
        assert 0 <= found.low <= found.high


@given(st.floats(0.001, 1e6), st.sampled_from(["km", "mi", "nmi", "m", "ft", "league", "verst", "li"]))
def test_conversion_there_and_back(value, unit):
    assert convert(convert(value, unit, "km"), "km", unit) == pytest.approx(value)
