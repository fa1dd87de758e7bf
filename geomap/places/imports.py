"""Puts GeoNames dumps and the user's own tables into indexes of their own, beside the one that comes with geomap."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geomap.errors import DataError, UsageError
from geomap.places import layout
from geomap.places.geonames import NAMES_COLUMNS, AlternateNames, Wanted, columns_of, read_dump
from geomap.places.own_places import read_own_places
from geomap.places.progress import Progress, in_this_process, silent
from geomap.places.readers import GEONAMES_ATTRIBUTION
from geomap.places.rows import Row
from geomap.places.write import write_index
from geomap.records import OWN_PLACES, Source

# What an import needs on disk for each byte of its files while it writes, and at least.
_DISK_PER_BYTE, _LEAST_DISK = 1.2, 5_000_000


@dataclass(frozen=True, slots=True)
class _Import:
    """What one import reads: files, their rows, and the counts that fill as the rows pass."""

    files: Sequence[Path]
    rows: Iterable[Row]
    source: Source
    counts: Counter[str]
    more: AlternateNames | None = None

    def some_rows(self) -> Iterator[Row]:
        """The rows; none at all is an error, so that a wrong file does not take the place of an earlier import."""
        yield from self.rows
        if not self.counts["imported"]:
            rejected = [reason for reason, _ in self.counts.most_common() if reason.startswith("rejected: ")]
            raise UsageError(
                f"nothing imported: {self.counts['lines']:,} lines read; {'; '.join(rejected[:3]) or 'none wanted'}"
            )

    def account(self, manifest: Mapping[str, Any]) -> dict[str, Any]:
        """What became of every line."""
        rejected = {k.removeprefix("rejected: "): v for k, v in self.counts.items() if k.startswith("rejected: ")}
        if twice := self.counts["imported"] - manifest["places"]:
            rejected["an id that an earlier line has"] = twice
        return {
            "lines": self.counts["lines"],
            "imported": manifest["places"],
            "left_out": self.counts["left out"],
            "rejected": rejected,
        }


def import_geonames(
    files: Sequence[Path],
    *,
    countries: Collection[str] = (),
    features: Collection[str] = (),
    progress: Progress = silent,
) -> Mapping[str, Any]:
    """Import a GeoNames dump (allCountries.txt or a country's file), with alternateNamesV2.txt if it is given too.

    Args:
        files: The dump, and if wanted the file of alternate names; told apart by their number of columns.
        countries: Only these (ISO codes); all by default.
        features: Only these feature classes ("P") or codes ("PPLC"); all by default.
        progress: Told what is being done, and how much of this is done, from 0 to 1.

    Returns:
        The manifest; its `counts` have `lines`, `imported`, `left_out` and `rejected` (by reason), which account for
        every line of the dumps, and under `more` the same of the alternate names.
    """
    extra = [path for path in files if columns_of(path) == NAMES_COLUMNS]
    dumps = [path for path in files if path not in extra]
    if not dumps:
        raise UsageError("a GeoNames dump is needed (allCountries.txt or RU.txt, 19 columns), not only alternate names")
    progress = in_this_process(progress)
    counts: Counter[str] = Counter()
    wanted = Wanted(countries, features)
    source = Source(
        name="GeoNames " + ", ".join(path.name for path in dumps),
        licence="CC-BY-4.0",
        attribution=GEONAMES_ATTRIBUTION,
        url="https://www.geonames.org/",
        version=f"dump of {max(_day_of(path) for path in dumps)}",
    )

    def rows() -> Iterator[Row]:
        for path in dumps:
            yield from read_dump(path, wanted, counts, progress)

    more = AlternateNames(extra) if extra else None
    return _write("geonames", _Import(files, rows(), source, counts, more), progress)


def import_places(file: Path, *, progress: Progress = silent) -> Mapping[str, Any]:
    """Import the user's own places from CSV, TSV or GeoJSON; a place with an id that geomap has hides geomap's own.

    Columns (in GeoJSON: properties): name, lat and lon (in GeoJSON: a point), and if wanted id, kind, country, admin1,
    population, area_km2, names (with | between them).
    """
    counts: Counter[str] = Counter()
    name = re.sub(r"[^\w-]+", "-", file.stem).strip("-").lower() or "places"
    source = Source(name=f"{OWN_PLACES} ({file.name})")
    return _write(f"own-{name}", _Import([file], read_own_places(file, counts), source, counts), progress)


def _day_of(path: Path) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(path.stat().st_mtime))


def _write(name: str, what: _Import, progress: Progress) -> Mapping[str, Any]:
    folder = layout.imports_dir() / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with layout.build_lock(folder):
            layout.need_room(
                folder, _LEAST_DISK + int(_DISK_PER_BYTE * sum(path.stat().st_size for path in what.files))
            )
            return write_index(
                folder,
                what.some_rows(),
                sources=[what.source],
                about={"title": what.source.name},
                account=what.account,
                more_names=what.more,
                progress=progress,
            )
    except OSError as error:
        raise DataError(
            f"cannot write the import to {folder} ({error}); make room or let GEOMAP_HOME name another folder, then "
            "import again"
        ) from error
