"""Named trains: by which stations a train runs whose way from end to end is not the shortest one."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from geomap.errors import DataError
from geomap.files import open_table, packed

TRAINS = "rail_trains.csv"
COLUMNS = "name country stations mode km source".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Train:
    """A train with its end stations and those that tell its way from others, in order, as (name, country).

    `mode` is "rail" for a train that keeps off high-speed lines, "highspeed" for another. `km` is its published length
    in km; ways are counted along the lines and not taken from it.
    """

    name: str
    stations: tuple[tuple[str, str], ...]
    mode: str
    km: float
    source: str


def read_trains(folder: Path) -> list[Train]:
    """The trains of a folder's table; none where it has no such table.

    Raises:
        DataError: A row cannot be read; the message names it.
    """
    path = folder / TRAINS
    if not packed(path).exists():
        return []
    with open_table(path) as file:
        rows = csv.reader(file)
        if next(rows, None) != COLUMNS:
            raise DataError(f"{TRAINS} has other columns than {', '.join(COLUMNS)}")
        return [_train(row) for row in rows]


def _train(row: list[str]) -> Train:
    try:
        name, country, stations, mode, km, source = row
        return Train(name=name, stations=tuple(_calls(country, stations)), mode=mode, km=float(km), source=source)
    except ValueError as error:
        raise DataError(f"{TRAINS}: cannot read {','.join(row)!r}") from error


def _calls(country: str, stations: str) -> Iterable[tuple[str, str]]:
    """The stations of a cell: "Beijing; Dandong; KP: Pyongyang", a country holding until the next."""
    for token in stations.split(";"):
        head, colon, rest = token.strip().partition(": ")
        if colon:
            country = head
        yield (rest if colon else head), country


class Timetable:
    """Where named trains run, by the numbers that `numbers` gives stations."""

    def __init__(self, trains: Iterable[Train], numbers: dict[tuple[str, str], int]) -> None:
        self._trains: dict[tuple[int, ...], tuple[Train, tuple[int, ...]]] = {}
        for train in trains:
            calls = tuple(numbers[call] for call in train.stations if call in numbers)
            if len(calls) == len(train.stations):
                self._trains.setdefault((calls[0], calls[-1]), (train, calls))
                self._trains.setdefault((calls[-1], calls[0]), (train, calls[::-1]))

    def name(self, stops: Sequence[int]) -> str:
        """The name of the train that runs between two stations, or nothing."""
        found = self._trains.get(tuple(stops))
        return found[0].name if found else ""

    def between(self, stops: Sequence[int]) -> tuple[tuple[int, ...], str]:
        """All stations of that train, from the first of the two, and its mode."""
        train, calls = self._trains[tuple(stops)]
        return calls, train.mode
