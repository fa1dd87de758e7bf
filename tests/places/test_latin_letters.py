"""Cyrillic names of places in Latin letters: examples of the systems' own documents, and well-known towns."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))
from latin_letters import in_latin_letters


@pytest.mark.parametrize(
    ("name", "country", "spelt"),
    [
        ("Запоріжжя", "UA", "Zaporizhzhia"),
        ("Згурський", "UA", "Zghurskyi"),
        ("Їжакевич", "UA", "Yizhakevych"),
        ("Кадиївка", "UA", "Kadyivka"),
        ("Короп'є", "UA", "Koropie"),
        ("Новоград-Волинський", "UA", "Novohrad-Volynskyi"),
        ("Йосипівка", "UA", "Yosypivka"),
        ("Щербухи", "UA", "Shcherbukhy"),
        ("Екатеринбург", "RU", "Yekaterinburg"),
        ("Набережные Челны", "RU", "Naberezhnyye Chelny"),
        ("Новая Усмань", "RU", "Novaya Usman"),
        ("Ельск", "BY", "Yelsk"),
        ("ქუთაისი", "GE", ""),
    ],
)
def test_spelt_in_latin_letters(name: str, country: str, spelt: str) -> None:
    assert in_latin_letters(name, country) == spelt
