"""Storms and missiles, which strike places as no traveller does, and what a text calls a storm."""

from __future__ import annotations

import re

STORMS = frozenset("hurricane typhoon cyclone storm depression".split())
MISSILES = frozenset("missile drone rocket shell projectile".split())
_STORM = re.compile(rf"\b(?:{'|'.join(sorted(STORMS))})\b", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-Z][a-z]{2,20}(?:-[A-Za-z][a-z]{1,12})?")
# How far before the word for a storm its name may stand, in characters.
_STORM_REACH = 80


def storm_names(text: str) -> frozenset[str]:
    """What a text calls a storm: the name after "Hurricane", or before "a tropical storm" in one clause."""
    found: set[str] = set()
    for hit in _STORM.finditer(text):
        before = re.split(r"[.;\n]", text[max(0, hit.start() - _STORM_REACH) : hit.start()])[-1]
        found.update(_CAPITAL.findall(before))
        if after := _CAPITAL.match(text, hit.end() + 1):
            found.add(after.group())
    return frozenset(found)
