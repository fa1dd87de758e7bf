"""Distances whose ground or both ends a sentence only implies: "25 km to the north", "the two are N apart"."""

from __future__ import annotations

import re
from dataclasses import replace

from geomap.claims.attachment import is_fronted
from geomap.claims.distance.amounts import IT_IS
from geomap.claims.distance.other_ends import WIDE, OtherEnds
from geomap.claims.distance.pair_before import PairBefore, pair_of
from geomap.claims.distance.shapes import (
    AWAY_BEFORE,
    EVENT_FIGURE,
    EXTENDS,
    FROM_IT,
    INSIDE,
    OF_A_TOWN,
    OFFSET,
    OWNED,
    STILL,
    THE_WAY,
    TO_END,
)
from geomap.claims.distance.statements import Ends, Statement, Statements, as_way
from geomap.claims.figures import Figures, Found, nothing
from geomap.claims.participants import Participants, ids_of, unnamed
from geomap.claims.patterns import GROUND
from geomap.claims.rereading import cost_of
from geomap.claims.signs import AREAS
from geomap.claims.told import Told
from geomap.claims.wording import Wording, pattern
from geomap.geodesy import rough_distance_km
from geomap.quantities import convert
from geomap.records import Participant, Place, Reading

# What a way is, as the way of travelling on it.
_WAYS = {
    **dict.fromkeys(("road", "highway", "motorway", "expressway", "freeway", "drive"), "road"),
    **dict.fromkeys(("railway", "railroad", "rail"), "rail"),
}
_NEAR = pattern(r"\b(?:near|close\sto|off|outside)\s(?:the\s)?\Z")
# "The distance between the two cities is N"
BETWEEN_TWO = pattern(
    r"\bdistance\s(?:by\s[a-z]+\s)?(?:between|separating)\s(?:them|both|the\stwo)(?:\s[a-z]+)?\s(?:by\s[a-z]+\s)?(?:is|was)\s(?:[a-z]+\s){0,3}\Z"
)
IS_AT = pattern(r"\b(?:is|was|lies|lay)\s(?:[a-z]+\s){0,2}\Z")
# A way that is less than this share of the straight line leads elsewhere (chosen by us).
_OTHER_WAY = 0.5

_TO_IT = pattern(
    rf"\b(?:trip|journey|drive|ride|flight|voyage|crossing|trek|walk|hike|march|passage)\sto\s(?P<p>{GROUND})(?:,\s[^.;,]{{2,50}},)?"
    r"\s(?:is|was|covers|measures)\s(?:[a-z]+\s){0,3}\Z"
)


class Understood:
    """Finds what the text leaves to the reader."""

    def __init__(
        self, participants: Participants, figures: Figures, statements: Statements, told: Told, before: PairBefore
    ) -> None:
        self._participants = participants
        self._figures = figures
        self._statements = statements
        self._told = told
        self._before = before
        self._others = OtherEnds(participants, statements)

    def figure(self, reading: Reading, wording: Wording, at: int, end: int, taken: frozenset[int], floor: int) -> Found:
        """What an amount is stated of: what stands before it, else what follows "20 km north of Y lies"."""
        figure = self._figures.find(reading, wording, at, taken=taken, floor=floor)
        land = figure.participant.place
        if land is not None and land.kind in AREAS and is_fronted(wording.line, at):
            right = self._figures.right_of(reading, wording, at, end)  # "Set in the Alps, N from Y, X is"
            town = right.participant.place if right is not None else None
            return right if right and town and town.kind not in AREAS - {"island"} else figure
        if figure.at is None and (figure.is_open or at < 4):
            right = self._figures.right_of(reading, wording, at, end)
            around = right is not None and right.at is not None and INSIDE.search(wording.line[end : right.at])
            place = right.participant.place if right is not None else None
            beside = right is not None and right.at is not None and _NEAR.search(wording.line, end, right.at)
            if beside and at > 3 and figure.is_open:
                return figure  # "a tug sank N east of Y near X"
            adrift = (figure.is_thing or figure.is_lost) and (place is None or place.kind in AREAS)
            if right is not None and not around and not adrift and not EVENT_FIGURE.search(wording.line[:at]):
                return right
        return figure

    def described(
        self, reading: Reading, wording: Wording, at: int, ground: Participant, figure: Found
    ) -> tuple[Participant, Found]:
        """The place that a described ground means; what is located near it is then another thing than that place."""
        describe, place = self._participants.describe, figure.participant.place
        if (town := self._own_town(reading, wording, at, ground)) is not None and town.place is not None:
            same = place is None or place.id == town.place.id
            return town, nothing(reading, wording, at) if same else figure
        stated = wording.sign(wording.line[at]).quantity
        km = convert(stated.value, stated.unit, "km") if stated is not None else 0.0
        meant = describe(
            reading,
            ground,
            figure.participant,
            lambda other: place is None or cost_of(other, place, km, None) is not None,
        )
        if meant.place is None and not figure.bound and describe(reading, ground, None).place is not None:
            return describe(reading, ground, None), nothing(reading, wording, at)
        return meant, figure

    def _own_town(self, reading: Reading, wording: Wording, at: int, ground: Participant) -> Participant | None:
        """The town at which a thing is: "X airport, 5 km from the city", "the base at X, 5 km from the town"."""
        if "city" not in self._participants.scene.kinds_of(ground.text):
            return None
        match = OF_A_TOWN.search(wording.line, max(0, at - 90), at)
        if match is None:
            return None
        named = self._statements.named(reading, wording, *match.span("p" if match["p"] else "q"))
        if named.place is None or named.place.kind not in {"city", "district"}:
            return None
        why = f"“{ground.text}” is taken to be {named.place.name}, named with what is measured"
        return replace(ground, place=named.place, score=0.9 * named.score, why=why)

    def _ends(
        self, reading: Reading, wording: Wording, at: int, last: Statement | None
    ) -> tuple[Participant, Participant] | None:
        """The two places that the sentence told of, else the journey or the distance told before it."""
        own = pair_of([last.claim]) if last is not None else None
        return own or self._told.ends(reading, wording, at) or self._before.ends(reading, wording)

    def way_long(self, reading: Reading, wording: Wording, at: int, last: Statement | None) -> Statement | None:
        """The length of a way whose ends were told before: "the road is N long", "the railway from X is N long"."""
        extends = EXTENDS.search(wording.line, max(0, at - 70), at) or IT_IS.search(wording.line, max(0, at - 40), at)
        match = extends or THE_WAY.search(wording.line, max(0, at - 120), at)
        if match is None:
            return None
        if extends is not None:
            ends = self._told.ends(reading, wording, at, back=1)
        elif match["p"]:
            start = self._statements.named(reading, wording, *match.span("p"))
            end = self._participants.focal(reading, wording.sentence.start, ids_of(start))
            ends = (start, end) if end is not None and end.place is not None and end.place.kind not in AREAS else None
        else:
            ends = self._ends(reading, wording, at, last)
        if ends is None or _falls_short(wording, at, ends):
            return None
        found = self._statements.state(reading, wording, at, Ends(Found(ends[1]), ends[0], at + 1, None, match.start()))
        mode = _WAYS.get((match["way"] or "").partition(" ")[0], found.claim.mode)
        return replace(found, claim=replace(found.claim, mode=mode))

    def both_named(self, reading: Reading, wording: Wording, at: int, last: Statement | None) -> Statement | None:
        """Ends for "the two cities are N apart": those told before, else the two places named last."""
        ends = self._ends(reading, wording, 0, last)
        if ends is None:
            second = self._participants.focal(reading, wording.sentence.start)
            but = ids_of(second)
            first = self._participants.focal(reading, wording.sentence.start, but) if second is not None else None
            if first is None or second is None:
                return None
            ends = first, second
        return self._statements.state(reading, wording, at, Ends(Found(ends[1]), ends[0], at + 1, None))

    def to_it(self, reading: Reading, wording: Wording, at: int) -> Statement | None:
        """The length of a journey to a place that the sentence names, from where one set out: "the trip to X is N"."""
        if (leg := self._others.leg_to(reading, wording, at)) is not None:
            return leg
        match = _TO_IT.search(wording.line, max(0, at - 140), at)
        if match is None or OFFSET.match(wording.line, at + 1):
            return None
        end = self._statements.named(reading, wording, *match.span("p"))
        ends = self._told.ends(reading, wording, match.start(), end=end)
        if ends is None:
            return None
        return self._statements.state(reading, wording, at, Ends(Found(end), ends[0], at + 1, None, match.start()))

    def from_it(self, reading: Reading, wording: Wording, at: int) -> Statement | None:
        """A distance to what the text is about, from a place that the sentence names: "from X it's N"."""
        match = FROM_IT.search(wording.line, max(0, at - 120), at)
        if match is None or TO_END.match(wording.line, at + 1) or OFFSET.match(wording.line, at + 1):
            return None
        start = self._statements.named(reading, wording, *match.span("p"))
        stated = wording.sign(wording.line[at]).quantity
        km = convert(stated.value, stated.unit, "km") if stated is not None else 0.0
        end = self._leaned_on(reading, start.place, wording.sentence.start, km, None)
        if end is None:
            return None
        end = replace(end, start=None, end=None, score=min(end.score, 0.5))
        return as_way(
            self._statements.state(reading, wording, at, Ends(Found(end), start, at + 1, None, match.start()))
        )

    def _beside(self, reading: Reading, wording: Wording, figure_at: int | None, at: int) -> Participant | None:
        """Another place named between the figure and the amount: "X is a town of Y, at N by road"."""
        for place_at, sign in reversed(wording.of_sort("place")):
            if place_at < at and place_at != figure_at:
                return self._participants.named(sign, reading)
        return None

    def bare(
        self, reading: Reading, wording: Wording, at: int, match: re.Match[str], last: Statement | None
    ) -> Statement | None:
        """A distance that names no ground, from what the text spoke of: its title, else the place named last."""
        line = wording.line
        if match["away"] and at > 3 and not AWAY_BEFORE.search(line, max(0, at - 30), at):
            return self._others.away_at(reading, wording, at, match)
        if owned := OWNED.search(line, max(0, at - 70), at):
            return self._owned(reading, wording, at, match, (owned.start("what"), owned.end("what")), last)
        figure = self.figure(reading, wording, at, match.end(), frozenset(), 0)
        if figure.participant.place is None and figure.at is None and figure.participant.start is None:
            return None
        if (told := self._others.find(reading, wording, at, match, figure)) is not None:
            return told
        place = figure.participant.place
        first = wording.start(at) if at > 3 else wording.sentence.start
        start = min(first, wording.start(figure.at)) if figure.at is not None else wording.sentence.start
        stated = wording.sign(wording.line[at]).quantity
        point = match["d"] or match["d2"]
        direction = wording.sign(point).compass if point else None
        km = convert(stated.value, stated.unit, "km") if stated is not None else 0.0
        before = last.claim.ground if last is not None else None
        ground = before if before is not None and before.place is not None and before.start is None else None
        if match["on"] and place is not None:
            ground = self._participants.focal(reading, start, frozenset({place.id})) or ground
        if STILL.search(line, max(0, at - 30), at):
            ground = self._participants.scene.here(reading) or ground
        if ground is None or (place is not None and ids_of(ground) == ids_of(figure.participant)):
            ground = self._leaned_on(reading, place, max(start, wording.sentence.start), km, direction)
        if ground is None and (other := self._beside(reading, wording, figure.at, at)) is not None:
            ground = other
        if match["stream"] == "inland" and figure.at is not None:
            ground = unnamed("the coast", "“the coast” is not named; the nearest is meant")
        if ground is None or (ground.place is not None and ground.place.kind in WIDE):
            ground = unnamed("the place spoken of before", "the text does not say from where")
        # From where it is told is a guess that contradicts nothing, unless an entry tells it of its own place.
        title = self._participants.title(reading)
        sure = 0.5 if title is not None and ids_of(ground) & ids_of(title) else 0.45
        return self._statements.state(
            reading, wording, at, Ends(figure, replace(ground, score=min(ground.score, sure)), match.end(), direction)
        )

    def _leaned_on(
        self, reading: Reading, place: Place | None, before: int, km: float, direction: str | None
    ) -> Participant | None:
        """From where a distance is told that names no ground: from the title's place, if it fits or no other does."""
        title = self._participants.title(reading)
        if title is not None and title.place is not None and ids_of(title) & ({place.id} if place else set()):
            title = None

        def fits(other: Place) -> bool:
            return place is None or cost_of(other, place, km, direction) is not None

        if title is not None and title.place is not None and (title.place.kind not in AREAS or fits(title.place)):
            return title
        but = frozenset({place.id}) if place else frozenset()
        return self._participants.leaned_on(reading, before, but, fits) or title

    def _owned(
        self,
        reading: Reading,
        wording: Wording,
        at: int,
        match: re.Match[str],
        what: tuple[int, int],
        last: Statement | None,
    ) -> Statement | None:
        """The distance of what belongs to the place spoken of: "its airport is 8 km to the south-east"."""
        start, end = wording.start(what[0]), wording.end(what[1])
        words = reading.document.text[start:end].strip()
        owner = self._participants.title(reading) or (
            last.figure.participant if last is not None else self._participants.focal(reading, start)
        )
        if owner is None or owner.place is None:
            return None
        thing = replace(unnamed(words, "the text gives no position for it"), start=start, end=start + len(words))
        figure = Found(thing, what[0])
        why = owner.why or f"“{words}” is taken to be that of {owner.place.name}"
        ground = replace(owner, start=None, end=None, score=0.7 * owner.score, why=why)
        point = match["d"] or match["d2"]
        direction = wording.sign(point).compass if point else None
        return self._statements.state(reading, wording, at, Ends(figure, ground, match.end(), direction))


def _falls_short(wording: Wording, at: int, ends: tuple[Participant, Participant]) -> bool:
    """Whether a way is much shorter than the straight line, and so another one: "the road is 4 km long"."""
    stated = wording.sign(wording.line[at]).quantity
    points = [p.place.at for p in ends if p.place is not None and p.place.at is not None]
    if stated is None or len(points) < 2:
        return False
    return convert(stated.value, stated.unit, "km") < _OTHER_WAY * rough_distance_km(*points)
