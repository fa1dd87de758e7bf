"""GeoNames dumps and the user's own tables: every line accounted for, one's own places first."""

import json

import pytest
from dumps import line

from geomap import defaults
from geomap.errors import DataError, UsageError
from geomap.places import imports, layout
from geomap.places.gazetteer import IndexGazetteer
from geomap.places.open import import_folders
from geomap.places.store import Store
from geomap.records import Document


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("GEOMAP_HOME", str(tmp_path / "home"))


ODD = [
    line("1", population="99999999999"),
    line("2", name='Fort "Quote'),
    line("3", lat="91"),
    line("4", lon="nan"),
    line("5", lat="north"),
    line("6") + "\textra",
    "6\ttoo few",
    line("x"),
    line("8", name="N\0ul"),
    line("9", population="many"),
    line("10", feature="", code=""),
]


def opened():
    folder = import_folders()[0]
    return IndexGazetteer([Store(folder)])


def test_every_line_of_a_dump_is_accounted_for(tmp_path):
    dump = tmp_path / "allCountries.txt"
    dump.write_bytes(
        "\n".join(ODD).encode()
        + b"\r\n"
        + line("11").encode("utf-16-le").replace(b"\n", b"")
        + b"\n"
        + line("12").encode()
    )
    counts = imports.import_geonames([dump])["counts"]
    assert counts["lines"] == len(ODD) + 2
    assert counts["imported"] == 3
    assert counts["imported"] + counts["left_out"] + sum(counts["rejected"].values()) == counts["lines"]
    found = opened()
    assert [p.population for p in found.find_places("nirgendwo")] == [99999999999, 12, 12]
    assert found.find_places('Fort "Quote')[0].country == "NA"
    found.close()


def test_a_dump_can_be_narrowed_and_named_in_more_languages(tmp_path):
    dump, names = tmp_path / "RU.txt", tmp_path / "alternateNamesV2.txt"
    dump.write_text(
        "\n".join([line("1", country="RU"), line("2", country="CN"), line("3", country="RU", feature="H", code="STM")])
        + "\n"
    )
    names.write_text("1\t1\tko\t아무데도\t\t\t\t\t\t\n2\t1\tlink\thttps://x.example\t\t\t\t\t\t\n")
    counts = imports.import_geonames([dump, names], countries=["ru"], features=["P"])["counts"]
    assert (counts["imported"], counts["left_out"]) == (1, 2)
    found = opened()
    assert found.find_places("아무데도")[0].id == "geonames:1"
    assert list(found.find_places("https://x.example")) == []
    found.close()
    with pytest.raises(UsageError, match="19 columns"):
        imports.import_geonames([names])


def test_own_places_come_first_and_hide_those_with_their_id(tmp_path):
    table = tmp_path / "Mine.csv"
    table.write_text(
        "name;lat;lon;id;kind;names\n"
        "Depot 7;43.1;131.9;;base;Depot Seven|Lager 7\nOurs;1;2;geonames:2013348;city;\nBad;x;2;;;\n"
    )
    counts = imports.import_places(table)["counts"]
    assert (counts["lines"], counts["imported"], sum(counts["rejected"].values())) == (3, 2, 1)
    found = opened()
    assert found.find_places("lager 7")[0].kind == "base"
    assert found.get("geonames:2013348").name == "Ours"
    found.close()
    shapes = tmp_path / "more.geojson"
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [131.9, 43.1]},
        "properties": {"name": "Spot"},
    }
    shapes.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, {"properties": {}}]}))
    assert imports.import_places(shapes)["counts"]["imported"] == 1
    assert len(import_folders()) == 2


def test_a_table_without_the_needed_columns_is_refused(tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text("title,x,y\na,1,2\n")
    with pytest.raises(UsageError, match="lat, lon, name"):
        imports.import_places(table)
    assert import_folders() == []


def test_the_old_build_answers_until_the_new_one_is_whole(tmp_path, monkeypatch):
    dump = tmp_path / "XX.txt"
    dump.write_text(line("1", name="Firstplace") + "\n")
    imports.import_geonames([dump])
    reader = opened()
    dump.write_text(line("2", name="Secondplace") + "\n")
    with monkeypatch.context() as patch:
        patch.setattr(layout, "write_whole", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
        with pytest.raises(DataError, match="No space left"):
            imports.import_geonames([dump])
    again = opened()
    assert again.find_places("Firstplace")
    imports.import_geonames([dump])
    newest = opened()
    assert newest.find_places("Secondplace")
    assert reader.find_places("Firstplace")
    for gazetteer in (reader, again, newest):
        gazetteer.close()


@pytest.mark.parametrize(
    "content", [bytes(range(128, 256)) * 4, "name,lat,lon\nFarm é,1,2\n".encode("utf-16"), b"x" * 9]
)
def test_a_table_that_is_no_text_is_refused_and_the_earlier_import_stays(tmp_path, content):
    table = tmp_path / "mine.csv"
    table.write_text("name,lat,lon\nFirstfarm,1,2\n")
    imports.import_places(table)
    table.write_bytes(content)
    with pytest.raises(UsageError):
        imports.import_places(table)
    table.write_text("name,lat,lon\nFarm,95,2\n")
    with pytest.raises(UsageError, match="nothing imported: 1 lines read"):
        imports.import_places(table)
    found = opened()
    assert found.find_places("Firstfarm")
    found.close()


def test_a_place_of_ones_own_is_found_wherever_it_stands(tmp_path):
    table = tmp_path / "mine.csv"
    table.write_text("name,lat,lon\nFrobnitz,52.6,-106.9\nQuuxton,52.5,-106.9\n", encoding="utf-8")
    imports.import_places(table)
    gazetteer = IndexGazetteer([*opened()._stores, *defaults.gazetteer()._stores])
    recognizer = type(defaults.recognizer())(gazetteer)
    for text in ("Frobnitz is quiet. Quuxton has a school.", "Frobnitz lies 12 km north of Quuxton, she said."):
        found = [m.text for m in recognizer.find_mentions(Document(id="d", text=text))]
        assert found == ["Frobnitz", "Quuxton"]
