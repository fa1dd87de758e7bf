"""The stops of a journey with what they are to it: start, way, end, or only announced; and which still lie ahead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from geomap.accounts.sightings import Sighting
from geomap.accounts.visits import Visit
from geomap.records import Stop, StopRole

_ROLES = {"from": StopRole.FROM, "via": StopRole.VIA, "cross": StopRole.PASSED, "to": StopRole.TO, "at": StopRole.VIA}


def stop_of(place: Visit, number: int, count: int) -> Stop:
    """A reached stop, with the sighting that tells most about it."""
    best = max(
        place.sightings,
        key=lambda s: (
            s.time is not None and s.time.earliest is not None,
            (s.role == "from") == (number == 0),
            s.verdict.score,
        ),
    )
    roles = {s.role for s in place.sightings}
    role = _ROLES.get(best.role, StopRole.VIA)
    if number == 0 and "from" in roles:
        role = StopRole.FROM
    elif "cross" in roles:
        role = StopRole.PASSED
    elif number == count - 1:
        role = StopRole.TO
    elif role in (StopRole.TO, StopRole.FROM):
        role = StopRole.VIA
    return _as_stop(place, best, role)


def planned_stop(place: Visit) -> Stop:
    """A stop that was only announced, or that was given up."""
    missed = next((s for s in place.sightings if s.role == "not_reached"), None)
    later = next((s for s in place.sightings if s.time and s.role != "not_reached"), None)
    if missed and later and _is_after(later, missed):
        missed = None  # turned away from at first, and to be reached by another way
    best = missed or later or place.sightings[0]
    return _as_stop(place, best, StopRole.NOT_REACHED if missed else StopRole.PLANNED)


def _is_after(later: Sighting, sooner: Sighting) -> bool:
    """Whether one statement stands after another in the same text."""
    a, b = later.verdict.claim, sooner.verdict.claim
    return a.document == b.document and a.start > b.start and a.event in ("arrive", "enter")


def _as_stop(place: Visit, best: Sighting, role: StopRole) -> Stop:
    claim = best.verdict.claim
    return Stop(place=place.place, role=role, time=best.time, claim=claim.id or None, document=claim.document)


def still_ahead(planned: Sequence[Visit], reached: Sequence[Visit], written: Mapping[str, date]) -> list[Stop]:
    """The announced stops that no later report, by the days on which they were `written`, puts the traveller beyond."""
    last = max((written[d] for visit in reached[-1:] for d in _documents(visit) if d in written), default=None)
    out = []
    for visit in planned:
        stop = planned_stop(visit)
        told = [written[d] for d in _documents(visit) if d in written]
        overtaken = last is not None and told and max(told) < last and stop.role is StopRole.PLANNED
        out += [] if overtaken else [stop]
    return out


def _documents(visit: Visit) -> set[str]:
    return {s.verdict.claim.document for s in visit.sightings}


def turned_at(stops: Sequence[Stop], missed: Stop) -> Stop:
    """The stop from which a place lies ahead: where one turned away, by what was crossed or the day; else the last."""
    if missed.role is StopRole.NOT_REACHED:
        crossed = next((s for s in reversed(stops) if s.role is StopRole.PASSED and s.claim), None)
        if crossed is not None:
            return crossed
        if missed.time is not None and missed.time.earliest is not None:
            when = missed.time.earliest
            before = [s for s in stops if s.time and s.time.earliest and s.time.earliest <= when]
            return before[-1] if before else stops[-1]
    return stops[-1]
