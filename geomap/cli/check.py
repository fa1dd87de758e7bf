"""`geomap check`: texts in, a verdict for each claim out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated

import typer

from geomap import defaults
from geomap.cli import options, reading, status, terminal
from geomap.records import Report

EXAMPLES = terminal.examples(
    "geomap check seeds",
    "geomap check seeds -f json -o report.json",
    "geomap check seeds --date 2023-09-12 --fail-on never",
    'echo "Lyon is 2,000 km north of Marseille." | geomap check --fail-on never',
)


class Format(StrEnum):
    """How the verdicts are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    geojson = "geojson"
    md = "md"


_FAILING: Mapping[options.FailOn, tuple[str, ...]] = {
    options.FailOn.inconsistent: ("inconsistent",),
    options.FailOn.doubtful: ("inconsistent", "doubtful"),
    options.FailOn.unverifiable: ("inconsistent", "doubtful", "unverifiable"),
    options.FailOn.never: (),
}


def check(
    sources: options.Sources = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to write the verdicts.")] = Format.table,
    output: options.Output = None,
    fail_on: Annotated[
        options.FailOn, typer.Option(help="End with status 1 from this verdict on.")
    ] = options.FailOn.inconsistent,
    date: options.Date = None,
    outlet: options.Outlet = None,
    resolve: options.Resolve = None,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    recognizer: options.Recognizer = None,
    online: options.Online = False,
    geocoder: options.Geocoder = options.GEOCODER,
) -> None:
    """Check what texts say about places: every distance, direction, route, time and date gets a verdict.

    Ends with status 0 if nothing is as bad as --fail-on says, and with status 1 if something is.
    """
    inputs = reading.Inputs(
        options.read_sources(sources),
        options.read_options(date, outlet, encoding, max_bytes),
        online=geocoder if online else "",
    )
    fixed = options.read_fixed(resolve)
    outcomes: set[str] = set()
    if format_ is Format.jsonl:
        reports = reading.check_each(inputs, outlet=outlet, fixed=fixed, recognizer=recognizer)
        terminal.emit_lines(_lines(reports, outcomes), output)
    else:
        report = reading.check(inputs, outlet=outlet, fixed=fixed, recognizer=recognizer)
        outcomes.update(_outcomes(report))
        terminal.emit(_write(report, format_, to_file=output is not None), output)
    failing = outcomes.intersection(_FAILING[fail_on])
    inputs.finish(status.FINDINGS if failing else status.DONE)


def _outcomes(report: Report) -> Iterator[str]:
    yield from (str(verdict.outcome) for verdict in report.verdicts)
    yield from (str(comparison.outcome) for comparison in report.comparisons)


def _lines(reports: Iterator[Report], outcomes: set[str]) -> Iterator[str]:
    writer = defaults.WRITERS["jsonl"]()
    for report in reports:
        outcomes.update(_outcomes(report))
        content = writer.write(report)
        assert isinstance(content, str)
        yield content


def _write(report: Report, format_: Format, *, to_file: bool) -> str | bytes:
    if format_ is not Format.table:
        return defaults.WRITERS[format_]().write(report)
    if to_file or not terminal.stdout_is_terminal():
        return defaults.WRITERS["tsv"]().write(report)
    return defaults.WRITERS["table"](width=terminal.width(), colour=terminal.wants_colour()).write(report)
