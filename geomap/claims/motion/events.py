"""Finds events in the sentences of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geomap.claims.masking import DEMONYM, PLACE, QUANTITY, TIME, Masked, masked_sentences
from geomap.claims.modality import modality_of, mode_of
from geomap.claims.motion.triggers import AREAS, NOUNS, ROLES, is_of_the_report, lead_before, trigger_pattern
from geomap.claims.travellers import is_carrier, is_pronoun, subject_before
from geomap.records import Modality, Participant, PlacedMention, Reading, TimeSpan

# How far back a place looks for its verb, in characters of the masked sentence; ends at what closes a clause.
_REACH = 110
_MEASURED = re.compile(
    rf"{QUANTITY}\s?(?:away |(?:to the )?(?:due )?(?:north|south|east"
    rf"|west)\w{{0,12}} )?(?:and )?$",
    re.I,
)
_CLOSED = re.compile(r"[;:!?()]|[.](?=\s[A-Z“])|\bthat\b(?=.{30})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A place in the role that a verb gives it: from, to, via, at or cross.

    `first` to `last` are positions in the masked sentence; `mention` is None for a place that is only pointed at.
    """

    sentence: Masked
    verb: str
    word: str
    role: str
    place: Participant
    mention: PlacedMention | None
    trigger: int
    first: int
    last: int
    time: TimeSpan | None = None
    time_position: int | None = None
    subject: str | None = None
    mode: str | None = None
    modality: Modality = Modality.ASSERTED

    @property
    def is_area(self) -> bool:
        """Whether the place is too wide to be a stop."""
        return self.place.place is not None and self.place.place.kind in AREAS and self.place.why != CAPITAL


_ISO = re.compile(r"\d{4}-\d\d-\d\d")  # a stamp of the page, no part of a sentence
# What a participant's `why` says whose place is the country of an unnamed capital, and whose place is a description.
CAPITAL, DESCRIBED = "the capital", "a description"
_DESCRIPTION = re.compile(
    r"\b(?:in|at|to|from|for|reached|left)\s(?:the\s)?(?P<words>(?:eastern |western |northern "
    r"|southern )?(?:terminus|terminal|end point)"
    r"(?: city| station| town)? of (?:the )?(?:[A-Z][\w-]+[ ]?|\ue001 ?){1,4})"
)


# "seen in Lyon's museum": the museum is the place, not the owner; "Norway's capital" and "Oslo's airport" are.
_OWNER = re.compile(r"['’]s?\s(?!capital|airport|port|central station|main station|train station|harbou?r|\ue001)")


_NAME_OFFICE = re.compile(
    r"([A-Z][\w’-]{1,20}(?: [A-Z][\w’-]{1,20}){0,3}), (?:the |an? )?(?:[\w-]+ ){0,3}?"
    r"(leader|president|premier|minister|chancellor|king|queen|pope|governor|mayor|envoy|pilot|captain)\b"
)
_OFFICE_NAME = re.compile(
    r"\b([Ll]eader|[Pp]resident|[Pp]remier|[Mm]inister|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Pp]ope|[Gg]overnor|[Mm]ayor"
    r"|[Ee]nvoy|[Pp]ilot|[Cc]aptain)"
    r" ([A-Z][\w’-]{1,20}(?: [A-Z][\w’-]{1,20}){0,2})"
)


class _Memory:
    reading: Reading | None = None
    events: Sequence[Event] = ()


def find_events(reading: Reading) -> Sequence[Event]:
    """The events of a reading in text order, each with its time, traveller, mode and modality."""
    if _Memory.reading is reading:
        return _Memory.events
    events: list[Event] = []
    person: str | None = None
    offices = _offices(reading)
    for masked in masked_sentences(reading):
        found = list(_in_sentence(masked))
        for event in found:
            shown = event.verb == "show"  # "a picture shows the mayor's train in Lille"
            subject = subject_before(
                masked.text[event.trigger : event.first] if shown else masked.text[: event.trigger]
            )
            if subject is None or is_pronoun(subject):
                subject = person or subject
            elif subject.startswith("the "):
                subject = offices.get(subject.removeprefix("the "), subject)
            events.append(replace(event, subject=subject))
        person = _person(masked, events[len(events) - len(found) :]) or person
    _Memory.reading, _Memory.events = reading, events
    return events


def _offices(reading: Reading) -> dict[str, str]:
    """Who "the leader" or "the minister" is: the one whom the text names with that office, where it names only one."""
    named: dict[str, set[str]] = {}
    for office, name in _OFFICE_NAME.findall(reading.document.text):
        named.setdefault(office.lower(), set()).add(name.strip())
    for name, office in _NAME_OFFICE.findall(reading.document.text):
        named.setdefault(office.lower(), set()).add(name.strip())
    return {office: min(names, key=len) for office, names in named.items() if len({n.split()[0] for n in names}) == 1}


def _person(masked: Masked, events: Sequence[Event]) -> str | None:
    """Whom a later "he" or "she" means: the traveller of the sentence's last event, else the last person it names."""
    for name in (*(event.subject for event in reversed(events)), subject_before(masked.text)):
        if name and not is_pronoun(name) and not is_carrier(name):
            return name
    return None


def _in_sentence(masked: Masked) -> Iterator[Event]:
    text = masked.text
    triggers = [(m.start(), m.end(), m.lastgroup or "", m.group().lower()) for m in trigger_pattern().finditer(text)]
    if not triggers:
        return
    events: list[Event] = []
    previous: Event | None = None
    for position in _places(masked):
        event = _at_place(masked, position, triggers) or _in_list(masked, position, previous)
        if event is not None:
            events.append(event)
        previous = event
    events += [*_there(masked, triggers), *_described(masked, triggers)]
    yield from _timed(masked, sorted(events, key=lambda e: (e.trigger, e.last)), triggers)


def _places(masked: Masked) -> list[int]:
    """Positions of places, and of peoples whose unnamed capital is meant: "the Sri Lankan capital"."""
    named = [p for p in masked.positions(PLACE) if not _OWNER.match(masked.text, p + 1)]
    capitals = [m.start() for m in re.finditer(rf"{DEMONYM}(?= capital(?! ?,? ?{PLACE}))", masked.text)]
    return sorted([*named, *capitals])


def _at_place(masked: Masked, position: int, triggers: Sequence[tuple[int, int, str, str]]) -> Event | None:
    """The event that the nearest fitting trigger before a place makes of it."""
    text = masked.text
    prep, lead = lead_before(text, position)
    if (prep in ("from", "of", "") and _MEASURED.search(text[max(0, lead - 24) : lead])) or (
        prep in ("in", "on", "near") and text[:lead].rstrip(" ,")[-1:] == PLACE
    ):
        return None  # "300 km from Lyon" is a distance, "Khasan, in Primorye" a place in a region
    floor = max(0, lead - _REACH)
    closed = max((m.end() for m in _CLOSED.finditer(text, floor, lead)), default=floor)
    for start, end, verb, word in reversed(triggers):
        swallowed = lead < end <= lead + len(prep) + 1  # "passed through", "crossed into"
        if (end > lead + (0 if prep else 1) and not swallowed) or start < closed:
            continue
        direct = swallowed or not prep
        role = ROLES[verb].get("" if direct else prep)
        if role is None or (direct and not swallowed and text[end:lead].strip()):
            continue
        if verb == "move" and word in NOUNS and role not in ("from", "to", "at"):
            continue
        return _event(masked, verb, word, role, position, start)
    return None


def _event(masked: Masked, verb: str, word: str, role: str, position: int, trigger: int) -> Event:
    mention = masked.mention(position)
    clause = _clause(masked.text, trigger, position)
    return Event(
        sentence=masked,
        verb=verb,
        word=word,
        role=role,
        place=_place_at(masked, position, role),
        mention=mention,
        trigger=trigger,
        first=trigger + len(word) + 1 if verb == "show" else min(trigger, position),
        last=position,
        mode=mode_of(clause),
        modality=_modality(masked.text, trigger, position),
    )


def _place_at(masked: Masked, position: int, role: str) -> Participant:
    """The participant at a position; "Norway's capital" and "the Norwegian capital" are marked as such by `why`."""
    participant = participant_of(masked.mention(position), role)
    capital = re.compile(rf"(?:['’]s?)? capital\b(?! ?(?:city )?(?:of )?{PLACE})").match(masked.text, position + 1)
    if capital is None or participant.place is None or participant.place.kind != "country":
        return participant
    text = masked.words(position, capital.end())
    return replace(participant, text=text, end=masked.end_offset(capital.end()), why=CAPITAL)


def participant_of(mention: PlacedMention, role: str) -> Participant:
    """A mention as a claim's participant."""
    return Participant(
        place=mention.place,
        text=mention.mention.text,
        start=mention.start,
        end=mention.end,
        score=mention.score,
        why=mention.why,
        role=role,
    )


def _clause(text: str, trigger: int, position: int) -> str:
    """The words that tell of the event: from some way before its verb to the end of its clause."""
    end = re.search(r"[;:.](?:\s|$)|,\s(?:who|which|where|while|but)\b", text[position:])
    return text[max(0, trigger - 60) : position + (end.start() if end else len(text) - position)][:260]


def _modality(text: str, trigger: int, position: int) -> Modality:
    before = text[max(0, trigger - 70) : trigger]
    cut = max(
        before.rfind(", "), before.rfind(" that "), before.rfind(" who "), before.rfind(" which "), before.rfind("; ")
    )
    return modality_of(before[cut + 1 :] + " " + text[trigger:position])


def _in_list(masked: Masked, position: int, previous: Event | None) -> Event | None:
    """A place that continues the list of the one before: "stops in Hilversum and Almelo"."""
    if previous is None or previous.role not in ("to", "via", "at"):
        return None
    between = masked.text[previous.last + 1 : position]
    place = masked.mention(position).place
    if not re.fullmatch(r",? (?:and |then |and then )?(?:the )?", between) or place is None:
        return None
    if place.kind in AREAS and (previous.place.place is None or previous.place.place.kind not in AREAS):
        return None  # "in Lyon, France" names where Lyon is
    return replace(
        previous,
        place=participant_of(masked.mention(position), previous.role),
        mention=masked.mention(position),
        last=position,
        time=None,
    )


def _there(masked: Masked, triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
    """A meeting or arrival "there": at the last place that the sentence named before."""
    yield from _where(masked, triggers)
    for hit in re.finditer(r"\bthere\b", masked.text):
        near = [t for t in triggers if 0 <= hit.start() - t[1] <= 12 and t[2] in ("meet", "arrive", "move", "attend")]
        places = [p for p in masked.positions(PLACE) if p < hit.start()]
        if near and places:
            start, _, verb, word = near[-1]
            event = _event(masked, verb, word, "at", places[-1], start)
            yield replace(event, first=start, last=hit.end() - 1, modality=_modality(masked.text, start, hit.end()))


_WHERE = re.compile(
    rf"{PLACE}(?:['’]s?)?(?:\s(?:train |railway |bus |central )?(?:station|airport|port|harbou?r))?"
    rf"(?:,?\swhere|[^.;]{{0,60}}?\b(?:is|was)\s(?:the\s(?:city|town|place|village|port|station)\s)?where)\s"
)
_WHERE_VERBS = {"meet": "at", "receive": "at", "arrive": "to", "attend": "at", "pass": "via", "depart": "from"}


def _where(masked: Masked, triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
    """What happened at the place just named: "Suva, where she was received", "X was where the train arrived"."""
    for hit in _WHERE.finditer(masked.text):
        near = [t for t in triggers if 0 <= t[0] - hit.end() <= 60 and t[2] in _WHERE_VERBS]
        if not near:
            continue
        start, end, verb, word = near[0]
        place = masked.mention(hit.start()).place
        if place is not None and place.kind in ("railway", "border"):
            continue
        event = _event(masked, verb, word, _WHERE_VERBS[verb], hit.start(), start)
        modality = modality_of(masked.text[hit.end() - 1 : end].replace("about to", ""))
        yield replace(event, first=hit.start(), last=end - 1, modality=modality)


_SUBJECT_DESCRIPTION = re.compile(
    r"^[Tt]he (?P<words>(?:eastern |western |northern |southern )?(?:terminus|terminal|end point)"
    r"(?: city| station| town)? of (?:the )?(?:[A-Z][\w-]+[ ]?|\ue001 ?){1,4}?) ?(?:is|was) where\s"
)


def _described(masked: Masked, triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
    """A place that is only described: "in the terminus city of the Trans-Siberian Railway"."""
    subject = _SUBJECT_DESCRIPTION.search(masked.text)
    for hit in (*_DESCRIPTION.finditer(masked.text), *((subject,) if subject else ())):
        inverted = hit is subject
        near = [
            t
            for t in triggers
            if (
                0 <= t[0] - hit.end() < 60 and t[2] in _WHERE_VERBS if inverted else t[1] <= hit.start() < t[1] + _REACH
            )
        ]
        if not near:
            continue
        start, end, verb, word = near[0] if inverted else near[-1]
        prep = hit.group().split()[0].lower()
        role = "at" if inverted else ROLES[verb].get(prep if prep not in ("reached", "left") else "")
        if role is None:
            continue
        words = masked.words(hit.start("words"), hit.end("words")).strip()
        first, last = masked.offset(hit.start("words")), masked.end_offset(hit.end("words"))
        place = Participant(place=None, text=words, start=first, end=last, score=0.7, why=DESCRIBED, role=role)
        yield Event(
            sentence=masked,
            verb=verb,
            word=word,
            role=role,
            place=place,
            mention=None,
            trigger=start,
            first=min(start, hit.start()),
            last=max(hit.end(), end) - 1,
            mode=mode_of(masked.text[start : hit.end()]),
            modality=_modality(masked.text, start, hit.end()),
        )


def _timed(masked: Masked, events: Sequence[Event], triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
    """Each event with the time that belongs to it: of its own clause, or the one that opens the sentence."""
    text = masked.text
    own: dict[int, int] = {}
    for position in masked.positions(TIME):
        if is_of_the_report(text, position) or _is_dateline(text, position) or _ISO.match(masked.time(position).text):
            continue
        trigger = _trigger_of(text, position, [t for t in triggers if t[3] not in NOUNS or _has_event(events, t[0])])
        if text.startswith((" when ", ", when "), position + 1):
            trigger = next((t[0] for t in triggers if t[0] > position and _has_event(events, t[0])), trigger)
        later = [t[0] for t in triggers if 0 < t[0] - position <= 45 and _has_event(events, t[0])]
        if trigger is not None and own.get(trigger, -1) > trigger and later:
            trigger = later[0]  # "travelled on Sunday, and on Tuesday he reached X": each verb has its own day
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
            and not event.trigger - 20 <= at <= _reach_of(event, events) + 14
        ):
            at = None  # "the train from A to B was held up on Monday"
        yield replace(event, time=masked.time(at), time_position=at) if at is not None else event


def _reach_of(event: Event, events: Sequence[Event]) -> int:
    """Where the last place of a trigger stands."""
    return max(other.last for other in events if other.trigger == event.trigger)


def _is_dateline(text: str, position: int) -> bool:
    """Whether a time is a text's dateline: "OSLO, March 3 (AP) —"."""
    return position < 60 and re.match(r"\s?(?:\([^)]{2,40}\)\s?)?[-–—]", text[position + 1 :]) is not None


def _has_event(events: Sequence[Event], trigger: int) -> bool:
    return any(event.trigger == trigger for event in events)


def _trigger_of(text: str, position: int, triggers: Sequence[tuple[int, int, str, str]]) -> int | None:
    """The trigger that a time belongs to: the last verb before it, or for a time that comes first, the next one."""
    before = [t for t in triggers if t[1] <= position]
    if before and not re.search(r"[;:]|[.]\s", text[before[-1][1] : position]):
        return before[-1][0]
    after = [t for t in triggers if t[0] > position and t[0] - position <= 110]
    return after[0][0] if after else None
