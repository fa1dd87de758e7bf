"""`geomap data import-osm`: networks that the user brings."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from geomap import defaults
from geomap.cli import terminal

EXAMPLES = terminal.examples("geomap data import-osm rails.geojson --network rail")


class Network(StrEnum):
    """What is taken from the file."""

    rail = "rail"
    road = "road"
    ferry = "ferry"


def import_osm(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="OpenStreetMap extracts or GeoJSON lines.")],
    network: Annotated[Network, typer.Option(help="What to take from them.")] = Network.rail,
    yards: Annotated[bool, typer.Option("--yards", help="Take sidings and yards as well.")] = False,
) -> None:
    """Make networks of your own files; they are asked before the built-in railway atlas."""
    for file in files:
        target, summary = defaults.import_network(file, network=network.value, yards=yards, tell=terminal.note)
        terminal.emit(f"{file.name}: {summary}")
        terminal.note(f"written to {target}")
