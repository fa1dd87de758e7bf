"""W3C Web Annotation: each claim and each place anchored to the text by quote and by position."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from geomap.records import Document, Report

_CONTEXT = 32
"""Characters before and after a quote that find it again in a text that has changed elsewhere."""


class AnnotationWriter:
    """An annotation page: assessing annotations for claims, identifying ones for places."""

    def write(self, report: Report) -> str:
        """The page as JSON-LD."""
        items = [item for document in report.documents for item in _items(report, document)]
        page = {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": "urn:geomap:page:1",
            "type": "AnnotationPage",
            "items": items,
        }
        return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _items(report: Report, document: Document) -> Iterator[dict[str, Any]]:
    for verdict in report.verdicts:
        claim = verdict.claim
        if claim.document == document.id:
            bodies = [
                {"type": "TextualBody", "purpose": "tagging", "value": str(verdict.outcome)},
                {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": verdict.why},
            ]
            yield _annotation(f"claim:{claim.id}", "assessing", bodies, document, claim.start, claim.end)
    for number, placed in enumerate(report.mentions, start=1):
        if placed.mention.document == document.id and placed.place is not None:
            name, separator, geonames_id = placed.place.id.partition("geonames:")
            is_geonames = separator and not name and geonames_id.isdigit()
            iri = (
                f"https://sws.geonames.org/{geonames_id}/"
                if is_geonames
                else f"urn:geomap:place:{quote(placed.place.id)}"
            )
            body = {"type": "SpecificResource", "purpose": "identifying", "source": iri}
            yield _annotation(f"mention:{number}", "identifying", [body], document, placed.start, placed.end)


def _annotation(
    name: str, motivation: str, bodies: list[dict[str, Any]], document: Document, start: int, end: int
) -> dict[str, Any]:
    text = document.text
    return {
        "id": f"urn:geomap:{quote(document.id)}:{name}",
        "type": "Annotation",
        "motivation": motivation,
        "body": bodies,
        "target": {
            "source": document.url or f"urn:geomap:document:{quote(document.id)}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:end],
                    "prefix": text[max(0, start - _CONTEXT) : start],
                    "suffix": text[end : end + _CONTEXT],
                },
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
