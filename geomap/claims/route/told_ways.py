"""The ends of the line that a statement is about, and the places that a way is told to go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geomap.claims.masking import PLACE, Masked, masked_sentences
from geomap.claims.motion.event import Event, participant_of
from geomap.claims.placing import settle
from geomap.interfaces import Gazetteer
from geomap.records import Claim, MentionKind, Participant, Reading

# What lies between two ends and is not on the move itself.
_LINE = re.compile(
    r"(?:the |this |that |an? )?(?:[\w-]+ ){0,4}?(?:railways?|railroad|rail line|line|tracks?|road|highway"
    r"|motorway|route|pipeline|canal|service|it)",
    re.I,
)
_ENDS = re.compile(rf"\b(?:from|between) (?:the )?(?P<a>{PLACE}),? (?:all the way )?(?:to|and) (?:the )?(?P<b>{PLACE})")
# A line is spoken of by a pronoun or "the line" at most so many sentences after its ends.
_SENTENCES_BACK = 2
_BY_WAY_OF = re.compile(
    rf",?\s(?:by way of|via|passing through|through|calling at|with (?:a stop|stops) (?:in|at))\s(?:the\s)?"
    rf"{PLACE}(?:(?:,\s(?:and\s)?|\sand\s){PLACE}){{0,8}}"
)


def ends_of_line(reading: Reading, event: Event, gazetteer: Gazetteer) -> tuple[Participant, Participant] | None:
    """The ends of the line that is the subject of an event: "the railway from X to Y … passes through Z"."""
    if event.subject is None or not _LINE.fullmatch(event.subject):
        return None
    sentences = masked_sentences(reading)
    here = event.sentence.number
    for masked in reversed(sentences[max(0, here - _SENTENCES_BACK) : here + 1]):
        limit = event.trigger if masked.number == here else len(masked.text)
        told = [hit for hit in _ENDS.finditer(masked.text) if hit.end() <= limit]
        if told:
            a, b = (masked.mention(told[-1].start(name)) for name in ("a", "b"))
            if {a.mention.kind, b.mention.kind} != {MentionKind.PLACE}:
                return None
            why = "an end of the line that the text tells of"
            start, end = (settle(participant_of(m, role), gazetteer) for m, role in ((a, "from"), (b, "to")))
            return replace(start, start=None, end=None, why=why), replace(end, start=None, end=None, why=why)
    return None


def with_stops_after(claim: Claim, masked: Masked, gazetteer: Gazetteer) -> Claim:
    """The claim of a way with the places that follow its end: "from X to Y by way of Z and W"."""
    if claim.via or claim.ground is None or claim.figure is None or claim.figure.start is None:
        return claim
    at = next((p for p in masked.positions(PLACE) if masked.mention(p).start == claim.figure.start), None)
    if at is None or (hit := _BY_WAY_OF.match(masked.text, at + 1)) is None:
        return claim
    via = tuple(_places(masked, hit, gazetteer))
    return replace(claim, via=via, end=max(claim.end, masked.end_offset(hit.end())))


def _places(masked: Masked, hit: re.Match[str], gazetteer: Gazetteer) -> Iterator[Participant]:
    for position in masked.positions(PLACE):
        if hit.start() <= position < hit.end():
            yield settle(participant_of(masked.mention(position), "via"), gazetteer)
