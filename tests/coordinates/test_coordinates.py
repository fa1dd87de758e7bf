"""Points that a text gives by latitude and longitude, and pairs of numbers that are none."""

import time

import pytest

from geomap.coordinates import find_points, read_point
from geomap.mentions.points import with_points
from geomap.places.points import place_point
from geomap.records import Document, Mention


@pytest.mark.parametrize(
    ("words", "lat_deg", "lon_deg"),
    [
        ("35.027N 119.178W", 35.027, -119.178),
        ("51.872° North, 176.6° West", 51.872, -176.6),
        ("12°30'S 096°50'W", -12.5, -96.8333),
        ("43° 30′ 0″ N, 6° 15′ 0″ E", 43.5, 6.25),
        ("4.5 S, 36.2 W", -4.5, -36.2),
        ("6.45 degrees south and 104.2 east", -6.45, 104.2),
        ("34 degrees 48 minutes north and 119 degrees 10 minutes west", 34.8, -119.1667),
        ("38.3 degrees north latitude, 142.4 degrees east longitude", 38.3, 142.4),
        ("12-30.5N 045-10.2E", 12.5083, 45.17),
        ("2335N 05812E", 23.5833, 58.2),
        ("N 51° 30.5', W 0° 7.2'", 51.5083, -0.12),
        ("S33.86 E151.21", -33.86, 151.21),
        ("latitude 43.5 north and longitude 6.25 east", 43.5, 6.25),
        ("latitude 12.5 and longitude -7", 12.5, -7.0),
        ("latitude of 12.5° N and a longitude of 45° E", 12.5, 45.0),
        ("lat: 12.5, lon: −7.25", 12.5, -7.25),
        ("12.5 degrees latitude, -7 degrees longitude", 12.5, -7.0),
        ("(48.8584, 2.2945)", 48.8584, 2.2945),
        ("[-33.8568, 151.2153]", -33.8568, 151.2153),
    ],
)
def test_a_point_is_read_where_it_stands(words, lat_deg, lon_deg):
    text = f"The wreck lies at {words}, off the coast."
    (found,) = find_points(text)
    assert text[found.start : found.end] == words
    assert (found.at.lat_deg, found.at.lon_deg) == pytest.approx((lat_deg, lon_deg), abs=1e-3)
    assert read_point(words).at == found.at


@pytest.mark.parametrize("cue", ["coordinates", "the coordinates of", "a GPS fix of", "their last position,"])
def test_plain_decimals_are_a_point_where_the_text_says_so(cue):
    (found,) = find_points(f"They were seen at {cue} 48.86, -2.29 on Monday.")
    assert (found.at.lat_deg, found.at.lon_deg) == (48.86, -2.29)


@pytest.mark.parametrize(
    "text",
    [
        "at 43.5, 6.25 on the list",
        "at 93.5N 6.25E",
        "at 43.5N 186.25E",
        "at 12°75'N 6°15'E",
        "latitude -43.5 north and longitude 6.25 east",
        "at 43N",
        "60 N of 70 W of Lyon",
        "5 North 7 Street",
        "No. 12 North, 13 East Terrace",
        "I-35 N 40 W",
        "version 3.1415, 2.7182",
        "the ratio (95% CI 1.2345, 1.6789)",
        "shares of (0.1234, 0.5678)",
        "odds of (2.10, 3.40)",
        "scores of 9.85, 9.90",
        "$12.5, 13.5 million",
        "between -7 and 12.5 degrees",
        "temperatures of 12.5, 14.5 degrees",
        "a force of 5.5 N and a mass of 7.5 kg",
        "prices of 12.3456, 23.4567 euros",
    ],
)
def test_other_numbers_are_no_points(text):
    assert find_points(text) == []


def test_the_width_of_a_point_follows_its_decimals():
    radius = {words: read_point(words).radius_km for words in ("4.5 S, 36.2 W", "4.51 S, 36.25 W", "4°30'S 36°10'W")}
    assert radius["4.5 S, 36.2 W"] > radius["4.51 S, 36.25 W"] == radius["4°30'S 36°10'W"]


def test_points_are_mentions_that_no_name_lies_in():
    text = "From 43.5° North, 6.25° East to Nice."
    at, nice = text.index("North"), text.index("Nice")
    names = [
        Mention(document="d", start=s, end=s + n, text=text[s : s + n]) for s, n in ((at, len("North")), (nice, 4))
    ]
    found = with_points(Document(id="d", text=text), names)
    assert [m.text for m in found] == ["43.5° North, 6.25° East", "Nice"]
    placed = [place_point(m) for m in found]
    assert placed[1] is None
    assert (placed[0].place.kind, placed[0].place.at.lat_deg, placed[0].score) == ("point", 43.5, 1.0)


@pytest.mark.parametrize("unit", ["12.5 ", "12°30' ", "N12 ", "lat 12 ", "(1.2345, ", "12 degrees ", "12-30 ", "a"])
def test_no_text_takes_more_than_linear_time(unit):
    def seconds(count):
        start = time.process_time()
        find_points("4N 5" + unit * count)
        return time.process_time() - start

    seconds(1000)
    assert seconds(160_000) < 16 * max(seconds(20_000), 0.01)
