"""Fit the resolver's weights and write geomap/places/weights/resolver.json.

    python scripts/train_resolver.py [--corpora wotr geovirus] [--made 3000] [--out FILE]
    python scripts/train_resolver.py --check

Needs numpy and the corpora marked for training in ../shared/corpora/places. Three sources are weighed alike: wotr (US
Civil War dispatches, MIT), geovirus (Wikinews, CC BY 2.5) and stories made here from the gazetteer (a town with its
neighbours, its region and country; a world story of countries and large towns). The hand-set weights in
scripts/resolver_start.json are where the fit starts and what it is drawn back to, so that what the sources rarely show
keeps them. Ranking is a conditional logit over the options of a name; trust is a logistic fit of whether the best is
right, on documents that the ranking did not see. The same sources and gazetteer give the same weights: `--check` fits
anew, compares with the weights that ship and ends with status 1 where one differs by more than rounding does. The
weights name the state of the gazetteer that they were fitted with; another one may give others.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "benchmarks"))

from made_stories import make_stories  # noqa: E402
from resolve import read_corpus  # noqa: E402

from geomap import catalogue, defaults  # noqa: E402
from geomap.geodesy import rough_distance_km  # noqa: E402
from geomap.places.build import input_stamp  # noqa: E402
from geomap.places.resolve import ContextResolver  # noqa: E402
from geomap.places.resolve_context import Context  # noqa: E402
from geomap.places.resolve_features import NAMES  # noqa: E402
from geomap.places.resolve_model import TRUST, Model, best_of, run_rounds, trust_inputs  # noqa: E402
from geomap.records import LatLon  # noqa: E402

START = ROOT / "scripts" / "resolver_start.json"
OUT = ROOT / "geomap" / "places" / "weights" / "resolver.json"
# Sums of floats differ in the last digits between processors.
ROUNDING = 0.002
RIGHT_KM = 50.0
NEAR_KM = 161.0
# An area's point may lie far from ours: Canada's does by 1,100 km between Wikipedia and GeoNames.
AREA_KM = 1500.0


def right_option(options: Sequence[Any], gold: dict[str, Any]) -> int | None:
    """The option that the gold means: by id, else the nearest within reach, areas with a wider one."""
    for n, option in enumerate(options):
        if gold.get("geonameid") is not None and option.place.id == f"geonames:{gold['geonameid']}":
            return n
    at = LatLon(gold["lat"], gold["lon"])
    best, least = None, 1.0
    for n, option in enumerate(options):
        if option.at is None:
            continue
        reach = AREA_KM if option.group in {"country", "wide"} else 400.0 if option.group == "region" else RIGHT_KM
        off = rough_distance_km(at, option.at) / reach + 0.02 * n
        if off < least:
            best, least = n, off
    return best


# What these weigh depends on how often texts speak of states and capitals, which the sources do not show fairly.
HELD = frozenset(
    {
        "twin",
        "held_loose",
        "region",
        "country",
        "capitals",
        "capital",
        "demonym",
        "seat",
        "home",
        "abroad",
        "held_tight",
        "not_held",
        "hint_fits",
        "hint_misses",
        "offset_fits",
        "offset_misses",
        "echo",
        "seated",
        "seated_spot",
        "touches",
        "abroad_land",
        "oversized",
    }
)
# What brings other names to the places that near and region_share are then measured from, and says the same again once
# they are there: a fit of the last round would take from those what it gives to this. It keeps its weight unseen; up to
# 5 it places more names of wotr right, and beyond fewer of GeoVirus and of made stories.
UNSEEN = frozenset({"company"})
# What a source counts for trust: in dispatches of 1862 most misses are forts and fords that no gazetteer of today has.
TRUST_SHARE = {"wotr": 0.25}
# How often a place of fewer people than this is taken to be unknown to the gazetteer, in made stories.
GAPS = ((15_000, 0.2), (100_000, 0.05))
# Which way a feature may move trust, whatever the sources happen to show.
_FOR = (
    "log_odds margin alone primary prominence famous capital country region demonym seat hint_fits held_tight "
    "held_loose holds country_named region_named country_share region_share near near_many outlet_near "
    "outlet_region outlet_country offset_fits home worldly echo company"
)
SPEAKS_FOR = frozenset(_FOR.split())
_AGAINST = (
    "options alias_beside loose capitals twin hint_misses not_held offset_misses abroad abroad_land oversized "
    "far stray contradicted articled"
)
SPEAKS_AGAINST = frozenset(_AGAINST.split())
# Limits that the sources do not tell. "City, State" with a city of that name in that state is hardly ever wrong, and
# few of them write it. A wrong distance is a fault of the text's, which must not unplace a city that is well known;
# where it may be another place that is meant, "contradicted" says so. "The Kosi burst its banks" can mean a river only.
LIMITS = {"held_tight": (2.5, np.inf), "hint_fits": (0.5, np.inf), "offset_misses": (-0.3, 0.0),
          "contradicted": (-np.inf, -3.5), "seated": (0.0, 0.0), "seated_spot": (0.0, 0.0),
          "touches": (1.5, np.inf)}  # fmt: skip
Item = tuple[list[list[float]], int | None, list[float], float, bool]


def leave_out(context: Context, gold: Sequence[dict[str, Any]], source: random.Random) -> None:
    """Hide the right places of some names, small ones mostly: what is left of such a name must not be trusted."""
    for group in context.groups:
        right = right_option(group.options.rows, gold[group.mentions[0]]) if group.mentions else None
        if right is None:
            continue
        population = group.options.rows[right].place.population
        if source.random() < next((part for most, part in GAPS if population < most), 0.0):
            rows = group.options.rows[:right] + group.options.rows[right + 1 :]
            group.options = replace(group.options, rows=rows, count=group.options.count - 1)


def collect(
    resolver: ContextResolver,
    model: Model,
    stories: Iterator[Any],
    *,
    share: float,
    gaps: random.Random | None = None,
) -> list[Item]:
    """(features, right option, inputs of trust, importance, right within 161 km) for each group of each document."""
    out: list[Item] = []
    for row, document, mentions in stories:
        context = resolver.read(document, mentions, outlet=row.get("outlet"))
        if gaps is not None:
            leave_out(context, row["gold"], gaps)
        all_rows = run_rounds(context, model)
        for n, group in enumerate(context.groups):
            if not group.options.rows or not group.mentions:
                continue
            gold = row["gold"][group.mentions[0]]
            right = right_option(group.options.rows, gold)
            best = group.options.rows[best_of(group)]
            near = right == best_of(group) or (
                best.at is not None and rough_distance_km(LatLon(gold["lat"], gold["lon"]), best.at) < NEAR_KM
            )
            inputs = trust_inputs(best_of(group), group, all_rows[n][best_of(group)])
            out.append((all_rows[n], right, inputs, share * len(group.mentions) ** 0.5, near))
    return out


def fit_rank(items: Sequence[Item], start: np.ndarray, *, pull: float, steps: int = 400) -> np.ndarray:
    """Maximise the likelihood of the right options by Adam, drawn back to `start`."""
    kept = [item for item in items if item[1] is not None and len(item[0]) > 1]
    x = np.concatenate([np.asarray(item[0]) for item in kept])
    sizes = np.array([len(item[0]) for item in kept])
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = first + np.array([item[1] for item in kept])
    importance = np.array([item[3] for item in kept])
    importance /= importance.sum()
    held = np.array([name in HELD | UNSEEN for name in NAMES])
    x[:, [NAMES.index(name) for name in UNSEEN]] = 0.0
    w, m, v = start.copy(), np.zeros_like(start), np.zeros_like(start)
    for step in range(1, steps + 1):
        scores = x @ w
        scores -= np.repeat(np.maximum.reduceat(scores, first), sizes)
        raised = np.exp(scores)
        shares = raised / np.repeat(np.add.reduceat(raised, first), sizes)
        gradient = (importance[:, None] * x[right]).sum(0) - (
            np.repeat(importance, sizes)[:, None] * shares[:, None] * x
        ).sum(0)
        gradient -= pull * (w - start)
        gradient[held] = 0.0
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w = w + 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
    loss = -(importance * np.log(np.maximum(shares[right], 1e-12))).sum()
    print(f"  {len(kept)} names, loss {loss:.4f}")
    return w


def fit_trust(items: Sequence[Item], *, pull: float, steps: int = 600) -> np.ndarray:
    """Logistic fit of whether the best option is right."""
    low = np.array([LIMITS.get(name, (0.0 if name in SPEAKS_FOR else -np.inf, 0.0))[0] for name in TRUST])
    high = np.array([LIMITS.get(name, (0.0, 0.0 if name in SPEAKS_AGAINST else np.inf))[1] for name in TRUST])
    rows, labels, importance = [], [], []
    for _, _, inputs, weight, near in items:
        rows.append(inputs)
        labels.append(near)
        importance.append(weight)
    x, y, i = np.asarray(rows), np.asarray(labels, float), np.asarray(importance)
    i /= i.sum()
    w, m, v = np.zeros(x.shape[1]), np.zeros(x.shape[1]), np.zeros(x.shape[1])
    for step in range(1, steps + 1):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (i * (y - p)) - pull * w
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient**2
        w = w + 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
        w = np.clip(w, low, high)
    return w


def halves(items: Sequence[Any]) -> tuple[list[Any], list[Any]]:
    return list(items[::2]), list(items[1::2])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", nargs="*", default=["wotr", "geovirus"])
    parser.add_argument("--made", type=int, default=3000)
    parser.add_argument("--pull", type=float, default=0.002)
    parser.add_argument("--share", type=float, default=0.5, help="what a made story counts beside a real one")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--check", action="store_true", help="compare new weights with those that ship")
    args = parser.parse_args()
    data = fit(args)
    if not args.check:
        args.out.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")
        return
    shipped = json.loads(OUT.read_text(encoding="utf-8"))
    off = [
        f"{part} {name}: {data[part][name]}, shipped {shipped[part].get(name)}"
        for part in ("rank", "trust")
        for name in data[part]
        if abs(data[part][name] - shipped[part].get(name, np.inf)) > ROUNDING
    ]
    print("\n".join(off) or "the weights that ship")
    sys.exit(1 if off else 0)


def fit(args: argparse.Namespace) -> dict[str, Any]:
    """Ranking and trust, as they are written."""
    gazetteer = defaults.gazetteer()
    start_data = json.loads(START.read_text(encoding="utf-8"))
    start = np.asarray(Model.from_dict(start_data).rank)
    model = Model.from_dict(start_data)
    sources = {name: list(read_corpus(name)) for name in args.corpora}
    if args.made:
        sources["made"] = list(make_stories(gazetteer, args.made, random.Random(0)))
    resolver = ContextResolver(gazetteer, model=model)
    seen: list[Item] = []
    kept_apart: list[Item] = []
    for _ in range(args.rounds):
        seen, kept_apart = [], []
        for name, stories in sources.items():
            total = sum(len(mentions) for _, _, mentions in stories)
            a, b = halves(stories)
            share = 10_000 / total * (args.share if name == "made" else 1.0)
            seen += collect(resolver, model, iter(a), share=share)
            kept_apart += collect(resolver, model, iter(b), share=share)
            print(name, len(stories), "documents", total, "mentions")
        model = _with_rank(model, fit_rank(seen, start, pull=args.pull))
    for_trust: list[Item] = []
    for name, stories in sources.items():
        share = 1e4 / max(1, sum(len(mentions) for _, _, mentions in stories))
        gaps = random.Random(1) if name == "made" else None
        items = collect(resolver, model, iter(halves(stories)[1]), share=share, gaps=gaps)
        for_trust += [(*item[:3], item[3] * TRUST_SHARE.get(name, 1.0), item[4]) for item in items]
    right = [item[4] for item in kept_apart]
    print(f"kept apart: {sum(right) / len(right):.4f} of {len(right)} names right")
    trust = fit_trust(for_trust, pull=1e-4)
    model = _with_rank(model, fit_rank(seen + kept_apart, start, pull=args.pull))
    return {
        "sources": [*args.corpora, *(["made"] if args.made else [])],
        "rank": {name: round(float(w), 4) for name, w in zip(NAMES, model.rank, strict=True)},
        "trust": {name: round(float(w), 4) for name, w in zip(TRUST, trust, strict=True)},
        "placed_from": start_data["placed_from"],
        "gazetteer": input_stamp(catalogue.place_tables())[:12],
    }


def _with_rank(model: Model, rank: np.ndarray) -> Model:
    return Model(tuple(float(w) for w in rank), model.trust, model.placed_from)


if __name__ == "__main__":
    main()
