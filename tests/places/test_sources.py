"""Every file of data/ has an entry that tells whose it is and under which licence, and is the file of that entry."""

import hashlib
import lzma
import tomllib
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from geomap import catalogue
from geomap.geodesy import rough_distance_km
from geomap.places import build, readers
from geomap.places.kinds import KINDS
from geomap.places.references import References
from geomap.records import LatLon

DATA = catalogue.data_dir()
ENTRIES = tomllib.loads((DATA / "SOURCES.toml").read_text(encoding="utf-8"))
FILES = sorted(p.relative_to(DATA).as_posix() for p in DATA.rglob("*") if p.is_file() and p.name != "SOURCES.toml")
KEYS = {"title", "publisher", "url", "version", "retrieved", "licence", "attribution", "sha256", "rows", "script"}
LICENCES = {"Apache-2.0", "CC-BY-4.0", "CC0-1.0", "ISC", "MIT", "ODbL-1.0", "PDDL-1.0", "LicenseRef-public-domain"}
OWN_TABLES = (
    "features.tsv",
    "names.tsv",
    "station_names.tsv",
    "demonyms.tsv",
    "metonyms.tsv",
    "abbreviations.tsv",
    "members.tsv",
    "courses.tsv",
)


@pytest.mark.parametrize("name", FILES)
def test_each_file_has_its_entry(name: str) -> None:
    entry = ENTRIES[name]
    assert entry.keys() >= KEYS
    assert entry["licence"] in LICENCES
    assert entry["attribution"]
    assert entry["sha256"] == hashlib.sha256((DATA / name).read_bytes()).hexdigest(), "run scripts/stamp_sources.py"
    script = Path(__file__).resolve().parents[2] / entry["script"].split(";")[0].split(",")[0]
    assert entry["script"].startswith("typed in") or script.is_file()


def test_no_entry_without_a_file() -> None:
    assert sorted(ENTRIES) == FILES


@pytest.mark.parametrize("name", OWN_TABLES)
def test_each_typed_row_names_its_source(name: str) -> None:
    assert all(row["source"] for row in readers.read_table(DATA / name))


@pytest.fixture(scope="module")
def references() -> References:
    """All rows that go into the index, remembered."""
    found = References()
    rows = [row for name in build.PLACE_TABLES for row in readers.read_places(DATA / name, 0)]
    ids = Counter(row.id for row in rows)
    assert len(ids) == len(rows), [found for found, count in ids.items() if count > 1][:5]
    for _ in found.watch([*rows, *readers.read_continents(0), *readers.read_towns(0, frozenset())]):
        pass
    for row in rows:
        assert row.kind in KINDS, row.id
        assert row.lat is None or (-90 <= row.lat <= 90 and -180 <= (row.lon or 0.0) <= 180), row.id
    return found


def test_each_reference_means_a_place(references: References) -> None:
    wanted = {reference for _, _, reference in readers.read_words(DATA)}
    wanted |= {
        row["place"]
        for name in ("members.tsv", "courses.tsv", "vague_outlines.tsv")
        for row in readers.read_table(DATA / name)
    }
    wanted |= {reference for reference in readers.read_names(DATA / "names.tsv") if ":" not in reference}
    missing = sorted(reference for reference in wanted if references.find(reference) is None)
    assert missing == []


def test_each_station_name_is_that_of_one_town() -> None:
    rows = list(readers.read_table(DATA / "station_names.tsv"))
    towns = {f"geonames:{town['geonameid']}": town["name"] for town in readers.load_json("cities500.json").values()}
    assert [row for row in rows if towns.get(row["place"]) != row["town"]] == []
    names = Counter(name for row in rows for name in row["names"].split("|"))
    assert [name for name, count in names.items() if count > 1] == []


def test_station_names_stand_beside_the_names_of_the_table_of_names() -> None:
    name, names = readers.read_further_names(DATA)["geonames:1275339"]
    assert name == "" and {"Bombay", "Chhatrapati Shivaji Terminus"} <= set(names)


def test_each_member_is_a_place(references: References) -> None:
    codes = {code for row in readers.read_table(DATA / "members.tsv") for code in row["members"].split()}
    assert sorted(code for code in codes if references.find(code) is None) == []


def test_a_reference_to_a_town_means_the_largest_of_its_name(tmp_path: Path) -> None:
    table = tmp_path / "towns.tsv"
    table.write_text(
        "id\tname\tkind\tlat\tlon\tcountry\tpopulation\n"
        "t:hill\tAsco\tcity\t42.4\t9.0\tFR\t-5\n"
        "t:lake\tAsco\tlake\t42.1\t9.2\tFR\t90000\n"
        "t:port\tAsco\tcity\t42.9\t9.4\tFR\t3000\n"
        "t:farm\tAsco\tcity\t42.5\t9.1\tFR\t\n"
        "t:abroad\tAsco\tcity\t45.1\t7.6\tIT\t70000\n"
        "t:ruin\tBorgo\tcity\t42.5\t9.4\tFR\t-1\n",
        encoding="utf-8",
    )
    found = References()
    rows = list(found.watch(readers.read_places(table, 0)))
    assert [row.population for row in rows] == [0, 90000, 3000, 0, 70000, 0]
    assert (found.find("city:Asco,FR"), found.find("city:Asco,IT")) == ("t:port", "t:abroad")
    assert found.find("city:Borgo,FR") == "t:ruin"
    assert found.point_of("t:port") == (42.9, 9.4)
    assert [found.find(reference) for reference in ("city:Asco,DE", "city:Asco", "city:asco,FR", "city:", "")] == [
        None
    ] * 5


def test_a_packed_table_reads_as_the_plain_one(tmp_path: Path) -> None:
    text = "# a remark\nname\tkind\tlat\tlon\nKöflach\tcity\t47.064\t15.086\nVoitsberg\tcity\t47.04\t15.15\n"
    (tmp_path / "plain.tsv").write_text(text, encoding="utf-8")
    (tmp_path / "packed.tsv.xz").write_bytes(lzma.compress(text.encode()))
    with zipfile.ZipFile(tmp_path / "tables.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.write(tmp_path / "packed.tsv.xz", "packed.tsv.xz")
    plain = list(readers.read_places(tmp_path / "plain.tsv", 0))
    assert [row.name for row in plain] == ["Köflach", "Voitsberg"]
    for packed in (tmp_path / "packed.tsv.xz", zipfile.Path(tmp_path / "tables.zip", "packed.tsv.xz")):
        assert list(readers.read_places(packed, 0)) == plain


def test_enough_places_that_no_list_of_towns_has() -> None:
    rows = [*readers.read_places(DATA / "features.tsv", 0), *readers.read_places(DATA / "borders.tsv", 0)]
    assert len(rows) >= 1500
    assert sum(row.kind == "river" for row in rows) >= 150
    assert len(list(readers.read_table(DATA / "courses.tsv"))) >= 60


def test_regions_agree_with_geonames_own_table() -> None:
    reference = Path(__file__).resolve().parents[3] / "shared" / "reference" / "geonames_admin1.txt"
    if not reference.is_file():
        pytest.skip("the reference table is not beside this repository")
    codes = {line.split("\t")[3]: line.split("\t")[0] for line in reference.read_text(encoding="utf-8").splitlines()}
    ours = {row.id.removeprefix("geonames:"): row.admin1_code for row in readers.read_places(DATA / "regions.tsv", 0)}
    # Vietnam merged its provinces in 2025 and others gave new codes since; those rows differ by right.
    both = [(code, ours[number]) for number, code in codes.items() if ours.get(number) and not code.startswith("VN.")]
    assert len(both) > 2500
    assert sum(a == b for a, b in both) / len(both) > 0.985
    assert len({code for code in ours.values() if code} & set(codes.values())) / len(codes) > 0.85


@pytest.mark.parametrize(
    ("country", "capital"),
    [("BR", "Brasília"), ("CO", "Bogotá"), ("KZ", "Astana"), ("IS", "Reykjavík"), ("FR", "Paris")],
)
def test_a_capital_is_found_under_any_of_its_names(country: str, capital: str) -> None:
    number = readers.read_capitals()[country]
    towns = readers.load_json("cities500.json").values()
    assert [town["name"] for town in towns if town["geonameid"] == number] == [capital]


def test_courses_and_outlines_of_waters_lie_where_their_places_do() -> None:
    at = {row.id: LatLon(row.lat or 0.0, row.lon or 0.0) for row in readers.read_places(DATA / "features.tsv", 0)}
    rows = list(readers.read_table(DATA / "water_outlines.tsv"))
    assert sum(row["form"] == "line" for row in rows) >= 180
    for row in rows:
        points = [LatLon(*map(float, p.split(","))) for line in row["points"].split(";") for p in line.split()]
        # The point of a long river is typed to a degree or two; that of a lake lies in it.
        allowed_km = 300.0 if row["form"] == "line" else 120.0
        assert min(rough_distance_km(p, at[row["place"]]) for p in points) < allowed_km, row["place"]
