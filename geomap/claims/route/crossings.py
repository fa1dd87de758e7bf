"""Judges turns and crossings on the way between places."""

from __future__ import annotations

from geomap import tolerances
from geomap.claims.borders import km_to_line
from geomap.claims.placing import unknown
from geomap.claims.ways import verdict
from geomap.geodesy import (
    angle_between_deg,
    bearing_deg,
    compass_azimuth_deg,
    compass_point,
    distance_km,
    geodesic_line,
)
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, LatLon, Line, Outcome, Participant, Place, Route, Verdict

OK, DOUBT, NO, OPEN = Outcome.CONSISTENT, Outcome.DOUBTFUL, Outcome.INCONSISTENT, Outcome.UNVERIFIABLE


class Crossings:
    """Judges what a way crosses and where it turns, over a gazetteer and a network."""

    def __init__(self, gazetteer: Gazetteer, network: Network | None) -> None:
        self._gazetteer = gazetteer
        self._network = network

    def rail(self, *stops: Place) -> Route | None:
        """The railway through some stops; None where no network tells one."""
        if self._network is None or any(stop.is_wide for stop in stops):
            return None
        return self._network.route(stops, mode="rail")

    def turned(self, claim: Claim) -> Verdict:
        """What holds of a turn away from a destination."""
        start, goal = (p.place if p else None for p in (claim.ground, claim.figure))
        rest = [p for p in claim.via if p.place]
        barriers = [p for p in rest if p.role == "cross"]
        new = next((p.place for p in reversed(rest) if p.role in ("to", "at")), None)
        if goal is None or goal.at is None:
            return verdict(claim, OPEN, "route.unknown", unknown(claim.figure))
        told: list[str] = []
        route = self.rail(start, goal) if start and claim.mode in ("rail", None) else None
        pivot: LatLon | None = None
        for barrier in barriers:
            near = self._meets(barrier, route, start, goal)
            if near is None:
                continue
            away, pivot, where = near
            if away > tolerances.CROSSING_KM.value:
                why = f"does not match: the way to {goal.name} passes {barrier.text} at {away:.0f} km at the nearest"
                return verdict(
                    claim, NO if away > 4 * tolerances.CROSSING_KM.value else DOUBT, "route.crossing", why, route=route
                )
            told.append(f"the way to {goal.name} crosses {barrier.text}{where}")
        return self._after_turn(claim, goal, new, pivot, told, route)

    def _after_turn(
        self, claim: Claim, goal: Place, new: Place | None, pivot: LatLon | None, told: list[str], route: Route | None
    ) -> Verdict:
        """The way on: towards the named side, and away from the first destination."""
        lines: tuple[Line, ...] = ()
        measured: dict[str, float] = {}
        if new is not None and new.at is not None:
            turn_at = pivot or goal.at
            assert turn_at is not None and goal.at is not None
            lines = (geodesic_line(turn_at, new.at),)
            if claim.direction and distance_km(turn_at, new.at) > 1:
                azimuth = bearing_deg(turn_at, new.at)
                measured = {"bearing_deg": round(azimuth, 1)}
                off = angle_between_deg(azimuth, compass_azimuth_deg(claim.direction))
                if off > tolerances.CARDINAL_FAR.value:
                    why = f"does not match: {new.name} lies {compass_point(azimuth)} of the turn, not {claim.direction}"
                    return verdict(
                        claim, NO if off > 90 else DOUBT, "route.turn", why, measured=measured, route=route, lines=lines
                    )
                told.append(
                    f"{new.name}, where the traveller is placed next, lies {compass_point(azimuth)} of "
                    f"there ({azimuth:.0f}°)"
                )
            else:
                told.append(f"{new.name} lies {distance_km(goal.at, new.at):,.0f} km from {goal.name}")
        if not told:
            return verdict(
                claim, OPEN, "route.unknown", (f"no known way tells where the turn away from {goal.name} was")
            )
        told.append(f"{goal.name} was not reached")
        return verdict(claim, OK, "route.turn", "; ".join(told), measured=measured, route=route, lines=lines)

    def _meets(
        self, barrier: Participant, route: Route | None, start: Place | None, goal: Place
    ) -> tuple[float, LatLon, str] | None:
        """How near a way comes to a barrier, where, and by which station."""
        assert barrier.place
        course = self._gazetteer.outline(barrier.place.id)
        points = [(name, at) for name, at, _ in route.stations] if route else []
        if not points and start and start.at and goal.at and not start.is_wide:
            points = [("", at) for at in geodesic_line(start.at, goal.at, step_km=10)]
        best: tuple[float, LatLon, str] | None = None
        for name, at in points:
            away = km_to_line(at, course) if course else None
            if away is None and barrier.place.at is not None:
                away = distance_km(at, barrier.place.at)
                if away > tolerances.CROSSING_KM.value and barrier.place.kind not in ("bridge", "crossing"):
                    continue  # one point of a river cannot tell that a way does not cross it
            if away is not None and (best is None or away < best[0]):
                best = (away, at, f" near {name}" if name else "")
        return best

    def crossed(self, claim: Claim) -> Verdict:
        """What holds of a crossing."""
        barrier = next((p for p in claim.via if p.role == "cross"), None) or claim.figure
        start, goal = (p.place if p else None for p in (claim.ground, claim.figure))
        if barrier is None or barrier.place is None:
            return verdict(claim, OPEN, "route.unknown", "what was crossed is not known to the gazetteer")
        if start is None or goal is None or start.is_wide or goal.is_wide or goal.id == barrier.place.id:
            return verdict(
                claim, OPEN, "route.unknown", (f"the text does not tell from where to where {barrier.text} was crossed")
            )
        near = self._meets(barrier, self.rail(start, goal) if claim.mode in ("rail", None) else None, start, goal)
        if near is None:
            return verdict(claim, OPEN, "route.unknown", f"the course of {barrier.text} is not known")
        away, _, where = near
        if away <= max(
            tolerances.CROSSING_KM.value, 0.05 * (distance_km(start.at, goal.at) if start.at and goal.at else 0)
        ):
            return verdict(
                claim, OK, "route.crossing", (f"the way from {start.name} to {goal.name} passes {barrier.text}{where}")
            )
        return verdict(
            claim,
            OPEN,
            "route.crossing",
            (
                f"the straight way from {start.name} to {goal.name} "
                f"passes {barrier.text} at {away:.0f} km; the actual way is not known"
            ),
        )


def names(claim: Claim) -> str:
    """The ends of a way as the text names them."""
    return " to ".join(p.text for p in (claim.ground, claim.figure) if p) or "the way"
