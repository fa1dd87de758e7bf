"""Measures finding and placing names against corpora with gold places.

    python benchmarks/geoparse.py CORPUS.jsonl... [--scorer FILE] [--demonyms on|off|both] [--weights CORPUS=FILE]
                                  [--resolver FILE] [--without LEVER]

The scorer is shared/tools/score_places.py, beside the repository or where GEOMAP_SHARED says. For each corpus:
recognition P/R/F1 and end to end F1@161 with its 95 % interval in both protocols, gold mentions placed (accuracy@161,
mean km, area under the curve of log errors, exact GeoNames id, all over all gold), documents a second on one core, peak
memory. A corpus is measured with weights that have not seen it; those that ship have seen none of LGL, TR-News, GWN and
GeoVirus. `--weights CORPUS=FILE` measures others. The resolver that ships has seen GeoVirus; `--resolver FILE` measures
with one that has not (`scripts/train_resolver.py --corpora wotr --out FILE`). The last column is calibration: of the
names that gold has too and that are placed with a score of 0.9 or more, how many are right (within 161 km, by id, or an
area that holds the gold point).
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import os
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest import mock

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

from resolve import NEAR_KM, SURE, error_km, holds_gold  # noqa: E402

from geomap import defaults  # noqa: E402
from geomap.places.resolve import ContextResolver  # noqa: E402
from geomap.places.resolve_model import Model  # noqa: E402
from geomap.records import Document, Mention, MentionKind, PlacedMention  # noqa: E402

SHARED = Path(os.environ.get("GEOMAP_SHARED", ROOT.parent / "shared"))
# Recognition F1, end to end F1@161, gold mentions accuracy@161: the best published, and who.
PUBLISHED = {
    "lgl": (0.713, 0.469, 0.795),
    "trnews": (0.803, 0.615, 0.761),
    "gwn": (0.739, 0.598, 0.722),
    "geovirus": (0.917, 0.667, 0.846),
}
# What can be switched off to see what it gives: where it is, and what does nothing instead.
LEVERS: dict[str, tuple[str, Any]] = {
    "agreement": ("geomap.mentions.recognizer.agreed", lambda text, spans, **_: (list(spans), frozenset())),
    "inside-names": ("geomap.mentions.embedded.stands_for_place", lambda *_, **__: False),
    "second-look": ("geomap.mentions.recognizer.why_alone", lambda *_: ""),
    "numbered-roads": ("geomap.mentions.cutting.is_numbered", lambda *_: False),
    "acronyms": ("geomap.mentions.cutting.is_acronym", lambda _: False),
    "pairs": ("geomap.mentions.cutting.split_pair", lambda *_: iter(())),
    "kind-hints": ("geomap.mentions.hints.Hints.add", lambda *_: None),
    "lists": ("geomap.mentions.recognizer.listed", lambda *_: []),
    "ships": ("geomap.mentions.cutting.is_vessel", lambda *_: False),
    "bylines": ("geomap.mentions.agreement._in_byline", lambda _, span: span),
    "belonging": ("geomap.mentions.recognizer.why_belonging", lambda *_: ""),
    "shared-nouns": ("geomap.mentions.recognizer.with_shared", lambda text, drafts, _: list(drafts)),
    "doubtful": ("geomap.places.resolve.DOUBTFUL_FROM", 0.0),
    "called-after": ("geomap.mentions.embedded.is_called_after", lambda _: False),
}
FAR_KM = 20039.0
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+", type=Path)
    parser.add_argument("--scorer", type=Path, default=SHARED / "tools" / "score_places.py")
    parser.add_argument("--demonyms", choices=("on", "off", "both"), default="both")
    parser.add_argument("--weights", action="append", default=[], metavar="CORPUS=FILE")
    parser.add_argument(
        "--resolver", type=Path, metavar="FILE", help="weights of the resolver other than those that ship"
    )
    parser.add_argument("--without", choices=sorted(LEVERS), help="switch one lever of recognition off")
    parser.add_argument("--bootstrap", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    scorer = load_scorer(args.scorer)
    weights = dict(pair.split("=", 1) for pair in args.weights)
    if args.without:
        target, replacement = LEVERS[args.without]
        mock.patch(target, replacement).start()
    results = []
    for path in args.corpora:
        modes = {"on": [True], "off": [False], "both": [False, True]}[args.demonyms]
        stages = build(weights.get(path.stem), args.resolver)
        for result in measure(path, scorer, stages, modes, args.bootstrap):
            results.append(result)
            if not args.json:
                print_row(result, head=len(results) == 1)
    if args.json:
        print(json.dumps(results, indent=1))


def load_scorer(path: Path) -> ModuleType:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_places", path)
    if spec is None or spec.loader is None or not path.is_file():
        sys.exit(f"{path}: no scorer there; name it with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(
    path: Path, scorer: ModuleType, stages: tuple[Any, Any], modes: Sequence[bool], bootstrap: int
) -> Iterator[Row]:
    """All figures of one corpus, for each way of counting adjectives."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    recognizer, resolver = stages
    recognizer.find_mentions(Document(id="warm-up", text="A warm-up in Paris, France."))
    started = time.process_time()
    found = []
    for row in rows:
        document = Document(id=str(row["id"]), text=row["text"], outlet=row.get("domain"))
        found.append(resolver.resolve(document, recognizer.find_mentions(document), outlet=row.get("domain")))
    seconds = time.process_time() - started
    gold = gold_mentions(scorer, rows, resolver, path.stem)
    sure = [right for row, placed in zip(rows, found, strict=True) for right in sure_and_right(row, placed)]
    for demonyms in modes:
        result: Row = {"corpus": path.stem, "demonyms": demonyms, "documents": len(rows), "gold": gold}
        for protocol in ("eupeg", "exact"):
            result[protocol] = score(scorer, rows, found, path.stem, protocol, demonyms, bootstrap)
        result["sure"], result["sure_right"] = len(sure), sum(sure) / max(1, len(sure))
        result["docs_per_s"] = len(rows) / seconds
        result["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield result


def build(weights: str | None, resolver: Path | None) -> tuple[Any, Any]:
    """The default recognizer and resolver, or ones with other weights."""
    maker: Any = type(defaults.recognizer())
    recognizer = maker(defaults.gazetteer(), weights=Path(weights)) if weights else defaults.recognizer()
    if resolver is None:
        return recognizer, defaults.resolver()
    model = Model.from_dict(json.loads(resolver.read_text(encoding="utf-8")))
    return recognizer, ContextResolver(defaults.gazetteer(), model=model)


def sure_and_right(row: Row, placed: Sequence[PlacedMention]) -> Iterator[bool]:
    """Whether each sure place of a document that gold has too is right."""
    gold = {(t["start"], t["end"]): t for t in row["toponyms"] if t.get("lat") is not None}
    for p in placed:
        t = gold.get((p.start, p.end))
        if t is not None and p.place is not None and p.score >= SURE:
            error = error_km(t, p)
            yield error < NEAR_KM or p.place.id == f"geonames:{t.get('geonameid')}" or holds_gold(p, error)


def toponyms(placed: Iterable[PlacedMention], *, demonyms: bool) -> list[Row]:
    """What `geomap places` would write: all but names inside other names, and adjectives only when asked for."""
    wanted = {MentionKind.PLACE, MentionKind.METONYM} | ({MentionKind.DEMONYM} if demonyms else set())
    found = []
    for p in placed:
        if p.mention.kind in wanted:
            at = p.place.at if p.place else None
            number = p.place.id.removeprefix("geonames:") if p.place else None
            found.append({"start": p.start, "end": p.end, "geonameid": number,
                          "lat": at.lat_deg if at else None, "lon": at.lon_deg if at else None})  # fmt: skip
    return found


def score(
    scorer: ModuleType, rows: Sequence[Row], found: Sequence[Sequence[PlacedMention]],
    corpus: str, protocol: str, demonyms: bool, bootstrap: int,
) -> Row:  # fmt: skip
    """The scorer's own figures."""
    import random

    counts = []
    for row, placed in zip(rows, found, strict=True):
        counts.append(
            scorer.score_document(
                row["text"], gold_of(row, corpus, protocol), toponyms(placed, demonyms=demonyms), protocol
            )
        )
    result: Row = scorer.summarise(counts)
    if bootstrap:
        generator = random.Random(0)
        runs = sorted(scorer.summarise(generator.choices(counts, k=len(counts)))["e2e_f1"] for _ in range(bootstrap))
        result["e2e_f1_95"] = [runs[int(0.025 * len(runs))], runs[int(0.975 * len(runs)) - 1]]
    return result


def gold_of(row: Row, corpus: str, protocol: str) -> list[Row]:
    """The gold that counts: on gwn, eupeg takes only what has an id."""
    only_with_id = protocol == "eupeg" and corpus == "gwn"
    return [t for t in row["toponyms"] if not only_with_id or t.get("geonameid") is not None]


def gold_mentions(scorer: ModuleType, rows: Sequence[Row], resolver: Any, corpus: str) -> Row:
    """How well given spans are placed; a span without a place counts as wrong."""
    errors, ids, with_id = [], 0, 0
    for row in rows:
        gold = [t for t in gold_of(row, corpus, "eupeg") if t.get("lat") is not None]
        document = Document(id=str(row["id"]), text=row["text"], outlet=row.get("domain"))
        mentions = [
            Mention(document=document.id, start=t["start"], end=t["end"], text=row["text"][t["start"] : t["end"]])
            for t in gold
        ]
        for t, p in zip(gold, resolver.resolve(document, mentions, outlet=row.get("domain")), strict=True):
            at = p.place.at if p.place else None
            errors.append(scorer.great_circle_km(t["lat"], t["lon"], at.lat_deg, at.lon_deg) if at else FAR_KM)
            if t.get("geonameid") is not None:
                with_id += 1
                ids += bool(p.place) and p.place.id == f"geonames:{t['geonameid']}"
    logs = sorted(math.log(1 + e) / math.log(FAR_KM) for e in errors)
    auc = (sum(logs) - 0.5 * (logs[0] + logs[-1])) / max(1, len(logs) - 1)
    return {"acc161": sum(e < 161 for e in errors) / len(errors), "mean_km": sum(errors) / len(errors), "auc": auc,
            "exact_id": ids / with_id if with_id else None, "gold": len(errors)}  # fmt: skip


def print_row(r: Row, *, head: bool) -> None:
    """A row of the table, the best published figures beside ours."""
    if head:
        print(
            "corpus    dem |     P     R    F1 (best) |   e2e      95 %     (best) | exact F1  e2e "
            "| gold@161 (best)   km   auc    id | docs/s   MB | 0.9 right"
        )
    best = PUBLISHED.get(r["corpus"], (math.nan,) * 3)
    e, x, g = r["eupeg"], r["exact"], r["gold"]
    low, high = e.get("e2e_f1_95", (math.nan, math.nan))
    print(
        f"{r['corpus']:9} {'on' if r['demonyms'] else 'off':3} "
        f"| {e['precision']:.3f} {e['recall']:.3f} {e['f1']:.3f} {best[0]:6.3f} "
        f"| {e['e2e_f1']:.3f} {low:.3f}-{high:.3f} {best[1]:6.3f} | {x['f1']:8.3f} {x['e2e_f1']:.3f} "
        f"| {g['acc161']:8.3f} {best[2]:6.3f} {g['mean_km']:4.0f} {g['auc']:.3f} {g['exact_id'] or math.nan:.3f} "
        f"| {r['docs_per_s']:6.0f} {r['peak_mb']:4.0f} | {r['sure_right']:.3f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
