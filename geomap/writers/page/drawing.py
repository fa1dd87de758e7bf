"""What the map draws, as plain data: pins, rings, lines of claims and of journeys, and the base map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from geomap.geodesy import geodesic_line
from geomap.records import Journey, LatLon, Line, Modality, Place, Report, Verdict
from geomap.writers.page import basemap
from geomap.writers.page.cards import Card, implied_line
from geomap.writers.page.frame import Frame, frame
from geomap.writers.page.names import towns, waters
from geomap.writers.page.pins import AREAS, Pin, pins_of_claim, where
from geomap.writers.page.polyline import encode
from geomap.writers.page.rails import railways
from geomap.writers.page.safe import shown

# About a metre, and a pixel at the deepest zoom (12) is 38 m at the equator.
LINE_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line on the map: `kind` is "route", "straight" or "planned"."""

    kind: str
    line: Line


def strokes(verdict: Verdict) -> list[Stroke]:
    """The lines of a claim: along the network where there is a way, and straight.

    Nothing is drawn to the middle of a country or to the capital that stands for one.
    """
    planned = verdict.claim.modality in (Modality.PLANNED, Modality.POSSIBLE)
    out = [Stroke("planned" if planned else "route", line) for line in _way(verdict)]
    straight = list(verdict.lines)
    if not straight and not out and implied_line(verdict.claim):
        straight = _between(verdict)
    known = {stroke.line for stroke in out}
    return [*out, *(Stroke("straight", line) for line in straight if len(line) > 1 and line not in known)]


def _way(verdict: Verdict) -> Sequence[Line]:
    """The way along the network, unless it only stands for one between areas."""
    if verdict.route is None:
        return ()
    named = _places(verdict)
    ends = {verdict.route.stops[0].id, verdict.route.stops[-1].id} if verdict.route.stops else set()
    stands_in = any(p.kind in AREAS for p in named) and not ends <= {p.id for p in named}
    return () if stands_in else verdict.route.geometry


def _places(verdict: Verdict) -> list[Place]:
    claim = verdict.claim
    return [p.place for p in (claim.ground, *claim.via, claim.figure) if p is not None and p.place is not None]


def _between(verdict: Verdict) -> list[Line]:
    points = [p.at for p in _places(verdict) if p.at is not None and p.kind not in AREAS]
    return [_straight(a, b) for a, b in pairwise(points) if a != b]


@lru_cache(maxsize=4096)
def _straight(start: LatLon, end: LatLon) -> Line:
    return geodesic_line(start, end)


def journey_strokes(journey: Journey) -> list[Stroke]:
    """The lines of a journey: travelled along the network, and planned or not reached."""
    return [Stroke("route", g) for g in journey.geometry] + [Stroke("planned", g) for g in journey.planned]


def frame_of(report: Report, pins: Mapping[str, Pin]) -> Frame:
    """The part of the world that a report is about.

    That is where its claims and journeys are, with other places not far from them; without any, all its sure places,
    and all its areas where it names nothing smaller.
    """
    sure = [pin for pin in pins.values() if not pin.is_wide and not pin.unsure]
    told = {n for v in report.verdicts for n in pins_of_claim((v.claim.ground, *v.claim.via, v.claim.figure), pins)}
    told |= {pins[s.place.id].n for j in report.journeys for s in j.stops if s.place.id in pins}
    core = [pin.at for pin in pins.values() if pin.n in told and not pin.is_wide and pin.at is not None]
    lines = [s.line for v in report.verdicts for s in strokes(v)]
    lines += [s.line for j in report.journeys for s in journey_strokes(j)]
    points = [pin.at for pin in sure if pin.at is not None]
    if len(core) > 1:
        inner = frame([*core, *_near(lines, core)])
        points = [*core, *(p for p in points if inner.reaches(p))]
    points = points or [pin.at for pin in pins.values() if pin.at is not None]
    return frame([*points, *_near(lines, points)])


def _near(lines: Iterable[Line], points: Sequence[LatLon]) -> list[LatLon]:
    """Points of the lines that join two of the places: a line to the middle of a country does not widen the map."""
    exact = set(points)
    out: list[LatLon] = []
    for line in lines:
        if len(line) > 1 and line[0] in exact and line[-1] in exact:
            out += line[:: max(1, len(line) // 20)]
    return [LatLon(p.lat_deg, (p.lon_deg + 180.0) % 360.0 - 180.0) for p in out]


def map_data(report: Report, pins: Mapping[str, Pin], cards: Sequence[Card]) -> dict[str, Any]:
    """All that the script of the page reads; article text is in it only as names and spoken sentences."""
    view = frame_of(report, pins)
    return {
        "box": view.box,
        "west": view.west_deg,
        "pole": view.pole,
        "decimals": LINE_DECIMALS,
        "pins": [_pin(pin, view) for pin in pins.values()],
        "claims": [_claim(v, c, pins, view) for v, c in zip(report.verdicts, cards, strict=True)],
        "journeys": [_journey(j, pins, view) for j in report.journeys],
        "rails": railways(view),
        "towns": towns(view),
        "waters": waters(view),
        "world": basemap.world_around(view),
    }


def squares(report: Report, pins: Mapping[str, Pin], *, budget: int) -> list[list[Any]]:
    """The base map at 1:10m around the report's places, as many squares as fit into so many bytes."""
    view = frame_of(report, pins)
    points = [view.at(pin.at) for pin in pins.values() if pin.at is not None and not pin.is_area]
    tiles = basemap.tiles_of(view, points, budget=budget)
    return [[t.south, t.west, t.land, t.rivers, t.regions, t.borders] for t in tiles]


def _pin(pin: Pin, view: Frame) -> dict[str, Any]:
    assert pin.at is not None
    row: dict[str, Any] = {"n": pin.n, "at": view.at(pin.at), "name": shown(pin.place.name), "note": shown(pin.note)}
    if pin.is_area:
        row["area"] = 1
    if pin.unsure:
        row["unsure"] = 1
        row["others"] = [
            [view.at(c.place.at), shown(", ".join(filter(None, (c.place.name, where(c.place)))))]
            for c in pin.alternatives
            if c.place.at is not None
        ]
    if pin.unsure or pin.place.radius_km >= 5:
        row["radius"] = round(pin.place.radius_km * 1000)
    return row


def _claim(verdict: Verdict, card: Card, pins: Mapping[str, Pin], view: Frame) -> dict[str, Any]:
    claim = verdict.claim
    return {
        "id": card.id,
        "v": card.outcome,
        "say": shown(card.say),
        "doc": card.document,
        "pins": pins_of_claim((claim.ground, *claim.via, claim.figure), pins),
        "lines": _encoded(strokes(verdict), view),
    }


def _journey(journey: Journey, pins: Mapping[str, Pin], view: Frame) -> dict[str, Any]:
    return {
        "id": journey.id,
        "pins": [pins[s.place.id].n for s in journey.stops if s.place.id in pins],
        "lines": _encoded(journey_strokes(journey), view),
    }


def _encoded(found: Iterable[Stroke], view: Frame) -> list[list[str]]:
    return [[s.kind, encode(part, LINE_DECIMALS)] for s in found for part in view.parts(s.line)]
