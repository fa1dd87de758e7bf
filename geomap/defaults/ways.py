"""Which networks stand behind the ways between places, and where imported ones are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from geomap.interfaces import Network
from geomap.records import Place


def open_networks(neighbours: Callable[[str], Iterable[str]]) -> Network:
    """The railway atlas and the shipping lanes with the user's own networks before them.

    `neighbours` gives the countries that share a land border with one.
    """
    from geomap import catalogue
    from geomap.networks import ground
    from geomap.networks.combined import Networks, OneNetwork
    from geomap.networks.overland import Overland
    from geomap.networks.rail import RailAtlas
    from geomap.networks.sea import TABLE, SeaLanes
    from geomap.networks.tracks import TrackNetwork

    own = sorted((catalogue.user_dir() / "networks").glob("*.geomapnet"))
    lanes = SeaLanes(catalogue.data_dir(), catalogue.source_of(TABLE))
    overland = Overland(ground.Ground(catalogue.data_dir()), catalogue.source_of(ground.TABLE))
    built_in: list[OneNetwork] = [RailAtlas(catalogue.data_dir(), catalogue.cache_dir()), lanes]
    return Networks([*map(TrackNetwork, own), *built_in], neighbours=neighbours, overland=overland)


def find_stations(name: str) -> Sequence[Place]:
    """Stations of the railway atlas by name, for those that no gazetteer knows."""
    from geomap import catalogue
    from geomap.networks.rail import RailAtlas

    return RailAtlas(catalogue.data_dir(), catalogue.cache_dir()).find_stations(name)


def import_network(source: Path, *, network: str, yards: bool, tell: Callable[[str], None]) -> tuple[Path, str]:
    """Make a network of the user's file (OpenStreetMap or GeoJSON); where it was put, and what it holds."""
    from geomap import catalogue
    from geomap.networks import imports

    stem = source.name.split(".")[0]
    target = catalogue.user_dir() / "networks" / f"{stem}-{network}{imports.SUFFIX}"
    if source.suffix in (".geojson", ".json"):
        joined = imports.import_geojson(source, target, network=network, tell=tell)
    else:
        joined = imports.import_osm(source, target, network=network, yards=yards, tell=tell)
    return target, joined.summary()
