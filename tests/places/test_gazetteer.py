"""What a name means first, and what stands beside it."""

import pytest

from geomap.geodesy import rough_distance_km
from geomap.places.gazetteer import IndexGazetteer
from geomap.places.names import normalise
from geomap.places.rows import listed_id, listed_key, scaled
from geomap.records import LatLon


@pytest.mark.parametrize(
    ("name", "place", "kind"),
    [
        ("Vladivostok", "geonames:2013348", "city"),
        ("Ussuriisk", "geonames:2014006", "city"),
        ("P'yongyang", "geonames:1871859", "city"),
        ("평양", "geonames:1871859", "city"),
        ("Хабаровск", "geonames:2022890", "city"),
        ("Khassan", "geomap:khasan", "city"),
        ("Khasan", "geomap:khasan", "city"),
        ("Odessa", "geonames:698740", "city"),
        ("New York", "geonames:5128581", "city"),
        ("Khasan station", "geomap:khasan-railway-station", "station"),
        ("Primorye Region", "geonames:2017623", "region"),
        ("Primorsky Krai", "geonames:2017623", "region"),
        ("Amur region", "geonames:2027748", "region"),
        ("Catalonia", "geonames:3336901", "region"),
        ("Georgia", "geonames:614540", "country"),
        ("Siberia", "geomap:siberia", "vague"),
        ("EU", "geomap:european-union", "union"),
        ("Asia", "geonames:6255147", "continent"),
        ("Peking", "geonames:1816670", "city"),
        ("Saigon", "geonames:1566083", "city"),
        ("Bombay", "geonames:1275339", "city"),
        ("the Kremlin", "geomap:kremlin", "building"),
    ],
)
def test_first_place(gazetteer: IndexGazetteer, name: str, place: str, kind: str) -> None:
    first = gazetteer.find_places(name)[0]
    assert (first.id, first.kind) == (place, kind)


def test_unknown_name(gazetteer: IndexGazetteer) -> None:
    assert list(gazetteer.find_places("Xqzvbnm")) == []
    assert gazetteer.describe_name("Xqzvbnm") is None
    assert gazetteer.get("geonames:1") is None
    assert gazetteer.get("nonsense") is None


def test_common_words_are_marked(gazetteer: IndexGazetteer) -> None:
    for name in ("May", "March", "Police", "Of"):
        traits = gazetteer.describe_name(name)
        assert traits is None or traits.common, name
    traits = gazetteer.describe_name("Vladivostok")
    assert traits is not None
    assert not traits.common


@pytest.mark.parametrize(
    ("word", "place"),
    [("Russian", "Russia"), ("North Koreans", "North Korea"), ("Soviet", "Soviet Union"), ("Muscovites", "Moscow")],
)
def test_demonym(gazetteer: IndexGazetteer, word: str, place: str) -> None:
    assert place in [p.name for p in gazetteer.find_demonym(word)]


def test_metonym_abbreviation_capital(gazetteer: IndexGazetteer) -> None:
    assert [p.country for p in gazetteer.find_metonym("Downing Street")] == ["GB"]
    assert [p.name for p in gazetteer.find_abbreviation("Calif.")] == ["California"]
    assert list(gazetteer.find_abbreviation("calif.")) == []
    capital = gazetteer.capital_of("KP")
    assert capital is not None
    assert capital.name == "Pyongyang"


def test_neighbours_are_symmetric(gazetteer: IndexGazetteer) -> None:
    assert gazetteer.neighbours("KP") == {"CN", "KR", "RU"}
    assert "KP" in gazetteer.neighbours("RU")


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Tumen River", "river", None),
        ("Razdolnaya", "river", None),
        ("Strait of Hormuz", "strait", None),
        ("Rockdale County", "county", "US"),
        ("Heathrow", "airport", "GB"),
        ("Rafah crossing", "crossing", None),
        ("Polish-Ukrainian border", "border", None),
        ("Zaporizhzhia nuclear plant", "plant", "UA"),
        ("Mount Fuji", "mountain", "JP"),
        ("Lampedusa", "island", "IT"),
    ],
)
def test_what_no_list_of_towns_has(gazetteer: IndexGazetteer, name: str, kind: str, country: str | None) -> None:
    found = [(p.kind, p.country) for p in gazetteer.find_places(name)]
    assert (kind, country) in found


def test_outlines_courses_and_members(gazetteer: IndexGazetteer) -> None:
    russia = gazetteer.find_places("Russia")[0]
    rings = gazetteer.outline(russia.id)
    assert rings is not None
    assert len(max(rings, key=len)) > 1000
    tumen = gazetteer.outline("geomap:tumen-river")
    assert tumen is not None
    assert len(tumen) == 1
    assert gazetteer.outline("geonames:2013348") is None
    assert {"EE", "LV", "LT"} == gazetteer.members("geomap:baltic-states")
    assert gazetteer.members(russia.id) == frozenset()


@pytest.mark.parametrize(
    ("name", "country", "at", "place_id"),
    [
        ("Denton", "GB", (52.478, -0.308), "geomap:gb-denton-n5248w31"),
        ("Saint-Étienne-d'Orthe", "FR", (43.55, -1.16), "geomap:fr-saint-etienne-dorthe-n4355w116"),
        ("Te Awa", "NZ", (-39.3, 174.5), "geomap:nz-te-awa-s3930e17450"),
        ("Nowhere", None, (0.0, 0.0), "geomap:xx-nowhere-n0e0"),
    ],
)
def test_a_place_of_a_list_is_told_by_its_name_and_point(
    name: str, country: str | None, at: tuple[float, float], place_id: str
) -> None:
    assert listed_id(name, country, scaled(at[0]), scaled(at[1])) == place_id
    assert listed_key(place_id) == normalise(name)


@pytest.mark.parametrize(
    "text", ["", "geomap:", "geomap:gb", "geomap:gb-", "geomap:gb-denton-n1w1", "geomap:--", "x" * 40]
)
def test_an_id_that_no_place_has(gazetteer: IndexGazetteer, text: str) -> None:
    assert gazetteer.get(text) is None


@pytest.mark.parametrize(
    ("name", "country", "at"),
    [
        ("Gwbert", "GB", (52.12, -4.69)),
        ("Cley next the Sea", "GB", (52.95, 1.04)),
        ("Omodos", "CY", (34.85, 32.81)),
        ("Kitulgala", "LK", (6.99, 80.41)),
        ("Bapaume-sur-Loup", None, None),
    ],
)
def test_villages_of_lists_are_found_and_found_again_by_their_ids(
    gazetteer: IndexGazetteer, name: str, country: str | None, at: tuple[float, float] | None
) -> None:
    """Points from Wikipedia's articles, from memory."""
    found = [place for place in gazetteer.find_places(name) if place.country == country]
    assert bool(found) == (at is not None)
    for place in found:
        assert gazetteer.get(place.id) == place
    assert at is None or any(p.at and rough_distance_km(p.at, LatLon(*at)) < 10 for p in found)
