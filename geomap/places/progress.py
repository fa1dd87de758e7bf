"""How far a build or an import has come, told to whoever watches."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[str, float], None]
"""Told what is being done, and how much of this is done, from 0 to 1."""

_MOST_WORDS = 200
_T = TypeVar("_T")


def silent(step: str, done: float) -> None:
    """Tell nobody."""


def in_this_process(progress: Progress) -> Progress:
    """The same, silent in processes that are forked from this one."""
    process = os.getpid()

    def tell(step: str, done: float) -> None:
        if os.getpid() == process:
            progress(step, done)

    return tell


def told(items: Iterable[_T], progress: Progress, step: str, total: int) -> Iterator[_T]:
    """The items, with a word now and then on how many of the total have passed."""
    every = max(1, total // _MOST_WORDS)
    for number, item in enumerate(items):
        if not number % every:
            progress(step, min(1.0, number / max(1, total)))
        yield item
    progress(step, 1.0)
