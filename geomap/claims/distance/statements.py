"""Statements of distance as claims: their ends, their way, and what goes on from them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.claims.attribution import begin_claim
from geomap.claims.best_known import Names
from geomap.claims.distance.notes import notes_of
from geomap.claims.distance.shapes import (
    AND_DID,
    APART_AFTER,
    BOTH_ARE,
    BOTH_OF_THEM,
    CAPITAL_OF,
    GROUND_IS,
    OWN_CAPITAL,
    OWN_THING,
    SAME_DISTANCE,
    THEN_DID,
    VERB_OR_TO,
    VIA,
    WAY_OF,
)
from geomap.claims.figures import Found
from geomap.claims.modality import modality_before
from geomap.claims.participants import Participants, is_same
from geomap.claims.patterns import (
    BY_NAMED_ROAD,
    journey_mode,
    mode_of,
    vehicle_mode,
)
from geomap.claims.rereading import Rereader, fit_distance
from geomap.claims.signs import AREAS
from geomap.claims.spans import nth_sentence
from geomap.claims.wording import Wording, pattern
from geomap.records import Claim, ClaimKind, Participant, Reading

# How far after a journey's amount and ends the places are looked for that it goes by, in characters.
_VIA_REACH = 48
# "…; and South <P>, N from": the next of a list, which no gazetteer knows.
_NEXT_IN_LIST = pattern(r";\s(?:and\s|but\s)?(?:the\s)?(?:<D>\s)?<P>,\s(?:[a-z]+\s){0,3}\Z")
# How far before an amount the unknown name is looked for that it is told of, in characters.
_NAME_REACH = 120
# Where the words after a distance tell of something else.
_MOVES_ON = re.compile(r"[\ue000-\ue7ff]|\b(?:is|was|are|were|has|had|have|will)\b")
_CLAUSE_END = re.compile(r"[;.\uec00-\uf3ff]|\b(?:and|or|but|against|versus)\s(?:[a-z]+\s){0,2}\d")


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim with where it stands in the line, for the statements that go on from it.

    A `rival` gives another figure for the distance of the statement before it.
    """

    claim: Claim
    start: int
    end: int
    figure: Found
    rival: bool = False


@dataclass(frozen=True, slots=True)
class Ends:
    """What a distance lies between; `end` is where its words end in the line, `start` where a journey's begin."""

    figure: Found
    ground: Participant
    end: int
    direction: str | None
    start: int | None = None


class Statements:
    """Makes the claims of distance, with the places that the stated figure fits."""

    def __init__(self, participants: Participants) -> None:
        self._participants = participants
        self._names = Names(participants.gazetteer)
        self._rereader = Rereader(participants.gazetteer, participants.network)

    def ground(self, reading: Reading, wording: Wording, match: re.Match[str]) -> Participant | None:
        """The ground of a match: a name, a people's border or capital, or a description; None for "here" unknown."""
        text = reading.document.text
        if match["ground"]:
            return self.named(reading, wording, match.start("ground"), match.end("ground"))
        start = match.start("people") if match["people"] else match.start("described")
        begin, end = wording.start(start), wording.end(match.end())
        words = text[begin:end].strip()
        if match["people"]:
            return self._participants.of_people(reading, wording, match)
        if words.lower() == "here":
            return self._participants.scene.here(reading)
        if words.lower() in {"there", "home"} or not wording.signs:
            return None
        why = f"“{words}” has no place of its own; set it with --resolve"
        return Participant(place=None, text=words, start=begin, end=end, score=0.5, why=why)

    def named(self, reading: Reading, wording: Wording, start: int, end: int) -> Participant:
        """The ground that a stretch of the line names; its words stay, for "the border of Y" is not Y."""
        places = [at for at in range(start, end) if (s := wording.signs.get(wording.line[at])) and s.sort == "place"]
        sign = wording.sign(wording.line[places[-1]])
        found = self._participants.named(sign, reading, wording.start(start), wording.end(end))
        if len(places) > 1 and (
            shared := self._participants.shared_border(found, wording.sign(wording.line[places[-2]]))
        ):
            return shared
        of_area = found.place is not None and found.place.kind in {"country", "region"}
        return (
            self._participants.capital(found)
            if of_area and (CAPITAL_OF.search(wording.line, start, places[-1]) or OWN_CAPITAL.search(found.text))
            else found
        )

    def of_both(self, reading: Reading, wording: Wording, at: int, told: Statement) -> list[Statement]:
        """What "X and Y are N from Z" says of the other of the two."""
        match = BOTH_ARE.search(wording.line, max(0, at - 140), at)
        ground = told.claim.ground
        pair = self.both_of_them(reading, wording, at)
        if pair is not None and ground is not None and told.figure.participant == pair[0].participant:
            return [self.state(reading, wording, at, Ends(pair[1], ground, told.end, told.claim.direction))]
        if match is None or ground is None or APART_AFTER.match(wording.line, at + 1):
            return []
        if told.figure.at not in {match.start("a"), match.start("b")}:
            return []
        other_at = match.start("b") if told.figure.at == match.start("a") else match.start("a")
        other = Found(self._participants.named(wording.sign(wording.line[other_at]), reading), other_at)
        if other.participant.place is not None and is_same(other.participant, ground):
            return []
        return [self.state(reading, wording, at, Ends(other, ground, told.end, told.claim.direction))]

    def both_of_them(self, reading: Reading, wording: Wording, at: int) -> tuple[Found, Found] | None:
        """The two places, named together before, that "both towns" means."""
        if not BOTH_OF_THEM.search(wording.line, max(0, at - 80), at):
            return None
        scene = self._participants.scene
        known = [p for p in scene.spoken(reading, wording.sentence.start) if p.place and p.place.kind not in AREAS][:2]
        if len(known) < 2 or nth_sentence(reading, known[0].start) != nth_sentence(reading, known[1].start):
            return None
        second, first = (
            Found(
                Participant(
                    place=p.place, text=p.mention.text, score=0.7 * p.score, why="one of the two places named before"
                )
            )
            for p in known
        )
        return first, second

    def same_again(self, reading: Reading, wording: Wording, told: Sequence[Statement]) -> list[Statement]:
        """What "and the same distance south-west of Z" adds to the statement before it."""
        out = []
        for match in SAME_DISTANCE.finditer(wording.line):
            before = next((s for s in reversed(told) if s.end <= match.start()), None)
            if before is None:
                continue
            at = next((a for a, s in wording.of_sort("length") if s.quantity is before.claim.stated), None)
            if at is None:
                continue
            ground = self.named(reading, wording, *match.span("p"))
            direction = wording.sign(match["d"]).compass if match["d"] else None
            found = self.state(reading, wording, at, Ends(before.figure, ground, match.end(), direction))
            start, end = wording.start(match.start()), wording.end(match.end())
            claim = replace(found.claim, start=start, end=end, quote=reading.document.text[start:end])
            out.append(replace(found, claim=claim))
        return out

    def _by_way_of(self, reading: Reading, wording: Wording, at: int, ends: Ends) -> tuple[Participant, ...]:
        """The places that a journey between two ends is told to go by."""
        if ends.start is None:
            return ()
        first, last = min(ends.start, at), max(ends.end, at)
        but = {p.place.id for p in (ends.ground, ends.figure.participant) if p.place is not None}
        end = _CLAUSE_END.search(wording.line, last + 1, last + _VIA_REACH)
        stop = end.start() if end is not None else last + _VIA_REACH
        found = [
            self._participants.named(wording.sign(m["p"]), reading) for m in VIA.finditer(wording.line, first, stop)
        ]
        return tuple(p for p in found if p.place is not None and p.place.id not in but)[:3]

    def state(self, reading: Reading, wording: Wording, at: int, ends: Ends) -> Statement:
        """The claim record."""
        line = wording.line
        stated = wording.sign(line[at]).quantity
        assert stated is not None
        spans = [at, ends.end - 1] + [x for x in (ends.figure.at, ends.start) if x is not None and abs(x - at) < 220]
        first, stop = min(spans), max(*spans, at) + 1
        start, end = wording.start(first), wording.end(stop)
        text = reading.document.text
        figure = ends.figure.participant
        if ends.figure.at is None and figure.start is not None and 0 < start - figure.start < _NAME_REACH:
            start = figure.start
        claim = replace(
            begin_claim(reading, ClaimKind.DISTANCE, wording.sentence, (start, end)),
            figure=figure,
            ground=ends.ground,
            via=self._by_way_of(reading, wording, at, ends),
            mode=_mode(line, at, ends) or _named_road(text[wording.end(ends.end) :][:60]),
            hedge=stated.hedge,
            stated=stated,
            direction=ends.direction,
            modality=modality_before(line[max(0, min(first, at) - 40) : at]),
            score=min(figure.score, ends.ground.score),
            notes=notes_of(wording, at, ends.end, ends.start),
        )
        claim = self._names.well_known(reading, claim)
        fit = fit_distance(claim)
        claim = self._rereader.reread(reading, claim, fit) if fit is not None else claim
        claim = self._rereader.weigh(reading, claim)
        assert claim.figure is not None
        ends = replace(ends, figure=replace(ends.figure, participant=claim.figure))
        if ends.figure.other is not None:
            other = replace(claim, figure=ends.figure.other, alternatives=())
            claim = replace(claim, alternatives=(*claim.alternatives, other), score=0.8 * claim.score)
        return Statement(claim, first, stop, ends.figure)


def as_way(statement: Statement) -> Statement:
    """A statement whose amount is that of a way, as guides give it: "from X it is N to Y"."""
    claim = statement.claim
    return replace(statement, claim=replace(claim, notes=tuple(dict.fromkeys((*claim.notes, "a journey")))))


def with_rivals(statements: Sequence[Statement]) -> list[Claim]:
    """The claims; of two figures that a sentence gives for one distance each keeps the other in its `quantities`."""
    claims = [s.claim for s in statements]
    for nth, statement in enumerate(statements[1:], start=1):
        before, own = claims[nth - 1].stated, claims[nth].stated
        if statement.rival and before is not None and own is not None:
            claims[nth - 1] = replace(claims[nth - 1], quantities=(own,))
            claims[nth] = replace(claims[nth], quantities=(before,))
    return claims


def _mode(line: str, at: int, ends: Ends) -> str | None:
    """The way of travelling that the words around an amount name; a journey's words count for its two ends only."""
    words = line[at + 1 : ends.end] + _MOVES_ON.split(line[ends.end : ends.end + 42], maxsplit=1)[0]
    after = re.split(r"[;.\uec00-\uf3ff]|\bwhich\s", words, maxsplit=1)[0]
    if mode := mode_of(after) or mode_of(line[max(0, at - 24) : at]):
        return mode
    if ends.start is not None:
        begin = max(0, min(ends.start, at) - 60)
        told = journey_mode(line[begin : max(at, ends.end) + 30], at - begin)
        return told or vehicle_mode(line[max(0, min(ends.start, at) - 120) : at])
    return journey_mode(re.split(r"[\ue000-\uf7ff,]", line[at + 1 : at + 40], maxsplit=1)[0])


def _named_road(after: str) -> str | None:
    """The mode of a distance "by the Kolyma Highway", by the words after it."""
    clause = re.split(r"[;,]|\.\s|\bwhich\b", after.lower(), maxsplit=1)[0]
    return "road" if BY_NAMED_ROAD.search(clause) else None


def described_ground(line: str, last: Statement, at: int) -> Found | None:
    """The place that a statement measured from, where an amount is told of it: "N from X, a town M from Y"."""
    ground, where = last.claim.ground, last.end - 1
    if ground is None or ground.start is None or GROUND_IS.match(line, last.end, at) is None:
        return None
    return Found(ground, where, bound=True)


def sets_apart(line: str, last: Statement, figure: Found, at: int) -> bool:
    """Whether the words since a statement give an amount a figure of its own: "…, to X, N from", "the wreck N from"."""
    if figure.is_thing and OWN_THING.search(line, last.end, at):
        return True
    return figure.bound and VERB_OR_TO.search(line, last.end, figure.at or at) is not None


def travelled_on(line: str, last: Statement, figure: Found, at: int) -> bool:
    """Whether a verb since a statement tells what befell the traveller or a thing: "…, and passed N north of"."""
    if figure.is_thing and OWN_THING.search(line, last.end, at):
        return False
    place = figure.participant.place
    if _NEXT_IN_LIST.match(line, last.end, at) and (place is None or place.kind in AREAS):
        return True
    did = AND_DID.match(line, last.end, at)
    if did is not None and (not did["far"] or figure.participant.place is None):
        return True
    return WAY_OF.search(line, last.start, last.end) is not None and THEN_DID.match(line, last.end, at) is not None
