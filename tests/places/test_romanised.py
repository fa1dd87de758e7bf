"""Newspapers' spellings of Arabic names lead to those of the lists, and no other name does."""

import pytest

from geomap.places.names import normalise
from geomap.places.resolve_spellings import spellings
from geomap.places.romanised import romanised

# As GeoNames writes them.
SPELLINGS = {
    "Kabkabiya": "Kabkābīyah",
    "Deir al-Balah": "Dayr al Balaḩ",
    "Bani Suhaila": "Banī Suhaylā",
    "Abasan al-Kabira": "‘Abasān al Kabīrah",
    "Tal Rifaat": "Tall Rif‘at",
    "Ras al-Ain": "Ra’s al ‘Ayn",
    "Sheikh Zuweid": "Ash Shaykh Zuwayd",
    "Jisr al-Shughour": "Jisr ash Shughūr",
    "Nuseirat": "An Nuşayrāt",
    "Deir ez-Zor": "Dayr az Zur",
    "Aitaroun": "‘Aytarūn",
    "Achrafieh": "Ashrafīyah",
}


@pytest.mark.parametrize(("printed", "listed"), SPELLINGS.items(), ids=SPELLINGS)
def test_a_printed_name_leads_to_the_listed_one(printed: str, listed: str) -> None:
    assert normalise(listed) in list(romanised(printed))


@pytest.mark.parametrize(
    "name", ["", "Springfield", "Vladivostok", "Tom Miller", "San Juan", "Al", "St. Petersburg", "東京"]
)
def test_a_name_that_does_not_sound_arabic_leads_nowhere(name: str) -> None:
    assert not list(romanised(name))


def test_the_number_of_spellings_is_bounded() -> None:
    assert len(list(romanised("al-Meea el-Keea eb-Teea al-Seea"))) <= 48
    assert not list(romanised("el-" * 1000 + "Beit"))


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("Kakuma refugee camp", "Kakuma"),
        ("Jenin camp", "Jenin"),
        ("Dadaab refugee complex", "Dadaab"),
        ("Zamzam IDP camp", "Zamzam"),
    ],
)
def test_a_camp_is_known_by_its_town(name: str, shorter: str) -> None:
    assert shorter in spellings(name)


@pytest.mark.parametrize("name", ["Camp David", "Campsie", "Camp"])
def test_not_every_camp_is_one(name: str) -> None:
    assert "David" not in spellings(name) and "" not in spellings(name)
