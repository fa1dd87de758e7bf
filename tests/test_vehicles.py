"""Nouns of vehicles, and what they tell of a way."""

import re

import pytest

import geomap
from geomap.vehicles import VEHICLES, nouns


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("sea", "ferry ferries dinghy dinghies tankers dredgers hovercraft warships"),
        ("road", "bus buses coach coaches lorry lorries taxis"),
        ("air", "aircraft jets seaplanes"),
        ("rail", "train trains locomotives"),
    ],
)
def test_nouns_match_singular_and_plural(way, words):
    form = re.compile(nouns(way))
    assert all(form.fullmatch(word) for word in words.split())
    assert not form.fullmatch("ferrys") and not form.fullmatch("aircrafts")


def test_no_noun_means_two_ways_of_travelling():
    words = [word for named in VEHICLES.values() for word in named]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("said", "mode"),
    [
        ("The bulk carrier had been on its way from Istanbul to Varna.", "sea"),
        ("Two dredgers were on their way from Rotterdam to Lagos.", "sea"),
        ("A seaplane was on its way from Vancouver to Victoria.", "air"),
        ("The ambulances were on their way from Lviv to Kyiv.", "road"),
        ("A locomotive was on its way from Lviv to Kyiv.", "rail"),
    ],
)
def test_the_vehicle_tells_how_one_goes(said, mode):
    assert [c.claim.mode for c in geomap.check(said).claims if c.claim.kind == "route"] == [mode]
