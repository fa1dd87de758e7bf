"""A report as flat rows, a table for each layer; what spreadsheets, data frames and map layers are made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from geomap.errors import UsageError
from geomap.records import Journey, LatLon, Line, MentionKind, Participant, Place, PlacedMention, Report, Verdict
from geomap.writers.report_dict import places_of

Cell = str | int | float | None
Flat = dict[str, Cell]


def rows(report: Report, layer: str) -> list[Flat]:
    """The rows of a layer; every row has the same columns in the same order.

    Raises:
        UsageError: There is no such layer.
    """
    if layer not in LAYERS:
        raise UsageError(f"no layer {layer!r}; choose one of: {', '.join(LAYERS)}")
    return LAYERS[layer](report)


def lines_of(report: Report, layer: str) -> list[tuple[Line, ...]]:
    """The lines or the point (a line of one point) that belong to each row of a layer; none where it has none."""
    if layer == "places":
        return [_point(place.at) for place in named_places(report)]
    if layer == "mentions":
        return [_point(m.place.at if m.place is not None else None) for m in report.mentions]
    if layer == "claims":
        return [_claim_lines(verdict) for verdict in report.verdicts]
    if layer == "journeys":
        return [(*journey.geometry, *journey.planned) for journey in report.journeys]
    return [() for _ in rows(report, layer)]


def _point(at: LatLon | None) -> tuple[Line, ...]:
    return ((at,),) if at is not None else ()


def _claim_lines(verdict: Verdict) -> tuple[Line, ...]:
    """The lines that a claim speaks of; without any, the point of its figure or its ground."""
    if verdict.lines:
        return verdict.lines
    claim = verdict.claim
    points = [p.place.at for p in (claim.figure, claim.ground) if p is not None and p.place is not None and p.place.at]
    if len(points) == 2 and points[0] != points[1]:
        return ((points[1], points[0]),)
    return ((points[0],),) if points else ()


def documents(report: Report) -> list[Flat]:
    """A row for each document."""
    return [
        {
            "id": d.id,
            "source": d.source,
            "title": d.title,
            "date": d.date.isoformat() if d.date is not None else None,
            "outlet": d.outlet,
            "url": d.url,
            "chars": len(d.text),
        }
        for d in report.documents
    ]


def mentions(report: Report) -> list[Flat]:
    """A row for each mention, with or without a place."""
    return [_mention(m) for m in report.mentions]


def _mention(placed: PlacedMention) -> Flat:
    mention, place = placed.mention, placed.place
    at = place.at if place is not None else None
    return {
        "quote": mention.text,
        "start": mention.start,
        "end": mention.end,
        "status": str(mention.kind),
        "id": place.id if place is not None else None,
        "lat": at.lat_deg if at is not None else None,
        "lon": at.lon_deg if at is not None else None,
        "document": mention.document,
        "name": place.name if place is not None else None,
        "kind": place.kind if place is not None else None,
        "country": place.country if place is not None else None,
        "admin1": place.admin1 if place is not None else None,
        "score": round(placed.score, 3),
        "candidates": placed.candidate_count,
        "why": placed.why,
    }


def named_places(report: Report) -> list[Place]:
    """The places that are meant: of claims, journeys and mentions, not of adjectives or candidates."""
    meant = {m.place.id for m in report.mentions if m.place is not None and m.mention.kind is MentionKind.PLACE}
    for verdict in report.verdicts:
        claim = verdict.claim
        meant.update(p.place.id for p in (claim.figure, claim.ground, *claim.via) if p is not None and p.place)
    meant.update(stop.place.id for journey in report.journeys for stop in journey.stops)
    return [place for place in places_of(report) if place.id in meant]


def places(report: Report) -> list[Flat]:
    """A row for each place that is meant, with how often and where it is named."""
    by_place: dict[str, list[PlacedMention]] = {}
    for m in report.mentions:
        if m.place is not None:
            by_place.setdefault(m.place.id, []).append(m)
    return [_place(place, by_place.get(place.id, [])) for place in named_places(report)]


def _place(place: Place, named: Sequence[PlacedMention]) -> Flat:
    return {
        "id": place.id,
        "name": place.name,
        "lat": place.at.lat_deg if place.at is not None else None,
        "lon": place.at.lon_deg if place.at is not None else None,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "population": place.population,
        "radius_km": round(place.radius_km, 2),
        "mentions": len(named),
        "as": "; ".join(dict.fromkeys(m.mention.text for m in named)),
        "documents": "; ".join(sorted({m.mention.document for m in named})),
        "score": round(max((m.score for m in named), default=0.0), 3),
        "source": place.source.name,
    }


def claims(report: Report) -> list[Flat]:
    """A row for each claim with its verdict."""
    return [_claim(verdict) for verdict in report.verdicts]


def _claim(verdict: Verdict) -> Flat:
    claim, stated, measured = verdict.claim, verdict.claim.stated, verdict.measured
    at = next((p.place.at for p in (claim.figure, claim.ground) if p is not None and p.place and p.place.at), None)
    return {
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
        "status": str(verdict.outcome),
        "id": claim.id,
        "lat": at.lat_deg if at is not None else None,
        "lon": at.lon_deg if at is not None else None,
        "document": claim.document,
        "kind": str(claim.kind),
        **_participant("figure", claim.figure),
        **_participant("ground", claim.ground),
        "via": "; ".join(p.place.name if p.place is not None else p.text for p in claim.via),
        "mode": claim.mode,
        "stated": stated.value if stated is not None else None,
        "unit": stated.unit if stated is not None else None,
        "direction": claim.direction,
        **{name: _rounded(measured, name) for name in ("straight_km", "route_km", "bearing_deg", "ratio")},
        "rule": verdict.rule,
        "why": verdict.why,
        "score": round(verdict.score, 3),
    }


def _participant(role: str, participant: Participant | None) -> Flat:
    place = participant.place if participant is not None else None
    text = participant.text if participant is not None else None
    return {role: place.name if place is not None else text, f"{role}_id": place.id if place is not None else None}


def _rounded(measured: Mapping[str, float], name: str) -> float | None:
    return round(measured[name], 3) if name in measured else None


def comparisons(report: Report) -> list[Flat]:
    """A row for each comparison."""
    return [
        {
            "id": c.id,
            "kind": c.kind,
            "claims": "; ".join(c.claims),
            "status": str(c.outcome),
            "rule": c.rule,
            "why": c.why,
        }
        for c in report.comparisons
    ]


def journeys(report: Report) -> list[Flat]:
    """A row for each journey."""
    return [_journey(journey) for journey in report.journeys]


def _journey(journey: Journey) -> Flat:
    return {
        "id": journey.id,
        "mode": journey.mode,
        "document": journey.document,
        "subject": journey.subject,
        "stops": "; ".join(f"{stop.place.name} ({stop.role})" for stop in journey.stops),
        "length_km": journey.length_km,
        "length_source": journey.length_source,
    }


LAYERS: Mapping[str, Callable[[Report], list[Flat]]] = {
    "documents": documents,
    "mentions": mentions,
    "places": places,
    "claims": claims,
    "comparisons": comparisons,
    "journeys": journeys,
}
