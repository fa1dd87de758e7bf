"""Lengths and azimuths against numbers that others published."""

import pytest

from geomap.geodesy import destination, measure
from geomap.records import LatLon

KARNEY = "Karney 2013, Algorithms for geodesics, J. Geodesy 87, doi:10.1007/s00190-012-0578-z"


def test_direct_problem_of_karney_table_2():
    """From 40 N along azimuth 30 for 10,000 km; source: KARNEY, table 2."""
    end = destination(LatLon(40.0, 0.0), 30.0, 10_000.0)
    assert end.lat_deg == pytest.approx(41.79331020506, abs=1e-9)
    assert end.lon_deg == pytest.approx(137.84490004377, abs=1e-9)


def test_inverse_problem_of_karney_table_3():
    """Two points 5e-5 degrees apart; source: KARNEY, table 3."""
    length_km, azimuth_deg = measure(LatLon(-30.12345, 0.0), LatLon(-30.12344, 0.00005))
    assert length_km == pytest.approx(0.004944208, abs=1e-9)
    assert azimuth_deg == pytest.approx(77.043533, abs=1e-5)


def test_quarter_meridian():
    """Equator to pole is 10,001.9657 km on WGS84; source: NGA STND.0036 (meridian quadrant)."""
    assert measure(LatLon(0, 0), LatLon(90, 0))[0] == pytest.approx(10_001.965729, abs=1e-5)
