"""Travel times as claims: the way that a time is told of, and by what means it is made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.claims.attribution import begin_claim
from geomap.claims.figures import Found
from geomap.claims.modality import modality_before
from geomap.claims.participants import Participants
from geomap.claims.patterns import journey_mode, mode_of, vehicle_mode
from geomap.claims.rereading import Rereader, fit_reach
from geomap.claims.travel_time.amounts import in_hours
from geomap.claims.travel_time.judge import ceilings
from geomap.claims.travel_time.shapes import ABOARD, FRONTED, TREK, own_words, to_clause_end, travel_notes
from geomap.claims.wording import Wording
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, Participant, Reading

# How far before a time the unknown name is looked for that it is told of, in characters.
_NAME_REACH = 120


@dataclass(frozen=True, slots=True)
class Way:
    """What a time lies between; `span` is where its words begin and end in the line."""

    figure: Found
    ground: Participant
    span: tuple[int, int]
    direction: str | None = None


class Times:
    """Makes the claims of travel time, with the places that the stated time fits."""

    def __init__(self, participants: Participants) -> None:
        self._rereader = Rereader(participants.gazetteer, participants.network)

    def state(self, reading: Reading, wording: Wording, at: int, way: Way) -> Claim:
        """The claim record of the time at `at`."""
        figure, ground, span = way.figure.participant, way.ground, way.span
        line = wording.line
        quantity = wording.sign(line[at]).quantity
        assert quantity is not None
        start, end, text = wording.start(span[0]), wording.end(max(span[1], at + 1)), reading.document.text
        start += len(text[start:end]) - len(text[start:end].lstrip())
        if way.figure.at is None and figure.start is not None and 0 < start - figure.start < _NAME_REACH:
            start = figure.start
        begin, end_of_own = own_words(line, (min(span[0], at), max(span[1], at)), wording.of_sort("duration"))
        after = to_clause_end(line, at, min(at + 60, end_of_own))
        around = line[begin : to_clause_end(line, max(span[1], at), end_of_own)]
        # Where the sentence has the length too, the three are summed up by the arithmetic.
        speeds = tuple(s.quantity for _, s in wording.of_sort("speed") if s.quantity and not wording.of_sort("length"))
        head = FRONTED.search(line, max(0, at - 90), at)
        mode = (
            "air" if head is not None and head["by"] == "by air" else mode_of(head["by"]) if head is not None else None
        )
        mode = mode or journey_mode(line[at:after]) or journey_mode(around, at - begin)
        if mode == "foot" and TREK.match(line, at + 1):  # "back on the train for a T trek"
            aboard = ABOARD.search(line, max(0, at - 100), at)
            mode = vehicle_mode(aboard[0]) or mode if aboard is not None else mode
        mode = mode or vehicle_mode(line[max(0, at - 160) : at])
        claim = replace(
            begin_claim(reading, ClaimKind.TRAVEL_TIME, wording.sentence, (start, end)),
            figure=figure,
            ground=ground,
            mode=mode,
            hedge=quantity.hedge,
            stated=in_hours(quantity),
            quantities=speeds if len(speeds) == 1 else (),
            direction=way.direction,
            modality=modality_before(line[max(0, span[0] - 40) : at]),
            score=min(figure.score, ground.score),
            notes=travel_notes(line, line[max(0, begin - 60) : begin] + around, mode),
        )
        assert claim.stated is not None
        most_km = convert(claim.stated.high, claim.stated.unit, "h") * ceilings(claim)[1].value
        fit = fit_reach(claim, most_km)
        return self._rereader.reread(reading, claim, fit) if fit is not None else claim


def nearest_to(stated: Sequence[Claim], text: str, here: int) -> Claim | None:
    """The distance that a time goes with: whose amount stands next to it, none of another clause that follows."""

    def gap(claim: Claim) -> int:
        if claim.end <= here:
            return here - claim.end
        return max(0, (claim.stated.start if claim.stated is not None else claim.start) - here)

    near = min(stated, key=gap)
    return near if near.start <= here or not re.search(r"[,;:]\s", text[here : near.start]) else None
