"""Distances between two ends that a sentence names: a trip from one to the other, or how far they lie apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from geomap.claims.asides import pare
from geomap.claims.distance.shapes import (
    APART,
    APART_AFTER,
    APART_FIRST,
    AT_FIRST,
    BARE,
    COMPARED,
    JOURNEY_AFTER,
    JOURNEY_NEAR,
    LAST_LEG,
    MIDWAY,
    OFFSET,
    SEPARATE,
    SEPARATED_BY,
    TO_REACH,
    WAY_LONG,
)
from geomap.claims.distance.statements import Ends, Statement, Statements
from geomap.claims.figures import Found
from geomap.claims.patterns import BETWEEN, CROSSED, GROUND, LINKS, PAIR, PAIR_BACK, TO, TRAVEL
from geomap.claims.wording import Wording, pattern
from geomap.records import Reading

# "between A and B, were flown to C, N …": another place stands between the ends and the amount.
_OTHER_PLACE = pattern("<P>")
# "to Tripoli in Lebanon, N": the land that the end lies in.
# … or what is said of it: "to Mpulungu, Zambia's only port, a voyage of N".
_WITHIN = re.compile(
    r"\A(?:\sin\s(?:the\s)?[\ue000-\ue7ff]|,\s(?:[\ue000-\ue7ff]'s?|its|the|an?)\s(?:[a-z-]+\s){0,3}[a-z-]+"
    r"(?:\s(?:of|in|on)\s(?:the\s)?(?:[a-z]+\s)?[\ue000-\ue7ff])?)(?=,)"
)
# "cut the distance between A and B from N to M"
_FROM_TO = pattern(r"\bfrom\s(?:[a-z]+\s){0,2}<L>\s(?:down\s)?to\s(?:[a-z]+\s){0,3}\Z")
_START = pattern(rf"\bfrom\s(?P<a>{GROUND})(?!'s)", "from ")
_TO_THE = pattern(r"[\s,)]{1,3}(?:away\s)?(?:to\sthe|due)\s(?P<d><D>)(?=[\s,.;)]|\Z)(?!\s(?:of|from)\b)")
# "moved from X, N from A, to B": the amount is told of X.
_OF_START = re.compile(r"\bfrom\s[^,\uec00-\uf7ff]{1,40},\s\Z")
# "from A to B, fell into a ravine N before it got there": where on the way.
_PART_OF_IT = re.compile(r"\s(?:before|after|short\sof|into|from\sthe\s(?:start|end|finish))\b")
# "flew from A to B and walked the last N": of another way, or a part of this one.
_PART_BEFORE = re.compile(r"\b(?:last|final|remaining|first|next|other)\s(?:few\s|some\s)?\Z")
# "a 12 km bridge on the road between A and B", "an N tunnel will ensure traffic between A and B": of another way.
_ON_ANOTHER = re.compile(
    r"\b(?:tunnel|bridge|viaduct|causeway|bypass|flyover|underpass)s?\b.*\b(?:on|along|of|for|as|near|ensur\w+"
    r"|provid\w+|improv\w+|allow\w*|eas(?:e|es|ed|ing)|connectivity|traffic|travel|access)\b"
)
_ON_THE_WAY = re.compile(
    r"\b(?:via|through|by\sway\sof|around|round|across|past)\s(?:the\s)?(?:[a-z]+\s){0,2}?[\ue000-\ue7ff]"
)


class Pairs:
    """Finds the amounts that belong to two ends."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements

    def find(self, reading: Reading, wording: Wording, lengths: Sequence[int]) -> dict[int, Statement]:
        """Amounts that belong to two ends: "the N trip from X to Y", "X and Y are N apart"."""
        pared = pare(wording)
        if pared is None:
            return self._find(reading, wording, lengths)
        own = {whole: at for at, whole in enumerate(pared.kept)}
        found = self._find(reading, pared.wording, [own[at] for at in lengths if at in own])
        return {pared.kept[at]: _in_whole(statement, pared.kept) for at, statement in found.items()}

    def _find(self, reading: Reading, wording: Wording, lengths: Sequence[int]) -> dict[int, Statement]:
        out: dict[int, Statement] = {}
        line = wording.line
        for at in lengths:
            compared = self._compared(reading, wording, at)
            if compared is not None:
                out[at] = self._statements.state(reading, wording, at, compared)
                continue
            ends = self._apart(wording, at)
            if ends is not None:
                out[at] = self._statements.state(reading, wording, at, self._both(reading, wording, *ends))
        for form in (TO_REACH, LAST_LEG):
            for match in form.finditer(line):
                at = match.start("l")
                if at in lengths and at not in out:
                    out[at] = self._statements.state(
                        reading, wording, at, self._both(reading, wording, match.span("a"), match.span("b"))
                    )
        whole = [at for at in lengths if not _PART_BEFORE.search(line, max(0, at - 24), at)]
        done: list[tuple[int, int]] = []
        for form in (PAIR, PAIR_BACK, BETWEEN, LINKS, TO):
            for match in form.finditer(line):
                if any(s < match.end() and match.start() < e for s, e in done):
                    continue
                start = match.span("a")
                if form is TO and CROSSED.search(line, max(0, match.start() - 40), match.start()):
                    origin = next(iter(_START.finditer(line, 0, match.start())), None)
                    if origin is None:
                        continue
                    start = origin.span("a")
                if MIDWAY.search(line, max(0, match.start() - 40), match.start()):
                    continue
                nearest = _belongs(line, match, whole, out)
                if nearest is not None:
                    done.append(match.span())
                    ends_found = _with_direction(wording, nearest, self._both(reading, wording, start, match.span("b")))
                    out[nearest] = self._statements.state(reading, wording, nearest, ends_found)
                    later = next((at for at in lengths if at > nearest and at not in out), None)
                    if later is not None and _FROM_TO.search(line, max(0, nearest - 24), later):
                        out[later] = self._statements.state(reading, wording, later, ends_found)
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

    def _compared(self, reading: Reading, wording: Wording, at: int) -> Ends | None:
        """The ends of an amount that stands after a place which another is closer to, or less close."""
        match = COMPARED.search(wording.line, max(0, at - 220), at)
        point = BARE.match(wording.line, at + 1)
        if match is None or point is None:
            return None
        ends = self._both(reading, wording, match.span("a"), match.span("b"))
        sign = point["d"] or point["d2"]
        return replace(ends, end=point.end(), direction=wording.sign(sign).compass if sign else None)

    def _both(self, reading: Reading, wording: Wording, a: tuple[int, int], b: tuple[int, int]) -> Ends:
        ground = self._statements.named(reading, wording, *a)
        figure = self._statements.named(reading, wording, *b)
        return Ends(Found(figure, b[1] - 1), ground, max(a[1], b[1]), None, a[0])


def _in_whole(statement: Statement, kept: Sequence[int]) -> Statement:
    """A statement of a pared sentence, by its places in the whole line."""
    figure = statement.figure
    figure = replace(figure, at=kept[figure.at]) if figure.at is not None else figure
    return replace(statement, start=kept[statement.start], end=kept[statement.end - 1] + 1, figure=figure)


def _with_direction(wording: Wording, at: int, ends: Ends) -> Ends:
    """The ends with the direction that follows an amount after them: "from A to B, N to the south"."""
    point = _TO_THE.match(wording.line, at + 1) if at >= ends.end else None
    if point is None:
        return ends
    return replace(ends, end=max(ends.end, point.end()), direction=wording.sign(point["d"]).compass)


def _belongs(line: str, match: re.Match[str], lengths: Sequence[int], taken: dict[int, Statement]) -> int | None:
    """The amount that a pair of ends is stated with: before it ("the N trip from …") or after it ("…, which is N")."""
    for at in reversed(lengths):
        if at in taken or not 0 <= match.start() - at <= 64 or _OF_START.search(line, max(0, at - 60), at):
            continue
        if (own := OFFSET.match(line, at + 1)) and own.end() <= match.start():
            continue  # "300 km west of Y, between A and B"
        gap = line[at + 1 : match.start()]
        if _ON_ANOTHER.search(gap):
            continue
        if (
            JOURNEY_AFTER.match(gap)
            or (WAY_LONG.match(gap) and not _OTHER_PLACE.search(gap))
            or re.search(rf"\b{TRAVEL}\b", line[max(0, at - 40) : at])
        ):
            return at
    for at in lengths:
        if at in taken or not 0 <= at - match.end() <= 100:
            continue
        gap = _WITHIN.sub("", line[match.end() : at])
        if _OTHER_PLACE.search(_ON_THE_WAY.sub("", gap)) or any(match.end() <= own < at for own in taken):
            continue  # "between A and B, 70 km apart, the track drops a thousand metres"
        if _PART_OF_IT.match(line, at + 1):
            continue
        near = re.fullmatch(r"[,\s(]{1,3}(?:[a-z]+\s){0,3}", gap) or JOURNEY_NEAR.search(
            line, max(0, match.start() - 60), at
        )
        if near and not OFFSET.match(line, at + 1):
            return at
    return None
