"""What holds of distances and bearings wherever the points are."""

import math
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from geomap import geodesy
from geomap.records import LatLon

points = st.builds(LatLon, st.floats(-89.9, 89.9), st.floats(-180, 180))


@given(points, points)
def test_distance_is_symmetric_and_bounded(a, b):
    there, back = geodesy.distance_km(a, b), geodesy.distance_km(b, a)
    assert math.isclose(there, back, rel_tol=1e-9, abs_tol=1e-6)
    assert 0 <= there <= 20_004


@given(points, points, points)
def test_no_way_round_is_shorter(a, b, c):
    assert geodesy.distance_km(a, c) <= geodesy.distance_km(a, b) + geodesy.distance_km(b, c) + 1e-6


@given(points, points)
def test_rough_distance_is_within_its_stated_error(a, b):
    exact = geodesy.distance_km(a, b)
    assert abs(geodesy.rough_distance_km(a, b) - exact) <= 0.0057 * exact + 0.01


@given(points, st.floats(0, 359.99), st.floats(1, 9_000))
def test_destination_comes_back(a, azimuth, length):
    end = geodesy.destination(a, azimuth, length)
    assert math.isclose(geodesy.distance_km(a, end), length, rel_tol=1e-6)


@given(st.floats(0, 720), st.floats(0, 720))
def test_angle_between_is_symmetric_and_at_most_half_a_turn(a, b):
    assert 0 <= geodesy.angle_between_deg(a, b) <= 180
    assert math.isclose(geodesy.angle_between_deg(a, b), geodesy.angle_between_deg(b, a), abs_tol=1e-9)


@given(st.sampled_from(geodesy.COMPASS_POINTS))
def test_compass_points_come_back(point):
    assert geodesy.compass_point(geodesy.compass_azimuth_deg(point)) == point


@given(points, points)
def test_lines_never_jump(a, b):
    assume(geodesy.distance_km(a, b) < 19_000)
    line = geodesy.geodesic_line(a, b)
    assert geodesy.distance_km(line[0], a) < 1e-3
    wrapped = [LatLon(p.lat_deg, (p.lon_deg + 180) % 360 - 180) for p in line]
    unwrapped = geodesy.unwrap(wrapped)
    assert all(abs(q.lon_deg - p.lon_deg) <= 180.0001 for p, q in pairwise(unwrapped))
