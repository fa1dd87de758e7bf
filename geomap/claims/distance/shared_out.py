"""Two figures that a sentence shares out: "X is N and M from A and B", "X and Y are N and M from A, respectively"."""

from __future__ import annotations

from geomap.claims.distance.shapes import BOTH_ARE, DIRECTION
from geomap.claims.distance.statements import Ends, Statement, Statements
from geomap.claims.figures import Figures, Found
from geomap.claims.patterns import GROUND
from geomap.claims.wording import Wording, pattern
from geomap.records import Reading

_AND_MORE = pattern(
    rf"\s(?:and|&)\s(?:[a-z]+\s)?(?P<second><L>)[\s,)]{{1,2}}(?:away\s)?(?:{DIRECTION}\s)?(?:from|of)\s(?P<one>{GROUND})"
    rf"(?:,?\sand\s(?:from\s)?(?P<other>{GROUND}))?"
)


class SharedOut:
    """Finds pairs of figures of which each has its own end."""

    def __init__(self, statements: Statements, figures: Figures) -> None:
        self._statements = statements
        self._figures = figures

    def find(self, reading: Reading, wording: Wording, at: int) -> dict[int, Statement]:
        """The statements of an amount and of the one joined to it, by where they stand; empty where none is joined."""
        match = _AND_MORE.match(wording.line, at + 1)
        if match is None:
            return {}
        second = match.start("second")
        direction = wording.sign(match["d"]).compass if match["d"] else None
        one = self._statements.named(reading, wording, *match.span("one"))
        if match["other"]:
            taken = frozenset(range(match.start("one"), match.end()))
            figure = self._figures.find(reading, wording, at, taken=taken)
            other = self._statements.named(reading, wording, *match.span("other"))
            ends = (Ends(figure, one, match.end(), direction), Ends(figure, other, match.end(), direction))
        elif both := BOTH_ARE.search(wording.line, max(0, at - 140), at):
            first, last = (
                Found(self._statements.named(reading, wording, *both.span(name)), both.start(name)) for name in "ab"
            )
            ends = (Ends(first, one, match.end(), direction), Ends(last, one, match.end(), direction))
        else:
            return {}
        return {
            amount: self._statements.state(reading, wording, amount, end)
            for amount, end in zip((at, second), ends, strict=True)
        }
