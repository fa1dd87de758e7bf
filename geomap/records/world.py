"""Points, places, ways between them, and where a fact came from."""

from __future__ import annotations

from dataclasses import dataclass, field

from geomap.records.kinds import WIDE_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact came from, as the page and the report name it."""

    name: str
    version: str = ""
    licence: str = ""
    attribution: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class LatLon:
    """A point on the WGS84 ellipsoid, in degrees; only writers and geodesy turn it around."""

    lat_deg: float
    lon_deg: float


# A country no wider than this is a stop as a city is: Singapore, Hong Kong, Malta, Bahrain.
_CITY_STATE_KM = 20.0

Line = tuple[LatLon, ...]


# What the source of places that a user has brought is called; the file follows.
OWN_PLACES = "your own places"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the world.

    `admin1` is the first-level region's name and `admin1_code` its GeoNames code ("RU.59"); `radius_km` is how far the
    place reaches from its point, from its area or its population; `at` is None for what has no point (a bloc). A `rank`
    below 1 says that far fewer texts mean it than its kind and population would tell; reports do not keep it.
    """

    id: str
    name: str
    at: LatLon | None
    kind: str
    country: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    admin2_code: str | None = None
    population: int = 0
    radius_km: float = 1.0
    source: Source = field(default_factory=lambda: Source(name="unknown"))
    rank: float = field(default=1.0, compare=False)

    @property
    def is_wide(self) -> bool:
        """Whether the place is too wide to be a stop, as a country is and a city-state is not."""
        return self.kind in WIDE_KINDS and not (self.kind == "country" and self.radius_km <= _CITY_STATE_KM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """One leg of a route between neighbouring stations or nodes.

    `kind` is "highspeed" on a line of fast trains, "rail", "road" or "ferry" on others, "" where none is known.
    """

    start: str
    end: str
    length_km: float
    line: str
    source: Source
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way over a network, or an estimate of one; `length_km` is None where no network connects the stops.

    `length_source` says where the kilometres come from; `stations` are (name, point, km from the start); `winds` says
    why an estimate is much longer than the straight line ("around water", "through mountains").
    """

    mode: str
    stops: tuple[Place, ...]
    length_km: float | None
    length_source: str
    straight_km: float
    low_km: float | None = None
    high_km: float | None = None
    legs: tuple[Leg, ...] = ()
    stations: tuple[tuple[str, LatLon, float], ...] = ()
    gauge_breaks: tuple[str, ...] = ()
    borders: tuple[str, ...] = ()
    geometry: tuple[Line, ...] = ()
    sources: tuple[Source, ...] = ()
    estimated: bool = False
    why: str = ""
    winds: str = ""
    id: str = ""
