"""Which events of a sentence make a claim together, and whether it is one about a schedule or about a route."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from geomap.claims.masking import PLACE, QUANTITY
from geomap.claims.motion.events import Event, find_events
from geomap.claims.motion.measures import is_measured
from geomap.claims.motion.pointed import VEHICLE_FROM
from geomap.claims.motion.triggers import NOUNS, STRIKING_VERBS, is_past
from geomap.claims.motion.turns import QUOTED, TURNS
from geomap.records import Modality, Reading

_SCHEDULED = frozenset("depart arrive enter move pass transfer visit receive meet show attend".split())
_FILE_PHOTO = re.compile(
    r"^\W{0,3}(?:file\b|library (?:photo|picture)|archive photo)|\bfile (?:photo|picture|image)\b", re.I
)
_CROSSABLE = frozenset("river strait border canal bridge lake sea bay gulf mountain range desert".split())

# Verbs that tell of an arrival whether or not they tell its day.
_ARRIVED = (
    *("arriv", "reach", "land", "dock", "pull", "touch", "put", "made land", "crash-land", "came ashore", "tied up"),
    *("berth", "moor", "anchor"),
)
# What is fired starts from a land as well as from a town.
_FIRED = ("fired", "launched")


@dataclass(frozen=True, slots=True)
class Group:
    """Events that one claim holds.

    `form` is "schedule" or the form of a route: enter, turn, cross, plan, missed, way, stop.
    """

    form: str
    events: tuple[Event, ...]


def find_groups(reading: Reading) -> Iterator[Group]:
    """The groups of a reading in text order."""
    for _, found in groupby(find_events(reading), key=lambda e: e.sentence.number):
        events = tuple(e for e in found if e.sentence.sentence.start >= reading.document.body_start)
        if not events or _FILE_PHOTO.search(events[0].sentence.text):
            continue
        group = _turned(events) or _scheduled(events)
        if group is not None:
            yield group
        grouped = {id(e) for e in group.events} if group else set()
        rest = tuple(e for e in events if id(e) not in grouped)
        yield from _routes(rest, group)


def _turned(events: Sequence[Event]) -> Group | None:
    """The text says "bound for X, changed course after crossing Y": the whole sentence is one route."""
    text = events[0].sentence.text
    turns = TURNS.search(text)
    if turns is None:
        return None
    own = tuple(e for e in events if not QUOTED.search(text[min(turns.end(), e.last) : max(turns.start(), e.first)]))
    if not any(e.verb in ("bound", "depart", "move", "turn", "cross", "enter") for e in own):
        return None
    return Group("turn", own)


def _scheduled(events: Sequence[Event]) -> Group | None:
    chosen = [e for e in events if _is_scheduled(e)]
    if not chosen:
        return None
    triggers = {e.trigger for e in chosen}
    scheduled = {id(e) for e in chosen}
    started = any(e.role == "from" for e in chosen)
    ahead = all(e.modality is Modality.PLANNED for e in chosen)
    chosen = [
        e
        for e in events
        if id(e) in scheduled
        or (e.trigger in triggers and e.role in ("from", "to", "via", "at"))
        or _left(e)
        or (ahead and _is_planned_stop(e))
        or (not started and _from_where(e))
    ]
    if started and not any(e.role in ("to", "at") for e in chosen):
        chosen += [e for e in events if _is_bound(e)][:1]  # "left X on Sunday and was on its way to Y"
    return Group("schedule", tuple(chosen))


def _is_bound(event: Event) -> bool:
    """Whether an event is the end that a traveller is on the way to."""
    told = event.modality is not Modality.NEGATED and event.is_named and not event.is_area
    return told and event.verb == "bound" and event.role == "to"


def _is_planned_stop(event: Event) -> bool:
    """Whether an event is a stop that is announced: "will stop in X"."""
    stop = (event.verb, event.role) in (("pass", "via"), ("arrive", "to"))
    return stop and event.modality is Modality.PLANNED and not event.is_area and event.place.place is not None


_MEETING = re.compile(r"\b(?:meet|meets|met|summit|talks|encounter|face to face)\b", re.I)


def _left(event: Event) -> bool:
    """Whether an event tells of a stop at whatever time: "reached X on Friday after setting out from Z"."""
    told = (
        (event.role == "from" and (event.verb == "depart" or (event.verb == "move" and is_past(event.word))))
        or (event.role == "via" and event.verb in ("pass", "move"))
        or (event.role == "to" and event.verb == "move" and is_past(event.word))
        or (event.role == "to" and event.verb == "turn" and event.word.startswith("turn"))
    )
    return told and (not event.is_area or event.word in _FIRED) and event.modality is Modality.ASSERTED


def _from_where(event: Event) -> bool:
    """Whether an event is the start of a vehicle that the sentence tells more of: "the jet from X landed in Y"."""
    return (
        event.verb == "move"
        and event.role == "from"
        and VEHICLE_FROM.match(event.sentence.text, event.first) is not None
    )


# "it takes 13 hours to reach X": told of the way, not of anybody's arrival.
_TAKES_TO = re.compile(rf"\b(?:takes?|needs?)\s(?:[a-z]+\s){{0,3}}{QUANTITY}\s(?:[a-z]+\s){{0,3}}?to\s$")


def _is_scheduled(event: Event) -> bool:
    """Whether an event is one that a reader could check against time or place alone."""
    if _TAKES_TO.search(event.sentence.text[max(0, event.trigger - 48) : event.trigger]):
        return False
    if event.verb == "bound" and event.modality is Modality.PLANNED and event.time is not None:
        return event.role == "to" and not event.is_area  # "is due in X on Friday"
    if (
        event.verb not in _SCHEDULED and (event.verb, event.role) not in (("cross", "at"), ("cross", "to"))
    ) or event.modality is Modality.NEGATED:
        return False
    if event.modality is not Modality.ASSERTED and event.verb == "meet" and not _MEETING.search(event.sentence.text):
        return False  # that a fair will be held tells of no traveller
    if event.time is not None:
        if event.word in ("was", "were") and event.time.grain in ("year", "period"):
            return False  # that somebody was in X in 2010 tells of no journey
        if event.is_area and event.place.place and event.place.place.kind == "vague":
            return False  # "arrived in the Far East": where that lies is another claim
        if event.time.grain in ("year", "period") and event.verb not in (
            "meet",
            "visit",
            "receive",
            "attend",
            "arrive",
        ):
            return False
        return event.role in ("from", "to", "at", "via") and not (
            event.word in ("came", "got", "return") and event.is_area
        )
    if event.is_area or not event.is_named or event.word in ("was", "were"):
        return False
    if event.modality is not Modality.ASSERTED:
        return event.verb == "meet"
    if event.verb == "transfer":
        return event.role == "to" and event.subject is not None
    if event.verb == "arrive":
        return event.role == "to" and (event.word.startswith(_ARRIVED) or event.word in STRIKING_VERBS)
    return event.verb == "receive" or (event.verb == "show" and event.subject is not None)


def _routes(events: Sequence[Event], schedule: Group | None) -> Iterator[Group]:
    entered = [
        e for e in events if e.verb == "enter" and e.role == "to" and e.modality is Modality.ASSERTED and e.is_area
    ]
    crossed = [e for e in events if e.verb == "cross" and e.role == "cross" and _is_crossable(e)]
    planned = [e for e in events if _is_plan(e)]
    border: Group | None = None
    if crossed:
        over = tuple(e for e in events if e.trigger == crossed[0].trigger or e.role in ("from", "to"))
        border = Group("cross", over)
    elif entered:
        border = Group("enter", (entered[0],))
    if border is not None:
        yield border
        done = {e.trigger for e in border.events}
        events = [e for e in events if e.trigger not in done]  # "crossed into Spain and passed through X and Y"
    if way := _way(events) or _passed(events):
        if schedule is None:
            yield Group("way", way)
            after = tuple(e for e in events if e not in way and e.role == "via" and _is_stop(e))
            if after:
                yield Group("stop", after)  # "crossed from X to Y and camped at Z"
    elif border is not None:
        return
    elif schedule is None and (planned or any(map(_is_planned_stop, events))):
        yield Group("plan", (planned[0],) if planned else tuple(filter(_is_planned_stop, events)))
    elif missed := next((e for e in events if _is_missed(e)), None):
        yield Group("missed", (missed,))
    elif stopped := tuple(e for e in events if _is_stop(e)):
        halts, told = {e.trigger for e in stopped}, {id(e) for e in stopped}
        made = [e for e in events if id(e) in told or (e.role == "from" and e.trigger in halts)]
        apart = any(e.role == "to" for e in made)  # "crossed from X to Y and camped at Z": each verb for itself
        yield from (Group("stop", tuple(g)) for _, g in groupby(made, key=lambda e: e.trigger if apart else 0))


def _is_missed(event: Event) -> bool:
    """Whether a traveller is said not to have come to a place: "did not stop in X", "never reached X"."""
    told = (event.verb, event.role) in (("arrive", "to"), ("pass", "via"), ("visit", "to"))
    return told and event.modality is Modality.NEGATED and event.subject is not None and not event.is_area


def _is_stop(event: Event) -> bool:
    """Whether an event is a halt on the way of a known traveller, of which no more is told."""
    halted = (event.verb, event.role) in (("pass", "via"), ("cross", "at")) or event.word == "visited"
    gone = event.verb in ("move", "cross") and event.role in ("to", "via") and is_past(event.word)
    if not (halted or gone) or event.modality is not Modality.ASSERTED:
        return False
    if gone and is_measured(event.sentence, event.trigger, event.last):
        return False  # "drove the 170 km to X" is about its length
    if event.word == "stops" and QUANTITY in event.sentence.text[: event.trigger]:
        return False  # "The 6 hour trip includes stops in X" is about its time
    return event.subject is not None and event.is_named and not event.is_area


def _is_crossable(event: Event) -> bool:
    return event.place.place is not None and event.place.place.kind in _CROSSABLE


def _is_located(text: str, position: int) -> bool:
    """Whether an amount stands right after a place, as in "X, 900 miles from Y"."""
    return QUANTITY in text[position : position + 24]


def _is_plan(event: Event) -> bool:
    if event.role != "to" or event.is_area or not event.is_named:
        return False
    if event.verb not in ("visit", "move", "attend", "arrive", "bound"):
        return False
    text = event.sentence.text
    if event.verb == "move" and text.startswith(f" {PLACE}", event.trigger + len(event.word)):
        return False  # "will fly Sydney to London": a pair that nobody is told to have travelled
    if QUANTITY in text[event.trigger : event.last]:
        return False  # "drive the 170 km to X" is about its length
    if event.verb == "visit" and " to " not in text[event.trigger : event.last] and _is_located(text, event.last):
        return False  # "would visit X, 900 miles from Y" is about where X lies
    if QUANTITY in text[max(0, event.first - 40) : event.last + 40] and event.word in NOUNS:
        return False  # "a trip from X to Y would take two hours" is about its time
    return event.modality in (Modality.PLANNED, Modality.POSSIBLE) or (
        event.verb == "bound" and event.modality is Modality.ASSERTED and event.subject is not None
    )


_SETS_OUT = frozenset("depart move bound transfer arrive".split())


def _way(events: Sequence[Event]) -> tuple[Event, ...] | None:
    """The events of "from X (via Y) to Z" without a length or a time that other claims are about."""
    for start in events:
        if start.role != "from" or not (start.verb in _SETS_OUT or (start.verb == "cross" and is_past(start.word))):
            continue
        if start.verb == "cross" and not is_past(start.word):
            continue  # "a train that crosses Australia from X to Y"
        others = {e.trigger for e in events if e.role == "from" and e is not start}
        ends = [
            e
            for e in events
            if e.role == "to"
            and e.last > start.last
            and (e.trigger == start.trigger or (e.first - start.last < 60 and e.trigger not in others))
        ]
        if not ends:
            ends = [e for e in events if e.role == "to" and e.trigger == start.trigger]
        ends = [e for e in ends if e.place.text != start.place.text]
        ends = [e for e in ends if e.place.place is None or e.place.place != start.place.place]
        if not ends or not start.is_named or (start.is_area and all(end.is_area for end in ends)):
            continue
        goal = max(e.last for e in ends)
        by = [
            e for e in events if e.role == "via" and (e.last < goal or e.trigger in {start.trigger, ends[-1].trigger})
        ]
        chosen = [start, *sorted([*by, *ends], key=lambda e: e.last)]
        first, last = min(e.first for e in chosen), max(e.last for e in chosen)
        if is_measured(start.sentence, max(0, first - 40), last + 60):
            continue
        return tuple(chosen)
    return None


def _passed(events: Sequence[Event]) -> tuple[Event, ...] | None:
    """Stops on the way alone: "passing Dandong, Tianjin and Wuhan"."""
    passed = tuple(e for e in events if e.role == "via" and not e.is_area and e.modality is Modality.ASSERTED)
    by = {e.trigger for e in passed if e.subject}
    passed += tuple(e for e in events if e.role == "to" and e.trigger in by and e.verb == "move" and not e.is_area)
    if len(passed) < 2 or is_measured(passed[0].sentence, max(0, passed[0].first - 90), passed[-1].last + 40):
        return None
    return passed
