"""`geomap data`: the gazetteer and the networks on this machine."""

from __future__ import annotations

import typer

from geomap.cli import networks, terminal

EXAMPLES = terminal.examples("geomap data status", "geomap data verify", "geomap data path")

app = typer.Typer(
    help="Show, build, check and extend the gazetteer and the networks on this machine.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@app.command()
def status() -> None:
    """Show what is there: tables, index, imports, with version, licence and size."""
    raise NotImplementedError


app.command("import-osm")(networks.import_osm)
