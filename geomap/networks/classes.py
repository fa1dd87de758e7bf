"""Which ways of a map belong to a network, of which class they are, and how fast each class is."""

from __future__ import annotations

import re
from collections.abc import Mapping

NETWORKS = ("rail", "road", "ferry")
RAILS = frozenset({"rail", "narrow_gauge"})
# Tracks of yards and sidings, on which no train travels from place to place; crossovers stay, they join the tracks.
YARDS = frozenset({"yard", "siding", "spur"})
# Kilometres an hour of roads as a driver gets on: the car profile of OSRM 5 (profiles/car.lua, `speeds`).
ROAD_KMH = {
    "motorway": 90,
    "motorway_link": 45,
    "trunk": 85,
    "trunk_link": 40,
    "primary": 65,
    "primary_link": 30,
    "secondary": 55,
    "secondary_link": 25,
    "tertiary": 40,
    "tertiary_link": 20,
    "unclassified": 25,
    "residential": 25,
}
# … of railways and ferries (chosen by us: mean speeds between stops, of which only the order matters here).
RAIL_KMH = {"highspeed": 180, "main": 80, "": 70, "branch": 50, "narrow_gauge": 40}
FERRY_KMH = {"": 35}
KMH: Mapping[str, Mapping[str, int]] = {"rail": RAIL_KMH, "road": ROAD_KMH, "ferry": FERRY_KMH}
# The tag that makes a way one of a network's, and the nodes that are its stops.
KEYS = {"rail": "railway", "road": "highway", "ferry": "route"}
STOP_KEYS = {"rail": "railway", "road": "place", "ferry": "amenity"}
STOPS = {
    "rail": frozenset({"station", "halt"}),
    "road": frozenset({"city", "town", "village"}),
    "ferry": frozenset({"ferry_terminal"}),
}
METROS = frozenset({"subway", "light_rail", "monorail"})


def wanted(tags: Mapping[str, str], network: str, *, yards: bool = False) -> bool:
    """Whether a way with these tags belongs to a network; trams, metros and, unless `yards`, sidings do not.

    Of roads, tracks, paths and drives are left out: long journeys do not use them.
    """
    if network == "rail":
        return tags.get("railway") in RAILS and (yards or tags.get("service") not in YARDS)
    if network == "road":
        return tags.get("highway") in ROAD_KMH
    return tags.get("route") == "ferry"


def is_stop(tags: Mapping[str, str], network: str) -> bool:
    """Whether a node with these tags is a named stop of a network."""
    return (
        tags.get(STOP_KEYS[network]) in STOPS[network]
        and bool(tags.get("name"))
        and tags.get("station", "") not in METROS
    )


def rank(tags: Mapping[str, str], network: str) -> str:
    """The class of a way, one of `KMH[network]`."""
    if network == "road":
        found = tags.get("highway", "")
        return found if found in ROAD_KMH else "unclassified"
    if network == "rail":
        if tags.get("highspeed") == "yes":
            return "highspeed"
        return "narrow_gauge" if tags.get("railway") == "narrow_gauge" else _usage(tags)
    return ""


def _usage(tags: Mapping[str, str]) -> str:
    return tags["usage"] if tags.get("usage") in ("main", "branch") else ""


def gauge(text: str) -> int:
    """The first gauge in mm that a tag names, 0 for none."""
    found = re.match(r"\d{3,4}", text)
    return int(found.group()) if found else 0
