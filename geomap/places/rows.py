"""A place as a builder reads it, before it is a row of the index."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geomap.places.kinds import prominence, radius_km
from geomap.places.names import normalise

# Rows of geomap's own tables are numbered from here on; GeoNames ids are far below.
OWN_ROWS = 1 << 31
# The index keeps degrees as whole numbers of 1/100,000, about a metre.
SCALE = 100_000


_HUNDREDTH = SCALE // 100


def scaled(degrees: float) -> int:
    """Degrees as the index keeps them."""
    return round(degrees * SCALE)


def listed_id(name: str, country: str | None, lat: int, lon: int) -> str:
    """The id of a place of a list that gives none, from its name and its point (scaled): geomap:gb-denton-n5248w31.

    It need not be kept, and its place can be found by the name that it holds.
    """
    north, east = (lat + _HUNDREDTH // 2) // _HUNDREDTH, (lon + _HUNDREDTH // 2) // _HUNDREDTH
    point = f"{'ns'[north < 0]}{abs(north)}{'ew'[east < 0]}{abs(east)}"
    return f"geomap:{(country or 'xx').lower()}-{normalise(name).replace(' ', '-')}-{point}"


def listed_key(place_id: str) -> str:
    """The normalised name in an id of `listed_id`; empty for another id."""
    return place_id[10:].rpartition("-")[0].replace("-", " ") if place_id[9:10] == "-" else ""


_OWN_IDS = "geomap:"


def short_id(place_id: str) -> str:
    """An id as the index keeps it: "geomap:kiev" as "kiev", "x:kiev" as ":x:kiev"."""
    return place_id[len(_OWN_IDS) :] if place_id.startswith(_OWN_IDS) and place_id[7:8] != ":" else f":{place_id}"


def whole_id(short: str) -> str:
    """The id that is kept so."""
    return short[1:] if short[:1] == ":" else _OWN_IDS + short


@dataclass(slots=True, kw_only=True)
class Row:
    """One place with all its names; `id` is "geonames:N" or "geomap:SLUG", `rank` raises or lowers its prominence.

    `called` are names that texts surely use for it, `names` those that some list gives, transliterations among them.
    """

    id: str
    name: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    admin1_code: str | None = None
    admin2_code: str | None = None
    population: int = 0
    area_km2: float | None = None
    rank: float = 1.0
    capital: bool = False
    called: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    source: int = 0

    @property
    def prominence(self) -> float:
        """How likely a bare name means this place."""
        return prominence(self.kind, self.population, capital=self.capital, rank=self.rank)

    @property
    def radius_km(self) -> float:
        """How far the place reaches from its point."""
        return radius_km(self.kind, self.population, self.area_km2)


class Numbering:
    """Gives each place id its row: GeoNames ids their own number, others the next free one."""

    def __init__(self) -> None:
        self._own: dict[str, int] = {}

    def row_of(self, place_id: str) -> int:
        """The row of an id, the same at each call."""
        kind, _, rest = place_id.partition(":")
        if kind == "geonames" and rest.isdigit() and int(rest) < OWN_ROWS:
            return int(rest)
        return self._own.setdefault(place_id, OWN_ROWS + len(self._own))


def pack_rows(rows: Iterable[int]) -> bytes:
    """Ascending numbers of rows as bytes: the step from the one before, seven bits a byte, the low ones first."""
    out, last = bytearray(), 0
    for row in rows:
        step, last = row - last, row
        while step > 127:
            out.append(step & 127 | 128)
            step >>= 7
        out.append(step)
    return bytes(out)


def unpack_rows(packed: bytes) -> list[int]:
    """The numbers that were packed; those before what cannot be one."""
    rows: list[int] = []
    row = step = shift = 0
    for byte in packed:
        if shift > 28:
            break
        step |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            row += step
            if row >= 1 << 32:
                break
            rows.append(row)
            step = shift = 0
    return rows
