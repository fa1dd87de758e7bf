import pytest

from geomap.station_words import town_of_station


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Beijing West", "Beijing"),
        ("Agra Cantt.", "Agra"),
        ("Kraków Główny", "Kraków"),
        ("Hannover-Nord", "Hannover"),
        ("San Juan Central", "San Juan"),
        ("Aarhus H", "Aarhus"),
        ("Rosario Norte", "Rosario"),
        ("West", ""),
        ("New York", ""),
        ("", ""),
    ],
)
def test_the_last_word_of_a_station_is_cut_off(name: str, town: str) -> None:
    assert town_of_station(name) == town
