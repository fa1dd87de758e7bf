"""The strip of what happened when, from the stops of journeys and the times of claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from geomap.records import Claim, Report, TimeSpan
from geomap.writers.page import wording
from geomap.writers.page.cards import Card
from geomap.writers.page.pins import Pin

MAX_LABEL = 90


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a time: where its pin is, and which claim says so."""

    when: str
    machine: str
    label: str
    pin: int
    claim: str
    outcome: str


def days(report: Report, pins: Mapping[str, Pin], cards: Sequence[Card]) -> list[tuple[str, str, list[Event]]]:
    """The events by what is said of their time, in order: words, machine-readable time, and what happened then."""
    found = groupby(events(report, pins, cards), key=lambda event: (event.when, event.machine))
    return [(when, machine, list(group)) for (when, machine), group in found]


def events(report: Report, pins: Mapping[str, Pin], cards: Sequence[Card]) -> list[Event]:
    """All events with a known day, in order of time; each claim once for each time that it tells."""
    found: list[tuple[datetime, int, Event]] = []
    by_id = {card.id: card for card in cards}
    seen: set[str] = set()
    for verdict in report.verdicts:
        claim = verdict.claim
        card = by_id.get(claim.id)
        if card is None or claim.time is None or claim.time.earliest is None or claim.id in seen:
            continue
        seen.add(claim.id)
        pin = card.places[-1].n if card.places else 0
        found.append((claim.time.earliest, len(found), _event(claim.time, claim.quote, pin, card)))
        for span, label, place in _further(claim):
            at = span.earliest or claim.time.earliest
            found.append((at, len(found), _event(span, label, pins[place].n if place in pins else 0, card)))
    for journey in report.journeys:
        for stop in journey.stops:
            if stop.time is None or stop.time.earliest is None or (stop.claim and stop.claim in seen):
                continue
            pin = pins[stop.place.id].n if stop.place.id in pins else 0
            label = f"{wording.ROLES[stop.role].capitalize()} {stop.place.name}"
            found.append((stop.time.earliest, len(found), _event(stop.time, label, pin, by_id.get(stop.claim or ""))))
    found.sort(key=lambda item: item[:2])
    return [event for _, _, event in found]


def _further(claim: Claim) -> Iterator[tuple[TimeSpan, str, str]]:
    """The other times of a claim, each with what is to be said of it and the id of its place."""
    told = {claim.time.start} if claim.time else set()
    for part in (claim.ground, *claim.via, claim.figure):
        if part is None or part.place is None or part.time is None or part.time.earliest is None:
            continue
        if part.start is None or part.time.start in told:
            continue
        told.add(part.time.start)
        yield part.time, f"{'From ' if part.role == 'from' else ''}{part.place.name}, {part.time.text}", part.place.id


def _event(span: TimeSpan, label: str, pin: int, card: Card | None) -> Event:
    at = span.earliest
    grain = {"year": "%Y", "month": "%Y-%m", "hour": "%Y-%m-%dT%H:%M"}.get(span.grain, "%Y-%m-%d")
    text = " ".join(label.split())
    return Event(
        when=wording.when(span),
        machine=at.strftime(grain) if at and at.year >= 1000 else "",
        label=text if len(text) <= MAX_LABEL else text[: MAX_LABEL - 1].rstrip() + "…",
        pin=pin,
        claim=card.id if card else "",
        outcome=card.outcome if card else "",
    )
