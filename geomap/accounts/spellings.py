"""Tells which spellings of a run mean one place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from geomap.accounts.copies import comparison_of
from geomap.records import Comparison, MentionKind, Outcome, Place, Reading, Rule, Verdict

ALIAS = Rule(id="alias.place", kind="alias", text="Names that the gazetteer gives one place are spellings of it.")


def find_aliases(readings: Sequence[Reading], verdicts: Sequence[Verdict]) -> Iterator[Comparison]:
    """Places that the run spells in several ways."""
    spellings: dict[str, tuple[Place, dict[str, str]]] = {}
    for reading in readings:
        for mention in reading.mentions:
            if (
                mention.place is None
                or mention.mention.kind is not MentionKind.PLACE
                or mention.place.kind in ("country", "continent", "union")
            ):
                continue
            plain = _plain(mention.mention.text)
            spellings.setdefault(mention.place.id, (mention.place, {}))[1].setdefault(plain.casefold(), plain)
    told_of = {
        p.place.id
        for v in verdicts
        for p in (v.claim.figure, v.claim.ground, *v.claim.via)
        if p is not None and p.place
    }
    several = [
        (place, list(names.values())) for place, names in spellings.values() if len(names) > 1 and place.id in told_of
    ]
    if not several:
        return
    ids = {place.id for place, _ in several}
    claims = [
        v
        for v in verdicts
        if any(p and p.place and p.place.id in ids for p in (v.claim.figure, v.claim.ground, *v.claim.via))
    ]
    told = "; ".join(f"{' = '.join(names)} ({place.name})" for place, names in several)
    # The gazetteer says so, whoever wrote the texts.
    found = comparison_of("alias", claims, Outcome.CONSISTENT, ALIAS.id, "")
    yield replace(found, why=f"several spellings mean one place: {told}")


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    """A name without its kind, so that "Khasan station" and "Khasan" are one spelling."""
    plain = re.sub(r"\b(?:the|station|railway station|region|province|city|town|river|airport)\b", "", name, flags=re.I)
    return " ".join(plain.split()) or name
