"""A text and what is read in it: names, sentences, amounts, times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from geomap.records.words import MentionKind
from geomap.records.world import Place


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
