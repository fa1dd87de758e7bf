"""The geopy geocoder: names in, points out, and back, without a network."""

import pytest

import geomap
from geomap.errors import UsageError


@pytest.fixture(scope="module")
def geocoder():
    return geomap.Geocoder()


def test_a_name_gives_a_location_as_geopy_has_it(geocoder):
    from geopy.geocoders.base import Geocoder
    from geopy.location import Location

    found = geocoder.geocode("Reykjavik")
    assert isinstance(found, Location) and isinstance(geocoder, Geocoder)
    assert found.latitude == pytest.approx(64.14, abs=0.1) and found.longitude == pytest.approx(-21.9, abs=0.1)
    assert found.raw["country"] == "IS" and found.address.endswith("IS")


@pytest.mark.parametrize(
    ("query", "country", "region"),
    [
        ("Paris", "FR", None),
        ("Paris, Texas", "US", "Texas"),
        ("London, Canada", "CA", "Ontario"),
        ("Perth, AU", "AU", None),
    ],
)
def test_qualifiers_choose_among_places_of_a_name(geocoder, query, country, region):
    raw = geocoder.geocode(query).raw
    assert raw["country"] == country and (region is None or raw["admin1"] == region)


def test_lists_limits_and_countries(geocoder):
    several = geocoder.geocode("Springfield", exactly_one=False, limit=3)
    assert len(several) == 3
    assert {found.raw["country"] for found in geocoder.geocode("Paris", exactly_one=False, country_codes="us")} == {
        "US"
    }
    assert geocoder.geocode("Xyzzyqwv") is None and geocoder.geocode("Paris, Atlantis") is None
    assert geocoder.geocode("") is None


def test_a_point_gives_the_nearest_place(geocoder):
    assert geocoder.reverse((64.14, -21.9)).raw["country"] == "IS"
    near = geocoder.reverse("48.86, 2.35", exactly_one=False, limit=4)
    assert len(near) == 4 and near[0].raw["country"] == "FR"
    assert geocoder.reverse((-60.0, -140.0)) is None
    with pytest.raises(UsageError, match="no point"):
        geocoder.reverse("nowhere")
