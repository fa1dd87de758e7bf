"""Times between two ends that a sentence names: "the T trip from X to Y"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geomap.claims.asides import pare
from geomap.claims.patterns import BETWEEN, COPULA, CROSSED, LINKS, PAIR, PAIR_BACK, REACH, TO
from geomap.claims.travel_time.shapes import CARRIED_FOR, CHANGES, FROM, INTO, LEG, NEAR_TRIP, SHUT, TAKES, TRIP_TO
from geomap.claims.wording import Wording, pattern

_ON_TO = pattern(r"[,;]?\s(?:and|then|before)\s[^.;]{0,60}?\b(?:to|into|for)\s(?:the\s)?(?:[a-z]+\s)?<P>")
# "flew from A to B and was held in a house T from the beach": not the time of the way.
_OWN_GROUND = pattern(
    r"(?:'s?)?[\s-]{1,2}(?:(?:[a-z-]+\s){0,2}(?:drive|walk|ride|away)\s)?from\s(?!(?:door|gate|start|platform|end)\b"
    r"|(?:[a-z]+\s){0,3}<T>)"
)
# "flew from A to B and stayed in C, which is T from": told of C.
_OTHER_SUBJECT = pattern(rf"<P>,?\s(?:(?:which|that)\s)?{COPULA}\s(?:[a-z]+\s){{0,2}}\Z")


# "the bridge linking A and B is N from C, but the trip takes T": the time is that of the distance.
_OTHER_DISTANCE = pattern(r"<L>\s(?:(?:<D>|[a-z]+)\s){0,3}?(?:of|from)\s(?:the\s)?<P>")
_OWN_START = pattern(r"\bfrom\s(?:the\s)?<P>[^;]{0,80}<T>")
# What leads from the ends of a way to its time, with no other place or time between.
_STRAIGHT_ON = pattern(
    r"\s(?:[a-z]+\s){0,6}?(?:takes?|took|lasts?|lasted|needs?|needed|requires?|is|was|in|within|averages?)\s"
    r"(?:(?:by\s)?[a-z]+\s){0,4}?\Z"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a time and the two ends of its way stand in a sentence, which may be one without its asides."""

    wording: Wording
    at: int
    a: tuple[int, int]
    b: tuple[int, int]


def pair_near(wording: Wording, at: int) -> Pair | None:
    """The two ends that a sentence names, where its words make the time that of the way between them."""
    pared = pare(wording)
    if pared is not None:
        wording, at = pared.wording, pared.wording.line.find(wording.line[at])
    match = _match(wording, at) if at >= 0 else None
    return Pair(wording, at, match.span("a"), match.span("b")) if match is not None else None


def _match(wording: Wording, at: int) -> re.Match[str] | None:
    line = wording.line
    if SHUT.search(line, max(0, at - 200), at):  # a road between two places that is closed for T is no way of T
        return None
    if leg := next((m for m in LEG.finditer(line) if m.start("t") == at), None):
        return leg
    fitting = [
        ((not _is_said_of(line, match, at), gap), match)
        for form in (PAIR, PAIR_BACK, REACH, BETWEEN, LINKS, TO)
        for match in form.finditer(line)
        if (gap := _gap(line, at, match, named=form is not TO)) is not None
    ]
    return min(fitting, key=lambda one: one[0])[1] if fitting else None  # of several the nearest, in this order


def _is_said_of(line: str, match: re.Match[str], at: int) -> bool:
    """Whether the words lead from two ends straight to a time: "from A to B takes T, from B to C …"."""
    gap = line[match.end() : at] if match.end() <= at else ""
    return _STRAIGHT_ON.match(gap) is not None


def _gap(line: str, at: int, match: re.Match[str], *, named: bool) -> int | None:
    """How many characters lie between a time and two ends that it can be told of; None where it cannot be."""
    own = FROM.match(line, at + 1)
    if own is not None and own["ground"] and match.start() >= own.end():
        return None  # "T from A, in the land between B and C"
    if not named and CROSSED.search(line, max(0, match.start() - 40), match.start()):
        return None
    gap = line[at + 1 : match.start()] if at < match.start() else line[match.end() : at]
    if at > match.end() and (
        _ON_TO.search(gap)
        or _OTHER_SUBJECT.search(gap)
        or _OWN_GROUND.match(line, at + 1)
        or TRIP_TO.match(line, at + 1)
        or _OTHER_DISTANCE.search(gap)
        or (INTO.match(line, at + 1) and CARRIED_FOR.search(line, match.end(), at))
    ):
        return None  # "drove from A to B, and the car went on to C, which took T"
    around = line[max(0, min(at, match.start()) - 70) : max(at, match.end()) + 30]
    if len(gap) > 130 or not (NEAR_TRIP.search(around) or gap.strip() == "in"):
        return None
    if at < match.start() and _OWN_START.search(gap):
        return None  # "T to drive from A while it is a drive of T from B to C"
    if at < match.start():
        return len(gap) if len(gap) < 60 or TAKES.search(line[max(0, at - 30) : at]) else None
    takes = TAKES.search(line[max(0, at - 48) : at]) or _changes(line, at)
    return len(gap) if at > match.end() and (takes or len(gap) < 30) else None


def _changes(line: str, at: int) -> bool:
    """Whether a way is told to be shortened to a time, by words that are not another's: "she said it would cut T"."""
    found = CHANGES.search(line, max(0, at - 200), at)
    return found is not None and not re.search(r"\b(?:said|says|told)\b", line[max(0, at - 60) : at])
