"""Tables: aligned for a terminal, tab-separated for a pipe."""

from __future__ import annotations

from dataclasses import dataclass

from geomap import layout
from geomap.records import Report
from geomap.writers.flat import rows
from geomap.writers.report_dict import count_outcomes

_ICONS = {"consistent": "✓", "doubtful": "~", "inconsistent": "✗", "unverifiable": "?"}
_COLOURS = {"consistent": "32", "doubtful": "33", "inconsistent": "1;31", "unverifiable": "2"}

_NARROW = 80
"""Columns below which a claim's kind is left out and its reason stands under its quote."""

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
            if self.width < _NARROW:
                kept = [headers.index(name) for name in ("text", "place", "id", "score")]
                headers = [headers[n] for n in kept]
                cells = [[row[n] for n in kept] for row in cells]
            return layout.columns(headers, cells, width=self.width)
        return "\n".join([*self._claims(report, several), *layout.wrap(self._counts(report), self.width, 4)]) + "\n"

    def _claims(self, report: Report, several: bool) -> list[str]:
        """The claims under the names of their documents where there are several, then the comparisons."""
        headers, cells = claim_cells(report, with_document=False)
        if not cells:
            return []
        if self.width < _NARROW:
            headers = ["claim", "verdict", "quote and why"]
            cells = [[row[0], row[2], f"“{row[3]}” {row[4]}"] for row in cells]
        at = headers.index("verdict")
        marked = [[*row[:at], f"{_ICONS[row[at]]} {row[at]}", *row[at + 1 :]] for row in cells]
        paint = {f"{_ICONS[name]} {name}": code for name, code in _COLOURS.items()} if self.colour else {}
        blocks = layout.blocks(headers, marked, width=self.width, lines=4 if self.width >= _NARROW else 9, paint=paint)
        lines, shown = list(blocks[0]), ""
        sections = [v.claim.document for v in report.verdicts] + ["together"] * len(report.comparisons)
        titles = {d.id: d.title or d.id for d in report.documents}
        for section, block in zip(sections, blocks[1:], strict=True):
            if section != shown and (several or section == "together"):
                name = layout.shorten(layout.one_line(titles.get(section, section)), self.width)
                lines += ["", f"\x1b[1m{name}\x1b[0m" if self.colour else name]
                shown = section
            lines += block
        return [*lines, ""]

    def _counts(self, report: Report) -> str:
        named = {m.place.id for m in report.mentions if m.place is not None}
        counts = ", ".join(f"{count} {name}" for name, count in count_outcomes(report).items() if count)
        claims = f"{len(report.verdicts)} claim{'' if len(report.verdicts) == 1 else 's'}"
        places = f"{len(named)} place{'' if len(named) == 1 else 's'}"
        return f"{places}, {claims}{': ' + counts if counts else ''}"
