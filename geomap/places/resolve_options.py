"""The places that a name may mean, looked up once for each name and prepared for comparison."""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from geomap.divisions import lies_in
from geomap.geodesy import MEAN_RADIUS_KM, rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.places.kinds import prominence
from geomap.places.names import normalise
from geomap.places.resolve_spellings import short_forms, spellings
from geomap.places.romanised import find_romanised
from geomap.places.variants import stem_of
from geomap.records import LANDSCAPES, WATERS, LatLon, MentionKind, Place

# A name has up to some 3,000 places in GeoNames ("San Antonio"); past the first 60, which the gazetteer orders by
# prominence, none was ever right in the training corpora.
MAX_OPTIONS = 60
MAX_NAMES = 20_000
# How many options of what holds a name, and of what it holds, are tried.
TRIED = 12

GROUPS = {
    "country": {"country", "historic"},
    "region": {"region"},
    "county": {"county"},
    "city": {"city"},
    "district": {"district"},
    "wide": {"continent", "union", "vague"},
    "water": WATERS,
    "land": LANDSCAPES | {"mountain", "island", "cape", "border", "pole"},
}
GROUP_OF = {kind: group for group, kinds in GROUPS.items() for kind in kinds}
# The gazetteer's order puts countries two powers of ten up, and vague areas beside great cities; in a text about a town
# of that name this is too much.
LEVELS = {"country": -1.0, "continent": -1.0, "region": 0.1, "county": 0.3, "vague": -1.0}
_SOFT = re.compile(r"[ijy]+")
# What tells a town from its namesakes: "am Main", "upon Tyne", "(Oder)", "-sur-Mer".
_TAIL = re.compile(r"[ -](?:\(|[a-zà-ÿ’']+[ -]).*$")
# "Kingston upon Hull", "Santiago de Cali" are also called by what is behind the small word.
_HEAD = re.compile(r"^[^(]*?[ -](?:[a-zà-ÿ’']+[ -])+(?=[^a-zà-ÿ ])")
# A town gives its name to the area around it from about this size on, and lies about its middle.
SEAT_POPULATION = 10_000
SEAT_KM = 60.0
AREAS = frozenset({"country", "region", "county", "wide"})


@dataclass(frozen=True, slots=True)
class Option:
    """A place that a name may mean, with what does not depend on the text.

    `use` is "demonym" where the name is its people's, "seat" where it is a byword for a government that sits there;
    `seated` is an area that has a town of its name; `sides` are the countries on the two sides of a border.
    """

    place: Place
    group: str
    at: LatLon | None
    vector: tuple[float, float, float]
    prominence: float
    below_first: float
    order: int
    primary: float
    alias_beside: float
    exact: bool
    twin: bool
    use: str = ""
    capital: bool = False
    seated: bool = False
    sides: tuple[str, ...] = ()


@dataclass(frozen=True)
class Options:
    """All options of a name, most prominent first; `count` also counts those beyond the limit."""

    name: str
    rows: tuple[Option, ...]
    count: int

    @cached_property
    def by_country(self) -> Mapping[str | None, Sequence[Option]]:
        """The likeliest options, by the country they lie in."""
        found: dict[str | None, list[Option]] = {}
        for option in self.rows[:TRIED]:
            found.setdefault(option.place.country, []).append(option)
        return found


NONE = Options("", (), 0)


class OptionCache:
    """Looks names up in a gazetteer and keeps the last `MAX_NAMES` answers; a fallback is asked once for a name."""

    def __init__(self, gazetteer: Gazetteer, *, fallback: Callable[[str], Sequence[Place]] | None = None) -> None:
        self.gazetteer = gazetteer
        self._fallback = fallback
        self._asked: set[str] = set()
        self._kept: OrderedDict[tuple[str, MentionKind], Options] = OrderedDict()
        self._capitals: dict[str, str] = {}

    def find(self, name: str, kind: MentionKind = MentionKind.PLACE) -> Options:
        """What a name may mean: short forms first, then demonyms, then names, then looser spellings."""
        key = (name, kind)
        kept = self._kept.get(key)
        if kept is None:
            kept = self._kept[key] = self._look_up(" ".join(name.split())[:100], kind)
            if len(self._kept) > MAX_NAMES:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept

    def find_mentioned(self, name: str, kind: MentionKind) -> Options:
        """What a name in a text may mean; where the gazetteer knows it in no spelling, what the fallback knows."""
        found = self.find(name, kind)
        if found.rows or self._fallback is None or kind is not MentionKind.PLACE or name in self._asked:
            return found
        self._asked.add(name)
        asked = self._kept[name, kind] = self._prepare(name, list(self._fallback(name)))
        return asked

    def find_both(self, longer: str, name: str) -> Options:
        """What a longer name may mean, followed by what the shorter one may."""
        first, second = self.find(longer), self.find(name)
        if not first.rows or not first.rows[0].exact:
            return second
        return _joined(name, first, second)

    def _look_up(self, name: str, kind: MentionKind) -> Options:
        for short in short_forms(name):
            if places := self.gazetteer.find_abbreviation(short):
                return self._prepare(name, list(places))
        people = list(self.gazetteer.find_demonym(name))
        if people and kind is MentionKind.DEMONYM:
            return self._prepare(name, people, use="demonym")
        found = self._prepare(name, list(self.gazetteer.find_places(name)))
        if people:
            return _joined(name, self._prepare(name, people, use="demonym"), found)
        if bodies := self.gazetteer.find_metonym(name):
            return _joined(name, self._seats(name, bodies), found)
        if found.rows:
            return found
        for spelling in spellings(name):
            if places := list(self.gazetteer.find_places(spelling)):
                return self._prepare(name, places, exact=False)
        if towns := find_romanised(name, self.gazetteer.find_places):
            return self._prepare(name, towns, exact=False)
        return Options(name, (), 0)

    def _seats(self, name: str, bodies: Sequence[Place]) -> Options:
        """Where a government sits that a name is a byword for: the building, else the capital."""
        countries = {body.country for body in bodies}
        named = [p for p in self.gazetteer.find_places(name) if p.country in countries]
        named = [p for p in named if p.kind == "building"] or named
        capitals = [c for b in bodies if b.country and (c := self.gazetteer.capital_of(b.country)) is not None]
        return self._prepare(name, named or capitals, use="seat")

    def _prepare(self, name: str, places: list[Place], *, exact: bool = True, use: str = "") -> Options:
        if not places:
            return Options(name, (), 0)
        options = prepare(name, places, exact=exact, use=use)
        options = replace(options, rows=tuple(_with_seat(option, options.rows) for option in options.rows))
        if any(place.kind == "border" for place in places):
            options = replace(options, rows=tuple(replace(o, sides=self._sides(o.place)) for o in options.rows))
        capitals = {n: 1 for n, p in enumerate(places[:MAX_OPTIONS]) if p.kind == "city" and self._is_capital(p)}
        if not capitals:
            return options
        return replace(
            options, rows=tuple(replace(o, capital=True) if n in capitals else o for n, o in enumerate(options.rows))
        )

    def _sides(self, place: Place) -> tuple[str, ...]:
        """The countries on the two sides of a border, by the names in its own ("Georgia–Russia border")."""
        if place.kind != "border":
            return ()
        names = place.name.removesuffix(" border").split("–")
        found = (next((p for p in self.gazetteer.find_places(name) if p.kind == "country"), None) for name in names)
        return tuple(p.country for p in found if p is not None and p.country)

    def _is_capital(self, place: Place) -> bool:
        if not place.country:
            return False
        if place.country not in self._capitals:
            capital = self.gazetteer.capital_of(place.country)
            self._capitals[place.country] = capital.id if capital is not None else ""
        return self._capitals[place.country] == place.id


def _with_seat(option: Option, rows: Sequence[Option]) -> Option:
    """An area with a note of whether a town of its name lies in it, of which a text mostly speaks."""
    if option.group not in {"region", "county", "wide"} or option.at is None:
        return option
    return replace(option, seated=any(_is_seat(town, option) for town in rows))


def _is_seat(town: Option, area: Option) -> bool:
    a, b = town.place, area.place
    if town.group != "city" or a.country != b.country or a.population < SEAT_POPULATION or town.primary < 1.0:
        return False
    if area.group == "region":
        return lies_in(a, b) is True
    return area.at is not None and town.at is not None and rough_distance_km(area.at, town.at) <= SEAT_KM


def _joined(name: str, first: Options, second: Options) -> Options:
    seen = {option.place.id for option in first.rows}
    rest = tuple(option for option in second.rows if option.place.id not in seen)
    return Options(name, (*first.rows, *rest), first.count + second.count - (len(second.rows) - len(rest)))


def prepare(name: str, places: list[Place], *, exact: bool = True, use: str = "") -> Options:
    """Options for the places of a name."""
    kept = places[:MAX_OPTIONS]
    key = normalise(name)
    primary = _primaries(kept, key)
    known = _prominences(kept, primary)
    best_primary = max((known[n] for n in range(len(kept)) if primary[n] == 1.0), default=0.0)
    # "Brasília" is also a name of Brazil in some language; beside the city that bears it, the country is no measure.
    best = best_primary or known[0]
    rows = tuple(
        Option(
            place=place,
            group=GROUP_OF.get(place.kind, "site"),
            at=place.at,
            vector=_vector(place.at),
            prominence=known[order],
            below_first=min(0.0, known[order] - best),
            order=order,
            primary=primary[order],
            alias_beside=(1.0 - primary[order]) * best_primary / 5,
            exact=exact,
            use=use,
            twin=place.kind == "region" and kept[0].kind in {"city", "country"},
        )
        for order, place in enumerate(kept)
    )
    return Options(name, rows, len(places))


def _vector(at: LatLon | None) -> tuple[float, float, float]:
    """The point in km from the centre of a sphere: straight distances between such points are quick to take."""
    if at is None:
        return (0.0, 0.0, 0.0)
    lat, lon = math.radians(at.lat_deg), math.radians(at.lon_deg)
    level = MEAN_RADIUS_KM * math.cos(lat)
    return (level * math.cos(lon), level * math.sin(lon), MEAN_RADIUS_KM * math.sin(lat))


def _prominences(places: Sequence[Place], primary: Sequence[float]) -> list[float]:
    """Powers of ten; a capital's boost is not known here, but each is no less than what the gazetteer puts after it.

    Where it does so for the name alone, which a larger place bears beside its own, that says nothing.
    """
    out = [
        math.log10(1 + prominence(place.kind, place.population, rank=place.rank)) + LEVELS.get(place.kind, 0.0)
        for place in places
    ]
    most = dict.fromkeys(primary, 0.0)
    for n in range(len(out) - 1, -1, -1):
        out[n] = max([out[n], *(known for share, known in most.items() if share >= primary[n])])
        most[primary[n]] = out[n]
    return out


def _spelt(key: str) -> str:
    """A key with the letters alike that spellings of one Cyrillic name differ in: Mykolaiv and Mykolayiv."""
    return _SOFT.sub("i", key)


def _parts(name: str) -> list[str]:
    """A name, and its parts where it is one in two languages."""
    return [name, *name.split(" / ")] if " / " in name else [name]


def _primaries(places: Sequence[Place], key: str) -> list[float]:
    """1 where a name is the place's chief one; without its word for the kind or its river, less beside such.

    "New York City" is also "New York", "Frankfurt am Main" "Frankfurt", "Kingston upon Hull" "Hull"; "Donostia / San
    Sebastián" has two chief names.
    """
    whole = [_spelt(key) in {_spelt(normalise(part)) for part in _parts(place.name)} for place in places]
    part = 0.5 if any(whole) else 1.0
    return [
        1.0 if exact else part if key in _short_forms(place.name) else 0.0
        for exact, place in zip(whole, places, strict=True)
    ]


@lru_cache(maxsize=4096)
def _short_forms(name: str) -> tuple[str, ...]:
    """What a place's chief name is cut down to."""
    return tuple(normalise(form) for form in (stem_of(name), _TAIL.sub("", name), _HEAD.sub("", name)))
