"""What a text states, what its check found, and what all of it tells together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geomap.records.texts import Document, PlacedMention, Quantity, TimeSpan
from geomap.records.words import ClaimKind, Modality, Outcome, StopRole
from geomap.records.world import Line, Place, Route, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A place's part in a claim; `start` is None where the text only implies it, and `why` then says how.

    `role` is what the place is to an event or journey (from via to at passed cross planned not_reached), `time` when
    and `mode` by what means, where that is told of this place alone.
    """

    place: Place | None
    text: str
    start: int | None = None
    end: int | None = None
    score: float = 1.0
    why: str = ""
    role: str = ""
    time: TimeSpan | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a text states about places, before it is checked.

    `figure` is what is located, `ground` what it is located by (for a route or a distance between two places: `ground`
    where it starts, `figure` where it ends); `via` are further places in order (stops; the second end of "between").
    `mode` is rail, road, sea, air, foot, bicycle, horse, straight or
    None; `event` a verb of the journey (depart arrive enter
    leave pass cross turn bound visit built held meet report …); `direction` a point of the compass ("N", "NNE").
    `quantities` are further amounts that the check needs; `alternatives` other readings, best first.
    """

    document: str
    start: int
    end: int
    quote: str
    kind: ClaimKind
    id: str = ""
    figure: Participant | None = None
    ground: Participant | None = None
    via: tuple[Participant, ...] = ()
    mode: str | None = None
    hedge: str = ""
    stated: Quantity | None = None
    quantities: tuple[Quantity, ...] = ()
    direction: str | None = None
    event: str | None = None
    time: TimeSpan | None = None
    times: tuple[TimeSpan, ...] = ()
    subject: str | None = None
    speaker: str | None = None
    modality: Modality = Modality.ASSERTED
    score: float = 1.0
    alternatives: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """A constant of a check: what it is, why it has this value, and who says so."""

    name: str
    value: float
    unit: str
    reason: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule that a check can fire; `text` is what `geomap explain` tells."""

    id: str
    kind: str
    text: str
    tolerances: tuple[Tolerance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A claim with what its check found: all that a writer may show.

    `measured` holds numbers under the report's names (straight_km, route_km, bearing_deg, ratio, …).
    """

    claim: Claim
    outcome: Outcome
    rule: str
    why: str
    measured: Mapping[str, float] = field(default_factory=dict)
    route: Route | None = None
    lines: tuple[Line, ...] = ()
    score: float = 1.0
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What several claims say together, across documents too; `claims` are claim ids."""

    id: str
    kind: str
    claims: tuple[str, ...]
    outcome: Outcome
    why: str
    rule: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A place on a journey, with when and with the claim that says so."""

    place: Place
    role: StopRole
    time: TimeSpan | None = None
    claim: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A journey that one or more documents tell; `geometry` follows the network where one is known.

    `document` is None where several documents tell it together. `planned` are the lines of legs that were planned or
    not reached.
    """

    id: str
    mode: str
    document: str | None
    stops: tuple[Stop, ...]
    length_km: float | None = None
    length_source: str = ""
    geometry: tuple[Line, ...] = ()
    planned: tuple[Line, ...] = ()
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that was found in some documents, in text order."""

    documents: tuple[Document, ...]
    mentions: tuple[PlacedMention, ...]
    verdicts: tuple[Verdict, ...]
    comparisons: tuple[Comparison, ...] = ()
    journeys: tuple[Journey, ...] = ()
    sources: tuple[Source, ...] = ()
    version: str = ""
