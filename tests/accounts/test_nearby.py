"""What may be one stop is found among thousands without measuring every pair."""

from hypothesis import given
from hypothesis import strategies as st
from marked import read

from geomap.accounts import agreement, chains, nearby, same_way
from geomap.accounts.nearby import Nearby, same_place
from geomap.claims.distance import DistanceChecker
from geomap.claims.wording import Worder
from geomap.records import LatLon, Place

spots = st.tuples(st.floats(-90, 90), st.floats(-180, 180), st.floats(-0.05, 0.05))


def town(number, lat, lon):
    return Place(id=f"x:{number}", name=f"Town {number}", kind="city", at=LatLon(lat, lon))


@given(st.lists(spots, max_size=20))
def test_all_that_is_one_stop_is_near(found):
    places = [town(n, lat, lon) for n, (lat, lon, _) in enumerate(found)]
    places += [town(-n, max(-90.0, min(90.0, lat + step)), lon) for n, (lat, lon, step) in enumerate(found, start=1)]
    known = Nearby()
    for n, place in enumerate(places):
        known.add(place, n)
    for place in places:
        same = {n for n, other in enumerate(places) if same_place(place, other)}
        assert same <= set(known.near(place))


def test_places_without_a_point_are_near_themselves():
    known = Nearby()
    known.add(Place(id="x:sea", name="Sea", kind="sea", at=None), 7)
    assert known.near(Place(id="x:sea", name="Sea", kind="sea", at=None)) == [7]
    assert known.near(Place(id="x:lake", name="Lake", kind="sea", at=None)) == []


def test_statements_of_other_places_are_not_compared(monkeypatch):
    asked = []

    def watched(a, b):
        asked.append((a.name, b.name))
        return nearby.same_place(a, b)

    for module in (agreement, chains, same_way):
        monkeypatch.setattr(module, "same_place", watched)
    checker = DistanceChecker(worder=Worder())

    def compared(text):
        asked.clear()
        reading = read(text)
        verdicts = [checker.judge(claim) for claim in checker.find_claims(reading)]
        assert len(verdicts) == 2
        for account in (agreement.Agreements(), chains.Chains(None)):
            account.compare([reading], verdicts)
        return len(asked)

    # The four places lie at least half a degree of latitude apart.
    assert compared("{Halden} is 90 km from {Oslo}. {Narvik} is 150 km from {Kiruna}. ") == compared(
        "{Halden} is 90 km from {Oslo}. {Lima} is 13,000 km from {Sydney}. "
    )
    assert ("Halden", "Narvik") not in asked and ("Oslo", "Sydney") not in asked
    assert compared("{Halden} is 90 km from {Oslo}. {Halden} is 95 km from {Oslo}. ") > 0
