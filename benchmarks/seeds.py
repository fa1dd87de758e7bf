"""Measure the five seed documents against their hand-marked mentions.

    python benchmarks/seeds.py [--misses]

Reads shared/seeds and shared/gold/seed_places.jsonl, beside the repository or where GEOMAP_SHARED says. "found": a
literal name of a place that a mention of the kind place overlaps, of which "exact" have the same ends. "right": of
those with a gold point, placed within 161 km of it; an area (country, region, part of the world) is also right where
the gold point is not further from its own than the radius of its area, since one area has many points: Siberia's lie
278 km apart. "precision": of the mentions that are written as places (place, metonym), those that overlap a name that
the gold has as a place, literal or for its government; `geomap places` shows the same.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from geomap import defaults  # noqa: E402
from geomap.geodesy import rough_distance_km  # noqa: E402
from geomap.records import LatLon, MentionKind, PlacedMention, ReadOptions  # noqa: E402

SHARED = Path(os.environ.get("GEOMAP_SHARED", ROOT.parent / "shared"))
NEAR_KM = 161.0
AREAS = frozenset({"country", "region", "continent", "union", "vague", "historic"})
PLACES = frozenset({"literal", "metonymic", "mixed", "nominal"})
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    lines = (SHARED / "gold" / "seed_places.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line]
    found = {name: place(SHARED / "seeds" / name) for name in sorted({row["doc"] for row in rows})}
    literal = [row for row in rows if row["usage"] == "literal"]
    hits = [(row, hit) for row in literal if (hit := match(row, found[row["doc"]])) is not None]
    exact = sum((hit.start, hit.end) == (row["start"], row["end"]) for row, hit in hits)
    located = [(row, hit) for row, hit in hits if row["lat"] is not None]
    right = [is_right(row, hit) for row, hit in located]
    shown = [(name, m) for name, ms in found.items() for m in ms if m.mention.kind in SHOWN]
    wanted = [row for row in rows if row["usage"] in PLACES]
    true = [any(overlaps(row, m) for row in wanted if row["doc"] == name) for name, m in shown]
    print(f"literal {len(literal)}: found {share(len(hits), len(literal))}, exact span {share(exact, len(literal))}, "
          f"right {share(sum(right), len(right))}; precision {share(sum(true), len(true))}")  # fmt: skip
    if args.misses:
        tell("not found", [row["text"] for row in literal if match(row, found[row["doc"]]) is None])
        tell("wrong", [f"{row['text']}: {hit.why}" for (row, hit), ok in zip(located, right, strict=True) if not ok])
        tell("spurious", [f"{name} {m.mention.text}" for (name, m), ok in zip(shown, true, strict=True) if not ok])


SHOWN = frozenset({MentionKind.PLACE, MentionKind.METONYM})


def place(path: Path) -> list[PlacedMention]:
    """The mentions of a document with their places; offsets are those of the file's text."""
    document = defaults.reader().read_text(path.read_text(encoding="utf-8-sig"), ReadOptions())
    return list(defaults.resolver().resolve(document, defaults.recognizer().find_mentions(document)))


def overlaps(row: Row, hit: PlacedMention) -> bool:
    return bool(hit.start < row["end"] and row["start"] < hit.end)


def match(row: Row, found: list[PlacedMention]) -> PlacedMention | None:
    """The mention of a place that overlaps a gold row, one with the same ends first."""
    over = [m for m in found if m.mention.kind in SHOWN and overlaps(row, m)]
    over.sort(key=lambda m: (m.start, m.end) != (row["start"], row["end"]))
    return over[0] if over else None


def is_right(row: Row, hit: PlacedMention) -> bool:
    if hit.place is None or hit.place.at is None:
        return False
    off = rough_distance_km(LatLon(row["lat"], row["lon"]), hit.place.at)
    return off <= max(NEAR_KM, hit.place.radius_km if hit.place.kind in AREAS else 0.0)


def share(part: int, whole: int) -> str:
    return f"{part / max(1, whole):.3f} ({part}/{whole})"


def tell(what: str, items: list[str]) -> None:
    for item in items:
        print(f"  {what}: {item}")


if __name__ == "__main__":
    main()
