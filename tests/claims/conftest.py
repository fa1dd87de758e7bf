"""A small world whose places are known by name, and readings of sentences about it."""

import re

import pytest

from geomap import quantities, sentences
from geomap.claims.wording import Worder
from geomap.mentions.points import with_points
from geomap.places.points import place_point
from geomap.records import Document, LatLon, Mention, MentionKind, Place, PlacedMention, Reading

# Points of GeoNames, rounded to a hundredth of a degree.
WORLD = {
    "Lyon": (45.75, 4.85, "FR", "city", 5.5),
    "Marseille": (43.30, 5.37, "FR", "city", 7.0),
    "Avignon": (43.95, 4.81, "FR", "city", 2.6),
    "Paris": (48.85, 2.35, "FR", "city", 9.8),
    "Geneva": (46.20, 6.15, "CH", "city", 4.0),
    "Turin": (45.07, 7.69, "IT", "city", 7.0),
    "Nice": (43.70, 7.27, "FR", "city", 5.0),
    "Dijon": (47.32, 5.04, "FR", "city", 3.6),
    "Tunis": (36.82, 10.17, "TN", "city", 8.0),
    "Algiers": (36.73, 3.09, "DZ", "city", 12.0),
    "Vienne": (45.52, 4.87, "FR", "city", 1.5),
    "Gordes": (43.91, 5.20, "FR", "city", 9.0),
    "Malta": (35.92, 14.43, "MT", "country", 10.0),
    "Corsica": (42.15, 9.1, "FR", "island", 53.0),
    "Quito": (-0.23, -78.52, "EC", "city", 12.0),
    "Tokyo": (35.69, 139.69, "JP", "city", 25.0),
    "Madrid": (40.42, -3.70, "ES", "city", 20.0),
    "France": (46.0, 2.0, "FR", "country", 400.0),
    "Italy": (42.83, 12.83, "IT", "country", 310.0),
    "Napoleon Highway": (43.8, 6.0, "FR", "road", 50.0),
    "Savoy": (45.5, 6.4, "FR", "region", 40.0),
    "Rhone": (45.0, 4.8, "FR", "river", 200.0),
}
# Places of lists that tell the point of their district and no population.
VILLAGES = {"Gordes"}
PEOPLE = {"Italian": "Italy", "French": "France"}


def place(name: str) -> Place:
    lat, lon, country, kind, radius = WORLD[name]
    return Place(
        id=f"geomap:{name.lower()}",
        name=name,
        at=LatLon(lat, lon),
        kind=kind,
        country=country,
        population=50_000 if kind == "city" and name not in VILLAGES else 0,
        radius_km=radius,
    )


class World:
    """A gazetteer of the few places above; Italy has a square outline."""

    sources = ()

    def find_places(self, name):
        return [place(name)] if name in WORLD else []

    def find_demonym(self, word):
        return [place(PEOPLE[word])] if word in PEOPLE else []

    def find_abbreviation(self, text):
        return []

    def capital_of(self, country):
        return place("Paris") if country == "FR" else None

    def neighbours(self, country):
        return frozenset()

    def outline(self, place_id):
        if place_id != "geomap:italy":
            return None
        corners = ((46.5, 7.0), (46.5, 13.5), (37.0, 16.0), (40.0, 12.0), (44.0, 7.6), (46.5, 7.0))
        return (tuple(LatLon(lat, lon) for lat, lon in corners),)


def reading(text: str, *, title: str | None = None) -> Reading:
    mentions = []
    for match in re.finditer(r"\b(?:" + "|".join([*WORLD, *PEOPLE]) + r")\b", text):
        name = match[0]
        kind = MentionKind.DEMONYM if name in PEOPLE else MentionKind.PLACE
        mention = Mention(document="d", start=match.start(), end=match.end(), text=name, kind=kind)
        mentions.append(PlacedMention(mention=mention, place=place(PEOPLE.get(name, name)), score=1.0, why="given"))
    document = Document(id="d", text=text, title=title)
    known = {(m.start, m.end): m for m in mentions}
    with_all = with_points(document, [m.mention for m in mentions])
    mentions = [known.get((m.start, m.end)) or place_point(m) for m in with_all]
    return Reading(
        document=document,
        sentences=tuple(sentences.find_sentences(text)),
        mentions=tuple(mentions),
        quantities=tuple(quantities.find_quantities(text)),
        times=(),
    )


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def worder(world: World) -> Worder:
    return Worder(world)


@pytest.fixture
def read():
    return reading
