"""Stages that obey the protocols and know four cities, so that the edges can be tested without the built index."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import factories

from geomap.pipeline import Pipeline
from geomap.records import (
    Candidate,
    Claim,
    ClaimKind,
    Comparison,
    Document,
    Journey,
    Line,
    Mention,
    NameSpan,
    NameTraits,
    Outcome,
    Place,
    PlacedMention,
    Reading,
    Rule,
    Source,
    Tolerance,
    Verdict,
)

PLACES = {place.name: place for place in (factories.LYON, factories.MARSEILLE, factories.NICE)}


class FakeGazetteer:
    """Lyon, Marseille and Nice."""

    sources: Sequence[Source] = (factories.GAZETTEER,)

    def find_places(self, name: str) -> Sequence[Place]:
        return [PLACES[name]] if name in PLACES else []

    def find_names(self, text: str, *, any_start: bool = False) -> Sequence[NameSpan]:
        return []

    def describe_name(self, name: str) -> NameTraits | None:
        return None

    def get(self, place_id: str) -> Place | None:
        return next((place for place in PLACES.values() if place.id == place_id), None)

    def find_near(self, at: object, *, radius_km: float, limit: int = 10) -> Sequence[tuple[Place, float]]:
        return []

    def suggest(self, name: str, *, limit: int = 5) -> Sequence[str]:
        return []

    def find_sounding(self, name: str) -> Sequence[Place]:
        return []

    def outline(self, place_id: str) -> tuple[Line, ...] | None:
        return None

    def neighbours(self, country: str) -> frozenset[str]:
        return frozenset()


class FakeRecognizer:
    """Finds the three cities by their names."""

    def __init__(self, name: str = "") -> None:
        self.name = name

    def find_mentions(self, document: Document) -> Sequence[Mention]:
        return [
            Mention(document=document.id, start=m.start(), end=m.end(), text=m.group())
            for m in re.finditer("|".join(PLACES), document.text)
        ]


class FakeResolver:
    """Takes the only place of a name, or the fixed one."""

    def resolve(
        self,
        document: Document,
        mentions: Sequence[Mention],
        *,
        outlet: str | None = None,
        fixed: Mapping[str, str] | None = None,
    ) -> Sequence[PlacedMention]:
        found = []
        for mention in mentions:
            place = FakeGazetteer().get((fixed or {}).get(mention.text, "")) or PLACES[mention.text]
            found.append(
                PlacedMention(
                    mention=mention,
                    place=place,
                    score=0.9,
                    why="known",
                    candidates=(Candidate(place=place, score=0.9),),
                    candidate_count=1,
                )
            )
        return found


class FakeChecker:
    """Judges every "N km": under 100 consistent, under 1,000 doubtful, else inconsistent."""

    rules: Sequence[Rule] = (
        Rule(
            id="fake.length",
            kind="distance",
            text="A length under 100 km is believed, for the tests' sake.",
            tolerances=(Tolerance(name="limit", value=100, unit="km", reason="round", source="chosen by us"),),
        ),
    )

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        return [
            Claim(
                document=reading.document.id,
                start=m.start(),
                end=m.end(),
                quote=m.group(),
                kind=ClaimKind.DISTANCE,
            )
            for m in re.finditer(r"\d{1,9} km", reading.document.text)
        ]

    def judge(self, claim: Claim) -> Verdict:
        length = int(claim.quote.split()[0])
        outcome = Outcome.CONSISTENT if length < 100 else Outcome.DOUBTFUL if length < 1000 else Outcome.INCONSISTENT
        return Verdict(claim=claim, outcome=outcome, rule="fake.length", why=f"{length} km does not match.")


class FakeJourneys:
    """Tells no journey."""

    def find_journeys(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Journey]:
        return []


class FakeAccount:
    """Compares nothing."""

    rules: Sequence[Rule] = ()

    def compare(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Comparison]:
        return []


def pipeline(*, online: bool = False, recognizer_name: str = "") -> Pipeline:
    """A pipeline of these stages."""
    return Pipeline(
        recognizer=FakeRecognizer(),
        resolver=FakeResolver(),
        checkers=[FakeChecker()],
        accounts=[FakeAccount()],
        journeys=FakeJourneys(),
        sources=(factories.GAZETTEER,),
        version="0.0",
    )
