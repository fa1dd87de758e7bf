"""Names in a row that share a noun in the plural."""

from __future__ import annotations

import pytest

from geomap import defaults
from geomap.mentions.plurals import find_shared
from geomap.records import Document


def shared(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[row.start : row.end], row.noun, row.kind) for row in find_shared(text)]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("In Clarke, Madison and Oconee counties it rained.",
         [("Clarke", "County", "county"), ("Madison", "County", "county"), ("Oconee", "County", "county")]),
        ("Small Hitchcock and Hayes Counties", [("Hitchcock", "County", "county"), ("Hayes", "County", "county")]),
        ("near Rivers and Stokes avenues", [("Rivers", "", None), ("Stokes", "", None)]),
        ("Deer Run and Thomas elementary schools", [("Deer Run", "", None), ("Thomas", "", None)]),
        ("the provinces of Punjab, Sindh and Balochistan were",
         [("Punjab", "Province", "region"), ("Sindh", "Province", "region"), ("Balochistan", "Province", "region")]),
        ("Iberia & Acadia parishes", [("Iberia", "Parish", "county"), ("Acadia", "Parish", "county")]),
        ("Paris, London, and other cities", []),
        ("Ann counted counties", []),
        ("all Georgia counties", []),  # no row
    ],
)  # fmt: skip
def test_rows(text: str, rows: list[tuple[str, str, str | None]]) -> None:
    assert shared(text) == rows


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rain fell in Clarke, Oconee and Oglethorpe counties in Georgia.",
         {"Clarke": "county", "Oconee": "county", "Oglethorpe": "county", "Georgia": "region"}),
        ("It burned near Clinton and Madison streets in Toledo, Ohio.", {"Toledo": "city", "Ohio": "region"}),
    ],
)  # fmt: skip
def test_what_a_text_means_by_them(text: str, places: dict[str, str]) -> None:
    mentions = defaults.recognizer().find_mentions(Document(id="d", text=text))
    found = defaults.resolver().resolve(Document(id="d", text=text), mentions)
    assert {p.mention.text: p.place.kind for p in found if p.place} == places
