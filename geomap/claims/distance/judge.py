"""Judges statements of distance, with or without a direction."""

from __future__ import annotations

from dataclasses import replace

from geomap import tolerances
from geomap.claims.compass import NAMES, describe_sight, judge_direction
from geomap.claims.geometry import Gap, Geometry
from geomap.claims.lengths import Finding, Lengths, show
from geomap.claims.verdicts import SEVERITY, missing, settle
from geomap.quantities.intervals import TOLERANCES
from geomap.records import Claim, Outcome, Rule, Verdict

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
    "distance.winding-way": (
        "The figure is more than usual ways make of the straight line, less than can be ruled out."
    ),
    "distance.too-long": (
        "The figure is more than any usual way makes of the straight line, and the text names no way."
    ),
    "distance.too-short": "The figure is less than the straight line from edge to edge: nothing can be shorter.",
    "distance.short": "The figure is less than the straight line, by no more than the places' extents explain.",
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
    "distance.other-place": "The places are so far apart that another place of the same name is probably meant.",
    "distance.negative-claim": "The text denies the distance; the check is turned around.",
    "distance.direction": (
        "The distance may hold, but the stated direction is not that of the figure seen from the ground."
    ),
}
RULES = tuple(
    Rule(
        id=rule,
        kind="distance",
        text=text,
        tolerances=tolerances.DIRECTIONS if rule == "distance.direction" else (*tolerances.DISTANCES, *TOLERANCES),
    )
    for rule, text in _TEXTS.items()
)


class DistanceJudge:
    """Judges distances by the straight line, the way and the direction; the worst of them decides."""

    def __init__(self, geometry: Geometry, lengths: Lengths) -> None:
        self._geometry = geometry
        self._lengths = lengths

    def judge(self, claim: Claim) -> Verdict:
        """The verdict on a claim of distance."""
        gap = self._geometry.gap(claim.ground, claim.figure) if claim.ground and claim.figure else None
        if gap is None or claim.stated is None:
            return missing(claim, "distance.missing-place")
        finding = self._lengths.judge(claim, gap)
        measured = dict(finding.measured)
        finding = self._with_direction(claim, gap, finding, measured)
        return settle(claim, finding, measured, gap)

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
            return replace(finding, why=f"{finding.why}; the direction, {name}, matches ({seen})")
        said = "does not match" if outcome is Outcome.INCONSISTENT else "is doubtful"
        why = f"{finding.why}; the direction {said}: {name} is stated, it lies to the {seen}"
        if SEVERITY[outcome] > SEVERITY[finding.outcome]:
            ground = claim.ground.text if claim.ground else "the other"
            assert claim.stated is not None
            why = f"the direction {said}: {name} of {ground} is stated, but it lies to the {seen}; {finding.why}"
            return replace(finding, rule="distance.direction", outcome=outcome, why=why)
        return replace(finding, why=why)


__all__ = ["RULES", "DistanceJudge", "show"]
