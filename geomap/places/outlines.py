"""Outlines and courses: lines of points, packed into a few bytes for the index."""

from __future__ import annotations

import itertools
import operator
import zlib
from array import array
from collections.abc import Callable, Iterator, Sequence
from importlib.resources.abc import Traversable

from geomap.places.readers import read_table
from geomap.records import LatLon, Line

_SCALE = 10_000
OUTLINE_TABLES = ("outlines.tsv", "region_outlines.tsv", "vague_outlines.tsv", "water_outlines.tsv", "courses.tsv")


def pack(lines: Sequence[Sequence[tuple[float, float]]]) -> bytes:
    """Lines of (lat, lon) as bytes: how many, how long each, then all latitudes and all longitudes.

    Each is told in ten-thousandths of a degree by how far it is from the one before.
    """
    numbers = array("i", [len(lines), *(len(line) for line in lines)])
    for axis in (0, 1):
        scaled = [round(point[axis] * _SCALE) for line in lines for point in line]
        numbers.extend(map(operator.sub, scaled, [0, *scaled]))
    return zlib.compress(numbers.tobytes(), 9)


def unpack(packed: bytes) -> tuple[Line, ...]:
    """The lines that were packed."""
    numbers = array("i", zlib.decompress(packed))
    lengths = numbers[1 : 1 + numbers[0]]
    first, points = 1 + numbers[0], sum(lengths)
    lats = itertools.accumulate(numbers[first : first + points])
    lons = itertools.accumulate(numbers[first + points :])
    all_points = (LatLon(lat / _SCALE, lon / _SCALE) for lat, lon in zip(lats, lons, strict=True))
    return tuple(tuple(itertools.islice(all_points, length)) for length in lengths)


def read_outlines(
    data: Traversable, find: Callable[[str], str | None], point_of: Callable[[str], tuple[float, float] | None]
) -> Iterator[tuple[str, bytes]]:
    """(place id, packed lines) of the tables of outlines.

    A line of points is "lat,lon lat,lon"; several lines have ; between them. A course also takes towns, as "Town,CC",
    with ; between all its points. The first line of a place counts.
    """
    seen: set[str] = set()
    for name in OUTLINE_TABLES:
        for cells in read_table(data / name):
            place = find(cells["place"])
            if place is None or place in seen:
                continue
            seen.add(place)
            if name == "courses.tsv":
                yield place, pack([[_course_point(p, find, point_of) for p in cells["points"].split(";")]])
            else:
                yield place, pack([[_point(p) for p in line.split()] for line in cells["points"].split(";")])


def _point(text: str) -> tuple[float, float]:
    lat, lon = text.split(",")
    return float(lat), float(lon)


def _course_point(
    text: str, find: Callable[[str], str | None], point_of: Callable[[str], tuple[float, float] | None]
) -> tuple[float, float]:
    if text[0] in "-0123456789":
        return _point(text)
    place = find(f"city:{text}")
    at = point_of(place) if place else None
    if at is None:
        raise ValueError(f"courses.tsv names an unknown town: {text}")
    return at
