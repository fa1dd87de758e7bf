"""Which places count as neighbours when open names tell where each other lie."""

from hypothesis import given
from hypothesis import strategies as st

from geomap.geodesy import rough_distance_km
from geomap.places.resolve_company import CELL_DEG, cells_of
from geomap.records import LatLon

KM_OF_DEGREE = 111.2


@given(st.floats(-75, 75), st.floats(-179, 179), st.floats(-0.44, 0.44), st.floats(-0.44, 0.44))
def test_neighbours_share_a_cell(lat, lon, up, aside):
    one, other = LatLon(lat, lon), LatLon(lat + up, lon + aside)
    assert set(cells_of(one)) & set(cells_of(other))


@given(st.floats(-75, 75), st.floats(-170, 170), st.floats(-5, 5), st.floats(-5, 5))
def test_no_cell_holds_what_lies_far_apart(lat, lon, up, aside):
    one, other = LatLon(lat, lon), LatLon(lat + up, lon + aside)
    if set(cells_of(one)) & set(cells_of(other)):
        assert rough_distance_km(one, other) < 1.6 * CELL_DEG * KM_OF_DEGREE
