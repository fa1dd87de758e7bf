"""Reads networks that the user brings: OpenStreetMap extracts and GeoJSON lines."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from geomap.errors import MissingExtraError, UsageError
from geomap.networks.joining import SCALE, Fragments, Joined, Way, join
from geomap.networks.netfile import write_network
from geomap.records import LatLon

NETWORKS = ("rail", "road", "ferry")
SUFFIX = ".geomapnet"
Tell = Callable[[str], None]
# Roads that long journeys use; tracks, paths and drives are left out.
ROADS = frozenset(
    f"{kind}{link}"
    for kind in ("motorway", "trunk", "primary", "secondary", "tertiary", "unclassified", "residential")
    for link in ("", "_link")
)
RAILS = frozenset({"rail", "narrow_gauge"})
# Tracks of yards and sidings, on which no train travels from place to place; crossovers stay, they join the tracks.
YARDS = frozenset({"yard", "siding", "spur"})


def wanted(tags: Mapping[str, str], network: str, *, yards: bool = False) -> bool:
    """Whether a way with these tags belongs to a network; trams, metros and, unless `yards`, sidings do not."""
    if network == "rail":
        return tags.get("railway") in RAILS and (yards or tags.get("service") not in YARDS)
    if network == "road":
        return tags.get("highway") in ROADS
    return tags.get("route") == "ferry"


def import_osm(
    source: Path, target: Path, *, network: str = "rail", yards: bool = False, tell: Tell = lambda _: None
) -> Joined:
    """Make a network of an OpenStreetMap extract; all or nothing.

    Only the nodes of the network are kept in memory, so that memory grows with the network and not with the extract.

    Raises:
        MissingExtraError: osmium is not installed.
        UsageError: The network is not one of `NETWORKS`, the extract holds none, or it cannot be read.
    """
    if network not in NETWORKS:
        raise UsageError(f"network {network!r} is none of {', '.join(NETWORKS)}")
    try:
        import osmium
    except ImportError as error:
        raise MissingExtraError("reading OpenStreetMap needs osmium: pip install 'geomap[osm]'") from error
    if not source.is_file():
        raise UsageError(f"{source}: no such file")
    fragments = Fragments()
    try:
        _read_ways(osmium, source, fragments, network=network, yards=yards)
        tell(f"{len(fragments.ways):,} ways of the {network} network")
        _read_nodes(osmium, source, fragments, network=network)
    except RuntimeError as error:
        raise UsageError(f"{source} cannot be read as OpenStreetMap data: {error}") from error
    return _finish(fragments, source, target, network=network, licence="ODbL-1.0", tell=tell)


def _read_ways(osmium: Any, source: Path, fragments: Fragments, *, network: str, yards: bool) -> None:
    key = {"rail": "railway", "road": "highway", "ferry": "route"}[network]
    reader = osmium.FileProcessor(str(source), osmium.osm.WAY).with_filter(osmium.filter.KeyFilter(key))
    for way in reader:
        tags = {tag.k: tag.v for tag in way.tags}
        if wanted(tags, network, yards=yards) and len(way.nodes) > 1:
            nodes = array("q", (node.ref for node in way.nodes))
            name = tags.get("name") or tags.get("ref") or ""
            fragments.ways.append(Way(nodes, name, _gauge(tags.get("gauge", ""))))


def _read_nodes(osmium: Any, source: Path, fragments: Fragments, *, network: str) -> None:
    needed = {node for way in fragments.ways for node in way.nodes}
    points = fragments.points
    for node in osmium.FileProcessor(str(source), osmium.osm.NODE).with_filter(osmium.filter.IdFilter(needed)):
        if node.location.valid():
            points[node.id] = (round(node.lat * SCALE), round(node.lon * SCALE))
    key = {"rail": "railway", "road": "place", "ferry": "amenity"}[network]
    kinds = {
        "rail": {"station", "halt"},
        "road": {"city", "town", "village"},
        "ferry": {"ferry_terminal"},
    }[network]
    reader = osmium.FileProcessor(str(source), osmium.osm.NODE).with_filter(osmium.filter.KeyFilter(key))
    for node in reader:
        tags = {tag.k: tag.v for tag in node.tags}
        if tags.get(key) in kinds and tags.get("name") and not _is_metro(tags):
            fragments.stations.append((tags["name"], LatLon(node.lat, node.lon)))


def _is_metro(tags: Mapping[str, str]) -> bool:
    return tags.get("station") in {"subway", "light_rail", "monorail"}


def _gauge(text: str) -> int:
    """The first gauge in mm that a tag names, 0 for none."""
    found = re.match(r"\d{3,4}", text)
    return int(found.group()) if found else 0


def import_geojson(source: Path, target: Path, *, network: str = "rail", tell: Tell = lambda _: None) -> Joined:
    """Make a network of GeoJSON lines; lines join where they share a point, points with a name are stations.

    Raises:
        UsageError: The file is no GeoJSON, or holds no lines.
    """
    if network not in NETWORKS:
        raise UsageError(f"network {network!r} is none of {', '.join(NETWORKS)}")
    try:
        content = json.loads(source.read_text(encoding="utf-8-sig"))
        features = content["features"] if content.get("type") == "FeatureCollection" else [content]
        fragments = _from_features(features)
    except FileNotFoundError as error:
        raise UsageError(f"{source}: no such file") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{source} is no GeoJSON with lines: {error}") from error
    return _finish(fragments, source, target, network=network, licence="the file's own", tell=tell)


def _from_features(features: Iterable[Mapping[str, Any]]) -> Fragments:
    fragments = Fragments()
    numbers: dict[tuple[int, int], int] = {}
    for feature in features:
        properties = feature.get("properties") or {}
        name = str(properties.get("name") or "")
        geometry = feature.get("geometry") or {}
        if geometry.get("type") == "Point" and name:
            lon, lat = geometry["coordinates"][:2]
            fragments.stations.append((name, LatLon(float(lat), float(lon))))
        for line in _lines(geometry):
            nodes = array("q")
            for lon, lat, *_ in line:
                point = (round(float(lat) * SCALE), round(float(lon) * SCALE))
                if abs(point[0]) > 90 * SCALE or abs(point[1]) > 180 * SCALE:
                    raise ValueError(f"{lat}, {lon} is no point on Earth")
                nodes.append(numbers.setdefault(point, len(numbers)))
                fragments.points[nodes[-1]] = point
            if len(nodes) > 1:
                fragments.ways.append(Way(nodes, name, _gauge(str(properties.get("gauge") or ""))))
    return fragments


def _lines(geometry: Mapping[str, Any]) -> Iterator[list[list[float]]]:
    if geometry.get("type") == "LineString":
        yield geometry["coordinates"]
    elif geometry.get("type") == "MultiLineString":
        yield from geometry["coordinates"]


def _finish(fragments: Fragments, source: Path, target: Path, *, network: str, licence: str, tell: Tell) -> Joined:
    """Join what was read, write it, and hand back what is worth telling."""
    known = fragments.points
    whole: list[Way] = []
    cut: list[Way] = []
    for way in fragments.ways:
        (whole if all(node in known for node in way.nodes) else cut).append(way)
    if cut:
        tell(f"{len(cut):,} ways lead out of the extract and are cut off there")
    fragments.ways = [*whole, *(piece for way in cut for piece in _inside(way, known))]
    if not fragments.ways:
        raise UsageError(f"{source} holds no {network} network")
    joined = join(fragments, tell=tell)
    facts = {
        "network": network,
        "source": source.name,
        "licence": licence,
        "gauges": joined.gauges,
        "length_km": round(joined.length_km, 1),
    }
    write_network(target, joined.arrays, facts)
    return joined


def _inside(way: Way, known: Mapping[int, tuple[int, int]]) -> Iterator[Way]:
    """The pieces of a way whose nodes are in the extract."""
    piece = array("q")
    for node in (*way.nodes, None):
        if node is not None and node in known:
            piece.append(node)
            continue
        if len(piece) > 1:
            yield Way(piece, way.name, way.gauge)
        piece = array("q")
