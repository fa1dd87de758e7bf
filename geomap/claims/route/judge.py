"""Judges ways: borders and rivers on them, the order of stops, turns, and what a network connects."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations

from geomap import tolerances
from geomap.claims.borders import km_to_line
from geomap.claims.motion.triggers import AREAS
from geomap.claims.placing import unknown
from geomap.geodesy import (
    angle_between_deg,
    bearing_deg,
    compass_azimuth_deg,
    compass_point,
    distance_km,
    geodesic_line,
)
from geomap.interfaces import Gazetteer, Network
from geomap.records import Claim, LatLon, Line, Modality, Outcome, Participant, Place, Route, Rule, Verdict

RULES = (
    Rule(
        id="route.border",
        kind="route",
        text=(
            "Who enters a country overland must come from one that borders "
            "it; by rail, the network must cross the border."
        ),
    ),
    Rule(
        id="route.crossing",
        kind="route",
        text=("The way between the places must pass the river, strait or border that it is said to cross."),
        tolerances=(tolerances.CROSSING_KM,),
    ),
    Rule(
        id="route.turn",
        kind="route",
        text=(
            "After a turn the way on must run where it is said to; a "
            "destination that was turned away from is not reached."
        ),
    ),
    Rule(
        id="route.order",
        kind="route",
        text=("Stops told in an order must not make the way much longer than the best order of them."),
        tolerances=(tolerances.VIA_DETOUR,),
    ),
    Rule(
        id="route.ends",
        kind="route",
        text=("Both ends are known places, and a network connects them where one is loaded for the mode."),
    ),
    Rule(
        id="route.link",
        kind="route",
        text=(
            "A line that is said to connect two places must exist on the "
            "network; when it was built is only confirmed where the network dates its lines."
        ),
    ),
    Rule(id="route.planned", kind="route", text="A way that is planned, expected or possible cannot be checked yet."),
    Rule(
        id="route.unknown",
        kind="route",
        text=("A place that is not known, or a way that no network tells, cannot be checked."),
    ),
)

OK, DOUBT, NO, OPEN = Outcome.CONSISTENT, Outcome.DOUBTFUL, Outcome.INCONSISTENT, Outcome.UNVERIFIABLE
# A turn is told by the side of the horizon, as a direction is (CLAIMS model v0: cardinal 67.5 at most).
_TURN_DEG = 67.5


class RouteJudge:
    """Judges claims of route over a gazetteer and a network."""

    def __init__(self, gazetteer: Gazetteer, network: Network | None) -> None:
        self._gazetteer = gazetteer
        self._network = network

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a way."""
        if claim.event == "plan" or claim.modality in (Modality.PLANNED, Modality.POSSIBLE):
            return _verdict(
                claim,
                OPEN,
                "route.planned",
                (f"{_names(claim)} is told as a plan or a possibility; a later text can settle it"),
            )
        if claim.modality is Modality.NEGATED:
            return _verdict(claim, OPEN, "route.planned", "this is denied, not told as done")
        by_form = {
            "enter": self._entered,
            "turn": self._turned,
            "cross": self._crossed,
            "connect": self._linked,
            "service": self._linked,
        }
        return by_form.get(claim.event or "", self._way)(claim)

    def _rail(self, *stops: Place) -> Route | None:
        """The railway through some stops; None where no network tells one."""
        if self._network is None or any(stop.kind in AREAS for stop in stops):
            return None
        return self._network.route(stops, mode="rail")

    def _entered(self, claim: Claim) -> Verdict:
        country = claim.figure.place if claim.figure else None
        origin = claim.ground.place if claim.ground else None
        if country is None or country.country is None:
            return _verdict(claim, OPEN, "route.unknown", f"{_names(claim)} is not known to the gazetteer")
        if origin is None or origin.country is None:
            return _verdict(
                claim, OPEN, "route.unknown", (f"the text does not tell from where {country.name} was entered")
            )
        if origin.country == country.country:
            return _verdict(claim, OK, "route.border", f"{origin.name} lies in {country.name} itself")
        if claim.mode in ("air", "sea"):
            return _verdict(
                claim, OK, "route.border", (f"{country.name} can be entered from {origin.name} by {claim.mode}")
            )
        if country.country in self._gazetteer.neighbours(origin.country):
            return self._border(claim, origin, country)
        if claim.mode is None or not self._gazetteer.neighbours(origin.country):
            return _verdict(
                claim,
                OPEN,
                "route.unknown",
                (f"{country.name} does not border on the country of {origin.name}, and the text does not tell the way"),
            )
        return _verdict(
            claim,
            DOUBT,
            "route.border",
            (f"{country.name} does not border on the country of {origin.name}; other countries lie between"),
        )

    def _border(self, claim: Claim, origin: Place, country: Place) -> Verdict:
        """Entry from a neighbour; by rail with the crossing where the network knows it."""
        start = self._gazetteer.capital_of(origin.country or "") if origin.kind == "country" else origin
        goal = self._gazetteer.capital_of(country.country or "")
        route = self._rail(start, goal) if claim.mode == "rail" and start and goal else None
        if route is not None and route.length_km is not None and route.borders:
            where = "; ".join(route.borders[:2])
            why = f"{origin.name} and {country.name} share a land border, and the railway crosses it: {where}"
            return _verdict(claim, OK, "route.border", why, route=route)
        return _verdict(claim, OK, "route.border", f"{country.name} borders on the country of {origin.name}")

    def _turned(self, claim: Claim) -> Verdict:
        start, goal = (p.place if p else None for p in (claim.ground, claim.figure))
        rest = [p for p in claim.via if p.place]
        barriers = [p for p in rest if p.role == "cross"]
        new = next((p.place for p in reversed(rest) if p.role in ("to", "at")), None)
        if goal is None or goal.at is None:
            return _verdict(claim, OPEN, "route.unknown", unknown(claim.figure))
        told: list[str] = []
        route = self._rail(start, goal) if start and claim.mode in ("rail", None) else None
        pivot: LatLon | None = None
        for barrier in barriers:
            near = self._meets(barrier, route, start, goal)
            if near is None:
                continue
            away, pivot, where = near
            if away > tolerances.CROSSING_KM.value:
                why = f"does not match: the way to {goal.name} passes {barrier.text} at {away:.0f} km at the nearest"
                return _verdict(
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
                if off > _TURN_DEG:
                    why = f"does not match: {new.name} lies {compass_point(azimuth)} of the turn, not {claim.direction}"
                    return _verdict(
                        claim, NO if off > 90 else DOUBT, "route.turn", why, measured=measured, route=route, lines=lines
                    )
                told.append(
                    f"{new.name}, where the traveller is placed next, lies {compass_point(azimuth)} of "
                    f"there ({azimuth:.0f}°)"
                )
            else:
                told.append(f"{new.name} lies {distance_km(goal.at, new.at):,.0f} km from {goal.name}")
        if not told:
            return _verdict(
                claim, OPEN, "route.unknown", (f"no known way tells where the turn away from {goal.name} was")
            )
        told.append(f"{goal.name} was not reached")
        return _verdict(claim, OK, "route.turn", "; ".join(told), measured=measured, route=route, lines=lines)

    def _meets(
        self, barrier: Participant, route: Route | None, start: Place | None, goal: Place
    ) -> tuple[float, LatLon, str] | None:
        """How near a way comes to a barrier, where, and by which station."""
        assert barrier.place
        course = self._gazetteer.outline(barrier.place.id)
        points = [(name, at) for name, at, _ in route.stations] if route else []
        if not points and start and start.at and goal.at and start.kind not in AREAS:
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

    def _crossed(self, claim: Claim) -> Verdict:
        barrier = next((p for p in claim.via if p.role == "cross"), None) or claim.figure
        start, goal = (p.place if p else None for p in (claim.ground, claim.figure))
        if barrier is None or barrier.place is None:
            return _verdict(claim, OPEN, "route.unknown", "what was crossed is not known to the gazetteer")
        if start is None or goal is None or start.kind in AREAS or goal.kind in AREAS or goal.id == barrier.place.id:
            return _verdict(
                claim, OPEN, "route.unknown", (f"the text does not tell from where to where {barrier.text} was crossed")
            )
        near = self._meets(barrier, self._rail(start, goal) if claim.mode in ("rail", None) else None, start, goal)
        if near is None:
            return _verdict(claim, OPEN, "route.unknown", f"the course of {barrier.text} is not known")
        away, _, where = near
        if away <= max(
            tolerances.CROSSING_KM.value, 0.05 * (distance_km(start.at, goal.at) if start.at and goal.at else 0)
        ):
            return _verdict(
                claim, OK, "route.crossing", (f"the way from {start.name} to {goal.name} passes {barrier.text}{where}")
            )
        return _verdict(
            claim,
            OPEN,
            "route.crossing",
            (
                f"the straight way from {start.name} to {goal.name} "
                f"passes {barrier.text} at {away:.0f} km; the actual way is not known"
            ),
        )

    def _linked(self, claim: Claim) -> Verdict:
        start, goal = (p.place if p else None for p in (claim.ground, claim.figure))
        if start is None or goal is None or start.at is None or goal.at is None:
            return _verdict(claim, OPEN, "route.unknown", f"{_names(claim)}: a place is not known to the gazetteer")
        straight = distance_km(start.at, goal.at)
        route = self._rail(start, goal) if claim.mode in ("rail", None) else None
        if claim.event == "service" or claim.mode != "rail":
            return _verdict(
                claim,
                OK,
                "route.ends",
                (f"{start.name} and {goal.name} are known, {straight:,.0f} km apart"),
                measured={"straight_km": round(straight, 1)},
            )
        if route is None or route.length_km is None:
            return _verdict(
                claim,
                OPEN,
                "route.unknown",
                (
                    f"the railway atlas does not connect {start.name} and "
                    f"{goal.name}; an OpenStreetMap extract would settle it"
                ),
            )
        measured = {"straight_km": round(straight, 1), "route_km": route.length_km}
        told = f"a railway connects {start.name} and {goal.name} ({route.length_km:,.0f} km)"
        if claim.notes:
            return _verdict(
                claim,
                DOUBT,
                "route.link",
                (f"{told}, but that it was {claim.notes[0]} is not confirmed"),
                measured=measured,
                route=route,
            )
        return _verdict(claim, OK, "route.link", told, measured=measured, route=route)

    def _way(self, claim: Claim) -> Verdict:
        """From X by Y to Z: the order of the stops, and the network where it knows the mode."""
        stops = [p.place for p in (claim.ground, *claim.via, claim.figure) if p and p.place and p.place.at]
        if len(stops) < 2:
            return _verdict(claim, OPEN, "route.unknown", f"{_names(claim)}: fewer than two places are known")
        if any(stop.kind in AREAS for stop in (stops[0], stops[-1])):
            return _verdict(claim, OK, "route.ends", f"{stops[0].name} and {stops[-1].name} are known places")
        straight = _length(stops)
        measured = {"straight_km": round(straight, 1)}
        lines = tuple(geodesic_line(a.at, b.at) for a, b in pairwise(stops) if a.at and b.at)
        best = min(_length([stops[0], *middle, stops[-1]]) for middle in permutations(stops[1:-1][:5]))
        if best > 0 and len(stops) > 3 and straight / best > tolerances.VIA_DETOUR.value:
            why = f"in the told order the way is {straight:,.0f} km, in the best order {best:,.0f} km"
            return _verdict(claim, DOUBT, "route.order", why, measured=measured, lines=lines)
        direct = _length([stops[0], stops[-1]])
        if len(stops) > 2 and direct > 50 and straight > 3 * direct:
            why = (
                f"does not match: by {', '.join(s.name for s in stops[1:-1])} the way is {straight:,.0f} km, "
                f"straight on it is {direct:,.0f} km"
            )
            return _verdict(
                claim, DOUBT if straight < 5 * direct else NO, "route.order", why, measured=measured, lines=lines
            )
        route = self._rail(*stops) if claim.mode == "rail" else None
        told = f"{stops[0].name} and {stops[-1].name} are {direct:,.0f} km apart in a straight line"
        if route is not None and route.length_km is not None:
            measured["route_km"] = route.length_km
            return _verdict(
                claim,
                OK,
                "route.ends",
                f"{told}, {route.length_km:,.0f} km by rail",
                measured=measured,
                route=route,
                lines=lines,
            )
        return _verdict(claim, OK, "route.ends", f"{told}; nothing contradicts the way", measured=measured, lines=lines)


def _length(stops: Sequence[Place]) -> float:
    return sum(distance_km(a.at, b.at) for a, b in pairwise(stops) if a.at and b.at)


def _names(claim: Claim) -> str:
    return " to ".join(p.text for p in (claim.ground, claim.figure) if p) or "the way"


def _verdict(
    claim: Claim,
    outcome: Outcome,
    rule: str,
    why: str,
    *,
    measured: dict[str, float] | None = None,
    route: Route | None = None,
    lines: tuple[Line, ...] = (),
) -> Verdict:
    people = [p for p in (claim.ground, *claim.via, claim.figure) if p and p.place]
    sources = tuple(dict.fromkeys([p.place.source for p in people if p.place] + list(route.sources if route else ())))
    return Verdict(
        claim=claim,
        outcome=outcome,
        rule=rule,
        why=why,
        measured=measured or {},
        route=route,
        lines=lines,
        score=claim.score,
        sources=sources,
    )
