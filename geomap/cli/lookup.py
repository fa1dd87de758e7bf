"""`geomap lookup`: the places of a name."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from geomap.cli import terminal

EXAMPLES = terminal.examples(
    "geomap lookup Khasan", "geomap lookup Paris --country US -n 3", "geomap lookup Paris -f json"
)


class Format(StrEnum):
    """How the places are written."""

    table = "table"
    json = "json"
    csv = "csv"


def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any spelling or script.")],
    country: Annotated[str | None, typer.Option(metavar="CC", help="Only this country (ISO code).")] = None,
    near: Annotated[str | None, typer.Option(metavar="LAT,LON", help="Nearest to this point first.")] = None,
    limit: Annotated[int, typer.Option("-n", metavar="N", help="At most this many.")] = 10,
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to write them.")] = Format.table,
) -> None:
    """Find the places of a name in the offline gazetteer, most prominent first."""
    raise NotImplementedError
