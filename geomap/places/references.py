"""Resolves the short references of the word tables ("RU", "US.CA", "city:Moscow,RU", "geomap:siberia") to place ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geomap.places.rows import Row


class References:
    """Learns from the rows that pass by which place a reference means."""

    def __init__(self) -> None:
        self._ids: set[str] = set()
        self._by_code: dict[str, str] = {}
        self.regions: list[Row] = []
        self._towns: dict[tuple[str, str], tuple[int, str]] = {}
        self._points: dict[str, tuple[float, float]] = {}

    def watch(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, remembered."""
        for row in rows:
            self._ids.add(row.id)
            if row.kind == "country" and row.country:
                self._by_code.setdefault(row.country, row.id)
            elif row.kind == "region" and row.admin1_code:
                if self._by_code.setdefault(row.admin1_code, row.id) == row.id:
                    self.regions.append(row)
            elif row.kind == "city" and row.country:
                key = (row.name, row.country)
                if row.population >= self._towns.get(key, (-1, ""))[0]:
                    self._towns[key] = (row.population, row.id)
                    if row.lat is not None and row.lon is not None:
                        self._points[row.id] = (row.lat, row.lon)
            yield row

    def find(self, reference: str) -> str | None:
        """The place id that a reference means; None if there is no such place."""
        if reference.startswith("city:"):
            name, _, country = reference[5:].rpartition(",")
            return self._towns.get((name, country), (0, None))[1]
        if ":" in reference:
            return reference if reference in self._ids else None
        return self._by_code.get(reference)

    def point_of(self, place_id: str) -> tuple[float, float] | None:
        """Latitude and longitude of a town."""
        return self._points.get(place_id)
