"""The rows of a report turned back into records."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from geomap.records import (
    Candidate,
    Claim,
    ClaimKind,
    Comparison,
    Document,
    Journey,
    LatLon,
    Leg,
    Line,
    Mention,
    MentionKind,
    Modality,
    Outcome,
    Participant,
    Place,
    PlacedMention,
    Quantity,
    Route,
    Source,
    Stop,
    StopRole,
    TimeSpan,
    Verdict,
)
from geomap.writers.report_rows import Row


def document_of(row: Row) -> Document:
    """The document of a row; one without a text keeps its other fields."""
    return Document(
        id=row["id"],
        text=row.get("text") or "",
        source=row.get("source") or "",
        title=row.get("title"),
        date=date.fromisoformat(row["date"]) if row.get("date") else None,
        outlet=row.get("outlet"),
        url=row.get("url"),
        body_start=row.get("body_start", 0),
        notes=tuple(row.get("notes", ())),
    )


def _lines(geometry: Row | None) -> tuple[Line, ...]:
    if geometry is None:
        return ()
    parts = geometry["coordinates"]
    if geometry["type"] == "LineString":
        parts = [parts]
    return tuple(tuple(LatLon(at[1], at[0]) for at in part) for part in parts)


def _bound(row: Row, key: str, otherwise: float) -> float:
    value = row.get(key)
    return otherwise if value is None else value


def _quantity(row: Row | None) -> Quantity | None:
    return None if row is None else _some_quantity(row)


def _some_quantity(row: Row) -> Quantity:
    return Quantity(
        start=row.get("start", 0),
        end=row.get("end", 0),
        text=row.get("text", f"{row['value']:g} {row['unit']}"),
        dimension=row.get("dimension", "length"),
        value=row["value"],
        unit=row["unit"],
        low=_bound(row, "low", -math.inf),
        high=_bound(row, "high", math.inf),
        hedge=row.get("hedge", ""),
        pair=_quantity(row.get("pair")),
    )


def _span(row: Row | None) -> TimeSpan | None:
    return None if row is None else _some_span(row)


def _some_span(row: Row) -> TimeSpan:
    return TimeSpan(
        start=row["start"],
        end=row["end"],
        text=row["text"],
        grain=row["grain"],
        earliest=datetime.fromisoformat(row["earliest"]) if row.get("earliest") else None,
        latest=datetime.fromisoformat(row["latest"]) if row.get("latest") else None,
        weekday=row.get("weekday"),
    )


@dataclass(frozen=True, slots=True)
class References:
    """The places, sources and routes that rows refer to."""

    places: dict[str, Place]
    sources: dict[str, Source]
    routes: dict[str, Route]

    def read_sources(self, rows: Sequence[Row]) -> tuple[Source, ...]:
        """Fill the sources; the listed ones are the report's own."""
        listed = []
        for row in rows:
            names = ("name", "version", "licence", "attribution", "url")
            source = Source(**{name: str(row.get(name) or "") for name in names})
            self.sources[row.get("reference", source.name)] = source
            if row.get("listed", True):
                listed.append(source)
        return tuple(listed)

    def source(self, name: str | None) -> Source:
        """The source of this name; one that is not among the data keeps its name only."""
        return self.sources.get(name or "", Source(name=name or "unknown"))

    def place(self, row: Row) -> Place:
        """The place of a row."""
        has_point = row.get("lat") is not None and row.get("lon") is not None
        return Place(
            id=row["id"],
            name=row["name"],
            at=LatLon(row["lat"], row["lon"]) if has_point else None,
            kind=row.get("kind") or "city",
            country=row.get("country"),
            admin1=row.get("admin1"),
            admin1_code=row.get("admin1_code"),
            admin2_code=row.get("admin2_code"),
            population=row.get("population") or 0,
            radius_km=row.get("radius_km", 1.0),
            source=self.source(row.get("source")),
        )

    def mention(self, row: Row) -> PlacedMention:
        """The mention of a row, with its candidates."""
        return PlacedMention(
            mention=Mention(
                document=row["document"],
                start=row["start"],
                end=row["end"],
                text=row["text"],
                kind=MentionKind(row.get("kind", "place")),
                name=row.get("name"),
                kind_hint=row.get("kind_hint"),
                confidence=row.get("confidence", 1.0),
                why=row.get("found_by", ""),
            ),
            place=self.places[row["place"]] if row.get("place") else None,
            score=row.get("score", 0.0),
            why=row.get("why", ""),
            candidates=tuple(
                Candidate(place=self.places[c["place"]], score=c["score"]) for c in row.get("candidates", ())
            ),
            candidate_count=row.get("candidate_count", 0),
        )

    def route(self, row: Row) -> Route:
        """The route of a row."""
        return Route(
            id=row["id"],
            mode=row["mode"],
            stops=tuple(self.places[place] for place in row.get("stops", ())),
            length_km=row.get("length_km"),
            length_source=row.get("length_source", ""),
            straight_km=row["straight_km"],
            low_km=row.get("low_km"),
            high_km=row.get("high_km"),
            legs=tuple(
                Leg(
                    start=leg["from"],
                    end=leg["to"],
                    length_km=leg["km"],
                    line=leg["line"],
                    source=self.source(leg["source"]),
                    kind=leg.get("kind", ""),
                )
                for leg in row.get("legs", ())
            ),
            stations=tuple((s["name"], LatLon(s["lat"], s["lon"]), s["km"]) for s in row.get("stations", ())),
            gauge_breaks=tuple(row.get("gauge_breaks", ())),
            borders=tuple(row.get("borders", ())),
            geometry=_lines(row.get("geometry")),
            sources=tuple(self.source(name) for name in row.get("sources", ())),
            estimated=row.get("estimated", False),
            why=row.get("why", ""),
            winds=row.get("winds", ""),
        )

    def participant(self, row: Row) -> Participant:
        """The participant of a row."""
        return Participant(
            place=self.places[row["place"]] if row.get("place") else None,
            text=row["text"],
            start=row.get("start"),
            end=row.get("end"),
            score=row.get("score", 1.0),
            why=row.get("why", ""),
            role=row.get("part", ""),
            time=_span(row.get("time")),
            mode=row.get("mode"),
        )

    def _participants(self, row: Row, role: str) -> list[Participant]:
        """The participants of a role; without their rows, the places that stand for them."""
        if "participants" in row:
            return [self.participant(p) for p in row["participants"] if p["role"] == role]
        ids = (row.get("via") or []) if role == "via" else [row.get(role)]
        places = [self.places[place] for place in ids if place]
        return [Participant(place=place, text=place.name) for place in places]

    def claim(self, row: Row) -> Claim:
        """The claim of a row, without its verdict."""
        return Claim(
            id=row["id"],
            document=row["document"],
            start=row["start"],
            end=row["end"],
            quote=row["quote"],
            kind=ClaimKind(row["kind"]),
            figure=next(iter(self._participants(row, "figure")), None),
            ground=next(iter(self._participants(row, "ground")), None),
            via=tuple(self._participants(row, "via")),
            mode=row.get("mode"),
            hedge=row.get("hedge") or "",
            stated=_quantity(row.get("stated")),
            quantities=tuple(_some_quantity(q) for q in row.get("quantities", ())),
            direction=row.get("direction"),
            event=row.get("event"),
            time=_span(row.get("time")),
            times=tuple(_some_span(span) for span in row.get("times", ())),
            subject=row.get("subject"),
            speaker=row.get("speaker"),
            modality=Modality(row.get("modality", "asserted")),
            score=row.get("certainty", 1.0),
            alternatives=tuple(self.claim(other) for other in row.get("alternatives", ())),
            notes=tuple(row.get("notes", ())),
        )

    def verdict(self, row: Row) -> Verdict:
        """The claim of a row with its verdict."""
        return Verdict(
            claim=self.claim(row),
            outcome=Outcome(row["verdict"]),
            rule=row["rule"],
            why=row["why"],
            measured={name: math.inf if value is None else value for name, value in row.get("measured", {}).items()},
            route=self.routes.get(row["route"]) if row.get("route") else None,
            lines=_lines(row.get("lines")),
            score=row.get("score", 1.0),
            sources=tuple(self.source(name) for name in row.get("sources", ())),
        )

    def comparison(self, row: Row) -> Comparison:
        """The comparison of a row."""
        return Comparison(
            id=row["id"],
            kind=row["kind"],
            claims=tuple(row["claims"]),
            outcome=Outcome(row["verdict"]),
            why=row["why"],
            rule=row.get("rule", ""),
            sources=tuple(self.source(name) for name in row.get("sources", ())),
        )

    def journey(self, row: Row) -> Journey:
        """The journey of a row."""
        return Journey(
            id=row["id"],
            mode=row["mode"],
            document=row.get("document"),
            stops=tuple(
                Stop(
                    place=self.places[stop["place"]],
                    role=StopRole(stop["role"]),
                    time=_span(stop.get("span")),
                    claim=stop.get("claim"),
                    document=stop.get("document"),
                )
                for stop in row.get("stops", ())
            ),
            length_km=row.get("length_km"),
            length_source=row.get("length_source", ""),
            geometry=_lines(row.get("geometry")),
            planned=_lines(row.get("planned")),
            subject=row.get("subject"),
        )
