"""Judges ways: borders and rivers on them, the order of stops, turns, and what a network connects."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations

from geomap import tolerances
from geomap.claims.placing import unknown
from geomap.claims.route.crossings import DOUBT, NO, OK, OPEN, Crossings, names
from geomap.claims.ways import verdict
from geomap.geodesy import (
    distance_km,
    geodesic_line,
)
from geomap.records import Claim, Modality, Place, Rule, Verdict

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
        tolerances=(tolerances.CARDINAL_FAR,),
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


class RouteJudge(Crossings):
    """Judges claims of route over a gazetteer and a network."""

    def judge(self, claim: Claim) -> Verdict:
        """What holds of a way."""
        if claim.event == "plan" or claim.modality in (Modality.PLANNED, Modality.POSSIBLE):
            return verdict(
                claim,
                OPEN,
                "route.planned",
                (f"the way to {claim.figure.text}" if claim.figure else "this")
                + " is told as a plan or a possibility; a later text can settle it",
            )
        if claim.modality is Modality.NEGATED:
            return verdict(
                claim, OPEN, "route.planned", "the text denies it, and what did not happen cannot be checked"
            )
        by_form = {
            "enter": self._entered,
            "turn": self.turned if claim.figure and claim.figure.role == "not_reached" else self._turned_to,
            "cross": self.crossed,
            "connect": self._linked,
            "service": self._linked,
        }
        return by_form.get(claim.event or "", self._way)(claim)

    def _turned_to(self, claim: Claim) -> Verdict:
        """A turn of which only the new end is told: "the flight from X was diverted to Y"."""
        start, goal = (p.place if p else None for p in (claim.ground, claim.figure))
        if goal is None or goal.at is None:
            return verdict(claim, OPEN, "route.unknown", f"{names(claim)}: a place is not known to the gazetteer")
        if start is None or start.at is None:
            told = f"the text does not tell from where or on the way to which place the turn to {goal.name} was"
            return verdict(claim, OPEN, "route.unknown", told)
        straight = distance_km(start.at, goal.at)
        told = (
            f"{start.name} and {goal.name} are {straight:,.0f} km apart in a straight line; nothing contradicts the way"
        )
        measured = {"straight_km": round(straight, 1)}
        return verdict(claim, OK, "route.ends", told, measured=measured, lines=(geodesic_line(start.at, goal.at),))

    def _entered(self, claim: Claim) -> Verdict:
        country = claim.figure.place if claim.figure else None
        origin = claim.ground.place if claim.ground else None
        if country is None or country.country is None:
            return verdict(claim, OPEN, "route.unknown", f"{names(claim)} is not known to the gazetteer")
        if origin is None or origin.country is None:
            return verdict(
                claim, OPEN, "route.unknown", (f"the text does not tell from where {country.name} was entered")
            )
        if origin.country == country.country:
            return verdict(claim, OK, "route.border", f"{origin.name} lies in {country.name} itself")
        if claim.mode in ("air", "sea"):
            return verdict(
                claim, OK, "route.border", (f"{country.name} can be entered from {origin.name} by {claim.mode}")
            )
        if country.country in self._gazetteer.neighbours(origin.country):
            return self._border(claim, origin, country)
        if claim.mode is None or not self._gazetteer.neighbours(origin.country):
            return verdict(
                claim,
                OPEN,
                "route.unknown",
                (f"{country.name} does not border on the country of {origin.name}, and the text does not tell the way"),
            )
        return verdict(
            claim,
            DOUBT,
            "route.border",
            (f"{country.name} does not border on the country of {origin.name}; other countries lie between"),
        )

    def _border(self, claim: Claim, origin: Place, country: Place) -> Verdict:
        """Entry from a neighbour; by rail with the crossing where the network knows it."""
        start = self._gazetteer.capital_of(origin.country or "") if origin.kind == "country" else origin
        goal = self._gazetteer.capital_of(country.country or "")
        route = self.rail(start, goal) if claim.mode == "rail" and start and goal else None
        if route is not None and route.length_km is not None and route.borders:
            where = "; ".join(route.borders[:2])
            why = f"{origin.name} and {country.name} share a land border, and the railway crosses it: {where}"
            return verdict(claim, OK, "route.border", why, route=route)
        return verdict(claim, OK, "route.border", f"{country.name} borders on the country of {origin.name}")

    def _linked(self, claim: Claim) -> Verdict:
        start, goal = (p.place if p else None for p in (claim.ground, claim.figure))
        if start is None or goal is None or start.at is None or goal.at is None:
            return verdict(claim, OPEN, "route.unknown", unknown(claim.ground, claim.figure))
        straight = distance_km(start.at, goal.at)
        route = self.rail(start, goal) if claim.mode in ("rail", None) else None
        if claim.event == "service" or claim.mode != "rail":
            return verdict(
                claim,
                OK,
                "route.ends",
                (f"{start.name} and {goal.name} are known, {straight:,.0f} km apart"),
                measured={"straight_km": round(straight, 1)},
            )
        if route is None or route.length_km is None:
            return verdict(
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
            return verdict(
                claim,
                DOUBT,
                "route.link",
                (f"{told}, but that it was {claim.notes[0]} is not confirmed"),
                measured=measured,
                route=route,
            )
        return verdict(claim, OK, "route.link", told, measured=measured, route=route)

    def _way(self, claim: Claim) -> Verdict:
        """From X by Y to Z: the order of the stops, and the network where it knows the mode."""
        stops = [p.place for p in (claim.ground, *claim.via, claim.figure) if p and p.place and p.place.at]
        if len(stops) < 2:
            nameless = [p for p in (claim.ground, *claim.via, claim.figure) if p and p.place is None]
            why = unknown(*nameless) if nameless else "fewer than two places of the way are known"
            return verdict(claim, OPEN, "route.unknown", why)
        if any(stop.is_wide for stop in (stops[0], stops[-1])):
            return verdict(claim, OK, "route.ends", f"{stops[0].name} and {stops[-1].name} are known places")
        straight = _length(stops)
        measured = {"straight_km": round(straight, 1)}
        lines = tuple(geodesic_line(a.at, b.at) for a, b in pairwise(stops) if a.at and b.at)
        best = min(_length([stops[0], *middle, stops[-1]]) for middle in permutations(stops[1:-1][:5]))
        if best > 0 and len(stops) > 3 and straight / best > tolerances.VIA_DETOUR.value:
            why = f"in the told order the way is {straight:,.0f} km, in the best order {best:,.0f} km"
            return verdict(claim, DOUBT, "route.order", why, measured=measured, lines=lines)
        direct = _length([stops[0], stops[-1]])
        told_ends = claim.ground is not None and claim.figure is not None  # stops alone need not lead anywhere
        if told_ends and len(stops) > 2 and direct > 50 and straight > 3 * direct:
            why = (
                f"does not match: by {', '.join(s.name for s in stops[1:-1])} the way is {straight:,.0f} km, "
                f"straight on it is {direct:,.0f} km"
            )
            return verdict(
                claim, DOUBT if straight < 5 * direct else NO, "route.order", why, measured=measured, lines=lines
            )
        route = self.rail(*stops) if claim.mode == "rail" else None
        told = f"{stops[0].name} and {stops[-1].name} are {direct:,.0f} km apart in a straight line"
        if route is not None and route.length_km is not None:
            measured["route_km"] = route.length_km
            told += f", {route.length_km:,.0f} km by rail"
            usual = self.rail(stops[0], stops[-1]) if len(stops) > 2 else None
            if usual and usual.length_km and route.length_km > tolerances.VIA_DETOUR.value * usual.length_km:
                by = ", ".join(stop.name for stop in stops[1:-1])
                told += f" by {by}, but {usual.length_km:,.0f} km by the usual way, so it is a detour"
                return verdict(claim, DOUBT, "route.order", told, measured=measured, route=route, lines=lines)
            return verdict(claim, OK, "route.ends", told, measured=measured, route=route, lines=lines)
        return verdict(claim, OK, "route.ends", f"{told}; nothing contradicts the way", measured=measured, lines=lines)


def _length(stops: Sequence[Place]) -> float:
    return sum(distance_km(a.at, b.at) for a, b in pairwise(stops) if a.at and b.at)
