"""What one event tells, as far as a claim can be made of it: a stop, a plan, an arrival, a place not reached."""

from __future__ import annotations

import re

from geomap.claims.masking import PLACE, QUANTITY
from geomap.claims.motion.events import Event
from geomap.claims.motion.measures import is_measured
from geomap.claims.motion.pointed import VEHICLE_FROM
from geomap.claims.motion.triggers import NOUNS, STRIKING_VERBS, is_past
from geomap.records import Modality

_SCHEDULED = frozenset("depart arrive enter move pass transfer visit receive meet show attend".split())
_CROSSABLE = frozenset("river strait border canal bridge lake sea bay gulf mountain range desert".split())

# Verbs that tell of an arrival whether or not they tell its day.
_ARRIVED = (
    *("arriv", "reach", "land", "dock", "pull", "touch", "put", "made land", "crash-land", "came ashore", "tied up"),
    *("berth", "moor", "anchor"),
)
# "The next stop was X": whose, the text has told.
_NEXT_STOP = re.compile(r"^[a-z]+ (?:stop|stopover|halt|port of call)\b")
# … and verbs that do so of a known traveller only: "returned to power", "came to the fore".
_CAME = frozenset(("returned", "returning", "came", "got", "made it", "rode into", "drew into", "finished"))
# Areas that one goes into or through; where the Far East begins nobody knows.
_LANDS = frozenset(("country", "region"))
# What happens to laws and letters too.
_TAKEN = frozenset(("taken", "brought", "moved", "rushed"))
# Goods and laws do so too.
_IDLE = frozenset(("went", "ran", "moved", "gone", "followed"))
_INTO = re.compile(r"\binto (?:the )?(?:[a-z-]+ ){0,3}$")
# What is fired starts from a land as well as from a town.
_FIRED = ("fired", "launched")


def is_bound(event: Event) -> bool:
    """Whether an event is the end that a traveller is on the way to."""
    told = event.modality is not Modality.NEGATED and event.is_named and not event.is_area
    return told and event.verb == "bound" and event.role == "to"


def is_planned_stop(event: Event) -> bool:
    """Whether an event is a stop that is announced: "will stop in X"."""
    stop = (event.verb, event.role) in (("pass", "via"), ("arrive", "to"))
    return stop and event.modality is Modality.PLANNED and not event.is_area and event.place.place is not None


_MEETING = re.compile(r"\b(?:meet|meets|met|summit|talks|encounter|face to face)\b", re.I)


def is_way_point(event: Event) -> bool:
    """Whether an event tells of a stop at whatever time: "reached X on Friday after setting out from Z"."""
    told = (
        (event.role == "from" and (event.verb == "depart" or (event.verb == "move" and is_past(event.word))))
        or (event.role == "via" and event.verb in ("pass", "move"))
        or (event.role == "to" and event.verb == "move" and is_past(event.word))
        or (event.role == "to" and event.verb == "turn" and event.word.startswith("turn"))
    )
    return told and (not event.is_area or event.word in _FIRED) and event.modality is Modality.ASSERTED


def is_start_of_vehicle(event: Event) -> bool:
    """Whether an event is the start of a vehicle that the sentence tells more of: "the jet from X landed in Y"."""
    return (
        event.verb == "move"
        and event.role == "from"
        and VEHICLE_FROM.match(event.sentence.text, event.first) is not None
    )


# "it takes 13 hours to reach X": told of the way, not of anybody's arrival.
_TAKES_TO = re.compile(rf"\b(?:takes?|needs?)\s(?:[a-z]+\s){{0,3}}{QUANTITY}\s(?:[a-z]+\s){{0,3}}?to\s$")


def is_scheduled(event: Event) -> bool:
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
        idle = event.word in ("got", "return") or (event.word == "came" and event.subject is None)
        return event.role in ("from", "to", "at", "via") and not (idle and event.is_area)
    if event.is_area or not event.is_named or event.word in ("was", "were"):
        return False
    if event.modality is not Modality.ASSERTED:
        return event.verb == "meet"
    if event.verb == "transfer":
        return event.role == "to" and event.subject is not None
    if event.verb == "arrive":
        return event.role == "to" and (event.word.startswith(_ARRIVED) or event.word in STRIKING_VERBS)
    return event.verb == "receive" or (event.verb == "show" and event.subject is not None)


def is_missed(event: Event) -> bool:
    """Whether a traveller is said not to have come to a place: "did not stop in X", "never reached X"."""
    told = (event.verb, event.role) in (("arrive", "to"), ("pass", "via"), ("visit", "to"))
    return told and event.modality is Modality.NEGATED and event.subject is not None and not event.is_area


def is_stop(event: Event) -> bool:
    """Whether an event is a start, a halt or an end of a known traveller's way, of which no more is told."""
    halted = (event.verb, event.role) in (("pass", "via"), ("cross", "at")) or event.word == "visited"
    gone = event.verb in ("move", "cross") and event.role in ("to", "via") and is_past(event.word)
    left = (event.verb, event.role) == ("depart", "from") and _is_departure(event.word)
    came = event.verb == "arrive" and (event.word in _CAME or event.role == "from")
    if not (halted or gone or left or came) or event.modality is not Modality.ASSERTED:
        return False
    if gone and is_measured(event.sentence, event.trigger, event.last):
        return False  # "drove the 170 km to X" is about its length
    if event.word == "stops" and QUANTITY in event.sentence.text[: event.trigger]:
        return False  # "The 6 hour trip includes stops in X" is about its time
    return (
        (event.subject is not None or _NEXT_STOP.search(event.word) is not None)
        and event.is_named
        and (not event.is_area or (gone and event.role == "via" and event.word not in _IDLE and _is_land(event)))
    )


def _is_departure(word: str) -> bool:
    """Whether a verb tells that somebody has gone: "left", "set out", "departed"; "loaded" and "started" do not."""
    return word.startswith(
        ("left", "fled", "departed", "set ", "took off", "taken off", "lifted off", "flew out", "cast off")
    )


def _is_land(event: Event) -> bool:
    """Whether an event's place is a country or a region, into which or through which one goes; no vague one."""
    return event.place.place is not None and event.place.place.kind in _LANDS


def is_entry(event: Event) -> bool:
    """Whether an event tells of a way into a land: "entered R", "drove into R"."""
    if event.role != "to" or event.modality is not Modality.ASSERTED or not event.is_area:
        return False
    if event.verb == "enter":
        return True
    if event.subject is None or not _is_land(event) or not is_past(event.word) or event.word in _IDLE:
        return False
    lead = event.sentence.text[max(0, event.last - 60) : event.last]
    return event.verb == "move" and _INTO.search(lead) is not None


def is_crossable(event: Event) -> bool:
    """Whether an event's place can be crossed: a river, a border, a sea."""
    return event.place.place is not None and event.place.place.kind in _CROSSABLE


def _is_located(text: str, position: int) -> bool:
    """Whether an amount stands right after a place, as in "X, 900 miles from Y"."""
    return QUANTITY in text[position : position + 24]


def is_plan(event: Event) -> bool:
    """Whether an event is an end that a traveller means, or is said, to go to."""
    if _is_start(event):
        return event.modality is Modality.PLANNED
    if event.role != "to" or not event.is_named or (event.is_area and not (event.subject and _is_land(event))):
        return False
    if event.verb not in ("visit", "move", "attend", "arrive", "bound", "transfer", "depart"):
        return False
    if event.word in _TAKEN or (
        event.verb == "depart" and event.word.startswith(("fle", "withdr", "retreat", "departure"))
    ):
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
        (event.verb in ("bound", "depart") or event.word.startswith(("going", "make ", "making ")))
        and event.modality is Modality.ASSERTED
        and event.subject is not None
    )


def _is_start(event: Event) -> bool:
    """Whether an event is the departure of a known traveller from a town."""
    left = (event.verb, event.role) == ("depart", "from")
    return left and event.subject is not None and event.is_named and not event.is_area
