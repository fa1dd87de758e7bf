"""What railway lines known from memory agree with: published lengths, ways over them, and OpenStreetMap's tracks."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from rail_settle import CHORD_FACTOR, chord
from rail_text import Railway, Stop

from geomap.networks.rail import RailAtlas
from geomap.records import Place

ROOT = Path(__file__).resolve().parent.parent
# Published lengths that the tests compare ways with, and more that belong to one line and not to the usual way between
# its ends; a line from memory that agrees with one says so in its source.
PUBLISHED = (ROOT / "tests" / "oracles" / "rail_distances.csv", ROOT / "scripts" / "rail" / "published.csv")
AGREES = 0.02
# A way confirms the lines that make up at least this much of it.
SHARE = 0.2

# What scripts/rail_tracks.py measured, and how nearly it has to agree with a line from memory, over at least which
# share of it: of the 111 lines whose km have a source and were measured so far, three in four are as near. A town's
# point is not its station: so many km off are allowed to a short line.
TRACKS = ROOT / "scripts" / "rail" / "tracks.csv"
TRACKS_AGREE, TRACKS_AGREE_KM, TRACKS_SHARE = 0.03, 2.0, 0.9
# A line that was measured over this share at least is confirmed in part.
TRACKS_PART = 0.5
# A difference up to this is told; tracks that differ by more go another way as often as not.
TRACKS_NEAR = 0.1
# The tracks are simplified: the median of those 111 lines over their tracks.
TRACKS_FACTOR = 1.008
TRACKS_SOURCE = (
    "OpenStreetMap's tracks (© OpenStreetMap contributors, ODbL) by scgraph_data 2.0.0, pypi.org/project/scgraph-data"
)
FROM_TRACKS = "estimated from tracks"
# A line without typed km is estimated from tracks if they are at least this share of it, else from its stations.
MOSTLY = 0.5
# Tracks that are more straight lines long than this go round a gap.
ROUNDABOUT = 1.85
# Between neighbours so near the way from a town's point to its track is most of what is measured.
NEIGHBOURS_KM = 5.0

REMEMBERED = re.compile(r"memory(?: \([^()]*\))?")

Stretches = list[tuple[str, str, float]]


def read_published() -> list[dict[str, str]]:
    rows = []
    for path in PUBLISHED:
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows


def read_tracks() -> dict[str, Stretches]:
    """The measured stretches of each line: (from, to, km)."""
    lines: dict[str, Stretches] = defaultdict(list)
    with TRACKS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lines[row["line"]].append((row["from"], row["to"], float(row["km"])))
    return lines


def confirm(lines: list[Railway], published: list[dict[str, str]]) -> None:
    """Name the published length that agrees with a line from memory."""
    for line in lines:
        at = {(stop.name, stop.country): float(stop.km or 0) for stop in line.stops}
        for row in published:
            start, end = at.get((row["from"], row["from_country"])), at.get((row["to"], row["to_country"]))
            if not is_remembered(line) or start is None or end is None:
                continue
            km = float(row["km"])
            if abs(abs(end - start) - km) <= AGREES * km:
                told = f"{row['from']}-{row['to']} agrees with {row['source']}"
                _say(line, "memory, length confirmed", told + ("" if "km" in told else f" ({row['km']} km)"))


def confirm_by_ways(lines: list[Railway], published: list[dict[str, str]]) -> None:
    """Name the published way over several lines that agrees with them; the tables must have been written."""
    network = RailAtlas(ROOT / "data")
    places = {(s.name, s.country): Place(id=s.place, name=s.name, at=s.at, kind="city") for s in network.atlas.stations}
    by_name = {line.header["name"]: line for line in lines}
    for row in published:
        ends = [places.get((row[end], row[f"{end}_country"])) for end in ("from", "to")]
        route = network.route([place for place in ends if place]) if all(ends) else None
        if route is None or route.length_km is None or abs(route.length_km / float(row["km"]) - 1) > AGREES:
            continue
        over: Counter[str] = Counter()
        for leg in route.legs:
            over[leg.line] += round(leg.length_km)
        for name, km in over.items():
            line = by_name[name]
            if is_remembered(line) and km >= SHARE * route.length_km:
                told = f"the way {row['from']}-{row['to']} over it agrees with {row['source']}"
                _say(line, "memory, way confirmed", told + ("" if "km" in told else f" ({row['km']} km)"))


def confirm_by_tracks(lines: list[Railway], tracks: dict[str, Stretches]) -> None:
    """Hold lines from memory against the length of the tracks, and say how they compare."""
    for line in lines:
        if not is_remembered(line) or line.header["mode"] == "ferry":
            continue
        stated, measured = _compare(line.stops, tracks.get(line.header["id"], []))
        share = stated / (_length(line.stops) or 1.0)
        off = abs(measured - stated)
        part = "its length" if share > 0.999 else f"{share:.0%} of it"
        km = f"{stated:.0f} km here, {measured:.0f} km there"
        if stated and share >= TRACKS_PART and off <= max(TRACKS_AGREE * stated, TRACKS_AGREE_KM):
            known = "memory, length confirmed" if share >= TRACKS_SHARE else "memory, part confirmed"
            _say(line, known, f"{part} agrees with {TRACKS_SOURCE}: {km}")
        elif stated and share >= TRACKS_SHARE and off <= TRACKS_NEAR * stated:
            _say(line, "memory, length differs", f"{part} is not that of {TRACKS_SOURCE}: {km}")


def is_remembered(line: Railway) -> bool:
    """Whether memory alone is a line's source: "memory", or "memory (827 km Viedma-Bariloche)"."""
    return line.header["known"] == "memory" and bool(REMEMBERED.fullmatch(line.header["source"]))


def _say(line: Railway, known: str, told: str) -> None:
    line.header["known"], line.header["source"] = known, f"{line.header['source']}; {told}"


def _length(stops: list[Stop]) -> float:
    return abs(float(stops[-1].km or 0) - float(stops[0].km or 0))


def _compare(stops: list[Stop], stretches: Stretches) -> tuple[float, float]:
    """The km of the measured part of a line: by its table, and by the tracks."""
    at = {stop.name: float(stop.km or 0) for stop in stops}
    known = [(abs(at[b] - at[a]), km) for a, b, km in stretches if a in at and b in at]
    return sum(km for km, _ in known), TRACKS_FACTOR * sum(km for _, km in known)


def steps_along(stops: list[Stop], stretches: Stretches) -> tuple[list[float], float]:
    """The km from stop to stop by the tracks, and their share of them; without track they are estimated.

    A stop that the tracks pass by shares the km of its stretch by straight lines.
    """
    numbers = {stop.name: n for n, stop in enumerate(stops)}
    steps = [CHORD_FACTOR * chord(a, b) for a, b in pairwise(stops)]
    on_tracks = 0.0
    for start, end, length in stretches:
        a, b = numbers.get(start), numbers.get(end)
        if a is None or b is None or not a < b:
            continue
        chords = [chord(p, q) for p, q in pairwise(stops[a : b + 1])]
        length *= TRACKS_FACTOR
        if not sum(chords) or length > ROUNDABOUT * sum(chords) + TRACKS_AGREE_KM:
            continue
        # Two stations are no nearer to each other by rail than straight; from a town to its neighbour it says little.
        length = max(length, sum(chords))
        if length < NEIGHBOURS_KM:
            length = min(length, CHORD_FACTOR * sum(chords))
        steps[a:b] = [length * part / sum(chords) for part in chords]
        on_tracks += length
    return steps, on_tracks / (sum(steps) or 1.0)


def estimate(line: Railway, share: float) -> None:
    """Say where the km of a line come from that has none typed, or whose typed ones are not used."""
    header = line.header
    if share >= MOSTLY:
        header["known"] = FROM_TRACKS
        header["source"] = TRACKS_SOURCE + ("" if share > 0.999 else f" ({share:.0%} of it)")
    else:
        header["known"] = "estimated from stations"
        header["source"] = header["source"] or "memory"
