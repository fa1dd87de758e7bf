"""Which of its namesakes a statement is judged by: the whole pipeline on statements that only one place fits."""

import pytest

import geomap
from geomap.records import Document

# Sentence, title, verdict on its distance, countries and first-level regions of its ends.
CASES = [
    # A wrong figure is no reason to take a city for a hamlet of the same name …
    ("Lyon lies about 350 km from Dijon.", None, "inconsistent", {"Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté"}),
    ("Grenoble lies about 280 km from Lyon.", None, "inconsistent", {"Auvergne-Rhône-Alpes"}),
    ("Denver and Chicago are 800 km apart by road.", None, "inconsistent", {"Colorado", "Illinois"}),
    ("Albuquerque lies 540 km north of Denver.", None, "inconsistent", {"New Mexico", "Colorado"}),
    ("Rosario lies about 1,120 km from Córdoba.", None, "inconsistent", {"Santa Fe Province", "Córdoba Province"}),
    ("Tampere lies about 350 km from Lahti.", None, "inconsistent", {"Pirkanmaa", "Paijat-Hame Region"}),
    # … nor for a place abroad that other lists call so.
    ("Bari lies 440 km east of Naples.", None, "inconsistent", {"Apulia", "Campania"}),
    ("Bari lies 220 km east of Naples.", None, "consistent", {"Apulia", "Campania"}),
    # A hamlet near by is meant where its distance is told.
    ("The farm is in Austin, about 35 miles north of Louisville.", None, "consistent", {"Indiana", "Kentucky"}),
    # The area in a title says where its bare names lie.
    ("It lies 14 miles north of Lewisburg.", "Rainelle, West Virginia", None, {"West Virginia"}),
    ("It is 57 km from Stratford.", "New Plymouth, Taranaki", None, {"Taranaki"}),
    ("It is located 5 km north of Salisbury.", "Burton, South Australia", "consistent", {"South Australia"}),
    ("It is 65 km east of Batangas City.", "San Juan, Batangas", None, {"Calabarzon"}),
    (
        "It is 280 km north of Manila by road.",
        "San Juan, La Union",
        "consistent",
        {"Ilocos", "National Capital Region"},
    ),
    ("It lies two miles south of Beccles.", "Weston, Suffolk", "unverifiable", {"England"}),
]


@pytest.mark.parametrize(("text", "title", "verdict", "regions"), CASES, ids=[c[0] for c in CASES])
def test_meant(text, title, verdict, regions):
    report = geomap.check(Document(id="x", text=text, title=title))
    claim = next(v for v in report.verdicts if v.claim.kind == "distance")
    ends = [p.place for p in (claim.claim.figure, claim.claim.ground) if p is not None and p.place is not None]
    assert {place.admin1 for place in ends if place.admin1} == regions, claim.why
    assert verdict is None or str(claim.outcome) == verdict, claim.why


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # The Pingxiang of seven times as many people lies 890 km from Vietnam.
        ("The train halted in Pingxiang, close to the border with Vietnam.", "consistent"),
        # No namesake of Lyon that anybody knows lies there.
        ("The train halted in Lyon, close to the border with Spain.", "inconsistent"),
    ],
)
def test_a_border_town_is_the_one_of_its_name_at_the_border(text, outcome):
    report = geomap.check(Document(id="x", text=text))
    [verdict] = [v for v in report.verdicts if v.claim.kind == "proximity"]
    assert str(verdict.outcome) == outcome, verdict.why


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        # Dublin has a park of that name; so may others.
        ("The school at Phoenix Park in Singapore was closed.", "unverifiable"),
        ("Yellowstone National Park in Peru was closed.", "inconsistent"),
    ],
)
def test_a_town_park_of_another_land_is_another_park(text, outcome):
    report = geomap.check(Document(id="x", text=text))
    [verdict] = [v for v in report.verdicts if v.claim.kind == "containment"]
    assert str(verdict.outcome) == outcome, verdict.why


@pytest.mark.parametrize(("miles", "outcome"), [("500", "doubtful"), ("590", "consistent"), ("300", "inconsistent")])
def test_a_boat_need_not_keep_to_the_lanes(miles, outcome):
    text = f"We sailed {miles} nautical miles from Lisbon to Porto Santo."
    report = geomap.check(Document(id="x", text=text))
    [verdict] = [v for v in report.verdicts if v.claim.kind == "distance"]
    assert str(verdict.outcome) == outcome, verdict.why
