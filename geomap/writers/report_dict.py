"""A report as plain data: the schema geomap/1 of `schema/geomap-1.json`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geomap.records import Comparison, Outcome, Place, Report, Route, Source, Verdict
from geomap.writers.report_rows import (
    Row,
    bare_claim_row,
    document_row,
    geometry_of,
    journey_row,
    mention_row,
    number,
    participants_of,
)

SCHEMA = "geomap/1"


def to_dict(report: Report) -> Row:
    """The whole report; places and sources stand once and are referred to by id and by name."""
    sources = name_sources([*report.sources, *_cited(report)])
    routes = {route: route.id or f"r{n}" for n, route in enumerate(_unique_routes(report), start=1)}
    writing = _Writing(sources, routes)
    return {
        "schema": SCHEMA,
        "geomap": report.version,
        "data": [_data_row(source, name, source in report.sources) for source, name in sources.items()],
        "documents": [document_row(document) for document in report.documents],
        "mentions": [mention_row(mention) for mention in report.mentions],
        "places": [writing.place_row(place) for place in places_of(report)],
        "claims": [writing.claim_row(verdict) for verdict in report.verdicts],
        "comparisons": [writing.comparison_row(comparison) for comparison in report.comparisons],
        "journeys": [journey_row(journey) for journey in report.journeys],
        "routes": [writing.route_row(route) for route in routes],
        "summary": count_outcomes(report),
    }


def count_outcomes(report: Report) -> dict[str, int]:
    """How many claims have each outcome."""
    return {str(o): sum(verdict.outcome is o for verdict in report.verdicts) for o in Outcome}


def places_of(report: Report) -> list[Place]:
    """Every place that a report speaks of, once, those of the mentions first."""
    found: dict[str, Place] = {}
    for place in _all_places(report):
        if place is not None:
            found.setdefault(place.id, place)
    return list(found.values())


def _all_places(report: Report) -> Iterator[Place | None]:
    for mention in report.mentions:
        yield mention.place
    for verdict in report.verdicts:
        for claim in (verdict.claim, *verdict.claim.alternatives):
            for _, participant in participants_of(claim):
                yield participant.place
    for journey in report.journeys:
        yield from (stop.place for stop in journey.stops)
    for route in _unique_routes(report):
        yield from route.stops
    for mention in report.mentions:
        yield from (candidate.place for candidate in mention.candidates)


def _unique_routes(report: Report) -> list[Route]:
    return list(dict.fromkeys(verdict.route for verdict in report.verdicts if verdict.route is not None))


def _cited(report: Report) -> Iterator[Source]:
    yield from (place.source for place in places_of(report))
    for verdict in report.verdicts:
        yield from verdict.sources
    for comparison in report.comparisons:
        yield from comparison.sources
    for route in _unique_routes(report):
        yield from route.sources
        yield from (leg.source for leg in route.legs)


def name_sources(sources: Iterable[Source]) -> dict[Source, str]:
    """A name for each source: its own, with the version or a number where two sources share one."""
    named: dict[Source, str] = {}
    taken: set[str] = set()
    for source in dict.fromkeys(sources):
        name, number = source.name, 1
        if name in taken and source.version:
            name = f"{source.name} ({source.version})"
        while name in taken:
            number += 1
            name = f"{source.name} #{number}"
        taken.add(name)
        named[source] = name
    return named


def _data_row(source: Source, name: str, listed: bool) -> Row:
    row: Row = {
        "name": source.name,
        "version": source.version,
        "licence": source.licence,
        "attribution": source.attribution,
        "url": source.url,
    }
    if name != source.name:
        row["reference"] = name
    if not listed:
        row["listed"] = False
    return row


@dataclass(frozen=True, slots=True)
class _Writing:
    """The names of sources and the ids of routes while rows are made."""

    sources: dict[Source, str]
    routes: dict[Route, str]

    def place_row(self, place: Place) -> Row:
        return {
            "id": place.id,
            "name": place.name,
            "lat": place.at.lat_deg if place.at is not None else None,
            "lon": place.at.lon_deg if place.at is not None else None,
            "kind": place.kind,
            "country": place.country,
            "admin1": place.admin1,
            "population": place.population,
            "radius_km": place.radius_km,
            "source": self.sources[place.source],
            "admin1_code": place.admin1_code,
            "admin2_code": place.admin2_code,
        }

    def claim_row(self, verdict: Verdict) -> Row:
        return {
            **bare_claim_row(verdict.claim),
            "verdict": str(verdict.outcome),
            "rule": verdict.rule,
            "why": verdict.why,
            "measured": {name: number(value) for name, value in verdict.measured.items()},
            "route": self.routes[verdict.route] if verdict.route is not None else None,
            "score": verdict.score,
            "sources": [self.sources[source] for source in verdict.sources],
            "lines": geometry_of(verdict.lines),
        }

    def comparison_row(self, comparison: Comparison) -> Row:
        return {
            "id": comparison.id,
            "kind": comparison.kind,
            "claims": list(comparison.claims),
            "verdict": str(comparison.outcome),
            "why": comparison.why,
            "rule": comparison.rule,
            "sources": [self.sources[source] for source in comparison.sources],
        }

    def route_row(self, route: Route) -> Row:
        km = route.length_km
        return {
            "id": self.routes[route],
            "mode": route.mode,
            "stops": [stop.id for stop in route.stops],
            "length_km": km,
            "length_source": route.length_source,
            "straight_km": route.straight_km,
            "ratio": round(km / route.straight_km, 3) if km is not None and route.straight_km else None,
            "low_km": route.low_km,
            "high_km": route.high_km,
            "legs": [
                {
                    "from": leg.start,
                    "to": leg.end,
                    "km": leg.length_km,
                    "line": leg.line,
                    "kind": leg.kind,
                    "source": self.sources[leg.source],
                }
                for leg in route.legs
            ],
            "stations": [
                {"name": name, "lat": at.lat_deg, "lon": at.lon_deg, "km": km} for name, at, km in route.stations
            ],
            "gauge_breaks": list(route.gauge_breaks),
            "borders": list(route.borders),
            "geometry": geometry_of(route.geometry),
            "sources": [self.sources[source] for source in route.sources],
            "estimated": route.estimated,
            "why": route.why,
            **({"winds": route.winds} if route.winds else {}),
        }
