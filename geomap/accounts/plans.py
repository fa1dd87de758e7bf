"""Compares what one text announces of a journey with what another tells of it: ends reached as planned, or others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from geomap.accounts.copies import comparison_of
from geomap.accounts.nearby import same_place
from geomap.accounts.sightings import Sighting, Trip
from geomap.accounts.stops import find_trips, spoken
from geomap.calendar_dates import find_anchor
from geomap.records import Comparison, Outcome, Reading, Rule, Verdict

RULES = (
    Rule(
        id="plan.kept",
        kind="schedule",
        text="A stop that one text announces and another tells as made is one statement; where its day differs, the "
        "journey went otherwise than planned, or one of the texts errs.",
    ),
    Rule(
        id="destination.changed",
        kind="destination",
        text="A journey that was bound for one place and, as a later text tells, ended in another had its destination "
        "changed; both statements hold.",
    ),
)
OK, OPEN = Outcome.CONSISTENT, Outcome.UNVERIFIABLE
_CAME = frozenset("arrive enter receive pass stop visit depart move way".split())
_TIMED = frozenset("day daypart hour".split())
# More stops than this of one traveller are a list.
_MOST_STOPS = 60


class Plans:
    """Tells how journeys went that were announced."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that a comparison can name."""
        return RULES

    def compare(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Comparison]:
        """One comparison for each announced stop that another text tells of, and for each end that was given up."""
        if len(readings) < 2:
            return []
        written = {r.document.id: find_anchor(r.document) for r in readings}
        trips = find_trips(readings, verdicts)
        return spoken([c for trip in trips for c in (*_kept(trip), *_changed(trip, written))])


def ended_elsewhere(trip: Trip, missed: Sighting, written: Mapping[str, date | None]) -> Sighting | None:
    """The last arrival of a trip, if a later text than that of a missed end tells of it, at another place."""
    came = [s for s in trip.sightings if _is_made(s) and s.role == "to" and s.verdict.claim.event != "pass"]
    told = written.get(_document(missed))
    later = [s for s in came if told and (day := written.get(_document(s))) and day > told]
    timed = [s for s in later if s.time and s.time.earliest]
    last = max(timed or later, key=lambda s: str(s.time.earliest if s.time else ""), default=None)
    return None if last is None or same_place(last.place, missed.place) else last


def _kept(trip: Trip) -> Iterator[Comparison]:
    """The announced stops of a trip with what another text tells of them."""
    who = trip.traveller or "the traveller"
    done: list[Sighting] = []
    for plan in trip.sightings[:_MOST_STOPS]:
        if not plan.planned or plan.role in ("from", "not_reached") or plan.is_area:
            continue
        made = [s for s in trip.sightings[:_MOST_STOPS] if _is_made(s) and same_place(s.place, plan.place)]
        made = [s for s in made if _document(s) != _document(plan)]
        if not made or any(same_place(plan.place, other.place) for other in done):
            continue
        done.append(plan)
        timed = [s for s in made if _days(s) and _days(plan)]
        apart = next((s for s in timed if not _meet(s, plan)), None)
        one, other = plan.verdict, (apart or (timed or made)[0]).verdict
        quotes = f"{who}: “{one.claim.quote}” was announced, “{other.claim.quote}” is told"
        if apart is None:
            yield comparison_of("schedule", (one, other), OK, "plan.kept", f"{quotes}; the two agree")
        else:
            why = f"{quotes}; the journey went otherwise than announced, or one of the texts errs"
            yield comparison_of("schedule", (one, other), OPEN, "plan.kept", why)


def _changed(trip: Trip, written: Mapping[str, date | None]) -> Iterator[Comparison]:
    """The end that a trip was bound for and did not reach, with the one that it came to."""
    missed = next((s for s in trip.sightings if s.role == "not_reached" and not s.is_area), None)
    end = ended_elsewhere(trip, missed, written) if missed is not None else None
    if missed is None or end is None or any(_is_made(s) and same_place(s.place, missed.place) for s in trip.sightings):
        return
    why = (
        f"{trip.traveller or 'the traveller'}: bound for {missed.place.name} at first "
        f"(“{missed.verdict.claim.quote}”), and came to {end.place.name} (“{end.verdict.claim.quote}”)"
    )
    yield comparison_of("destination", (missed.verdict, end.verdict), OK, "destination.changed", why)


def _is_made(s: Sighting) -> bool:
    """Whether a sighting tells that the traveller came to a place."""
    return not s.planned and s.role in ("to", "at", "via") and s.verdict.claim.event in _CAME


def _document(s: Sighting) -> str:
    return s.verdict.claim.document


def _days(s: Sighting) -> bool:
    return s.time is not None and s.time.earliest is not None and s.time.grain in _TIMED


def _meet(a: Sighting, b: Sighting) -> bool:
    """Whether two timed sightings can be at one time, to the day."""
    assert a.time and b.time and a.time.earliest and a.time.latest and b.time.earliest and b.time.latest
    return _day(a.time.earliest) < b.time.latest and _day(b.time.earliest) < a.time.latest


def _day(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0)
