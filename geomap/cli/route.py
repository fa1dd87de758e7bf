"""`geomap route`: the way between places."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Any

import typer

from geomap import defaults
from geomap.cli import terminal
from geomap.cli.stops import choose_places
from geomap.errors import UsageError
from geomap.geodesy import geodesic_line, unwrap
from geomap.interfaces import Network
from geomap.records import Line, Place, Route, Source

EXAMPLES = terminal.examples(
    "geomap route Pyongyang Vladivostok",
    "geomap route Pyongyang Vladivostok Khasan -f json",
    "geomap route Sydney Perth Adelaide --mode all",
    "geomap route 'Paris, Texas' Dallas",
    "geomap route Beijing Kunming --ways 3",
)


class Mode(StrEnum):
    """What the way is made of."""

    rail = "rail"
    road = "road"
    sea = "sea"
    straight = "straight"
    all = "all"


class By(StrEnum):
    """What ways are compared by."""

    usual = "usual"
    km = "km"
    time = "time"
    conventional = "conventional"


# How other ways are told of, by `--by`; they are where their length differs by more than this share (chosen by us).
OTHERWISE = {"conventional": "off high-speed lines", "km": "by the shortest way"}
DIFFERENT = 0.03


class Format(StrEnum):
    """How the ways are written."""

    table = "table"
    json = "json"
    geojson = "geojson"


def route(
    start: Annotated[str, typer.Argument(metavar="FROM", help="Where the way begins: a name or a place id.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="Where it ends.")],
    via: Annotated[list[str] | None, typer.Argument(metavar="VIA", help="Stops between, in order.")] = None,
    mode: Annotated[Mode, typer.Option(help="Which network.")] = Mode.rail,
    by: Annotated[
        By, typer.Option(help="Which way: the usual, the shortest, the fastest, that off fast lines.")
    ] = By.usual,
    ways: Annotated[int, typer.Option(metavar="N", min=1, help="Up to so many ways that differ.")] = 1,
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = Format.table,
) -> None:
    """Measure the way between places, station by station, and say where the kilometres come from."""
    if ways > 1 and via:
        raise UsageError("--ways: give two places; stops between them say which way is meant")
    network = defaults.network()
    stops = choose_places([start, *(via or []), end], mode="rail" if mode is Mode.all else mode.value)
    modes = ["rail", "road", "sea", "straight"] if mode is Mode.all else [mode.value]
    routes = [find_route(network, stops, mode=each, by="" if by is By.usual else by.value) for each in modes]
    if ways > 1:
        routes = [way for first in routes for way in (first, *other_ways(network, first, limit=ways - 1))]
    others = otherwise(network, routes[0]) if by is By.usual and ways == 1 else {}
    if mode is Mode.all:
        routes = [r for r in routes if r.mode != "sea" or (r.length_km is not None and not r.estimated)]
    if format_ is Format.json:
        terminal.emit(
            json.dumps(
                {"routes": [to_dict(routes[0]) | {"otherwise_km": others}, *map(to_dict, routes[1:])]},
                ensure_ascii=False,
                indent=2,
            )
        )
    elif format_ is Format.geojson:
        terminal.emit(json.dumps(to_geojson(routes), ensure_ascii=False))
    else:
        told = "".join(f"  {OTHERWISE[each]} it is {km:,.0f} km (--by {each})\n" for each, km in others.items())
        terminal.emit("\n".join([to_table(routes[0]) + told, *map(to_table, routes[1:])]))


def find_route(network: Network, stops: Sequence[Place], *, mode: str, by: str = "") -> Route:
    """The way by a mode; an estimate where no network knows the mode at all."""
    if mode == "straight":
        return straight(stops)
    route = network.route(stops, mode=mode, by=by)
    if route is not None:
        return network.explain(route)
    parts = [network.estimate(a, b, mode=mode) for a, b in pairwise(stops)]
    return Route(
        mode=mode,
        stops=tuple(stops),
        length_km=round(sum(p.length_km or 0.0 for p in parts), 1),
        length_source=parts[0].length_source,
        straight_km=sum(p.straight_km for p in parts),
        low_km=sum(p.low_km or 0.0 for p in parts),
        high_km=sum(p.high_km or 0.0 for p in parts),
        geometry=tuple(line for p in parts for line in p.geometry),
        sources=parts[0].sources,
        estimated=True,
        why="; ".join(dict.fromkeys(p.why for p in parts)),
    )


def other_ways(network: Network, first: Route, *, limit: int) -> list[Route]:
    """Ways between the same places that differ from a first one, the shortest first."""
    if first.length_km is None or first.estimated or first.mode == "straight":
        return []
    found = network.alternatives(first.stops[0], first.stops[-1], mode=first.mode, limit=limit + 1)
    return [way for way in found if way.stations != first.stations or way.length_km != first.length_km][:limit]


def otherwise(network: Network, route: Route) -> dict[str, float]:
    """The km of the way off high-speed lines and of the shortest one, where they are others than a way by rail."""
    if route.mode != "rail" or route.length_km is None or route.estimated:
        return {}
    found: dict[str, float] = {}
    for by in OTHERWISE:
        if by == By.conventional and not any(leg.kind == "highspeed" for leg in route.legs):
            continue
        way = network.route(route.stops, mode="rail", by=by)
        known = (route.length_km, *found.values())
        if way and way.length_km and all(abs(way.length_km / km - 1.0) > DIFFERENT for km in known if km):
            found[by] = way.length_km
    return found


def straight(stops: Sequence[Place]) -> Route:
    """The straight lines from stop to stop."""
    lines: tuple[Line, ...] = tuple(geodesic_line(a.at, b.at) for a, b in pairwise(stops) if a.at and b.at)
    length = defaults.network().estimate
    parts = [length(a, b, mode="straight").straight_km for a, b in pairwise(stops)]
    return Route(
        mode="straight",
        stops=tuple(stops),
        length_km=round(sum(parts), 1),
        length_source="geodesic on WGS84",
        straight_km=sum(parts),
        geometry=lines,
        sources=(Source(name="GeographicLib (Karney 2013)"),),
    )


def to_dict(route: Route) -> dict[str, Any]:
    """A route as CONTRACT names its parts."""
    ratio = route.length_km / route.straight_km if route.length_km is not None and route.straight_km else None
    return {
        "mode": route.mode,
        "stops": [{"id": p.id, "name": p.name} for p in route.stops],
        "length_km": route.length_km,
        "length_source": route.length_source,
        "low_km": _rounded(route.low_km),
        "high_km": _rounded(route.high_km),
        "straight_km": _rounded(route.straight_km),
        "ratio": round(ratio, 3) if ratio is not None else None,
        "legs": [
            {"from": leg.start, "to": leg.end, "km": leg.length_km, "line": leg.line, "source": leg.source.name}
            for leg in route.legs
        ],
        "gauge_breaks": list(route.gauge_breaks),
        "borders": list(route.borders),
        "estimated": route.estimated,
        "why": route.why,
    }


def _rounded(km: float | None) -> float | None:
    return None if km is None else round(km, 1)


def to_geojson(routes: Sequence[Route]) -> dict[str, Any]:
    """The routes as lines, and the stations they lead through as points."""
    features: list[dict[str, Any]] = []
    for route in routes:
        lines = [[[round(p.lon_deg, 5), round(p.lat_deg, 5)] for p in unwrap(line)] for line in route.geometry]
        geometry = {"type": "MultiLineString", "coordinates": lines} if lines else None
        told = {key: value for key, value in to_dict(route).items() if key != "legs"}
        features.append({"type": "Feature", "geometry": geometry, "properties": told})
        features += [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [at.lon_deg, at.lat_deg]},
                "properties": {"name": name, "km": round(km, 1), "mode": route.mode},
            }
            for name, at, km in route.stations
        ]
    return {"type": "FeatureCollection", "features": features}


def _length(route: Route) -> str:
    if route.length_km is None:
        return "no length"
    if not route.estimated or route.low_km is None or route.high_km is None:
        return f"{route.length_km:,.0f} km"
    return f"about {route.length_km:,.0f} km, an estimate ({route.low_km:,.0f} to {route.high_km:,.0f} km)"


def to_table(route: Route) -> str:
    """Legs by line, then the length, its source, the straight line, gauge breaks and borders."""
    rows: list[list[str]] = []
    halts = {stop.name for stop in route.stops}
    for leg in route.legs:
        if rows and rows[-1][3] == leg.line and leg.start not in halts:
            rows[-1][1], rows[-1][2] = leg.end, f"{float(rows[-1][2]) + leg.length_km:.1f}"
        else:
            rows.append([leg.start, leg.end, f"{leg.length_km:.1f}", leg.line, leg.source.name])
    legs = terminal.table(["from", "to", "km", "line", "source"], rows) if rows else ""
    names = " - ".join(p.name for p in route.stops)
    length = _length(route)
    facts = [f"{names} by {route.mode}" if route.mode != "straight" else f"{names} in a straight line", length]
    if route.length_km is not None and route.mode != "straight" and route.straight_km:
        facts.append(f"straight line {route.straight_km:,.0f} km, ratio {route.length_km / route.straight_km:.2f}")
    lines = [": ".join(facts[:2]) + "".join(f" ({fact})" for fact in facts[2:])]
    lines += [f"  kilometres: {route.length_source}"] if route.length_source else []
    lines += [f"  gauge break at {found}" for found in route.gauge_breaks]
    lines += [f"  border {found}" for found in route.borders]
    lines += [f"  {route.why}"] if route.why else []
    twice = {a.name: a.id for a, b in pairwise(route.stops) if a.id == b.id}
    lines += [
        f"  {name} ({place}) is there twice; geomap lookup {name!r} lists others" for name, place in twice.items()
    ]
    return (legs.rstrip("\n") + "\n" if legs else "") + "\n".join(lines) + "\n"
