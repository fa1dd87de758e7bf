"""Finds statements of distance, with or without a direction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from geomap.claims.attachment import same_as_before
from geomap.claims.constructed import with_constructed
from geomap.claims.distance.amounts import is_distance, is_length_of_way, is_partial
from geomap.claims.distance.bracketed import Bracketed
from geomap.claims.distance.pair_before import PairBefore
from geomap.claims.distance.pairs import Pairs
from geomap.claims.distance.shapes import (
    AND_OTHER,
    APART_AFTER,
    BARE,
    CAME_INLAND,
    FARTHER,
    FROM_START,
    GOES_BY,
    IS,
    LATER,
    NORTH_OF,
    NOT_BUT,
    OFFSET,
    ON_THE_SAME,
    ONLY_POINT,
    OTHER_END,
    OTHER_WAY,
    OWN_DIRECTION,
    SAID_AGAIN,
    STOPS,
    SWAPPED,
    THE_TWO,
    TO_END,
    TRAVELLED,
    TRIP_NEXT,
    TRIP_OF,
)
from geomap.claims.distance.shared_out import SharedOut
from geomap.claims.distance.statements import (
    Ends,
    Statement,
    Statements,
    described_ground,
    sets_apart,
    travelled_on,
    with_rivals,
)
from geomap.claims.distance.understood import BETWEEN_TWO, IS_AT, Understood
from geomap.claims.figures import Figures, Found, nothing
from geomap.claims.parallels import is_parallel
from geomap.claims.participants import Participants, is_same
from geomap.claims.patterns import mode_of
from geomap.claims.signs import AREAS
from geomap.claims.things import with_things
from geomap.claims.told import Told
from geomap.claims.wording import Worder, Wording, pattern
from geomap.records import Claim, Modality, Participant, Reading

IN_TOTAL = pattern(r"\ban?\s(?:[a-z]+\s)?total\sof\s(?:[a-z]+\s){0,2}\Z", "total ")


class DistanceFinder:
    """Finds distances.

    Accepts these shapes (N an amount with its hedge, X and Y places, D a point of the compass):

    - X is N D of Y; X, N D of Y, …; X is located N to the D of Y; X is N by road D of Y
    - X is N from Y; X lies N away from Y; X is N from the border with Y; X, N from where they were found
    - X is N from the Y-Z border; X on Y island, N from Z; the capture of X put them N from Y; X is big, and they are N
      away (from X)
    - X is N D of Y and M D of Z; X, N from Y and M from Z
    - X is N and M from Y and Z, respectively; X and Y are N and M from Z, respectively
    - X is D of Y, N by vehicle and M by air; X is N from Y as the crow flies but M by the coast road
    - N to the D of Y lies X; N to the D, X … ; X is at R, N upstream
    - the N trip from X to Y; the distance between X and Y is N; from X to Y, which is N
    - X and Y are N apart (by road), but M by ferry; N separate X from Y
    - it is N D of Y (X is the title or the place spoken of last)
    - from X they drive the N to Y; covered N from X when it reached Y; from X it is N to Y
    - X and Y are (both) N from Z; X is linked with Y (N), Z (M) and W (K)
    - the railway from X to Y, N long; X is N from Y and the same distance D of Z
    - the voyage from X to Y via Z is N; around W it is M
    - X is not N but M from Y; X is N from Y, a map says M (the two are held against each other)
    - X is N from Y and from Z M; X is N from Y, and W M; at N, X is the farthest from Y
    - its airport is N to the D (of the place spoken of); X is N from there; Y is N D of it; from there to X it is N
    - the train to Y was N from X (the train is N from X, not Y)
    - set off from X and finished in Y, N later
    - covers the N to Y; the crossing of N; had flown N; the two cities are N apart; the road is N long (the ends are
      those of the journey or of the distance that the text told before)
    """

    def __init__(self, worder: Worder, participants: Participants) -> None:
        self._worder = worder
        self._participants = participants
        self._figures = Figures(participants)
        self._statements = Statements(participants)
        self._pairs = Pairs(self._statements)
        self._shared_out = SharedOut(self._statements, self._figures)
        self._told = Told(worder, participants)
        self._before = PairBefore(worder, self.in_sentence)
        self._bracketed = Bracketed(participants, self._figures, self._statements)
        self._understood = Understood(participants, self._figures, self._statements, self._told, self._before)
        self._found_in: Reading | None = None

    def pair_before(self, reading: Reading, wording: Wording) -> tuple[Participant, Participant] | None:
        """Ground and figure of the distance that the sentence before told."""
        return self._before.ends(reading, wording)

    def named(self, reading: Reading, wording: Wording, start: int, end: int) -> Participant:
        """The place that a stretch of the line names."""
        return self._statements.named(reading, wording, start, end)

    def ground(self, reading: Reading, wording: Wording, match: re.Match[str]) -> Participant | None:
        """The ground of a match; None for "here"."""
        return self._statements.ground(reading, wording, match)

    def find(self, reading: Reading) -> list[Claim]:
        """Claims in text order."""
        found = [c for w in self._worder.word(reading) for c in self.in_sentence(reading, w)]
        return with_things(reading, sorted(found, key=lambda c: (c.start, c.end)))

    def in_sentence(self, reading: Reading, wording: Wording) -> list[Claim]:
        """The claims of one sentence; those of the sentences before it, which it may go on from, are found first."""
        if self._found_in is not reading:
            self._found_in = reading
            for earlier in self._worder.word(reading):
                self._worder.remembered(earlier, partial(self._find, reading, earlier))
        return self._worder.remembered(wording, lambda: self._find(reading, wording))

    def _find(self, reading: Reading, wording: Wording) -> list[Claim]:
        lengths = [(at, sign) for at, sign in wording.of_sort("length") if is_distance(wording, at)]
        ways = {at for at, _ in wording.of_sort("length") if is_length_of_way(wording, at)}
        if not lengths and not ways:
            return []
        amounts = sorted({at for at, _ in lengths} | ways)
        shared: dict[int, Statement] = {}
        for at in amounts[:-1]:
            shared |= {} if at in shared else self._shared_out.find(reading, wording, at)
        pairs = shared or self._pairs.find(reading, wording, amounts)
        statements: list[Statement] = []
        for at in amounts:
            if (statement := pairs.get(at)) is None and at in ways:
                statement = self._understood.way_long(reading, wording, at, statements[-1] if statements else None)
            elif statement is None:
                statement = self._offset(reading, wording, at, statements)
            if statement is not None:
                statements.append(statement)
                statements += [] if shared else self._statements.of_both(reading, wording, at, statement)
        statements += self._statements.same_again(reading, wording, statements)
        return list(with_constructed(with_rivals(statements), reading.document.text))

    def _offset(self, reading: Reading, wording: Wording, at: int, before: Sequence[Statement]) -> Statement | None:
        """The claim of an amount with "of Y" or "from Y" after it, or of a bare one that goes on from others."""
        line = wording.line
        last = before[-1] if before and before[-1].end <= at else None
        match = OFFSET.match(line, at + 1)
        if match is None:
            return self._travelled(reading, wording, at) or self._bare(reading, wording, at, last)
        between = line[at + 1 : match.end()]
        if TRAVELLED.search(line, max(0, at - 60), at) and match["d"] is None and re.search(r"\bfrom\s", between):
            return self._travelled(reading, wording, at)
        ground = self._statements.ground(reading, wording, match)
        if ground is None:
            return None
        floor = last.end if last else 0
        taken = frozenset({match.start("ground") + len(match["ground"]) - 1} if match["ground"] else ())
        if last is not None and (described := described_ground(line, last, at)) is not None:
            figure = described
        elif last is not None and same_as_before(wording, last.end, at):
            figure = last.figure
        else:
            figure = self._understood.figure(reading, wording, at, match.end(), taken, floor)
            place = figure.participant.place
            alone = not IS.search(line, last.end, at) if last is not None else False
            told = last is not None and sets_apart(line, last, figure, at)
            if last is not None and travelled_on(line, last, figure, at):
                # "formed N from X and passed M from Y" is no more told of the place before.
                figure = nothing(reading, wording, at)
            elif last is not None and not told and (place is None or place.kind in AREAS or alone):
                figure = last.figure
        if figure.is_open and (both := self._statements.both_of_them(reading, wording, at)) is not None:
            figure = both[0]
        if not match["ground"] or is_parallel(ground.text):
            ground, figure = self._understood.described(reading, wording, at, ground, figure)
        if ground.place is None and figure.participant.place is None and not match["ground"]:
            return None
        if ground.place is not None and is_same(figure.participant, ground):
            figure = nothing(reading, wording, at)
        direction = wording.sign(match["d"]).compass if match["d"] else None
        return self._statements.state(reading, wording, at, Ends(figure, ground, match.end(), direction))

    def _bare(self, reading: Reading, wording: Wording, at: int, last: Statement | None) -> Statement | None:
        """A distance whose ground stands before it or is only understood: "25 km to the north", "30 by air"."""
        line = wording.line
        if not OWN_DIRECTION.match(line, at + 1) and (north := NORTH_OF.search(line, max(0, at - 90), at)):
            ground = self._statements.named(reading, wording, north.start("ground"), north.end("ground"))
            taken = frozenset(range(north.start("ground"), north.end("ground")))
            figure = self._figures.find(reading, wording, north.start(), taken=taken)
            return self._statements.state(
                reading, wording, at, Ends(figure, ground, at + 1, wording.sign(north["d"]).compass)
            )
        if last is not None and (swapped := SWAPPED.search(line, max(last.end - 2, at - 60), at)):
            ground = self._statements.named(reading, wording, *swapped.span("ground"))
            return self._statements.state(reading, wording, at, Ends(last.figure, ground, at + 1, None))
        if last is not None and last.claim.ground is not None and (other := AND_OTHER.match(line, last.end, at)):
            found = Found(self._statements.named(reading, wording, *other.span("p")), other.start("p"))
            point = BARE.match(line, at + 1)
            seen = (point["d"] or point["d2"]) if point is not None else None
            direction = wording.sign(seen).compass if seen else None
            stop = point.end() if point is not None and seen else at + 1
            onward = other["on"] or FARTHER.match(line, at + 1)
            ground = last.figure.participant if onward else last.claim.ground
            return self._statements.state(reading, wording, at, Ends(found, ground, stop, direction))
        if last is not None and STOPS.match(line, at + 1) and SAID_AGAIN.match(line, last.end, at):
            return self._again(reading, wording, at, last)
        if last is not None and last.claim.ground is not None and (by := GOES_BY.match(line, last.end, at)):
            ends = Ends(last.figure, last.claim.ground, at + 1, None, by.start("via"))
            return self._statements.state(reading, wording, at, ends)
        if last is not None and (again := self._other_way(reading, wording, at, last)) is not None:
            return again
        denied = last is not None and last.claim.modality is Modality.NEGATED
        if last is not None and denied and NOT_BUT.search(line, max(last.start, at - 16), at):
            return self._again(reading, wording, at, last)
        apart = APART_AFTER.match(line, at + 1) and THE_TWO.search(line, max(0, at - 70), at)
        if apart or BETWEEN_TWO.search(line, max(0, at - 90), at):
            return self._understood.both_named(reading, wording, at, last)
        told = self._understood.from_it(reading, wording, at) or self._understood.to_it(reading, wording, at)
        if told is None and self._bracketed.matches(wording, at):
            return self._bracketed.find(reading, wording, at)
        if told is not None:
            return told
        if TRAVELLED.search(line, max(0, at - 60), at):
            return None
        match = BARE.match(line, at + 1)
        if match is None or (match["stream"] == "inland" and CAME_INLAND.search(line, max(0, at - 60), at)):
            return None
        return self._understood.bare(reading, wording, at, match, last)

    def _other_way(self, reading: Reading, wording: Wording, at: int, last: Statement) -> Statement | None:
        """The distance of the same two places by another way: "25 miles as the crow flies but 44 miles by road"."""
        line, ground = wording.line, last.claim.ground
        way = OTHER_WAY.match(line, at + 1)
        if way is None or ground is None or not ON_THE_SAME.match(line, last.end, at):
            return None
        found = self._statements.state(reading, wording, at, Ends(last.figure, ground, way.end(), last.claim.direction))
        return replace(found, claim=replace(found.claim, mode=mode_of(line[at + 1 : way.end()])))

    def _again(self, reading: Reading, wording: Wording, at: int, last: Statement) -> Statement | None:
        """The same distance by another's words: "40 miles east of Y; a caption says 45 miles"."""
        before = last.claim
        if before.ground is None:
            return None
        found = self._statements.state(reading, wording, at, Ends(last.figure, before.ground, at + 1, before.direction))
        claim = replace(found.claim, mode=found.claim.mode or before.mode, notes=found.claim.notes or before.notes)
        if before.modality is Modality.NEGATED:
            return replace(found, claim=replace(claim, modality=Modality.ASSERTED))
        return replace(found, claim=claim, rival=True)

    def _travelled(self, reading: Reading, wording: Wording, at: int) -> Statement | None:
        """A journey's length, with the ends that the sentence or the text before it names: "covers the N to X"."""
        line = wording.line
        if not (
            TRAVELLED.search(line, max(0, at - 60), at)
            or TRIP_OF.search(line, max(0, at - 60), at)
            or TRIP_NEXT.match(line, at + 1)
            or (LATER.match(line, at + 1) and not IS_AT.search(line, max(0, at - 30), at))
        ):
            return None
        to, of = TO_END.match(line, at + 1), FROM_START.match(line, at + 1)
        if to is None and of is None and IN_TOTAL.search(line, max(0, at - 30), at):
            return None  # a whole journey's length
        if to is None and of is None and OTHER_END.match(line, at + 1):
            return None
        end = self._statements.named(reading, wording, *to.span("p")) if to else None
        start = self._statements.named(reading, wording, *of.span("p")) if of else None
        ends = self._told.ends(reading, wording, at, end=end, start=start)
        if ends is None:
            return None
        if to is None and of is None and is_partial(wording, at, ends):
            return None
        point = to or of
        sign = next(
            (wording.sign(m["d"]) for m in (to, of, ONLY_POINT.match(line, at + 1)) if m is not None and m["d"]), None
        )
        stop = point.end() if point else at + 1
        figure = Found(ends[1], to.end("p") - 1 if to else None)
        return self._statements.state(
            reading, wording, at, Ends(figure, ends[0], stop, sign.compass if sign else None, at)
        )
