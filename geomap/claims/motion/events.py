"""Finds events in the sentences of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.claims.masking import DEMONYM, PLACE, QUANTITY, Masked, Remembered, masked_sentences
from geomap.claims.motion.cast import Cast
from geomap.claims.motion.counted import with_counted
from geomap.claims.motion.event import CAPITAL, DESCRIBED, Event, make_event, participant_of
from geomap.claims.motion.lead import named_later
from geomap.claims.motion.leads import ADJECTIVAL, lead_before
from geomap.claims.motion.lists import in_list, is_land_of
from geomap.claims.motion.order import in_order
from geomap.claims.motion.pointed import find_described, find_there, find_vehicles
from geomap.claims.motion.speech import speaker_before
from geomap.claims.motion.times import with_times
from geomap.claims.motion.triggers import (
    GAPS,
    NOUNS,
    ROLES,
    STRIKING_VERBS,
    find_triggers,
)
from geomap.records import Modality, Reading

# How far back a place looks for its verb, in characters of the masked sentence; ends at what closes a clause.
_REACH = 110
_MEASURED = re.compile(
    rf"{QUANTITY}\s?(?:away |(?:to the )?(?:due )?(?:north|south|east"
    rf"|west)\w{{0,12}} )?(?:and )?$",
    re.I,
)
# No bracket around lands alone closes it: "flew from A (R) to B (S)".
_CLOSED = re.compile(rf"[;:!?]|\((?!{PLACE}(?:, {PLACE})?\))|(?<!{PLACE})\)|[.](?=\s[A-Z“])|\bthat\b(?=.{{30}})")


# "seen in Lyon's museum": the museum is the place, not the owner; "Norway's capital" and "Oslo's airport" are.
_OWNER = re.compile(r"['’]s?\s(?!capital|airport|port|central station|main station|train station|harbou?r|\ue001)")


# "Norway's port of Narvik"; "from Norway's capital for Sweden" leads from one place to another.
_OWNS_PLACE = re.compile(
    rf"['’]s?\s(?:(?!(?:for|to|into|towards?|via|from|and|in|at|on|by|with)\b)[a-z-]+\s){{0,2}}{PLACE}"
)


def find_events(reading: Reading) -> Sequence[Event]:
    """The events of a reading in text order, each with its time, traveller, mode and modality."""
    return _remembered(reading)


def _find(reading: Reading) -> list[Event]:
    events: list[Event] = []
    cast = Cast(reading)
    for masked in masked_sentences(reading):
        found = list(_in_sentence(masked))
        for event in found:
            shown = event.verb == "show"  # "a picture shows the mayor's train in Lille"
            end = event.trigger + (len(event.word) + 1 if event.word in NOUNS else 0)  # "the first train from X to Y"
            span = (event.trigger, event.first) if shown else (0, min(end, len(masked.text)))
            carried = event.verb == "transfer" and event.word.endswith(_OBJECT)
            who = cast.carried(masked, event.trigger, event.word) if carried else cast.named(masked, *span)
            who = speaker_before(masked.text, event.trigger) or who
            if event.word not in STRIKING_VERBS or cast.strikes(who):
                events.append(replace(event, subject=who, mode=event.mode or cast.means_of(who)))
        if not found and masked.sentence.start >= reading.document.body_start:
            cast.read(masked)
    return list(with_counted(list(in_order(reading, list(named_later(reading, events))))))


_remembered: Remembered[Event] = Remembered(_find)


def _in_sentence(masked: Masked) -> Iterator[Event]:
    text = masked.text
    if PLACE not in text and f"{DEMONYM} capital" not in text and "termin" not in text:
        return
    triggers = [
        (m.start(), m.end(), m.lastgroup or "", m.group().lower())
        for m in find_triggers(text)
        if not (m.group().lower() in NOUNS and _is_means(text, m.start(), m.end()))
    ]
    if not triggers:
        return
    events: list[Event] = []
    previous: Event | None = None
    for position in _places(masked):
        event = _at_place(masked, position, triggers, events[-1] if events else None) or in_list(
            masked, position, previous
        )
        if event is not None:
            events.append(event)
        aside = _GROUND.search(text[max(0, position - 70) : position]) or is_land_of(masked, position, previous)
        if event is not None or not aside:
            previous = event  # "through X, 30 km south of Y, and Z" goes on to Z
    started = {e.last: e for e in find_vehicles(masked, triggers)}
    events = [e for e in events if e.last not in started]
    events += [*find_there(masked, triggers), *find_described(masked, triggers), *started.values()]
    events.sort(key=lambda e: (e.trigger, e.last))
    yield from with_times(masked, _as_put_before(text, events), triggers)


# A verb in the form that "will" and "to" ask for goes on with how the verb before it was put.
_BASE = frozenset(
    """travel go fly sail drive walk march ride move proceed continue head leave arrive reach visit meet cross enter
    pass stop return climb""".split()
)
_JOINED = re.compile(r"(?:\band|\bor|,|\bthen|\bbefore)\s(?:then |later |on |from there )?$")


def _as_put_before(text: str, events: Sequence[Event]) -> list[Event]:
    """The events, "will fly to X and travel on to Y" both as planned, and "is due in X, stopping at Y" too."""
    out: list[Event] = []
    put: dict[int, Modality] = {}
    for event in events:
        before = [e for e in out if e.trigger < event.trigger]
        ahead = bool(before) and before[-1].modality in (Modality.PLANNED, Modality.POSSIBLE)
        goes_on = event.word in _BASE or (ahead and event.word.endswith("ing"))
        carried = goes_on and event.modality is Modality.ASSERTED and before
        if carried and _JOINED.search(text[max(0, event.trigger - 24) : event.trigger]):
            put[event.trigger] = before[-1].modality
        out.append(replace(event, modality=put.get(event.trigger, event.modality)))
    return out


def _places(masked: Masked) -> list[int]:
    """Positions of places, and of peoples whose unnamed capital is meant: "the Sri Lankan capital"."""
    text = masked.text
    named = [p for p in masked.positions(PLACE) if not _OWNER.match(text, p + 1) and not ADJECTIVAL.match(text, p + 1)]
    # "from Norway's Lofoten islands" is from these, "from Oslo's Gardermoen" is from Oslo
    lands = {p for p in named if (place := masked.mention(p).place) is not None and place.kind in ("country", "region")}
    named = [p for p in named if p not in lands or not _OWNS_PLACE.match(text, p + 1)]
    capitals = [m.start() for m in re.finditer(rf"{DEMONYM}(?= capital(?! ?,? ?{PLACE}))", text)]
    return sorted([*named, *capitals])


def _at_place(
    masked: Masked, position: int, triggers: Sequence[tuple[int, int, str, str]], previous: Event | None = None
) -> Event | None:
    """The event that the nearest fitting trigger before a place makes of it; `previous` is the last event before."""
    text = masked.text
    prep, lead = lead_before(text, position)
    apposed = prep in ("in", "on", "near") and _APPOSED.search(text, max(0, lead - 40), lead) is not None
    if (apposed and prep != "near") or _is_aside(text, prep, lead):
        return None  # "Khasan, in Primorye" is a place in a region
    floor = max(0, lead - _REACH)
    closed = max((m.end() for m in _CLOSED.finditer(text, floor, lead)), default=floor)
    for start, end, verb, word in reversed(triggers):
        if word == "moved" and _MOVED.match(text, end) and not _PASSIVE.search(text[max(0, start - 24) : start]):
            verb = "move"
        swallowed = lead < end <= lead + len(prep) + 1  # "passed through", "crossed into"
        if (end > lead + (0 if prep else 1) and not swallowed) or start < closed:
            continue
        direct = swallowed or not prep
        if prep in ("at", "in", "on") and not swallowed and word in _LEFT and not _HOME.fullmatch(text, end, lead):
            continue  # "left her job at X", "passed away in X"
        if apposed and verb != "cross":
            continue  # "Zarzis, near the border" lies there; "crossed the isthmus near Zarzis" was there
        if verb == "bound" and prep in ("in", "at") and word not in ("due", "expected"):
            continue
        if verb == "bound" and not prep and not word.startswith(("destination", "en route")):
            continue
        if prep == "near" and previous is not None and previous.trigger == start and previous.role == "to":
            return None  # "arrived at X, in R and near the border"
        back = swallowed and prep == "back to"  # "turned back to X"
        role = ROLES[verb].get("" if direct and not back else prep)
        if role is None or (direct and not swallowed and text[end:lead].strip()):
            continue
        if role == "to" and prep in ("at", "in") and _TO_WHAT.search(text, end, lead):
            return None
        if role == "to" and prep in ("at", "in") and _FROM_AT.search(text[end:lead]):
            role = "from"  # "returning from a wedding at X"
        if verb == "move" and word in NOUNS and role not in ("from", "to", "at"):
            continue
        # "runs from X, in the north, to Y"
        goes_on = (
            previous is not None
            and previous.trigger == start
            and ((previous.role == "from" and role in ("to", "via")) or (previous.role == "to" and role == "via"))
        )
        if not _is_motion(text, start, verb, word) or lead - end > (_REACH if goes_on else GAPS.get(word, _REACH)):
            continue
        if _NEW_CLAUSE.search(text, end, lead) or (
            role == "to" and word in NOUNS and _LONG_AGO.search(text[max(0, start - 60) : start])
        ):
            continue  # "called at X and was to end its voyage in Y", "comes weeks after his trip to X"
        return make_event(masked, verb, word, role, position, start)
    return None


def _is_aside(text: str, prep: str, lead: int) -> bool:
    """Whether the words before a place make it one that a way is only measured, likened or told by."""
    near = text[max(0, lead - 30) : lead]
    if prep in ("from", "of", "") and _MEASURED.search(near[-24:]):
        return True  # "300 km from Lyon" is a distance
    if _LIKENED.search(text, max(0, lead - _REACH), lead):
        return True  # "the trek was the equivalent of going from London to Helsinki"
    if _SPENT.search(near):
        return True  # "arrived in Seoul after two days in Tokyo"
    return prep == "by" and _LENT.search(near[-24:]) is not None  # "travelled on a plane lent by Beijing"


# "left by train for X": the train is how, not what goes to X.
_MEANS = re.compile(r"\b(?:by|aboard|on|his|her|their) (?:(?:a|the|own|special|night|private|overnight) ){0,2}$", re.I)
# … "the passengers on Flight 12 from X to Y" tells of the flight.
_PAIRED = re.compile(rf"(?: [A-Z]{{0,3}} ?\d{{1,4}})? from (?:the )?{PLACE}(?:, {PLACE})? to\b")


def _is_means(text: str, start: int, end: int) -> bool:
    """Whether a noun of a journey only says how one goes."""
    return _MEANS.search(text[max(0, start - 24) : start]) is not None and _PAIRED.match(text, end) is None


# "at X, in R", "at X railway station, in R"
_APPOSED = re.compile(rf"{PLACE}(?:[ ,]*| [a-z]+(?: [a-z]+)?, )$")
_LEFT = ("left", "leave", "leaves", "leaving", "passed", "passes", "pass", "passing")
# "left our home in X", not "left her job at X"
_HOME = re.compile(
    r" (?:our|my|his|her|their|its|the) (?:[a-z]+ )?(?:homes?|house|farm|village|base|camp|hotel|flat|hostel|lodge) "
)
_LIKENED = re.compile(
    r"\b(?:(?:is|was|were|be|being) (?:roughly |about |almost |nearly )?(?:the )?"
    r"(?:equivalent (?:of|to)|equal to|akin to|like|comparable (?:to|with)|the same as|similar to)|as if)\b[^.;]*$"
)
_SPENT = re.compile(rf"\bafter (?:[a-z]{{2,10}} ){{0,2}}{QUANTITY} (?:spent )?$")
_LENT = re.compile(
    r"\b(?!(?:pass|travell?|stopp|sail|march|walk|cross|skirt)ed\b)"
    r"(?:[a-z]{2,12}ed|lent|built|made|given|sent|held|run|sold|paid) $"
)
# "returned to power in X"; "to his farm in X" tells where one came to.
_TO_WHAT = re.compile(r"\bto (?!(?:his|her|their|its|the|an?)\b)[a-z]+ ")
_FROM_AT = re.compile(r" from (?:an?|the|his|her|their|its) [^,;]{2,40}$")
_NEW_CLAUSE = re.compile(r"\b(?:and|but|then) (?:then |later |now )?(?:was|were|is|are|will|would|had|has|may|might) ")
_LONG_AGO = re.compile(
    r"\b(?:weeks|months|years) (?:after|since|before|from) (?:an?|the|his|her|their|its|\w+['’]s) (?:[\w-]+ ){0,3}$"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|been|being|be|are|is|get|got|gets)\s(?:\w{2,12}ly\s|also\s|then\s|later\s|last\s|first\s)?$"
    r"|\b(?:was|were|been)\s\w{2,12}(?:ed|en|wn)\b[^.;:]{0,60}\band\s(?:then\s|later\s)?$",
    re.I,
)


# "moved from X to Y": by oneself, where nobody was moved.
_MOVED = re.compile(rf" (?:back )?from (?:the )?{PLACE}[^.;]{{0,40}}? (?:to|into|towards?) (?:the )?{PLACE}")
# "buses took the pupils from X to Y"
_CARRIED = re.compile(
    rf" (?:[a-z\d,-]+ ){{1,6}}?from (?:the )?(?:[a-z-]+ ){{0,2}}?{PLACE}[^.;]{{0,60}}? (?:to|towards?|into) (?:the )?"
    rf"(?:[a-z-]+ ){{0,3}}?{PLACE}"
)
_OBJECT = (" me", " him", " her", " us", " them")
_DONE_TO_ONE = frozenset(
    ("received", "greeted", "welcomed", "handed over", "picked up", "rescued", "freed", "released", "intercepted")
)


def _is_motion(text: str, start: int, verb: str, word: str) -> bool:
    """Whether a verb that can be said of goods or letters is said of a traveller: "was taken to", "was received"."""
    if word.endswith(_OBJECT):
        return True
    if word == "reached" and text.endswith("be ", 0, start):
        return False  # "can be reached from X" tells how one gets there
    if word == "finished" and _PASSIVE.search(text[max(0, start - 24) : start]):
        return False  # "my feet are finished"
    if verb == "transfer" and _CARRIED.match(text, start + len(word)):
        return True
    if verb == "transfer" or word in _DONE_TO_ONE:
        return _PASSIVE.search(text[max(0, start - 90) : start]) is not None
    if word in ("seen", "spotted", "photographed", "pictured", "sighted", "filmed"):
        return _PASSIVE.search(text[max(0, start - 24) : start]) is not None or text[
            max(0, start - 24) : start
        ].rstrip().endswith(("train", "ship", "convoy"))
    return True


_GROUND = re.compile(rf"{QUANTITY}[^.;{PLACE}]{{0,40}}\b(?:of|from|off)\s(?:the\s(?:{DEMONYM}\s)?)?$")


__all__ = ["CAPITAL", "DESCRIBED", "Event", "find_events", "participant_of"]
