"""Which events of a sentence make a claim together, and whether it is one about a schedule or about a route."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from geomap.claims.motion.events import Event, find_events
from geomap.claims.motion.kinds import (
    is_bound,
    is_crossable,
    is_entry,
    is_missed,
    is_plan,
    is_planned_stop,
    is_scheduled,
    is_start_of_vehicle,
    is_stop,
    is_way_point,
)
from geomap.claims.motion.measures import is_measured
from geomap.claims.motion.triggers import is_past
from geomap.claims.motion.turns import QUOTED, TURNS
from geomap.claims.travellers import is_carrier
from geomap.records import Modality, Reading

_FILE_PHOTO = re.compile(
    r"^\W{0,3}(?:file\b|library (?:photo|picture)|archive photo)|\bfile (?:photo|picture|image)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Group:
    """Events that one claim holds.

    `form` is "schedule" or the form of a route: enter, turn, cross, plan, missed, way, stop.
    """

    form: str
    events: tuple[Event, ...]


def find_groups(reading: Reading) -> Iterator[Group]:
    """The groups of a reading in text order."""
    for _, found in groupby(find_events(reading), key=lambda e: e.sentence.number):
        events = tuple(e for e in found if e.sentence.sentence.start >= reading.document.body_start)
        if not events or _FILE_PHOTO.search(events[0].sentence.text):
            continue
        group = _turned(events) or _scheduled(events)
        if group is not None:
            yield group
        grouped = {id(e) for e in group.events} if group else set()
        rest = tuple(e for e in events if id(e) not in grouped)
        yield from _routes(rest, group)


def _turned(events: Sequence[Event]) -> Group | None:
    """The text says "bound for X, changed course after crossing Y": the whole sentence is one route."""
    text = events[0].sentence.text
    turns = TURNS.search(text)
    if turns is None:
        return None
    own = tuple(e for e in events if not QUOTED.search(text[min(turns.end(), e.last) : max(turns.start(), e.first)]))
    if not any(e.verb in ("bound", "depart", "move", "turn", "cross", "enter") for e in own):
        return None
    return Group("turn", own)


def _scheduled(events: Sequence[Event]) -> Group | None:
    chosen = [e for e in events if is_scheduled(e)]
    if not chosen:
        return None
    triggers = {e.trigger for e in chosen}
    scheduled = {id(e) for e in chosen}
    started = any(e.role == "from" for e in chosen)
    ahead = all(e.modality is Modality.PLANNED for e in chosen)
    chosen = [
        e
        for e in events
        if id(e) in scheduled
        or (e.trigger in triggers and e.role in ("from", "to", "via", "at"))
        or is_way_point(e)
        or (ahead and is_planned_stop(e))
        or (not started and is_start_of_vehicle(e))
    ]
    if started and not any(e.role in ("to", "at") for e in chosen):
        chosen += [e for e in events if is_bound(e)][:1]  # "left X on Sunday and was on its way to Y"
    return Group("schedule", tuple(chosen))


def _routes(events: Sequence[Event], schedule: Group | None) -> Iterator[Group]:
    entered = [e for e in events if is_entry(e)]
    crossed = [e for e in events if e.verb == "cross" and e.role == "cross" and is_crossable(e)]
    ahead = {e.trigger for e in events if is_plan(e)}
    by = [e for e in events if e.role == "via" and e.verb == "bound" and e.trigger in ahead and not e.is_area]
    planned = [e for e in events if e in by or is_plan(e) or is_planned_stop(e)]
    border: Group | None = None
    if crossed:
        over = tuple(e for e in events if e.trigger == crossed[0].trigger or e.role in ("from", "to"))
        border = Group("cross", over)
    elif entered:
        border = Group("enter", (entered[0],))
    if border is not None:
        yield border
        done = {e.trigger for e in border.events}
        events = [e for e in events if e.trigger not in done]  # "crossed into Spain and passed through X and Y"
    if way := _way(events) or (_passed(events) if schedule is None else None):
        yield Group("way", way)
        if schedule is None:
            after = tuple(e for e in events if e not in way and e.role == "via" and is_stop(e))
            if after:
                yield Group("stop", after)  # "crossed from X to Y and camped at Z"
        return
    if border is not None:
        return
    for _, plan in groupby(planned, key=lambda e: e.trigger):
        yield Group("plan", tuple(sorted(plan, key=lambda e: e in by, reverse=True)))
    if missed := next((e for e in events if is_missed(e)), None):
        yield Group("missed", (missed,))
    elif stopped := tuple(e for e in events if is_stop(e) and not _is_mishap_alone(e, events)):
        halts, told = {e.trigger for e in stopped}, {id(e) for e in stopped}
        made = [e for e in events if id(e) in told or (e.role == "from" and e.trigger in halts)]
        made = list({(e.place.start, e.role): e for e in reversed(made)}.values())[::-1]  # "was X, where they waited"
        apart = any(e.role == "to" for e in made)  # "crossed from X to Y and camped at Z": each verb for itself
        yield from (Group("stop", tuple(g)) for _, g in groupby(made, key=lambda e: e.trigger if apart else 0))


# Of these somebody is the traveller, whatever goes from land to land otherwise.
_TRIPS = frozenset("trip trips voyage voyages flight flights journey journeys crossing".split())
# A wreck is no halt on a way of which nothing more is told.
_MISHAPS = re.compile(r"(?:derail|sank|capsiz|crash|overturn|ditch|ran aground|struck|stranded)")


def _is_mishap_alone(event: Event, events: Sequence[Event]) -> bool:
    return len(events) == 1 and event.time is None and _MISHAPS.match(event.word) is not None


_SETS_OUT = frozenset("depart move bound transfer arrive".split())


def _way(events: Sequence[Event]) -> tuple[Event, ...] | None:
    """The events of "from X (via Y) to Z" without a length or a time that other claims are about."""
    for start in events:
        if start.role != "from" or not (start.verb in _SETS_OUT or (start.verb == "cross" and is_past(start.word))):
            continue
        if start.verb == "cross" and not is_past(start.word):
            continue  # "a train that crosses Australia from X to Y"
        others = {e.trigger for e in events if e.role == "from" and e is not start}
        ends = [
            e
            for e in events
            if e.role == "to"
            and e.last > start.last
            and (e.trigger == start.trigger or (e.first - start.last < 60 and e.trigger not in others))
        ]
        if not ends:
            ends = [e for e in events if e.role == "to" and e.trigger == start.trigger]
        ends = [e for e in ends if e.place.text != start.place.text and e.modality is not Modality.NEGATED]
        ends = [e for e in ends if e.place.place is None or e.place.place != start.place.place]
        vague = start.is_area and all(end.is_area for end in ends)  # exports go from land to land; a plane flies so
        if not ends or not start.is_named or (vague and not (start.word in _TRIPS or is_carrier(start.subject or ""))):
            continue
        goal = max(e.last for e in ends)
        by = [
            e for e in events if e.role == "via" and (e.last < goal or e.trigger in {start.trigger, ends[-1].trigger})
        ]
        chosen = [start, *sorted([*by, *ends], key=lambda e: e.last)]
        first, last = min(e.first for e in chosen), max(e.last for e in chosen)
        if is_measured(start.sentence, max(0, first - 40), last + 60):
            continue
        return tuple(chosen)
    return None


def _passed(events: Sequence[Event]) -> tuple[Event, ...] | None:
    """Stops on the way alone: "passing Dandong, Tianjin and Wuhan"."""
    passed = tuple(e for e in events if e.role == "via" and not e.is_area and e.modality is Modality.ASSERTED)
    by = {e.trigger for e in passed if e.subject}
    passed += tuple(e for e in events if e.role == "to" and e.trigger in by and e.verb == "move" and not e.is_area)
    if len({e.place.text for e in passed}) < 2 or is_measured(
        passed[0].sentence, max(0, passed[0].first - 90), passed[-1].last + 40
    ):
        return None
    return passed
