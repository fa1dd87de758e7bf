"""Finds where the frame of a sentence or a text puts a town: "In the province of R, … in the town of X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geomap.claims.containment import patterns
from geomap.claims.containment.relations import can_hold, fits, may_hold_unknown
from geomap.claims.containment.statements import Found, state
from geomap.claims.masking import Masked
from geomap.claims.motion.events import participant_of
from geomap.claims.spans import opening_town
from geomap.records import MentionKind, Reading

_DIVISIONS = frozenset({"region", "county"})
# How sure "this town" is that of the dateline, and a town that of the frame (chosen by us).
_IMPLIED = 0.7


def find_framed(reading: Reading, masked: Masked) -> Iterator[Found]:
    """Containment that a frame tells.

    Finds "In the province of R, it rained in the town of X", and "this small town in northern R" of where a story was
    written.
    """
    for hit in patterns.FRONTED.finditer(masked.text):
        outer = masked.mention(hit.start("outer") if hit["outer"] else hit.start("named"))
        inner = masked.mention(hit.start("inner"))
        if outer.place is None or outer.place.kind not in _DIVISIONS or outer.mention.kind is not MentionKind.PLACE:
            continue
        known = inner.place is not None and can_hold(outer.place, inner.place)
        if known or may_hold_unknown(outer.place, inner):
            town = replace(participant_of(inner, "inner"), score=_IMPLIED * inner.score)
            if not fits(outer.place, inner.place):
                town = replace(town, place=None, why=f"no {inner.mention.text} in {outer.mention.text} is known")
            part = hit["part"] if hit["named"] else None  # "the eastern province of R" lies in the east of its land
            pair = (town, participant_of(outer, "outer"))
            yield state(reading, masked, hit.start(), hit.end(), pair, part=part)
    for hit in patterns.THIS_TOWN.finditer(masked.text):
        outer, here = masked.mention(hit.start("outer")), opening_town(reading)
        if here is None or outer.mention.kind is not MentionKind.PLACE or not can_hold(outer.place, here.place):
            continue
        why = f"the text begins in {here.mention.text}"
        town = replace(participant_of(here, "inner"), start=None, end=None, score=_IMPLIED * here.score, why=why)
        yield state(reading, masked, hit.start(), hit.end(), (town, participant_of(outer, "outer")), part=hit["part"])
