"""JSON: the whole report as one object, or an object for each document on a line of its own."""

from __future__ import annotations

import json
from dataclasses import replace

from geomap.records import Document, Report
from geomap.writers.report_dict import to_dict
from geomap.writers.report_rows import Row


class JsonWriter:
    """`geomap/1`, indented as far as the rows, so that two reports can be compared line by line."""

    def write(self, report: Report) -> str:
        """The whole report."""
        return _rows_on_lines(to_dict(report))


class JsonLinesWriter:
    """A line for each document: the report of that document alone."""

    def write(self, report: Report) -> str:
        """The lines, in the order of the documents."""
        reports = [report_of(report, document) for document in report.documents]
        return "".join(_compact(to_dict(part)) + "\n" for part in reports)


class ToponymsWriter:
    """A line for each document with the places that it names, as corpora of place names have it."""

    def write(self, report: Report) -> str:
        """The lines, in the order of the documents."""
        return "".join(_compact(_toponyms(report, document)) + "\n" for document in report.documents)


def report_of(report: Report, document: Document) -> Report:
    """What a report says of one document alone."""
    mine = document.id
    verdicts = tuple(verdict for verdict in report.verdicts if verdict.claim.document == mine)
    ids = {verdict.claim.id for verdict in verdicts}
    return replace(
        report,
        documents=(document,),
        mentions=tuple(mention for mention in report.mentions if mention.mention.document == mine),
        verdicts=verdicts,
        comparisons=tuple(c for c in report.comparisons if c.claims and ids.issuperset(c.claims)),
        journeys=tuple(journey for journey in report.journeys if journey.document == mine),
    )


def _toponyms(report: Report, document: Document) -> Row:
    mentions = [mention for mention in report.mentions if mention.mention.document == document.id]
    rows = []
    for placed in mentions:
        place = placed.place
        at = place.at if place is not None else None
        number = place.id.removeprefix("geonames:") if place is not None else ""
        rows.append(
            {
                "start": placed.start,
                "end": placed.end,
                "text": placed.mention.text,
                "kind": str(placed.mention.kind),
                "lat": at.lat_deg if at is not None else None,
                "lon": at.lon_deg if at is not None else None,
                "geonameid": int(number) if number.isdigit() else None,
                "name": place.name if place is not None else None,
                "score": placed.score,
            }
        )
    return {"id": document.id, "toponyms": rows}


def _compact(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _rows_on_lines(row: Row) -> str:
    parts = []
    for key, value in row.items():
        if isinstance(value, list) and value:
            rows = ",\n".join("  " + json.dumps(item, ensure_ascii=False, allow_nan=False) for item in value)
            parts.append(f"{json.dumps(key)}: [\n{rows}\n]")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False, allow_nan=False)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"
