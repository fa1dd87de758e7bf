"""What the cards of claims, comparisons and journeys show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geomap.records import Claim, Comparison, Journey, Outcome, Report, Verdict
from geomap.writers.page import wording
from geomap.writers.page.pins import AREAS, Pin, pins_of_claim


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a card: `size` is 0 to 1 of the longest, `low` and `high` bound what is stated."""

    kind: str
    label: str
    text: str
    size: float
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True, slots=True)
class Card:
    """A claim as its card shows it."""

    id: str
    n: int
    document: str
    outcome: str
    verdict: str
    delta: str
    kind: str
    quote: str
    bars: list[Bar]
    facts: list[tuple[str, str]]
    why: str
    rule: str
    sources: list[str]
    places: list[Pin] = field(default_factory=list)

    @property
    def say(self) -> str:
        """What the live region says."""
        return f"Claim {self.n}, {self.verdict}{f', {self.delta}' if self.delta else ''}: {self.quote}. {self.why}"


def claim_cards(report: Report, pins: Mapping[str, Pin]) -> list[Card]:
    """A card for each verdict, in the report's order."""
    by_number = {pin.n: pin for pin in pins.values()}
    return [_card(n, v, pins, by_number) for n, v in enumerate(report.verdicts, start=1)]


def _card(n: int, verdict: Verdict, pins: Mapping[str, Pin], by_number: Mapping[int, Pin]) -> Card:
    claim = verdict.claim
    numbers = pins_of_claim((claim.ground, *claim.via, claim.figure), pins)
    places = [by_number[i] for i in numbers]
    return Card(
        id=claim.id,
        n=n,
        document=claim.document,
        outcome=verdict.outcome.value,
        verdict=wording.VERDICTS[verdict.outcome],
        delta=delta(verdict),
        kind=wording.KINDS.get(claim.kind, str(claim.kind)),
        quote=claim.quote,
        bars=_bars(verdict),
        facts=[
            *_facts(verdict),
            *(("Unsure place", f"{p.place.name}: {p.note}") for p in places if p.unsure),
            *([("To settle it", remedy)] if (remedy := wording.remedy(verdict.why)) else []),
        ],
        why=wording.plain(verdict.why),
        rule=verdict.rule,
        sources=_names(verdict),
        places=places,
    )


def delta(verdict: Verdict) -> str:
    """The number beside the verdict: how far the statement is from what was measured."""
    claim, measured = verdict.claim, verdict.measured
    quantity = claim.stated
    if verdict.rule.endswith(".direction") and "bearing_error_deg" in measured:
        return f"{measured['bearing_error_deg']:.0f}° off"
    if quantity is not None and quantity.unit in wording.UNIT_KM and quantity.value > 0 and not _from_an_area(claim):
        known = [
            (measured[k], name)
            for k, name in (("route_km", "route"), ("straight_km", "straight line"))
            if measured.get(k)
        ]
        if known:
            km = quantity.value * wording.UNIT_KM[quantity.unit]
            against, name = min(known, key=lambda item: abs(item[0] - km))
            return _off(km / against - 1.0, name, verdict.outcome)
    if "bearing_error_deg" in measured:
        return f"{measured['bearing_error_deg']:.0f}° off"
    for key in ("speed_kmh", "route_kmh", "mean_kmh", "pace_kmh", "straight_kmh"):
        if key in measured:
            return wording.amount(measured[key], "km/h")
    if "bearing_deg" in measured and claim.direction:
        return f"bearing {measured['bearing_deg']:.0f}°"
    return ""


_TO_THE_MIDDLE = {"straight_km", "ratio", "bearing_deg", "bearing_error_deg"}


def _from_an_area(claim: Claim) -> bool:
    """Whether an end is an area, so that the way to its middle says little."""
    return any(p is not None and p.place is not None and p.place.kind in AREAS for p in (claim.ground, claim.figure))


def _off(share: float, against: str, outcome: Outcome) -> str:
    if abs(share) < 0.005:
        return f"equals the {against}"
    if outcome in (Outcome.INCONSISTENT, Outcome.DOUBTFUL):
        percent = round(abs(share) * 100, 0 if abs(share) > 0.1 else 1)
        return f"{wording.amount(percent)} % too {'long' if share > 0 else 'short'}"
    return f"{abs(share) * 100:.1f} % {'over' if share > 0 else 'under'} the {against}"


def _bars(verdict: Verdict) -> list[Bar]:
    """Bars for what is stated, the route and the straight line, in the unit of the statement."""
    quantity = verdict.claim.stated
    if quantity is None or quantity.unit not in wording.UNIT_KM or _from_an_area(verdict.claim):
        return []
    unit_km = wording.UNIT_KM[quantity.unit]
    rows = [("stated", "stated", quantity.value)]
    route, straight = verdict.measured.get("route_km"), verdict.measured.get("straight_km")
    mode = verdict.claim.mode or (verdict.route.mode if verdict.route else "") or "route"
    if route:
        rows.append(("route", "route" if mode == "straight" else mode, route / unit_km))
    if straight:
        rows.append(("straight", "straight", straight / unit_km))
    longest = max(value for _, _, value in rows)
    if len(rows) < 2 or not 0 < longest < float("inf"):
        return []
    low, high = quantity.low / longest, min(quantity.high / longest, 1.08)
    bounds = (max(low, 0.0), high) if quantity.low < quantity.high else (0.0, 0.0)
    return [
        Bar(kind, label, _rounded(value, quantity.unit), value / longest, *(bounds if kind == "stated" else (0.0, 0.0)))
        for kind, label, value in rows
    ]


def _rounded(value: float, unit: str) -> str:
    return wording.amount(round(value, 1) if value < 100 else round(value), unit)


def _facts(verdict: Verdict) -> list[tuple[str, str]]:
    claim = verdict.claim
    facts: list[tuple[str, str]] = []
    shown = {"straight_km", "route_km", *(["stated_km"] if claim.stated and claim.stated.unit == "km" else [])}
    shown = shown if _bars(verdict) else set()
    hidden = shown | (_TO_THE_MIDDLE if _from_an_area(claim) else set())
    if claim.stated is not None and (not shown or claim.stated.hedge):
        facts.append(("Stated", wording.stated(claim.stated)))
    if claim.direction:
        facts.append(("Stated direction", wording.compass(claim.direction)))
    if claim.time is not None:
        facts.append(("When", wording.when(claim.time)))
    known = {k: v for k, v in verdict.measured.items() if k not in hidden and v == v and abs(v) < 1e12}
    facts += [wording.measure(k, v) for k, v in known.items()]
    if claim.modality in wording.MODALITIES:
        facts.append(("Put as", wording.MODALITIES[claim.modality]))
    if claim.speaker:
        facts.append(("Said by", claim.speaker))
    # Other notes are for the checkers among themselves.
    facts += [("Last time", note.removeprefix("last: ")) for note in claim.notes if note.startswith("last: ")]
    return facts


def _names(verdict: Verdict) -> list[str]:
    """What the verdict rests on: where the way's kilometres come from, then the data."""
    way = [f"Way: {verdict.route.length_source}"] if verdict.route and verdict.route.length_source else []
    return list(dict.fromkeys([*way, *(f"{s.name} {s.version}".strip() for s in verdict.sources)]))


@dataclass(frozen=True, slots=True)
class ComparisonCard:
    """Several claims held against each other, with their quotes."""

    id: str
    n: int
    outcome: str
    verdict: str
    kind: str
    why: str
    rule: str
    claims: list[Card]


def comparison_cards(comparisons: Sequence[Comparison], cards: Sequence[Card]) -> list[ComparisonCard]:
    """A card for each comparison, those that matter most first."""
    by_id = {card.id: card for card in cards}
    ranked = sorted(comparisons, key=lambda c: wording.URGENCY.index(c.outcome))
    return [
        ComparisonCard(
            id=c.id,
            n=n,
            outcome=c.outcome.value,
            verdict=wording.VERDICTS[c.outcome],
            kind=c.kind.replace("_", " ").capitalize(),
            why=wording.plain(c.why),
            rule=c.rule,
            claims=[by_id[i] for i in c.claims if i in by_id],
        )
        for n, c in enumerate(ranked, start=1)
    ]


@dataclass(frozen=True, slots=True)
class JourneyStop:
    """A stop of a journey: its pin if it has one, its name, and what it is to the journey."""

    pin: int
    name: str
    role: str
    light: bool
    when: str
    claim: str


@dataclass(frozen=True, slots=True)
class JourneyCard:
    """A journey as its card shows it."""

    id: str
    n: int
    document: str
    title: str
    length: str
    source: str
    stops: list[JourneyStop]


def journey_cards(journeys: Sequence[Journey], pins: Mapping[str, Pin]) -> list[JourneyCard]:
    """A card for each journey, in the report's order."""
    out = []
    for n, journey in enumerate(journeys, start=1):
        length = f"{wording.amount(round(journey.length_km), 'km')}" if journey.length_km else ""
        out.append(
            JourneyCard(
                id=journey.id,
                n=n,
                document=journey.document or "",
                title=" ".join(filter(None, (journey.subject, wording.by(journey.mode)))),
                length=length,
                source=journey.length_source,
                stops=_stops(journey, pins),
            )
        )
    return out


def _stops(journey: Journey, pins: Mapping[str, Pin]) -> list[JourneyStop]:
    return [
        JourneyStop(
            pin=pins[s.place.id].n if s.place.id in pins else 0,
            name=s.place.name,
            role=wording.ROLES[s.role],
            light=s.role in ("planned", "not_reached"),
            when=wording.when(s.time) if s.time else "",
            claim=s.claim or "",
        )
        for s in journey.stops
    ]


def implied_line(claim: Claim) -> bool:
    """Whether a claim without a line of its own is drawn as a straight line between its places."""
    return claim.kind in ("distance", "direction", "travel_time", "speed", "proximity", "between", "route")
