"""Sightings: a traveller at a place, as each claim of schedule and route tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from geomap.calendar_dates import find_anchor, find_times
from geomap.records import ClaimKind, Modality, Outcome, Participant, Place, Reading, TimeSpan, Verdict

# How the rules end by which another place of that name is meant.
ELSEWHERE = ".other-place"
# Whom the text never names is one traveller all the same, and "she" another one than "he".
ALONE = {"he": "he", "his": "he", "she": "she", "her": "she"}
_PRONOUNS = frozenset("he she they it we his her their its".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A traveller at (or planned for) a place, as one claim tells it; `usual` where it only says how one goes."""

    traveller: str | None
    place: Place
    role: str
    time: TimeSpan | None
    verdict: Verdict
    planned: bool
    mode: str | None
    usual: bool = False

    @property
    def is_area(self) -> bool:
        """Whether the place is too wide to be a stop."""
        return self.place.is_wide


@dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """All sightings of one traveller, in the order of the documents; `mode` is what most of them say.

    `told_mode` is the means by which the texts tell of ways between the stops.
    """

    traveller: str | None
    sightings: tuple[Sighting, ...]
    told_mode: str | None = None

    @property
    def mode(self) -> str | None:
        """The means of travel that is told most often."""
        reached = [s for s in self.sightings if not s.planned]
        modes = Counter(s.mode for s in reached or self.sightings if s.mode)
        return modes.most_common(1)[0][0] if modes else self.told_mode


def run_date(readings: Sequence[Reading]) -> date | None:
    """The day of the youngest dated text of a run, for texts without a day."""
    days = [day for reading in readings if (day := find_anchor(reading.document))]
    return max(days) if days else None


def find_sightings(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> list[Sighting]:
    """The sightings of all claims that nothing contradicts; times of undated texts are read from the run's day."""
    redated = _redated(readings)
    astray = _astray(verdicts)
    out = []
    for verdict in verdicts:
        claim = verdict.claim
        if claim.kind not in (ClaimKind.SCHEDULE, ClaimKind.ROUTE) or verdict.outcome is Outcome.INCONSISTENT:
            continue
        if claim.event in ("known", "connect", "service") or (
            claim.modality is Modality.NEGATED and claim.event != "missed"
        ):
            continue
        if "of a line" in claim.notes:  # what a railway passes or crosses, nobody is told to have
            continue
        people = [p for p in (claim.ground, *claim.via, claim.figure) if p is not None and p.place is not None]
        people = [p for p in people if p.place is None or (claim.document, p.place.id) not in astray]
        if claim.event == "plan" and claim.figure is None:
            people = []  # that one means to leave tells of no stop
        rest = [p for p in people if p is not claim.ground]
        if all(p.start is not None and p.role not in ("planned", "bound", "not_reached") for p in rest):
            people.sort(
                key=lambda p: -1 if p is claim.ground or p.start is None else p.start
            )  # as told, the start first
        out += [_sighting(verdict, person, redated) for person in people]
    return out


def _astray(verdicts: Sequence[Verdict]) -> set[tuple[str, str]]:
    """The places, by documents, that the documents' own distances show to be others of their names."""
    out = set()
    for verdict in verdicts:
        ends = [p for p in (verdict.claim.figure, verdict.claim.ground) if p is not None and p.place is not None]
        if verdict.rule.endswith(ELSEWHERE) and len(ends) == 2:
            unsure = min(ends, key=lambda p: p.score)
            assert unsure.place is not None
            out.add((verdict.claim.document, unsure.place.id))
    return out


def _sighting(verdict: Verdict, person: Participant, redated: Mapping[tuple[str, int], TimeSpan]) -> Sighting:
    claim = verdict.claim
    time = person.time
    if time is not None and time.earliest is None:
        time = redated.get((claim.document, time.start), time)
    planned = claim.modality in (Modality.PLANNED, Modality.POSSIBLE) or person.role in (
        "planned",
        "not_reached",
        "bound",
    )
    subject = claim.subject if claim.subject not in _PRONOUNS else ALONE.get(claim.subject or "")
    assert person.place is not None
    return Sighting(
        traveller=subject,
        place=person.place,
        role=person.role,
        time=time,
        verdict=verdict,
        planned=planned,
        mode=person.mode if any(p.mode for p in (claim.ground, *claim.via, claim.figure) if p) else claim.mode,
        usual="the usual way" in claim.notes,
    )


def _redated(readings: Sequence[Reading]) -> dict[tuple[str, int], TimeSpan]:
    """The times of undated texts, as if they were of the run's day."""
    day = run_date(readings)
    out: dict[tuple[str, int], TimeSpan] = {}
    if day is None:
        return out
    for reading in readings:
        if find_anchor(reading.document) is None:
            for span in find_times(replace(reading.document, date=day)):
                out[reading.document.id, span.start] = span
    return out
