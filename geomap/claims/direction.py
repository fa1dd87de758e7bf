"""Statements of direction without a distance: how they are found and judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap import tolerances
from geomap.claims.attribution import begin_claim
from geomap.claims.best_known import Names
from geomap.claims.compass import NAMES, describe_sight, judge_direction, near_band
from geomap.claims.distance.find import DistanceFinder
from geomap.claims.figures import Figures, Found
from geomap.claims.findings import Finding
from geomap.claims.geometry import Geometry
from geomap.claims.modality import modality_before
from geomap.claims.participants import Participants
from geomap.claims.patterns import GROUND, PAIR, journey_mode
from geomap.claims.signs import AREAS, REGIONS, Sign
from geomap.claims.spans import mentions_from
from geomap.claims.verdicts import missing, settle
from geomap.claims.wording import Worder, Wording, pattern
from geomap.interfaces import Gazetteer
from geomap.records import (
    Claim,
    ClaimKind,
    MentionKind,
    Outcome,
    Participant,
    Place,
    PlacedMention,
    Reading,
    Rule,
    Verdict,
)

_LIES = (
    r"(?:is|are|was|were|lies|lie|lay|sits|sit|sat|stands|stood|located|situated|lying|just|directly|due"
    r"|immediately|slightly|well"
    r"|right|further|far|also|somewhat|which|that|city|town|village|suburb|region|regions|district|province"
    r"|settlement|area|place"
    r"|to\sthe|a|an|the)"
)
# "a remote settlement in the mountains"
_DESCRIBED = (
    r"(?:(?:[a-z-]{2,16}\s|<E>\s){0,3}?(?:city|town|village|hamlet|settlement|suburb|port|resort|island|mine|camp|base|outpost|neighbou?rhood)\s"
    r"(?:(?:in|on|along)\s(?:the\s)?(?:[a-z]{3,14}\s){1,2}?)?(?:just\s|directly\s|due\s)?)?"
)
_NOUN = (
    r"(?:\s(?:district|province|county|state|region|territory|municipality|area|island|village|town|city|camp|base|airport|(?:game|nature|national)"
    r"\s(?:reserve|park))(?=[,\s]))?"
)
_PLACED = pattern(
    rf"(?P<p><P>){_NOUN}[,\s]{{1,2}}(?:(?:{_LIES})\s){{0,7}}{_DESCRIBED}(?:to\sthe\s)?(?P<d><D>)\s(?:of|from)\s(?P<ground>{GROUND})"
)
# "P is a wheat-growing town north of": what P is may take any words.
_IS_A = pattern(
    rf"(?P<p><P>)\s(?:is|was)\san?\s(?:(?!(?:from|to|with|whose|who|which|that)\b)[a-z-]+\s){{1,7}}?(?:just\s|to\sthe\s|due\s){{0,2}}"
    rf"(?P<d><D>)\s(?:of|from)\s(?P<ground>{GROUND})",
    " is a",
    " was a",
)
_RELATIVE = pattern(r",?\s(?:which|that)\s")
_INVERTED = pattern(
    rf"(?:^|\bto\sthe\s|\bjust\s|,\s)(?:immediate\s)?(?P<d><D>)\s(?:of|from)\s(?P<ground>{GROUND})\s?,?\s(?:in|at|lies"
    rf"|is|lay|stands|sits"
    rf"|was)\s(?:the\s(?:[a-z]+\s){{1,3}}(?:of\s)?)?(?P<p><P>)"
)
_HEADED = pattern(
    r"\b(?:head(?:ed|s|ing)?|mov(?:ed|es|ing)|travel(?:l?ed|s|l?ing)|turn(?:ed|s|ing)?|went|going|drove|driving"
    r"|sail(?:ed|s|ing)"
    r"|flew|flying|march(?:ed|es|ing)|continu(?:ed|es|ing)|proceed(?:ed|s|ing)|rolled|rumbled|ran"
    r"|runs)\s(?:[a-z]+\s){0,2}?(?P<d><D>)\s"
    rf"(?:[a-z]+\s){{0,2}}?(?P<how>through|across|from|to|towards?|into)\s(?P<ground>{GROUND})"
)
_FRONTED = pattern(
    rf"\b(?P<how>through|across)\s(?P<ground>{GROUND})\s?,?\s[^.;\ue000-\uf7ff]{{0,40}}?\b(?:head(?:ed|s|ing)?|mov(?:ed|es)|travel(?:l?ed|s)"
    rf"|went|drove|sail(?:ed|s)|flew|march(?:ed|es)|continu(?:ed|es)|rolled|ran|rumbled)\s(?:[a-z]+\s){{0,2}}?(?P<d><D>)",
    "through ",
    "across ",
)
_TEXTS = {
    "direction.sector": "The azimuth from the ground to the figure is held against the stated sector of the compass.",
    "direction.journey": "The azimuth of the journey's leg is held against the stated point of the compass.",
    "direction.too-near": "The places lie so near each other, or reach so far, that a direction cannot be told.",
    "direction.missing-place": "One of the two places is not known.",
    "direction.other-place": "The places are so far apart that another place of the same name is probably meant.",
    "direction.negative-claim": "The text denies the direction; the check is turned around.",
}
RULES = tuple(Rule(id=r, kind="direction", text=t, tolerances=tolerances.DIRECTIONS) for r, t in _TEXTS.items())


class DirectionChecker:
    """Finds and judges directions that no distance goes with.

    Accepts these shapes (X and Y places, D a point of the compass): X is D of Y; X lies to the D of Y; X, (just) D of
    Y, …; X, a suburb located D of Y; X district, D of Y; X is a T town D of Y; to the D of Y lies X; the train headed
    D through R (from the place named last to the place named next); they drove D from X to Y. "Northern Y" and "in the
    north of Y" are parts of Y and left alone.
    """

    def __init__(self, *, gazetteer: Gazetteer | None = None, worder: Worder | None = None) -> None:
        self._worder = worder or Worder()
        self._participants = Participants(gazetteer)
        self._figures = Figures(self._participants)
        self._distances = DistanceFinder(self._worder, self._participants)
        self._geometry = Geometry(gazetteer)
        self._names = Names(gazetteer)

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        return [c for w in self._worder.word(reading) for c in self._in_sentence(reading, w)]

    def _in_sentence(self, reading: Reading, wording: Wording) -> Iterator[Claim]:
        line = wording.line
        if not any(True for _ in wording.of_sort("compass")):
            return
        taken: set[int] = set()
        for form in (_PLACED, _INVERTED, _IS_A):
            for match in form.finditer(line):
                if match.start("d") not in taken and not _has_amount(line, match):
                    taken.add(match.start("d"))
                    claim = self._placed(reading, wording, match)
                    if claim is not None:
                        yield claim
        for match in [*_HEADED.finditer(line), *_FRONTED.finditer(line)]:
            claim = self._headed(reading, wording, match)
            if claim is not None:
                yield claim

    def _placed(self, reading: Reading, wording: Wording, match: re.Match[str]) -> Claim | None:
        line, _text = wording.line, reading.document.text
        at = match.start("p")
        figure = Found(self._participants.named(wording.sign(line[at]), reading), at)
        place = figure.participant.place
        if place is not None and place.kind in AREAS - {"region", "county", "country", "island"}:
            return None
        if place is not None and place.kind in REGIONS and not line[at + 1 : match.start("d")].strip():
            return None  # "all of Arizona west of P" is a part of it
        if (
            place is not None
            and place.kind in AREAS
            and match.start("d") - at > 2
            and re.search(r",\s(?:just\s|due\s)?\Z", line[at + 1 : match.start("d")])
        ):
            figure = self._figures.find(reading, wording, at, taken=frozenset({at}))
        ground = self._distances.named(reading, wording, *match.span("ground"))
        if figure.participant.place is None and ground.place is None:
            return None
        if place is not None and _is_part(place, ground.place):
            return None
        if (
            figure.participant.place is not None
            and ground.place is not None
            and figure.participant.place.id == ground.place.id
        ):
            return None
        return self._names.facing(reading, _claim(reading, wording, match, figure.participant, ground))

    def _headed(self, reading: Reading, wording: Wording, match: re.Match[str]) -> Claim | None:
        """A journey's direction: between the ends that the sentence names, else the places named before and after."""
        named = self._distances.named(reading, wording, *match.span("ground"))
        before = _neighbour(reading, wording, wording.start(match.start()), named, forward=False)
        after = _neighbour(reading, wording, wording.end(match.end()), named, forward=True)
        start: Participant | None
        end: Participant | None
        if pair := PAIR.search(wording.line, match.start("d"), match.end() + 90):
            end, start = (self._distances.named(reading, wording, *pair.span(g)) for g in ("b", "a"))
        elif match["how"] in {"to", "toward", "towards", "into"}:
            start, end = before, named
        elif match["how"] == "from":
            start, end = named, after
        else:
            start, end = before, after
        if start is None or end is None or start.place is None or end.place is None:
            return None
        return _claim(reading, wording, match, end, start)

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        gap = self._geometry.gap(claim.ground, claim.figure) if claim.ground and claim.figure else None
        if gap is None or claim.direction is None or gap.bearing_deg is None:
            return missing(claim, "direction.missing-place")
        measured = {"straight_km": round(gap.usual_km, 1), "bearing_deg": round(gap.bearing_deg, 1)}
        judged = judge_direction(claim.direction, gap)
        if judged is None:
            why = "cannot be checked: the two lie too near each other, or reach too far, for a direction to be told"
            return settle(claim, Finding("direction.too-near", Outcome.UNVERIFIABLE, why), measured, gap)
        outcome, off = judged
        loose = near_band(claim.direction) + tolerances.JOURNEY_SLACK.value
        if claim.event == "head" and outcome is Outcome.DOUBTFUL and off <= loose:
            outcome = Outcome.CONSISTENT
        measured["bearing_error_deg"] = round(off, 1)
        figure = claim.figure.text if claim.figure else "it"
        ground = claim.ground.text if claim.ground else "the other"
        seen = f"{figure} lies {describe_sight(claim.direction, gap)}, seen from {ground}"
        said = {Outcome.CONSISTENT: "matches", Outcome.DOUBTFUL: "is doubtful"}.get(outcome, "does not match")
        rule = "direction.journey" if claim.event == "head" else "direction.sector"
        finding = Finding(rule, outcome, f"{NAMES[claim.direction]} {said}: {seen}")
        return settle(claim, finding, measured, gap)


def _is_part(place: Place, ground: Place | None) -> bool:
    """Whether the ground is the country of the place: "Perpignan, south of France" says where in it."""
    return ground is not None and ground.kind == "country" and ground.country == place.country


def _has_amount(line: str, match: re.Match[str]) -> bool:
    """Whether a length or a time goes with the direction, which then belongs to another kind of claim."""
    at = match.start("p") if "p" in match.re.groupindex else 0
    own = at < match.start("d") and _RELATIVE.match(line, at + 1)  # "N from P, which lies D of Y": N is another's
    first = max(at if own else 0, match.start("d") - 40)
    around = line[first : match.start("d")] + line[match.end() : match.end() + 24]
    return re.search("[\uec00-\uf3ff]", around) is not None


def _neighbour(
    reading: Reading, wording: Wording, offset: int, other: Participant, *, forward: bool
) -> Participant | None:
    """The nearest place with a point before or after an offset, within the two sentences around it."""
    first = mentions_from(reading.mentions, offset)
    near = reading.mentions[first : first + 12] if forward else reversed(reading.mentions[max(0, first - 12) : first])
    found: PlacedMention | None = None
    for placed in near:
        place = placed.place
        if place is None or place.at is None or place.kind in AREAS or placed.mention.kind is not MentionKind.PLACE:
            continue
        if other.place is None or place.id != other.place.id:
            distance = placed.start - offset if forward else offset - placed.end
            found = placed if distance < (500 if forward else 700) else None
            break
    if found is None or found.place is None:
        return None
    why = f"{found.mention.text!r} is the place named {'next' if forward else 'before'}"
    beside = wording.sentence.start <= found.start < wording.sentence.end  # in another sentence it is a guess
    score = (0.6 if beside else 0.45) * found.score
    return Participant(
        place=found.place, text=found.mention.text, start=found.start, end=found.end, score=score, why=why
    )


def _claim(reading: Reading, wording: Wording, match: re.Match[str], figure: Participant, ground: Participant) -> Claim:
    headed = "how" in match.groupdict()
    start, end = wording.start(match.start()), wording.end(match.end())
    sign: Sign = wording.sign(match["d"])
    return replace(
        begin_claim(reading, ClaimKind.DIRECTION, wording.sentence, (start, end)),
        figure=figure,
        ground=ground,
        mode=journey_mode(wording.line[max(0, match.start() - 40) : match.end()]) if headed else None,
        direction=sign.compass,
        event="head" if headed else None,
        modality=modality_before(wording.line[max(0, match.start() - 40) : match.start("d")]),
        score=min(figure.score, ground.score),
    )
