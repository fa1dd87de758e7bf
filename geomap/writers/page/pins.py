"""The places of a report, numbered as their pins, with what is known of how sure they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from geomap.records import (
    BORDERED,
    DIVISIONS,
    LANDSCAPES,
    WATERS,
    Candidate,
    LatLon,
    MentionKind,
    Participant,
    Place,
    PlacedMention,
    Report,
)
from geomap.writers.page.countries import country_name

# Below this score another place of the name is about as likely; the ring and the table then say so.
UNSURE_BELOW = 0.6
ALTERNATIVES = 5
# Kinds whose point only stands for an area: they get a square, and do not decide what the map shows at first.
AREAS = BORDERED | (WATERS - {"canal"}) | LANDSCAPES | {"island", "railway", "road", "border"}
# Singapore, Luxembourg or a lake: an area whose point is as good as a town's on a map of a story.
SMALL_AREA_KM = 60.0
COMPACT = DIVISIONS | {"island", "lake", "park"}
_CODES = {"city": "town or city", "union": "union of states", "vague": "loose region", "historic": "former country"}


@dataclass(slots=True)
class Pin:
    """A place on the page: its number, how often and how surely it was meant, and what else the name could mean."""

    n: int
    place: Place
    texts: list[str] = field(default_factory=list)
    mentions: int = 0
    score: float = 0.0
    why: str = ""
    namesakes: int = 0
    candidates: tuple[Candidate, ...] = ()

    @property
    def at(self) -> LatLon | None:
        """Where the pin stands."""
        return self.place.at

    @property
    def is_area(self) -> bool:
        """Whether the point stands for an area."""
        return self.place.kind in AREAS

    @property
    def is_wide(self) -> bool:
        """Whether it is an area so large, or of so unknown a size, that its point says little of where the story is."""
        round_and_small = self.place.kind in COMPACT and 0 < self.place.radius_km <= SMALL_AREA_KM
        return self.is_area and not round_and_small

    @property
    def unsure(self) -> bool:
        """Whether another place of the name is about as likely."""
        return bool(self.mentions) and self.namesakes > 1 and self.score < UNSURE_BELOW

    @property
    def where(self) -> str:
        """The region and country, as far as known."""
        return where(self.place)

    @property
    def kind(self) -> str:
        """The kind in words."""
        return _CODES.get(self.place.kind, self.place.kind)

    @property
    def alternatives(self) -> list[Candidate]:
        """The best other places of the name, at most five."""
        return [c for c in self.candidates if c.place.id != self.place.id and c.place.at is not None][:ALTERNATIVES]

    @property
    def note(self) -> str:
        """How sure this place is, in one line."""
        if not self.mentions:
            return self.why or "not named in the text; a claim implies it"
        sure = f"unsure, {sureness(self.score)}" if self.unsure else f"{sureness(self.score)} sure"
        return sure + (f"; 1 of {self.namesakes:,} places with this name" if self.namesakes > 1 else "")


def where(place: Place) -> str:
    """The region and country of a place, as far as they are known and not its own name."""
    parts = (place.admin1, country_name(place.country))
    return ", ".join(p for p in parts if p and p != place.name)


def sureness(score: float) -> str:
    """A score as the share of such places that are right: "97 %", and never quite all of them."""
    return f"{min(99, round(score * 100))} %"


def number(report: Report) -> dict[str, Pin]:
    """Pins by place id, numbered in the order in which the texts first name them.

    Literal mentions come first, then places that only a claim or a journey implies. Metonyms and demonyms get none.
    """
    pins: dict[str, Pin] = {}
    order = {d.id: n for n, d in enumerate(report.documents)}
    for mention in sorted(report.mentions, key=lambda m: (order.get(m.mention.document, 0), m.start)):
        if mention.place is not None and mention.mention.kind == MentionKind.PLACE and mention.place.at is not None:
            _count(pins, mention, mention.place)
    for part in _participants(report):
        if part.place is not None and part.place.at is not None and part.start is None:
            pins.setdefault(part.place.id, Pin(n=len(pins) + 1, place=part.place, why=part.why))
    for journey in report.journeys:
        for stop in journey.stops:
            if stop.place.at is not None:
                pins.setdefault(stop.place.id, Pin(n=len(pins) + 1, place=stop.place))
    return pins


def _count(pins: dict[str, Pin], mention: PlacedMention, place: Place) -> None:
    pin = pins.get(place.id)
    if pin is None:
        pin = pins[place.id] = Pin(n=len(pins) + 1, place=place)
    pin.mentions += 1
    if mention.mention.text not in pin.texts:
        pin.texts.append(mention.mention.text)
    if mention.score >= pin.score:
        pin.score, pin.why = mention.score, mention.why
        pin.candidates, pin.namesakes = mention.candidates, mention.candidate_count


def _participants(report: Report) -> Iterable[Participant]:
    for verdict in report.verdicts:
        claim = verdict.claim
        yield from (p for p in (claim.ground, *claim.via, claim.figure) if p is not None)


def without_place(report: Report) -> list[tuple[str, str, int]]:
    """Names that look like places and have none: the text, why, and how often."""
    found: dict[tuple[str, str], int] = {}
    for mention in report.mentions:
        if mention.place is None and mention.mention.kind == MentionKind.PLACE:
            key = (mention.mention.text, mention.why)
            found[key] = found.get(key, 0) + 1
    return [(text, why, count) for (text, why), count in found.items()]


def pins_of_claim(claim_parts: Iterable[Participant | None], pins: Mapping[str, Pin]) -> list[int]:
    """The numbers of the pins that take part in a claim, in order, each once."""
    out: list[int] = []
    for part in claim_parts:
        if part is not None and part.place is not None and part.place.id in pins:
            n = pins[part.place.id].n
            if n not in out:
                out.append(n)
    return out
