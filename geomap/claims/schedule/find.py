"""Finds statements of who was where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from geomap.calendar_dates import find_anchor
from geomap.claims import known_events
from geomap.claims.masking import PLACE, TIME, masked_sentences
from geomap.claims.motion.events import participant_of
from geomap.claims.motion.groups import find_groups
from geomap.claims.motion.telling import tell
from geomap.interfaces import Gazetteer
from geomap.records import Claim, ClaimKind, Modality, Reading

_DATED = re.compile(
    rf"(?:(?P<owner>{PLACE})['’]s?\s(?:\w+\s)?(?:independence|annexation|occupation|secession|coup|earthquake"
    rf"|referendum)"
    rf"\s(?:in|on|of)\s(?P<when>{TIME})|\b(?:invasion|annexation|occupation|bombing|capture|siege|liberation|fall"
    rf"|coup|earthquake|eruption"
    rf"|disaster|referendum|independence|handover)"
    rf"\s(?:of|in)\s(?:the\s)?(?P<place>{PLACE})(?:,)?\s(?:in|on|of)\s(?P<time>{TIME}))",
    re.I,
)

# A verb in the present tells a day to come as a timetable does.
_PRESENT = re.compile(
    r"\b(?:leaves?|departs?|starts?|sets? (?:off|out)|arrives?|reach(?:es)?|returns?|rests?|stops?|stays?|pass(?:es)?"
    r"|calls? at|goes|go|heads?"
    r"|travels?|flies|fly|sails?|drives?|climbs?|rides?|walks?|enters?|cross(?:es)?|visits?|follows?|takes?|continues?"
    r"|finish(?:es)?)\b"
)
_PAST = re.compile(r"\b(?:was|were|had|left|went|came|took|flew|drove|rode|got|[a-z]{2,12}ed)\b")


def find_schedules(reading: Reading, gazetteer: Gazetteer) -> Iterator[Claim]:
    """Claims of schedule in text order; the events of one sentence make one claim.

    Finds "left X on Sunday and arrived in Y on Tuesday", "reached Y two days later", "is due in Y on Monday", "landed
    at X", "was greeted at X", "the talks were held in Y in April 2019", "they might meet at X", "a photo shows the
    train in Y", "the invasion of Y in February 2022". The day on which something was reported is no day of an event.
    """
    written = find_anchor(reading.document)
    for group in find_groups(reading):
        if group.form == "schedule":
            claim = tell(reading, ClaimKind.SCHEDULE, group.events, gazetteer, event=group.events[-1].verb)
            yield _dated_ahead(claim, datetime(written.year, written.month, written.day) if written else None)
    yield from _known(reading)


def _dated_ahead(claim: Claim, written: datetime | None) -> Claim:
    """The claim with a note where it tells as past what lies after the day of writing."""
    ahead = [t for t in claim.times if written and t.earliest and t.earliest > written + timedelta(days=2)]
    ahead = [t for t in ahead if any(letter.isdigit() for letter in t.text)]  # a weekday alone may be misread
    if ahead and claim.modality is Modality.ASSERTED and _PRESENT.search(claim.quote) and not _PAST.search(claim.quote):
        return replace(claim, modality=Modality.PLANNED)  # "they rest in X on the 20th" of a timetable
    if ahead and claim.modality is Modality.ASSERTED and claim.event in ("arrive", "depart", "enter", "receive"):
        return replace(claim, notes=(f"{ahead[0].text} lies after the day of writing, {written:%d %B %Y}",))
    return claim


def _known(reading: Reading) -> Iterator[Claim]:
    """Dated world events: "the invasion of Ukraine in February 2022"."""
    text = reading.document.text
    for masked in masked_sentences(reading):
        for hit in _DATED.finditer(masked.text):
            start, end = masked.offset(hit.start()), masked.end_offset(hit.end())
            known = next(known_events.named_in(text[start:end]), None)
            if known is None:
                continue
            place = participant_of(masked.mention(hit.start("place") if hit["place"] else hit.start("owner")), "at")
            when = masked.time(hit.start("time") if hit["time"] else hit.start("when"))
            yield Claim(
                document=reading.document.id,
                start=start,
                end=end,
                quote=text[start:end],
                kind=ClaimKind.SCHEDULE,
                figure=replace(place, time=when),
                event="known",
                notes=(known.id,),
                time=when,
                times=(when,),
                score=place.score,
            )
