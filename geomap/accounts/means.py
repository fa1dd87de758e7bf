"""By what means a traveller went who is told without one: as the text tells of the way between two of the stops."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from geomap.records import ClaimKind, Verdict

# Of these claims both ends and the means are those of a way.
_OF_WAYS = frozenset({ClaimKind.DISTANCE, ClaimKind.TRAVEL_TIME, ClaimKind.ROUTE})
# So many statements about a stop are looked through.
MOST = 50


class Means:
    """The means of travel that texts tell between pairs of places."""

    def __init__(self, verdicts: Sequence[Verdict]) -> None:
        self._told: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for claim in (verdict.claim for verdict in verdicts):
            if claim.kind not in _OF_WAYS or claim.mode in (None, "straight"):
                continue
            ends = [p.place.id for p in (claim.ground, claim.figure) if p is not None and p.place is not None]
            if len(ends) == 2 and claim.mode is not None:
                self._told.setdefault((claim.document, ends[0]), []).append((ends[1], claim.mode))

    def between(self, stops: Sequence[tuple[str, str]]) -> str | None:
        """The means told most often between two of some stops, each a document and a place id; None for none."""
        places = {place for _, place in stops}
        modes: Counter[str] = Counter()
        for stop in dict.fromkeys(stops):
            modes.update(mode for other, mode in islice(self._told.get(stop, ()), MOST) if other in places)
        return modes.most_common(1)[0][0] if modes else None
