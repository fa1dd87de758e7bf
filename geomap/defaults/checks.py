"""Which classes find, judge and compare claims; everything is imported on first use."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.interfaces import Account, Checker, Gazetteer, Network, Reviser


def event_checkers(places: Gazetteer, ways: Network) -> Sequence[Checker]:
    """The checkers of containment, nearness, routes, schedules and dates."""
    from geomap.claims.calendar import CalendarChecker
    from geomap.claims.containment import ContainmentChecker
    from geomap.claims.proximity import ProximityChecker
    from geomap.claims.route import RouteChecker
    from geomap.claims.schedule import ScheduleChecker

    return (
        ContainmentChecker(places, ways),
        ProximityChecker(places, ways),
        RouteChecker(places, ways),
        ScheduleChecker(places, ways),
        CalendarChecker(places, ways),
    )


def measure_checkers(places: Gazetteer, ways: Network) -> Sequence[Checker]:
    """The checkers of distance, direction, time and speed, which share what they read in a sentence."""
    from geomap.claims.arithmetic import ArithmeticChecker
    from geomap.claims.between import BetweenChecker
    from geomap.claims.direction import DirectionChecker
    from geomap.claims.distance import DistanceChecker
    from geomap.claims.speed import SpeedChecker
    from geomap.claims.travel_time import TravelTimeChecker
    from geomap.claims.triangle import TriangleChecker
    from geomap.claims.wording import Worder

    worder = Worder(places)
    return (
        DistanceChecker(gazetteer=places, network=ways, worder=worder),
        DirectionChecker(gazetteer=places, worder=worder),
        TravelTimeChecker(gazetteer=places, network=ways, worder=worder),
        SpeedChecker(worder),
        ArithmeticChecker(worder),
        BetweenChecker(gazetteer=places, worder=worder),
        TriangleChecker(gazetteer=places, network=ways, worder=worder),
    )


def reviewers(places: Gazetteer) -> Sequence[Reviser]:
    """What judges statements by the other statements of their text."""
    from geomap.claims.confines import ConfinesReviser

    return (ConfinesReviser(places),)


def comparers(ways: Network) -> Sequence[Account]:
    """What compares claims with each other."""
    from geomap.accounts.agreement import Agreements
    from geomap.accounts.chains import Chains
    from geomap.accounts.copies import WireCopies
    from geomap.accounts.destinations import Destinations
    from geomap.accounts.plans import Plans
    from geomap.accounts.timeline import Timelines
    from geomap.accounts.whereabouts import Whereabouts

    return (
        Agreements(),
        Whereabouts(),
        Chains(ways),
        Timelines(ways),
        Destinations(),
        Plans(),
        WireCopies(),
    )
