"""`geomap map`: texts in, one offline page out."""

from __future__ import annotations

import webbrowser
from typing import Annotated

import typer

from geomap import defaults
from geomap.cli import options, reading, terminal
from geomap.errors import UsageError
from geomap.records import Report

EXAMPLES = terminal.examples(
    "geomap map seeds -o map.html",
    'geomap map seeds -o map.html --title "Five stories"',
    "cat seeds/*.txt | geomap map -o map.html",
)

LARGEST_PAGE = 20_000_000
"""Characters of a page beyond which the user is told that it is slow to open."""


def map_(
    sources: options.Sources = None,
    output: options.Output = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    tiles: Annotated[
        str, typer.Option(metavar="none|osm|URL", help="Background tiles that the reader's browser fetches.")
    ] = "none",
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The page's title.")] = None,
    date: options.Date = None,
    outlet: options.Outlet = None,
    resolve: options.Resolve = None,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    recognizer: options.Recognizer = None,
    online: options.Online = False,
    geocoder: options.Geocoder = options.GEOCODER,
) -> None:
    """Draw what texts say about places on one self-contained page that opens without a network.

    The page holds the texts with their places numbered, a map with routes and distances, and a card for each claim
    with its verdict and reason.
    """
    if output is None and (open_ or terminal.stdout_is_terminal()):
        raise UsageError("where should the page go? Name a file: -o map.html")
    check_tiles(tiles)
    inputs = reading.Inputs(
        options.read_sources(sources),
        options.read_options(date, outlet, encoding, max_bytes),
        online=geocoder if online else "",
    )
    fixed = options.read_fixed(resolve)
    report = reading.check(inputs, outlet=outlet, fixed=fixed, recognizer=recognizer)
    page = defaults.WRITERS["html"](title=title, tiles=tiles).write(report)
    if len(page) > LARGEST_PAGE:
        terminal.warn(
            f"the page has {len(page) / 1e6:.0f} MB, which a browser opens slowly: map fewer texts at once",
            quietly=True,
        )
    terminal.emit(page, output)
    if output is not None:
        terminal.note(f"{output}: {summarise(report)}")
    if open_ and output is not None:
        webbrowser.open(output.resolve().as_uri())
    inputs.finish()


def check_tiles(tiles: str) -> None:
    """Refuse what is no tile source, and say what the chosen one means."""
    if tiles == "none":
        return
    if tiles != "osm" and not tiles.startswith(("https://", "http://")):
        raise UsageError(f"--tiles {tiles}: choose none, osm, or an address with {{z}}, {{x}} and {{y}} in it")
    if tiles == "osm":
        terminal.warn("OpenStreetMap refuses tiles to pages opened from disk; serve the page over http", quietly=True)


def summarise(report: Report) -> str:
    """How many documents, places and claims, and how the claims stand."""
    places = {mention.place.id for mention in report.mentions if mention.place is not None}
    outcomes = [str(verdict.outcome) for verdict in report.verdicts]
    counts = ", ".join(f"{outcomes.count(o)} {o}" for o in dict.fromkeys(sorted(outcomes)))
    documents = f"{len(report.documents)} document{'s' if len(report.documents) != 1 else ''}"
    return f"{documents}, {len(places)} places, {len(outcomes)} claims{f' ({counts})' if counts else ''}"
