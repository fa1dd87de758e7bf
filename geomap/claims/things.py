"""Things that are no place of their own: an epicentre, a wreck, a camp, a storm, and where a text puts them.

Accepts these shapes (N an amount, D a point of the compass, X a place): the epicentre was N D of X (a point that this
alone puts on the map); … N from the epicentre (measured from that point); the wreck was found at 43.5N 6.25E, N from X
(the coordinates that the text gives for it, in any of its sentences); the quake struck N D of X, it was centred M D of
Y (each held against the other).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.claims.constructed import constructed_point, is_constructed, is_fix
from geomap.claims.nouns import FIXED
from geomap.claims.spans import nth_sentence
from geomap.coordinates import KIND
from geomap.records import Claim, Participant, Reading

_QUAKE = "epicentre"
# How far before coordinates the thing is named that they place, in characters.
_REACH = 120
# How sure a text's one point is that of the thing named before it (chosen by us).
_SURE_STATED = 0.85
# … and that two sentences speak of one earthquake: what only one of them says is doubted at most (chosen by us).
_SURE_SAME = 0.45

# What tells one earthquake of a text from another.
_AFTER = re.compile(r"\b(?:aftershocks?|foreshocks?|second (?:quake|tremor))\b", re.IGNORECASE)
_MAGNITUDE = re.compile(r"\b(?:magnitude[\s-](?:of\s)?|M\s?)(\d(?:\.\d)?)\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def with_things(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a text, in order; what they tell of a thing is told of where the text puts it."""
    stated = _stated(reading)
    derived: dict[str, Participant | None] = {}
    out = []
    for claim in claims:
        noun = noun_of(claim.figure)
        ground = noun_of(claim.ground)
        known = _of_same(reading, claim, ground, stated) or derived.get(ground)
        if known is not None and claim.ground is not None:
            claim = replace(claim, ground=_placed(claim.ground, known), score=min(claim.score, known.score))
        point = _of_same(reading, claim, noun, stated)
        if point is not None and claim.figure is not None:
            claim = replace(claim, figure=_placed(claim.figure, point))
        elif noun and claim.figure is not None and claim.figure.place is None and claim.direction and is_fix(claim):
            first = derived.get(noun)
            if first is not None and noun == _QUAKE:
                # "In June 2022 a quake struck N D of X" is not that of which the text told first.
                if not _YEAR.search(_sentence(reading, claim.start)):
                    claim = replace(claim, figure=_placed(claim.figure, replace(first, score=_SURE_SAME)))
            else:
                # A second "camp" may be another one: then neither is "the camp".
                derived[noun] = constructed_point(claim) if noun not in derived else None
        out.append(claim)
    return out


def _of_same(reading: Reading, claim: Claim, noun: str, stated: dict[str, Participant]) -> Participant | None:
    """The point that a text gives for a thing, unless a sentence tells of another earthquake than its point is of."""
    point = stated.get(noun)
    if point is None or noun != _QUAKE or point.start is None:
        return point
    told, given = _sentence(reading, claim.start), _sentence(reading, point.start)
    if told == given:
        return point
    if (_AFTER.search(told) is None) != (_AFTER.search(given) is None):
        return None
    for trait in (_MAGNITUDE, _YEAR):
        here, there = trait.findall(told), trait.findall(given)
        if here and set(here) != set(there):
            return None
    return point


def _sentence(reading: Reading, at: int) -> str:
    sentence = reading.sentences[nth_sentence(reading, at)]
    return reading.document.text[sentence.start : sentence.end]


def noun_of(participant: Participant | None) -> str:
    """What an unplaced participant is, by the noun that stays where it is; "" for others."""
    if participant is None or (participant.place is not None and not is_constructed(participant)):
        return ""
    found = list(FIXED.finditer(participant.text))
    return _noun(found[-1]) if found else ""


def _noun(match: re.Match[str]) -> str:
    return _QUAKE if match["quake"] else match["other"].lower()


def _placed(participant: Participant, known: Participant) -> Participant:
    why = f"“{participant.text}” is where the text puts it: {known.why or known.text}"
    return replace(participant, place=known.place, score=known.score, why=why)


def _stated(reading: Reading) -> dict[str, Participant]:
    """The things that a text gives coordinates for, each for one point only."""
    points = [m for m in reading.mentions if m.mention.kind_hint == KIND and m.place is not None]
    found: dict[str, Participant | None] = {}
    for point in points[:8]:
        sentence = reading.sentences[nth_sentence(reading, point.start)]
        start = max(sentence.start, point.start - _REACH)
        named = list(FIXED.finditer(reading.document.text, start, point.start))
        if not named:
            continue
        noun = _noun(named[-1])
        known = Participant(place=point.place, text=point.mention.text, start=point.start, score=_SURE_STATED)
        found[noun] = known if noun not in found else None
    return {noun: known for noun, known in found.items() if known is not None}
