"""Decides for each mention of a document which place it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from geomap.interfaces import Gazetteer
from geomap.places.points import place_point
from geomap.places.resolve_context import Context, Group
from geomap.places.resolve_groups import build_context
from geomap.places.resolve_model import Model, best_of, run_rounds, shipped_model
from geomap.places.resolve_options import OptionCache
from geomap.places.resolve_outlet import find_outlet
from geomap.places.resolve_why import describe, say_unplaced, say_why
from geomap.records import Candidate, Document, Mention, Place, PlacedMention

MAX_CANDIDATES = 8
# A name that may be a person's or a firm's has a place only where that is about as likely as not; below, a pin misleads
# (on GeoVirus, of 18 such names below a confidence of 0.9 and a score of 0.5 none is right).
SURE_PLACE = 0.95
DOUBTFUL_FROM = 0.45


class ContextResolver:
    """Weighs the places of each name by what else the document says.

    All mentions of a name mean one place, unless a qualifier sets one apart ("Paris, Texas" beside "Paris, France").
    `fallback` is asked for the names that the gazetteer lacks.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        *,
        model: Model | None = None,
        fallback: Callable[[str], Sequence[Place]] | None = None,
    ) -> None:
        self._gazetteer = gazetteer
        self._cache = OptionCache(gazetteer, fallback=fallback)
        self._model = model or shipped_model()

    def resolve(
        self,
        document: Document,
        mentions: Sequence[Mention],
        *,
        outlet: str | None = None,
        fixed: Mapping[str, str] | None = None,
    ) -> Sequence[PlacedMention]:
        """One result for each mention, in order; `fixed` maps a name to a place id that the user has set."""
        points = [place_point(mention) for mention in mentions]
        names = [mention for mention, point in zip(mentions, points, strict=True) if point is None]
        named = iter(self._resolve(document, names, outlet=outlet, fixed=fixed))
        return [point or next(named) for point in points]

    def _resolve(
        self, document: Document, mentions: Sequence[Mention], *, outlet: str | None, fixed: Mapping[str, str] | None
    ) -> list[PlacedMention]:
        """The results for mentions that are names."""
        context = self.read(document, mentions, outlet=outlet)
        rows = run_rounds(context, self._model)
        sure = [max((mentions[m].confidence for m in group.mentions), default=1.0) for group in context.groups]
        last = max(context.group_of, default=-1)
        groups = [self._judge(n, rows[n], context, is_place=sure[n]) for n in range(last + 1)]
        settled = {name.casefold(): place_id for name, place_id in (fixed or {}).items()}
        return [
            self._fix(mention, settled) or replace(groups[context.group_of[n]], mention=mention)
            for n, mention in enumerate(mentions)
        ]

    def read(self, document: Document, mentions: Sequence[Mention], *, outlet: str | None = None) -> Context:
        """The document's names in groups, with the place of publication."""
        context = build_context(document, mentions, self._cache)
        if (published := find_outlet(outlet, self._cache)) is not None:
            same = context.named(published.name) if len(published.rows) > 1 else None
            if same is None:
                context.groups.append(Group(published.name, published))
            # A paper of the name of a town in its text is that town's, and tells nothing of which town that is.
            context.outlet = len(context.groups) - 1 if same is None else same
        return context

    def _judge(self, n: int, rows: list[list[float]], context: Context, *, is_place: float) -> PlacedMention:
        """What a group means; `is_place` is how sure it is that one of its mentions names a place at all."""
        group = context.groups[n]
        mention = _ANY
        if group.embedded:
            return PlacedMention(mention=mention, place=None, score=0.0, why="Part of a longer name.")
        if not group.weights:
            return PlacedMention(mention=mention, place=None, score=0.0, why=say_unplaced(group, 0.0))
        best = best_of(group)
        score = self._model.trust_in(best, group, rows[best])
        candidates = _candidates(group, best, score)
        placed = score >= (self._model.placed_from if is_place >= SURE_PLACE else DOUBTFUL_FROM)
        return PlacedMention(
            mention=mention,
            place=candidates[0].place if placed else None,
            score=score,
            why=say_why(n, best, rows, context, self._model) if placed else say_unplaced(group, score),
            candidates=candidates,
            candidate_count=group.options.count,
        )

    def _fix(self, mention: Mention, settled: Mapping[str, str]) -> PlacedMention | None:
        if not settled:
            return None
        place_id = settled.get(mention.text.casefold()) or settled.get(mention.lookup_name.casefold())
        place = self._gazetteer.get(place_id) if place_id else None
        if place is None:
            return None
        others = [o.place for o in self._cache.find(mention.lookup_name).rows if o.place.id != place.id]
        return PlacedMention(
            mention=mention,
            place=place,
            score=1.0,
            why=f"{describe(place)}, as you set it.",
            candidates=(Candidate(place=place, score=1.0), *(Candidate(place=p, score=0.0) for p in others[:7])),
            candidate_count=len(others) + 1,
        )


def _candidates(group: Group, best: int, score: float) -> tuple[Candidate, ...]:
    """The likeliest options, the best first; the others share what trust the best one leaves."""
    rest = max(1e-9, 1.0 - group.weights[best])
    order = sorted((n for n in range(len(group.weights)) if n != best), key=lambda n: (-group.weights[n], n))
    rows = group.options.rows
    return (
        Candidate(place=rows[best].place, score=score),
        *(
            Candidate(place=rows[n].place, score=min(score, (1.0 - score) * group.weights[n] / rest))
            for n in order[: MAX_CANDIDATES - 1]
        ),
    )


# Stands in for the mention while a whole group is judged at once.
_ANY = Mention(document="", start=0, end=0, text="")
