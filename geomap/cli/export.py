"""`geomap export`: a report in, another format out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from geomap import defaults
from geomap.cli import options, terminal
from geomap.errors import TextError, UsageError
from geomap.records import Report

EXAMPLES = terminal.examples(
    "geomap check seeds -f json -o report.json --fail-on never",
    "geomap export report.json -f gpkg -o report.gpkg",
    "geomap export report.json -f md",
)


def export(
    report: Annotated[str, typer.Argument(metavar="REPORT.json", help="A report of geomap check -f json, or - .")],
    format_: Annotated[
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="The format; else by the file's suffix.")
    ] = None,
    output: options.Output = None,
    author: Annotated[str | None, typer.Option(help="For claimreview: who publishes the review.")] = None,
    url: Annotated[str | None, typer.Option(help="For claimreview: where the review is published.")] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="For html: the page's title.")] = None,
) -> None:
    """Turn a report into another format: a page, a spreadsheet, layers for a map program, annotations.

    Formats: annotation, claimreview, csv, geojson, gpkg, html, json, jsonl, kml, md, svg, tsv.
    """
    format_name = choose_format(format_, output)
    writer_options = {}
    if format_name == "claimreview":
        writer_options = {"author": author, "url": url}
    elif format_name == "html":
        writer_options = {"title": title}
    terminal.emit(defaults.WRITERS[format_name](**writer_options).write(read_report(report)), output)


def choose_format(name: str | None, output: Path | None) -> str:
    """The format asked for, or the one that the file's suffix stands for."""
    wanted = name or (output.suffix.lstrip(".") if output is not None else "")
    if not wanted:
        raise UsageError(f"which format? -f one of: {', '.join(sorted(defaults.WRITERS))}")
    known = defaults.SUFFIXES.get(f".{wanted.lower()}", wanted.lower())
    if known not in defaults.WRITERS:
        raise UsageError(f"no format {wanted!r}; choose one of: {', '.join(sorted(defaults.WRITERS))}")
    return known


def read_report(path: str) -> Report:
    """A report from its file, or from standard input."""
    content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    try:
        return defaults.read_report(content)
    except TextError as error:
        raise TextError(f"{path}: {error}") from error
