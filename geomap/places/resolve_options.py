"""The places that a name may mean, looked up once for each name and prepared for comparison."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.interfaces import Gazetteer
from geomap.places.kinds import prominence
from geomap.places.names import normalise
from geomap.places.resolve_abbreviations import expand_region, spellings
from geomap.places.variants import stem_of
from geomap.records import LatLon, Place

# A name has up to some 3,000 places in GeoNames ("San Antonio"); past the first 60, which the gazetteer orders by
# prominence, none was ever right in the training corpora.
MAX_OPTIONS = 60
MAX_NAMES = 20_000

GROUPS = {
    "country": "country historic",
    "region": "region",
    "county": "county",
    "city": "city",
    "district": "district",
    "wide": "continent union vague",
    "water": "ocean sea gulf bay strait canal lake river",
    "land": "mountain range island peninsula desert cape valley forest park border",
}
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds.split()}
# The gazetteer's order puts countries two powers of ten up; in a text about a town of that name this is too much.
LEVELS = {"country": -1.0, "continent": -1.0, "region": 0.2, "county": 0.3}
AREAS = frozenset({"country", "region", "county", "wide"})


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may mean, with what does not depend on the text."""

    place: Place
    group: str
    at: LatLon | None
    prominence: float
    below_first: float
    order: int
    primary: float
    alias_beside: float
    exact: bool
    twin: bool


@dataclass(frozen=True, slots=True)
class Options:
    """All options of a name, most prominent first; `count` also counts those beyond the limit."""

    name: str
    rows: tuple[Option, ...]
    count: int


NONE = Options("", (), 0)


class OptionCache:
    """Looks names up in a gazetteer and keeps the last `MAX_NAMES` answers."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._kept: OrderedDict[tuple[str, bool], Options] = OrderedDict()

    def find(self, name: str, *, after_comma: bool = False) -> Options:
        """What a name may mean; short forms of states and looser spellings are tried where the name is unknown."""
        key = (name, after_comma)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._look_up(name, after_comma)
            self._kept[key] = kept
            if len(self._kept) > MAX_NAMES:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept

    def find_both(self, longer: str, name: str) -> Options:
        """What a longer name may mean, followed by what the shorter one may."""
        first, second = self.find(longer), self.find(name)
        if not first.rows or not first.rows[0].exact:
            return second
        seen = {option.place.id for option in first.rows}
        places = [option.place for option in (*first.rows, *(o for o in second.rows if o.place.id not in seen))]
        return replace(prepare(longer, places), name=name)

    def _look_up(self, name: str, after_comma: bool) -> Options:
        name = " ".join(name.split())[:100]
        if (short := expand_region(name, after_comma=after_comma)) is not None:
            full, country = short
            places = [p for p in self.gazetteer.find_places(full) if p.kind == "region" and p.country == country]
            if places:
                return prepare(full, places)
        if places := list(self.gazetteer.find_places(name)):
            return prepare(name, places)
        for spelling in spellings(name):
            if places := list(self.gazetteer.find_places(spelling)):
                return prepare(name, places, exact=False)
        return Options(name, (), 0)


def prepare(name: str, places: list[Place], *, exact: bool = True) -> Options:
    """Options for the places of a name."""
    kept = places[:MAX_OPTIONS]
    known = _prominences(kept)
    key = normalise(name)
    primary = _primaries(kept, key)
    best_primary = max((known[n] for n in range(len(kept)) if primary[n] == 1.0), default=0.0)
    rows = tuple(
        Option(
            place=place,
            group=GROUP_OF.get(place.kind, "site"),
            at=place.at,
            prominence=known[order],
            below_first=known[order] - known[0],
            order=order,
            primary=primary[order],
            alias_beside=(1.0 - primary[order]) * best_primary / 5,
            exact=exact,
            twin=place.kind == "region" and kept[0].kind in {"city", "country"},
        )
        for order, place in enumerate(kept)
    )
    return Options(name, rows, len(places))


def _prominences(places: Sequence[Place]) -> list[float]:
    """Powers of ten; a capital's boost is not known here, but each is no less than what the gazetteer puts after it."""
    out = [math.log10(1 + prominence(place.kind, place.population)) + LEVELS.get(place.kind, 0.0) for place in places]
    for n in range(len(out) - 2, -1, -1):
        out[n] = max(out[n], out[n + 1])
    return out


def _primaries(places: Sequence[Place], key: str) -> list[float]:
    """1 where a name is the place's chief one; without its word for the kind ("New York City"), less beside such."""
    whole = [normalise(place.name) == key for place in places]
    part = 0.5 if any(whole) else 1.0
    return [
        1.0 if exact else part if normalise(stem_of(place.name)) == key else 0.0
        for exact, place in zip(whole, places, strict=True)
    ]
