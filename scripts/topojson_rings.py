"""Reads the features of a TopoJSON file as GeoJSON, and the lines that two features share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from shapely.geometry import LineString

Point = tuple[float, float]


def decode_arcs(topology: dict[str, Any], tolerance_deg: float = 0.0) -> list[list[Point]]:
    """The arcs as lon, lat; simplified each by itself, so that neighbours keep one line between them."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(list(LineString(points).simplify(tolerance_deg).coords) if tolerance_deg else points)
    return arcs


def ring_of(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def features(topology: dict[str, Any], layer: str, tolerance_deg: float = 0.0) -> Iterator[dict[str, Any]]:
    """Each polygon or multipolygon of a layer."""
    arcs = decode_arcs(topology, tolerance_deg)
    for geometry in topology["objects"][layer]["geometries"]:
        if geometry["type"] == "Polygon":
            shape: Any = [r for numbers in geometry["arcs"] if len(r := ring_of(numbers, arcs)) > 3]
        elif geometry["type"] == "MultiPolygon":
            polygons = [[ring_of(r, arcs) for r in polygon] for polygon in geometry["arcs"]]
            # At this scale the smallest islands have shrunk to a line.
            shape = [[r for r in polygon if len(r) > 3] for polygon in polygons if len(polygon[0]) > 3]
        else:
            continue
        first = geometry["arcs"][0][0]
        yield {
            "id": geometry.get("id"),
            "point": ring_of(first if isinstance(first, list) else [first], arcs)[0],
            "properties": geometry.get("properties", {}),
            "geometry": {"type": geometry["type"], "coordinates": shape},
        }


def shared_lines(
    topology: dict[str, Any], layer: str, tolerance_deg: float = 0.0
) -> dict[tuple[str, str], list[list[Point]]]:
    """(name, name) of two features to the arcs that both have."""
    arcs = decode_arcs(topology, tolerance_deg)
    owners: dict[int, set[str]] = defaultdict(set)
    for geometry in topology["objects"][layer]["geometries"]:
        stack = list(geometry.get("arcs", []))
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack.extend(item)
            else:
                owners[item if item >= 0 else ~item].add(geometry["properties"]["name"])
    lines: dict[tuple[str, str], list[list[Point]]] = defaultdict(list)
    for number, names in owners.items():
        if len(names) == 2:
            a, b = sorted(names)
            lines[a, b].append(arcs[number])
    return lines
