"""Where a text's own statements put a place that no gazetteer knows, and what others of them then amount to."""

import pytest

import geomap
from geomap.claims.confines.regions import Area, Disc, narrowed
from geomap.geodesy import distance_km
from geomap.records import LatLon

SQUARE = tuple(LatLon(lat, lon) for lat, lon in ((50, 10), (50, 12), (52, 12), (52, 10), (50, 10)))
OVER_THE_DATE_LINE = tuple(LatLon(lat, lon) for lat, lon in ((0, 179), (0, 181), (2, 181), (2, 179), (0, 179)))


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Holmuru lies 40 km north of Ouallam. Holmuru is in the Tillaberi region.", "consistent"),
        ("Holmuru lies 40 km north of Ouallam. It is in the Tillaberi region.", "consistent"),
        ("Holmuru lies 40 km north of Ouallam. Holmuru, in the Zinder region, burned.", "inconsistent"),
        ("Holmuru lies 40 km north of Ouallam. Holmuru is two hours by car from Niamey.", "consistent"),
        ("Holmuru lies 40 km north of Ouallam. Holmuru is ten minutes by car from Niamey.", "inconsistent"),
        ("Holmuru lies 40 km north of Ouallam. Holmuru is north of Niamey.", "consistent"),
        ("Holmuru lies 40 km north of Ouallam. Holmuru is south of Niamey.", "inconsistent"),
        ("Holmuru lies 40 km north of Ouallam. Holmuru is 130 km from Niamey.", "consistent"),
        ("Holmuru lies 40 km north of Ouallam. Holmuru is 30 km from Niamey.", "inconsistent"),
        ("Holmuru is a village in Nepal. Holmuru is 30 km from Delhi.", "inconsistent"),
        ("Holmuru is a village in Nepal. Holmuru is 70 km from Kathmandu.", "unverifiable"),
        # A hamlet of the name of one a thousand kilometres away may be meant.
        ("Holmuru is a village in Nepal. Holmuru is 20 km from Ouallam.", "unverifiable"),
        ("Holmuru lies halfway between Myitkyina and Mandalay. Holmuru is south of Myitkyina.", "consistent"),
        ("Holmuru lies 40 km north of Ouallam. Holmuru is not 30 km from Niamey.", "unverifiable"),
        ("Holmuru lies 40 km north of Ouallam. Karambi is 30 km from Niamey.", "unverifiable"),
    ],
)
def test_a_later_statement_is_held_against_where_the_text_puts_the_place(text, outcome):
    first, *_, last = geomap.check(text).verdicts
    assert (first.outcome, last.outcome) == ("unverifiable", outcome)
    if outcome != "unverifiable":
        assert last.rule == f"{last.claim.kind}.confined"
        assert "Holmuru" in last.why


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Gunmen attacked the mine at Kolondieba. The mine is 240 km south of Bamako.", "consistent"),
        ("Work stopped at the Kolondieba gold mine. The mine is 240 km south of Bamako.", "consistent"),
        ("Gunmen attacked the mine at Kolondieba. The mine is 240 km north of Bamako.", "doubtful"),
        ("The plane crashed near Kapoeta. The crash site is 600 km from Torit.", "doubtful"),
        ("A train derailed at Itarsi. The accident site is 90 km south of Bhopal.", "consistent"),
        ("A mine at Kolondieba is old, a mine at Gao new. The mine is 240 km south of Bamako.", "unverifiable"),
        ("Gunmen attacked the town of Kolondieba. The mine is 240 km south of Bamako.", "unverifiable"),
    ],
)
def test_what_a_text_puts_at_a_place_is_held_against_that(text, outcome):
    (verdict,) = [v for v in geomap.check(text).verdicts if v.claim.kind == "distance"]
    assert verdict.outcome == outcome


def test_a_statement_made_twice_bears_out_nothing():
    outcomes = [
        v.outcome for v in geomap.check("Holmuru is 40 km from Ouallam. Holmuru is 40 km from Ouallam.").verdicts
    ]
    assert outcomes == ["unverifiable", "unverifiable"]


def test_points_are_spread_over_a_disc_and_an_area():
    disc = Disc(LatLon(50.0, 10.0), 30.0, "", 1.0)
    points = list(disc.spread())
    assert max(distance_km(disc.middle, p) for p in points) == pytest.approx(30.0, rel=0.01)
    assert all(disc.away_km(p) < 0.3 for p in points)
    area = Area((SQUARE,), "", 1.0)
    inside = [p for p in area.spread() if area.away_km(p) == 0.0]
    assert len(inside) >= 81
    assert area.away_km(LatLon(51.0, 13.0)) == pytest.approx(
        distance_km(LatLon(51.0, 12.0), LatLon(51.0, 13.0)), rel=0.02
    )


def test_the_narrowest_region_keeps_the_points_that_others_share():
    wide, narrow = Area((SQUARE,), "", 1.0), Disc(LatLon(51.0, 12.0), 30.0, "", 1.0)
    least, points = narrowed([wide, narrow])
    assert least is narrow
    assert len(points) < len(list(narrow.spread()))
    apart = Disc(LatLon(60.0, 12.0), 10.0, "", 1.0)
    assert narrowed([wide, apart]) == (apart, list(apart.spread()))


def test_an_area_across_the_date_line_is_as_small_as_it_is():
    area = Area((OVER_THE_DATE_LINE,), "", 1.0)
    assert area.size_km < 200
    assert all(abs(p.lon_deg) <= 181 for p in area.spread())
