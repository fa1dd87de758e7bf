"""Records that are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")


class LazyRows(Generic[_R, _T]):
    """Records by number, each made of its row at the first question and the same one from then on."""

    def __init__(self, make: Callable[[_R], _T], rows: Sequence[_R] = ()) -> None:
        self.rows = list(rows)
        self._make = make
        self._made: dict[int, _T] = {}

    def append(self, row: _R) -> None:
        """Add the row of one more record."""
        self.rows.append(row)

    def __getitem__(self, number: int) -> _T:
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = self._make(self.rows[number])
        return made

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[_T]:
        return (self[number] for number in range(len(self.rows)))
