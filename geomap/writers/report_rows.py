"""The rows of a report that refer to nothing but ids: documents, mentions, claims, journeys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from geomap.records import (
    Candidate,
    Claim,
    Document,
    Journey,
    Line,
    Participant,
    PlacedMention,
    Quantity,
    Stop,
    TimeSpan,
)

Row = dict[str, Any]


def participants_of(claim: Claim) -> list[tuple[str, Participant]]:
    """The participants of a claim with their roles."""
    ends = [("figure", claim.figure), ("ground", claim.ground)]
    return [(role, p) for role, p in ends if p is not None] + [("via", p) for p in claim.via]


def geometry_of(lines: Sequence[Line]) -> Row | None:
    """Lines as GeoJSON: longitude before latitude."""
    parts = [[[point.lon_deg, point.lat_deg] for point in line] for line in lines]
    if not parts:
        return None
    if len(parts) == 1:
        return {"type": "LineString", "coordinates": parts[0]}
    return {"type": "MultiLineString", "coordinates": parts}


def number(value: float) -> float | None:
    """A number as JSON can carry it; None stands for "without bound"."""
    return value if math.isfinite(value) else None


def document_row(document: Document) -> Row:
    """What is known of a document, and its text."""
    return {
        "id": document.id,
        "source": document.source,
        "title": document.title,
        "date": document.date.isoformat() if document.date is not None else None,
        "outlet": document.outlet,
        "chars": len(document.text),
        "url": document.url,
        "body_start": document.body_start,
        "notes": list(document.notes),
        "text": document.text,
    }


def mention_row(placed: PlacedMention) -> Row:
    """A mention with its place and the other candidates."""
    mention = placed.mention
    return {
        "document": mention.document,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "kind": str(mention.kind),
        "place": placed.place.id if placed.place is not None else None,
        "score": placed.score,
        "why": placed.why,
        "name": mention.name,
        "kind_hint": mention.kind_hint,
        "confidence": mention.confidence,
        "found_by": mention.why,
        "candidates": [_candidate_row(candidate) for candidate in placed.candidates],
        "candidate_count": placed.candidate_count,
    }


def _candidate_row(candidate: Candidate) -> Row:
    return {"place": candidate.place.id, "score": candidate.score}


def _quantity_row(quantity: Quantity) -> Row:
    return {
        "value": quantity.value,
        "unit": quantity.unit,
        "low": number(quantity.low),
        "high": number(quantity.high),
        "text": quantity.text,
        "start": quantity.start,
        "end": quantity.end,
        "dimension": quantity.dimension,
        "hedge": quantity.hedge,
        "pair": _quantity_row(quantity.pair) if quantity.pair is not None else None,
    }


def _span_row(span: TimeSpan | None) -> Row | None:
    if span is None:
        return None
    return {
        "start": span.start,
        "end": span.end,
        "text": span.text,
        "grain": span.grain,
        "earliest": span.earliest.isoformat() if span.earliest is not None else None,
        "latest": span.latest.isoformat() if span.latest is not None else None,
        "weekday": span.weekday,
    }


def _participant_row(role: str, participant: Participant) -> Row:
    return {
        "role": role,
        "text": participant.text,
        "start": participant.start,
        "end": participant.end,
        "place": participant.place.id if participant.place is not None else None,
        "score": participant.score,
        "why": participant.why,
        "part": participant.role,
        "time": _span_row(participant.time),
        "mode": participant.mode,
    }


def _place_id(participant: Participant | None) -> str | None:
    return participant.place.id if participant is not None and participant.place is not None else None


def bare_claim_row(claim: Claim) -> Row:
    """A claim without what was found about it."""
    return {
        "id": claim.id,
        "document": claim.document,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "kind": str(claim.kind),
        "figure": _place_id(claim.figure),
        "ground": _place_id(claim.ground),
        "via": [_place_id(participant) for participant in claim.via],
        "mode": claim.mode,
        "hedge": claim.hedge,
        "stated": _quantity_row(claim.stated) if claim.stated is not None else None,
        "direction": claim.direction,
        "participants": [_participant_row(role, participant) for role, participant in participants_of(claim)],
        "quantities": [_quantity_row(quantity) for quantity in claim.quantities],
        "event": claim.event,
        "time": _span_row(claim.time),
        "times": [_span_row(span) for span in claim.times],
        "subject": claim.subject,
        "speaker": claim.speaker,
        "modality": str(claim.modality),
        "certainty": claim.score,
        "alternatives": [bare_claim_row(other) for other in claim.alternatives],
        "notes": list(claim.notes),
    }


def _stop_row(stop: Stop) -> Row:
    span = stop.time
    return {
        "place": stop.place.id,
        "role": str(stop.role),
        "time": span.earliest.isoformat() if span is not None and span.earliest is not None else None,
        "time_text": span.text if span is not None else None,
        "claim": stop.claim,
        "document": stop.document,
        "span": _span_row(span),
    }


def journey_row(journey: Journey) -> Row:
    """A journey with its stops and its lines."""
    return {
        "id": journey.id,
        "mode": journey.mode,
        "document": journey.document,
        "stops": [_stop_row(stop) for stop in journey.stops],
        "length_km": journey.length_km,
        "length_source": journey.length_source,
        "geometry": geometry_of(journey.geometry),
        "planned": geometry_of(journey.planned),
        "subject": journey.subject,
    }
