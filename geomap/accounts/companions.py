"""Which travellers of several texts are one: a convoy and its lorries, a caravan and its migrants, a named ship."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from geomap.accounts.groups import Group, is_common
from geomap.accounts.nearby import same_place
from geomap.accounts.sightings import ALONE, Sighting
from geomap.vehicles import nouns

_MODES = {
    "rail": re.compile(rf"{nouns('rail')}|express|sleeper"),
    "road": re.compile(nouns("road")),
    "sea": re.compile(rf"{nouns('sea')}|carrier"),
    "air": re.compile(rf"{nouns('air')}|flight|boeing|airbus"),
}
# What a text calls people who go together, by one word here and another there.
_TOGETHER = frozenset(
    """migrants refugees marchers walkers pilgrims people group caravan column crowd families procession trekkers
    hikers protesters demonstrators expedition team party elephants herd flock animals""".split()
)
# Reports of one journey put its start no further apart than this (chosen by us: two days and the day between).
_APART = timedelta(days=3)
# More travellers than this are a list, and more sightings of one are not looked through.
_MOST_GROUPS, _MOST_SIGHTINGS = 40, 60


def carrier_mode(name: str | None) -> str | None:
    """The way of travelling of a traveller that is called by the noun of a vehicle: "the lorries"."""
    word = (name or "").removeprefix("the ")
    return next((mode for mode, form in _MODES.items() if form.fullmatch(word)), None)


def going_together(name: str | None) -> bool:
    """Whether a traveller is called by a word for people who go together: "the caravan"."""
    return name is not None and name.startswith("the ") and name[4:] in _TOGETHER


def one_journey(groups: Sequence[Group]) -> list[Group]:
    """The groups, those of different texts put together that make one journey."""
    if len(groups) > _MOST_GROUPS:
        return list(groups)
    out: list[Group] = []
    for group in groups:
        mate = next((g for g in out if _alike(g, group) and _same_way(g, group)), None)
        if mate is None:
            out.append(group)
            continue
        for sighting in group.sightings:
            mate.add(sighting)
        if is_common(mate.name) and not is_common(group.name):
            mate.name = group.name
    return out


def _alike(a: Group, b: Group) -> bool:
    """Whether two groups of different texts can be one traveller by what they are called."""
    if a.documents & b.documents or any(g.name.startswith("the other ") or g.name in ALONE for g in (a, b)):
        return False
    if going_together(a.name) and going_together(b.name):
        return True
    modes = [carrier_mode(g.name) for g in (a, b)]
    if None not in modes:
        return modes[0] == modes[1]
    vehicle, named = (a, b) if modes[0] else (b, a)
    bears = named.name.startswith("the ") and not is_common(named.name)  # "the Blue Star"
    mode = carrier_mode(vehicle.name)
    return bears and mode is not None and named.modes <= {mode}


def _same_way(a: Group, b: Group) -> bool:
    """Whether two groups left one place within a few days, or were at two places within a few days each."""
    met = [(s, o) for s in a.sightings[:_MOST_SIGHTINGS] for o in b.sightings[:_MOST_SIGHTINGS] if _met(s, o)]
    if any(s.role == o.role == "from" and not (s.planned or o.planned) and s.time and o.time for s, o in met):
        return True
    return len({s.place.id for s, _ in met}) > 1


def _met(a: Sighting, b: Sighting) -> bool:
    """Whether two sightings are at one place, and at no times that lie far apart."""
    if a.is_area or b.is_area or not same_place(a.place, b.place):
        return False
    windows = [(s.time.earliest, s.time.latest) for s in (a, b) if s.time and s.time.earliest and s.time.latest]
    return len(windows) < 2 or _gap(*windows) <= _APART


def _gap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> timedelta:
    return max(one[0], other[0]) - min(one[1], other[1])
