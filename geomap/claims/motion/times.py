"""Which time of a sentence belongs to which of its events."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.claims.masking import PLACE, QUANTITY, TIME, Masked
from geomap.claims.motion.event import Event
from geomap.claims.motion.triggers import NOUNS, is_of_the_report
from geomap.geodesy import rough_distance_km

_ISO = re.compile(r"\d{4}-\d\d-\d\d")  # a stamp of the page, no part of a sentence

# ", and on Tuesday the train stopped in X": the time is that of the verb to come.
_OPENS_CLAUSE = re.compile(
    r"[,;]\s(?:and |but |then |while |before )?(?:(?:on|by|in|at|early|late|around|about|from|the"
    r"|that|night|of) ){0,3}$"
)
_JOINS_CLAUSE = re.compile(r"[,;]\s(?:and |but |then |while |before )(?:[a-z]+ ){0,2}$")
_SUBJECT_NEXT = re.compile(r"\s(?!(?:and|but|before|after|then|when|to|for|by|in|at|with|on|as|near)\b)[\w’]")
# … "in B, 90 km to the south, on Friday"
_OWN_TIME = re.compile(
    rf"(?:, (?:[a-z]+ ){{0,2}}{QUANTITY}[^,;.{PLACE}]{{0,40}}(?=,))?,? (?:(?:early |late )?on |in |at |by )?{TIME}"
)
_ASIDE_VERB = re.compile(r",\s(?:who|which)\s(?:[a-z]+\s){0,3}$")
_MAIN_VERB = re.compile(
    r"[^,]{3,60}(?:,[^,]{3,60})?,\s(?:ordered|said|told|asked|called|promised|declared|announced|gave|warned|urged|planned|expected|signed"
    r"|demanded|is|was|will|would|has|had)\b"
)
# Further than this nobody gets within a part of a day but by air (chosen by us).
_TOO_FAR_KM = 1000.0
_SINCE = re.compile(r"\bsince\s[^,;.\ue001]*$")


def with_times(
    masked: Masked, events: Sequence[Event], triggers: Sequence[tuple[int, int, str, str]]
) -> Iterator[Event]:
    """Each event with the time that belongs to it: of its own clause, or the one that opens the sentence."""
    text = masked.text
    own: dict[int, int] = {}
    used = {event.trigger for event in events}
    reach: dict[int, int] = {}
    for event in events:
        reach[event.trigger] = max(reach.get(event.trigger, 0), event.last)
    verbs_of = Counter(event.trigger for event in events)
    placed = {
        hit.end() - 1
        for event in events
        if verbs_of[event.trigger] > 1 and (hit := _OWN_TIME.match(text, event.last + 1)) is not None
    }
    verbs = [t for t in triggers if t[3] not in NOUNS or t[0] in used]
    for position in masked.positions(TIME):
        if is_of_the_report(text, position) or _is_dateline(text, position) or _ISO.match(masked.time(position).text):
            continue
        if _SINCE.search(text[max(0, position - 60) : position]):
            continue  # "the first visit since the war began in May"
        trigger = _trigger_of(text, position, verbs)
        verb_next = any(t[0] == position + 2 and t[3] not in NOUNS for t in triggers)  # "left X, in Y, on Monday came"
        opens = _OPENS_CLAUSE.search(text[max(0, position - 40) : position]) and not verb_next
        if opens and _SUBJECT_NEXT.match(text, position + 1):
            before = None if _JOINS_CLAUSE.search(text[max(0, position - 40) : position]) else trigger
            trigger = next((t[0] for t in triggers if 0 < t[0] - position <= 60 and t[0] in used), before)
        if text.startswith((" when ", ", when "), position + 1):
            trigger = next((t[0] for t in triggers if t[0] > position and t[0] in used), trigger)
        if trigger in own and position in placed:
            continue  # "was in A on Sunday, in B on Monday and spent a week at C"
        later = [t[0] for t in triggers if 0 < t[0] - position <= 45 and t[0] in used]
        if trigger is not None and own.get(trigger, -1) > trigger and later:
            trigger = later[0]  # "travelled on Sunday, and on Tuesday he reached X": each verb has its own day
        if trigger is not None and trigger < position and _is_aside(text, trigger, position):
            continue
        if trigger is not None and (trigger not in own or own[trigger] < trigger):
            own[trigger] = position
    for event in events:
        at = own.get(event.trigger)
        if (
            at is not None
            and masked.time(at).grain in ("year", "period")
            and not event.trigger - 30 <= at <= event.last + 40
        ):
            at = None  # "the visit was his tenth since he came to power in 2011"
        if (
            at is not None
            and event.verb == "move"
            and event.word in NOUNS
            and not event.trigger - 20 <= at <= reach[event.trigger] + 14
        ):
            at = None  # "the train from A to B was held up on Monday"
        if at is not None and (_is_of_the_next(text, event, at, events) or _only_left(masked, event, at, events)):
            at = None  # "in X and on Monday in Y"
        if at is not None and verbs_of[event.trigger] > 1 and (hit := _OWN_TIME.match(text, event.last + 1)):
            at = hit.end() - 1  # "to X on Tuesday and to Y on Friday"
        yield replace(event, time=masked.time(at), time_position=at) if at is not None else event


def _only_left(masked: Masked, event: Event, at: int, events: Sequence[Event]) -> bool:
    """Whether "on Saturday afternoon went from A to B" can only say when A was left: B is too far for one afternoon."""
    if event.role != "to" or event.mode == "air" or masked.time(at).grain not in ("daypart", "hour"):
        return False
    left = next((e for e in events if e.trigger == event.trigger and e.role == "from"), None)
    a, b = (e.place.place.at if e is not None and e.place.place is not None else None for e in (left, event))
    return a is not None and b is not None and rough_distance_km(a, b) > _TOO_FAR_KM


def _is_aside(text: str, trigger: int, position: int) -> bool:
    """Whether a verb stands in an aside that ends before a time: "who was flying to X, ordered rest from Friday"."""
    return _ASIDE_VERB.search(text[max(0, trigger - 40) : trigger]) is not None and (
        _MAIN_VERB.search(text[trigger:position]) is not None
    )


def _is_of_the_next(text: str, event: Event, at: int, events: Sequence[Event]) -> bool:
    """Whether a time stands between a place and the next one of the same verb, and leads to that one."""
    following = (e.last for e in events if e.trigger == event.trigger and e.last > event.last)
    after = min(following, default=None)
    if after is None or not event.last < at < after:
        return False
    return re.fullmatch(r" (?:in|at|through|to|by) (?:the )?", text[at + 1 : after]) is not None


def _is_dateline(text: str, position: int) -> bool:
    """Whether a time is a text's dateline: "OSLO, March 3 (AP) —"."""
    return position < 60 and re.match(r"\s?(?:\([^)]{2,40}\)\s?)?[-–—]", text[position + 1 :]) is not None


def _trigger_of(text: str, position: int, triggers: Sequence[tuple[int, int, str, str]]) -> int | None:
    """The trigger that a time belongs to: the last verb before it, or for a time that comes first, the next one."""
    before = bisect_right(triggers, position, key=lambda t: t[1])
    if before and not re.search(r"[;:]|[.]\s", text[triggers[before - 1][1] : position]):
        return triggers[before - 1][0]
    if re.match(r",? (?:and|but|before) (?:then )?[a-z]+", text[position + 1 : position + 30]):
        return None  # "began in X on Monday and went through Y": the day is that of the verb before
    after = bisect_right(triggers, position, key=lambda t: t[0])
    return triggers[after][0] if after < len(triggers) and triggers[after][0] - position <= 110 else None
