"""Statements that a place lies in an area, as claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.claims.attribution import begin_claim
from geomap.claims.containment import patterns
from geomap.claims.containment.relations import can_hold
from geomap.claims.masking import PLACE, Masked, masked_sentences
from geomap.claims.motion import Event, find_events
from geomap.claims.motion.events import participant_of
from geomap.records import Claim, ClaimKind, MentionKind, Modality, Participant, Reading

Found = tuple[Claim, int, int]


def state(
    reading: Reading,
    masked: Masked,
    first: int,
    last: int,
    people: Sequence[Participant],
    *,
    part: str | None = None,
    event: str | None = None,
) -> Found:
    """A claim that the first of some places lies in the second, this in the third, with where its words stand."""
    start, end = masked.offset(first), masked.end_offset(last)
    inner, outer, *wider = people
    claim = replace(
        begin_claim(reading, ClaimKind.CONTAINMENT, masked.sentence, (start, end)),
        figure=inner,
        ground=outer,
        via=tuple(wider),
        direction=part.lower() if part else None,
        event=event,
        modality=Modality.ASSERTED,
        score=min(inner.score, outer.score),
    )
    return claim, first, last


_BESIDE = re.compile(r"\b(?:off|near|over|outside)\s(?:the\s)?\Z")


def find_implied(reading: Reading) -> Iterator[Claim]:
    """An arrival in a region without agreed borders, where the text names the place of arrival elsewhere."""
    events = find_events(reading)
    stops = [
        e for e in events if e.role in ("to", "at") and e.verb in ("arrive", "receive") and not e.is_area and e.mention
    ]
    arrivals: dict[int, Event] = {}
    for event in events:
        if event.verb == "arrive" and event.role == "to" and event.modality is Modality.ASSERTED:
            arrivals.setdefault(event.sentence.number, event)
    for masked in masked_sentences(reading) if stops else ():
        hit = patterns.OPENING.search(masked.text)
        found = [(hit.start("outer"), hit.start(), hit.end())] if hit else []
        if (arrival := arrivals.get(masked.number)) is not None:
            found.append((arrival.last, arrival.first, arrival.last + 1))
        for position, first, last in found[:1]:
            if _BESIDE.search(masked.text, max(0, position - 12), position):
                continue  # "anchored off X"
            outer = masked.mention(position) if masked.text[position] == PLACE else None
            if (
                outer is None
                or outer.place is None
                or outer.place.kind not in ("vague", "island", "peninsula")
                or not stops
            ):
                continue
            there = stops[0].place
            if there.place == outer.place:
                continue
            why = f"the text names the place of arrival elsewhere: {there.text}"
            inner = Participant(place=there.place, text=there.text, score=0.8 * there.score, role="inner", why=why)
            yield state(reading, masked, first, last, (inner, participant_of(outer, "outer")))[0]


# What a land may keep on the ground of another.
_KEPT_ABROAD = frozenset({"base", "station", "camp", "mine", "building", "spaceport"})


def find_owned(reading: Reading, masked: Masked) -> Iterator[Found]:
    """The place of a land: "central R's X province", "R's southern X"."""
    for hit in patterns.OWNED.finditer(masked.text):
        inner, outer = masked.mention(hit.start("inner")), masked.mention(hit.start("outer"))
        if inner.place is None or not can_hold(outer.place, inner.place):
            continue
        abroad = outer.place is not None and inner.place.country != outer.place.country
        if abroad and inner.place.kind in _KEPT_ABROAD:
            continue  # "Russia's Vostok station" stands in Antarctica
        if outer.mention.kind is MentionKind.PLACE and inner.mention.kind is MentionKind.PLACE:
            pair = (participant_of(inner, "inner"), participant_of(outer, "outer"))
            yield state(reading, masked, hit.start(), hit.start("inner") + 1, pair, part=hit["part"])
