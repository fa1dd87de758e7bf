"""The command line: one module for each command."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from geomap import __version__
from geomap.cli import check, data, explain, export, lookup, map, places, route, status, terminal

app = typer.Typer(
    name="geomap",
    help="Check what texts say about places: distances, directions, routes and times, on an offline map.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"geomap {__version__}")
        raise typer.Exit


@app.callback(epilog=terminal.examples("geomap map seeds -o map.html", "geomap check seeds", "geomap lookup Khasan"))
def _before_command(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress, only errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="More notes; tracebacks with errors.")] = False,
) -> None:
    """Check what texts say about places: distances, directions, routes and times, on an offline map."""
    terminal.set_level(quiet=quiet, verbose=verbose)


for name, command, epilog in (
    ("map", map.map_, map.EXAMPLES),
    ("check", check.check, check.EXAMPLES),
    ("places", places.places, places.EXAMPLES),
    ("lookup", lookup.lookup, lookup.EXAMPLES),
    ("route", route.route, route.EXAMPLES),
    ("export", export.export, export.EXAMPLES),
    ("explain", explain.explain, explain.EXAMPLES),
):
    app.command(name, epilog=epilog)(command)
app.add_typer(data.app, name="data", epilog=data.EXAMPLES)


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(status.run(app, sys.argv[1:]))
