"""The search up the hierarchy and through its core finds what a plain search over all edges finds."""

import heapq
import json
import random

import pytest

from geomap.networks.imports import import_geojson
from geomap.networks.junctions import shortest
from geomap.networks.netfile import NONE, NetFile


def write_lattice(path, *, side, seed, share):
    """A lattice of roads with bends, some main roads, some left out, a ring and a road that is laid twice."""
    chance = random.Random(seed)
    step, features = 0.01, []

    def add(kind, *points):
        line = {"type": "LineString", "coordinates": [[10 + x * step, 50 + y * step] for x, y in points]}
        features.append({"type": "Feature", "properties": {"highway": kind}, "geometry": line})

    for y in range(side):
        for x in range(side):
            for dx, dy in ((1, 0), (0, 1)):
                if x + dx >= side or y + dy >= side or chance.random() > share:
                    continue
                bow = chance.uniform(0, 0.6)
                kind = "motorway" if (y if dx else x) % 6 == 0 else "residential"
                add(kind, (x, y), (x + dx / 2 + dy * bow, y + dy / 2 + dx * bow), (x + dx, y + dy))
    add("primary", (0, 0), (0.4, 0.6), (1, 1))
    add("primary", (0, 0), (0.6, 0.4), (1, 1))
    add("primary", (-9, 0), (-9, 1), (-8, 1), (-9, 0))
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


@pytest.fixture(scope="module", params=[(34, 1, 1.0), (40, 2, 0.8), (25, 3, 0.6)], ids=["whole", "gaps", "broken"])
def net(request, tmp_path_factory):
    side, seed, share = request.param
    folder = tmp_path_factory.mktemp("lattice")
    write_lattice(folder / "roads.geojson", side=side, seed=seed, share=share)
    import_geojson(folder / "roads.geojson", folder / "roads.geomapnet", network="road")
    return NetFile(folder / "roads.geomapnet")


def costs_of(net, measure):
    if measure == "km":
        return list(net["dm"])
    return [round(dm * 3.6 / net.facts["kmh"][kind]) for dm, kind in zip(net["dm"], net["kind"], strict=True)]


def plain_costs(net, start, costs):
    """What every vertex costs from one of them, by Dijkstra's algorithm over all edges."""
    best, queue = {}, [(0, start)]
    while queue:
        cost, here = heapq.heappop(queue)
        if here in best:
            continue
        best[here] = cost
        for n in range(net["first"][here], net["first"][here + 1]):
            edge = net["link"][n]
            there = net["end"][edge] if net["start"][edge] == here else net["start"][edge]
            heapq.heappush(queue, (cost + costs[edge], there))
    return best


@pytest.mark.parametrize("measure", ["km", "time"])
def test_ways_cost_what_a_plain_search_says_and_hang_together(net, measure):
    chance = random.Random(7)
    costs = costs_of(net, measure)
    count = len(net["lat"])
    for start in (0, *(chance.randrange(count) for _ in range(12))):
        best = plain_costs(net, start, costs)
        for end in (start, *(chance.randrange(count) for _ in range(12))):
            way = shortest(net, start, end, measure=measure)
            if end not in best:
                assert way is None
                continue
            # The tenths of a second of a chain are rounded edge by edge.
            assert sum(costs[edge] for edge in way) == best[end]
            here = start
            for edge in way:
                assert here in (net["start"][edge], net["end"][edge])
                here = net["end"][edge] if net["start"][edge] == here else net["start"][edge]
            assert here == end


def test_whole_lattices_keep_a_core_so_that_its_search_is_tried(net):
    if len(net["lat"]) > 2000:
        assert net.facts["core"]["km"] > 50
        assert sum(number != NONE for number in net["km_core"]) == net.facts["core"]["km"]


def test_the_fastest_way_keeps_to_fast_roads_where_the_shortest_does_not(net):
    chance = random.Random(3)
    longer = 0
    for _ in range(60):
        start, end = chance.randrange(len(net["lat"])), chance.randrange(len(net["lat"]))
        km, time = (shortest(net, start, end, measure=measure) for measure in ("km", "time"))
        if km is None:
            continue
        dm, tenths = costs_of(net, "km"), costs_of(net, "time")
        assert sum(dm[e] for e in km) <= sum(dm[e] for e in time)
        assert sum(tenths[e] for e in time) <= sum(tenths[e] for e in km)
        longer += sum(dm[e] for e in km) < sum(dm[e] for e in time)
    assert longer > 0
