"""Records with their defaults filled in, for tests that care about a few fields only."""

from __future__ import annotations

from geomap.geodesy import geodesic_line
from geomap.records import (
    Candidate,
    Claim,
    ClaimKind,
    Document,
    LatLon,
    Mention,
    MentionKind,
    Outcome,
    Participant,
    Place,
    PlacedMention,
    Quantity,
    Source,
    Verdict,
)

GAZETTEER = Source(
    name="Test gazetteer", version="2026", licence="CC0-1.0", attribution="nobody", url="https://example.org/"
)


def place(name: str, lat: float, lon: float, **fields: object) -> Place:
    """A place whose id is made of its name."""
    given = {"id": f"test:{name}", "kind": "city", "country": "XX", "source": GAZETTEER} | fields
    return Place(name=name, at=LatLon(lat, lon), **given)  # type: ignore[arg-type]


def document(text: str, id: str = "d1", **fields: object) -> Document:
    return Document(id=id, text=text, **fields)  # type: ignore[arg-type]


def mention(doc: Document, text: str, at: Place | None, *, nth: int = 0, **fields: object) -> PlacedMention:
    """The nth time that the document says this text."""
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(text, start + 1)
    kind = fields.pop("kind", MentionKind.PLACE)
    given = {"score": 0.9, "why": "only place of the name", "candidate_count": 1} | fields
    if at is not None and "candidates" not in given:
        given["candidates"] = (Candidate(place=at, score=0.9),)
    name = Mention(document=doc.id, start=start, end=start + len(text), text=text, kind=kind)  # type: ignore[arg-type]
    return PlacedMention(mention=name, place=at, **given)  # type: ignore[arg-type]


def part(at: Place, doc: Document | None = None) -> Participant:
    start = doc.text.find(at.name) if doc else -1
    end = start + len(at.name)
    return Participant(place=at, text=at.name, start=None if start < 0 else start, end=None if start < 0 else end)


def length(value: float, unit: str = "km", *, low: float = 0.0, high: float = 0.0, hedge: str = "") -> Quantity:
    return Quantity(
        start=0,
        end=0,
        text=f"{value} {unit}",
        dimension="length",
        value=value,
        unit=unit,
        low=low or value,
        high=high or value,
        hedge=hedge,
    )


def verdict(doc: Document, quote: str, outcome: str = "consistent", **fields: object) -> Verdict:
    """A verdict on a quote of the document; fields of the claim and of the verdict may be given together."""
    of_verdict = {
        k: fields.pop(k) for k in ("rule", "why", "measured", "route", "lines", "score", "sources") if k in fields
    }
    start = doc.text.index(quote)
    kind = fields.pop("kind", ClaimKind.DISTANCE)
    claim = Claim(document=doc.id, start=start, end=start + len(quote), quote=quote, kind=kind, **fields)  # type: ignore[arg-type]
    given = {"rule": "distance.straight", "why": "The stated length and the measured one agree."} | of_verdict
    return Verdict(claim=claim, outcome=Outcome(outcome), **given)  # type: ignore[arg-type]


def straight(a: Place, b: Place) -> tuple[LatLon, ...]:
    assert a.at is not None and b.at is not None
    return geodesic_line(a.at, b.at)
