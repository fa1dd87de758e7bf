"""schema.org ClaimReview: a publisher's verdict on a claim, so it needs to be told who publishes it and where."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from geomap.errors import UsageError
from geomap.records import Document, Outcome, Report, Verdict

_RATINGS = {
    Outcome.CONSISTENT: (5, "Matches geography"),
    Outcome.DOUBTFUL: (3, "Doubtful"),
    Outcome.INCONSISTENT: (1, "Does not match geography"),
}


@dataclass(frozen=True, slots=True)
class ClaimReviewWriter:
    """A list of reviews; claims that cannot be verified are left out.

    The rating is a proposal: a person has to stand behind it before it is published.
    """

    author: str | None = None
    url: str | None = None

    def write(self, report: Report) -> str:
        """The reviews as JSON-LD.

        Raises:
            UsageError: There is no author or no address to publish at.
        """
        if not self.author or not self.url or not self.url.startswith(("https://", "http://")):
            raise UsageError(
                "claimreview asserts a publisher's verdict: say whose with --author NAME and where with --url https://…"
            )
        documents = {document.id: document for document in report.documents}
        reviews = [
            self._review(verdict, documents[verdict.claim.document])
            for verdict in report.verdicts
            if verdict.outcome in _RATINGS and verdict.claim.document in documents
        ]
        return json.dumps(reviews, ensure_ascii=False, indent=1) + "\n"

    def _review(self, verdict: Verdict, document: Document) -> dict[str, Any]:
        rating, name = _RATINGS[verdict.outcome]
        claim: dict[str, Any] = {"@type": "Claim"}
        if document.outlet:
            claim["author"] = {"@type": "Organization", "name": document.outlet}
        if document.date is not None:
            claim["datePublished"] = document.date.isoformat()
        if document.url:
            claim["appearance"] = {"@type": "CreativeWork", "url": document.url}
        return {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": f"{self.url}#claim-{verdict.claim.id}",
            "claimReviewed": verdict.claim.quote,
            "reviewBody": verdict.why,
            "author": {"@type": "Organization", "name": self.author},
            "itemReviewed": claim,
            "reviewRating": {
                "@type": "Rating",
                "ratingValue": rating,
                "bestRating": 5,
                "worstRating": 1,
                "alternateName": name,
            },
        }
