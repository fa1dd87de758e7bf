"""Verdicts on who was where when and by which way, with the sources of their places and routes."""

from __future__ import annotations

from geomap.records import Claim, Line, Outcome, Route, Verdict


def verdict(
    claim: Claim,
    outcome: Outcome,
    rule: str,
    why: str,
    *,
    measured: dict[str, float] | None = None,
    route: Route | None = None,
    lines: tuple[Line, ...] = (),
) -> Verdict:
    """A verdict with the sources of its places and its route."""
    people = [p for p in (claim.ground, *claim.via, claim.figure) if p and p.place]
    sources = tuple(dict.fromkeys([p.place.source for p in people if p.place] + list(route.sources if route else ())))
    return Verdict(
        claim=claim,
        outcome=outcome,
        rule=rule,
        why=why[:1].upper() + why[1:],
        measured=measured or {},
        route=route,
        lines=lines,
        score=claim.score,
        sources=sources,
    )
