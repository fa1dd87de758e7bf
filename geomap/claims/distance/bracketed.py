"""Distances in brackets behind the place that they lead to: "Ripon is linked with Leeds (N), York (M) and Hull (K)"."""

from __future__ import annotations

from geomap.claims.distance.statements import Ends, Statement, Statements, as_way
from geomap.claims.figures import Figures, Found
from geomap.claims.participants import Participants, is_same
from geomap.claims.patterns import GROUND
from geomap.claims.signs import AREAS
from geomap.claims.wording import Wording, pattern
from geomap.records import Participant, Reading

_SOME = r"(?:(?:about|around|some|approx\.?|approximately|roughly|only|just|at)\s){0,2}"
_PLACE = pattern(rf"(?P<p><P>)(?:\s(?:town|city|railway|station|airport|junction|port|village)){{0,2}}\s?\({_SOME}\Z")
_UNKNOWN = pattern(rf"[a-z]\s?\({_SOME}\Z")
_CLOSED = pattern(
    r"(?:\s(?:to\sthe\s|due\s)?(?P<d><D>)(?!\s(?:of|from)\b))?"
    r"(?:\s(?:away|distant|drive|(?:by|via)\s[a-z]{2,8}|further))?(?:\s?[,;/]\s[^()\ue000-\ue7ff]{0,30})?\s?\)"
)
# What makes a length in brackets a distance, and not that of a river, a race or a wall.
_CUE = pattern(
    r"\b(?:near(?:by|est)?|clos(?:e|est)|connect(?:s|ed)|link(?:s|ed)|distances?|away|neighbou?ring|surround(?:ed|ing)|reach(?:ed)?"
    r"|accessible|served|well\sconnected|between|cities|towns|railhead|airports?|adjacent|other)\b"
)
_CLOSED_AFTER = pattern(r"(?:\s[a-z]+){0,2}\s?\([^()]{0,16}<L>")
# "The nearest airport to X is at Y (N)"
_NEAREST_TO = pattern(
    rf"\b(?:nearest|closest)\s(?:[a-z-]+\s){{1,5}}?(?:to|from|for)\s(?P<a>{GROUND})\s(?:is|are|was|were)\b",
    "nearest ",
    "closest ",
)
_NO_END = frozenset({"river", "road", "range", "lake", "island", "canal", "border"})
# From where a list of distances counts that names no start, a guess that contradicts nothing (chosen by us).
_SURE = 0.45


class Bracketed:
    """Finds what a distance in brackets is measured from."""

    def __init__(self, participants: Participants, figures: Figures, statements: Statements) -> None:
        self._participants = participants
        self._figures = figures
        self._statements = statements

    def matches(self, wording: Wording, at: int) -> bool:
        """Whether an amount stands in brackets behind a place, in a sentence about what lies where."""
        place, closed = _PLACE.search(wording.line, max(0, at - 60), at), _CLOSED.match(wording.line, at + 1)
        if closed is None:
            return False
        if place is None:  # "Holm (N east)": what lies there is no known place
            return closed["d"] is not None and _UNKNOWN.search(wording.line, max(0, at - 60), at) is not None
        return closed["d"] is not None or _CUE.search(wording.line, 0, place.start()) is not None

    def find(self, reading: Reading, wording: Wording, at: int) -> Statement | None:
        """The distance from what the sentence, or the text before it, is about to the place before the bracket."""
        line = wording.line
        match = _PLACE.search(line, max(0, at - 60), at)
        closed = _CLOSED.match(line, at + 1)
        if match is None or closed is None:
            return None
        end = self._participants.named(wording.sign(match["p"]), reading)
        if end.place is None or end.place.kind in AREAS | _NO_END:
            return None
        start = self._start(reading, wording, match.start())
        if start is None or is_same(start, end):
            return None
        direction = wording.sign(closed["d"]).compass if closed["d"] else None
        ends = Ends(Found(end, match.start()), start, closed.end(), direction, match.start())
        return as_way(self._statements.state(reading, wording, at, ends))

    def _start(self, reading: Reading, wording: Wording, before: int) -> Participant | None:
        """What the sentence is about, where it names it before a list of places; else what the text is about."""
        if (nearest := _NEAREST_TO.search(wording.line, 0, before)) is not None:
            return self._statements.named(reading, wording, *nearest.span("a"))
        listed = frozenset(at for at, _ in wording.of_sort("place") if _CLOSED_AFTER.match(wording.line, at + 1))
        found = self._figures.find(reading, wording, before, taken=listed | {before})
        if found.participant.place is not None and found.participant.place.kind not in AREAS:
            return found.participant
        if any(at < before and at not in listed for at, _ in wording.of_sort("place")):
            return None  # the sentence is about a place that is not known
        title = self._participants.title(reading)
        topic = title or self._participants.focal(reading, wording.sentence.start)
        if topic is None or topic.place is None or topic.place.kind in AREAS:
            return None
        return Participant(place=topic.place, text=topic.place.name, score=min(_SURE, topic.score), why=topic.why)
