"""Weighs features: a score for each option of a name, and how far the best one can be trusted."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path

from geomap.geodesy import rough_distance_km
from geomap.places.resolve_company import companies
from geomap.places.resolve_context import Context, Group, spread
from geomap.places.resolve_features import NAMES, add_company, add_context, add_holders, base_features, holds, others_of
from geomap.places.resolve_near import Nearness, find_nearness
from geomap.places.resolve_options import Option

WEIGHTS = Path(__file__).with_name("weights") / "resolver.json"
ROUNDS = 2
# A town and the region around it are one answer to most questions.
SAME_KM = 50.0
TWIN_KM = 161.0
TRUST = ("bias", "log_odds", "margin", "options", "alone", "stray", "contradicted", *NAMES)
_PROMINENCE, _ALONE, _NEAR, _FAR, _HERE, _MISSES = (
    NAMES.index(name) for name in ("prominence", "country_alone", "near_many", "far", "region_alone", "offset_misses")
)
_AREAS = tuple(NAMES.index(name) for name in ("country", "region", "wide", "water"))


@dataclass(frozen=True, slots=True)
class Model:
    """A linear score for options and a logistic one for trust; `placed_from` is the least trust that places a name."""

    rank: tuple[float, ...]
    trust: tuple[float, ...]
    placed_from: float

    @classmethod
    def from_dict(cls, data: Mapping[str, Mapping[str, float] | float]) -> Model:
        """A model from names with weights; a name left out weighs nothing."""
        rank, trust, least = data["rank"], data["trust"], data["placed_from"]
        assert isinstance(rank, Mapping) and isinstance(trust, Mapping) and isinstance(least, (int, float))
        return cls(
            tuple(rank.get(name, 0.0) for name in NAMES), tuple(trust.get(name, 0.0) for name in TRUST), float(least)
        )

    def weigh(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """How likely each option is, one adding up to 1."""
        if not rows:
            return []
        rank = self.rank
        scores = [sum(map(mul, rank, row)) for row in rows]
        top = max(scores)
        raised = [math.exp(score - top) for score in scores]
        total = sum(raised)
        return [value / total for value in raised]

    def trust_in(self, best: int, group: Group, row: Sequence[float]) -> float:
        """How likely it is that the best option is right, 0 to 1."""
        inputs = trust_inputs(best, group, row)
        total = sum(map(mul, self.trust, inputs))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def trust_inputs(best: int, group: Group, row: Sequence[float]) -> list[float]:
    """What the trust in an option depends on; options beside it ("Moscow" the city and the region) do not count."""
    weights, chosen = group.weights, group.options.rows[best]
    at = chosen.at
    share = weights[best]
    second = 0.0
    for n, (option, weight) in enumerate(zip(group.options.rows, weights, strict=True)):
        if n == best or weight < 0.001:
            continue
        if at is not None and option.at is not None and rough_distance_km(at, option.at) < _same_km(option, chosen):
            share += weight
        else:
            second = max(second, weight)
    odds = math.log(max(share, 1e-6) / max(1.0 - share, 1e-3))
    count = len(weights)
    known = [1.0, odds / 5, share - second, math.log1p(count) / 4, 1.0 if count == 1 else 0.0]
    return [*known, _stray(row), _contradicted(row, count), *row]


def _obscurity(row: Sequence[float]) -> float:
    """1 for a village, 0 for a city of half a million."""
    return min(1.0, max(0.0, (5.7 - 7 * row[_PROMINENCE]) / 2.7))


def _stray(row: Sequence[float]) -> float:
    """How far a little-known place lies from all else in the text: where the right one is unknown, such remain."""
    if any(row[n] for n in _AREAS):
        return 0.0
    apart = min(1.0, 5 * row[_FAR])
    return _obscurity(row) * apart * (1.0 - row[_ALONE]) * (1.0 - row[_NEAR])


def _contradicted(row: Sequence[float], count: int) -> float:
    """How much a stated distance speaks against a place: against a village of many namesakes elsewhere, most."""
    return row[_MISSES] * _obscurity(row) * min(1.0, (count - 1) / 4) * max(0.0, 1.0 - 2 * row[_HERE])


def _same_km(option: Option, chosen: Option) -> float:
    return TWIN_KM if holds(option, chosen) or holds(chosen, option) else SAME_KM


@cache
def shipped_model() -> Model:
    """The model with the weights that scripts/train_resolver.py made."""
    text = WEIGHTS.read_text(encoding="utf-8")
    return Model.from_dict(json.loads(text))


def run_rounds(context: Context, model: Model) -> list[list[list[float]]]:
    """Weigh every group, first alone and then in the light of the others; returns the last round's features."""
    base = [[base_features(option, group) for option in group.options.rows] for group in context.groups]
    for group, rows in zip(context.groups, base, strict=True):
        group.weights = model.weigh(rows)
    for rows, company in zip(base, companies(context), strict=True):
        add_company(rows, company)
    for group, rows in zip(context.groups, base, strict=True):
        group.weights = model.weigh(rows)
    for n, rows in enumerate(base):
        add_holders(rows, n, context)
    last = base
    for _ in range(ROUNDS):
        spread(context)
        nearness = find_nearness(context)
        last = [_with_context(rows, n, context, nearness[n]) for n, rows in enumerate(base)]
        for group, rows in zip(context.groups, last, strict=True):
            group.weights = model.weigh(rows)
    return last


def _with_context(
    base: Sequence[Sequence[float]], n: int, context: Context, nearness: Sequence[Nearness]
) -> list[list[float]]:
    rows = [list(row) for row in base]
    others = others_of(n, context, nearness)
    for m, row in enumerate(rows):
        add_context(row, n, m, context, others)
    return rows


def best_of(group: Group) -> int:
    """The likeliest option, the more prominent one of equals."""
    return max(range(len(group.weights)), key=lambda n: (group.weights[n], -n))
