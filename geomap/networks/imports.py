"""Reads networks that the user brings: OpenStreetMap extracts and GeoJSON lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from geomap.errors import MissingExtraError, UsageError
from geomap.networks import classes
from geomap.networks.fragments import Fragments, Kind
from geomap.networks.graph import Joined, join
from geomap.networks.netfile import SCALE, write_network
from geomap.records import LatLon

SUFFIX = ".geomapnet"
Tell = Callable[[str], None]
# After so many nodes or ways of a file it is told how far the reading is.
TELL_EVERY = 1_000_000


def import_osm(
    source: Path, target: Path, *, network: str = "rail", yards: bool = False, tell: Tell = lambda _: None
) -> Joined:
    """Make a network of an OpenStreetMap extract; all or nothing.

    Only the nodes of the network are kept in memory, so that memory grows with the network and not with the extract.

    Raises:
        MissingExtraError: osmium is not installed.
        UsageError: The network is not one of `classes.NETWORKS`, the extract holds none, or it cannot be read.
    """
    if network not in classes.NETWORKS:
        raise UsageError(f"network {network!r} is none of {', '.join(classes.NETWORKS)}")
    try:
        import osmium
    except ImportError as error:
        raise MissingExtraError("reading OpenStreetMap needs osmium: pip install 'geomap[osm]'") from error
    if not source.is_file():
        raise UsageError(f"{source}: no such file")
    fragments = Fragments()
    try:
        _read_ways(osmium, source, fragments, network=network, yards=yards)
        tell(f"{len(fragments.way_kind):,} ways of the {network} network with {len(fragments.refs):,} nodes")
        _read_nodes(osmium, source, fragments, tell)
        _read_stops(osmium, source, fragments, network=network)
    except RuntimeError as error:
        raise UsageError(f"{source} cannot be read as OpenStreetMap data: {error}") from error
    return _finish(fragments, source, target, network=network, licence="ODbL-1.0", tell=tell)


def _read_ways(osmium: Any, source: Path, fragments: Fragments, *, network: str, yards: bool) -> None:
    key = classes.KEYS[network]
    for way in osmium.FileProcessor(str(source), osmium.osm.WAY).with_filter(osmium.filter.KeyFilter(key)):
        tags = {tag.k: tag.v for tag in way.tags}
        if classes.wanted(tags, network, yards=yards) and len(way.nodes) > 1:
            fragments.add_way((node.ref for node in way.nodes), _kind(tags, network))


def _kind(tags: Mapping[str, str], network: str) -> Kind:
    name = tags.get("name") or tags.get("ref") or ""
    return Kind(name, classes.gauge(tags.get("gauge", "")), classes.rank(tags, network))


def _read_nodes(osmium: Any, source: Path, fragments: Fragments, tell: Tell) -> None:
    """The points of the ways' nodes; only these are kept, so that memory grows with the network."""
    only = osmium.filter.IdFilter(iter(fragments.refs))
    for count, node in enumerate(osmium.FileProcessor(str(source), osmium.osm.NODE).with_filter(only), start=1):
        if node.location.valid():
            fragments.add_point(node.id, round(node.lat * SCALE), round(node.lon * SCALE))
        if count % TELL_EVERY == 0:
            tell(f"{count:,} nodes read")


def _read_stops(osmium: Any, source: Path, fragments: Fragments, *, network: str) -> None:
    only = osmium.filter.KeyFilter(classes.STOP_KEYS[network])
    for node in osmium.FileProcessor(str(source), osmium.osm.NODE).with_filter(only):
        tags = {tag.k: tag.v for tag in node.tags}
        if classes.is_stop(tags, network):
            fragments.stations.append((tags["name"], LatLon(node.lat, node.lon)))


def import_geojson(source: Path, target: Path, *, network: str = "rail", tell: Tell = lambda _: None) -> Joined:
    """Make a network of GeoJSON lines; lines join where they share a point, points with a name are stations.

    Raises:
        UsageError: The file is no GeoJSON, or holds no lines.
    """
    if network not in classes.NETWORKS:
        raise UsageError(f"network {network!r} is none of {', '.join(classes.NETWORKS)}")
    try:
        content = json.loads(source.read_text(encoding="utf-8-sig"))
        features = content["features"] if content.get("type") == "FeatureCollection" else [content]
        fragments = _from_features(features, network)
    except FileNotFoundError as error:
        raise UsageError(f"{source}: no such file") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"{source} is no GeoJSON with lines: {error}") from error
    return _finish(fragments, source, target, network=network, licence="the file's own", tell=tell)


def _from_features(features: Iterable[Mapping[str, Any]], network: str) -> Fragments:
    fragments = Fragments()
    numbers: dict[tuple[int, int], int] = {}
    for feature in features:
        tags = {key: str(value) for key, value in (feature.get("properties") or {}).items() if value is not None}
        geometry = feature.get("geometry") or {}
        if geometry.get("type") == "Point" and tags.get("name"):
            fragments.stations.append(
                (tags["name"], LatLon(*(part / SCALE for part in _point(geometry["coordinates"]))))
            )
        for line in _lines(geometry):
            points = [_point(position) for position in line]
            if len(points) > 1:
                fragments.add_way((numbers.setdefault(point, len(numbers)) for point in points), _kind(tags, network))
    for (lat, lon), number in numbers.items():
        fragments.add_point(number, lat, lon)
    return fragments


def _point(position: Iterable[float]) -> tuple[int, int]:
    """Latitude and longitude in 1e-7 degrees of a position of GeoJSON."""
    lon, lat, *_ = position
    point = (round(float(lat) * SCALE), round(float(lon) * SCALE))
    if abs(point[0]) > 90 * SCALE or abs(point[1]) > 180 * SCALE:
        raise ValueError(f"{lat}, {lon} is no point on Earth")
    return point


def _lines(geometry: Mapping[str, Any]) -> Iterator[list[list[float]]]:
    if geometry.get("type") == "LineString":
        yield geometry["coordinates"]
    elif geometry.get("type") == "MultiLineString":
        yield from geometry["coordinates"]


def _finish(fragments: Fragments, source: Path, target: Path, *, network: str, licence: str, tell: Tell) -> Joined:
    """Join what was read, write it, and hand back what is worth telling."""
    if not fragments.way_kind:
        raise UsageError(f"{source} holds no {network} network")
    try:
        joined = join(fragments, network, tell=tell)
    except UsageError as error:
        raise UsageError(f"{source} holds ways of the {network} network, but {error}") from error
    write_network(target, joined.arrays, {**joined.facts, "source": source.name, "licence": licence})
    return joined
