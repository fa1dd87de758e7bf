"""Figures that a sentence shares out: "X is N and M from A and B", "X, Y and Z, N, M and K from A, respectively"."""

from __future__ import annotations

from geomap.claims.distance.shapes import DIRECTION, LISTED
from geomap.claims.distance.statements import Ends, Statement, Statements
from geomap.claims.figures import Figures, Found
from geomap.claims.patterns import GROUND
from geomap.claims.wording import Wording, pattern
from geomap.records import Reading

_AND_MORE = pattern(
    rf"(?:,\s(?:[a-z]+\s)?<L>){{0,3}},?\s(?:and|&)\s(?:[a-z]+\s){{0,2}}(?P<last><L>)[\s,)]{{1,2}}(?:away\s)?(?:{DIRECTION}\s)?"
    rf"(?:from|of)\s(?P<one>{GROUND})(?:,?\sand\s(?:from\s)?(?P<other>{GROUND}))?"
)


class SharedOut:
    """Finds lists of figures of which each has its own end."""

    def __init__(self, statements: Statements, figures: Figures) -> None:
        self._statements = statements
        self._figures = figures

    def find(self, reading: Reading, wording: Wording, at: int) -> dict[int, Statement]:
        """The statements of an amount and of those joined to it, by where they stand; empty where none is joined."""
        match = _AND_MORE.match(wording.line, at + 1)
        if match is None:
            return {}
        amounts = [a for a, _ in wording.of_sort("length") if at <= a <= match.start("last")]
        direction = wording.sign(match["d"]).compass if match["d"] else None
        one = self._statements.named(reading, wording, *match.span("one"))
        if match["other"] and len(amounts) == 2:
            taken = frozenset(range(match.start("one"), match.end()))
            figure = self._figures.find(reading, wording, at, taken=taken)
            other = self._statements.named(reading, wording, *match.span("other"))
            ends = [Ends(figure, ground, match.end(), direction) for ground in (one, other)]
        else:
            figures = self._listed(reading, wording, at)
            if len(figures) != len(amounts):
                return {}
            ends = [Ends(figure, one, match.end(), direction) for figure in figures]
        return {
            amount: self._statements.state(reading, wording, amount, end)
            for amount, end in zip(amounts, ends, strict=True)
        }

    def _listed(self, reading: Reading, wording: Wording, at: int) -> list[Found]:
        """The places of the list that the amounts are told of: "X and Y are N and M from", "X and Y, N and M from"."""
        listed = LISTED.search(wording.line, max(0, at - 180), at)
        if listed is None:
            return []
        inside = [p for p, _ in wording.of_sort("place") if listed.start("list") <= p < listed.end("list")]
        return [Found(self._statements.named(reading, wording, p, p + 1), p) for p in inside]
