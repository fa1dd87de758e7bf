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


_MORE = """\b
Options that always hold may stand in a file geomap.toml here or in a folder
above: date = 2023-09-12, [check] fail-on = "doubtful", [resolve] Khasan = "…".

"""


@app.callback(
    epilog=_MORE + terminal.examples("geomap map seeds -o map.html", "geomap check seeds", "geomap lookup Khasan")
)
def _before_command(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress, only errors.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="More notes; tracebacks with errors.")] = False,
) -> None:
    """Check what texts say about places: distances, directions, routes and times, on an offline map."""
    terminal.set_level(quiet=quiet, verbose=verbose)


for name, command, epilog, short in (
    ("map", map.map_, map.EXAMPLES, "Draw texts on one page that opens offline."),
    ("check", check.check, check.EXAMPLES, "Judge what texts say about places."),
    ("places", places.places, places.EXAMPLES, "Find the places that texts name."),
    ("lookup", lookup.lookup, lookup.EXAMPLES, "Find the places of a name."),
    ("route", route.route, route.EXAMPLES, "Measure the way between places."),
    ("export", export.export, export.EXAMPLES, "Turn a report into another format."),
    ("explain", explain.explain, explain.EXAMPLES, "Tell a rule, or why a claim has its verdict."),
):
    app.command(name, epilog=epilog, short_help=short)(command)
app.add_typer(data.app, name="data", epilog=data.EXAMPLES, short_help="Show, build and extend the data.")


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(status.run(app, sys.argv[1:]))
