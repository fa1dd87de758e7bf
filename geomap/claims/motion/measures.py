"""Whether a length or a time stands with a way, so that other claims are about it."""

from __future__ import annotations

import re

from geomap.claims.masking import PLACE, QUANTITY, Masked
from geomap.records import Quantity

_APPOSED = re.compile(rf"{PLACE},\s(?:[a-z]+\s){{0,2}}$")
_NIGHT_TRAIN = re.compile(r"\s(?:train|bus|ferry|coach)\b")
_A_DAY = re.compile(r"\s?(?:(?:a|per|each|every)\s(?:day|night|hour|week)|daily|/\s?day)\b")
_OFFSET = re.compile(r"\s(?:away|from|off|inland|(?:to the |due )?(?:north|south|east|west))")


def is_measured(masked: Masked, first: int, last: int) -> bool:
    """Whether a length or a travelling time stands between two positions; years and months are none.

    Where a stop lies ("A, 90 km south of B, and C") is no measure of the way either.
    """
    found = [
        masked.items[p]
        for p in masked.positions(QUANTITY)
        if first <= p < last
        and not (masked.words(p, p + 1) == "a night" and _NIGHT_TRAIN.match(masked.text, p + 1))
        and not _A_DAY.match(masked.text, p + 1)  # a pace
        and not (_APPOSED.search(masked.text[max(0, p - 30) : p]) and _OFFSET.match(masked.text, p + 1))
    ]
    return any(not isinstance(q, Quantity) or q.unit not in ("year", "month") for q in found)
