"""Events at places that a sentence only points at: "there", "where", a description, "the jet from X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.claims.masking import PLACE, QUANTITY, Masked
from geomap.claims.modality import modality_of, mode_of
from geomap.claims.motion.event import DESCRIBED, Event, event_modality, make_event
from geomap.claims.motion.triggers import NOUNS, ROLES
from geomap.records import Modality, Participant
from geomap.vehicles import nouns

# How far a described place may stand from its verb, in characters of the masked sentence.
_REACH = 110
# … and how far behind "the jet from X" the verb that tells of it.
_VEHICLE_REACH = 120
_DESCRIPTION = re.compile(
    r"\b(?:in|at|to|from|for|reached|left)\s(?:the\s)?(?P<words>(?:eastern |western |northern "
    r"|southern )?(?:terminus|terminal|end point)"
    r"(?: city| station| town)? of (?:the )?(?:[A-Z][\w-]+[ ]?|\ue001 ?){1,4})"
)


def find_there(masked: Masked, triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
    """A meeting or arrival "there": at the last place that the sentence named before."""
    yield from _where(masked, triggers)
    for hit in re.finditer(r"\bthere\b", masked.text):
        near = [t for t in triggers if 0 <= hit.start() - t[1] <= 12 and t[2] in ("meet", "arrive", "move", "attend")]
        places = [p for p in masked.positions(PLACE) if p < hit.start()]
        if near and places:
            start, _, verb, word = near[-1]
            left = verb == "move" and masked.text.endswith(" from ", 0, hit.start())
            event = make_event(masked, verb, word, "from" if left else "at", places[-1], start)
            yield replace(
                event, first=start, last=hit.end() - 1, modality=event_modality(masked.text, start, hit.end())
            )


# "An Etihad jet from Doha", "the last train out of Lviv": where it started, if the sentence tells of it further on.
VEHICLE_FROM = re.compile(
    rf"\b(?P<what>[Ff]lights?|{nouns('rail', 'road', 'sea', 'air')}|drones?|missiles?|balloons?)"
    rf"(?:\s[A-Z]{{2,3}}\s?[0-9]{{1,4}})?(?:,?\s(?:carrying|with)\s[^,.;{PLACE}]{{2,40}},?)?"
    rf"(?:,?\s(?:coming|arriving|launched|fired))?\s(?:out of|from)\s(?:the\s)?(?P<p>{PLACE})(?!['’])"
)
_ON_THE_WAY = frozenset(("arrive", "turn", "enter", "pass", "bound", "depart"))


def find_vehicles(masked: Masked, triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
    """The start of a vehicle that the sentence goes on to tell of: "the flight from X … landed in Y"."""
    for hit in VEHICLE_FROM.finditer(masked.text):
        onward = [t for t in triggers if t[0] > hit.end() and t[2] in _ON_THE_WAY and t[3] not in NOUNS]
        if not onward or any(hit.end("what") < t[0] < hit.end() for t in triggers):
            continue
        last = hit.start("p")
        between = masked.text[last + 1 : onward[0][0]]
        if len(between) <= _VEHICLE_REACH and not re.search(r"[;:”\"]|\s(?:to|for)\s(?:the\s)?\ue001", between):
            event = make_event(masked, "move", hit["what"], "from", last, hit.end("what"))
            yield replace(event, first=hit.start(), modality=Modality.ASSERTED)


_WHERE = re.compile(
    rf"{PLACE}(?:['’]s?)?(?:\s(?:train |railway |bus |central )?(?:station|airport|port|harbou?r))?"
    rf"(?:(?:\sin\s{PLACE})?(?:\sas\s(?:its|his|her|their)\s[a-z]{{2,15}})?(?:,\s(?!where)[^,;.{PLACE}]{{2,50}})?,?\swhere|[^.;]{{0,60}}?\b(?:is|was)\s(?:the\s(?:city|town|place|village|port|station)\s)?where)\s"
)
_CLEFT = re.compile(rf"\b[Ii]t (?:is|was) (?:in|at) (?:the )?(?:[a-z]+ of )?{PLACE} that\s")
_FRONTED = re.compile(
    rf"^[“\"]?(?P<prep>From|In|At)\s(?:the\s)?(?:(?:city|town|port|village) of )?{PLACE},?\s(?!and\b|['’])"
)
_FRONTED_VERBS = {
    "From": {"turn": "from", "move": "from", "depart": "from", "arrive": "from", "transfer": "from", "bound": "from"},
    "In": {"meet": "at", "receive": "at", "attend": "at"},
    "At": {"meet": "at", "receive": "at", "attend": "at", "depart": "from", "cross": "at", "pass": "via"},
}
# "X, which she reached on Friday": somebody stands between "which" and the verb, and no other place after it.
_WHICH = re.compile(rf"{PLACE}(?:,\s[^;.{PLACE}]{{2,50}})?,\swhich\s(?=(?:[\w’'-]{{1,20}}\s){{1,4}})")
_WHICH_VERBS = {"arrive": "to", "visit": "to", "enter": "to", "depart": "from", "pass": "via"}
_GROUND = re.compile(rf"{QUANTITY}[^.;{PLACE}]{{0,40}}\b(?:of|from|off)\s(?:the\s)?$")
_WHERE_VERBS = {
    "meet": "at",
    "receive": "at",
    "arrive": "to",
    "attend": "at",
    "pass": "via",
    "depart": "from",
    "bound": "to",
}


def _where(masked: Masked, triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
    """What happened at the place just named: "Suva, where she was received", "X was where the train arrived"."""
    yield from _find_fronted(masked, triggers)
    yield from _find_which(masked, triggers)
    for hit in (*_WHERE.finditer(masked.text), *_CLEFT.finditer(masked.text)):
        near = [t for t in triggers if 0 <= t[0] - hit.end() <= 60 and t[2] in _WHERE_VERBS]
        near = [t for t in near if not re.search(r"[;:]", masked.text[hit.end() : t[0]])]
        if not near:
            continue
        start, end, verb, word = next((t for t in near if t[3] not in NOUNS), near[0])
        at = _head(masked, masked.text.index(PLACE, hit.start()))
        place = masked.mention(at).place
        if place is not None and place.kind in ("railway", "border"):
            continue
        event = make_event(masked, verb, word, _WHERE_VERBS[verb], at, start)
        modality = modality_of(masked.text[hit.end() - 1 : end].replace("about to", ""))
        yield replace(event, first=hit.start(), last=end - 1, modality=modality)


def _find_which(masked: Masked, triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
    for hit in _WHICH.finditer(masked.text):
        near = next((t for t in triggers if hit.end() < t[0] <= hit.end() + 50 and t[2] in _WHICH_VERBS), None)
        if near is None or re.search(rf"[,;:{PLACE}]", masked.text[hit.end() : near[1] + 2]):
            continue
        start, end, verb, word = near
        event = make_event(masked, verb, word, _WHICH_VERBS[verb], _head(masked, hit.start()), start)
        yield replace(event, first=hit.start(), last=end - 1, modality=modality_of(masked.text[hit.end() - 1 : end]))


def _head(masked: Masked, at: int) -> int:
    """The place that a relative clause is about: A of "A, 300 km from B, where" and of "A, Norway, where"."""
    while _GROUND.search(masked.text[max(0, at - 70) : at]):
        before = masked.text.rfind(PLACE, 0, at)
        if before < 0:
            break
        at = before
    place, before = masked.mention(at).place, at - len(f"{PLACE}, ")
    if place is not None and place.is_wide and before >= 0 and masked.text[before:at] == f"{PLACE}, ":
        town = masked.mention(before).place
        return before if town is not None and not town.is_wide and town.country == place.country else at
    return at


_SUBJECT_DESCRIPTION = re.compile(
    r"^[Tt]he (?P<words>(?:eastern |western |northern |southern )?(?:terminus|terminal|end point)"
    r"(?: city| station| town)? of (?:the )?(?:[A-Z][\w-]+[ ]?|\ue001 ?){1,4}?) ?(?:is|was) where\s"
)


def _find_fronted(masked: Masked, triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
    """A place that opens the sentence: "From Kyiv he went on to Warsaw", "In Vienna she was received by the mayor"."""
    hit = _FRONTED.search(masked.text)
    if hit is None:
        return
    roles = _FRONTED_VERBS[hit["prep"]]
    near = [t for t in triggers if 0 <= t[0] - hit.end() <= 60 and t[2] in roles and t[3] not in NOUNS]
    if near:
        start, end, verb, word = near[0]
        event = make_event(masked, verb, word, roles[verb], masked.text.index(PLACE), start)
        modality = modality_of(masked.text[hit.end() - 1 : end])
        yield replace(event, first=0, last=end - 1, modality=modality)


def find_described(masked: Masked, triggers: Sequence[tuple[int, int, str, str]]) -> Iterator[Event]:
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
            modality=event_modality(masked.text, start, hit.end()),
        )
