"""Who was where: the stops that claims of schedule and route tell, put together for each traveller."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geomap.accounts.companions import carrier_mode, going_together, one_journey
from geomap.accounts.groups import Group, Named, is_common
from geomap.accounts.means import Means
from geomap.accounts.sightings import ALONE, Sighting, Trip, find_sightings
from geomap.records import Comparison, Reading, Verdict

# A text with more travellers is a list.
_MOST_JOINED = 60


def spoken(comparisons: Iterable[Comparison]) -> list[Comparison]:
    """The comparisons with their reasons as sentences of their own."""
    return [replace(c, why=c.why[:1].upper() + c.why[1:]) for c in comparisons]


def find_trips(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> list[Trip]:
    """The sightings of each traveller; those of "the train" or of nobody named join the traveller they fit best."""
    sightings = find_sightings(readings, verdicts)
    groups: list[Group] = []
    named = Named()
    loose: list[Sighting] = []
    for sighting in sightings:
        name = sighting.traveller
        if name is None or is_common(name) or name in ALONE:
            loose.append(sighting)
            continue
        group = named.find(name)
        if group is None:
            groups.append(group := named.add(Group(name)))
        group.add(sighting)
    by_name = {(group.name, group.only_in): group for group in groups}
    for sighting in loose:
        _join(sighting, groups, by_name)
    groups = one_journey(groups)
    order = {id(s): n for n, s in enumerate(sightings)}
    means = Means(verdicts)
    trips = [
        Trip(
            traveller=g.name,
            sightings=tuple(sorted(g.sightings, key=lambda s: order[id(s)])),
            told_mode=means.between([(s.verdict.claim.document, s.place.id) for s in g.sightings]),
        )
        for g in groups
    ]
    return sorted(trips, key=lambda trip: -len(trip.sightings))


def _join(sighting: Sighting, groups: list[Group], by_name: dict[tuple[str, str | None], Group]) -> None:
    """Add a sighting of a carrier, or of nobody named, to who is told to go by it, else to its own group."""
    name, document = sighting.traveller, sighting.verdict.claim.document
    if name is not None and (name.startswith("the other ") or name in ALONE):
        if (name, document) not in by_name:
            groups.append(by_name.setdefault((name, document), Group(name, document)))
        by_name[name, document].add(sighting)
        return
    mode = carrier_mode(name)
    own = by_name.get((name or "the traveller", document)) or by_name.get((name or "the traveller", None))
    if own is not None and name is not None and not own.takes(sighting):
        groups.append(by_name.setdefault((name, document), own := Group(name, document)))
    near = [g for g in groups[:_MOST_JOINED] if g.takes(sighting) and not g.name.startswith("the other ")]
    here = [g for g in near if document in g.documents]
    alike = [g for g in here if mode and carrier_mode(g.name) == mode]
    alike = alike or [g for g in here if going_together(name) and going_together(g.name)]
    going = [g for g in near if not is_common(g.name) and (mode or sighting.mode) in g.modes]
    fitting = going if mode or (name is None and going) else near if name is None else []
    if fitting:
        max(fitting, key=lambda g: g.fit(sighting)).add(sighting)
    elif own is not None or alike:
        (own or alike[0]).add(sighting)
    else:
        name = name or "the traveller"
        groups.append(by_name.setdefault((name, None), Group(name)))
        by_name[name, None].add(sighting)
