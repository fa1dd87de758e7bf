"""Distances that a bare amount tells of another thing than the sentence's subject: "X is T from Y, N to the north"."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.claims.attachment import APPOSITION
from geomap.claims.distance.statements import Ends, Statement, Statements
from geomap.claims.figures import Found, nothing
from geomap.claims.participants import Participants, ids_of
from geomap.claims.patterns import GROUND
from geomap.claims.signs import REGIONS
from geomap.claims.wording import Wording, pattern
from geomap.records import Reading

# From no point of these one says how far "140 km to the west" is.
WIDE = REGIONS | {"ocean", "sea"}
# "X is a stronghold, and troops are N away": how far from X something else is.
_OWN_SUBJECT = pattern(
    r"(?:,|\band|\bbut|\bwhile|\bwith)\s(?:and\s|but\s|while\s)?(?:the\s|its\s|their\s|some\s|a\s|<E>\s){0,2}(?:[a-z-]+\s){1,4}?"
    r"(?:is|are|was|were)\s(?:now\s|still\s|just\s|only\s|about\s|some\s){0,3}\Z"
)
_TO_ITS = pattern(r"[\s)]{1,2}(?:(?:away|further|farther)\s)?to\sthe\s<D>")
_END_OF_WAY = pattern(r"\b(?:from|to|with)\s(?:the\s)?(?:[a-z]+\s){0,2}\Z")
# "a hospital N away in X"
_AWAY_AT = pattern(
    r"\s(?:at|in)\s(?:the\s)?(?:(?:town|city|village|port|port\stown|neighbou?ring\stown)\sof\s)?(?P<p><P>)(?!'s)"
)
# "on the final N to X", "N to the finish in X", "the N to the next checkpoint at X"
_LAST_LEG = pattern(r"\b(?:final|last|remaining)\s\Z")
_LEG_TO = pattern(
    r"\s(?:to|from)\sthe\s(?:next\s|final\s|last\s|first\s){0,2}(?:finish(?:\sline)?|finishing\sline|check-?point|destination|camp|stage|base|hut)"
    rf"\s(?:in|at|of)\s(?:the\s)?(?P<p>{GROUND})"
)
_TO = pattern(rf"\s(?:stretch\s|leg\s)?to\s(?:the\s)?(?P<p>{GROUND})")
# How sure it is from where what is "N away" is told; it contradicts nothing (chosen by us).
_GUESS = 0.45


class OtherEnds:
    """Finds what a bare amount is told of where that is not the subject."""

    def __init__(self, participants: Participants, statements: Statements) -> None:
        self._participants = participants
        self._statements = statements

    def find(
        self, reading: Reading, wording: Wording, at: int, match: re.Match[str], figure: Found
    ) -> Statement | None:
        """A statement of another figure; None where the amount is told of the one found."""
        own = self._from_subject(reading, wording, at, match, figure)
        return own or self._of_other_end(reading, wording, at, match, figure)

    def away_at(self, reading: Reading, wording: Wording, at: int, match: re.Match[str]) -> Statement | None:
        """How far away a named place is from the one spoken of: "taken to a hospital N away in X"."""
        there = _AWAY_AT.match(wording.line, match.end())
        if there is None:
            return None
        figure = Found(self._participants.named(wording.sign(there["p"]), reading), there.start("p"))
        place = figure.participant.place
        if place is None or place.kind in WIDE:
            return None
        ground = self._participants.leaned_on(reading, wording.sentence.start, frozenset({place.id}), lambda _: True)
        if ground is None or ground.place is None or ground.place.kind in WIDE:
            return None
        sure = replace(ground, score=min(ground.score, _GUESS))
        return self._statements.state(reading, wording, at, Ends(figure, sure, there.end(), None))

    def leg_to(self, reading: Reading, wording: Wording, at: int) -> Statement | None:
        """The length of a leg from the place named before it: "left X with N to the finish in Y"."""
        line = wording.line
        match = _LEG_TO.match(line, at + 1) or (
            _TO.match(line, at + 1) if _LAST_LEG.search(line, max(0, at - 12), at) else None
        )
        if match is None:
            return None
        end = self._statements.named(reading, wording, *match.span("p"))
        signs = [sign for place_at, sign in wording.of_sort("place") if place_at < at]
        starts = [self._participants.named(sign, reading) for sign in reversed(signs)]
        start = next((s for s in starts if s.place is not None and s.place.kind not in WIDE), None)
        if start is None or end.place is None or end.place.kind in WIDE or ids_of(start) & ids_of(end):
            return None
        sure = replace(start, score=min(start.score, _GUESS))
        return self._statements.state(reading, wording, at, Ends(Found(end), sure, match.end(), None, at))

    def _from_subject(
        self, reading: Reading, wording: Wording, at: int, match: re.Match[str], figure: Found
    ) -> Statement | None:
        """How far from what a sentence is about another thing is: "X is a stronghold, and troops are N away"."""
        ground = figure.participant
        if not match["away"] or ground.place is None or ground.place.kind in WIDE:
            return None
        own = _OWN_SUBJECT.search(wording.line, max(0, at - 70), at)
        if own is None or (figure.at is not None and figure.at >= own.start()):
            return None
        if any(own.start() <= place_at < at for place_at, _ in wording.of_sort("place")):
            return None
        thing = nothing(reading, wording, at)
        away = replace(ground, score=0.6 * ground.score)
        return self._statements.state(reading, wording, at, Ends(thing, away, match.end(), None))

    def _of_other_end(
        self, reading: Reading, wording: Wording, at: int, match: re.Match[str], figure: Found
    ) -> Statement | None:
        """How far the end of a way lies that stands right before: "X is T from Y, N to the north", told of Y from X."""
        near = max((place_at for place_at, _ in wording.of_sort("place") if place_at < at), default=None)
        if near is None or figure.at in (None, near) or figure.participant.place is None or not match["d"]:
            return None
        if not (_TO_ITS.match(wording.line, at + 1) and APPOSITION.match(wording.line, near + 1, at)):
            return None
        if not _END_OF_WAY.search(wording.line, max(0, near - 30), near):
            return None
        end = Found(self._participants.named(wording.sign(wording.line[near]), reading), near, bound=True)
        if end.participant.place is None:
            return None
        direction = wording.sign(match["d"]).compass
        return self._statements.state(reading, wording, at, Ends(end, figure.participant, match.end(), direction))
