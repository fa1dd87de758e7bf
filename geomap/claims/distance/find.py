"""Finds statements of distance, with or without a direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from geomap.claims.attribution import modality_of, speaker_of
from geomap.claims.compass import NAMES
from geomap.claims.figures import Figures, Found, same_as_before
from geomap.claims.participants import Participants, unnamed
from geomap.claims.patterns import (
    ALONG,
    BETWEEN,
    GROUND,
    GROUND_OR_WORDS,
    JOURNEY,
    MOUNTAINS,
    PAIR,
    TO,
    TRAVEL,
    journey_mode,
    mode_of,
)
from geomap.claims.wording import Worder, Wording, pattern
from geomap.geodesy import compass_azimuth_deg, destination
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, Participant, Place, Reading

# Amounts that are no way from one place to another.
_NOT_BEFORE = re.compile(
    r"\b(?:altitudes?|elevations?|heights?|depths?|width|wingspan|radius|diameter|circumference|range|visibility|perimeter"
    r"|length|wide|tall|deep|long|measures|measuring|caliber|calibre|buffer|area|limit|speed)\b[^,;.]{0,24}\Z"
)
_NOT_AFTER = re.compile(
    r"\s?-?\s?(?:radius|diameter|wide|long\b|tall|high\b|deep|thick|circumference|perimeter|range\b|front\b|front-line|frontline"
    r"|exclusion|buffer|strip\b|swath|zone|altitude|square|above\s(?:the\s)?(?:ground|sea|earth|city|water)|below\s(?:the\s)?"
    r"(?:ground|surface|sea)|up\sin\s|in\s(?:length|height|diameter|width|depth|circumference|altitude|the\s(?:pool|air))"
    r"|of\s(?:[a-z-]+\s){0,2}(?:tracks?|roads?|pipelines?|rails?|railway|coast(?:line)?|borders?|highways?|fenc\w+|walls?|cables?"
    r"|beach\w*|trails?|shelves|lines|paths?|rivers?|terrain|land|desert|open|rain|snow|water|ocean|sea|nothing|canals?|shoreline"
    r"|tunnels?|sewers?|wire|film|territory|front)\b"
    r"|-?\s?(?:section|stretch|portion)\sof\s(?:the\s)?(?:[a-z-]+\s){0,2}(?:border|coast|frontier|wall|fence|beach|shore)"
    r"|(?:a|per|each|every)\s(?:day|week|month|year|night|second|gallon|litre|person)|daily|weekly|swim\b|freestyle|race\b"
    r"|run\b(?!\sfrom)|marathon|walk\s(?:for|in)\b|relay|time\strial|stage\b|circuit|course\b|loop|lap|bike\sride|fun\srun"
    r"|offshore\s(?:limit|zone)|no-fly|nautical\slimit|territorial|per\shour|economic|of\swinds?)"
)
_EXTRA = (
    r"(?:(?:away|distant|or\sso|out|further|farther|more|inland|offshore|on|upstream|downstream|upriver|downriver|drive|ride|trip"
    r"|journey|walk|flight|by|road|rail|train|car|bus|sea|air|boat|ferry|highway|plane|as|the|crow|flies|in|a|straight|line|train"
    r"|overland|directly|along|coast|up|down|river|west|railway|rail|foot|on\sfoot|vehicle|land|water|short|stone's|approximately"
    r"|street|shore|beach|journey|distance|hike|cycle|south|just|mostly|slightly|generally|generally|almost|due|roughly|bird's"
    r"|northbound|southbound)[\s,]{1,2}){0,7}"
)
_DIRECTION = r"(?:(?:to|in|towards|on)\s(?:the|a)\s)?(?:(?:due|directly|almost|mainly)\s){0,2}(?P<d><D>)(?:\s(?:direction|side))?"
_ASIDE_MODE = r"(?:[\s,]{0,2}\(?(?:by|via)\s[a-z\s]{3,24}?\)?[\s,]{1,2})?"
_OFFSET = pattern(
    rf"[\s,)-]{{0,3}}{_EXTRA}(?:{_DIRECTION}[\s,]{{1,2}}{_EXTRA})?{_ASIDE_MODE}"
    rf"(?:of|from|outside(?:\sof)?|off|beyond|past|short\sof|inside|away\sfrom|to\sthe|before)\s{GROUND_OR_WORDS}"
)
_BARE = pattern(
    rf"[\s,)-]{{0,3}}(?:(?:further|farther|away|out|up|down|more|on)\s){{0,2}}"
    rf"(?:{_DIRECTION}|(?P<away>away)|(?P<stream>upstream|downstream|upriver|downriver|inland)|(?P<mode>by\s(?:road|rail|sea|air|train"
    rf"|car|bus|boat|vehicle|plane|ferry)))\b|[\s,)-]{{0,3}}(?:further|farther\s)?(?P<d2><D>)"
)
_NORTH_OF = pattern(
    rf"(?P<d><D>)\s(?:of|from)\s(?P<ground>{GROUND})[\s,]{{1,3}}(?:at\s|and\s|about\s|a\sdistance\sof\s)?\Z"
)
_OWN_DIRECTION = pattern(r"[\s,)-]{0,3}(?:(?:to|in)\s(?:the|a)\s|due\s)?(?:<D>|from\b|of\b|away\b)")
_APART = pattern(r"(?P<a><P>)\s(?:and|&)\s(?:[a-z]+\s){0,3}(?P<b><P>)[^.;]{0,40}\Z")
_APART_AFTER = re.compile(r"[\s)]{0,2}(?:[a-z]+\s){0,2}apart\b|\s(?:away\s)?from\s(?:each other|one another)\b")
_SEPARATE = pattern(
    rf"[\s)]{{0,2}}(?:[a-z-]+\s){{0,3}}(?:separat\w+|divid\w+|lies?|li|stretch\w*|is|are)\s(?:between\s)?(?P<a>{GROUND})\s(?:from|and)\s(?P<b>{GROUND})"
)
_JOURNEY_AFTER = re.compile(
    rf"[\s)-]{{0,2}}(?:[a-z'-]{{1,20}}\s){{0,4}}?{JOURNEY}\b|[\s)]{{0,2}}\Z|[\s)]{{0,2}}(?:by|on|across|over|through)\s"
)
_JOURNEY_NEAR = re.compile(rf"\b(?:{JOURNEY}|{TRAVEL}|apart|distance|separat\w+|kilometres|miles)\b")
_LAST_LEG = pattern(
    rf"from\s(?P<a>{GROUND})[^.;]{{0,70}}?\b(?:{TRAVEL}|the|a)\s(?:[a-z]+\s){{0,3}}?(?P<l><L>)[\s)]{{1,2}}"
    rf"(?:[a-z]+\s){{0,3}}?(?:to|into)\s(?P<b>{GROUND})"
)
_TO_REACH = pattern(
    rf"(?:{TRAVEL})\s(?:[a-z]+\s){{0,3}}?(?P<l><L>)[^.;]{{0,60}}?\bfrom\s(?P<a>{GROUND})[^.;]{{0,90}}?"
    rf"\b(?:reach(?:ed|ing|es)?|arriv(?:ed|ing|es)\s(?:in|at)|got\sto|to)\s(?P<b>{GROUND})"
)
_EVENT_FIGURE = re.compile(r"\b(?:cent(?:er|re)d|epicent|hypocent)")


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

    def find(self, reading: Reading) -> list[Claim]:
        """Claims in text order."""
        found = [c for w in self._worder.word(reading) for c in self._in_sentence(reading, w)]
        return sorted(found, key=lambda c: (c.start, c.end))

    def _in_sentence(self, reading: Reading, wording: Wording) -> Iterator[Claim]:
        lengths = [(at, sign) for at, sign in wording.of_sort("length") if _is_distance(wording, at)]
        if not lengths:
            return
        pairs = self._pairs(reading, wording, [at for at, _ in lengths])
        statements: list[_Statement] = []
        for at, _ in lengths:
            statement = pairs.get(at) or self._offset(reading, wording, at, statements)
            if statement is not None:
                statements.append(statement)
        yield from _with_constructed([s.claim for s in statements])

    def _offset(self, reading: Reading, wording: Wording, at: int, before: Sequence[_Statement]) -> _Statement | None:
        """The claim of an amount with "of Y" or "from Y" after it, or of a bare one that goes on from others."""
        line = wording.line
        last = before[-1] if before else None
        match = _OFFSET.match(line, at + 1)
        if match is None:
            return self._bare(reading, wording, at, last)
        if re.search(rf"\b{TRAVEL}\s(?:[a-z]+\s){{0,2}}\Z", line[max(0, at - 40) : at]) and match["d"] is None:
            return None
        ground, ground_end = self._ground(reading, wording, match)
        if ground is None:
            return None
        floor = last.end if last else 0
        taken = frozenset({match.start("ground") + len(match["ground"]) - 1} if match["ground"] else ())
        if last is not None and same_as_before(wording, last.end, at):
            figure = last.figure
        else:
            figure = self._figure(reading, wording, at, match.end(), taken, floor)
            if last is not None and figure.at is None and figure.participant.place is None:
                figure = last.figure
        if ground.place is None and figure.participant.place is None and not match["ground"]:
            return None
        direction = wording.sign(match["d"]).compass if match["d"] else None
        return self._state(
            reading, wording, at, _Ends(figure, ground, match.end() if ground_end is None else ground_end, direction)
        )

    def _figure(
        self, reading: Reading, wording: Wording, at: int, end: int, taken: frozenset[int], floor: int
    ) -> Found:
        figure = self._figures.find(reading, wording, at, taken=taken, floor=floor)
        if (figure.at is None and figure.participant.place is None) or (figure.at is None and at < 12):
            right = self._figures.right_of(reading, wording, end)
            if right is not None and not _EVENT_FIGURE.search(wording.line[:at]):
                return right
        return figure

    def _ground(
        self, reading: Reading, wording: Wording, match: re.Match[str]
    ) -> tuple[Participant | None, int | None]:
        text = reading.document.text
        if match["ground"]:
            return self._named(reading, wording, match.start("ground"), match.end("ground")), None
        start = match.start("people") if match["people"] else match.start("described")
        words = text[wording.start(start) : wording.end(match.end())]
        if match["people"]:
            sign = next(
                wording.signs[c] for c in match["people"] if c in wording.signs and wording.signs[c].sort == "demonym"
            )
            found = self._participants.named(sign, text, wording.start(start), wording.end(match.end()))
            if words.rstrip().endswith("capital"):
                found = self._participants.capital(found)
            return found, None
        if words.lower() in {"here", "there", "home"} or not wording.signs:
            return None, None
        why = f"“{words}” has no place of its own; set it with --resolve"
        return Participant(
            place=None, text=words, start=wording.start(start), end=wording.end(match.end()), score=0.5, why=why
        ), None

    def _named(self, reading: Reading, wording: Wording, start: int, end: int) -> Participant:
        """The ground that a stretch of the line names; its words stay, for "the border of Y" is not Y."""
        places = [at for at in range(start, end) if (s := wording.signs.get(wording.line[at])) and s.sort == "place"]
        sign = wording.sign(wording.line[places[-1]])
        return self._participants.named(sign, reading.document.text, wording.start(start), wording.end(end))

    def _bare(self, reading: Reading, wording: Wording, at: int, last: _Statement | None) -> _Statement | None:
        """A distance whose ground stands before it or is only understood: "25 km to the north", "30 by air"."""
        line = wording.line
        if not _OWN_DIRECTION.match(line, at + 1) and (north := _NORTH_OF.search(line, max(0, at - 90), at)):
            ground = self._named(reading, wording, north.start("ground"), north.end("ground"))
            taken = frozenset(range(north.start("ground"), north.end("ground")))
            figure = self._figures.find(reading, wording, north.start(), taken=taken)
            return self._state(reading, wording, at, _Ends(figure, ground, at + 1, wording.sign(north["d"]).compass))
        match = _BARE.match(line, at + 1)
        if match is None:
            return None
        if last is not None and match["mode"] and at - last.end < 60 and last.claim.ground is not None:
            return self._state(
                reading, wording, at, _Ends(last.figure, last.claim.ground, match.end(), last.claim.direction)
            )
        return self._understood(reading, wording, at, match)

    def _understood(self, reading: Reading, wording: Wording, at: int, match: re.Match[str]) -> _Statement | None:
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
        """Amounts that belong to two ends: "the N trip from X to Y", "from X to Y, which is N", "X and Y are N apart"."""
        out: dict[int, _Statement] = {}
        line = wording.line
        for at in lengths:
            ends = self._apart(wording, at)
            if ends is not None:
                out[at] = self._state(reading, wording, at, self._both(reading, wording, *ends))
        for form in (_TO_REACH, _LAST_LEG):
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
        if _APART_AFTER.match(line, at + 1) and (match := _APART.search(line, max(0, at - 120), at)):
            return match.span("a"), match.span("b")
        if match := _SEPARATE.match(line, at + 1):
            return match.span("a"), match.span("b")
        return None

    def _both(self, reading: Reading, wording: Wording, a: tuple[int, int], b: tuple[int, int]) -> _Ends:
        ground = self._named(reading, wording, *a)
        figure = self._named(reading, wording, *b)
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


def _ids(participant: Participant | None) -> frozenset[str]:
    return frozenset({participant.place.id}) if participant and participant.place else frozenset()


def _is_distance(wording: Wording, at: int) -> bool:
    """Whether an amount can be a way between places at all."""
    quantity = wording.sign(wording.line[at]).quantity
    if quantity is None or (convert(quantity.value, quantity.unit, "m") < 100 and quantity.unit in {"m", "ft", "yd"}):
        return False
    if quantity.unit == "ft":
        return False
    line = wording.line
    return not (_NOT_BEFORE.search(line, max(0, at - 48), at) or _NOT_AFTER.match(line, at + 1))


def _belongs(line: str, match: re.Match[str], lengths: Sequence[int], taken: dict[int, _Statement]) -> int | None:
    """The amount that a pair of ends is stated with: before it ("the N trip from …") or after it ("…, which is N")."""
    for at in reversed(lengths):
        if at in taken or not 0 <= match.start() - at <= 64:
            continue
        gap = line[at + 1 : match.start()]
        if _JOURNEY_AFTER.match(gap) or re.search(rf"\b{TRAVEL}\b", line[max(0, at - 40) : at]):
            return at
    for at in lengths:
        if at in taken or not 0 <= at - match.end() <= 100:
            continue
        gap = line[match.end() : at]
        if re.fullmatch(r"[,\s(]{1,3}(?:[a-z]+\s){0,3}", gap) or _JOURNEY_NEAR.search(
            line[max(0, match.start() - 60) : at]
        ):
            if not _OFFSET.match(line, at + 1):
                return at
    return None


def _mode(line: str, at: int, ends: _Ends) -> str | None:
    """The way of travelling that the words around an amount name; a journey's own words count for its two ends only."""
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


def _with_constructed(claims: list[Claim]) -> Iterator[Claim]:
    """The claims of a sentence; a figure that only its distances place is placed by those that the claim is not.

    "6 miles northeast of X and 30 miles southeast of Y": the first puts a point on the map, the second is checked by it.
    """
    loose = [c for c in claims if c.figure is not None and c.figure.place is None and _is_fix(c)]
    same = [
        c
        for c in loose
        if c.figure is not None and loose[0].figure is not None and c.figure.text == loose[0].figure.text
    ]
    for claim in claims:
        others = [c for c in same if c is not claim] if claim in same else []
        if not others or (len(same) == 2 and claim is same[0]):
            yield claim
            continue
        yield replace(claim, figure=_fixed(min(others, key=_reach)))


def _is_fix(claim: Claim) -> bool:
    place = claim.ground.place if claim.ground else None
    return claim.direction is not None and claim.stated is not None and place is not None and place.at is not None


def _reach(claim: Claim) -> float:
    assert claim.stated is not None
    return convert(claim.stated.value, claim.stated.unit, "km")


def _fixed(claim: Claim) -> Participant:
    """The point that a claim of distance and direction describes, as wide as its figure and direction are vague."""
    assert claim.ground is not None
    assert claim.ground.place is not None
    assert claim.ground.place.at is not None
    assert claim.stated is not None
    km = _reach(claim)
    ground = claim.ground.place
    at = destination(ground.at, compass_azimuth_deg(claim.direction or "N"), km)
    words = f"{claim.stated.text} {NAMES[claim.direction or 'N']} of {ground.name}"
    place = Place(
        id=f"geomap:point-{ground.id.replace(':', '-')}-{claim.direction}-{km:.0f}",
        name=f"the point {words}",
        at=at,
        kind="point",
        country=ground.country,
        radius_km=max(2.0, 0.4 * km + 0.5 * ground.radius_km),
        source=ground.source,
    )
    return Participant(
        place=place, text=claim.figure.text if claim.figure else "", score=0.6, why=f"placed by “{words}”"
    )
