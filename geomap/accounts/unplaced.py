"""Figures of claims that are no known place: a wreck, a storm, a ship, and when they are told of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from geomap.records import Claim, Reading, TimeSpan
from geomap.vehicles import nouns

# What several words name where something happened.
SCENE = "scene"
_SCENES = re.compile(
    r"\b(?:wreck(?:age)?|accident|crash|collision|derailment|sinking|capsizing|disaster|scene|(?:accident|crash)\ssite"
    r"|epicent(?:re|er)|earthquake|quake)\Z",
    re.IGNORECASE,
)
_MOVING = re.compile(
    rf"\b(storm|hurricane|typhoon|cyclone|column|balloon|{nouns('rail', 'road', 'sea', 'air', plural=False)})\Z",
    re.IGNORECASE,
)
_STORMS = frozenset({"hurricane", "typhoon", "cyclone"})


def thing_of(claim: Claim) -> str:
    """What a claim's figure is, where it is no known place but a scene or what moves; empty for all else."""
    figure = claim.figure
    if figure is None or figure.place is not None:
        return ""
    if _SCENES.search(figure.text):
        return SCENE
    match = _MOVING.search(figure.text)
    if match is None:
        return ""
    word = match[1].lower()
    return "storm" if word in _STORMS else word


def at_one_moment(readings: Mapping[str, Reading], one: Claim, other: Claim) -> bool:
    """Whether two claims stand in sentences that tell of the same hour, by the first time of each."""
    a, b = (_time(readings.get(claim.document), claim) for claim in (one, other))
    if a is None or b is None:
        return False
    if a.earliest and b.earliest:
        return (a.earliest, a.latest) == (b.earliest, b.latest)
    return _is_today(readings.get(one.document), a, b) or _is_today(readings.get(other.document), b, a)


def _is_today(reading: Reading | None, clock: TimeSpan, dated: TimeSpan) -> bool:
    """Whether a time of the clock alone, read on the day of writing, is the dated one: "at 1600 GMT"."""
    day = reading.document.date if reading is not None else None
    if clock.earliest or not dated.earliest or day is None:
        return False
    return dated.text.startswith(clock.text) and dated.earliest.date() == day


def _time(reading: Reading | None, claim: Claim) -> TimeSpan | None:
    if reading is None:
        return None
    at = bisect_right(reading.sentences, claim.start, key=lambda sentence: sentence.start) - 1
    if at < 0:
        return None
    first, last = reading.sentences[at].start, reading.sentences[at].end
    timed = (t for t in reading.times if first <= t.start < last and t.grain in ("hour", "daypart"))
    return next(timed, None)
