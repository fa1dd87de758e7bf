"""`geomap places`: texts in, the places they name out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import typer

from geomap import __version__, defaults
from geomap.cli import options, reading, terminal
from geomap.records import Document, MentionKind, PlacedMention, Report

EXAMPLES = terminal.examples(
    "geomap places seeds",
    "geomap places seeds --demonyms --min-score 0.5 -f csv",
    "geomap places seeds -f kml -o places.kml",
    'echo "From Lagos to Accra by road." | geomap places -f jsonl',
)


class Format(StrEnum):
    """How the places are written."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    geojson = "geojson"
    kml = "kml"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which mentions are shown: those sure enough, and adjectives and parts of names only on request."""

    min_score: float
    demonyms: bool

    def keeps(self, mention: PlacedMention) -> bool:
        """Whether this mention is shown."""
        kind = mention.mention.kind
        if kind is MentionKind.DEMONYM or kind is MentionKind.EMBEDDED:
            return self.demonyms and kind is MentionKind.DEMONYM
        return mention.score >= self.min_score


def places(
    sources: options.Sources = None,
    format_: Annotated[Format, typer.Option("--format", "-f", help="How to write the places.")] = Format.table,
    output: options.Output = None,
    min_score: Annotated[
        float, typer.Option(min=0.0, max=1.0, metavar="X", help="Only places at least this sure, 0 to 1.")
    ] = 0.0,
    demonyms: Annotated[bool, typer.Option("--demonyms", help="Also adjectives, such as Russian.")] = False,
    date: options.Date = None,
    outlet: options.Outlet = None,
    resolve: options.Resolve = None,
    encoding: options.Encoding = None,
    max_bytes: options.MaxBytes = None,
    recognizer: options.Recognizer = None,
    online: options.Online = False,
    geocoder: options.Geocoder = options.GEOCODER,
) -> None:
    """Find the places that texts name, each with its point, its id and how sure that is."""
    inputs = reading.Inputs(
        options.read_sources(sources),
        options.read_options(date, outlet, encoding, max_bytes),
        online=geocoder if online else "",
    )
    fixed = options.read_fixed(resolve)
    wanted = Wanted(min_score, demonyms)
    found = (
        (document, [m for m in mentions if wanted.keeps(m)])
        for document, mentions in reading.place_each(inputs, outlet=outlet, fixed=fixed, recognizer=recognizer)
    )
    if format_ is Format.jsonl:
        terminal.emit_lines(_lines(found), output)
    else:
        terminal.emit(_write(_report(found), format_, to_file=output is not None), output)
    inputs.finish()


def _report(found: Iterator[tuple[Document, list[PlacedMention]]]) -> Report:
    pairs = list(found)
    return Report(
        documents=tuple(document for document, _ in pairs),
        mentions=tuple(mention for _, mentions in pairs for mention in mentions),
        verdicts=(),
        sources=tuple(defaults.gazetteer().sources),
        version=__version__,
    )


def _lines(found: Iterator[tuple[Document, list[PlacedMention]]]) -> Iterator[str]:
    writer = defaults.WRITERS["toponyms"]()
    for document, mentions in found:
        content = writer.write(_one(document, mentions))
        assert isinstance(content, str)
        yield content


def _one(document: Document, mentions: Sequence[PlacedMention]) -> Report:
    return Report(documents=(document,), mentions=tuple(mentions), verdicts=())


def _write(report: Report, format_: Format, *, to_file: bool) -> str | bytes:
    if format_ is Format.csv:
        return defaults.WRITERS["csv"](layer="mentions").write(report)
    if format_ is not Format.table:
        return defaults.WRITERS[format_]().write(report)
    if to_file or not terminal.stdout_is_terminal():
        return defaults.WRITERS["tsv"](layer="mentions").write(report)
    return defaults.WRITERS["table"](layer="mentions", width=terminal.width(), colour=terminal.wants_colour()).write(
        report
    )
