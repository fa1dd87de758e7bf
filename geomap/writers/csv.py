"""CSV for spreadsheets: quote, start, end, status, id, lat, lon, then whatever else the layer has."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from geomap.records import Report
from geomap.writers.flat import Cell, rows

# Spreadsheets run a cell that begins with one of these; the wide forms are read as the narrow ones by some.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠|")


@dataclass(frozen=True, slots=True)
class CsvWriter:
    """One layer of a report; a text that a spreadsheet would run as a formula gets an apostrophe before it."""

    layer: str = "claims"

    def write(self, report: Report) -> str:
        """The header and a line for each row."""
        found = rows(report, self.layer)
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        if found:
            writer.writerow(found[0])
        else:
            writer.writerow(COLUMNS.get(self.layer, ("id",)))
        for row in found:
            writer.writerow([guarded(cell) for cell in row.values()])
        return out.getvalue()


COLUMNS = {
    "claims": ("quote", "start", "end", "status", "id", "lat", "lon"),
    "mentions": ("quote", "start", "end", "status", "id", "lat", "lon"),
}
"""The header of a layer without rows."""


def guarded(cell: Cell) -> str | int | float:
    """A cell that no spreadsheet runs; numbers stay numbers."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return cell
    text = cell.replace("\x00", "")
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) else text
