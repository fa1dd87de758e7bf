import pytest

from geomap.station_words import bare_names, heads, town_of_station


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


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Delhi (NDLS)", ["Delhi"]),
        ("東京駅", ["東京"]),
        ("北京西站", ["北京"]),
        ("부산역", ["부산"]),
        ("Ga Hà Nội", ["Hà Nội"]),
        ("Gare de Thiès", ["Thiès"]),
        ("Gare d’Austerlitz", ["Austerlitz"]),
        ("Estación de Mérida", ["Mérida"]),
        ("Garmsar", []),
        ("Gare", []),
        ("(NDLS)", []),
        ("江西", []),
        ("", []),
    ],
)
def test_codes_and_words_for_station_are_cut_off(name: str, bare: list[str]) -> None:
    assert list(bare_names(name)) == bare


@pytest.mark.parametrize(
    ("name", "towns"),
    [
        ("Semarang Tawang", ["Semarang"]),
        ("Tel Aviv Savidor Center", ["Tel Aviv Savidor", "Tel Aviv"]),
        ("Almaty-2", ["Almaty"]),
        ("上海虹桥", ["上海虹", "上海"]),
        ("新大阪", ["新大", "大阪"]),
        ("Oslo", []),
        ("La Paz", []),
        ("", []),
    ],
)
def test_the_town_stands_before_the_own_name_of_a_station(name: str, towns: list[str]) -> None:
    assert list(heads(name)) == towns
