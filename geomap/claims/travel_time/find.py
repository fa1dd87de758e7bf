"""Finds statements of how long a way takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from geomap.claims.distance.find import DistanceFinder
from geomap.claims.figures import Figures, Found
from geomap.claims.participants import Participants, is_same, unnamed
from geomap.claims.patterns import TRAVEL, journey_mode
from geomap.claims.told import Told
from geomap.claims.travel_time.amounts import is_too_far, is_travel, is_within_reach, lies_towards
from geomap.claims.travel_time.journeys import Journey, Journeys, is_taken
from geomap.claims.travel_time.pairs import pair_near
from geomap.claims.travel_time.services import Services
from geomap.claims.travel_time.shapes import (
    ALONE,
    AND_TIME,
    AND_TO,
    AWAY,
    BEFORE_AWAY,
    BROUGHT,
    BY_WAY,
    CHANGES,
    EDGE_IS,
    FROM,
    JOURNEY_TAKING,
    NEAR_TRIP,
    NEXT,
    NOW,
    OR_TIME,
    OWN_PLACE,
    SEPARATES,
    SIDE,
    is_by_other_way,
    is_ridden,
    starts_before,
)
from geomap.claims.travel_time.statements import Times, Way, nearest_to
from geomap.claims.wording import Worder, Wording
from geomap.records import Claim, Participant, Place, Reading

# The figure, position and ground of the statement before.
_Last = tuple[Found, int, Participant]


class TravelTimeFinder:
    """Finds travel times.

    Accepts these shapes (T an amount of time, X and Y places):

    - X is T from Y (by bus); X is a T drive from Y; X, T north of Y; T north of Y, X; X is within T of A, B and C
    - the T trip from X to Y; the T flight between X and Y; a T ride north of Y takes you to X
    - the trip from X to Y takes T; … and to Z T; it takes T to get from X to Y; X to Y in T; from X to Y is a T trip
    - T separates X from Y
    - X is N from Y, which can be travelled in T; N by road, and which takes T; … but the trip takes T
    - X, a T ferry ride; X is a T drive away; X, T away; X is T further D (from where the text was before)
    - a T march from X brought them to Y; the ferry from X reaches Y in T
    - X is a T flight or a T drive from Y
    - left X and was bound for Y, a trip that takes T
    - the trip from X takes T; the T crossing costs …; the flight took T; trains between the two need T; a voyage of T
      (the other ends are those of the journey or of the distance told before)
    - left X and reached Y in T; was trucked to Y within T (from where the text tells)
    - carried them for T (the ends are those of the journey that the text tells)
    """

    def __init__(self, worder: Worder, participants: Participants, distances: DistanceFinder) -> None:
        self._worder = worder
        self._participants = participants
        self._figures = Figures(participants)
        self._distances = distances
        self._told = Told(worder, participants)
        self._journeys = Journeys(self._told, distances)
        self._services = Services(distances)
        self._times = Times(participants)

    def find(self, reading: Reading) -> list[Claim]:
        """Claims in text order."""
        found = [c for w in self._worder.word(reading) for c in self._in_sentence(reading, w)]
        return sorted(found, key=lambda c: (c.start, c.end))

    def _in_sentence(self, reading: Reading, wording: Wording) -> Iterator[Claim]:
        last: _Last | None = None
        for at, sign in wording.of_sort("duration"):
            if sign.quantity is None or not is_travel(wording, at, sign.quantity):
                continue
            claims = list(self._at(reading, wording, at, last))
            yield from claims
            if claims and claims[-1].figure is not None and claims[-1].ground is not None:
                last = (Found(claims[-1].figure), at, claims[-1].ground)

    def _at(self, reading: Reading, wording: Wording, at: int, last: _Last | None) -> Iterator[Claim]:
        line = wording.line
        if match := SEPARATES.match(line, at + 1):
            yield self._pair(reading, wording, at, match.span("a"), match.span("b"))
        elif last is not None and (match := AND_TO.match(line, last[1] + 1, at)):
            figure = self._distances.named(reading, wording, *match.span("b"))
            yield self._times.state(reading, wording, at, Way(Found(figure), last[2], (match.start("b"), at + 1)))
        elif last is not None and is_by_other_way(line, last[1], at):
            yield self._times.state(reading, wording, at, Way(last[0], last[2], (last[1], at + 1)))
        elif pair := pair_near(wording, at):
            yield self._pair(reading, pair.wording, pair.at, pair.a, pair.b)
        elif (run := self._services.find(reading, wording, at)) is not None:
            yield self._between(reading, wording, at, run)
        elif match := FROM.match(line, at + 1) or (
            (other := OR_TIME.match(line, at + 1)) and FROM.match(line, other.end())
        ):
            yield from self._from(reading, wording, at, match, last)
        elif AWAY.match(line, at + 1) and BEFORE_AWAY.search(line, max(0, at - 48), at):
            if last is not None and NOW.search(line, max(0, at - 24), at):  # "once T from Y, is now T away"
                yield self._times.state(reading, wording, at, Way(last[0], last[2], (last[1], at + 1)))
            elif (claim := self._leaning(reading, wording, at, last)) is not None:
                yield claim
        elif (
            is_taken(line, at)
            or ALONE.match(line, at + 1)
            or CHANGES.search(line, max(0, at - 200), at)
            or (BY_WAY.match(line, at + 1) and AND_TIME.search(line, max(0, at - 20), at))
        ) and (claim := self._understood(reading, wording, at, last)) is not None:
            yield claim

    def _pair(self, reading: Reading, wording: Wording, at: int, a: tuple[int, int], b: tuple[int, int]) -> Claim:
        ground = self._distances.named(reading, wording, *a)
        figure = self._distances.named(reading, wording, *b)
        span = min(a[0], at), max(b[1], at + 1)
        return self._times.state(reading, wording, at, Way(Found(figure, None), ground, span))

    def _from(
        self, reading: Reading, wording: Wording, at: int, match: re.Match[str], last: _Last | None
    ) -> Iterator[Claim]:
        ground = self._distances.ground(reading, wording, match)
        if ground is None:
            return
        taken = starts_before(wording.line, at) | frozenset(range(*match.span("ground")))
        linked = last is not None and re.fullmatch(
            r"[^.;\ue000-\ue7ff]{0,40}(?:[\ue000-\ue7ff](?:,?\s(?:or|and)\s)?){0,3}[^.;\ue000-\ue7ff]{0,60}",
            wording.line[last[1] + 1 : at],
        )
        figure = last[0] if last is not None and linked else self._figure(reading, wording, at, match.end(), taken)
        alone = ALONE.match(wording.line, at + 1) or JOURNEY_TAKING.search(wording.line, max(0, at - 60), at)
        if figure.participant.place is None and figure.at is None and alone:
            told = self._told.ends(reading, wording, len(wording.line), start=ground)
            figure = Found(told[1]) if told is not None else figure
        if figure.unknown and figure.participant.start is None and not alone:
            return
        if ground.place is None and not match["ground"]:
            ground = self._participants.describe(
                reading, ground, figure.participant, lambda place: self._is_reached(wording, at, place, figure)
            )
        direction = wording.sign(match["d"]).compass if match["d"] else None
        first = figure.at if figure.at is not None and 0 <= at - figure.at < 160 else at
        span = (min(first, at), match.end())
        yield self._times.state(reading, wording, at, Way(figure, ground, span, direction))
        if match["ground"]:
            yield from self._listed(reading, wording, at, match.end(), figure)

    def _listed(self, reading: Reading, wording: Wording, at: int, end: int, figure: Found) -> Iterator[Claim]:
        """The further places of a list: "within T of A, B and C"."""
        for _ in range(6):
            match = NEXT.match(wording.line, end)
            if match is None or not re.search(r"\band\s[\ue000-\ue7ff]", wording.line[end - 1 : end + 80]):
                return
            ground = self._distances.named(reading, wording, match.start("ground"), match.end("ground"))
            yield self._times.state(reading, wording, at, Way(figure, ground, (at, match.end())))
            end = match.end()

    def _is_reached(self, wording: Wording, at: int, place: Place, figure: Found) -> bool:
        quantity = wording.sign(wording.line[at]).quantity
        mode = journey_mode(wording.line[at : at + 60])
        return quantity is None or is_within_reach(place, figure.participant.place, quantity, mode)

    def _figure(self, reading: Reading, wording: Wording, at: int, end: int, taken: frozenset[int]) -> Found:
        figure = self._figures.find(reading, wording, at, taken=taken)
        lacking = figure.participant.place is None or (figure.at is None and at < 12)
        if lacking and (match := BROUGHT.match(wording.line, end)):
            sign = wording.sign(match["p"])
            return Found(self._participants.named(sign, reading), match.start("p"))
        right = self._figures.right_of(reading, wording, at, end) if lacking and at < 4 else None
        return right or figure  # "Two hours north of Y, the town of X"

    def _understood(self, reading: Reading, wording: Wording, at: int, last: _Last | None) -> Claim | None:
        """A time whose ends stand with a distance in the sentence, or in the journey that the text tells."""
        line = wording.line
        if not NEAR_TRIP.search(line, max(0, at - 70), min(len(line), at + 30)):
            return None
        if (summed := self._journeys.apposed(reading, wording, at)) is not None:
            return self._between(reading, wording, at, summed)
        stated = [c for c in self._distances.in_sentence(reading, wording) if c.figure is not None]
        own = OWN_PLACE.search(line, max(0, at - 24), at) if ALONE.match(line, at + 1) else None
        if own is not None and not any(c.start <= wording.start(own.start()) < c.end for c in stated):
            return self._beside(reading, wording, at, own.start(), stated[-1].ground if stated else None, last)
        if stated:
            near = nearest_to(stated, reading.document.text, wording.start(at))
            if near is None:
                return None
            assert near.figure is not None
            assert near.ground is not None
            told = self._times.state(
                reading, wording, at, Way(Found(near.figure), near.ground, (max(0, at - 1), at + 1))
            )
            if near.stated is None or near.figure.start is not None or near.ground.start is not None:
                return told
            return replace(told, quantities=(*told.quantities, near.stated))
        if is_ridden(line, at):
            return self._ridden(reading, wording, at)
        if (claim := self._of_journey(reading, wording, at)) is not None:
            return claim
        return self._leaning(reading, wording, at, last) if ALONE.match(line, at + 1) else None

    def _beside(
        self, reading: Reading, wording: Wording, at: int, place_at: int, centre: Participant | None, last: _Last | None
    ) -> Claim | None:
        """A time of the place right before it: "in X, N from Y, and in Z, an hour's drive south", both from Y."""
        figure = self._participants.named(wording.sign(wording.line[place_at]), reading)
        if centre is None or centre.place is None or is_same(centre, figure):
            return self._leaning(reading, wording, at, last)
        ground = replace(centre, start=None, end=None, score=0.6 * centre.score)
        return self._times.state(reading, wording, at, Way(Found(figure, place_at), ground, (place_at, at + 1)))

    def _leaning(self, reading: Reading, wording: Wording, at: int, last: _Last | None) -> Claim | None:
        """A time to the one place of the sentence, from where the text was before: "taken to X, a T ferry ride"."""
        places = [(place_at, s) for place_at, s in wording.of_sort("place") if s.place is not None]
        if (edge := EDGE_IS.search(wording.line, max(0, at - 70), at)) is not None:
            return self._to_edge(reading, wording, at, edge)
        if not places:
            return None
        figure_at, sign = max((p for p in places if p[0] < at), default=places[0], key=lambda p: p[0])
        to_side = SIDE.match(wording.line, at + 1)
        direction = wording.sign(to_side["d"]).compass if to_side is not None else None
        if wording.line[:figure_at].endswith("from ") and not (figure_at == at - 3 and direction):
            if last is None:  # "it takes T to drive from there to the capital" is no time to there
                return None
            return self._times.state(reading, wording, at, Way(last[0], last[2], (last[1], at + 1)))
        figure = self._participants.named(sign, reading)
        before = min(wording.start(figure_at), wording.start(at))
        ground = self._other_end(reading, wording, at, figure, before, direction)
        span = (min(figure_at, at) if abs(at - figure_at) < 160 else at, to_side.end() if to_side else at + 1)
        return self._times.state(reading, wording, at, Way(Found(figure, figure_at), ground, span, direction))

    def _to_edge(self, reading: Reading, wording: Wording, at: int, edge: re.Match[str]) -> Claim:
        """A time to a people's border or capital, from where the text was: "the Polish border is T further on"."""
        figure = self._participants.of_people(reading, wording, edge)
        before = [s for place_at, s in wording.of_sort("place") if place_at < edge.start()]
        named = self._participants.named(before[-1], reading) if before else None
        ground = named or self._other_end(reading, wording, at, figure, wording.start(edge.start("people")))
        ground = replace(ground, start=None, end=None, score=min(ground.score, 0.45))
        return self._times.state(reading, wording, at, Way(Found(figure), ground, (edge.start("people"), at + 1)))

    def _other_end(
        self, reading: Reading, wording: Wording, at: int, known: Participant, before: int, side: str | None = None
    ) -> Participant:
        """From or to where a time is told that names one end: the place spoken of before that the time fits."""
        hours, line = wording.sign(wording.line[at]).quantity, wording.line
        mode = journey_mode(line[at : at + 60]) or journey_mode(line[max(0, at - 50) : at + 41])
        but = frozenset({known.place.id}) if known.place is not None else frozenset()
        title = self._participants.title(reading)
        if title is not None and title.place is not None and title.place.id not in but:
            return replace(title, start=None, end=None, score=min(0.6, title.score))
        found = self._participants.leaned_on(
            reading,
            before,
            but,
            lambda place: (
                (hours is None or is_within_reach(place, known.place, hours, mode))
                and lies_towards(known.place, place, side)
            ),
        )
        found = found or unnamed("the other end", "the sentence names only one")
        return replace(found, score=min(found.score, 0.45))

    def _of_journey(self, reading: Reading, wording: Wording, at: int) -> Claim | None:
        """The time of a journey of which the sentence names one end or none: "the trip from X takes T"."""
        found = self._journeys.find(reading, wording, at)
        return self._between(reading, wording, at, found) if found is not None else None

    def _between(self, reading: Reading, wording: Wording, at: int, found: Journey) -> Claim:
        """The time of a journey; an end that is not named is where the text was."""
        start, end = found.start, found.end
        known = start or end
        if (start is None or end is None) and self._participants.title(reading) is None:
            start, end = self._told.ends(reading, wording, at, start=start, end=end) or (start, end)
        if start is None or end is None:
            assert known is not None
            other = self._other_end(reading, wording, at, known, wording.sentence.start)
            start, end = start or other, end or other
        return self._times.state(reading, wording, at, Way(Found(end), start, (found.at, at + 1)))

    def _ridden(self, reading: Reading, wording: Wording, at: int) -> Claim | None:
        """The ends of the one journey that the document names from start to end."""
        ends = self._journeys.whole(self._worder, reading)
        stated, mode = wording.sign(wording.line[at]).quantity, journey_mode(wording.line[max(0, at - 60) : at])
        if ends is None or (stated is not None and mode in {"foot", "horse"} and is_too_far(ends, stated, mode)):
            return None  # "trekked for five hours" in a story of a flight is of another way
        start = max(0, at - 60)
        verb = re.search(rf"\b{TRAVEL}\b", wording.line[start:at])
        span = (start + verb.start() if verb else at, at + 1)
        return self._times.state(reading, wording, at, Way(Found(ends[1]), ends[0], span))
