"""Two distances of one place from two others, held against the distance between those: how found and judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from geomap import tolerances
from geomap.claims.distance.find import DistanceFinder
from geomap.claims.findings import Finding, show, show_km
from geomap.claims.geometry import Geometry, is_area, means_edge
from geomap.claims.participants import Participants
from geomap.claims.verdicts import missing, settle
from geomap.claims.wording import Worder, Wording
from geomap.geodesy import distance_km
from geomap.interfaces import Gazetteer, Network
from geomap.quantities import convert
from geomap.quantities.intervals import TOLERANCES
from geomap.records import Claim, ClaimKind, Outcome, Place, Reading, Route, Rule, Verdict

_TEXTS = {
    "triangle.holds": "Two stated distances and the line between their grounds can be the sides of one triangle.",
    "triangle.as-route": "The two stated distances fit the way between their grounds over a known network.",
    "triangle.does-not-close": "The two stated distances differ by more, or reach less, than the grounds lie apart.",
    "triangle.missing-place": "One of the places is not known.",
}
RULES = tuple(
    Rule(id=r, kind="triangle", text=t, tolerances=(*tolerances.DISTANCES, *TOLERANCES)) for r, t in _TEXTS.items()
)


class TriangleChecker:
    """Finds and judges triangles.

    Accepts "X is N from Y and M from Z" where N and M as they stand cannot both be straight lines: they differ by more
    than Y and Z lie apart, or together are less. What closes without a question is no statement worth a card.
    """

    def __init__(
        self,
        *,
        gazetteer: Gazetteer | None = None,
        network: Network | None = None,
        worder: Worder | None = None,
    ) -> None:
        self._worder = worder or Worder()
        self._distances = DistanceFinder(self._worder, Participants(gazetteer, network))
        self._geometry = Geometry(gazetteer)
        self._network = network

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `judge` can fire."""
        return RULES

    def find_claims(self, reading: Reading) -> Sequence[Claim]:
        """Claims in text order, without ids."""
        return [c for w in self._worder.word(reading) for c in self._in_sentence(reading, w)]

    def _in_sentence(self, reading: Reading, wording: Wording) -> Iterator[Claim]:
        if sum(1 for _ in wording.of_sort("length")) < 2:
            return
        for first, second in pairwise(self._distances.in_sentence(reading, wording)):
            claim = _join(reading, first, second)
            if claim is not None and _is_open(claim):
                yield claim

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a claim."""
        a, b = (claim.ground.place if claim.ground else None), claim.via[0].place if claim.via else None
        if a is None or b is None or a.at is None or b.at is None or claim.stated is None or not claim.quantities:
            return missing(claim, "triangle.missing-place")
        first, second = claim.stated, claim.quantities[0]
        one = [convert(v, first.unit, "km") for v in (first.low, first.high)]
        two = [convert(v, second.unit, "km") for v in (second.low, second.high)]
        least = max(0.0, one[0] - two[1], two[0] - one[1])
        most = one[1] + two[1]
        straight = distance_km(a.at, b.at)
        slack = 0.5 * (min(a.radius_km, 30) + min(b.radius_km, 30))
        measured = {
            "side_km": round(straight, 1),
            "least_km": round(least, 1),
            "most_km": round(min(most, 99_999.0), 1),
        }
        route = self._route(a, b)
        said = f"{show(first)} and {show(second)}; {a.name} and {b.name} lie {show_km(straight)} apart"
        if route is not None and route.length_km:
            measured["side_route_km"] = round(route.length_km, 1)
            said += f", {show_km(route.length_km)} by {route.mode}"
        if straight + slack >= least and straight - slack <= most:
            finding = Finding(
                "triangle.holds", Outcome.CONSISTENT, f"{said}: within their rounding the sides close", measured, route
            )
        elif route is not None and route.length_km and least <= route.length_km * 1.07 and straight - slack <= most:
            finding = Finding(
                "triangle.as-route", Outcome.CONSISTENT, f"{said}: the sides close along the way", measured, route
            )
        elif straight * tolerances.FAR_RATIO.value + slack >= least and straight - slack <= most:
            finding = Finding(
                "triangle.does-not-close", Outcome.DOUBTFUL, f"{said}: they close only along a winding way", measured
            )
        else:
            finding = Finding("triangle.does-not-close", Outcome.INCONSISTENT, f"does not match: {said}", measured)
        return settle(
            claim, finding, measured, self._geometry.gap(claim.ground, claim.via[0]) if claim.ground else None
        )

    def _route(self, a: Place, b: Place) -> Route | None:
        route = self._network.route([a, b], mode="rail") if self._network else None
        return route if route is not None and route.length_km and not route.estimated else None


def _join(reading: Reading, first: Claim, second: Claim) -> Claim | None:
    """One claim of two distances of the same place from two others."""
    figures, grounds = (first.figure, second.figure), (first.ground, second.ground)
    if None in figures or None in grounds or first.stated is None or second.stated is None:
        return None
    places = [p.place.id for p in (*figures, *grounds) if p is not None and p.place is not None]
    if len(places) < 4 or places[0] != places[1] or places[2] == places[3] or first.direction or second.direction:
        return None
    assert second.ground is not None
    assert first.ground is not None
    if any(means_edge(g) or (g.place is not None and is_area(g.place)) for g in (first.ground, second.ground)):
        return None
    start, end = min(first.stated.start, second.stated.start), max(first.end, second.end)
    return Claim(
        document=first.document,
        start=start,
        end=end,
        quote=reading.document.text[start:end],
        kind=ClaimKind.TRIANGLE,
        figure=first.figure,
        ground=first.ground,
        via=(second.ground,),
        stated=first.stated,
        quantities=(second.stated,),
        speaker=first.speaker,
        score=min(first.score, second.score),
    )


def _is_open(claim: Claim) -> bool:
    """Whether the figures as they stand, without rounding, make no triangle of straight lines."""
    a, b = (claim.ground.place if claim.ground else None), claim.via[0].place
    if a is None or b is None or a.at is None or b.at is None or claim.stated is None:
        return False
    one, two = (convert(q.value, q.unit, "km") for q in (claim.stated, claim.quantities[0]))
    side = distance_km(a.at, b.at)
    return abs(one - two) > side or one + two < side
