"""What a text has been speaking of: the places that "the town", "where they were found" and "to the north" lean on.

Accepts these descriptions: the town, their village, this city (a town named before); the island, the river, the
airport, the base, the station (a place of that kind named before); the capital (of the country that the other place
lies in); the equator, the Arctic Circle, the North Pole; the latter, the former (of the places just named); where they
were found (the place that the text last told of with that verb).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from geomap.claims.called import called_before
from geomap.claims.capitals import capital_of_region_around
from geomap.claims.motion.events import find_events
from geomap.claims.motion.trips import made_events
from geomap.claims.parallels import is_parallel, on_parallel
from geomap.claims.signs import AREAS
from geomap.claims.spans import BACK, mentions_within, named_before, nth_sentence
from geomap.claims.unlisted import is_unlisted_topic
from geomap.interfaces import Gazetteer
from geomap.records import MentionKind, Participant, Place, PlacedMention, Reading

# Where the name of a dateline ends at the latest, in characters after the header.
_HEAD_END = 60
# How far back a verb is looked for, in characters, and how many places a description may mean (chosen by us: a short
# report, and a few).
_FAR_BACK = 4000
_CHOICES = 4
_TOWNS = frozenset({"city", "district"})
_KINDS = {
    "island": frozenset({"island"}),
    "river": frozenset({"river"}),
    "airport": frozenset({"airport"}),
    "base": frozenset({"base"}),
    "station": frozenset({"station"}),
    "plant": frozenset({"plant"}),
    "launch pad": frozenset({"spaceport"}),
    "port": frozenset({"port", "city"}),
    "crossing": frozenset({"crossing", "border"}),
    **dict.fromkeys(("city", "town", "village", "downtown", "centre", "center"), _TOWNS),
}
_HEAD = re.compile(rf"\b({'|'.join(_KINDS)})\Z", re.IGNORECASE)
_CITY = re.compile(r"\bcity\Z", re.IGNORECASE)
# So many people make a town a city (chosen by us).
_CITY_FROM = 20_000
# Of which town "the centre" is, only a text about one tells.
_CENTRE = re.compile(r"cent(?:re|er)\Z", re.IGNORECASE)
_ITS_CENTRE = re.compile(r"(?:the|its)\s(?:(?:town|city|village)\s)?cent(?:re|er)\Z", re.IGNORECASE)
_CAPITAL = re.compile(r"\A(?:the|its|their)\s(?:national\s|country's\s)?capital(?:\scity)?\Z", re.IGNORECASE)
_REGION_CAPITAL = re.compile(r"\A(?:the|its)\s(?:state|provincial|regional)\scapital(?:\scity)?\Z", re.IGNORECASE)
_ORDINAL = re.compile(r"\Athe\s(?:latter|former)\Z", re.IGNORECASE)
_WHERE = re.compile(r"\Awhere\b.*?([a-z]{3,})\Z", re.IGNORECASE | re.DOTALL)
# Where a journey began, and where it is to end.
_BEGAN = re.compile(
    r"\Awhere\b.*?\b(?:began|started|set (?:out|off)|departed)\Z|\bstarting point\Z", re.IGNORECASE | re.DOTALL
)
_GOAL = re.compile(r"\A(?:the|their|its|his|her|our|my)\s(?:[a-z]+\s){0,2}(?:destination|goal)\Z", re.IGNORECASE)
# What makes a name that of another place than the one where things happen.
_AWAY = re.compile(r"\b(?:from|to|of|than|and)\s\Z")
_DATELINE = re.compile(
    r"(?:[^\n.]|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=, [A-Z][a-z]{3})\."
    r"|(?<=, [A-Z][a-z]{4})\.|(?<=\bSept)\.|(?<=\b[A-Z])\.){0,60}?"
    r"(?:\([^()\n]{2,40}\)\s?)?\s?(?:--|[-–—])\s(?=\W{0,2}[^\Wa-z_])|:\s(?=\W{0,2}[^\Wa-z_])"
)
# How many sentences may go on about what an earlier one began with (chosen by us: a paragraph of them).
_TOPIC_BACK = 5
_GOES_ON = re.compile(
    r"[\W_]*(?:It|Its|Here|There|This|Both|Also|(?:The|This)\s(?:[a-z-]+\s){0,2}(?:city|town|village|port|settlement|place|"
    r"island|municipality|community|name|population|area|railway|airport|station|nearest|closest))\b"
    r"(?!\sof\s(?:the\s)?[A-Z])"
)
_OPENS = re.compile(
    r"[\W_]*(?:[Tt]he\s)?(?:(?:[a-z-]+\s){0,2}(?:city|town|village|port|island|hamlet|suburb)(?:\sof)?\s)?\Z"
)
# Parallels are no places of the gazetteer; the point that counts is the one nearest to what is measured from them.
# Latitudes of the circles from the mean obliquity of the ecliptic at J2000, 23.4393 degrees (IAU 2006).


class Scene:
    """Finds the places that a text has been speaking of; a gazetteer knows the capitals."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._gazetteer = gazetteer

    def spoken(self, reading: Reading, before: int) -> Iterator[PlacedMention]:
        """The places with a point of their own that were named before an offset, nearest first, each once."""
        seen: set[str] = set()
        for placed in named_before(reading, before):
            place = placed.place
            if placed.mention.kind is not MentionKind.PLACE or place is None or place.at is None or place.id in seen:
                continue
            seen.add(place.id)
            yield placed

    def dateline(self, reading: Reading) -> PlacedMention | None:
        """The place at the head of a report: "POLTAVA, Ukraine (AP) - "."""
        start = reading.document.body_start
        for placed in mentions_within(reading.mentions, start, start + _HEAD_END)[:2]:
            if 0 <= placed.start - start <= 3 and _DATELINE.match(reading.document.text, placed.end):
                return placed
        return None

    def main(self, reading: Reading) -> PlacedMention | None:
        """Where the story is set: the town that it names most often, the first of them if several; not the dateline."""
        line = self.dateline(reading)
        counts: dict[str, float] = {}
        first: dict[str, PlacedMention] = {}
        for placed in reading.mentions[: 2 * BACK]:
            place = placed.place
            if place is None or place.at is None or place.kind in AREAS or placed is line:
                continue
            if placed.mention.kind is MentionKind.PLACE:
                first.setdefault(place.id, placed)
                away = _AWAY.search(reading.document.text, max(0, placed.start - 8), placed.start)
                counts[place.id] = counts.get(place.id, 0.0) + (0.5 if away else 1.0)
        if not first:
            return line
        return first[max(first, key=lambda i: counts[i])]

    def topic(self, reading: Reading, before: int) -> PlacedMention | None:
        """The place that the text before is about, which its last sentence with a name and without "it" opens with.

        It may be one that no gazetteer knows.
        """
        text, line = reading.document.text, self.dateline(reading)
        last = nth_sentence(reading, before) - 1
        for nth in range(last, max(-1, last - _TOPIC_BACK), -1):
            sentence = reading.sentences[nth]
            inside = mentions_within(reading.mentions, sentence.start, sentence.end)
            if not inside or _GOES_ON.match(text, sentence.start, sentence.end):
                continue
            first = inside[0]
            if first is line or first.mention.kind is not MentionKind.PLACE:
                return None
            known = first.place is not None and first.place.at is not None and first.place.kind not in AREAS
            known = known or is_unlisted_topic(first)
            return first if known and _OPENS.match(text, sentence.start, first.start) else None
        return None

    def here(self, reading: Reading) -> Participant | None:
        """Where a reporter writes "here": the place of the dateline."""
        placed = self.dateline(reading)
        if placed is None or placed.place is None or placed.place.at is None:
            return None
        why = "“here” is where the report was written, by its dateline"
        return Participant(place=placed.place, text=placed.place.name, score=0.7 * placed.score, why=why)

    def of_kind(self, reading: Reading, before: int, noun: str) -> Participant | None:
        """The place of a kind that was named last: what "the island" means."""
        kinds = _KINDS.get(noun, frozenset({noun}))
        for placed in self.spoken(reading, before):
            if placed.place is not None and placed.place.kind in kinds:
                why = f"“the {noun}” is taken to be {placed.place.name}, named before"
                return Participant(place=placed.place, text=placed.place.name, score=0.7 * placed.score, why=why)
        return None

    def kinds_of(self, words: str) -> frozenset[str]:
        """The kinds of places that a description can mean; none for "the capital" and the like."""
        head = _HEAD.search(words)
        if head is None or (_CENTRE.search(words) and not _ITS_CENTRE.match(words)):
            return frozenset()  # "the regional centre" is another town
        return _KINDS[head[1].lower()]

    def describe(
        self,
        reading: Reading,
        described: Participant,
        other: Participant | None,
        fits: Callable[[Place], bool] = lambda _: True,
    ) -> Participant:
        """The description with the place that it means, unchanged where the text leaves that open.

        `other` is what the distance is stated of: never the place that is meant. Where several places can be meant,
        the first that `fits` is; where none does, the first.
        """
        words, start = described.text, described.start or 0
        place = other.place if other is not None else None
        if is_parallel(words):
            return on_parallel(described, place)
        if (told := _on_the_way(reading, words, start)) is not None:
            return replace(told, text=words, start=described.start, end=described.end)
        if _CAPITAL.match(words):
            return self._capital(reading, described, place, fits) if place else self._own_capital(reading, described)
        if _REGION_CAPITAL.match(words) and place is not None and self._gazetteer is not None:
            seat = capital_of_region_around(place, self._gazetteer)
            if seat is not None and seat.id != place.id:
                why = f"{seat.name} is the capital of {place.admin1 or 'the region'}"
                return replace(described, place=seat, score=0.8, why=why)
        found = [p for p in self._meant(reading, words, start, place) if p.place is not None]
        if not found and (called := called_before(reading, words, start, _KINDS)) is not None:
            found = [called]
        if not found:
            return described
        fitting = next((p for p in found if p.place is not None and fits(p.place)), found[0])
        assert fitting.place is not None
        why = f"“{words}” is taken to be {fitting.place.name}, named before"
        sure = 0.7 if fitting is found[0] else 0.45
        return replace(described, place=fitting.place, score=sure * fitting.score, why=why)

    def _meant(self, reading: Reading, words: str, start: int, other: Place | None) -> list[PlacedMention]:
        """The places that a description can mean, the likeliest first."""
        if verb := _WHERE.match(words):
            told = self._told_with(reading, verb[1].lower(), start, other)
            return [told] if told is not None else []
        spoken = [p for p in self.spoken(reading, start) if p.place and (other is None or p.place.id != other.id)]
        if _ORDINAL.match(words):
            return spoken[:1] if words.lower().endswith("latter") else spoken[1:2]
        kinds = self.kinds_of(words) if not _CENTRE.search(words) else frozenset()
        land = _land_of(reading, start, start + len(words))
        of_kind = [p for p in spoken if p.place is not None and p.place.kind in kinds]
        if _CITY.search(words):  # a city is no village, if one is at hand
            of_kind = [p for p in of_kind if p.place is not None and p.place.population >= _CITY_FROM] or of_kind
        return [p for p in of_kind if land is None or p.place is None or p.place.country == land][:_CHOICES]

    def _told_with(self, reading: Reading, verb: str, start: int, other: Place | None) -> PlacedMention | None:
        """The place of the last sentence before `start` that uses a verb, else where the story is set."""
        at = reading.document.text.rfind(verb, max(0, start - _FAR_BACK), max(0, start))
        if at >= 0:
            nth = nth_sentence(reading, at)
            sentence = reading.sentences[nth]
            inside = mentions_within(reading.mentions, sentence.start, min(sentence.end, start))
            line = self.dateline(reading)
            found = _towns([m for m in inside if m is not line], other)
            if found:
                return min(found, key=lambda m: (m.start < at, abs(m.start - at)))
        nth = nth_sentence(reading, start)
        main = self.main(reading)
        told = main is not None and main.start < reading.sentences[nth].start and _towns([main], other)
        return replace(main, score=min(main.score, 0.6)) if told and main is not None else None

    def _own_capital(self, reading: Reading, described: Participant) -> Participant:
        """The capital of the country in which the story is set, where the other end is no known place."""
        main = self.main(reading)
        country = main.place.country if main is not None and main.place is not None else None
        capital = self._gazetteer.capital_of(country) if self._gazetteer and country else None
        if main is None or capital is None:
            return described
        why = f"{capital.name} is the capital of where the story is set"
        return replace(described, place=capital, score=0.7 * main.score, why=why)

    def _capital(
        self, reading: Reading, described: Participant, place: Place, fits: Callable[[Place], bool]
    ) -> Participant:
        """The capital of the other place's country; the seat where the story is set, where only that fits."""
        capital = self._gazetteer.capital_of(place.country) if self._gazetteer and place.country else None
        if capital is None or capital.id == place.id:
            return described
        if not fits(capital):
            for placed in (self.dateline(reading), self.main(reading)):
                seat = placed.place if placed is not None else None
                if seat is not None and seat.country == place.country and seat.id != place.id and fits(seat):
                    return replace(described, place=seat, score=0.45, why=f"{seat.name} fits, where the story is set")
        return replace(described, place=capital, score=0.8, why=f"{capital.name} is the capital")


def _land_of(reading: Reading, start: int, end: int) -> str | None:
    """The country of the people that a description names: "the Libyan town"."""
    inside = mentions_within(reading.mentions, start, end)
    return next((m.place.country for m in inside if m.mention.kind is MentionKind.DEMONYM and m.place), None)


def _on_the_way(reading: Reading, words: str, start: int) -> Participant | None:
    """Where the journey of the text began, for "where they set out", or is to end, for "its destination"."""
    if _BEGAN.search(words):
        events = [e for e in made_events(reading) if e.role == "from" and e.verb in ("depart", "move")]
    elif _GOAL.search(words):
        events = [e for e in find_events(reading) if e.role == "to" and e.verb in ("bound", "depart")]
    else:
        return None
    known = [e.place for e in events if e.place.place is not None and not e.is_area]
    before = [p for p in known if (p.start or 0) < start]
    told = before or known
    if not told:
        return None
    found = told[-1 if _GOAL.search(words) else 0]
    assert found.place is not None
    why = f"“{words}” is taken to be {found.place.name}, as the text tells"
    return replace(found, score=0.7 * found.score, why=why, role="")


def _towns(mentions: Sequence[PlacedMention], other: Place | None) -> list[PlacedMention]:
    """The mentions that have a point of their own and are not the other end."""
    return [
        m
        for m in mentions
        if m.mention.kind is MentionKind.PLACE
        and m.place is not None
        and m.place.at is not None
        and m.place.kind not in AREAS
        and (other is None or m.place.id != other.id)
    ]
