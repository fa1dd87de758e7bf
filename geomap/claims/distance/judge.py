"""Judges statements of distance, with or without a direction."""

from __future__ import annotations

from dataclasses import replace

from geomap import tolerances
from geomap.claims.compass import NAMES, describe_sight, is_near_limit, judge_direction
from geomap.claims.constructed import constructed_point, is_fix
from geomap.claims.distance.notes import BRIDGE
from geomap.claims.findings import Finding, show, show_km
from geomap.claims.geometry import Gap, Geometry, line_between
from geomap.claims.lengths import Lengths
from geomap.claims.rereading import one_way
from geomap.claims.verdicts import SEVERITY, missing, settle
from geomap.claims.winding import PATHS
from geomap.geodesy import distance_km
from geomap.quantities import convert
from geomap.quantities.intervals import ROUNDING_FLOOR, TOLERANCES
from geomap.records import Claim, Modality, Outcome, Place, Rule, Verdict

_TEXTS = {
    "distance.straight": (
        "The stated figure is held against the straight line (geodesic on WGS84) between the two places."
    ),
    "distance.as-route": (
        "The stated figure fits no straight line but the way over a known network; both lengths are given."
    ),
    "distance.as-other-route": (
        "The figure fits a known way that differs from the usual one, as a ship's by the Cape from that by Suez."
    ),
    "distance.as-way": (
        "No network is known; the figure is more than the straight line but within what roads and railways make of it."
    ),
    "distance.around": (
        "The figure is well over the straight line, as ways around the water or through the hills between the places "
        "are; how long such a way can be is estimated from a map of land and heights."
    ),
    "distance.winding-way": (
        "The figure is more than usual ways make of the straight line, less than can be ruled out."
    ),
    "distance.too-long": (
        "The figure is more than any usual way makes of the straight line, and the text names no way."
    ),
    "distance.too-short": "The figure is less than the straight line from edge to edge: nothing can be shorter.",
    "distance.short": "The figure is less than the straight line; the places' extents may explain that, if barely.",
    "distance.both-off": (
        "The figure is well over the straight line and the direction off by nearly as much as passes: two faults of "
        "which each alone would be let pass."
    ),
    "distance.unit-mix-up": (
        "The figure fits the straight line in the other unit: kilometres taken for miles or the reverse."
    ),
    "distance.shorter-than-route": "The text names a way whose length is known, and the figure is shorter than it.",
    "distance.longer-than-route": "The text names a way whose length is known, and the figure is longer than it.",
    "distance.needs-network": "The text names a way, and only a network could say how long it is.",
    "distance.extent": (
        "One of the two is an area or a border: its nearest and furthest parts are measured, not its centre."
    ),
    "distance.ambiguous-figure": "The figure's separator can be read in two ways.",
    "distance.missing-place": "One of the two places is not known.",
    "distance.puts-it-there": (
        "The text gives no position for what it speaks of but this distance and direction; the map shows the point."
    ),
    "distance.other-place": "The places are so far apart that another place of the same name is probably meant.",
    "distance.competing": (
        "The sentence gives two figures for one distance that differ by more than a tenth; at most one can hold."
    ),
    "distance.other-reading": (
        "The figure does not fit the place that the words most likely mean, but fits another that they may mean."
    ),
    "distance.negative-claim": "The text denies the distance; the check is turned around.",
    "distance.whole": (
        "The figure is that of a whole journey: held against the way through the stops that the text tells."
    ),
    "distance.bridge": (
        "A bridge or tunnel leads from the edge of one town to that of the other and may be shorter than the straight "
        "line between their middles."
    ),
    "distance.direction": (
        "The distance may hold, but the stated direction is not that of the figure seen from the ground."
    ),
}
# Town land reaches at least so far beyond the head of a bridge (chosen by us: the middle of Malmö lies 8 km off).
TOWN_EDGE_KM = 8.0
# Farther apart than this, two places are joined by more than a bridge or tunnel (the longest measures 164 km, most of
# it over land; over water or under mountains they reach 57 km).
SPANNED_KM = 60.0
_TOLERANCES = {
    "distance.direction": tolerances.DIRECTIONS,
    "distance.whole": tolerances.WHOLES,
    "distance.puts-it-there": (),
}
RULES = tuple(
    Rule(
        id=rule,
        kind="distance",
        text=text,
        tolerances=_TOLERANCES.get(rule, (*tolerances.DISTANCES, *TOLERANCES)),
    )
    for rule, text in _TEXTS.items()
)


class DistanceJudge:
    """Judges distances by the straight line, the way and the direction; the worst of them decides."""

    def __init__(self, geometry: Geometry, lengths: Lengths) -> None:
        self._geometry = geometry
        self._lengths = lengths

    def judge(self, claim: Claim) -> Verdict:
        """The verdict on a claim of distance; what only another reading of its words or names allows is doubtful."""
        verdict = _against_rival(self._judge(claim))
        if verdict.outcome is not Outcome.INCONSISTENT or claim.modality is Modality.NEGATED:
            return verdict
        for other in claim.alternatives:
            read = self._judge(replace(claim, figure=other.figure, ground=other.ground, alternatives=()))
            if read.outcome is Outcome.CONSISTENT:
                meant = next((p for p in _places(other) if p not in _places(claim)), None)
                where = ", ".join(x for x in (meant.name, meant.admin1, meant.country) if x) if meant else "the other"
                why = f"{verdict.why.rstrip('.')}; it holds if {where} is meant (--resolve NAME=ID sets it)."
                return replace(verdict, outcome=Outcome.DOUBTFUL, rule="distance.other-reading", why=why)
        return verdict

    def _judge(self, claim: Claim) -> Verdict:
        gap = self._geometry.gap(claim.ground, claim.figure) if claim.ground and claim.figure else None
        if claim.figure is not None and claim.figure.place is None and claim.direction and is_fix(claim):
            return self._placed_by(claim)
        if gap is None or claim.stated is None:
            return missing(claim, "distance.missing-place")
        finding = _of_bridge(claim, gap, self._lengths.judge(claim, gap))
        measured = dict(finding.measured)
        finding = self._with_direction(claim, gap, finding, measured)
        return settle(claim, finding, measured, gap)

    def _placed_by(self, claim: Claim) -> Verdict:
        """The verdict on words that alone put what they tell of on the map, so that nothing speaks against them."""
        verdict = missing(claim, "distance.puts-it-there")
        point, ground = constructed_point(claim), claim.ground.place if claim.ground is not None else None
        at = point.place.at if point.place is not None else None
        if (
            claim.figure is None
            or claim.modality is Modality.NEGATED
            or ground is None
            or ground.at is None
            or at is None
        ):
            return replace(verdict, rule="distance.missing-place")
        where = f"{abs(at.lat_deg):.2f}° {'NS'[at.lat_deg < 0]}, {abs(at.lon_deg):.2f}° {'EW'[at.lon_deg < 0]}"
        line = line_between(ground.at, at, distance_km(ground.at, at))
        figure = replace(claim.figure, place=point.place, score=point.score, why=point.why)
        return replace(
            verdict,
            claim=replace(claim, figure=figure),
            why=f"{verdict.why.rstrip('.')}; these words alone put it at about {where}.",
            lines=(line,),
            measured={"lat_deg": round(at.lat_deg, 4), "lon_deg": round(at.lon_deg, 4)},
        )

    def _with_direction(self, claim: Claim, gap: Gap, finding: Finding, measured: dict[str, float]) -> Finding:
        if gap.bearing_deg is not None:
            measured["bearing_deg"] = round(gap.bearing_deg, 1)
        if claim.direction is None:
            return finding
        judged = judge_direction(claim.direction, gap)
        if judged is None:
            return finding
        outcome, off = judged
        measured["bearing_error_deg"] = round(off, 1)
        seen = describe_sight(claim.direction, gap)
        name = NAMES[claim.direction]
        if outcome is Outcome.CONSISTENT:
            if is_near_limit(claim.direction, off) and finding.outcome is outcome and _is_long(claim, gap):
                why = f"{finding.why}, and it lies to the {seen}, not quite {name}: each alone would pass, both hardly"
                return replace(finding, rule="distance.both-off", outcome=Outcome.DOUBTFUL, why=why)
            return replace(finding, why=f"{finding.why}; the direction, {name}, matches ({seen})")
        said = "does not match" if outcome is Outcome.INCONSISTENT else "is doubtful"
        why = f"{finding.why}; the direction {said}: {name} is stated, it lies to the {seen}"
        if SEVERITY[outcome] > SEVERITY[finding.outcome]:
            ground = claim.ground.text if claim.ground else "the other"
            assert claim.stated is not None
            why = f"the direction {said}: {name} of {ground} is stated, but it lies to the {seen}; {finding.why}"
            return replace(finding, rule="distance.direction", outcome=outcome, why=why)
        return replace(finding, why=why)


def _of_bridge(claim: Claim, gap: Gap, finding: Finding) -> Finding:
    """What holds of a bridge or tunnel that is shorter than the straight line between the middles of two towns."""
    low = one_way(claim)[0]
    if finding.outcome is Outcome.CONSISTENT or BRIDGE not in claim.notes or low >= gap.usual_km:
        return finding
    edges, straight = sum(max(p.radius_km, TOWN_EDGE_KM) for p in _places(claim)), show_km(gap.usual_km)
    outcome = Outcome.DOUBTFUL if gap.usual_km <= SPANNED_KM else Outcome.UNVERIFIABLE
    why = f"the straight line is {straight}, and a bridge or tunnel may be only a part of the way"
    if low >= gap.usual_km - edges:
        outcome = Outcome.CONSISTENT
        why = f"the straight line is {straight}, of which the towns at both ends may take up to {show_km(edges)}"
    return replace(finding, rule="distance.bridge", outcome=outcome, why=why)


def _is_long(claim: Claim, gap: Gap) -> bool:
    """Whether a figure is over the straight line by so much that a second fault makes it doubtful.

    A figure that the text gives of a way is expected to be.
    """
    if claim.mode in PATHS:
        return False
    low = max(one_way(claim)[0], one_way(claim)[1] * (1 - ROUNDING_FLOOR.value))
    return low > tolerances.BOTH_DISTANCE.value * gap.usual_km


def _against_rival(verdict: Verdict) -> Verdict:
    """A verdict on one of two figures that a sentence gives for the same distance: they must not differ much."""
    own = verdict.claim.stated
    rival = verdict.claim.quantities[0] if verdict.claim.quantities else None
    if own is None or rival is None or verdict.outcome is Outcome.INCONSISTENT or verdict.rule == "distance.competing":
        return verdict
    a, b = convert(own.value, own.unit, "km"), convert(rival.value, rival.unit, "km")
    if min(a, b) <= 0 or max(a, b) / min(a, b) - 1 <= tolerances.RIVAL.value:
        return verdict
    why = f"{show(own)} does not match the {show(rival)} that the same sentence gives; {verdict.why}"
    return replace(verdict, outcome=Outcome.INCONSISTENT, rule="distance.competing", why=why[:1].upper() + why[1:])


def _places(claim: Claim) -> tuple[Place, ...]:
    return tuple(p.place for p in (claim.figure, claim.ground) if p is not None and p.place is not None)


__all__ = ["RULES", "DistanceJudge", "show"]
