"""Tables: aligned for a terminal, tab-separated for a pipe."""

from __future__ import annotations

from dataclasses import dataclass

from geomap import layout
from geomap.records import Report
from geomap.writers.flat import rows
from geomap.writers.report_dict import count_outcomes

_ICONS = {"consistent": "✓", "doubtful": "~", "inconsistent": "✗", "unverifiable": "?"}
_COLOURS = {"consistent": "32", "doubtful": "33", "inconsistent": "1;31", "unverifiable": "2"}

Cells = tuple[list[str], list[list[str]]]


def claim_cells(report: Report, *, with_document: bool) -> Cells:
    """Claims and comparisons as cells; the document stands only where there are several."""
    headers = ["claim", *(["document"] if with_document else []), "kind", "verdict", "quote", "why"]
    cells = [
        [
            v.claim.id,
            *([v.claim.document] if with_document else []),
            str(v.claim.kind),
            str(v.outcome),
            v.claim.quote,
            v.why,
        ]
        for v in report.verdicts
    ]
    cells += [
        [c.id, *([""] if with_document else []), c.kind, str(c.outcome), ", ".join(c.claims), c.why]
        for c in report.comparisons
    ]
    return headers, cells


def mention_cells(report: Report, *, with_document: bool) -> Cells:
    """Mentions as cells."""
    headers = [
        *(["document"] if with_document else []),
        "start",
        "text",
        "place",
        "country",
        "lat",
        "lon",
        "id",
        "score",
    ]
    cells = []
    for row in rows(report, "mentions"):
        at = [f"{row[key]:.4f}" if row[key] is not None else "" for key in ("lat", "lon")]
        named = str(row["name"] or f"({row['why']})")
        if row["status"] != "place":
            named += f" [{row['status']}]"
        where = [str(row["start"]), str(row["quote"]), named, str(row["country"] or ""), *at, str(row["id"] or "")]
        cells.append([*([str(row["document"])] if with_document else []), *where, f"{row['score']:.2f}"])
    return headers, cells


@dataclass(frozen=True, slots=True)
class TsvWriter:
    """A line for each row, a tab between cells, nothing cut."""

    layer: str = "claims"

    def write(self, report: Report) -> str:
        """The header and the rows."""
        make = mention_cells if self.layer == "mentions" else claim_cells
        return layout.tab_separated(*make(report, with_document=True))


@dataclass(frozen=True, slots=True)
class TableWriter:
    """Aligned columns that fit a width, and the counts below them."""

    layer: str = "claims"
    width: int = 100
    colour: bool = False

    def write(self, report: Report) -> str:
        """The table; one sentence where there is nothing to put in it."""
        several = len(report.documents) > 1
        if self.layer == "mentions":
            headers, cells = mention_cells(report, with_document=several)
            if not cells:
                return "0 places\n"
            return layout.columns(headers, cells, width=self.width)
        headers, cells = claim_cells(report, with_document=several)
        if not cells:
            return f"{self._counts(report)}\n"
        at = headers.index("verdict")
        marked = [[*row[:at], f"{_ICONS[row[at]]} {row[at]}", *row[at + 1 :]] for row in cells]
        paint = {f"{_ICONS[name]} {name}": code for name, code in _COLOURS.items()} if self.colour else {}
        table = layout.columns(headers, marked, width=self.width, paint=paint)
        return f"{table}\n{self._counts(report)}\n"

    def _counts(self, report: Report) -> str:
        named = {m.place.id for m in report.mentions if m.place is not None}
        counts = ", ".join(f"{count} {name}" for name, count in count_outcomes(report).items() if count)
        claims = f"{len(report.verdicts)} claim{'' if len(report.verdicts) == 1 else 's'}"
        places = f"{len(named)} place{'' if len(named) == 1 else 's'}"
        return f"{places}, {claims}{': ' + counts if counts else ''}"
