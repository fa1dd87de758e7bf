"""Which places lie in which by their codes: True, False, or None where codes cannot tell."""

import pytest
from factories import place

from geomap.divisions import lies_in, region_key

FRANCE = place("France", id="c:fr", kind="country", country="FR")
RHONE = place("Rhône-Alpes", id="r:84", kind="region", country="FR", admin1_code="FR.84")
OWN_RHONE = place("Rhône-Alpes", id="own:84", kind="region", country="FR", admin1_code="84")
LOIRE = place("Loire", id="y:42", kind="county", country="FR", admin1_code="FR.84", admin2_code="42")
LYON = place("Lyon", id="lyon", kind="city", country="FR", admin1_code="FR.84", admin2_code="69")
NICE = place("Nice", id="nice", kind="city", country="FR", admin1_code="FR.93", admin2_code="06")
ROANNE = place("Roanne", id="roanne", kind="city", country="FR", admin1_code="FR.84", admin2_code="42")
FEURS_ABROAD = place("Feurs", id="feurs", kind="city", country="BE", admin1_code="BE.84", admin2_code="42")
UNCODED = place("Somewhere", id="some", kind="city", country="FR", admin1_code=None, admin2_code=None)
AT_SEA = place("Bank", id="bank", kind="plain", country=None, admin1_code=None, admin2_code=None)
ALPS = place("Alps", id="alps", kind="range", country=None, admin1_code=None)


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        (LYON, LYON, True),
        (LYON, FRANCE, True),
        (FEURS_ABROAD, FRANCE, False),
        (AT_SEA, FRANCE, None),
        (LYON, RHONE, True),
        (LYON, OWN_RHONE, True),
        (NICE, RHONE, False),
        (FEURS_ABROAD, OWN_RHONE, False),
        (UNCODED, RHONE, None),
        (ROANNE, LOIRE, True),
        (LYON, LOIRE, False),
        (FEURS_ABROAD, LOIRE, False),
        (UNCODED, LOIRE, None),
        (FEURS_ABROAD, LYON, False),
        (ROANNE, LYON, None),
        (LYON, ALPS, None),
    ],
    ids=lambda value: value.id if hasattr(value, "id") else None,
)
def test_codes_tell_what_lies_in_what(inner, outer, expected):
    assert lies_in(inner, outer) is expected


def test_a_region_key_names_its_country_and_needs_one():
    assert region_key(LYON) == region_key(OWN_RHONE) == "FR.84"
    assert region_key(UNCODED) is None
    assert region_key(place(country=None, admin1_code="84")) is None
