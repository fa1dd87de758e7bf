"""The length of a whole journey: "after a journey of N", "covered N in all", "completing the N-mile trek"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from geomap.claims.attribution import begin_claim
from geomap.claims.findings import Finding, show, show_km
from geomap.claims.masking import PLACE, QUANTITY, Masked, masked_sentences
from geomap.claims.motion.event import Event, make_event
from geomap.claims.motion.trips import JOURNEY, Trips, made_events, moment
from geomap.claims.ways import verdict
from geomap.geodesy import geodesic_line, rough_distance_km
from geomap.interfaces import Network
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, Outcome, Participant, Place, Quantity, Reading, Verdict
from geomap.tolerances import ROUTE_MATCH, WHOLE_LONG, WHOLE_LONGEST, WHOLE_SHORT

_FEW = r"(?:[a-z-]+\s){0,3}?"
_ENDED = r"(?:after|complet\w+|finish\w+|end(?:s|ed|ing)?)"
_WENT = (
    r"(?:cover(?:ed|ing)?|travell?ed|logged|clocked\sup|trekked|walked|rowed|cycled|skied|paddled|sailed|driven|ridden"
    r"|flown|marched|drove|rode|flew|hiked|done)"
)
_IN_ALL = r"(?:in\sall|in\stotal|altogether|all\stold)"
# "The march ended in X after advancing N": told of the way to X.
_AFTER = re.compile(
    rf"\b(?:in|at|near|outside)\s(?:the\s)?(?:[a-z]+\s(?:of\s)?){{0,2}}(?P<end>{PLACE})[^.;{PLACE}{QUANTITY}]{{0,40}}\safter\s"
    r"(?:walking|advancing|marching|travell?ing|riding|cycling|driving|sailing|rowing|trekking|hiking|paddling|covering)\s"
    rf"{_FEW}(?P<n>{QUANTITY})(?!\s(?:to|from|of|north|south|east|west)\b)"
)
_SO_FAR = re.compile(rf"\bhad\s(?:then\s|already\s|by\sthen\s)?covered\s{_FEW}(?P<n>{QUANTITY})")
_SHAPES = (
    re.compile(rf"\b{_ENDED}\s{_FEW}{JOURNEY}\sof\s{_FEW}(?P<n>{QUANTITY})"),
    re.compile(rf"\b{_ENDED}\s{_FEW}(?P<n>{QUANTITY})[\s-](?:[a-z]+\s){{0,2}}{JOURNEY}\b"),
    re.compile(rf"\bcomplet(?:ed|ing)\s{_FEW}(?P<n>{QUANTITY})(?!\s?[a-z-])"),
    re.compile(
        rf"\b{JOURNEY}\s(?:stretching|spanning|covering|extending)\s(?:over\s|across\s)?(?:a\sdistance\sof\s)?"
        rf"{_FEW}(?P<n>{QUANTITY})"
    ),
    re.compile(
        rf"\b{_WENT}\s{_FEW}(?P<n>{QUANTITY})\s(?:on\sfoot|on\shorseback|by\s(?:bike|bicycle|car|train|boat|sea|bus))\b",
        re.I,
    ),
    re.compile(rf"\bafter\s{_FEW}(?P<n>{QUANTITY})\s(?:in\sthe\ssaddle|on\sthe\sroad|at\ssea|on\sfoot|by\s[a-z]+)\b"),
    re.compile(rf"\b{_WENT}\s{_FEW}(?P<n>{QUANTITY})\s(?:[a-z]+\s){{0,2}}{_IN_ALL}\b"),
    re.compile(rf"\b{JOURNEY}\b[^.;{QUANTITY}]{{0,60}}\b{_WENT}\s{_FEW}(?P<n>{QUANTITY})"),
    re.compile(rf"\b{_WENT}\s{_FEW}(?P<n>{QUANTITY})\sin\s{_FEW}{QUANTITY}"),
    re.compile(rf"\b{_WENT}\san?\s(?:[a-z]+\s)?total\sof\s{_FEW}(?P<n>{QUANTITY})"),
    _AFTER,
    _SO_FAR,
)
# "She rode 212 km on her best day": a part of the journey.
_PART = re.compile(
    r"\b(?:day|daily|hourly|an hour|best|first|last|next|final|another|remaining|stretch|leg|stage)\b", re.I
)
_ON_THE_GROUND = re.compile(
    r"\b(?:trek\w*|walk\w*|march\w*|hik\w+|pilgrimage|cycl\w+|ski(?:s|ed|ing)?|on\sfoot|drive|driven|drove|row\w*)\b"
)
# "reached the Pole of Cold after": of an end that is no known place.
_UNKNOWN_END = re.compile(r"\b(?:reach(?:ed|es|ing)?|arriv(?:ed?|es|ing) (?:at|in)) (?:the )?(?:[A-Z][a-z]|\ue002 of )")
# The notes of a journey whose ends other sentences tell: it may have led by more places than the text names.
_APART = ("a journey", "told in several sentences")
_UNITS = frozenset({"km", "mi", "nmi"})
_NETWORKED = frozenset({"rail", "sea"})
_MOST_STOPS = 40
OK, DOUBT, NO = Outcome.CONSISTENT, Outcome.DOUBTFUL, Outcome.INCONSISTENT


def find_whole(reading: Reading) -> Iterator[Claim]:
    """Claims in text order, from where the traveller left to where they got to, by the stops between.

    Finds "after a journey of N", "after a N-mile trek", "after completing N", "a walk stretching over N", "covered N on
    foot", "halted at X after walking N", "after N in the saddle", "covered N in all", "the tour covered N", "skied N in
    T", where the text tells of at least two stops of the traveller.
    """
    found = list(_amounts(reading))
    events = [e for e in made_events(reading) if not e.is_area] if found else []
    if len(events) >= 2:
        trips = Trips(events)
        yield from (claim for masked, hit in found if (claim := _claim(reading, masked, hit, trips)) is not None)


def _amounts(reading: Reading) -> Iterator[tuple[Masked, re.Match[str]]]:
    """The words of each amount that can be a whole journey's length."""
    for masked in masked_sentences(reading):
        if masked.sentence.start < reading.document.body_start or not _has_length(masked):
            continue
        seen: set[int] = set()
        for hit in (found for shape in _SHAPES for found in shape.finditer(masked.text)):
            after = masked.text[hit.end() : hit.end() + 12].partition(",")[0]
            part = _PART.search(masked.text[max(0, hit.start() - 24) : hit.end()] + after)
            if hit.start("n") not in seen and part is None:
                seen.add(hit.start("n"))
                yield masked, hit


def _has_length(masked: Masked) -> bool:
    return any(isinstance(item, Quantity) and item.unit in _UNITS for item in masked.items.values())


def _claim(reading: Reading, masked: Masked, hit: re.Match[str], trips: Trips) -> Claim | None:
    quantity = masked.items[hit.start("n")]
    if not isinstance(quantity, Quantity) or quantity.unit not in _UNITS:
        return None
    mine = [e for e in trips.told_of(masked) if e.verb != "bound"]
    if hit.re is _SO_FAR:  # what is told afterwards may lie ahead
        mine = [e for e in mine if e.sentence.number <= masked.number]
    if _UNKNOWN_END.search(masked.text):
        return None
    if _ON_THE_GROUND.search(masked.text, hit.start(), hit.end()):
        mine = [e for e in mine if e.mode != "air"]  # nobody treks the way that was flown
    mine = mine[:_MOST_STOPS]
    if hit.re is _AFTER:
        came = make_event(masked, "arrive", "arrived", "to", hit.start("end"), hit.start("end"))
        mine = [e for e in mine if e.sentence.number <= masked.number and e.role == "from" and e.verb == "depart"][-1:]
        mine = [*mine, came] if came.place.place is not None and not came.is_area else []
    stops = _stops(mine)
    if len(stops) < 2:
        return None
    people = [_implied(event) for event in stops]
    start, end = masked.offset(hit.start()), max(quantity.end, masked.end_offset(hit.end()))
    return replace(
        begin_claim(reading, ClaimKind.DISTANCE, masked.sentence, (start, end)),
        figure=people[-1],
        ground=people[0],
        via=tuple(people[1:-1]),
        mode=next((e.mode for e in mine if e.mode), None),
        event="whole",
        hedge=quantity.hedge,
        stated=quantity,
        subject=mine[0].subject,
        score=min(p.score for p in people),
        notes=("a journey",) if {stops[0].sentence.number, stops[-1].sentence.number} == {masked.number} else _APART,
    )


def _stops(events: Sequence[Event]) -> list[Event]:
    """One event for each stop: where one left first, the others by how far they lie on the way, the last arrival."""
    left = [e for e in events if e.role == "from" and e.verb in ("depart", "move")]
    came = [e for e in events if e.role in ("to", "at") and e.verb not in ("bound", "turn")]
    if not left or not came:
        return []
    start = min((e for e in left if e.time), key=moment, default=left[0])
    end = max((e for e in came if e.time), key=moment, default=came[-1])
    a, b = _point(start), _point(end)
    between: dict[str, Event] = {}
    for event in events:
        place = _point(event)
        if place.id not in (a.id, b.id) and place.kind not in ("river", "strait", "canal", "border", "range"):
            between.setdefault(place.id, event)
    return [start, *sorted(between.values(), key=lambda e: _km(a, _point(e)) - _km(_point(e), b)), end]


def _point(event: Event) -> Place:
    assert event.place.place is not None
    return event.place.place


def _implied(event: Event) -> Participant:
    return Participant(
        place=event.place.place,
        text=event.place.text,
        score=event.place.score,
        why=f"the text tells of {event.place.text} as a stop",
        role=event.role,
    )


def _km(a: Place, b: Place) -> float:
    return rough_distance_km(a.at, b.at) if a.at and b.at else 0.0


def judge_whole(claim: Claim, network: Network | None) -> Verdict:
    """Against the way through the stops: on the network where one is known, else from straight legs to winding ones."""
    places = [p.place for p in (claim.ground, *claim.via, claim.figure) if p and p.place and p.place.at]
    stated = claim.stated
    assert stated is not None
    low, high = convert(stated.low, stated.unit, "km"), convert(stated.high, stated.unit, "km")
    start, end = places[0], places[-1]
    least = max(_km(start, x) + _km(x, end) for x in places)
    straight = max(least, sum(_km(a, b) for a, b in pairwise(places)))
    route = network.route(places, mode=claim.mode) if network and claim.mode in _NETWORKED else None
    known = route.length_km if route is not None and not route.estimated else None
    found = _by_network(stated, (low, high), known, claim.mode or "") if known else None
    found = found or _by_legs(stated, (low, high), least, straight)
    if found.outcome is NO and low > straight and claim.notes == _APART:
        found = replace(found, outcome=DOUBT, why=found.why.replace("does not match", "would be a very winding way"))
    measured = {"straight_km": round(straight, 1), **({"route_km": round(known, 1)} if known else {})}
    lines = tuple(geodesic_line(a.at, b.at) for a, b in pairwise(places) if a.at and b.at)
    way = f"from {start.name} to {end.name}" + (f" by {len(places) - 2} other stops" if len(places) > 2 else "")
    why = found.why.replace("WAY", way)
    why = why[:1].upper() + why[1:] + "."
    return verdict(claim, found.outcome, found.rule, why, measured=measured, route=route, lines=lines)


def _by_network(stated: Quantity, bounds: tuple[float, float], known: float, mode: str) -> Finding | None:
    low, high = bounds
    told = f"{show(stated)} {{}} the way by {mode} WAY, {show_km(known, stated.unit)}"
    if low <= known * (1 + ROUTE_MATCH.value) and high >= known * (1 - ROUTE_MATCH.value):
        return Finding("distance.whole", OK, told.format("matches"))
    if high < known * WHOLE_SHORT.value:
        return Finding("distance.whole", NO, told.format("does not match"))
    return None


def _by_legs(stated: Quantity, bounds: tuple[float, float], least: float, straight: float) -> Finding:
    low, high = bounds
    words, line = show(stated), f"the straight legs WAY make {show_km(straight, stated.unit)}"
    if high < WHOLE_SHORT.value * least:
        return Finding("distance.whole", NO, f"{words} does not match: {line}")
    if high < least:
        return Finding("distance.whole", DOUBT, f"{words} is hardly enough: {line}")
    if low <= WHOLE_LONG.value * straight:
        return Finding("distance.whole", OK, f"{words} is what ways make of it: {line}")
    if low <= WHOLE_LONGEST.value * straight:
        return Finding("distance.whole", DOUBT, f"{words} would be a very winding way: {line}")
    return Finding("distance.whole", NO, f"{words} does not match: {line}")
