"""The gazetteer over one or more indexes: the user's own places first, then those that come with geomap."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from geomap.errors import UsageError
from geomap.geodesy import is_point, rough_distance_km
from geomap.places.fuzzy import edits_from, neighbours_of, rank
from geomap.places.names import normalise
from geomap.places.scan import Scanner
from geomap.places.scripts import in_latin
from geomap.places.store import Store
from geomap.records import LatLon, Line, NameSpan, NameTraits, Place, Source

_KM_PER_DEGREE = 111.2
_CACHED_NAMES = 20_000
# The largest (Canada) takes 14 ms to unpack and holds 24,000 points.
_CACHED_OUTLINES = 32
_LONGEST_GUESS = 60
# Of fewer letters too many names sound alike; a third of the letters is what a second reading of a script changes.
_LEAST_SOUNDS = 4
_MOST_OTHER_SOUNDS = 0.34
_NEAREST = 4
_FAME_IN_SOUNDS = 2.0


class IndexGazetteer:
    """Looks places up in index folders; a place of an earlier store hides one with the same id in a later store."""

    def __init__(self, stores: Sequence[Store]) -> None:
        self._stores = tuple(stores)
        self._places_of = lru_cache(maxsize=_CACHED_NAMES)(self._find_places)
        self._traits_of = lru_cache(maxsize=_CACHED_NAMES)(self._find_traits)
        self._by_word = lru_cache(maxsize=_CACHED_NAMES)(self._find_by_word)
        self._outline_of = lru_cache(maxsize=_CACHED_OUTLINES)(self._find_outline)
        self._scanner = Scanner([store.names for store in self._stores])

    def find_places(self, name: str) -> Sequence[Place]:
        """All places of a name (any spelling that normalises alike), most prominent first; a stable order."""
        return self._places_of(normalise(name))

    def find_names(self, text: str, *, any_start: bool = False) -> Sequence[NameSpan]:
        """All known names in a text, longest match at word boundaries, in text order, not overlapping."""
        return list(self._scanner.find(text, any_start=any_start))

    def describe_name(self, name: str) -> NameTraits | None:
        """What is known of a name without fetching its places; None for an unknown name."""
        return self._traits_of(normalise(name))

    def get(self, place_id: str) -> Place | None:
        """The place with this id."""
        for store in self._stores:
            row = store.row_of(place_id)
            if row is not None and (found := store.fetch([row])):
                return found[0]
        return None

    def find_near(self, at: LatLon, *, radius_km: float, limit: int = 10) -> Sequence[tuple[Place, float]]:
        """Populated places around a point with their distance in km, nearest first."""
        if not is_point(at.lat_deg, at.lon_deg):
            raise UsageError(f"{at.lat_deg}, {at.lon_deg} is no point on Earth")
        cells = list(_cells_around(at, radius_km))
        found: dict[str, tuple[Place, float]] = {}
        for store in self._stores:
            for place in store.in_cells(cells):
                if place.at is not None and (away := rough_distance_km(at, place.at)) <= radius_km:
                    found.setdefault(place.id, (place, away))
        return sorted(found.values(), key=lambda pair: (pair[1], pair[0].id))[:limit]

    def suggest(self, name: str, *, limit: int = 5) -> Sequence[str]:
        """Known names that are spelt nearly like this one, best first."""
        best = self._alike(normalise(name)[:_LONGEST_GUESS])
        return list(dict.fromkeys(self._shown(found) for found in best))[:limit]

    def find_sounding(self, name: str) -> Sequence[Place]:
        """Places whose name is the nearest to how this one sounds: one of another script, or cut into its parts."""
        key = in_latin(name)
        if len(key) < _LEAST_SOUNDS:
            return []
        for exact in (key, key.replace(" ", "")):
            if found := self._places_of(exact):
                return found
        if normalise(name).isascii() or len(key) == _LEAST_SOUNDS:
            return []
        edits_to = edits_from(key)
        near = (
            other
            for other in self._alike(key, fame=_FAME_IN_SOUNDS)
            if edits_to(other) <= _MOST_OTHER_SOUNDS * len(key)
        )
        places = {place.id: place for other in itertools.islice(near, _NEAREST) for place in self._places_of(other)}
        return list(places.values())

    def _alike(self, key: str, *, fame: float = 1.0) -> list[str]:
        """Known names in their normal form that are spelt nearly like this one, best first."""
        if not key:
            return []
        keys = {near for near in neighbours_of(key) if near[-1] != " " and self._has(near)}
        for store in self._stores:
            keys |= store.alike(key)
        keys.discard(key)
        return rank(key, sorted(keys), lambda name: fame * self._weight(name))

    def _weight(self, key: str) -> float:
        """A little for well-known names: a town of a million counts as much as a tenth of the letters."""
        traits = self._traits_of(key)
        return 0.017 * math.log10(1 + traits.population) if traits else 0.0

    def _shown(self, key: str) -> str:
        """A key as a name is written."""
        first = self._places_of(key)[:1]
        return first[0].name if first and normalise(first[0].name) == key else key.title()

    def outline(self, place_id: str) -> tuple[Line, ...] | None:
        """Rings of an area or the course of a line (a river, a border), coarse; None where none is known."""
        return self._outline_of(place_id)

    def _find_outline(self, place_id: str) -> tuple[Line, ...] | None:
        for store in self._stores:
            row = store.row_of(place_id)
            found = store.one("SELECT rings FROM outline WHERE row = ?", row) if row is not None else None
            if found is not None:
                from geomap.places.outlines import unpack  # brings the readers of the tables with it

                return unpack(found[0])
        return None

    def members(self, place_id: str) -> frozenset[str]:
        """Codes of the countries ("DE") and first-level regions ("RU.59") that make up a union or vague region."""
        for store in self._stores:
            row = store.row_of(place_id)
            found = store.one("SELECT codes FROM member WHERE row = ?", row) if row is not None else None
            if found is not None:
                return frozenset(found[0].split())
        return frozenset()

    def neighbours(self, country: str) -> frozenset[str]:
        """ISO codes of the countries that share a land border with this one."""
        for store in self._stores:
            found = store.one("SELECT others FROM neighbour WHERE country = ?", country.upper())
            if found is not None:
                return frozenset(found[0].split(","))
        return frozenset()

    def find_demonym(self, word: str) -> Sequence[Place]:
        """Places whose people or adjective this word is ("Russian", "Russians", "Parisian"); empty for none."""
        return self._by_word(normalise(word), "demonym")

    def find_metonym(self, name: str) -> Sequence[Place]:
        """What a name stands for when it means a government ("Kremlin": Russia, "White House": United States)."""
        return self._by_word(normalise(name), "metonym")

    def find_abbreviation(self, text: str) -> Sequence[Place]:
        """Places that are written so in short; exact in case and periods ("Calif.", "CA", "U.S.", "B.C.", "UAE")."""
        return self._by_word(text, "abbreviation")

    def capital_of(self, country: str) -> Place | None:
        """The capital of a country (ISO code)."""
        found = self._by_word(country.upper(), "capital")
        return found[0] if found else None

    @cached_property
    def sources(self) -> Sequence[Source]:
        """Where the places come from."""
        return tuple(dict.fromkeys(source for store in self._stores for source in store.sources))

    def close(self) -> None:
        """Close the indexes."""
        for store in self._stores:
            store.close()

    def _has(self, key: str) -> bool:
        return any(key in store.names for store in self._stores)

    def _find_places(self, key: str) -> tuple[Place, ...]:
        found: dict[str, Place] = {}
        for store in self._stores:
            for place in store.fetch(store.rows_of(key)):
                found.setdefault(place.id, place)
        return tuple(found.values())

    def _find_by_word(self, word: str, use: str) -> tuple[Place, ...]:
        found: dict[str, Place] = {}
        for store in self._stores:
            for place in store.fetch(store.words.get((word, use), ())):
                found.setdefault(place.id, place)
        return tuple(found.values())

    def _find_traits(self, key: str) -> NameTraits | None:
        found = [traits for store in self._stores if (traits := store.traits(key)) is not None]
        if len(found) < 2:
            return found[0] if found else None
        return NameTraits(
            count=len(self._places_of(key)),
            population=max(t.population for t in found),
            kinds=frozenset().union(*(t.kinds for t in found)),
            common=all(t.common for t in found),
        )


def _cells_around(at: LatLon, radius_km: float) -> Iterator[tuple[int, int]]:
    """Ranges of cells that cover a circle, one or two for each row of cells."""
    from geomap.places.write import CELLS_PER_DEGREE  # what builds an index is seldom needed here

    step = 1.0 / CELLS_PER_DEGREE
    high = radius_km / _KM_PER_DEGREE
    columns = 360 * CELLS_PER_DEGREE
    row = max(0, math.floor((at.lat_deg - high + 90.0) / step))
    last = min(180 * CELLS_PER_DEGREE, math.floor((at.lat_deg + high + 90.0) / step))
    while row <= last:
        edge = max(abs(row * step - 90.0), abs((row + 1) * step - 90.0))
        shrink = math.cos(math.radians(min(edge, 89.9)))
        wide = min(180.0, high / shrink)
        first = math.floor((at.lon_deg + 180.0 - wide) / step)
        final = math.floor((at.lon_deg + 180.0 + wide) / step)
        if final - first >= columns:
            yield row * columns, row * columns + columns - 1
        else:
            yield from _wrapped(row * columns, first, final, columns)
        row += 1


def _wrapped(base: int, first: int, final: int, columns: int) -> Iterable[tuple[int, int]]:
    a, b = first % columns, final % columns
    return [(base + a, base + b)] if a <= b else [(base + a, base + columns - 1), (base, base + b)]
