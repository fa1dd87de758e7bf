"""The places of a trip with what is told of each visit to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from geomap.accounts.nearby import same_place
from geomap.accounts.sightings import Sighting, Trip
from geomap.geodesy import rough_distance_km
from geomap.records import Place, TimeSpan

# A journey that lies this far back is another one: the visit of four years ago.
_SAME_JOURNEY_DAYS = 60
# … unless it is the one departure that is told; nobody is on the way for longer than this (both chosen by us).
_LONGEST_DAYS = 1000


# One who walks is told of after this long again (chosen by us: a report in a quarter of a year).
_STEP_DAYS = 90
# Lines that one goes along or across.
_NO_STOPS = frozenset({"border", "railway", "road"})
_BY_STRENGTH = frozenset({"foot", "bicycle", "horse"})


@dataclass(frozen=True, slots=True)
class Visit:
    """A place with all its sightings of one visit: a stop in the making."""

    place: Place
    sightings: tuple[Sighting, ...]

    @property
    def first(self) -> datetime | None:
        """The earliest time that any sighting allows, by the narrowest of them; of an arrival where one is told."""
        narrow = self._narrowest()
        return narrow.earliest if narrow else None

    @property
    def last(self) -> datetime | None:
        """The latest time that the narrowest sighting allows."""
        narrow = self._narrowest()
        return narrow.latest if narrow else None

    def _narrowest(self) -> TimeSpan | None:
        timed = [s for s in self.sightings if s.time and s.time.earliest and s.time.latest]
        times = [s.time for s in timed if s.role != "from"] or [s.time for s in timed]
        return min(times, key=_width, default=None)

    @property
    def is_start(self) -> bool:
        """Whether the place is only told as one that was left."""
        return all(s.role == "from" for s in self.sightings)


def _width(time: TimeSpan | None) -> timedelta:
    return (time.latest or datetime.max) - (time.earliest or datetime.min) if time else timedelta.max


def recent(trip: Trip) -> list[Sighting]:
    """The sightings of the journey that is told now, those of earlier years left out."""
    dated = [
        s.time.earliest
        for s in trip.sightings
        if s.time and s.time.earliest and s.time.grain in ("day", "daypart", "hour")
    ]
    if not dated:
        return [s for s in trip.sightings if s.time is None or s.time.grain not in ("year", "period", "month")]
    begun = max(dated) - timedelta(days=_SAME_JOURNEY_DAYS)
    for s in trip.sightings:  # one sentence may tell of a long journey's start and end
        if s.time and s.time.latest and s.time.latest < begun:
            others = [o for o in trip.sightings if o.verdict is s.verdict and o.time and o.time.latest]
            if not s.planned and any(o.time and o.time.latest and o.time.latest >= begun for o in others):
                begun = s.time.latest
    begun = min(begun, _long_ago(trip, begun, max(dated)), _by_steps(trip, max(dated)))
    out = []
    for s in trip.sightings:
        if s.time and s.time.latest and s.time.latest < begun:
            continue
        if s.time and s.time.grain in ("year", "period"):
            continue
        out.append(s)
    return out


def _by_steps(trip: Trip, last: datetime) -> datetime:
    """When a journey by the traveller's own strength began: back from its last day in steps that are not too long."""
    if trip.mode not in _BY_STRENGTH:
        return last
    days = sorted(
        (s.time.earliest, s.time.latest) for s in trip.sightings if s.time and s.time.earliest and s.time.latest
    )
    for earliest, latest in reversed(days):
        if last - latest > timedelta(days=_STEP_DAYS):
            break
        last = min(last, earliest)
    return last


def _long_ago(trip: Trip, begun: datetime, last: datetime) -> datetime:
    """When a long journey began: on the one day of departure that the text of its end tells, if not years before."""
    arrived = {s.verdict.claim.document for s in trip.sightings if s.time and s.time.earliest == last}
    left = [
        s.time.earliest
        for s in trip.sightings
        if s.role == "from" and s.verdict.claim.document in arrived and s.time and s.time.earliest
    ]
    if not left or any(day >= begun for day in left):
        return begun
    return max(left) if last - max(left) <= timedelta(days=_LONGEST_DAYS) else begun


def split_visits(sightings: Sequence[Sighting]) -> tuple[list[Visit], list[Visit]]:
    """Places that were reached and places that were only planned, each with all its sightings."""
    groups: list[tuple[Place, list[Sighting]]] = []
    for sighting in sightings:
        if sighting.is_area or sighting.place.at is None or sighting.place.kind in _NO_STOPS:
            continue
        group = next((found for place, found in groups if same_place(place, sighting.place)), None)
        if group is None:
            groups.append((sighting.place, [sighting]))
        else:
            group.append(sighting)
    days = _days(groups)
    reached: list[Visit] = []
    planned: list[Visit] = []
    for place, found in groups:
        there = [s for s in found if not s.planned]
        reached += [Visit(place, visit) for visit in _visits(there, days)]
        if not there:
            planned.append(Visit(place, tuple(found)))
    return reached, planned


def _days(groups: Sequence[tuple[Place, list[Sighting]]]) -> list[tuple[datetime, datetime, int]]:
    """When the traveller was where: from, to, and the number of the group."""
    return sorted(
        (s.time.earliest, s.time.latest, n)
        for n, (_, found) in enumerate(groups)
        for s in found
        if not s.planned and s.time and s.time.earliest and s.time.latest
    )


def _visits(
    sightings: Sequence[Sighting], days: Sequence[tuple[datetime, datetime, int]]
) -> list[tuple[Sighting, ...]]:
    """The sightings at one place, apart where the traveller was elsewhere between them."""
    timed = sorted((s for s in sightings if s.time and s.time.earliest), key=_earliest)
    if not timed:
        return [tuple(sightings)] if sightings else []
    visits = [[timed[0]]]
    for a, b in pairwise(timed):
        away = {n for first, last, n in days if _latest(a) <= first and last <= _earliest(b)}
        visits.append([b]) if away else visits[-1].append(b)
    for s in sightings:
        if s.time is None or s.time.earliest is None:
            arrived = len(visits) > 1 and s.role != "from" and all(v.role == "from" for v in visits[0])
            visits[-1 if arrived else 0].append(s)
    return [tuple(visit) for visit in visits]


def _earliest(s: Sighting) -> datetime:
    return s.time.earliest if s.time and s.time.earliest else datetime.max


def _latest(s: Sighting) -> datetime:
    return s.time.latest if s.time and s.time.latest else datetime.max


def arrived_by(visit: Visit) -> str | None:
    """The means by which a place was reached, or is to be, as most statements of it tell."""
    modes = Counter(s.mode for s in visit.sightings if s.mode and s.role != "from")
    return modes.most_common(1)[0][0] if modes else None


def start_of(places: Sequence[Visit]) -> Visit:
    """Where a journey began: where one only left, by time; a start without a time where the text tells of it first."""
    left = any(s.role == "from" for p in places for s in p.sightings)
    starts = [p for p in places if p.is_start]
    if not starts:
        starts = [p for p in places if any(s.role != "to" for s in p.sightings)] if left else list(places)
    timed = min((p for p in starts if p.first), key=lambda p: p.first or datetime.max, default=None)
    loose = next((p for p in starts if not p.first), None)
    sooner_told = loose is not None and left and timed is not None and places.index(loose) < places.index(timed)
    origin = loose if timed is None or sooner_told else timed
    assert origin is not None
    sooner = [p for p in places if p.first and p.last and origin.first and p.last <= origin.first]
    return min(sooner, key=lambda p: p.first or datetime.max) if sooner else origin


def got_to(ordered: Sequence[Visit]) -> tuple[list[Visit], list[Visit]]:
    """The stops up to the last that one is told to have made, and those that only lie on the usual way beyond."""
    made = [n for n, visit in enumerate(ordered) if not all(s.usual for s in visit.sightings)]
    end = made[-1] + 1 if made else len(ordered)
    return list(ordered[:end]), list(ordered[end:])


# By land nobody comes from so far: a stop of another continent is another place of its name (chosen by us).
_ASTRAY_KM = 8000.0
_OVERLAND = frozenset({"rail", "road", "foot", "bicycle", "horse"})


def without_namesakes(visits: Sequence[Visit], mode: str) -> list[Visit]:
    """The visits of a journey by land without a single one that lies far from all others."""
    if mode not in _OVERLAND or len(visits) < 3:
        return list(visits)
    nearest = [
        min(rough_distance_km(a.place.at, b.place.at) for b in visits if b is not a and a.place.at and b.place.at)
        for a in visits
    ]
    far = [visit for visit, km in zip(visits, nearest, strict=True) if km > _ASTRAY_KM]
    return [visit for visit in visits if visit not in far] if len(far) == 1 else list(visits)


def _told_at(visit: Visit) -> int:
    """Where a text first tells of a visit."""
    return min(_place_of(s) for s in visit.sightings)


def _place_of(sighting: Sighting) -> int:
    claim = sighting.verdict.claim
    named = (p for p in (claim.ground, *claim.via, claim.figure) if p is not None and p.place == sighting.place)
    return next((p.start for p in named if p.start is not None), claim.start)


def is_narrative(timed: Sequence[Visit]) -> bool:
    """Whether one text tells of visits in the order of their times, so that it tells of the others in order, too."""
    documents = {s.verdict.claim.document for v in timed for s in v.sightings}
    told = [_told_at(v) for v in timed]
    return len(documents) == 1 and len(timed) > 2 and told == sorted(told)


def in_told_order(timed: Sequence[Visit], loose: Sequence[Visit]) -> list[Visit]:
    """All visits in the order in which the text tells of them; the first stays the first."""
    return [timed[0], *sorted([*timed[1:], *loose], key=_told_at)]
