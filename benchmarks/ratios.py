"""Fits how much longer than the straight line a stated distance may be, with cross-validation.

    python benchmarks/ratios.py [--shared ../shared] [--folds 5]

For each pair of ratios (near places, far places) it judges the true statements of gold/offsets_dev.jsonl and the same
with the distance doubled. In each fold the pair is taken that calls most doubled ones inconsistent and no more than
1.25 % of the true ones; what it does to the fold that was left out is counted. Places are those of the gold file.
"""

from __future__ import annotations

import argparse
import random
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import claims as measured

from geomap import defaults, tolerances
from geomap.records import Claim

NEAR = (1.35, 1.4, 1.45, 1.5, 1.55, 1.6, 1.68)
FAR = (1.55, 1.6, 1.64, 1.68, 1.72, 1.78)
MOST_WRONG = 0.0125

Pair = tuple[float, float]


def statements(shared: Path, used, gazetteer) -> list[tuple[str, Claim, Claim]]:
    """Title, claim and doubled claim of each statement that is found."""
    out = []
    for row in measured.rows(shared / "gold" / "offsets_dev.jsonl"):
        if row["flag"] != "ok":
            continue
        document, places, gazetteer.title = measured.offset_row(row)
        if gazetteer.title is not None:
            document = replace(document, title=gazetteer.title.name)
        verdicts = measured.judge(measured.given_reading(document, places, gazetteer), used)
        found = next((v for v in verdicts if v.claim.kind == "distance" and measured.is_right(v, row)), None)
        if found is not None:
            out.append((row["figure_title"], found.claim, measured.changed(found)["doubled"]))
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--folds", type=int, default=5)
    args = parser.parse_args()
    gazetteer = measured.Given(defaults.gazetteer())
    used = measured.checkers(gazetteer)
    rows = statements(args.shared, used, gazetteer)
    caught: dict[Pair, list[tuple[bool, bool]]] = {}
    for near in NEAR:
        for far in FAR:
            tolerances.FAR_RATIO_NEAR = replace(tolerances.FAR_RATIO_NEAR, value=near)
            tolerances.FAR_RATIO = replace(tolerances.FAR_RATIO, value=far)
            caught[near, far] = [
                (used[0].judge(true).outcome == "inconsistent", used[0].judge(doubled).outcome == "inconsistent")
                for _, true, doubled in rows
            ]

    def shares(pair: Pair, chosen: list[int]) -> tuple[float, float]:
        return tuple(sum(caught[pair][i][kind] for i in chosen) / len(chosen) for kind in (0, 1))

    titles = sorted({title for title, _, _ in rows})
    random.Random(1).shuffle(titles)
    fold_of = {title: number % args.folds for number, title in enumerate(titles)}
    wrong = right = 0.0
    for fold in range(args.folds):
        inside = [i for i, (title, _, _) in enumerate(rows) if fold_of[title] != fold]
        left_out = [i for i, (title, _, _) in enumerate(rows) if fold_of[title] == fold]
        sound = [pair for pair in caught if shares(pair, inside)[0] <= MOST_WRONG]
        best = max(sound, key=lambda pair: shares(pair, inside)[1])
        true, doubled = shares(best, left_out)
        wrong, right = wrong + true * len(left_out), right + doubled * len(left_out)
        print(f"fold {fold}: near {best[0]}, far {best[1]}; left out: true {true:.4f}, doubled {doubled:.3f}")
    print(f"all folds: true called inconsistent {wrong / len(rows):.4f}, doubled {right / len(rows):.3f}")


if __name__ == "__main__":
    main()
