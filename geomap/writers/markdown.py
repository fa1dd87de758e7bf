"""Markdown for a ticket or a wiki: counts, then each document's claims with verdict and reason."""

from __future__ import annotations

import re

from geomap.layout import one_line
from geomap.records import Document, Report, Verdict
from geomap.writers.report_dict import count_outcomes

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~^$&@!]|(?<=www)\.|:(?=//)|^[-+=])")
_ICONS = {"consistent": "✓", "doubtful": "~", "inconsistent": "✗", "unverifiable": "?"}
_REFERENCES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", ":": "&#58;", "@": "&#64;", "|": "&#124;", ".": "&#46;"}


def inert(text: str) -> str:
    """Text on one line that Markdown shows as it stands: no link, no HTML, no emphasis, no heading.

    What would become a link without any mark-up ("www.", "://", "@") is written with character references.
    """
    return _ACTIVE.sub(lambda match: _REFERENCES.get(match[1], f"\\{match[1]}"), one_line(text))


class MarkdownWriter:
    """A heading, the counts as a table, then a section for each document."""

    def write(self, report: Report) -> str:
        """The whole text."""
        counts = count_outcomes(report)
        lines = ["# What the texts say about places", "", "| verdict | claims |", "|---|---|"]
        lines += [f"| {_ICONS[name]} {name} | {count} |" for name, count in counts.items()]
        for document in report.documents:
            lines += ["", *_section(report, document)]
        if report.comparisons:
            lines += ["", "## Together", ""]
            lines += [
                f"- {_ICONS[c.outcome]} **{c.outcome}** ({inert(c.kind)}; {', '.join(c.claims)}) {inert(c.why)}"
                for c in report.comparisons
            ]
        if report.sources:
            lines += ["", "## Data", ""]
            lines += [f"- {inert(' · '.join(filter(None, (s.name, s.version, s.licence))))}" for s in report.sources]
        return "\n".join(lines) + "\n"


def _section(report: Report, document: Document) -> list[str]:
    about = [document.date.isoformat() if document.date else "", document.outlet or "", document.source]
    lines = [f"## {inert(document.title or document.id)}", "", inert(" · ".join(part for part in about if part)), ""]
    verdicts = [verdict for verdict in report.verdicts if verdict.claim.document == document.id]
    return lines + ([line for verdict in verdicts for line in _claim(verdict)] or ["No claims."])


def _claim(verdict: Verdict) -> list[str]:
    claim = verdict.claim
    head = f"- {_ICONS[verdict.outcome]} **{verdict.outcome}** ({claim.id}, {claim.kind}) “{inert(claim.quote)}”  "
    return [head, f"  {inert(verdict.why)} Rule: `{verdict.rule.replace('`', '')}`."]
