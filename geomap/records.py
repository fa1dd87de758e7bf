"""The frozen records that move from stage to stage; nothing here computes more than a property."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What a check concludes, from best to worst, then "cannot say"."""

    CONSISTENT = "consistent"
    DOUBTFUL = "doubtful"
    INCONSISTENT = "inconsistent"
    UNVERIFIABLE = "unverifiable"


class MentionKind(StrEnum):
    """How a name is used: a place, its government, an adjective, or a part of a longer name."""

    PLACE = "place"
    METONYM = "metonym"
    DEMONYM = "demonym"
    EMBEDDED = "embedded"


class ClaimKind(StrEnum):
    """What a claim is about; a statement of distance and direction is one claim of kind DISTANCE."""

    DISTANCE = "distance"
    DIRECTION = "direction"
    TRAVEL_TIME = "travel_time"
    SPEED = "speed"
    ARITHMETIC = "arithmetic"
    CONTAINMENT = "containment"
    PROXIMITY = "proximity"
    ROUTE = "route"
    SCHEDULE = "schedule"
    BETWEEN = "between"
    TRIANGLE = "triangle"
    CALENDAR = "calendar"


class Modality(StrEnum):
    """How a statement is put: as fact, as plan, as mere possibility, or denied."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    NEGATED = "negated"


class StopRole(StrEnum):
    """What a place is to a journey."""

    FROM = "from"
    VIA = "via"
    TO = "to"
    PASSED = "passed"
    PLANNED = "planned"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact came from, as the page and the report name it."""

    name: str
    version: str = ""
    licence: str = ""
    attribution: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class LatLon:
    """A point on the WGS84 ellipsoid, in degrees; only writers and geodesy turn it around."""

    lat_deg: float
    lon_deg: float


Line = tuple[LatLon, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text, with what is known about it.

    `text` is the text as read (after a byte order mark), and every offset in a report counts its characters.
    `body_start` is where a header of title, date and outlet lines ends.
    """

    id: str
    text: str
    source: str = ""
    title: str | None = None
    date: date | None = None
    outlet: str | None = None
    url: str | None = None
    body_start: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How inputs are read: `day` dates a document without a date, `encoding` and `max_bytes` hold for each input."""

    day: date | None = None
    outlet: str | None = None
    encoding: str | None = None
    max_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An input, or a line of one, that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the world.

    `admin1` is the first-level region's name and `admin1_code` its GeoNames code ("RU.59"); `radius_km` is how far the
    place reaches from its point, from its area or its population; `at` is None for what has no point (a bloc).
    """

    id: str
    name: str
    at: LatLon | None
    kind: str
    country: str | None = None
    admin1: str | None = None
    admin1_code: str | None = None
    admin2_code: str | None = None
    population: int = 0
    radius_km: float = 1.0
    source: Source = field(default_factory=lambda: Source(name="unknown"))


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A stretch of text that the gazetteer knows as a name."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTraits:
    """What the gazetteer knows of a name without fetching its places.

    `kinds` are the kinds among its places; `common` marks names that are mostly ordinary words.
    """

    count: int
    population: int
    kinds: frozenset[str]
    common: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name as it stands in a text: `text[start:end] == self.text`.

    `kind_hint` is the kind that the wording asks for ("river" for "the Razdolnaya River"), `name` the part to look up
    where that is less than the text, `confidence` how sure the recogniser is that this is a name of a place.
    """

    document: str
    start: int
    end: int
    text: str
    kind: MentionKind = MentionKind.PLACE
    name: str | None = None
    kind_hint: str | None = None
    confidence: float = 1.0
    why: str = ""

    @property
    def lookup_name(self) -> str:
        """The name to look up."""
        return self.name if self.name is not None else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention might mean, and how likely that is (0 to 1)."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMention:
    """A mention with its place, or with the reason why it has none.

    `candidates` are the best alternatives, the chosen one first; `candidate_count` counts all places of that name.
    """

    mention: Mention
    place: Place | None
    score: float
    why: str
    candidates: tuple[Candidate, ...] = ()
    candidate_count: int = 0

    @property
    def start(self) -> int:
        """Where the mention begins."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where the mention ends."""
        return self.mention.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text; `paragraph` counts the paragraphs before it."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A stated amount: `value` in `unit`, meant as `low` to `high` in the same unit.

    `dimension` is "length", "duration" or "speed". Units: km m mi nmi ft yd league verst li; h min s day week month
    year; km/h mph kn m/s. `high` is math.inf for "at least". `pair` is the same amount in the other system
    ("20 km (12 miles)"). `hedge` is the word that softens or bounds it ("about", "at least", …), else "".
    """

    start: int
    end: int
    text: str
    dimension: str
    value: float
    unit: str
    low: float
    high: float
    hedge: str = ""
    pair: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """When something happened: from `earliest` to `latest` (local, end exclusive), as `text` says.

    Both are None where the text's day is unknown ("on Tuesday" in a text without a date); `weekday` (Monday 0) then
    keeps what is known. `grain` is "hour", "daypart", "day", "month", "year" or "period".
    """

    start: int
    end: int
    text: str
    grain: str
    earliest: datetime | None = None
    latest: datetime | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document with all that checkers read in it; mentions are in text order.

    `companions` are the readings of the other documents of the same run, for what only they date or place.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[PlacedMention, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeSpan, ...]
    companions: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A place's part in a claim; `start` is None where the text only implies it, and `why` then says how.

    `role` is what the place is to an event or journey (from via to at passed cross planned not_reached), `time` when.
    """

    place: Place | None
    text: str
    start: int | None = None
    end: int | None = None
    score: float = 1.0
    why: str = ""
    role: str = ""
    time: TimeSpan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a text states about places, before it is checked.

    `figure` is what is located, `ground` what it is located by (for a route or a distance between two places: `ground`
    where it starts, `figure` where it ends); `via` are further places in order (stops; the second end of "between").
    `mode` is rail, road, sea, air, foot, horse, straight or None; `event` a verb of the journey (depart arrive enter
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
class Leg:
    """One leg of a route between neighbouring stations or nodes."""

    start: str
    end: str
    length_km: float
    line: str
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way over a network, or an estimate of one; `length_km` is None where no network connects the stops.

    `length_source` says where the kilometres come from; `stations` are (name, point, km from the start).
    """

    mode: str
    stops: tuple[Place, ...]
    length_km: float | None
    length_source: str
    straight_km: float
    low_km: float | None = None
    high_km: float | None = None
    legs: tuple[Leg, ...] = ()
    stations: tuple[tuple[str, LatLon, float], ...] = ()
    gauge_breaks: tuple[str, ...] = ()
    borders: tuple[str, ...] = ()
    geometry: tuple[Line, ...] = ()
    sources: tuple[Source, ...] = ()
    estimated: bool = False
    why: str = ""
    id: str = ""


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
