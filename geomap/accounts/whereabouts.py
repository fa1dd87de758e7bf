"""Compares who was where when: arrivals, departures and meetings that several texts tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import combinations

from geomap.accounts.copies import comparison_of
from geomap.accounts.groups import same_traveller
from geomap.accounts.nearby import same_place
from geomap.accounts.sightings import Sighting, Trip
from geomap.accounts.stops import find_trips, spoken
from geomap.calendar_dates import find_anchor
from geomap.records import Claim, ClaimKind, Comparison, Modality, Outcome, Reading, Rule, Verdict

RULES = (
    Rule(
        id="agreement.arrival",
        kind="schedule",
        text="Arrivals of one traveller in one place or country are compared by their times; the later text counts "
        "where they differ.",
    ),
    Rule(
        id="agreement.departure",
        kind="schedule",
        text="Departures of one traveller from one place are compared by their times; the later text counts where "
        "they differ.",
    ),
    Rule(
        id="agreement.meeting",
        kind="schedule",
        text="A meeting of one person at one time cannot have been held in two places.",
    ),
    Rule(
        id="agreement.denial",
        kind="schedule",
        text="That a traveller came to a place, and that the traveller did not, cannot both hold; an earlier text may "
        "only have been too early.",
    ),
    Rule(
        id="destination.moved",
        kind="destination",
        text="A meeting that one text plans for one place and another tells from another place was moved, or one of "
        "the texts errs.",
    ),
)

OK, NO = Outcome.CONSISTENT, Outcome.INCONSISTENT
# An earlier journey is another one.
_SAME_JOURNEY_DAYS = 10


class Whereabouts:
    """Tells whether texts put a traveller in the same place at the same time."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that a comparison can name."""
        return RULES

    def compare(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Comparison]:
        """One comparison for each arrival, departure or meeting that several texts tell."""
        trips = find_trips(readings, verdicts)
        written = {r.document.id: find_anchor(r.document) for r in readings}
        found = [c for trip in trips for c in (*_arrivals(trip), *_departures(trip), *_denials(trip, written))]
        return spoken([*found, *_meetings(verdicts)])


def _arrivals(trip: Trip) -> Iterator[Comparison]:
    """Arrivals of one traveller in one country: all told times must meet."""
    arrivals = [s for s in arrivals_of(trip) if _is_timed(s)]
    for country in dict.fromkeys(s.place.country for s in arrivals if s.place.country):
        for n, group in enumerate(_entry_first(_latest([s for s in arrivals if s.place.country == country]))):
            if len({s.verdict.claim.document for s in group}) > 1:
                there = [s for s in arrivals_of(trip) if s.time is None and s.place.country == country]
                near = [s.verdict for s in there if n == 0 or same_place(s.place, group[0].place)]
                yield _compared(trip, group, near, "arrival")


def _entry_first(arrivals: Sequence[Sighting]) -> list[list[Sighting]]:
    """The arrivals place by place; those in the country as a whole are arrivals at the place that was reached first."""
    groups: list[list[Sighting]] = []
    for s in sorted((s for s in arrivals if not s.is_area), key=_latest_moment):
        group = next((g for g in groups if same_place(g[0].place, s.place)), None)
        if group is None:
            groups.append([s])
        else:
            group.append(s)
    whole = [s for s in arrivals if s.is_area and not (groups and _crossed_before(s, groups[0]))]
    return [[*whole, *(groups[0] if groups else [])], *groups[1:]]


def _crossed_before(entry: Sighting, arrivals: Sequence[Sighting]) -> bool:
    """Whether a border was crossed before the first place behind it was reached, which nothing speaks against."""
    reached = [s.time.earliest for s in arrivals if s.time and s.time.earliest]
    return entry.verdict.claim.event == "enter" and bool(reached) and _latest_moment(entry) <= min(reached)


def _latest_moment(s: Sighting) -> datetime:
    return s.time.latest if s.time and s.time.latest else datetime.max


def arrivals_of(trip: Trip) -> list[Sighting]:
    """The sightings of a trip that tell of an arrival."""
    events = ("arrive", "enter", "receive")
    return [s for s in trip.sightings if not s.planned and s.role in ("to", "at") and s.verdict.claim.event in events]


def _departures(trip: Trip) -> Iterator[Comparison]:
    """Departures of one traveller from one place: all told times must meet."""
    left = [s for s in trip.sightings if not s.planned and s.role == "from" and not s.is_area and _is_timed(s)]
    while left:
        first, rest = left[0], left[1:]
        group = _latest([first, *(s for s in rest if same_place(s.place, first.place))])
        if len({s.verdict.claim.document for s in group}) > 1:
            yield _compared(trip, group, [], "departure")
        left = [s for s in rest if not same_place(s.place, first.place)]


def _denials(trip: Trip, written: Mapping[str, date | None]) -> Iterator[Comparison]:
    """Places that one statement has the traveller reach and another does not."""
    missed = [s for s in trip.sightings if s.verdict.claim.event == "missed"]
    reached = [s for s in trip.sightings if not s.planned and s.role in ("to", "via")]
    for no in missed:
        yes = next((s for s in reached if same_place(s.place, no.place)), None)
        if yes is None:
            continue
        denied, told = (written.get(s.verdict.claim.document) for s in (no, yes))
        if denied and told and denied < told:
            continue  # the traveller came there later
        why = f"“{yes.verdict.claim.quote}” is told, and denied: {no.place.name} was either reached or not"
        yield comparison_of("schedule", [yes.verdict, no.verdict], NO, "agreement.denial", why)


def _is_timed(s: Sighting) -> bool:
    return s.time is not None and s.time.earliest is not None and s.time.grain in ("day", "daypart", "hour")


def _latest(told: Sequence[Sighting]) -> list[Sighting]:
    """What is told of the last days: an earlier journey is another one."""
    days = [s.time.earliest for s in told if s.time and s.time.earliest]
    if not days:
        return []
    last = max(days)
    return [s for s in told if s.time and s.time.earliest and (last - s.time.earliest).days <= _SAME_JOURNEY_DAYS]


def _compared(trip: Trip, group: Sequence[Sighting], undated: Sequence[Verdict], what: str) -> Comparison:
    windows = [(s, s.time.earliest, s.time.latest) for s in group if s.time and s.time.earliest and s.time.latest]
    first, last = max(w[1] for w in windows), min(w[2] for w in windows)
    verdicts = [*(s.verdict for s in group), *undated]
    who = trip.traveller or "the traveller"
    if first < last:
        why = f"{who}: the texts agree on the {what}, {_span(first, last)}"
        return comparison_of("schedule", verdicts, OK, f"agreement.{what}", why)
    early, late = min(windows, key=lambda w: w[2]), max(windows, key=lambda w: w[1])
    why = f"{who}: “{early[0].verdict.claim.quote}” and “{late[0].verdict.claim.quote}” do not match in time"
    return comparison_of("schedule", verdicts, NO, f"agreement.{what}", why)


def _span(first: datetime, last: datetime) -> str:
    if last - first >= timedelta(days=1):
        return f"{first:%A} {first.day} {first:%B %Y}"
    return f"{first:%A} {first.day} {first:%B %Y}, {first:%H:%M} to {last:%H:%M}"


def _meetings(verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    """Meetings of one person at one time that two texts put in two places; each pair of places once."""
    held = [v for v in verdicts if _is_meeting(v)]
    seen: set[frozenset[str]] = set()
    for one, other in combinations(held, 2):
        a, b = one.claim, other.claim
        if a.document == b.document or not _same_meeting(a, b) or a.figure is None or b.figure is None:
            continue
        here, there = a.figure.place, b.figure.place
        pair = frozenset({here.id, there.id}) if here and there else frozenset()
        if not here or not there or same_place(here, there) or pair in seen:
            continue
        seen.add(pair)
        planned = {v.claim.modality for v in (one, other)} - {Modality.ASSERTED}
        quotes = f"“{a.quote}” and “{b.quote}”"
        if len(planned) == 0:
            yield comparison_of(
                "schedule", (one, other), NO, "agreement.meeting", f"{quotes} do not match: one meeting, two places"
            )
        elif Modality.ASSERTED in {a.modality, b.modality}:
            why = f"{quotes}: planned for one place and told from another; it was moved, or one of the texts errs"
            yield comparison_of("destination", (one, other), Outcome.UNVERIFIABLE, "destination.moved", why)


def _is_meeting(verdict: Verdict) -> bool:
    claim = verdict.claim
    place = claim.figure.place if claim.figure else None
    return (
        claim.kind is ClaimKind.SCHEDULE
        and claim.event == "meet"
        and claim.modality is not Modality.NEGATED
        and claim.subject is not None
        and place is not None
        and not place.is_wide
        and claim.time is not None
        and claim.time.grain in ("day", "daypart", "hour")
        and claim.time.earliest is not None
    )


def _same_meeting(a: Claim, b: Claim) -> bool:
    """Whether two claims tell of one person's meeting at one time."""
    if not a.subject or not b.subject or not same_traveller(a.subject, b.subject) or not a.time or not b.time:
        return False
    if not (a.time.earliest and a.time.latest and b.time.earliest and b.time.latest):
        return False
    return a.time.earliest < b.time.latest and b.time.earliest < a.time.latest
