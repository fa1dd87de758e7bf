"""What the wording around a name says about where it lies: distances, qualifiers, borders, rivers, datelines."""

from __future__ import annotations

import re

import pytest

from geomap import defaults
from geomap.places.resolve_offsets import find_offsets
from geomap.records import Document, Mention, PlacedMention


def marked(text: str) -> tuple[str, list[Mention]]:
    """A text without its angle brackets, and what stood in them."""
    plain, mentions = "", []
    for part in re.split(r"(<[^>]+>)", text):
        if part.startswith("<"):
            start = len(plain)
            mentions.append(Mention(document="d", start=start, end=start + len(part) - 2, text=part[1:-1]))
        plain += part.strip("<>")
    return plain, mentions


def place(text: str) -> list[PlacedMention]:
    plain, mentions = marked(text)
    return list(defaults.resolver().resolve(Document(id="d", text=plain), mentions))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at <Cook>, a ghost town 1,100 km west of <Adelaide>, after", [("Cook", "Adelaide", 1100, 270, False)]),
        ("<Spassk>, about 100 miles north of <Vladivostok>", [("Spassk", "Vladivostok", 161, 0, False)]),
        ("<Gaya>, some 100 kilometers (62 miles) south-southeast of <Patna>", [("Gaya", "Patna", 100, 157.5, False)]),
        ("<Salem>, <Oregon>, 45 miles south of <Portland>", [("Salem", "Portland", 72, 180, False)]),
        ("<Paracas> is 38 kilometres WSW of <Ica>", [("Paracas", "Ica", 38, 247.5, False)]),
        ("<Sake>, west of <Goma>, fell", [("Sake", "Goma", None, 270, False)]),
        ("40 km from <Gori> lies <Khashuri>", [("Khashuri", "Gori", 40, None, False)]),
        (
            "110 km southwest of <Guatemala City>, near <Santa Rosa>",
            [("Santa Rosa", "Guatemala City", 110, 225, False)],
        ),
        ("the 4,352 kilometres between <Sydney> and <Perth>", [("Sydney", "Perth", 4352, None, True)]),
        ("<Oslo> and <Bergen> are 460 km apart", [("Oslo", "Bergen", 460, None, True)]),
        (
            "<Perth>, 40 km from <Northam> and 70 km from <York>",
            [("Perth", "Northam", 40, None, False), ("Perth", "York", 70, None, False)],
        ),
        ("Police in <Dallas> arrested a man 20 miles north of <Austin>", []),
        ("<Salem>, where police found a car 20 miles from <Boston>", []),
        ("a <Bishkek>-born man ran 20 km from <Osh>", []),
        ("<Goma>.\n\n20 km from <Sake>", []),
    ],
)
def test_stated_distances(text: str, expected: list[tuple[str, str, int | None, float | None, bool]]) -> None:
    plain, mentions = marked(text)
    found = [
        (mentions[o.figure].text, mentions[o.ground].text, o.length_km and round(o.length_km), o.azimuth_deg, o.way)
        for o in find_offsets(plain, mentions)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clash in <Moscow>, 80 miles south of <Spokane>.", ["US", "US"]),
        ("A fire near <Tripoli>, 85 km north of <Beirut>.", ["LB", "LB"]),
        ("In <Maharashtra>, <Aurangabad> is dry; in <Bihar>, <Aurangabad> is wet.", ["16", "16", "34", "34"]),
        ("From <Cairo> to <Alexandria>. In <Virginia>, <Alexandria> is shut.", ["11", "06", "VA", "VA"]),
        (
            "At <Valdivia>, 120 km north of <Medellin>. From <Temuco> to <Valdivia> in southern <Chile>.",
            ["CO", "CO", "CL", "CL", "CL"],
        ),
        ("<Hull> chose a mayor. <Grimsby> votes in May.", ["GB", "GB"]),
        ("<Gatineau> and <Hull> lie across the river from <Ottawa>.", ["CA", "CA", "CA"]),
        ("two men from <windsor>, <ontario>, drove to <cleveland>", ["CA", "CA", "US"]),
    ],
)
def test_namesakes_are_told_apart(text: str, expected: list[str]) -> None:
    found = [m.place for m in place(text)]
    got = [
        p and (p.country if len(e) == 2 and e.isalpha() and e != "VA" else p.admin1_code)
        for p, e in zip(found, expected, strict=True)
    ]
    assert [g and g.rpartition(".")[2] for g in got] == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("<Cardiff> is the capital of <Wales>.", ["city", "region"]),
        ("<Nuuk> is the capital city of <Greenland>.", ["city", "country"]),
        ("<Swansea> is the second largest city of <Wales>.", ["city", "region"]),
        ("<Whitehorse> is the capital of <Yukon>.", ["city", "region"]),
        ("<Aktobe> is one of the main towns of <Kazakhstan>.", ["city", "country"]),
        ("A fire burned in the city of <Salzburg>.", ["city"]),
        ("She left the Ethiopian capital of <Addis Ababa>.", ["city"]),
    ],
)
def test_the_capital_of_an_area_is_not_the_area(text: str, kinds: list[str]) -> None:
    found = place(text)
    assert [m.place and m.place.kind for m in found] == kinds
    assert all(m.score > 0.7 for m in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<Georgetown> is a village in the west of <Ohio>.", "Ohio"),
        ("<Georgetown> is the capital of <Guyana>.", "Demerara-Mahaica"),
    ],
)
def test_what_a_town_is_said_to_lie_in_tells_which_one_it_is(text: str, expected: str) -> None:
    found = place(text)[0].place
    assert found is not None and found.admin1 is not None and expected in found.admin1


def test_a_distance_that_contradicts_lowers_the_score() -> None:
    near = place("They stopped at <Holt>, 14 km west of <Canberra>, and went on.")[0]
    far = place("They stopped at <Holt>, 1,100 km west of <Adelaide>, and went on.")[0]
    assert near.place is not None and near.place.country == "AU" and near.score > 0.6
    assert far.score < 0.4
    wrong = place("<Lyon> is 2,000 km north of <Marseille>.")[0]
    assert wrong.place is not None and wrong.place.country == "FR" and wrong.score > 0.8


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hikers from Poland were found in Georgia near the Russian border, north of Tbilisi.",
            "Georgia–Russia border",
        ),
        ("Soldiers left Kirkenes in Norway for the Russian border.", "Norway–Russia border"),
        ("Nakuru was calm, but at the Tanzanian border, near Migori, trucks queued.", "Kenya–Tanzania border"),
        ("Trucks from Laredo and El Paso queued at the Mexican border.", "Mexico–United States border"),
    ],
)
def test_a_border_is_that_of_the_country_of_the_story(text: str, expected: str) -> None:
    document = Document(id="d", text=text)
    found = defaults.resolver().resolve(document, defaults.recognizer().find_mentions(document))
    assert [m.place.name for m in found if m.place and m.place.kind == "border"] == [expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Floods in <Bihar>. The <Kosi> burst its banks.", "river"),
        ("<Hastings>, a town on the <Mississippi>, is in <Minnesota>.", "river"),
        ("From <Minnesota> they followed the <Mississippi> to <Iowa>.", "river"),
        ("She moved to <Mississippi> from <Minnesota>.", "region"),
        ("<NEW YORK> (Reuters) - Shares fell.", "city"),
        ("<New York> raised its tax, as <New Jersey> had done.", "region"),
    ],
)
def test_the_wording_asks_for_a_kind(text: str, kind: str) -> None:
    plain, mentions = marked(text)
    found = defaults.resolver().resolve(Document(id="d", text=plain), mentions)
    assert kind in [
        m.place.kind for m in found if m.place and m.mention.text in {"Kosi", "Mississippi", "NEW YORK", "New York"}
    ]


def test_a_far_village_of_a_name_that_the_gazetteer_lacks_is_not_trusted() -> None:
    text = "In <Nigeria>, herders left <Makurdi> for <Jos> and burned houses in <Guma>."
    found = {m.mention.text: m for m in place(text)}
    assert found["Makurdi"].score > 0.9 and found["Guma"].score < 0.7


def test_a_stated_distance_chooses_the_small_place_that_it_fits() -> None:
    found = place("The train stopped at <Cook>, 800 km west of <Adelaide>, and went on.")[0]
    assert found.place is not None and found.place.admin1_code == "AU.05"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The crew rowed the <Atlantic> on a raft.", "ocean", "Atlantic Ocean"),
        ("Over the <Pacific> and into a storm.", "ocean", "Pacific Ocean"),
        ("Gas crosses the <Caspian> by ship.", "sea", "Caspian Sea"),
        ("<Atlantic>, <Iowa>, has a mill.", "city", "Atlantic"),
        ("They skied to the <North Pole> in April.", "pole", "North Pole"),
        ("The town of <North Pole>, near <Fairbanks>, <Alaska>, has a Santa.", "city", "North Pole"),
        ("A helicopter flew along the <Great Glen> to <Inverness>.", "valley", "Great Glen"),
        ("A flight from <Frankfurt> to <Chicago> turned back.", "city", "Frankfurt am Main"),
    ],
)
def test_an_article_speaks_against_a_town(text: str, kind: str, name: str) -> None:
    first = place(text)[0].place
    assert first is not None and (first.kind, first.name) == (kind, name)


@pytest.mark.parametrize(
    ("text", "country", "admin1"),
    [
        # Two names of many places each, which only one neighbourhood has together.
        ("<Columbus>, <Phenix City> and <Harris County> share a landfill.", "US", "Georgia"),
        ("<Richmond>, <Berea> and <Madison County> voted.", "US", "Kentucky"),
        ("<Huntsville> and <Walker County> sealed a deal on water.", "US", "Texas"),
        ("Trains between <Newcastle>, <Sunderland> and <Durham> stopped.", "GB", "England"),
        # A town that is sure by its name alone tells no more for a small namesake beside it than its nearness does.
        ("A flight from <Frankfurt> to <Chicago> turned back.", "DE", "Hesse"),
    ],
)
def test_open_names_tell_where_each_other_lie(text: str, country: str, admin1: str) -> None:
    first = place(text)[0].place
    assert first is not None and (first.country, first.admin1) == (country, admin1)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The OPP and Const. Roy said the bylaw in <London> stands, and an MPP agreed.", "CA"),
        ("Labour councillors in <Boston> want more from the borough council, the NHS and the county council.", "GB"),
        ("The sheriff's deputies and the school board of <Athens> met the county commissioners.", "US"),
        ("A church in <Paris> burned.", "FR"),
        ("Protesters in <Lebanon> blocked roads.", "LB"),
    ],
)
def test_wording_tells_at_home_in_which_country_a_text_is(text: str, country: str) -> None:
    first = place(text)[0].place
    assert first is not None and first.country == country


@pytest.mark.parametrize(
    ("text", "large"),
    [
        ("They live in the hamlet of <Toronto>.", False),
        ("Villagers in <Toronto> met.", False),
        ("<Paris> is a small village on a hill.", False),
        ("Bakers in <Paris> met.", True),
        ("The village council met in <Moscow>.", True),
    ],
)
def test_a_village_is_not_the_city_of_its_name(text: str, large: bool) -> None:
    first = place(text)[0].place
    assert first is None or (first.population > 100_000) is large


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rescuers in the <Philippines> went to <Quezon> province.", "county"),
        ("Rescuers in the <Philippines> went to <Quezon>.", "city"),
        ("Police in <Italy> searched <Brescia> province.", "county"),
        ("Troops in <Syria> hold <Idlib> province.", "region"),
    ],
)
def test_a_province_is_the_division_and_not_the_town(text: str, kind: str) -> None:
    assert place(text)[1].place.kind == kind


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("<Fuzhou>, capital city of East <China>'s <Fujian> province, was calm.", "Fujian"),
        ("<Fuzhou>, a city in <Jiangxi>, was calm.", "Jiangxi"),
    ],
)
def test_a_capital_lies_in_its_region(text: str, region: str) -> None:
    assert place(text)[0].place.admin1 == region
