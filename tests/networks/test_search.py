"""Shortest ways, borders, third countries, changes and alternatives on a small graph."""

import pytest

from geomap.networks.search import Edge, Graph


def graph(countries, edges, *, costs=None, open_borders=""):
    made = Graph(open_borders=frozenset(open_borders))
    for country in countries:
        made.add_station(country)
    for number, (start, end, km) in enumerate(edges):
        made.add(Edge(start, end, km, number), cost=(costs or {}).get(number, 1.0))
    return made


def test_shortest_by_km():
    made = graph("AAAA", [(0, 1, 10), (1, 3, 10), (0, 2, 5), (2, 3, 30)])
    assert made.shortest(0, 3) == [0, 1]
    assert made.shortest(3, 0) == [1, 0]
    assert made.shortest(2, 2) == []


def test_no_way_between_parts():
    made = graph("AAAA", [(0, 1, 10), (2, 3, 10)])
    assert made.shortest(0, 3) is None
    assert made.differing(0, 3, limit=3) == []


def test_a_way_at_home_is_taken_before_a_shorter_one_through_another_country():
    made = graph("ABAA", [(0, 1, 500), (1, 3, 500), (0, 2, 800), (2, 3, 800)])
    assert made.shortest(0, 3) == [2, 3]


def test_a_country_behind_an_open_border_is_crossed_where_that_is_shorter():
    made = graph("ABAA", [(0, 1, 500), (1, 3, 500), (0, 2, 800), (2, 3, 800)], open_borders="AB")
    assert made.shortest(0, 3) == [0, 1]


def test_another_country_is_crossed_where_it_must_be():
    made = graph("ABC", [(0, 1, 500), (1, 2, 500)])
    assert made.shortest(0, 2) == [0, 1]


def test_a_secondary_line_is_taken_only_where_it_saves_enough():
    edges = [(0, 1, 100), (0, 2, 45), (2, 1, 50)]
    assert graph("AAA", edges, costs={1: 1.15, 2: 1.15}).shortest(0, 1) == [0]
    assert graph("AAA", edges).shortest(0, 1) == [1, 2]


def test_a_change_between_the_two_stations_of_a_town_costs_but_not_at_the_ends():
    # 0 and 3 are one town with two stations, 1 and 2 another; 0-1 is the old line, 3-2 the new one.
    made = graph("AAAA", [(0, 1, 120), (3, 2, 100)])
    made.join(0, 3, cost_km=50)
    made.join(1, 2, cost_km=50)
    assert [made.edges[n].km for n in made.shortest(0, 1)] == [100]
    assert [made.edges[n].km for n in made.shortest(3, 2)] == [100]


def test_a_change_in_between_is_avoided_where_it_costs_more_than_it_saves():
    made = graph("AAAAAA", [(0, 1, 100), (1, 2, 100), (3, 4, 80), (4, 5, 150)])
    for old, new in ((0, 3), (1, 4), (2, 5)):
        made.join(old, new, cost_km=50)
    assert made.shortest(0, 2) == [0, 1]


def test_alternatives_differ_and_the_usual_way_comes_first():
    made = graph("AAAAA", [(0, 1, 10), (1, 4, 10), (0, 2, 11), (2, 4, 11), (0, 3, 15), (3, 4, 14)])
    assert made.differing(0, 4, limit=3) == [[0, 1], [2, 3], [4, 5]]
    assert made.differing(0, 4, limit=1) == [[0, 1]]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_alternatives_end_where_there_are_none(limit):
    made = graph("AA", [(0, 1, 10)])
    assert made.differing(0, 1, limit=limit) == [[0]]


def test_a_way_with_a_halt_goes_on_on_the_line_that_it_came_by():
    # 0-1-2 is the old line; 3-4-5 a new one beside it, shorter between the first two towns and longer after them.
    made = graph("AAAAAA", [(0, 1, 100), (1, 2, 100), (3, 4, 95), (4, 5, 130)])
    for old, new in ((0, 3), (1, 4), (2, 5)):
        made.join(old, new, cost_km=50)
    assert made.shortest(0, 1) == [2]
    assert made.shortest(1, 2) == [1]
    assert made.through([0, 1, 2]) == [2, 3]
    assert made.through([0, 1, 0]) == [2, 2]
    assert made.through([0, 0, 2]) == made.shortest(0, 2)
