"""Finds statements of distance, with or without a direction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.claims.attribution import modality_of, speaker_of
from geomap.claims.constructed import with_constructed
from geomap.claims.distance.shapes import (
    AND_OTHER,
    APART,
    APART_AFTER,
    APART_FIRST,
    AT_FIRST,
    AWAY_BEFORE,
    BARE,
    EVENT_FIGURE,
    FROM_START,
    JOURNEY_AFTER,
    JOURNEY_NEAR,
    LAST_LEG,
    NORTH_OF,
    NOT_AFTER,
    NOT_BEFORE,
    OFFSET,
    ONLY_POINT,
    OWN_DIRECTION,
    SEPARATE,
    SEPARATED_BY,
    SWAPPED,
    THE_TWO,
    TO_END,
    TO_REACH,
    TRAVELLED,
    TRIP_NEXT,
    TRIP_OF,
)
from geomap.claims.figures import NOT_NAMED, Figures, Found, same_as_before
from geomap.claims.participants import Participants, unnamed
from geomap.claims.patterns import (
    ALONG,
    BETWEEN,
    COPULA,
    MOUNTAINS,
    PAIR,
    TO,
    TRAVEL,
    journey_mode,
    mode_of,
)
from geomap.claims.rereading import Rereader, fit_distance
from geomap.claims.told import Told
from geomap.claims.wording import AREAS, Worder, Wording
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, Participant, Reading


@dataclass(frozen=True, slots=True)
class _Statement:
    """One claim with where it stands in the line, for the statements that go on from it."""

    claim: Claim
    start: int
    end: int
    figure: Found


class DistanceFinder:
    """Finds distances.

    Accepts these shapes (N an amount with its hedge, X and Y places, D a point of the compass):

    - X is N D of Y; X, N D of Y, …; X is located N to the D of Y; X is N by road D of Y
    - X is N from Y; X lies N away from Y; X is N from the border with Y; X, N from where they were found
    - X is N D of Y and M D of Z; X, N from Y and M from Z
    - X is D of Y, N by vehicle and M by air
    - N to the D of Y lies X; N to the D, X … ; X is at R, N upstream
    - the N trip from X to Y; the distance between X and Y is N; from X to Y, which is N
    - X and Y are N apart (by road), but M by ferry; N separate X from Y
    - it is N D of Y (X is the title or the place spoken of last)
    - from X they drive the N to Y; covered N from X when it reached Y
    """

    def __init__(self, worder: Worder, participants: Participants) -> None:
        self._worder = worder
        self._participants = participants
        self._figures = Figures(participants)
        self._rereader = Rereader(participants.gazetteer)
        self._told = Told(worder, participants)

    def find(self, reading: Reading) -> list[Claim]:
        """Claims in text order."""
        found = [c for w in self._worder.word(reading) for c in self.in_sentence(reading, w)]
        return sorted(found, key=lambda c: (c.start, c.end))

    def in_sentence(self, reading: Reading, wording: Wording) -> list[Claim]:
        """The claims of one sentence."""
        return self._worder.remembered(wording, lambda: self._find(reading, wording))

    def _find(self, reading: Reading, wording: Wording) -> list[Claim]:
        lengths = [(at, sign) for at, sign in wording.of_sort("length") if is_distance(wording, at)]
        if not lengths:
            return []
        pairs = self._pairs(reading, wording, [at for at, _ in lengths])
        statements: list[_Statement] = []
        for at, _ in lengths:
            statement = pairs.get(at) or self._offset(reading, wording, at, statements)
            if statement is not None:
                statements.append(statement)
        return list(with_constructed([s.claim for s in statements]))

    def _offset(self, reading: Reading, wording: Wording, at: int, before: Sequence[_Statement]) -> _Statement | None:
        """The claim of an amount with "of Y" or "from Y" after it, or of a bare one that goes on from others."""
        line = wording.line
        last = before[-1] if before else None
        match = OFFSET.match(line, at + 1)
        if match is None:
            return self._travelled(reading, wording, at) or self._bare(reading, wording, at, last)
        between = line[at + 1 : match.end()]
        if TRAVELLED.search(line, max(0, at - 60), at) and match["d"] is None and re.search(r"\bfrom\s", between):
            return self._travelled(reading, wording, at)
        ground = self.ground(reading, wording, match)
        if ground is None:
            return None
        floor = last.end if last else 0
        taken = frozenset({match.start("ground") + len(match["ground"]) - 1} if match["ground"] else ())
        if last is not None and same_as_before(wording, last.end, at):
            figure = last.figure
        else:
            figure = self._figure(reading, wording, at, match.end(), taken, floor)
            place = figure.participant.place
            alone = not re.search(rf"\b{COPULA}\b", line[last.end : at]) if last is not None else False
            if last is not None and (place is None or place.kind in AREAS or alone):
                figure = last.figure
        if ground.place is None and figure.participant.place is None and not match["ground"]:
            return None
        if ground.place is not None and _is_same(figure.participant, ground):
            figure = Found(unnamed(NOT_NAMED, "the sentence does not name it"))
        direction = wording.sign(match["d"]).compass if match["d"] else None
        return self._state(reading, wording, at, _Ends(figure, ground, match.end(), direction))

    def _figure(
        self, reading: Reading, wording: Wording, at: int, end: int, taken: frozenset[int], floor: int
    ) -> Found:
        figure = self._figures.find(reading, wording, at, taken=taken, floor=floor)
        if figure.at is None and (figure.participant.text == NOT_NAMED or at < 4):
            right = self._figures.right_of(reading, wording, at, end)
            if right is not None and not EVENT_FIGURE.search(wording.line[:at]):
                return right
        return figure

    def ground(self, reading: Reading, wording: Wording, match: re.Match[str]) -> Participant | None:
        """The ground of a match: a name, a people's border or capital, or a description; None for "here"."""
        text = reading.document.text
        if match["ground"]:
            return self.named(reading, wording, match.start("ground"), match.end("ground"))
        start = match.start("people") if match["people"] else match.start("described")
        begin, end = wording.start(start), wording.end(match.end())
        words = text[begin:end].strip()
        if match["people"]:
            sign = next(s for c in match["people"] if (s := wording.signs.get(c)) and s.sort == "demonym")
            found = self._participants.named(sign, reading, begin, end)
            return self._participants.capital(found) if words.endswith("capital") else found
        if words.lower() in {"here", "there", "home"} or not wording.signs:
            return None
        why = f"“{words}” has no place of its own; set it with --resolve"
        return Participant(place=None, text=words, start=begin, end=end, score=0.5, why=why)

    def named(self, reading: Reading, wording: Wording, start: int, end: int) -> Participant:
        """The ground that a stretch of the line names; its words stay, for "the border of Y" is not Y."""
        places = [at for at in range(start, end) if (s := wording.signs.get(wording.line[at])) and s.sort == "place"]
        sign = wording.sign(wording.line[places[-1]])
        return self._participants.named(sign, reading, wording.start(start), wording.end(end))

    def _bare(self, reading: Reading, wording: Wording, at: int, last: _Statement | None) -> _Statement | None:
        """A distance whose ground stands before it or is only understood: "25 km to the north", "30 by air"."""
        line = wording.line
        if not OWN_DIRECTION.match(line, at + 1) and (north := NORTH_OF.search(line, max(0, at - 90), at)):
            ground = self.named(reading, wording, north.start("ground"), north.end("ground"))
            taken = frozenset(range(north.start("ground"), north.end("ground")))
            figure = self._figures.find(reading, wording, north.start(), taken=taken)
            return self._state(reading, wording, at, _Ends(figure, ground, at + 1, wording.sign(north["d"]).compass))
        if last is not None and (swapped := SWAPPED.search(line, max(last.end - 2, at - 60), at)):
            ground = self.named(reading, wording, *swapped.span("ground"))
            return self._state(reading, wording, at, _Ends(last.figure, ground, at + 1, None))
        if last is not None and last.claim.ground is not None and (other := AND_OTHER.match(line, last.end, at)):
            found = Found(self.named(reading, wording, *other.span("p")), other.start("p"))
            return self._state(reading, wording, at, _Ends(found, last.claim.ground, at + 1, None))
        if APART_AFTER.match(line, at + 1) and THE_TWO.search(line, max(0, at - 70), at):
            return self._both_named(reading, wording, at)
        if TRAVELLED.search(line, max(0, at - 60), at):
            return None
        match = BARE.match(line, at + 1)
        if match is None:
            return None
        if last is not None and match["mode"] and at - last.end < 60 and last.claim.ground is not None:
            return self._state(
                reading, wording, at, _Ends(last.figure, last.claim.ground, match.end(), last.claim.direction)
            )
        return self._understood(reading, wording, at, match)

    def _travelled(self, reading: Reading, wording: Wording, at: int) -> _Statement | None:
        """A journey's length, with the ends that the sentence or the text before it names: "covers the N to X"."""
        line = wording.line
        if not (
            TRAVELLED.search(line, max(0, at - 60), at)
            or TRIP_OF.search(line, max(0, at - 60), at)
            or TRIP_NEXT.match(line, at + 1)
        ):
            return None
        to, of = TO_END.match(line, at + 1), FROM_START.match(line, at + 1)
        end = self.named(reading, wording, *to.span("p")) if to else None
        start = self.named(reading, wording, *of.span("p")) if of else None
        ends = self._told.ends(reading, wording, at, end=end, start=start)
        if ends is None:
            return None
        point = to or of
        sign = next(
            (wording.sign(m["d"]) for m in (to, of, ONLY_POINT.match(line, at + 1)) if m is not None and m["d"]), None
        )
        stop = point.end() if point else at + 1
        figure = Found(ends[1], to.end("p") - 1 if to else None)
        return self._state(reading, wording, at, _Ends(figure, ends[0], stop, sign.compass if sign else None, at))

    def _both_named(self, reading: Reading, wording: Wording, at: int) -> _Statement | None:
        """Ends for "the two cities are N apart": those of the journey told before, else the two places named last."""
        ends = self._told.ends(reading, wording, 0)
        if ends is None:
            second = self._participants.focal(reading, wording.sentence.start)
            but = _ids(second)
            first = self._participants.focal(reading, wording.sentence.start, but) if second is not None else None
            if first is None or second is None:
                return None
            ends = first, second
        return self._state(reading, wording, at, _Ends(Found(ends[1]), ends[0], at + 1, None))

    def _understood(self, reading: Reading, wording: Wording, at: int, match: re.Match[str]) -> _Statement | None:
        line = wording.line
        if match["away"] and at > 3 and not AWAY_BEFORE.search(line, max(0, at - 30), at):
            return None
        figure = self._figure(reading, wording, at, match.end(), frozenset(), 0)
        if figure.participant.place is None and figure.at is None:
            return None
        place = figure.participant.place
        but = frozenset({place.id}) if place else frozenset()
        start = wording.start(figure.at) if figure.at is not None else wording.sentence.start
        ground = self._participants.focal(reading, max(start, wording.sentence.start), but) or (
            self._participants.title(reading)
            if not place or place.id not in _ids(self._participants.title(reading))
            else None
        )
        if ground is None:
            ground = unnamed("the place spoken of before", "the text does not say from where")
        point = match["d"] or match["d2"]
        direction = wording.sign(point).compass if point else None
        return self._state(
            reading, wording, at, _Ends(figure, replace(ground, score=min(ground.score, 0.5)), match.end(), direction)
        )

    def _pairs(self, reading: Reading, wording: Wording, lengths: Sequence[int]) -> dict[int, _Statement]:
        """Amounts that belong to two ends: "the N trip from X to Y", "X and Y are N apart"."""
        out: dict[int, _Statement] = {}
        line = wording.line
        for at in lengths:
            ends = self._apart(wording, at)
            if ends is not None:
                out[at] = self._state(reading, wording, at, self._both(reading, wording, *ends))
        for form in (TO_REACH, LAST_LEG):
            for match in form.finditer(line):
                at = match.start("l")
                if at in lengths and at not in out:
                    out[at] = self._state(
                        reading, wording, at, self._both(reading, wording, match.span("a"), match.span("b"))
                    )
        for form in (PAIR, BETWEEN, TO):
            for match in form.finditer(line):
                nearest = _belongs(line, match, lengths, out)
                if nearest is not None:
                    ends_found = self._both(reading, wording, match.span("a"), match.span("b"))
                    out[nearest] = self._state(reading, wording, nearest, ends_found)
        return out

    def _apart(self, wording: Wording, at: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        line = wording.line
        if APART_AFTER.match(line, at + 1) and (match := APART.search(line, max(0, at - 120), at)):
            return match.span("a"), match.span("b")
        before = SEPARATED_BY.search(line, max(0, at - 120), at)
        if match := SEPARATE.match(line, at + 1) or APART_FIRST.match(line, at + 1) or before:
            return match.span("a"), match.span("b")
        if re.fullmatch(r"(?:at|with)\s(?:[a-z]+\s){0,2}", line[:at]) and (match := AT_FIRST.match(line, at + 1)):
            return match.span("ground"), match.span("p")
        return None

    def _both(self, reading: Reading, wording: Wording, a: tuple[int, int], b: tuple[int, int]) -> _Ends:
        ground = self.named(reading, wording, *a)
        figure = self.named(reading, wording, *b)
        return _Ends(Found(figure, b[1] - 1), ground, max(a[1], b[1]), None, a[0])

    def _state(self, reading: Reading, wording: Wording, at: int, ends: _Ends) -> _Statement:
        """The claim record."""
        line = wording.line
        stated = wording.sign(line[at]).quantity
        assert stated is not None
        spans = [at, ends.end - 1] + [x for x in (ends.figure.at, ends.start) if x is not None and abs(x - at) < 220]
        first, stop = min(spans), max(*spans, at) + 1
        start, end = wording.start(first), wording.end(stop)
        text = reading.document.text
        figure = ends.figure.participant
        claim = Claim(
            document=reading.document.id,
            start=start,
            end=end,
            quote=text[start:end],
            kind=ClaimKind.DISTANCE,
            figure=figure,
            ground=ends.ground,
            mode=_mode(line, at, ends),
            hedge=stated.hedge,
            stated=stated,
            direction=ends.direction,
            speaker=speaker_of(text[wording.sentence.start : wording.sentence.end]),
            modality=modality_of(line[max(0, min(first, at) - 40) : at]),
            score=min(figure.score, ends.ground.score),
            notes=_notes(wording, at, ends.end),
        )
        fit = fit_distance(claim)
        if fit is not None:
            claim = self._rereader.reread(reading, claim, fit)
            assert claim.figure is not None
            ends = replace(ends, figure=replace(ends.figure, participant=claim.figure))
        if ends.figure.other is not None:
            claim = replace(claim, alternatives=(replace(claim, figure=ends.figure.other),), score=0.8 * claim.score)
        return _Statement(claim, first, stop, ends.figure)


@dataclass(frozen=True, slots=True)
class _Ends:
    figure: Found
    ground: Participant
    end: int
    direction: str | None
    start: int | None = None


def _is_same(a: Participant, b: Participant) -> bool:
    return a.place is not None and b.place is not None and a.place.id == b.place.id


def _ids(participant: Participant | None) -> frozenset[str]:
    return frozenset({participant.place.id}) if participant and participant.place else frozenset()


def is_distance(wording: Wording, at: int) -> bool:
    """Whether an amount can be a way between places at all."""
    quantity = wording.sign(wording.line[at]).quantity
    if quantity is None or (convert(quantity.value, quantity.unit, "m") < 100 and quantity.unit in {"m", "ft", "yd"}):
        return False
    if quantity.unit == "ft":
        return False
    line = wording.line
    return not (NOT_BEFORE.search(line, max(0, at - 48), at) or NOT_AFTER.match(line, at + 1))


def _belongs(line: str, match: re.Match[str], lengths: Sequence[int], taken: dict[int, _Statement]) -> int | None:
    """The amount that a pair of ends is stated with: before it ("the N trip from …") or after it ("…, which is N")."""
    for at in reversed(lengths):
        if at in taken or not 0 <= match.start() - at <= 64:
            continue
        gap = line[at + 1 : match.start()]
        if JOURNEY_AFTER.match(gap) or re.search(rf"\b{TRAVEL}\b", line[max(0, at - 40) : at]):
            return at
    for at in lengths:
        if at in taken or not 0 <= at - match.end() <= 100:
            continue
        gap = line[match.end() : at]
        near = re.fullmatch(r"[,\s(]{1,3}(?:[a-z]+\s){0,3}", gap) or JOURNEY_NEAR.search(
            line, max(0, match.start() - 60), at
        )
        if near and not OFFSET.match(line, at + 1):
            return at
    return None


def _mode(line: str, at: int, ends: _Ends) -> str | None:
    """The way of travelling that the words around an amount name; a journey's words count for its two ends only."""
    after = re.split(r"[;.\uec00-\uefff]", line[at + 1 : ends.end + 42], maxsplit=1)[0]
    if mode := mode_of(after) or mode_of(line[max(0, at - 24) : at]):
        return mode
    if ends.start is not None:
        return journey_mode(line[max(0, min(ends.start, at) - 60) : max(at, ends.end) + 30])
    return journey_mode(re.split(r"[\ue000-\uf7ff,]", line[at + 1 : at + 40], maxsplit=1)[0])


def _notes(wording: Wording, at: int, end: int) -> tuple[str, ...]:
    """What the words tell of the way: that it follows a road, that it lies in the mountains."""
    along = ALONG.search(wording.line, max(0, at - 60), min(len(wording.line), end + 60))
    high = MOUNTAINS.search(wording.line) or any(_is_high(wording, p) for p, _ in wording.of_sort("length"))
    return tuple(note for note, said in (("along a way", along), ("in the mountains", high)) if said)


def _is_high(wording: Wording, at: int) -> bool:
    quantity = wording.sign(wording.line[at]).quantity
    metres = convert(quantity.value, quantity.unit, "m") if quantity else 0.0
    return (
        1000 <= metres < 6000
        and re.search(r"\b(?:elevation|altitude|height)\b", wording.line[max(0, at - 30) : at]) is not None
    )
