"""Measures how well claims of distance, direction, travel time and the like are found and judged.

    python benchmarks/claims.py [--given] [--shared ../shared] [--show]

First the places come from the gold files, which isolates finding and judging, then (without --given) geomap finds them
itself. Prints the scorer's figures for the texts, and for the offsets how many are found and how many of the true,
the stretched and the reversed ones are called inconsistent.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from geomap import calendar_dates, defaults, quantities, sentences
from geomap.claims.geometry import reach_km
from geomap.claims.signs import read_compass
from geomap.geodesy import compass_point
from geomap.mentions.points import with_points
from geomap.places.points import place_point
from geomap.records import Candidate, Document, LatLon, Mention, Place, PlacedMention, Reading, Verdict

KM = {"mi": 1.609344, "km": 1.0, "nmi": 1.852, "m": 0.001}


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def given_place(name: str, lat: float | None, lon: float | None, population: int = 0) -> Place | None:
    """A place of the gold files; its extent by its population, as CLAIMS.md has it."""
    if lat is None or lon is None:
        return None
    radius = min(25.0, max(1.0, 0.9 * (population / 10_000) ** 0.45)) if population else 1.5
    head = re.split(r"[,(]", name)[0].strip()
    return Place(
        id=f"given:{name}", name=head, at=LatLon(lat, lon), kind="city", population=population, radius_km=radius
    )


class Given:
    """A gazetteer that puts the gold places before all others; it answers for titles."""

    def __init__(self, inner) -> None:
        self._inner = inner
        self.title: Place | None = None

    def find_places(self, name: str) -> Sequence[Place]:
        """The title's place where it is given."""
        if self.title is not None and name.casefold() == self.title.name.casefold():
            return [self.title]
        return self._inner.find_places(name)

    def __getattr__(self, name: str):
        return getattr(self._inner, name)


def given_mentions(document: Document, places: Iterable[Place], gazetteer) -> list[PlacedMention]:
    """The gold places where the text names them, and the countries and regions that the gazetteer knows."""
    text = document.text
    out: list[PlacedMention] = []

    def add(start: int, end: int, place: Place) -> None:
        if any(m.start < end and start < m.end for m in out):
            return
        mention = Mention(document=document.id, start=start, end=end, text=text[start:end])
        out.append(
            PlacedMention(
                mention=mention, place=place, score=1.0, why="given", candidates=(Candidate(place=place, score=1.0),)
            )
        )

    for place in sorted(places, key=lambda p: -len(p.name)):
        for match in re.finditer(rf"(?<!\w){re.escape(place.name)}(?!\w)", text):
            add(*match.span(), place)
    for span in gazetteer.find_names(text):
        if len(span.text) < 4:
            continue
        known = [
            p
            for p in gazetteer.find_places(span.text)[:3]
            if p.kind in {"country", "region", "river", "lake", "county"}
        ]
        if known:
            add(span.start, span.end, known[0])
    return sorted(out, key=lambda m: m.start)


def given_reading(document: Document, places: Iterable[Place], gazetteer) -> Reading:
    known = {(m.start, m.end): m for m in given_mentions(document, places, gazetteer)}
    mentions = with_points(document, [m.mention for m in known.values()])
    return Reading(
        document=document,
        sentences=tuple(sentences.find_sentences(document.text)),
        mentions=tuple(known.get((m.start, m.end)) or place_point(m) for m in mentions),
        quantities=tuple(quantities.find_quantities(document.text)),
        times=tuple(calendar_dates.find_times(document)),
    )


def read(document: Document) -> Reading:
    """A document with the places that geomap itself finds."""
    mentions = defaults.recognizer().find_mentions(document)
    return Reading(
        document=document,
        sentences=tuple(sentences.find_sentences(document.text)),
        mentions=tuple(defaults.resolver().resolve(document, mentions)),
        quantities=tuple(quantities.find_quantities(document.text)),
        times=tuple(calendar_dates.find_times(document)),
    )


def checkers(gazetteer) -> Sequence:
    return defaults.measure_checkers(gazetteer, defaults.network())


def judge(reading: Reading, used: Sequence) -> list[Verdict]:
    found = [c.judge(claim) for c in used for claim in c.find_claims(reading)]
    return sorted(found, key=lambda v: (v.claim.start, v.claim.end))


def as_row(verdict: Verdict) -> dict:
    claim = verdict.claim
    stated = claim.stated
    return {
        "kind": str(claim.kind),
        "quote": claim.quote,
        "stated": {"value": stated.value, "unit": stated.unit} if stated else None,
        "verdict": str(verdict.outcome),
        "why": f"[{verdict.rule}] {verdict.why}",
        "figure": claim.figure.text if claim.figure else None,
        "ground": claim.ground.text if claim.ground else None,
    }


def texts(shared: Path, *, given: bool) -> None:
    gold = shared / "gold" / "claims_dev.jsonl"
    reports = []
    gazetteer = Given(defaults.gazetteer())
    used = checkers(gazetteer) if given else defaults.checkers()
    for row in rows(gold):
        document = Document(id=row["id"], text=row["text"], title=row.get("context_subject"))
        places = []
        for claim in row["claims"]:
            for role in ("figure", "ground", "third"):
                if claim[role] and (place := given_place(claim[role], claim[f"{role}_lat"], claim[f"{role}_lon"])):
                    places.append(place)
        heads = {re.split(r"[,(]", row.get("context_subject") or "")[0].strip()}
        gazetteer.title = next((p for p in places if p.name in heads), None)
        if given and gazetteer.title is not None:
            document = replace(document, title=gazetteer.title.name)
        reading = given_reading(document, places, gazetteer) if given else read(document)
        reports.append({"claims": [as_row(v) for v in judge(reading, used)]})
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write("\n".join(json.dumps(r) for r in reports))
        file.flush()
        scorer = shared / "tools" / "score_claims.py"
        print(
            subprocess.run(
                [sys.executable, str(scorer), "texts", str(gold), file.name], capture_output=True, text=True
            ).stdout
        )


def seeds(shared: Path) -> None:
    """The seed documents as they were published: claims found and verdicts, those between documents too."""
    gold, scorer = shared / "gold" / "seed_claims.jsonl", shared / "tools" / "score_claims.py"
    command = [sys.executable, "-m", "geomap", "check", str(shared / "seeds"), "-f", "json", "--fail-on", "never"]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        subprocess.run(command, stdout=file, check=True)
        print("seed documents")
        print(
            subprocess.run(
                [sys.executable, str(scorer), "seeds", str(gold), file.name], capture_output=True, text=True
            ).stdout
        )


def offset_row(row: dict) -> tuple[Document, list[Place], Place | None]:
    figure = given_place(row["figure_title"], row["figure_lat"], row["figure_lon"])
    ground = given_place(row["ground"], row["ground_lat"], row["ground_lon"], row["ground_population"])
    return (
        Document(id=row["id"], text=row["text"], title=row["figure_title"]),
        [p for p in (figure, ground) if p],
        figure,
    )


def is_right(verdict: Verdict, row: dict) -> bool:
    claim = verdict.claim
    stated = claim.stated
    if stated is None or claim.figure is None or claim.ground is None:
        return False
    name = re.split(r"[,(]", row["figure_title"])[0].strip()
    return (
        (name in claim.figure.text or (claim.figure.place is not None and claim.figure.place.name == name))
        and row["ground"] in claim.ground.text
        and abs(stated.value - row["value"]) < 0.01
        and claim.direction == read_compass(row["direction"])
    )


def offsets(shared: Path, *, given: bool, show: bool) -> None:
    gazetteer = Given(defaults.gazetteer())
    used = checkers(gazetteer) if given else defaults.checkers()
    good = [r for r in rows(shared / "gold" / "offsets_dev.jsonl") if r["flag"] == "ok"]
    found = wrong = 0
    caught = {"doubled": 0, "tripled": 0, "reversed": 0}
    outcomes: dict[str, int] = {}
    for row in good:
        document, places, gazetteer.title = offset_row(row)
        if given and gazetteer.title is not None:
            document = replace(document, title=gazetteer.title.name)
        reading = given_reading(document, places, gazetteer) if given else read(document)
        verdicts = judge(reading, used)
        verdict = next((v for v in verdicts if v.claim.kind == "distance" and is_right(v, row)), None)
        if verdict is None:
            if show:
                print("missed ", row["text"], "|", row["figure"], row["value"], row["direction"], row["ground"])
                for v in verdicts:
                    print(
                        "     got",
                        v.claim.figure and v.claim.figure.text,
                        "<-",
                        v.claim.ground and v.claim.ground.text,
                        v.claim.stated and v.claim.stated.text,
                        v.claim.direction,
                    )
            continue
        found += 1
        outcomes[verdict.outcome] = outcomes.get(verdict.outcome, 0) + 1
        if verdict.outcome == "inconsistent":
            wrong += 1
            if show:
                print("called inconsistent:", verdict.why, "|", row["text"][:120])
        checker: Any = next(c for c in used if any(r.id == verdict.rule for r in c.rules))
        for name, claim in changed(verdict).items():
            outcome = checker.judge(claim).outcome
            caught[name] += outcome == "inconsistent"
    total = len(good)
    print(f"offsets found with figure, ground, value, unit and direction: {found} of {total} ({found / total:.3f})")
    print(f"true ones called inconsistent: {wrong} ({wrong / max(found, 1):.4f}); outcomes {outcomes}")
    for name, count in caught.items():
        print(f"{name} called inconsistent: {count} of {found} ({count / max(found, 1):.3f})")


def changed(verdict: Verdict) -> dict[str, object]:
    """The claim with the distance doubled and tripled, and with the direction turned around."""
    claim = verdict.claim
    stated = claim.stated
    assert stated is not None
    out: dict[str, object] = {}
    for name, factor in (("doubled", 2), ("tripled", 3)):
        text = f"{stated.hedge} {stated.value * factor:g} {stated.unit}".strip()
        read = quantities.find_quantities(text)
        bigger = (
            read[0]
            if read
            else replace(stated, value=stated.value * factor, low=stated.low * factor, high=stated.high * factor)
        )
        out[name] = replace(claim, stated=bigger)
    points = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"]
    opposite = compass_point((points.index(claim.direction or "N") * 22.5 + 180) % 360)
    out["reversed"] = replace(claim, direction=opposite)
    return out


def speed(shared: Path) -> None:
    """Documents a second for finding and judging once places are known, over the texts joined by sixes."""
    gazetteer = Given(defaults.gazetteer())
    used = checkers(gazetteer)
    source = rows(shared / "gold" / "offsets_dev.jsonl")
    readings = []
    for i in range(0, len(source) - 6, 6):
        group = source[i : i + 6]
        places = [p for r in group for p in offset_row(r)[1]]
        document = Document(id=str(i), text="\n".join(r["text"] for r in group))
        readings.append(given_reading(document, places, gazetteer))
    judge(readings[0], used)
    # What the parts before left behind is not collected while these are timed.
    gc.collect()
    gc.freeze()
    start = time.process_time()
    count = sum(len(judge(reading, used)) for reading in readings)
    taken = time.process_time() - start
    rate = len(readings) / taken
    print(f"{len(readings)} documents of six sentences, {count} claims: {rate:.0f} documents/s of CPU time")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--given", action="store_true", help="take the places from the gold files")
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--show", action="store_true", help="print what is missed or wrongly called")
    args = parser.parse_args()
    for given in [True] if args.given else [True, False]:
        print("places given" if given else "places found by geomap")
        texts(args.shared, given=given)
        offsets(args.shared, given=given, show=args.show)
    seeds(args.shared)
    speed(args.shared)


__all__ = ["reach_km"]

if __name__ == "__main__":
    main()
