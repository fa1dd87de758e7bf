"""Reads GeoNames dumps line by line, and says of every line what became of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path

from geomap.places.features import kind_of
from geomap.places.progress import Progress
from geomap.places.rows import Row

DUMP_COLUMNS, NAMES_COLUMNS = 19, 10
# Codes in the language column of alternateNamesV2 that are no languages.
_NO_LANGUAGE = {"link", "post", "wkdt", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny"}
_BLOCK_BYTES = 1 << 22
_LONGEST_LINE = 1 << 25
_NO_TEXT = b"\xff"
_MAX_POPULATION = 1 << 62
_MAX_ID = 1 << 31


class Wanted:
    """Which rows of a dump are wanted: countries (ISO codes), feature classes or codes; empty for all."""

    def __init__(self, countries: Collection[str] = (), features: Collection[str] = ()) -> None:
        self.countries = frozenset(c.upper() for c in countries)
        self.features = frozenset(f.upper() for f in features)
        self.few = bool(self.countries or self.features)

    def has(self, country: str, feature_class: str, code: str) -> bool:
        """Whether a row of this country and feature is wanted."""
        if self.countries and country not in self.countries:
            return False
        return not self.features or feature_class in self.features or code in self.features


def columns_of(path: Path) -> int:
    """How many columns the first line of a file has."""
    with path.open("rb") as file:
        return file.readline(1 << 20).count(b"\t") + 1


def read_dump(path: Path, wanted: Wanted, counts: Counter[str], progress: Progress) -> Iterator[Row]:
    """The wanted rows of a dump of 19 columns.

    Args:
        path: allCountries.txt or a country's file.
        wanted: Which rows are wanted.
        counts: Gets "lines", "imported", "left out" and "rejected: REASON", which account for every line.
        progress: Told the file and how much of it has been read.
    """
    for lines in read_lines(path, progress):
        counts["lines"] += len(lines)
        for line in lines:
            if line is None:
                counts["rejected: not UTF-8"] += 1
                continue
            cells = line.split("\t")
            if len(cells) != DUMP_COLUMNS:
                counts[f"rejected: {len(cells)} columns instead of {DUMP_COLUMNS}"] += 1
            elif wanted.few and not wanted.has(cells[8], cells[6], cells[7]):
                counts["left out"] += 1
            else:
                try:
                    row = _dump_row(cells)
                except ValueError as error:
                    counts[f"rejected: {error}"] += 1
                else:
                    counts["imported"] += 1
                    yield row


def _dump_row(cells: Sequence[str]) -> Row:
    number, name, plain, alternates, lat, lon, feature_class, code, country = cells[:9]
    if "\0" in name or not name.strip():
        raise ValueError("no name")
    place_id = geoname_id(number)
    population = cells[14]
    if population and not (population.isascii() and population.isdigit()):
        raise ValueError("population is no number")
    at = point_of(lat, lon)
    admin1 = f"{country}.{cells[10]}" if country and cells[10] else None
    names = alternates.split(",") if alternates else []
    if plain != name:
        names.append(plain)
    return Row(
        id=f"geonames:{place_id}",
        name=name,
        kind=kind_of(feature_class, code),
        lat=at[0],
        lon=at[1],
        country=country or None,
        admin1_code=admin1,
        admin2_code=f"{admin1}.{cells[11]}" if admin1 and cells[11] else None,
        population=min(int(population), _MAX_POPULATION) if population and len(population) < 30 else 0,
        capital=code == "PPLC",
        names=tuple(n for n in names if n and "\0" not in n) if names else (),
    )


def geoname_id(text: str) -> int:
    """The number of a GeoNames id.

    Raises:
        ValueError: It is none.
    """
    if text.isascii() and text.isdigit() and len(text) < 11 and 0 < (number := int(text)) < _MAX_ID:
        return number
    raise ValueError("no GeoNames id")


def point_of(lat: str, lon: str) -> tuple[float, float]:
    """A point in degrees.

    Raises:
        ValueError: It is none.
    """
    try:
        point = float(lat), float(lon)
    except ValueError:
        raise ValueError("latitude or longitude is no number") from None
    if not (math.isfinite(point[0]) and math.isfinite(point[1])):
        raise ValueError("latitude or longitude is no number")
    if not (-90.0 <= point[0] <= 90.0 and -180.0 <= point[1] <= 180.0):
        raise ValueError("latitude or longitude out of range")
    return point


class AlternateNames:
    """The names in files of 10 columns (alternateNamesV2.txt); `told` accounts for every line once they are read."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = tuple(paths)
        self.told: dict[str, int] = {}

    def read(self, progress: Progress) -> Iterator[tuple[int, str]]:
        """(GeoNames id, name)."""
        counts: Counter[str] = Counter()
        for path in self._paths:
            for line in chain.from_iterable(read_lines(path, progress)):
                counts["lines"] += 1
                cells = line.split("\t", NAMES_COLUMNS) if line is not None else []
                if len(cells) != NAMES_COLUMNS or not cells[1].isdecimal() or not cells[1].isascii():
                    counts["rejected"] += 1
                elif cells[2] in _NO_LANGUAGE:
                    counts["no names"] += 1
                elif not cells[3] or "\0" in cells[3] or len(cells[1]) > 10:
                    counts["rejected"] += 1
                else:
                    counts["names"] += 1
                    yield int(cells[1]), cells[3]
        self.told = dict(counts)


def read_lines(path: Path, progress: Progress) -> Iterator[Sequence[str | None]]:
    """The lines of a file, many at a time; they end at a line feed and nowhere else. None is one that is not UTF-8."""
    size, read, rest = max(1, path.stat().st_size), 0, b""
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            read += len(block)
            whole, feed, tail = (rest + block).rpartition(b"\n")
            rest = tail if len(tail) < _LONGEST_LINE else _NO_TEXT
            if feed:
                yield _decoded(whole)
            progress(f"reading {path.name}", read / size)
    if rest:
        yield _decoded(rest)


def _decoded(block: bytes) -> Sequence[str | None]:
    try:
        return block.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        return [_decoded_line(line) for line in block.split(b"\n")]


def _decoded_line(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None
