"""Events put together as one claim, with who travels and where the traveller is known to come from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.claims.attribution import begin_claim
from geomap.claims.masking import DEMONYM, PLACE, Masked, Remembered, masked_sentences
from geomap.claims.motion.events import Event, find_events, participant_of
from geomap.claims.motion.triggers import is_past
from geomap.claims.placing import settle
from geomap.claims.travellers import is_carrier, is_vehicle, same_traveller
from geomap.interfaces import Gazetteer
from geomap.records import Claim, ClaimKind, Modality, Participant, Reading, TimeSpan

_OFFICE_OF = re.compile(
    rf"{DEMONYM}(?:['’]s)?\s(?:[a-z]+\s){{0,2}}(?:leader|president|premier|chancellor|prime minister"
    rf"|foreign minister|defen[cs]e minister|king|queen|president-elect"
    r"|envoy|delegation|dictator|ruler|minister|ambassador|train|ship|plane|convoy|President|Prime Minister"
    r"|Foreign Minister|Chancellor|King|Leader)s?\s?(?P<name>(?:[A-Z][\w’'-]+\s?){0,4})"
)


def tell(reading: Reading, kind: ClaimKind, events: Sequence[Event], gazetteer: Gazetteer, *, event: str) -> Claim:
    """A claim of some events of one sentence, stops in the order of the journey: from, via, to."""
    masked = events[0].sentence
    stops = [replace(_land(e, events, gazetteer), time=time_at(e), role=_role(e, events), mode=e.mode) for e in events]
    starts = [p for p in stops if p.role == "from"]
    ends = [p for p in stops if p.role in ("to", "at")] or [p for p in stops if p.role in ("planned", "bound")]
    end = ends[-1] if ends else None
    ground = starts[0] if starts else None
    via = tuple(p for p in stops if p is not end and p is not ground)
    first = min(min(e.first, e.time_position if e.time_position is not None else e.first) for e in events)
    last = max(max(e.last, e.time_position or 0) for e in events)
    start, stop = masked.offset(first), masked.end_offset(last + 1)
    times = tuple(dict.fromkeys(e.time for e in events if e.time is not None))
    main = next((e for e in events if e.place.start == (end or ground or stops[0]).start), events[0])
    return replace(
        begin_claim(reading, kind, masked.sentence, (start, stop)),
        figure=end,
        ground=ground,
        via=via,
        mode=next((e.mode for e in events if e.mode), None),
        event=event,
        time=main.time or (times[-1] if times else None),
        times=times,
        subject=next((e.subject for e in events if e.subject), None),
        modality=_modality(events),
        score=min(p.score for p in stops),
    )


def _land(event: Event, events: Sequence[Event], gazetteer: Gazetteer) -> Participant:
    """The place of an event; of "entered Oaxaca at X" the state, not the town of its name."""
    found = settle(event.place, gazetteer)
    place = found.place
    at = any(e.trigger == event.trigger and e.role == "at" for e in events)
    if place is None or place.is_wide or event.verb != "enter" or event.role != "to" or not at:
        return found
    named = [p for p in gazetteer.find_places(event.place.text) if p.kind == "region" and p.country == place.country]
    return replace(found, place=named[0]) if named else found


def time_at(event: Event) -> TimeSpan | None:
    """When one was at a place: an arrival's time is not its start's, nor a departure's or a turn's that of its end."""
    if event.role == "from" and event.verb in ("arrive", "enter"):
        return None
    return None if event.role == "to" and event.verb in ("depart", "turn") else event.time


def _role(event: Event, events: Sequence[Event]) -> str:
    """A place that one only travels towards is "bound" where the same sentence tells of an arrival."""
    if event.verb == "depart" and event.role == "to":
        return "bound"
    if event.role in ("to", "at", "via") and event.modality in (Modality.PLANNED, Modality.POSSIBLE):
        return "planned"
    if event.verb == "bound" and event.role in ("to", "via"):
        return "bound" if event.role == "to" else "planned"
    if event.role == "to" and event.verb == "move" and _is_under_way(event):
        return "bound"
    towards = event.role == "to" and event.verb == "move" and (event.is_area or not is_past(event.word))
    if towards and any(other.verb in ("arrive", "enter") and other.role == "to" for other in events):
        return "bound"
    return event.role


_STILL = re.compile(r"\b(?:is|was|are|were|been|still)\s(?:\w{2,12}\s)?$")


def _is_under_way(event: Event) -> bool:
    """Whether one is on the way only: "was steaming to X", "sailed towards X"."""
    text = event.sentence.text
    towards = re.search(r"\btowards? (?:the )?$", text[max(0, event.last - 14) : event.last]) is not None
    return towards or (
        event.word.endswith("ing") and _STILL.search(text[max(0, event.trigger - 24) : event.trigger]) is not None
    )


def _modality(events: Sequence[Event]) -> Modality:
    """A claim is as sure as its surest part: "arrived to attend the talks that will be held"."""
    order = (Modality.ASSERTED, Modality.PLANNED, Modality.POSSIBLE, Modality.NEGATED)
    return min((e.modality for e in events), key=order.index)


def origin_of(reading: Reading, event: Event, gazetteer: Gazetteer) -> Participant | None:
    """Where the traveller of an event comes from: a departure told elsewhere in the text, else their country."""
    departures = _departures(reading)
    alone = len({other.place.place.id for other in departures if other.place.place is not None}) == 1
    for other in departures:
        if _together(other, event, alone=alone):
            place = settle(other.place, gazetteer)
            return replace(
                place,
                start=None,
                end=None,
                role="from",
                why=(f"the text tells of the departure from {place.text} elsewhere"),
            )
    return _home(reading, event)


def _find_departures(reading: Reading) -> list[Event]:
    """The first departure of each traveller."""
    first: dict[str | None, Event] = {}
    for event in find_events(reading):
        if event.role == "from" and event.verb in ("depart", "move") and event.place.place:
            first.setdefault(event.subject, event)
    return list(first.values())


_departures: Remembered[Event] = Remembered(_find_departures)


# Who left this many sentences before a vehicle is told of may be on board (chosen by us).
_ON_BOARD = 2


def _together(a: Event, b: Event, *, alone: bool) -> bool:
    """Whether two events are of one journey: of one traveller, and not one on a Sunday and one in 1992.

    Who is not named, or may be on board, goes with the only departure.
    """
    if a.time is not None and b.time is not None and (a.time.grain == "year") != (b.time.grain == "year"):
        return False
    if a.subject is None or b.subject is None:
        return alone
    if a.subject == b.subject:
        return True
    if is_vehicle(a.subject) != is_vehicle(b.subject):
        if not (alone or 0 <= b.sentence.number - a.sentence.number <= _ON_BOARD):
            return False
        vehicle = a.subject if is_vehicle(a.subject) else b.subject
        return is_carrier(vehicle) and not vehicle.startswith("the other ")
    return not is_vehicle(a.subject) and same_traveller(a.subject, b.subject)


_OF_COUNTRY = re.compile(
    rf"\b(?:leader|president|premier|chancellor|prime minister|king|queen|ruler|train"
    rf"|ship) of (?:the )?(?P<land>{PLACE})",
    re.I,
)


def _home(reading: Reading, event: Event) -> Participant | None:
    """The country whose leader, envoy or train the traveller is: "Norwegian envoy Anna Berg".

    What the sentence itself says before the verb counts first.
    """
    sentence = event.sentence
    own = [hit for hit in _OFFICE_OF.finditer(sentence.text) if hit.end() <= event.trigger + 1]
    if own:
        return _people(sentence, own[-1].start())
    for name, people in _homes(reading):
        if event.subject and not is_vehicle(event.subject) and name and not same_traveller(name, event.subject):
            continue
        return people
    return None


def _find_homes(reading: Reading) -> list[tuple[str, Participant]]:
    """Who is said to be of which country, each name once; "" stands for every traveller.

    "The leader of Norway" or "the train of Norway" is whoever the text tells of.
    """
    sentences = masked_sentences(reading)
    for masked in sentences:
        for hit in _OF_COUNTRY.finditer(masked.text):
            if people := _people(masked, hit.start("land")):
                return [("", people)]
    found: dict[str, Participant] = {}
    for masked in sentences:
        for hit in _OFFICE_OF.finditer(masked.text):
            if people := _people(masked, hit.start()):
                found.setdefault(hit["name"].strip(), people)
    return list(found.items())


_homes: Remembered[tuple[str, Participant]] = Remembered(_find_homes)


def _people(masked: Masked, position: int) -> Participant | None:
    """The country of a people or a country's name, as where a traveller comes from."""
    people = participant_of(masked.mention(position), "from")
    if people.place is None or people.place.kind != "country":
        return None
    why = f"the traveller is of {people.place.name}"
    return replace(people, start=None, end=None, score=0.8 * people.score, why=why)


def home_country(reading: Reading, name: str) -> str | None:
    """The country whose leader or envoy a text calls someone: "Norwegian envoy Anna Berg"."""
    for masked in masked_sentences(reading):
        for hit in _OFFICE_OF.finditer(masked.text):
            if hit["name"].strip() and same_traveller(hit["name"].strip(), name):
                place = masked.mention(hit.start()).place
                return place.country if place is not None else None
    return None
