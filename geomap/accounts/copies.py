"""Notices wire copy: sentences that several papers print alike, and sources that several statements share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from geomap.accounts.stops import spoken
from geomap.records import Comparison, Outcome, Reading, Rule, Verdict

RULES = (
    Rule(
        id="wire_copy.sentence",
        kind="wire_copy",
        text="Sentences of different texts that share most of their runs of four words come from one source.",
    ),
)
# Four words in a row rarely agree by chance; more than half of them in a sentence of ten words never (chosen by us).
_RUN, _SHARE, _WORDS = 4, 0.5, 10
_WORD = re.compile(r"\w+")


class WireCopies:
    """Tells which statements of different texts are copies of one another."""

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that a comparison can name."""
        return RULES

    def compare(self, readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Sequence[Comparison]:
        """One comparison for each pair of claims whose sentences are nearly the same."""
        return spoken(list(_copies(readings, verdicts)))


def _copies(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    if len({v.claim.document for v in verdicts}) < 2:
        return  # a text is no copy of itself
    by_id = {reading.document.id: reading for reading in readings}
    sentences = [(v, _runs(sentence_of(by_id, v))) for v in verdicts]
    seen: set[tuple[str, str]] = set()
    by_run: dict[tuple[str, ...], list[int]] = {}
    for n, (_, runs) in enumerate(sentences):
        for run in runs:
            by_run.setdefault(run, []).append(n)
    pairs = {pair for found in by_run.values() if len(found) <= 40 for pair in combinations(sorted(set(found)), 2)}
    for a, b in sorted(pairs):
        (one, left), (other, right) = sentences[a], sentences[b]
        key = (one.claim.document, other.claim.document)
        if one.claim.document == other.claim.document or one.claim.kind != other.claim.kind or key in seen:
            continue
        share = len(left & right) / max(1, min(len(left), len(right)))
        if share > _SHARE and min(len(left), len(right)) >= _WORDS - _RUN + 1:
            seen.add(key)
            why = (
                f"both texts print nearly the same sentence ({share:.0%} of its runs of words), so they are one "
                f"source, not two"
            )
            yield Comparison(
                id="",
                kind="wire_copy",
                claims=(one.claim.id, other.claim.id),
                outcome=Outcome.CONSISTENT,
                why=why,
                rule="wire_copy.sentence",
            )


def sentence_of(readings: Mapping[str, Reading], verdict: Verdict) -> str:
    """The sentence in which a claim begins; `readings` by the ids of their documents."""
    claim, reading = verdict.claim, readings.get(verdict.claim.document)
    if reading is None:
        return claim.quote
    at = bisect_right(reading.sentences, claim.start, key=lambda sentence: sentence.start) - 1
    if at < 0 or claim.start >= reading.sentences[at].end:
        return claim.quote
    return reading.document.text[reading.sentences[at].start : reading.sentences[at].end]


def _runs(sentence: str) -> frozenset[tuple[str, ...]]:
    words = [word.lower() for word in _WORD.findall(sentence)]
    return frozenset(tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))


def independence(verdicts: Sequence[Verdict]) -> str:
    """What to say about statements that name the same source; empty where they do not."""
    speakers = [v.claim.speaker for v in verdicts if v.claim.speaker]
    shared = sorted(speaker for speaker, count in Counter(speakers).items() if count > 1)
    return f"; not independent, as they cite the same source ({', '.join(shared)})" if shared else ""


def comparison_of(kind: str, verdicts: Sequence[Verdict], outcome: Outcome, rule: str, why: str) -> Comparison:
    """A comparison of claims with their sources, which says where they are not independent."""
    ids = tuple(dict.fromkeys(v.claim.id for v in verdicts))
    sources = tuple(dict.fromkeys(source for v in verdicts for source in v.sources))
    return Comparison(
        id="", kind=kind, claims=ids, outcome=outcome, why=why + independence(verdicts), rule=rule, sources=sources
    )
