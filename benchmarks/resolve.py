"""Measure the resolver alone: gold spans in, places out.

    python benchmarks/resolve.py [CORPUS ...] [--outlet] [--misses N] [--weights FILE] [--every N] [--json]
                                 [--without FEATURE ...]

For each corpus of ../shared/corpora/places: accuracy within 161 km, mean km and exact id over all gold that has
coordinates (what is left unplaced counts as wrong), how much of what scores 0.9 and more is right (near enough, by id,
or an area that holds the gold point), and documents a second of processor time. `--outlet` hands the document's domain
to the resolver where the corpus gives one, `--without` weighs some of its features nothing, to see what they give.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from geomap import defaults  # noqa: E402
from geomap.geodesy import rough_distance_km  # noqa: E402
from geomap.interfaces import Gazetteer  # noqa: E402
from geomap.places.resolve import ContextResolver  # noqa: E402
from geomap.places.resolve_features import NAMES  # noqa: E402
from geomap.places.resolve_model import Model, shipped_model  # noqa: E402
from geomap.records import Document, LatLon, Mention, PlacedMention  # noqa: E402

CORPORA = ROOT.parent / "shared" / "corpora" / "places"
NEAR_KM = 161.0
MAX_KM = 20039.0
SURE = 0.9
AREAS = {"country", "region", "continent", "union", "vague"}


def read_corpus(name: str, *, every: int = 1) -> Iterator[tuple[dict[str, Any], Document, list[Mention]]]:
    """The documents of a corpus with their gold spans as mentions."""
    with (CORPORA / f"{name}.jsonl").open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % every:
                continue
            row = json.loads(line)
            gold = [t for t in row["toponyms"] if t.get("lat") is not None]
            if name == "gwn":
                gold = [t for t in gold if t.get("geonameid") is not None]
            gold.sort(key=lambda t: (t["start"], t["end"]))
            row["gold"] = gold
            mentions = [
                Mention(
                    document=str(row["id"]), start=t["start"], end=t["end"], text=row["text"][t["start"] : t["end"]]
                )
                for t in gold
            ]
            yield row, Document(id=str(row["id"]), text=row["text"]), mentions


def error_km(gold: dict[str, Any], placed: PlacedMention) -> float:
    place = placed.place
    if place is None or place.at is None:
        return MAX_KM
    return rough_distance_km(LatLon(gold["lat"], gold["lon"]), place.at)


def measure(name: str, gazetteer: Gazetteer, model: Model | None, args: argparse.Namespace) -> dict[str, Any]:
    resolver = ContextResolver(gazetteer, model=model)
    errors: list[float] = []
    known = ranked = 0
    sure: list[bool] = []
    ids = with_id = documents = characters = 0
    misses: Counter[str] = Counter()
    spent = 0.0
    for row, document, mentions in read_corpus(name, every=args.every):
        started = time.process_time()
        outlet = row.get("domain") if args.outlet else None
        placed = resolver.resolve(document, mentions, outlet=outlet)
        spent += time.process_time() - started
        documents += 1
        characters += len(document.text)
        for gold, result in zip(row["gold"], placed, strict=True):
            error = error_km(gold, result)
            errors.append(error)
            first = result.candidates[0].place if result.candidates else None
            ranked += error_km(gold, replace(result, place=first)) < NEAR_KM
            known += is_known(gold, result, gazetteer)
            same = result.place is not None and result.place.id == f"geonames:{gold.get('geonameid')}"
            if gold.get("geonameid") is not None:
                with_id += 1
                ids += same
            if result.score >= SURE and result.place is not None:
                sure.append(error < NEAR_KM or same or holds_gold(result, error))
            if error >= NEAR_KM:
                misses[explain_miss(gold, result)] += 1
    if args.ranking:
        misses = Counter({text: count for text, count in misses.items() if "| option" in text})
    for text, count in misses.most_common(args.misses):
        print(f"  {count:3} {text}")
    return {
        "gold": len(errors),
        "acc161": sum(e < NEAR_KM for e in errors) / max(1, len(errors)),
        "ranked": ranked / max(1, len(errors)),
        "known": known / max(1, len(errors)),
        "mean_km": sum(errors) / max(1, len(errors)),
        "id": ids / with_id if with_id else None,
        "sure_right": sum(sure) / max(1, len(sure)),
        "sure_share": len(sure) / max(1, len(errors)),
        "docs_s": documents / spent,
        "mb_s": characters / spent / 1e6,
    }


def holds_gold(placed: PlacedMention, error: float) -> bool:
    """Whether the gold point lies in the area that was found: Canada has many points."""
    place = placed.place
    return place is not None and place.kind in AREAS and error <= max(NEAR_KM, place.radius_km)


def is_known(gold: dict[str, Any], result: PlacedMention, gazetteer: Gazetteer) -> bool:
    """Whether any place of that name lies near enough: what the best resolver could reach with this gazetteer."""
    at = LatLon(gold["lat"], gold["lon"])
    if any(c.place.at is not None and rough_distance_km(at, c.place.at) < NEAR_KM for c in result.candidates):
        return True
    places = gazetteer.find_places(result.mention.text)
    return any(p.at is not None and rough_distance_km(at, p.at) < NEAR_KM for p in places)


def explain_miss(gold: dict[str, Any], result: PlacedMention) -> str:
    """Whether the gazetteer lacks the place, the name has it far down, or it was merely outweighed."""
    at = LatLon(gold["lat"], gold["lon"])
    place = result.place
    got = f"{place.kind} {place.name}, {place.admin1}, {place.country} pop {place.population}" if place else "nothing"
    near = [
        (n, c.place)
        for n, c in enumerate(result.candidates)
        if c.place.at is not None and rough_distance_km(at, c.place.at) < NEAR_KM
    ]
    state = f"option {near[0][0]}: {near[0][1].kind} {near[0][1].admin1}" if near else "NOT AMONG BEST"
    return (
        f"{result.mention.text!r} is {gold['lat']:.1f},{gold['lon']:.1f} {gold.get('type', '')} "
        f"{gold.get('geonameid') or ''} | got {got} {result.score:.2f} | {state} of {result.candidate_count}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", default=["lgl", "trnews", "gwn", "geovirus", "wotr"])
    parser.add_argument("--outlet", action="store_true")
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--ranking", action="store_true", help="only misses whose right place was among the candidates")
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--without", nargs="*", default=[], choices=NAMES, metavar="FEATURE")
    args = parser.parse_args()
    model = Model.from_dict(json.loads(args.weights.read_text(encoding="utf-8"))) if args.weights else shipped_model()
    model = replace(model, rank=tuple(0.0 if n in args.without else w for n, w in zip(NAMES, model.rank, strict=True)))
    gazetteer = defaults.gazetteer()
    for name in args.corpora:
        result = measure(name, gazetteer, model, args)
        if args.json:
            print(json.dumps({"corpus": name} | result))
            continue
        exact = f"{result['id']:.3f}" if result["id"] is not None else "  -  "
        print(
            f"{name:9} gold {result['gold']:5}  acc@161 {result['acc161']:.3f} ({result['ranked']:.3f} with all placed,"
            f" {result['known']:.3f} known)  mean {result['mean_km']:6.0f} km  id {exact}"
            f"  score >= {SURE}: {result['sure_share']:.2f} of all, {result['sure_right']:.3f} right"
            f"  {result['docs_s']:.0f} docs/s"
        )


if __name__ == "__main__":
    main()
