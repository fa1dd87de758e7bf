"""Finds "the first trip abroad in four years" and looks up when the last one was."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from geomap.calendar_dates import find_anchor
from geomap.claims import known_events
from geomap.claims.calendar.find import _day_span, _written_beside, calendar_claim
from geomap.claims.masking import PLACE, QUANTITY, Masked, masked_sentences
from geomap.claims.motion import find_events
from geomap.claims.motion.events import participant_of
from geomap.claims.motion.telling import home_country
from geomap.claims.travellers import is_pronoun, is_vehicle, same_traveller
from geomap.records import Claim, Participant, Quantity, Reading, TimeSpan

_WHAT = (
    r"(?:(?:foreign|overseas|official|state|public|known|international|official|bilateral"
    r"|in-person) ){0,3}(?:trip|visit|journey|tour|summit|meeting|voyage|flight|crossing|appearance|expedition"
    r"|talks|travel)"
)
_FIRST = re.compile(
    rf"\b(?P<lead>(?:his|her|their|its|the|a|\w+['’]s?|this)\s)?(?P<rank>first"
    rf"|last)(?:(?=\ssince\s)|\s{_WHAT}\b)(?P<where>(?:\s(?:abroad|overseas|there|outside [^,.;]{{1,30}}"
    rf"|to (?:the )?{PLACE}"
    rf"|in (?:the )?{PLACE}|between [^,.;]{{1,40}})){{0,2}})"
    rf"\s(?:in|for|since)\s(?P<span>(?:the\s)?(?:{QUANTITY}|(?:onset |start |outbreak |beginning "
    rf"|end )?(?:of )?(?:the )?[A-Z][\w-]{{1,20}}(?:[ -][\w-]{{1,20}}){{0,3}}))",
)
# A trip is another one, not this one, when it lies this far back.
_OTHER = timedelta(days=120)


def find_firsts(reading: Reading) -> Iterator[Claim]:
    """The text says "her first journey abroad in almost six years", "the first visit to R since the pandemic".

    The last trip is looked for among the dated events of the run's texts and in the table of well-known events.
    """
    written = find_anchor(reading.document) or _written_beside(reading)
    for masked in masked_sentences(reading):
        claim = None
        for hit in _FIRST.finditer(masked.text):
            found = _read(reading, masked, hit, written)
            if found is None:
                continue
            if claim is None:
                claim = found
            elif claim.stated is None and found.stated is not None:
                claim = replace(found, notes=(*claim.notes, *found.notes))
            else:
                claim = replace(claim, notes=(*claim.notes, *found.notes))
        if claim is None or claim.stated is None:
            apart = _told_apart(reading, masked, written)
            claim = replace(apart, notes=(*apart.notes, *(claim.notes if claim else ()))) if apart else claim
        if claim is not None:
            yield claim


_RANK = re.compile(rf"\bfirst\s{_WHAT}\b|\bnot\s(?:been|visited|set foot|travell?ed|returned|gone|left|met)\b")
_SPAN = re.compile(rf"\b(?:[Ii]n|[Ff]or)\s(?:the\s(?:past|last)\s)?(?P<n>{QUANTITY})")

# "the first visit by a U.S. president": whoever of the kind came last counts, and what the text dates may be others.
OF_A_KIND = "by any of a kind"
_OF_A_KIND = re.compile(r"\bby (?:an?|any)\s")


def _told_apart(reading: Reading, masked: Masked, written: date | None) -> Claim | None:
    """The span and the trip in any order: "in four years he has not been to R"."""
    rank, span = _RANK.search(masked.text), _SPAN.search(masked.text)
    if rank is None or span is None or abs(rank.start() - span.start()) > 120:
        return None
    item = masked.items[span.start("n")]
    if not isinstance(item, Quantity) or item.dimension != "duration" or item.unit not in ("year", "month"):
        return None
    first, last = min(rank.start(), span.start()), max(rank.end(), span.end())
    kind = _OF_A_KIND.search(masked.text, first, min(len(masked.text), last + 60))
    places = masked.positions(PLACE)
    goals = [p for p in places if first <= p < (kind.start() if kind else last + 25)]
    goals = goals or [p for p in places if kind and p < first][-1:]
    goal = participant_of(masked.mention(goals[0]), "to") if goals else None
    claim = calendar_claim(reading, masked, masked.offset(first), masked.end_offset(last), "first")
    subject = _subject_in(reading, masked.text)
    if kind:
        trip = _anyone_before(reading, goal, written) if written and goal and goal.place else None
    else:
        trip = _last_before(reading, subject, goal, written) if written else None
    day = (_day_span(written, "the day of writing"),) if written else ()
    return replace(
        claim,
        ground=goal,
        stated=item,
        subject=subject,
        time=trip,
        times=((trip, *day) if trip else day),
        notes=((f"last: {trip.text}",) if trip else ()) + ((OF_A_KIND,) if kind else ()),
        score=0.7,
    )


def _read(reading: Reading, masked: Masked, hit: re.Match[str], written: date | None) -> Claim | None:
    item = next((masked.items[p] for p in masked.positions(QUANTITY) if hit.start("span") <= p < hit.end("span")), None)
    stated = (
        item
        if isinstance(item, Quantity) and item.dimension == "duration" and item.unit in ("year", "month", "week", "day")
        else None
    )
    known = (
        []
        if stated
        else [
            e
            for e in known_events.named_in(masked.words(hit.start("span"), len(masked.text))[:80])
            if e.kind != "summit"
        ]
    )
    if stated is None and not known:
        return None
    subject = _subject(reading, masked, hit)
    goal = _goal(masked, hit)
    claim = calendar_claim(reading, masked, masked.offset(hit.start()), masked.end_offset(hit.end()), "first")
    kind = _OF_A_KIND.match(masked.text, hit.end() + 1)
    if kind:
        last = _anyone_before(reading, goal, written) if written and goal and goal.place else None
    else:
        last = _last_before(reading, subject, goal, written) if written else None
    span = (_day_span(written, "the day of writing"),) if written else ()
    return replace(
        claim,
        ground=goal,
        stated=stated,
        subject=subject,
        time=last,
        times=((last, *span) if last else span),
        notes=(
            *(f"since:{e.id}" for e in known[:1]),
            *((f"last: {last.text}",) if last else ()),
            *((OF_A_KIND,) if kind else ()),
        ),
        score=0.8,
    )


def _subject(reading: Reading, masked: Masked, hit: re.Match[str]) -> str | None:
    """Whose trip it is: a name in the sentence, else the traveller that the text speaks of most."""
    return _subject_in(reading, masked.text[: hit.start("rank")])


def _subject_in(reading: Reading, before: str) -> str | None:
    """The traveller that some words name, else the one that the text speaks of most."""
    names = [
        e.subject for e in find_events(reading) if e.subject and not is_pronoun(e.subject) and not is_vehicle(e.subject)
    ]
    for name in dict.fromkeys(names):
        if re.search(rf"\b{re.escape(name.split()[0])}\b", before):
            return name
    text = reading.document.text
    counted = Counter(
        {name: len(re.findall(rf"\b{re.escape(name.split()[0])}\b", text)) for name in dict.fromkeys(names)}
    )
    return counted.most_common(1)[0][0] if counted else None


def _goal(masked: Masked, hit: re.Match[str]) -> Participant | None:
    at = next((p for p in masked.positions(PLACE) if hit.start("where") <= p < hit.end("where")), None)
    return participant_of(masked.mention(at), "to") if at is not None else None


def _last_before(reading: Reading, subject: str | None, goal: Participant | None, written: date) -> TimeSpan | None:
    """The latest dated trip of the subject that is told before this one; the narrowest telling of it."""
    if subject is None:
        return None
    limit = datetime(written.year, written.month, written.day) - _OTHER
    found = [span for other in (reading, *reading.companions) for span in _told(other, subject, goal, limit)]
    for event in known_events.named_after(subject):
        if goal is None or goal.place is None or goal.place.country is None or goal.place.country == event.country:
            span = _day_span(event.end or event.start, f"{event.name}, {event.start.day} {event.start:%B %Y}")
            if span.latest and span.latest < limit:
                found.append(span)
    if not found:
        return None
    last = max(span.earliest for span in found if span.earliest)
    same = [s for s in found if s.earliest and s.latest and s.latest > last]
    return min(same, key=lambda s: (s.latest or last) - (s.earliest or last))


def _anyone_before(reading: Reading, goal: Participant, written: date) -> TimeSpan | None:
    """The latest earlier visit to the same place or country that the texts date, whoever made it."""
    limit = datetime(written.year, written.month, written.day) - _OTHER
    country = goal.place.country if goal.place else None
    found = [
        (event.time.earliest, event.time)
        for other in (reading, *reading.companions)
        for event in find_events(other)
        if event.time and event.time.earliest and event.time.latest and event.time.latest < limit
        if event.subject and event.role in ("to", "at") and event.verb in ("visit", "arrive", "move", "enter")
        if event.place.place and event.place.place.country == country
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _told(other: Reading, subject: str, goal: Participant | None, limit: datetime) -> Iterator[TimeSpan]:
    """Dated events of a text in which the subject takes part, away from home."""
    country = goal.place.country if goal and goal.place else None
    home = home_country(other, subject)
    for event in find_events(other):
        time = event.time
        if (
            time is None
            or time.earliest is None
            or time.latest is None
            or time.earliest > limit
            or event.role == "from"
        ):
            continue
        place = event.place.place
        if country and place is not None and place.country != country:
            continue
        if place is not None and home is not None and place.country == home:
            continue
        if country is None and home is None and event.verb == "meet":
            continue  # who was host is not known
        takes_part = (event.subject and same_traveller(event.subject, subject)) or subject.split()[
            0
        ] in event.sentence.text
        if takes_part and event.verb in ("meet", "visit", "arrive", "move", "receive", "enter"):
            yield time
