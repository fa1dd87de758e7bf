"""Statements that a place lies between two others: how they are found and judged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap import tolerances
from geomap.claims.attribution import begin_claim
from geomap.claims.between_shapes import FORMS, ONWARD, PARTS, POINT_OF, RIGHT
from geomap.claims.distance.find import DistanceFinder
from geomap.claims.figures import Figures, Found
from geomap.claims.findings import Finding, show_km
from geomap.claims.geometry import Geometry, is_area
from geomap.claims.modality import modality_before
from geomap.claims.nearer import FARTHER, NEARER, find_nearer, is_comparison, is_figurative, is_spatial
from geomap.claims.participants import Participants
from geomap.claims.rereading import Rereader
from geomap.claims.unlisted import is_unlisted
from geomap.claims.verdicts import missing, settle
from geomap.claims.wording import Worder, Wording
from geomap.geodesy import distance_km, geodesic_line
from geomap.interfaces import Gazetteer
from geomap.quantities import convert
from geomap.records import Claim, ClaimKind, Outcome, Participant, Quantity, Reading, Rule, Verdict

_HEDGE = re.compile(r"\b(about|approximately|roughly|almost|nearly|around|some|exactly|more or less)\s\Z")
# What joins two seas, what parts two lands, and what it is not told of: towns stand at one point of a long water, and
# of continents and oceans no point tells where they end.
_JOINING = frozenset({"strait", "canal"})
_PARTING = frozenset({"strait", "sea", "gulf", "bay"})
_NO_SHORES = frozenset({"continent", "ocean", "city", "district"})
_SHARES = {"third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "two thirds": 2 / 3, "three quarters": 0.75}
_TEXTS = {
    "between.fraction": "The place's share of the way between the two others is held against the stated one.",
    "between.far": "The place's share of the way between the two others is not the stated one.",
    "between.detour": "The place lies off every usual way between the two others.",
    "between.equal": "The distances to the two others are held against each other; a detour does not count.",
    "between.nearer": "Which of two places is nearer is held against the two straight lines.",
    "between.length": "The length given for both ways is held against the two straight lines.",
    "between.missing-place": "One of the three places is not known.",
    "between.negative-claim": "The text denies it; the check is turned around.",
}
_ALL = (*tolerances.BETWEENS, tolerances.SHORT_RATIO, tolerances.FAR_RATIO)
_NEARER = (tolerances.NEARER_EVEN,)
RULES = tuple(
    Rule(id=r, kind="between", text=t, tolerances=_NEARER if r == "between.nearer" else _ALL) for r, t in _TEXTS.items()
)


class BetweenChecker:
    """Finds and judges statements that a place lies between two others.

    Accepts these shapes (X, Y and Z places): X lies (about) halfway between Y and Z; X, midway between Y and Z; X is
    half way from Y to Z; X is (N from Y,) about halfway to Z; X is a third of the way between Y and Z; X is
    equidistant from (both) Y and Z; X is the midway point between Y and Z; X lies between Y and Z; X, between Y
    and Z, …; the strait X separates Y from Z, or connects Y to Z. The last three
    are checked for a detour only. What is nearer to one place than to another has its shapes in `nearer`.
    """

    def __init__(self, *, gazetteer: Gazetteer | None = None, worder: Worder | None = None) -> None:
        self._worder = worder or Worder()
        self._participants = Participants(gazetteer)
        self._figures = Figures(self._participants)
        self._distances = DistanceFinder(self._worder, self._participants)
        self._geometry = Geometry(gazetteer)
        self._rereader = Rereader(gazetteer)

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        return [c for w in self._worder.word(reading) for c in self._in_sentence(reading, w)]

    def _in_sentence(self, reading: Reading, wording: Wording) -> Iterator[Claim]:
        line = wording.line
        done: list[tuple[int, int]] = []
        for form in (*FORMS, POINT_OF, PARTS, NEARER, FARTHER):
            for match in form.finditer(line):
                if any(s < match.end() and match.start() < e for s, e in done):
                    continue
                claim = self._claim(reading, wording, match, match.span("a"))
                if claim is not None:
                    done.append(match.span())
                    yield claim
        for match in ONWARD.finditer(line):
            if not any(s < match.end() and match.start() < e for s, e in done):
                before = [
                    c
                    for c in self._distances.in_sentence(reading, wording)
                    if c.ground and c.start <= wording.start(match.start())
                ]
                if before and before[-1].ground is not None:
                    claim = self._claim(reading, wording, match, None, before[-1].ground)
                    if claim is not None:
                        yield claim

    def _claim(
        self,
        reading: Reading,
        wording: Wording,
        match: re.Match[str],
        a: tuple[int, int] | None,
        ground: Participant | None = None,
    ) -> Claim | None:
        line, text = wording.line, reading.document.text
        groups = match.groupdict()
        sentence = text[wording.sentence.start : wording.sentence.end]
        if match.re.groupindex.keys() & {"near", "far"} and is_figurative(sentence):
            return None
        taken = frozenset(range(match.start("b"), match.end("b")))
        taken |= frozenset(range(*a)) if a else frozenset()
        figure = self._figure(reading, wording, match, taken)
        if figure is None:
            return None
        if figure.participant.place is None and (right := RIGHT.match(line, match.end())):
            at = right.start("p")
            figure = Found(self._participants.named(wording.sign(line[at]), reading), at)
        first = ground if ground is not None else self._distances.named(reading, wording, *(a or match.span("b")))
        second = self._distances.named(reading, wording, *match.span("b"))
        if "apposed" in groups and any(p.place is not None and is_area(p.place) for p in (first, second)):
            return None  # "talks in Geneva, between Iran and Iraq"
        if "x" in groups and any(p.place is not None and p.place.kind in _NO_SHORES for p in (first, second)):
            return None
        begin = (
            min(match.start(), figure.at)
            if figure.at is not None and match.start() - figure.at < 160
            else match.start()
        )
        start, end = wording.start(begin), wording.end(match.end())
        event = _share_name(groups, sure=is_spatial(sentence))
        if not is_comparison(event):
            figure_at, first, second = self._rereader.between(reading, figure.participant, first, second)
            figure = replace(figure, participant=figure_at)
        hedge = _HEDGE.search(line, max(0, match.start() - 16), match.start())
        return replace(
            begin_claim(reading, ClaimKind.BETWEEN, wording.sentence, (start, end)),
            figure=figure.participant,
            ground=replace(first, role="from"),
            via=(replace(second, role="to"),),
            hedge=hedge[1] if hedge else "",
            stated=_told_twice(wording, match.end()),
            event=event,
            modality=modality_before(line[max(0, match.start() - 40) : match.start()]),
            score=min(figure.participant.score, first.score, second.score),
        )

    def _figure(self, reading: Reading, wording: Wording, match: re.Match[str], taken: frozenset[int]) -> Found | None:
        if "x" in match.re.groupindex:
            return self._water(reading, wording, match)
        figure = self._figures.find(reading, wording, match.start(), taken=taken)
        plain = match.groupdict().get("plain")
        if figure.at is not None and is_unlisted(wording.sign(wording.line[figure.at]).place):
            return figure
        if figure.participant.place is None:
            after = self._figures.right_of(reading, wording, match.start(), match.end())
            if after is not None and figure.is_open:
                return after
            right = RIGHT.match(wording.line, match.end())
            return None if plain or (figure.is_open and right is None) else figure
        if plain and (is_area(figure.participant.place) or figure.participant.score < 0.6):
            return None
        return figure

    def _water(self, reading: Reading, wording: Wording, match: re.Match[str]) -> Found | None:
        """The strait, canal or sea that parts two lands or joins two seas; nothing where another thing does."""
        named = self._participants.named(wording.sign(match["x"]), reading)
        kinds = _JOINING if match["wet"] else _PARTING
        return Found(named, match.start("x")) if named.place is not None and named.place.kind in kinds else None

    def _to_nearest(self, claim: Claim, *straight: float) -> tuple[float, float]:
        """How far the place is from the two others; from the nearest part of those that are areas."""
        out = []
        for other, km in zip((claim.ground, *claim.via), straight, strict=True):
            area = other is not None and other.place is not None and is_area(other.place)
            gap = self._geometry.gap(other, claim.figure) if area and other and claim.figure else None
            out.append(gap.low_km if gap is not None and gap.known else km)
        return out[0], out[1]

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        places = [p.place for p in (claim.figure, claim.ground, *claim.via) if p is not None and p.place is not None]
        if len(places) < 3 or any(p.at is None for p in places):
            return missing(claim, "between.missing-place")
        x, a, b = (p.at for p in places[:3])
        assert x is not None and a is not None and b is not None
        to_a, to_b, whole = distance_km(x, a), distance_km(x, b), distance_km(a, b)
        if is_comparison(claim.event or ""):
            if any(place.kind == "continent" for place in places[1:3]):
                return missing(claim, "between.missing-place")
            to_a, to_b = self._to_nearest(claim, to_a, to_b)
        if whole <= 1 or to_a + to_b <= 1 or len({p.id for p in places[:3]}) < 3:
            return missing(claim, "between.missing-place")
        share, detour = to_a / (to_a + to_b), (to_a + to_b) / whole
        measured = {
            "to_first_km": round(to_a, 1),
            "to_second_km": round(to_b, 1),
            "between_km": round(whole, 1),
            "share": round(share, 3),
            "detour": round(detour, 3),
        }
        names = places[1].name, places[2].name
        said = f"{places[0].name} lies {show_km(to_a)} from {names[0]} and {show_km(to_b)} from {names[1]}"
        widest = 30.0 if is_comparison(claim.event or "") else 300.0  # of areas it takes the nearest part
        slack = 0.5 * sum(min(p.radius_km, widest) for p in places[:3]) / (to_a + to_b)
        finding = _find(claim, share, detour, said, slack)
        if finding.outcome is Outcome.INCONSISTENT and any(map(is_area, places)):
            finding = replace(finding, outcome=Outcome.DOUBTFUL, why=f"{finding.why}; one of them is an area")
        finding = _with_length(claim, finding, (to_a, to_b))
        verdict = settle(claim, finding, measured, None)
        return replace(verdict, lines=(geodesic_line(a, x), geodesic_line(x, b)))


def _told_twice(wording: Wording, start: int) -> Quantity | None:
    """The length that the sentence gives for both ways: "midway between Y and Z: Y 300 km, Z 300 km"."""
    lengths = [s.quantity for at, s in wording.of_sort("length") if at >= start and s.quantity is not None]
    if len(lengths) != 2 or len({(q.value, q.unit) for q in lengths}) != 1:
        return None
    return lengths[0]


def _with_length(claim: Claim, finding: Finding, ways: tuple[float, float]) -> Finding:
    """Holds the length given for both ways against the straight lines; the worse outcome stays."""
    if claim.stated is None or finding.outcome is Outcome.INCONSISTENT:
        return finding
    low, high = (convert(v, claim.stated.unit, "km") for v in (claim.stated.low, claim.stated.high))
    words = " ".join(claim.stated.text.split())
    if high < tolerances.SHORT_RATIO.value * max(ways):
        why = f"{words} does not match, less than a straight line: {finding.why}"
        return replace(finding, rule="between.length", outcome=Outcome.INCONSISTENT, why=why)
    if high < max(ways) or low > tolerances.FAR_RATIO.value * min(ways):
        why = f"{words} for each way fits badly: {finding.why}"
        return replace(finding, rule="between.length", outcome=Outcome.DOUBTFUL, why=why)
    return replace(finding, why=f"{finding.why}; {words} for each way can hold")


def _find(claim: Claim, share: float, detour: float, said: str, slack: float) -> Finding:
    stated = claim.event or "half"
    if is_comparison(stated):
        return find_nearer(share, stated, said, slack)
    if stated == "between":
        limit = tolerances.DETOUR_FAR.value + slack
        why = f"{said}, a detour of {100 * (detour - 1):.0f} %"
        if detour <= limit:
            return Finding("between.detour", Outcome.CONSISTENT if detour <= 1.3 + slack else Outcome.DOUBTFUL, why)
        return Finding("between.detour", Outcome.INCONSISTENT, f"does not match: {why}")
    target = _SHARES.get(stated, 0.5)
    off = abs(share - target)
    why = f"{said}: {100 * share:.0f} % of the way, where {_words(stated)} is stated"
    rule = "between.equal" if stated == "equal" else "between.fraction"
    if off <= tolerances.HALFWAY.value + 0.5 * slack:
        outcome = Outcome.CONSISTENT
    elif off <= tolerances.HALFWAY_FAR.value + slack:
        outcome = Outcome.DOUBTFUL
    else:
        return Finding("between.far", Outcome.INCONSISTENT, f"does not match: {why}")
    if stated != "equal" and detour > tolerances.DETOUR.value + slack:
        bent = f"{why}, but by way of it {100 * (detour - 1):.0f} % longer than straight"
        if detour > tolerances.DETOUR_FAR.value + slack:
            return Finding("between.detour", Outcome.INCONSISTENT, f"does not match: {bent}")
        limit = 1.3 + slack
        return Finding("between.detour", outcome if detour <= limit else Outcome.DOUBTFUL, bent)
    return Finding(rule, outcome, why)


def _share_name(groups: dict[str, str | None], *, sure: bool) -> str:
    if "near" in groups or "far" in groups:
        return ("nearer" if "near" in groups else "farther") + ("" if sure else " perhaps")
    part = groups.get("part") or groups.get("parts")
    if part:
        return part.replace("-", " ")
    if groups.get("equal"):
        return "equal"
    return "between" if groups.get("plain") or "x" in groups else "half"


def _words(stated: str) -> str:
    return {"half": "half of it", "equal": "the same distance"}.get(
        stated, f"a {stated}" if stated in {"third", "quarter", "fifth"} else stated
    )
