"""Sentences with their places marked: "{Oslo}" is a place, "{~Norwegian}" a people, and a gazetteer that knows them."""

from __future__ import annotations

import re
from datetime import date

from geomap import calendar_dates, quantities, sentences
from geomap.geodesy import rough_distance_km
from geomap.pipeline import with_companions
from geomap.records import Document, LatLon, Mention, MentionKind, Place, PlacedMention, Reading, Source

SOURCE = Source(name="made for tests")
CITIES = frozenset({"Oslo", "Bergen", "Stockholm", "Gothenburg", "Helsinki", "Lima", "Sydney"})


def _place(
    name: str, lat: float, lon: float, kind: str, country: str, region: str = "", radius_km: float = 5.0
) -> Place:
    return Place(
        id=f"test:{name.lower().replace(' ', '-')}",
        name=name,
        at=LatLon(lat, lon),
        kind=kind,
        country=country,
        admin1_code=f"{country}.{region}" if region else None,
        radius_km=radius_km,
        population=500_000 if name in CITIES else 20_000,
        source=SOURCE,
    )


PLACES = {
    p.name: p
    for p in (
        _place("Oslo", 59.91, 10.75, "city", "NO", "12"),
        _place("Narvik", 68.44, 17.43, "city", "NO", "18"),
        _place("Bergen", 60.39, 5.32, "city", "NO", "46"),
        _place("Halden", 59.12, 11.39, "city", "NO", "01"),
        _place("Stockholm", 59.33, 18.07, "city", "SE", "26"),
        _place("Tveit", 63.0, 12.0, "city", "SE", "23"),
        _place("Kiruna", 67.86, 20.22, "city", "SE", "14"),
        _place("Gothenburg", 57.71, 11.97, "city", "SE", "28"),
        _place("Strömstad", 58.94, 11.17, "city", "SE", "28"),
        _place("Norrbotten", 66.9, 19.5, "region", "SE", "14", 300.0),
        _place("Helsinki", 60.17, 24.94, "city", "FI", "18"),
        _place("Lima", -12.05, -77.04, "city", "PE", "15", 20.0),
        _place("Sydney", -33.87, 151.21, "city", "AU", "02", 20.0),
        _place("Norway", 62.0, 10.0, "country", "NO", "", 600.0),
        _place("Sweden", 62.0, 15.0, "country", "SE", "", 700.0),
        _place("Finland", 64.0, 26.0, "country", "FI", "", 500.0),
        _place("Poland", 52.0, 19.0, "country", "PL", "", 300.0),
        _place("Ukraine", 49.0, 32.0, "country", "UA", "", 500.0),
        _place("Lapland", 67.5, 22.0, "vague", "", "", 300.0),
        _place("Swedish border", 67.9, 23.4, "border", ""),
        _place("Glomma", 59.6, 11.1, "river", "NO"),
        _place("Göta", 57.9, 12.05, "river", "SE"),
        _place("Kungsleden", 66.5, 17.5, "road", "SE", "", 50.0),
        _place("Vänern", 58.9, 13.3, "lake", "SE", "", 40.0),
        _place("Baltic Sea", 58.5, 20.0, "sea", "", "", 346.0),
        _place("Black Sea", 43.3, 34.5, "sea", "", "", 372.0),
        _place("Pacific", 0.0, -160.0, "ocean", "", "", 7252.0),
    )
}
PEOPLES = {"Norwegian": "Norway", "Swedish": "Sweden", "Finnish": "Finland", "Polish": "Poland"}
_MARK = re.compile(r"\{(~?)([^}]+)\}")


def read(text: str, *, written: str | None = "2021-06-10", name: str = "story") -> Reading:
    """A reading of a text with marked places; the day of writing is a Thursday."""
    plain, mentions, at = "", [], 0
    for hit in _MARK.finditer(text):
        plain += text[at : hit.start()]
        people, word = hit.groups()
        where = PLACES.get(PEOPLES[word] if people else word)
        mention = Mention(
            document=name,
            start=len(plain),
            end=len(plain) + len(word),
            text=word,
            kind=MentionKind.DEMONYM if people else MentionKind.PLACE,
        )
        mentions.append(PlacedMention(mention=mention, place=where, score=0.9 if where else 0.0, why="marked"))
        plain += word
        at = hit.end()
    plain += text[at:]
    story = Document(id=name, text=plain, date=date.fromisoformat(written) if written else None)
    return Reading(
        document=story,
        sentences=tuple(sentences.find_sentences(plain)),
        mentions=tuple(mentions),
        quantities=tuple(quantities.find_quantities(plain)),
        times=tuple(calendar_dates.find_times(story)),
    )


def run(*texts: str, written: str | None = "2021-06-10") -> list[Reading]:
    """The readings of several texts, each knowing the others."""
    return with_companions([read(text, written=written, name=f"d{n}") for n, text in enumerate(texts)])


class MarkedGazetteer:
    """Knows the places of this module, their capitals and neighbours."""

    sources = (SOURCE,)

    def find_places(self, name):
        return [p for p in PLACES.values() if p.name == name]

    def find_names(self, text, *, any_start=False):
        return []

    def describe_name(self, name):
        return None

    def get(self, place_id):
        return next((p for p in PLACES.values() if p.id == place_id), None)

    def find_near(self, at, *, radius_km, limit=10):
        found = [(p, rough_distance_km(at, p.at)) for p in PLACES.values() if p.kind == "city"]
        return sorted((pair for pair in found if pair[1] <= radius_km), key=lambda pair: pair[1])[:limit]

    def suggest(self, name, *, limit=5):
        return []

    def find_sounding(self, name):
        return []

    def outline(self, place_id):
        if place_id != "test:sweden":
            return None
        corners = ((55.3, 11.0), (55.3, 24.2), (69.1, 24.2), (69.1, 11.0), (55.3, 11.0))
        return (tuple(LatLon(lat, lon) for lat, lon in corners),)

    def members(self, place_id):
        return frozenset()

    def neighbours(self, country):
        return {
            "NO": frozenset({"SE", "FI"}),
            "SE": frozenset({"NO", "FI"}),
            "FI": frozenset({"NO", "SE"}),
            "PL": frozenset({"UA"}),
        }.get(country, frozenset())

    def find_demonym(self, word):
        return self.find_places(PEOPLES[word]) if word in PEOPLES else []

    def find_metonym(self, name):
        return []

    def capital_of(self, country):
        name = {"NO": "Oslo", "SE": "Stockholm", "FI": "Helsinki"}.get(country)
        return PLACES[name] if name else None
