"""The order of the stages, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from geomap import blocks, calendar_dates, quantities, sentences
from geomap.interfaces import Account, Checker, JourneyTeller, Recognizer, Resolver, Reviser
from geomap.records import Comparison, Document, Reading, Report, Route, Source, Verdict

# Stories that are checked together are few; the bound keeps a run over thousands of texts linear.
MAX_COMPANIONS = 16
# Accounts compare claims in pairs and threes; a hundred stories have about as many, a book more than pay for the time.
MAX_COMPARED = 3_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """The stages bound together; `defaults.py` builds one."""

    recognizer: Recognizer
    resolver: Resolver
    checkers: Sequence[Checker]
    accounts: Sequence[Account]
    journeys: JourneyTeller
    sources: Sequence[Source]
    version: str
    revisers: Sequence[Reviser] = ()

    def read(self, document: Document, *, outlet: str | None = None, fixed: Mapping[str, str] | None = None) -> Reading:
        """A document with its sentences, places, quantities and times."""
        mentions = self.recognizer.find_mentions(document)
        placed = self.resolver.resolve(document, mentions, outlet=outlet or document.outlet, fixed=fixed)
        return Reading(
            document=document,
            sentences=tuple(sentences.find_sentences(document.text)),
            mentions=tuple(placed),
            quantities=tuple(quantities.find_quantities(document.text)),
            times=tuple(calendar_dates.find_times(document)),
        )

    def judge(self, reading: Reading) -> list[Verdict]:
        """Every claim of a reading with its verdict, in text order."""
        judged = blocks.Repeats(self._judge_block)
        verdicts = [
            replace(verdict, claim=blocks.shift(verdict.claim, start)) if start else verdict
            for part, start in blocks.split(reading)
            for verdict in judged(part)
        ]
        return sorted(verdicts, key=lambda v: (v.claim.start, v.claim.end, v.claim.kind))

    def _judge_block(self, part: Reading) -> list[Verdict]:
        found: Sequence[Verdict] = [c.judge(claim) for c in self.checkers for claim in c.find_claims(part)]
        for reviser in self.revisers:
            found = reviser.revise(part, found)
        return list(found)

    def check(
        self,
        documents: Sequence[Document],
        *,
        outlet: str | None = None,
        fixed: Mapping[str, str] | None = None,
        watch: Callable[[Sequence[Document]], Iterable[Document]] | None = None,
    ) -> Report:
        """Read and judge all documents, then say what they tell together.

        `watch` iterates over the documents as they are read and may show how far it has come (as tqdm does).
        """
        watched = documents if watch is None else watch(documents)
        readings = with_companions([self.read(document, outlet=outlet, fixed=fixed) for document in watched])
        found = [verdict for reading in readings for verdict in self.judge(reading)]
        verdicts = with_ids(found)
        compared = verdicts[:MAX_COMPARED]
        comparisons = [c for account in self.accounts for c in account.compare(readings, compared)]
        journeys = self.journeys.find_journeys(readings, verdicts)
        return Report(
            documents=tuple(documents),
            mentions=tuple(mention for reading in readings for mention in reading.mentions),
            verdicts=tuple(verdicts),
            comparisons=tuple(numbered(comparisons)),
            journeys=tuple(replace(j, id=f"j{n}") for n, j in enumerate(journeys, start=1)),
            sources=tuple(self.sources),
            version=self.version,
        )


def with_ids(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts with claims c1, c2 and so on, and routes r1, r2; equal routes share their id."""
    routes: dict[Route, str] = {}
    out = []
    for n, verdict in enumerate(verdicts, start=1):
        route = verdict.route
        if route is not None:
            route = replace(route, id=routes.setdefault(route, f"r{len(routes) + 1}"))
        out.append(replace(verdict, claim=replace(verdict.claim, id=f"c{n}"), route=route))
    return out


def with_companions(readings: Sequence[Reading]) -> list[Reading]:
    """Each reading with the others of the run, at most `MAX_COMPANIONS` of those before and after it."""
    out = []
    for n, reading in enumerate(readings):
        near = (*readings[max(0, n - MAX_COMPANIONS) : n], *readings[n + 1 : n + 1 + MAX_COMPANIONS])
        out.append(replace(reading, companions=near))
    return out


def numbered(comparisons: Sequence[Comparison]) -> list[Comparison]:
    """The comparisons with ids x1, x2 and so on."""
    return [replace(c, id=f"x{n}") for n, c in enumerate(comparisons, start=1)]
