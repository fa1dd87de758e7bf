"""Finds statements of how long a way takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geomap.claims.attribution import modality_of, speaker_of
from geomap.claims.distance.find import DistanceFinder
from geomap.claims.figures import Figures, Found
from geomap.claims.participants import Participants, unnamed
from geomap.claims.patterns import BETWEEN, GROUND, GROUND_OR_WORDS, JOURNEY, PAIR, TO, TRAVEL, journey_mode
from geomap.claims.rereading import Rereader, fit_reach
from geomap.claims.told import Told
from geomap.claims.travel_time.judge import ceilings
from geomap.claims.wording import Worder, Wording, pattern
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, Participant, Quantity, Reading

_TRIP = (
    r"(?:drive|ride|flight|trip|journey|walk|train|bus|sail|voyage|crossing|trek|hike|boat|cruise|ferry"
    r"|commute|haul)"
)
_EXTRA = (
    rf"(?:(?:'|'s|away|out|further|by|the|a|in|on|road|rail|train|car|bus|sea|air|boat|ferry|plane|highway|foot"
    rf"|horseback|caravan"
    rf"|camel|fast|slow|easy|short|long|direct|scenic|bumpy|rough|about|only|just|roughly|approximately"
    rf"|high-speed|{_TRIP}|time"
    r"|travel|driving|walking|flying|sailing|cycling|distant|speedboat|helicopter|jeep|coach|four-wheel-drive"
    r"|non-stop)[\s,]{1,2}){0,6}"
)
_FROM = pattern(
    rf"[\s,)'s-]{{0,4}}{_EXTRA}(?:(?:to|in)\sthe\s)?(?:due\s|straight\s)?(?P<d><D>)?[\s,]{{0,2}}(?:drive\s)?"
    rf"(?:from|of|outside(?:\sof)?|off)\s{GROUND_OR_WORDS}"
)
_TO = pattern(rf"[\s)'s-]{{0,4}}{_EXTRA}(?:to|into)\s(?P<ground>{GROUND})")
# "From Vienna, the train needs T to Budapest."
_LEG = pattern(
    rf"from\s(?P<a>{GROUND})[^.;]{{0,70}}?(?P<t><T>)[\s)]{{1,2}}(?:[a-z]+\s){{0,3}}?to\s(?P<b>{GROUND})", "from "
)
_NEXT = pattern(rf"[\s,]{{1,3}}(?:and\s|or\s|&\s)?(?P<ground>{GROUND})(?=[\s,.;)]|$)")
_NEAR_TRIP = pattern(
    rf"\b(?:{JOURNEY}|take[sn]?|took|taking|last(?:s|ed|ing)?|need(?:s|ed)?|spen[dt]\w*|separat\w+|reach\w*"
    rf"|within|by\s(?:road|rail"
    rf"|train|car|bus|sea|air|ferry|boat|plane)|{TRAVEL}|hours|duration)\b"
)
_TAKES = pattern(
    r"(?:\b(?:takes?|took|taking|last(?:s|ed|ing)?|need(?:s|ed)?(?:\saround)?|requires?|in|within|under"
    r"|spen[dt]s?|for|of"
    r"|is|was|averages?)\s(?:[a-z]+\s){0,3}|,\s(?:a\s|an\s)?)\Z"
)
_SEPARATES = pattern(
    rf"[\s'-]{{0,3}}(?:[a-z-]+\s){{0,3}}separat\w+\s(?P<a>{GROUND})\s(?:from|and)\s(?P<b>{GROUND})", "separat"
)
_ALONE = pattern(rf"[\s-]{{1,2}}(?:[a-z-]{{1,14}}\s){{0,2}}{_TRIP}\b")
# "For more than a day it had carried them."
_RODE = pattern(rf"\b{TRAVEL}\b")
_RIDE = pattern(rf"\b{TRAVEL}\s[^.;,]{{0,60}}\bfor\s\Z")
_TIME_BEFORE = pattern(
    r"\b(?:ago|before|after|past|last|next|previous|every|open|aged|sentenced|jail"
    r"|prison)\s?\Z"
)
_NOT_AFTER = pattern(
    r"\s?(?:'s?\s)?(?:ago|later|earlier|before|after|old|behind|ahead|time\sdifference|a\sday|a\sweek|per|each"
    r"|in\s(?:prison|jail)"
    r"|of\s(?:war|fighting|talks|shelling|rain|debate|work|sleep|training|detention|siege|conflict|violence"
    r"|mourning)|notice|siege"
    r"|strike|visit|shift|work|week\b|summit|meeting|stay|sentence|window|deadline|ceasefire|curfew|truce|tour\b"
    r"|game|from\s(?:time|now)"
    r"|into\s(?:the\s)?(?:flight|game|match))"
)
_HIGH_SPEED = pattern(r"high-speed|bullet|maglev|superfast|\btgv\b|shinkansen")
# A journey is told near the start of a text or not at all.
MAX_TOLD = 80
_UNITS = frozenset({"min", "h", "day", "week"})


class TravelTimeFinder:
    """Finds travel times.

    Accepts these shapes (T an amount of time, X and Y places):

    - X is T from Y (by bus); X is a T drive from Y; X, T north of Y; X is within T of A, B and C
    - the T trip from X to Y; the T flight between X and Y; a T ride north of Y takes you to X
    - the trip from X to Y takes T; it takes T to get from X to Y; X to Y in T; from X to Y is a T trip
    - T separates X from Y
    - X is N from Y, which can be travelled in T; N by road, and which takes T; … but the trip takes T
    - carried them for T (the ends are those of the journey that the text tells)
    """

    def __init__(self, worder: Worder, participants: Participants, distances: DistanceFinder) -> None:
        self._worder = worder
        self._participants = participants
        self._figures = Figures(participants)
        self._distances = distances
        self._told = Told(worder, participants)
        self._rereader = Rereader(participants.gazetteer)

    def find(self, reading: Reading) -> list[Claim]:
        """Claims in text order."""
        found = [c for w in self._worder.word(reading) for c in self._in_sentence(reading, w)]
        return sorted(found, key=lambda c: (c.start, c.end))

    def _in_sentence(self, reading: Reading, wording: Wording) -> Iterator[Claim]:
        last: tuple[Found, int] | None = None
        for at, sign in wording.of_sort("duration"):
            if sign.quantity is None or not is_travel(wording, at, sign.quantity):
                continue
            claims = list(self._at(reading, wording, at, last))
            yield from claims
            if claims and claims[-1].figure is not None:
                last = (Found(claims[-1].figure), at)

    def _at(self, reading: Reading, wording: Wording, at: int, last: tuple[Found, int] | None) -> Iterator[Claim]:
        line = wording.line
        if match := _SEPARATES.match(line, at + 1):
            yield self._pair(reading, wording, at, match.span("a"), match.span("b"))
        elif pair := self._pair_near(wording, at):
            yield self._pair(reading, wording, at, pair.span("a"), pair.span("b"))
        elif match := _FROM.match(line, at + 1):
            yield from self._from(reading, wording, at, match, last)
        elif _TAKES.search(line[max(0, at - 48) : at]) or _ALONE.match(line, at + 1):
            claim = self._understood(reading, wording, at)
            if claim is not None:
                yield claim

    def _pair_near(self, wording: Wording, at: int) -> re.Match[str] | None:
        """The two ends that a sentence names, where its words make the time that of the way between them."""
        line = wording.line
        if leg := next((m for m in _LEG.finditer(line) if m.start("t") == at), None):
            return leg
        for form in (PAIR, BETWEEN, TO):
            for match in form.finditer(line):
                gap = line[at + 1 : match.start()] if at < match.start() else line[match.end() : at]
                around = line[max(0, min(at, match.start()) - 70) : max(at, match.end()) + 30]
                if len(gap) > 130 or not (_NEAR_TRIP.search(around) or gap.strip() == "in"):
                    continue
                if at < match.start() and (len(gap) < 60 or _TAKES.search(line[max(0, at - 30) : at])):
                    return match
                if at > match.end() and (_TAKES.search(line[max(0, at - 48) : at]) or len(gap) < 30):
                    return match
        return None

    def _pair(self, reading: Reading, wording: Wording, at: int, a: tuple[int, int], b: tuple[int, int]) -> Claim:
        ground = self._distances.named(reading, wording, *a)
        figure = self._distances.named(reading, wording, *b)
        first, stop = min(a[0], at), max(b[1], at + 1)
        return self._claim(reading, wording, at, Found(figure, None), ground, (first, stop), None)

    def _from(
        self, reading: Reading, wording: Wording, at: int, match: re.Match[str], last: tuple[Found, int] | None
    ) -> Iterator[Claim]:
        ground = self._distances.ground(reading, wording, match)
        if ground is None:
            return
        taken = frozenset(range(match.start("ground"), match.end("ground"))) if match["ground"] else frozenset()
        linked = last is not None and re.fullmatch(
            r"[^.;\ue000-\ue7ff]{0,10}[\ue000-\ue7ff]?[^.;\ue000-\ue7ff]{0,60}", wording.line[last[1] + 1 : at]
        )
        figure = last[0] if last is not None and linked else self._figure(reading, wording, at, match.end(), taken)
        if figure.participant.place is None and figure.at is None and _ALONE.match(wording.line, at + 1):
            told = self._told.ends(reading, wording, len(wording.line), start=ground)
            figure = Found(told[1]) if told is not None else figure
        if figure.participant.place is None and figure.at is None and not _ALONE.match(wording.line, at + 1):
            return
        direction = wording.sign(match["d"]).compass if match["d"] else None
        first = figure.at if figure.at is not None and 0 <= at - figure.at < 160 else at
        span = (min(first, at), match.end())
        yield self._claim(reading, wording, at, figure, ground, span, direction)
        yield from self._listed(reading, wording, at, match.end(), figure)

    def _listed(self, reading: Reading, wording: Wording, at: int, end: int, figure: Found) -> Iterator[Claim]:
        """The further places of a list: "within T of A, B and C"."""
        for _ in range(6):
            match = _NEXT.match(wording.line, end)
            if match is None or not re.search(r"\band\s[\ue000-\ue7ff]", wording.line[end - 1 : end + 80]):
                return
            ground = self._distances.named(reading, wording, match.start("ground"), match.end("ground"))
            yield self._claim(reading, wording, at, figure, ground, (at, match.end()), None)
            end = match.end()

    def _figure(self, reading: Reading, wording: Wording, at: int, end: int, taken: frozenset[int]) -> Found:
        figure = self._figures.find(reading, wording, at, taken=taken)
        if figure.participant.place is None or (figure.at is None and at < 12):
            takes = pattern(
                r"[^.;]{0,24}\b(?:takes|brings|gets|leads|will take)\s(?:you|visitors|one|travellers"
                r"|travelers)\sto\s(?P<p><P>)"
            )
            if match := takes.match(wording.line, end):
                sign = wording.sign(match["p"])
                return Found(self._participants.named(sign, reading), match.start("p"))
        return figure

    def _understood(self, reading: Reading, wording: Wording, at: int) -> Claim | None:
        """A time whose ends stand with a distance in the sentence, or in the journey that the text tells."""
        line = wording.line
        if not _NEAR_TRIP.search(line, max(0, at - 70), min(len(line), at + 30)):
            return None
        stated = [c for c in self._distances.in_sentence(reading, wording) if c.figure is not None]
        if stated:
            near = min(stated, key=lambda c: abs(c.start - wording.start(at)))
            assert near.figure is not None
            assert near.ground is not None
            return self._claim(reading, wording, at, Found(near.figure), near.ground, (max(0, at - 1), at + 1), None)
        fronted = line[:at] in {"for ", "in "} and _RODE.search(line, at, at + 60)
        if fronted or _RIDE.search(line[max(0, at - 90) : at]):
            return self._ridden(reading, wording, at)
        if _ALONE.match(line, at + 1) and (places := [s for _, s in wording.of_sort("place")]):
            ground = self._participants.named(places[0], reading)
            return self._claim(
                reading,
                wording,
                at,
                Found(unnamed("the other end", "the sentence names only one")),
                ground,
                (at, at + 1),
                None,
            )
        return None

    def _ridden(self, reading: Reading, wording: Wording, at: int) -> Claim | None:
        """The ends of the one journey that the document names from start to end."""
        for sentence in reading.sentences[:MAX_TOLD]:
            other = self._worder.plain(reading, sentence)
            match = PAIR.search(other.line)
            if match is not None and re.search(
                rf"\b(?:{JOURNEY}|{TRAVEL})\b", other.line[max(0, match.start() - 60) : match.end() + 30]
            ):
                ground = self._distances.named(reading, other, *match.span("a"))
                figure = self._distances.named(reading, other, *match.span("b"))
                why = "the journey that the text tells elsewhere"
                ends = [replace(p, start=None, end=None, score=0.6 * p.score, why=why) for p in (ground, figure)]
                start = max(0, at - 60)
                verb = re.search(rf"\b{TRAVEL}\b", wording.line[start:at])
                span = (start + verb.start() if verb else at, at + 1)
                return self._claim(reading, wording, at, Found(ends[1]), ends[0], span, None)
        return None

    def _claim(
        self,
        reading: Reading,
        wording: Wording,
        at: int,
        figure: Found,
        ground: Participant,
        span: tuple[int, int],
        direction: str | None,
    ) -> Claim:
        line = wording.line
        quantity = wording.sign(line[at]).quantity
        assert quantity is not None
        start, end = wording.start(span[0]), wording.end(max(span[1], at + 1))
        text = reading.document.text
        around = line[max(0, min(span[0], at) - 50) : max(span[1], at) + 40]
        speeds = tuple(s.quantity for _, s in wording.of_sort("speed") if s.quantity is not None)
        claim = Claim(
            document=reading.document.id,
            start=start,
            end=end,
            quote=text[start:end],
            kind=ClaimKind.TRAVEL_TIME,
            figure=figure.participant,
            ground=ground,
            mode=journey_mode(line[at : at + 60]) or journey_mode(around),
            hedge=quantity.hedge,
            stated=in_hours(quantity),
            quantities=speeds if len(speeds) == 1 else (),
            direction=direction,
            speaker=speaker_of(text[wording.sentence.start : wording.sentence.end]),
            modality=modality_of(line[max(0, span[0] - 40) : at]),
            score=min(figure.participant.score, ground.score),
            notes=("high-speed",) if _HIGH_SPEED.search(line) else (),
        )
        assert claim.stated is not None
        most_km = convert(claim.stated.high, claim.stated.unit, "h") * ceilings(claim)[1].value
        fit = fit_reach(claim, most_km)
        return self._rereader.reread(reading, claim, fit) if fit is not None else claim


def in_hours(quantity: Quantity) -> Quantity:
    """Days and weeks of travel in hours, so that all travel times compare; minutes and hours as they stand."""
    if quantity.unit in {"h", "min", "s"}:
        return quantity
    value, low, high = (convert(v, quantity.unit, "h") for v in (quantity.value, quantity.low, quantity.high))
    return replace(quantity, value=value, low=low, high=high, unit="h")


def is_travel(wording: Wording, at: int, quantity: Quantity) -> bool:
    """Whether an amount of time can be a travel time at all."""
    if quantity.unit not in _UNITS:
        return False
    line = wording.line
    return not (_TIME_BEFORE.search(line, max(0, at - 24), at) or _NOT_AFTER.match(line, at + 1))
