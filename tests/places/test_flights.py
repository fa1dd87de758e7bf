"""The ends of a flight tell nothing of each other's country."""

from __future__ import annotations

import pytest

import geomap
from geomap import defaults
from geomap.places import resolve_near
from geomap.records import Document


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("He took a flight from Paris to Dallas on Monday.", "Paris", "FR"),
        ("Flights from Birmingham to Dallas resume in May.", "Birmingham", "GB"),
        ("She flew from Athens to Atlanta on Friday.", "Athens", "GR"),
        ("Rain fell on Paris, Denison and Sherman, and the road to Dallas was closed.", "Paris", "US"),
    ],
)
def test_which_town_is_meant(text: str, name: str, country: str) -> None:
    found = {p.mention.text: p.place for p in geomap.find_places(text)}
    place = found[name]
    assert place is not None
    assert place.country == country


def test_many_points_are_measured_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Flights from Birmingham to Dallas resume in May. Trains from Dallas to Houston are late."
    found = []
    for many in (0, 1000):
        monkeypatch.setattr(resolve_near, "MANY_POINTS", many)
        document = Document(id="d", text=text)
        mentions = defaults.recognizer().find_mentions(document)
        found.append(
            [(p.place and p.place.id, round(p.score, 6)) for p in defaults.resolver().resolve(document, mentions)]
        )
    assert found[0] == found[1]
