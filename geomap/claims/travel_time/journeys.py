"""Times of journeys whose ends a sentence leaves to those before it: "the drive takes T", "trains need T"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from geomap.claims.distance.find import DistanceFinder
from geomap.claims.patterns import JOURNEY, PAIR, TRAVEL
from geomap.claims.signs import AREAS
from geomap.claims.told import Told
from geomap.claims.travel_time.shapes import (
    ALONE,
    CARRIED_FOR,
    DID_IT,
    GO_ON,
    INTO,
    IT_NEEDS,
    ONE_END,
    REACHED_IN,
    STOPS,
    TAKES,
    THE,
    TO_REACH,
    TRIP_TO,
    VEHICLES_NEED,
    WHOLE_TRIP,
)
from geomap.claims.wording import Worder, Wording
from geomap.records import Participant, Reading

# A journey is told near the start of a text or not at all.
MAX_TOLD = 80
_TRAVELLED = re.compile(rf"\b(?:{JOURNEY}|{TRAVEL})\b")


@dataclass(frozen=True, slots=True)
class Journey:
    """The known ends of a journey, one of them at least, and where in the line its words begin."""

    start: Participant | None
    end: Participant | None
    at: int


class Journeys:
    """Finds the journey that a time is told of."""

    def __init__(self, told: Told, distances: DistanceFinder) -> None:
        self._told = told
        self._distances = distances

    def find(self, reading: Reading, wording: Wording, at: int) -> Journey | None:
        """The journey of a time of which the sentence names one end or none; None where no journey is spoken of."""
        line = wording.line
        if (one := ONE_END.search(line, max(0, at - 120), at)) is not None:
            named = self._distances.named(reading, wording, *one.span("a" if one["a"] else "b"))
            start, end = (named, None) if one["a"] else (None, named)
            ends = self._told.ends(reading, wording, one.start(), start=start, end=end)
            return Journey(*(ends or (start, end)), one.start())
        if (reached := REACHED_IN.search(line, max(0, at - 120), at)) is not None:
            goal = self._distances.named(reading, wording, *reached.span("b")) if reached["b"] else None
            ends = self._told.ends(reading, wording, reached.start(), end=goal)
            return Journey(*ends, reached.start()) if ends is not None else None
        whole = WHOLE_TRIP.search(line, max(0, at - 90), at)
        of_the = ALONE.match(line, at + 1) and THE.search(line, max(0, at - 24), at)
        by = None if whole or of_the else _way_before(line, at)
        if not (whole or of_the or by):
            return None
        stated = wording.sign(line[at]).quantity
        if whole and " trip " in whole[0] and stated is not None and stated.unit not in {"h", "min"}:
            return None  # "the trip lasts three days" is a visit
        if whole and whole["of"]:
            ends = self._told.ends(reading, wording, whole.start())
            return Journey(*ends, whole.start()) if ends is not None else None
        if any(place < at for place, _ in wording.of_sort("place")):
            first = whole or by
            return self._same_sentence(reading, wording, first.start()) if first else None
        ends = None if by else self._told.ends(reading, wording, at)
        ends = ends or self._distances.pair_before(reading, wording)
        ends = ends or (self._told.ends(reading, wording, at) if by else None)
        told = whole or by
        return Journey(*ends, told.start() if told else at) if ends is not None else None

    def apposed(self, reading: Reading, wording: Wording, at: int) -> Journey | None:
        """The journey that a sentence tells and then sums up: "had left X and was bound for Y, a trip that takes T".

        Or the one that it takes a time to make: "it takes T to reach Y", "a T journey to Y".
        """
        line = wording.line
        reached = TO_REACH.match(line, at + 1) if is_taken(line, at) else None
        if (end := self._goal(reading, wording, at, reached)) is not None:
            if reached is not None and reached["a"]:
                return Journey(self._distances.named(reading, wording, *reached.span("a")), end, at)
            ends = self._told.ends(reading, wording, at, end=end)
            return Journey(*ends, at) if ends is not None else Journey(None, end, at)
        whole = WHOLE_TRIP.search(line, max(0, at - 90), at)
        if whole is None or not whole["of"]:
            return None
        ends = self._told.ends(reading, wording, whole.start(), back=0)
        return Journey(*ends, whole.start()) if ends is not None else None

    def _goal(self, reading: Reading, wording: Wording, at: int, reached: re.Match[str] | None) -> Participant | None:
        """Where the way ends that a time is told of: "T to reach Y", "a T journey to Y", "driven for T to Y"."""
        line = wording.line
        if reached is None and CARRIED_FOR.search(line, max(0, at - 90), at):
            reached = INTO.match(line, at + 1)
        if reached is not None:
            return self._distances.named(reading, wording, *reached.span("b"))
        trip = TRIP_TO.match(line, at + 1)
        return self._distances.ground(reading, wording, trip) if trip is not None else None

    def _same_sentence(self, reading: Reading, wording: Wording, at: int) -> Journey | None:
        """The journey that the sentence itself told: "the ferry to X leaves Y at noon; the crossing takes T"."""
        ends = self._told.ends(reading, wording, at)
        named = {s.place.place.id for _, s in wording.of_sort("place") if s.place is not None and s.place.place}
        if ends is None or not all(end.place is not None and end.place.id in named for end in ends):
            return None
        return Journey(*ends, at)

    def whole(self, worder: Worder, reading: Reading) -> tuple[Participant, Participant] | None:
        """Start and end of the one journey that the document names from start to end; None where it names others."""
        found: list[tuple[Participant, Participant]] = []
        for sentence in reading.sentences[:MAX_TOLD]:
            told = worder.plain(reading, sentence)
            match = PAIR.search(told.line)
            if match is not None and _TRAVELLED.search(told.line[max(0, match.start() - 60) : match.end() + 30]):
                start, end = (self._distances.named(reading, told, *match.span(group)) for group in ("a", "b"))
                if _is_wide(start) and _is_wide(end):
                    continue
                if found and _ids(found[0]) != _ids((start, end)):
                    return None
                found.append((start, end))
        if not found:
            return None
        why = "the journey that the text tells elsewhere"
        start, end = (replace(p, start=None, end=None, score=0.6 * p.score, why=why) for p in found[0])
        return start, end


def is_taken(line: str, at: int) -> bool:
    """Whether the words before a time make it the time of a way: "it takes T", "is to go another T"."""
    return bool(TAKES.search(line, max(0, at - 48), at) or GO_ON.search(line, max(0, at - 48), at))


def _is_wide(end: Participant) -> bool:
    """Whether an end is an area, from no point of which the time of a journey counts."""
    return end.place is not None and end.place.kind in AREAS


def _ids(ends: tuple[Participant, Participant]) -> frozenset[str]:
    return frozenset(p.place.id if p.place is not None else p.text for p in ends)


def _way_before(line: str, at: int) -> re.Match[str] | None:
    """The words by which a time is told of the way that the sentence before was about: "buses need T"."""
    needs = IT_NEEDS.search(line, max(0, at - 60), at) if STOPS.match(line, at + 1) else None
    return VEHICLES_NEED.search(line, max(0, at - 120), at) or DID_IT.search(line, max(0, at - 70), at) or needs
