"""The protocols between the stages, on one page; `defaults.py` binds each to a class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any, Protocol

from geomap.records import (
    Claim,
    Comparison,
    Document,
    Journey,
    LatLon,
    Line,
    Mention,
    NameSpan,
    NameTraits,
    Place,
    PlacedMention,
    Reading,
    ReadOptions,
    Report,
    Route,
    Rule,
    Source,
    Unread,
    Verdict,
)


class Reader(Protocol):
    """Turns files, folders, streams and texts into documents."""

    def read_paths(self, sources: Sequence[str | Path], options: ReadOptions) -> Iterator[Document | Unread]:
        """The documents of files, folders and "-" (standard input), in order, one by one."""
        ...

    def read_stream(self, stream: IO[Any], options: ReadOptions) -> Iterator[Document | Unread]:
        """The documents of an open file, binary or text."""
        ...

    def read_text(self, text: str, options: ReadOptions) -> Document:
        """A document from a text that is at hand."""
        ...


class Recognizer(Protocol):
    """Finds names of places in a text."""

    def find_mentions(self, document: Document) -> Sequence[Mention]:
        """Mentions in text order, not overlapping."""
        ...


class Gazetteer(Protocol):
    """Knows places by name, by id and by where they lie."""

    def find_places(self, name: str) -> Sequence[Place]:
        """All places of a name (any spelling that normalises alike), most prominent first; a stable order."""
        ...

    def find_names(self, text: str, *, any_start: bool = False) -> Sequence[NameSpan]:
        """All known names in a text, longest match at word boundaries, in text order.

        Starts are limited to capitalised words where the script has them, unless `any_start`.
        """
        ...

    def describe_name(self, name: str) -> NameTraits | None:
        """What is known of a name without fetching its places; None for an unknown name."""
        ...

    def get(self, place_id: str) -> Place | None:
        """The place with this id."""
        ...

    def find_near(self, at: LatLon, *, radius_km: float, limit: int = 10) -> Sequence[tuple[Place, float]]:
        """Populated places around a point with their distance in km, nearest first."""
        ...

    def suggest(self, name: str, *, limit: int = 5) -> Sequence[str]:
        """Known names that are spelt nearly like this one, best first."""
        ...

    def find_sounding(self, name: str) -> Sequence[Place]:
        """Places whose name is the nearest to how this one sounds: one of another script, or cut into its parts."""
        ...

    def outline(self, place_id: str) -> tuple[Line, ...] | None:
        """Rings of an area or the course of a line (a river, a border), coarse; None where none is known."""
        ...

    def members(self, place_id: str) -> frozenset[str]:
        """Codes of the countries ("DE") and first-level regions ("RU.59") that make up a union or vague region.

        Empty where that is not known.
        """
        ...

    def neighbours(self, country: str) -> frozenset[str]:
        """ISO codes of the countries that share a land border with this one."""
        ...

    def find_demonym(self, word: str) -> Sequence[Place]:
        """Places whose people or adjective this word is ("Russian", "Russians", "Parisian"); empty for none."""
        ...

    def find_metonym(self, name: str) -> Sequence[Place]:
        """What a name stands for when it means a government ("Kremlin": Russia, "White House": United States).

        The building itself is among `find_places(name)`; a capital stands for its country by `capital_of`.
        """
        ...

    def find_abbreviation(self, text: str) -> Sequence[Place]:
        """Places that are written so in short; exact in case and periods ("Calif.", "CA", "U.S.", "B.C.", "UAE")."""
        ...

    def capital_of(self, country: str) -> Place | None:
        """The capital of a country (ISO code)."""
        ...

    @property
    def sources(self) -> Sequence[Source]:
        """Where the places come from."""
        ...


class PlaceService(Protocol):
    """Answers over a network for what no gazetteer of this machine knows."""

    def find_places(self, name: str, *, country: str | None = None) -> Sequence[Place]:
        """The places of a name, likeliest first; empty where it knows none or cannot be asked."""
        ...

    def take_problems(self) -> Sequence[str]:
        """What went wrong since this was last asked, a sentence each."""
        ...


class Resolver(Protocol):
    """Decides which place each mention of a document means."""

    def resolve(
        self,
        document: Document,
        mentions: Sequence[Mention],
        *,
        outlet: str | None = None,
        fixed: Mapping[str, str] | None = None,
    ) -> Sequence[PlacedMention]:
        """One result for each mention, in order; `fixed` maps a name to a place id that the user has set."""
        ...


class Network(Protocol):
    """Knows ways between places."""

    def route(self, stops: Sequence[Place], *, mode: str = "rail", by: str = "") -> Route | None:
        """The way through the stops; None where this network does not know the mode or does not reach a stop.

        `by` is "km" for the shortest way, "time" for the fastest by the classes of lines, "" for the usual one.
        """
        ...

    def explain(self, route: Route) -> Route:
        """A route of this network; if it has no length, with a reason that is looked for longer than `route` does."""
        ...

    def estimate(self, start: Place, end: Place, *, mode: str) -> Route:
        """A length by circuity with its spread, marked as an estimate; for where no network is known."""
        ...

    def alternatives(self, start: Place, end: Place, *, mode: str = "rail", limit: int = 3) -> Sequence[Route]:
        """The shortest ways that differ from each other, shortest first."""
        ...


class Checker(Protocol):
    """Finds and judges one kind of claim."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        ...

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        ...

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim; never raises on a messy one."""
        ...


class Reviser(Protocol):
    """Judges anew what only the other statements of a text make checkable."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `revise` can fire."""
        ...

    def revise(self, reading: Reading, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
        """The verdicts on one text, as many and in the same order."""
        ...


class Account(Protocol):
    """Tells what several claims say together."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that a comparison can name."""
        ...

    def compare(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Comparison]:
        """Comparisons, without ids."""
        ...


class JourneyTeller(Protocol):
    """Puts stops and times in order."""

    def find_journeys(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Journey]:
        """The journeys that the documents tell, without ids."""
        ...


class Writer(Protocol):
    """Puts a report into one format."""

    def write(self, report: Report) -> str | bytes:
        """The whole file."""
        ...
