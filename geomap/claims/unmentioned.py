"""Names that only a statement of distance shows to be places: "Taylor is a borough …, four miles south of Scranton"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.claims.spans import mentions_within
from geomap.geodesy import rough_distance_km
from geomap.interfaces import Gazetteer
from geomap.records import Mention, MentionKind, Place, PlacedMention, Reading, Sentence

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w'’.-]{1,30}(?<!\.)(?<!'s)(?<!’s)"
_NAME = rf"{_CAPITAL}(?:[ ](?:(?:of|de|del|la|le|el|al|upon|on|the|y|do|da|di)[ ])?{_CAPITAL}){{0,3}}"
_GROUND = re.compile(
    r"\b(?:(?:north|south|east|west)(?:[ -]?(?:north|south|east|west)){0,2}|kilomet(?:er|re)s?|km|miles?|mi|away"
    r"|drive|hours?"
    r"|minutes?|road|rail|train|bus|car|air)\)?,?[ ](?:of|from)[ ](?:the[ ])?(?:(?:nearby|small|big|coastal|port"
    r"|county|former)[ ])?"
    rf"(?:(?:city|town|village|capital|downtown|central|suburb|port)[ ](?:of[ ])?)?"
    rf"(?:[A-Z][a-z]{{2,12}}-(?:held|occupied|controlled|run|backed|administered)[ ])?(?P<name>{_NAME})"
)
_PAIR = re.compile(rf"\b(?:[Bb]etween|[Ff]rom|separates?)[ ](?P<a>{_NAME})[ ](?:and|to|from)[ ](?P<b>{_NAME})")
_APART = re.compile(
    rf"(?P<a>{_NAME})[ ]and[ ](?P<b>{_NAME})[ ](?:are|lie|stand)[ ](?:[a-z]+[ ]){{0,2}}"
    r"\d[\d,.]{0,8}[ -]?(?:km|kilomet|miles?)"
)
_SIMPLE = r"[A-ZÀ-ÖØ-Þ][\w'’.]{1,30}(?:[ ][A-ZÀ-ÖØ-Þ][\w'’.]{1,30}){0,2}"
# "the 750-km Lagos-Kano trip"
_HYPHENED = re.compile(
    rf"(?P<a>{_SIMPLE})[-–—](?P<b>{_SIMPLE})[ ](?:[a-z-]{{1,16}}[ ]){{0,2}}(?:trip|journey|drive|ride|flight|voyage"
    r"|crossing|route|road|highway|motorway|expressway|railway|line|pipeline|race|leg|stage|ferry|train|bus|corridor|stretch|section|distance)\b"
)
_BEFORE_AMOUNT = re.compile(
    rf"(?P<name>{_NAME})(?:,[ ]|[ ]\(|,[ ](?:a|an|the)[ ](?:[a-z-]+[ ]){{1,4}})(?:which[ ]is[ ]|located[ ]"
    rf"|situated[ ]|lying[ ])?"
    r"(?:about|some|roughly|approximately|nearly|almost|just|only|around|over|more[ ]than|barely|at[ ]least)?[ ]{0,2}"
    r"\d[\d,.]{0,8}[ -]?(?:km|kilomet(?:er|re)s?|miles?|mi)\b"
)
_SUBJECT = re.compile(
    rf"(?:\A|(?<=[;:])[ ])\s{{0,3}}(?P<name>{_NAME})[ ]{{0,2}}"
    r"(?:[(/][^()/]{0,160}[)/][ ]{0,2}){0,2}(?:,[^,.;]{0,80},[ ])?"
    r"(?:is|was|lies|lay|sits|stands|is also|are|were)[ ](?:also[ ]|about[ ]|located|situated|a[ ]|an[ ]|the[ ]"
    r"|\d|approximately|some|in[ ]|over|only|just|nearly|almost|around|roughly|more|less|within"
    r"|halfway|(?:much[ ]|far[ ]|slightly[ ]|even[ ])?(?:closer|nearer|farther|further))"
)
_EDGE = re.compile(r"(.{3,40}?)(?:'s|’s)?\s(border|coast|frontier|coastline|shore)\Z")
_OF_PEOPLE = re.compile(r"[ ](?:capital|border|frontier|coast|mainland)\b")
# Below this score it is left open which of a land's borders is meant: then any of them (chosen by us).
_SURE_BORDER = 0.9
# A city of this size may have places in it of names of their own, this near to its point (chosen by us).
_CITY, _WITHIN_KM = 200_000, 60.0
_LANDS = frozenset({"country", "region", "sea", "ocean", "historic"})
_NO_TOWNS = frozenset({"region", "county", "country", "district", "river", "vague", "historic"})
_NOT_NAMES = frozenset(
    """the this that these those it its he she they we there here his her their our my your a an and but or so in
    on at by for from of to with as if when while after before since until because although though however
    according what who where why how all some many most each every one two three another both neither either no
    volcano lake mount river hurricane cyclone typhoon storm camp fort port cape island valley king queen president
    pope general north south east west new old upper lower
    not now then today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december mr mrs ms dr police
    officials""".split()
)


def find_unmentioned(reading: Reading, sentence: Sentence, gazetteer: Gazetteer | None) -> Iterator[PlacedMention]:
    """Names at the start of "X is N from Y" and after "of" and "from", known to the gazetteer but not mentions."""
    if gazetteer is None:
        return
    text = reading.document.text
    own = text[sentence.start : sentence.end]
    spans = [tuple(sentence.start + n for n in m.span("name")) for m in _SUBJECT.finditer(own)]
    spans += [m.span("name") for m in _GROUND.finditer(text, sentence.start, sentence.end)]
    spans += [m.span(g) for m in _PAIR.finditer(text, sentence.start, sentence.end) for g in ("a", "b")]
    spans += [m.span(g) for m in _HYPHENED.finditer(text, sentence.start, sentence.end) for g in ("a", "b")]
    spans += [m.span(g) for m in _APART.finditer(text, sentence.start, sentence.end) for g in ("a", "b")]
    spans += [m.span("name") for m in _BEFORE_AMOUNT.finditer(text, sentence.start, sentence.end)]
    last = -1
    for start, end in sorted(set(spans)):
        if start >= last and _is_free(reading.mentions, start, end):
            if (people := _people(reading.document.id, text, (start, end), gazetteer)) is not None:
                last = end
                yield people
                continue
            end = _known_end(text, start, end, gazetteer)
            if end > start:
                last = end
                yield _placed(reading.document.id, text, (start, end), gazetteer)


def find_inner(placed: PlacedMention, gazetteer: Gazetteer | None) -> PlacedMention:
    """The known name inside a mention that has no place as a whole: "Russian-held Donetsk", "North Korean border"."""
    text = placed.mention.text
    doubted = placed.place is not None and placed.place.kind == "border" and placed.score < _SURE_BORDER
    if gazetteer is None or (placed.place is not None and not doubted) or " " not in text:
        return placed
    if match := _EDGE.match(text):
        people = gazetteer.find_demonym(match[1]) or [p for p in gazetteer.find_places(match[1]) if p.kind in _LANDS]
        if people:
            mention = replace(placed.mention, end=placed.start + match.end(1), text=match[1])
            return PlacedMention(
                mention=mention, place=people[0], score=0.9, why=(f"the {match[2]} of {people[0].name}")
            )
    tail = text.split()[-1]
    if re.search(
        r"(?:-held|-occupied|-controlled|-run|ern|downtown|central|greater)\s", text, re.IGNORECASE
    ) or _both_known(text, gazetteer):
        places = gazetteer.find_places(tail)
        if places and len(tail) > 3:
            start = placed.end - len(tail)
            mention = replace(placed.mention, start=start, text=tail)
            return replace(_prominent(mention, places), why=f"read as {tail}")
    return placed


def _known_end(text: str, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where the longest known name at `start` ends; `start` where none is known."""
    while end > start:
        name = text[start:end]
        first = name.split()[0].lower()
        if first in _NOT_NAMES and not (first == "the" and " " in name):  # "The Hague" is a name, "The" is none
            return start
        if gazetteer.find_places(name):
            return end
        cut = text.rfind(" ", start, end)
        end = cut if cut > start else start
    return start


def _is_free(mentions: Sequence[PlacedMention], start: int, end: int) -> bool:
    """Whether no mention holds the name already; one inside a longer name ("Barcelona" as a club) does not count."""
    return not any(
        m.mention.kind is not MentionKind.EMBEDDED or m.end > end or m.start < start
        for m in mentions_within(mentions, start, end)
    )


def _both_known(text: str, gazetteer: Gazetteer) -> bool:
    """Whether a mention is a city and a place in it: "London Heathrow", not a ship's "Ocean Pilgrim"."""
    words = text.split()
    cities = [p for p in gazetteer.find_places(words[0])[:1] if p.population >= _CITY] if len(words) == 2 else []
    points = [(a.at, b.at) for a in cities for b in gazetteer.find_places(words[1])]
    return any(a is not None and b is not None and rough_distance_km(a, b) <= _WITHIN_KM for a, b in points)


def _people(document: str, text: str, span: tuple[int, int], gazetteer: Gazetteer) -> PlacedMention | None:
    """A people whose capital, border or coast is meant, not a town of that name: "of the Kazakh capital"."""
    start, end = span
    if not _OF_PEOPLE.match(text, end):
        return None
    found = gazetteer.find_demonym(text[start:end])
    if not found:
        return None
    why = f"the people of {found[0].name}"
    mention = Mention(document=document, start=start, end=end, text=text[start:end], kind=MentionKind.DEMONYM, why=why)
    return PlacedMention(mention=mention, place=found[0], score=0.8, why=why)


def _placed(document: str, text: str, span: tuple[int, int], gazetteer: Gazetteer) -> PlacedMention:
    start, end = span
    name = text[start:end]
    mention = Mention(
        document=document, start=start, end=end, text=name, confidence=0.5, why="a distance is stated of it"
    )
    return _prominent(mention, gazetteer.find_places(name))


def _prominent(mention: Mention, places: Sequence[Place]) -> PlacedMention:
    """The mention with the one place that stands out among those of its name, else with none."""
    towns = [p for p in places if p.kind not in _NO_TOWNS]
    if places and places[0].kind == "country" and all(p.population * 3 <= places[0].population for p in places[1:]):
        towns = [places[0]]  # not Georgia
    first, second = (*towns, None, None)[:2]
    alone = first is not None and second is None
    if first is not None and (
        alone or (first.population >= 100_000 and first.population > 3 * (second.population if second else 0))
    ):
        return PlacedMention(mention=mention, place=first, score=0.7, why="the best-known place of this name")
    why = "not settled by the text; which place of this name is unsure"
    return PlacedMention(mention=mention, place=None, score=0.5, why=why)
