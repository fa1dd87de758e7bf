"""`geomap route`: the way between places."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from geomap.cli import terminal

EXAMPLES = terminal.examples("geomap route Pyongyang Vladivostok", "geomap route Pyongyang Vladivostok Khasan -f json")


class Mode(StrEnum):
    """What the way is made of."""

    rail = "rail"
    road = "road"
    straight = "straight"
    all = "all"


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
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to write it.")] = Format.table,
) -> None:
    """Measure the way between places, station by station, and say where the kilometres come from."""
    raise NotImplementedError
