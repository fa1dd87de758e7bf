"""Where a journey is said to end, as long as no text tells that it got there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from geomap.accounts.nearby import same_place
from geomap.accounts.plans import ended_elsewhere
from geomap.accounts.sightings import Sighting, Trip
from geomap.accounts.stops import find_trips, spoken
from geomap.calendar_dates import find_anchor
from geomap.records import ClaimKind, Comparison, Modality, Outcome, Reading, Rule, Verdict

RULES = (
    Rule(
        id="destination.open",
        kind="destination",
        text="Several places are told as the end of one journey; they are shown as competing versions, the later "
        "text first.",
    ),
)


class Destinations:
    """Tells which ends of the main journey compete."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that a comparison can name."""
        return RULES

    def compare(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Comparison]:
        """A comparison where several ends are told of the journey that the texts tell most of."""
        written = {r.document.id: find_anchor(r.document) for r in readings}
        trips = [trip for trip in find_trips(readings, verdicts)[:1] if not _is_over(trip, written)]
        return spoken(_open_ends(trips, verdicts))


def _is_over(trip: Trip, written: Mapping[str, date | None]) -> bool:
    """Whether a later text tells where a journey ended that was bound for another place."""
    missed = [s for s in trip.sightings if s.role == "not_reached" and not s.is_area]
    return any(ended_elsewhere(trip, s, written) for s in missed)


def _open_ends(trips: Sequence[Trip], verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    """Places that are told as the end of the main journey without being reached."""
    for trip in trips:
        documents = {s.verdict.claim.document for s in trip.sightings}
        ends: list[tuple[str, list[Sighting]]] = []
        for other in (*trip.sightings, *_others(trip, verdicts)):
            if (
                not other.planned
                or other.role in ("from", "via", "cross")
                or not _is_end(other)
                or other.is_area
                or other.verdict.claim.document not in documents
            ):
                continue
            group = next((found for _, found in ends if same_place(found[0].place, other.place)), None)
            if group is None:
                ends.append((other.place.name, [other]))
            else:
                group.append(other)
        ends = _competing(trip, ends)
        moving = any(
            s.verdict.claim.event in ("turn", "plan", "way", "visit", "move", "arrive")
            for _, found in ends
            for s in found
        )
        if len(ends) > 1 and moving:
            told = "; ".join(
                f"{name} ({', '.join(dict.fromkeys('“' + s.verdict.claim.quote + '”' for s in found))})"
                for name, found in ends
            )
            ids = tuple(dict.fromkeys(s.verdict.claim.id for _, found in ends for s in found))
            why = f"several places are told as the end of the journey: {told}"
            yield Comparison(
                id="", kind="destination", claims=ids, outcome=Outcome.UNVERIFIABLE, why=why, rule="destination.open"
            )


def _is_end(s: Sighting) -> bool:
    """Whether a place is the end of what a claim tells, not a stop on the way there."""
    figure = s.verdict.claim.figure
    return s.verdict.claim.event == "turn" or figure is None or figure.place is None or figure.place.id == s.place.id


def _competing(trip: Trip, ends: Sequence[tuple[str, list[Sighting]]]) -> list[tuple[str, list[Sighting]]]:
    """The ends that exclude each other: not those that one text tells as stops of one plan, nor those reached since."""
    reached = [s.place for s in trip.sightings if not s.planned and s.role in ("to", "at", "via")]

    def missed(found: Sequence[Sighting]) -> bool:
        return any(s.role == "not_reached" for s in found)

    ahead = [
        (name, found)
        for name, found in ends
        if missed(found) or not any(same_place(found[0].place, place) for place in reached)
    ]

    def texts(found: Sequence[Sighting]) -> set[str]:
        return {s.verdict.claim.document for s in found if s.verdict.claim.modality is not Modality.POSSIBLE}

    rivals: set[int] = set()
    for (n, (_, a)), (m, (_, b)) in combinations(enumerate(ahead), 2):
        if missed(a) or missed(b) or not texts(a) & texts(b):
            rivals |= {n, m}
    return [end for n, end in enumerate(ahead) if n in rivals]


def _others(trip: Trip, verdicts: Sequence[Verdict]) -> list[Sighting]:
    """Planned meetings and visits of others in the same story: where they are to meet, the traveller is to go."""
    mine = {id(s.verdict) for s in trip.sightings}
    out = []
    for verdict in verdicts:
        claim = verdict.claim
        if (
            id(verdict) in mine
            or claim.kind not in (ClaimKind.SCHEDULE, ClaimKind.ROUTE)
            or verdict.outcome is not Outcome.UNVERIFIABLE
        ):
            continue
        if claim.figure and claim.figure.place and claim.event in ("plan", "meet", "visit", "attend"):
            out.append(
                Sighting(
                    traveller=claim.subject,
                    place=claim.figure.place,
                    role="planned",
                    time=claim.time,
                    verdict=verdict,
                    planned=True,
                    mode=claim.mode,
                )
            )
    return out
