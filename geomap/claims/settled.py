"""Pairs of places of which one figure is no reason to read the names otherwise."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

from geomap.claims.signs import AREAS
from geomap.interfaces import Network
from geomap.records import Claim, Reading

# So many sentences with a name are looked through for the other one.
MOST_SENTENCES = 50


class Settled:
    """Tells what settles a pair: another sentence that names both, or a railway that joins them where a train runs."""

    def __init__(self, network: Network | None = None) -> None:
        self._network = network
        self._named: tuple[Reading | None, dict[str, set[int]]] = (None, {})

    def holds(self, reading: Reading, claim: Claim) -> bool:
        """Whether the places of a claim are settled."""
        a, b = claim.ground, claim.figure
        if a is None or b is None or a.place is None or b.place is None:
            return False
        if claim.mode == "rail" and self._network is not None and not {a.place.kind, b.place.kind} & AREAS:
            route = self._network.route([a.place, b.place], mode="rail")
            if route is not None and route.length_km:
                return True
        if self._named[0] is not reading:
            self._named = reading, _sentences_by_place(reading)
        few, many = sorted((self._named[1].get(place.id, set()) for place in (a.place, b.place)), key=len)
        own = _sentence_at(reading, claim.end)
        return any(number in many and number != own for number in islice(few, MOST_SENTENCES))


def _sentence_at(reading: Reading, offset: int) -> int:
    return bisect_left(reading.sentences, offset, key=lambda sentence: sentence.end)


def _sentences_by_place(reading: Reading) -> dict[str, set[int]]:
    """The numbers of the sentences that name each place."""
    named: dict[str, set[int]] = {}
    for mention in reading.mentions:
        if mention.place is not None:
            named.setdefault(mention.place.id, set()).add(_sentence_at(reading, mention.mention.end))
    return named
