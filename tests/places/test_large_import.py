"""An import that is spread over several tries and goes to disk on the way, as the whole of GeoNames does."""

import sys

import pytest
from dumps import line, write_dump

from geomap.cli import terminal
from geomap.places import imports, spool
from geomap.places.gazetteer import IndexGazetteer
from geomap.places.open import import_folders
from geomap.places.store import Store


@pytest.fixture(autouse=True)
def small_parts(tmp_path, monkeypatch):
    monkeypatch.setenv("GEOMAP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(spool, "_PER_SHARD", 1000)
    monkeypatch.setattr(spool, "_BUFFERED", 300)


@pytest.mark.parametrize("platform", ["linux", "win32"], ids=["with a second process", "in one process"])
def test_several_tries_answer_as_one(tmp_path, monkeypatch, platform):
    dump = write_dump(tmp_path / "XX.txt", 2000)
    with dump.open("a") as file:
        file.writelines(f"{line(str(n), name=f'Upper Valley {n}', population=str(n))}\n" for n in range(5001, 5500))
    names = tmp_path / "alternateNamesV2.txt"
    names.write_text("".join(f"{n}\t{n}\tfr\tHaute Ville{n}\t\t\t\t\t\t\n" for n in range(1, 2000)))
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", platform)
        manifest = imports.import_geonames([dump, names])
    tries = [role for role in manifest["files"] if role.startswith("names-")]
    assert len(tries) > 3
    assert manifest["counts"]["imported"] == 2499
    assert manifest["counts"]["more"] == {"lines": 1999, "names": 1999}
    places = IndexGazetteer([Store(import_folders()[0])])
    for number in (1, 77, 1999):
        assert [p.id for p in places.find_places(f"place{number}")] == [f"geonames:{number}"]
        assert [p.id for p in places.find_places(f"haute ville{number}")] == [f"geonames:{number}"]
    assert places.find_places("Nirgendwo")[0].population == 5499
    text = "From Place77 by Upper Valley 5123 to Haute Ville5 and Place9999"
    assert [span.text for span in places.find_names(text)] == ["Place77", "Upper Valley 5123", "Haute Ville5"]
    assert places.suggest("Uper Valley 5321")[0] == "Upper Valley 5321"
    assert [path.name for path in import_folders()[0].glob("spool-*")] == []
    places.close()


def test_a_bar_tells_how_far_an_import_has_come_where_a_person_watches(tmp_path, monkeypatch, capsys):
    dump = write_dump(tmp_path / "XX.txt", 1500)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    terminal.set_level()
    with terminal.Bar() as progress:
        imports.import_geonames([dump], progress=progress)
    shown = capsys.readouterr().err.split("\r\x1b[2K")
    assert any(part.startswith("[####") and "100 % reading XX.txt" in part for part in shown)
    assert any("writing names" in part for part in shown)
    assert shown[-1] == "" and all(len(part) < 80 and "\n" not in part for part in shown)
    terminal.set_level(quiet=True)
    with terminal.Bar() as progress:
        progress("anything", 0.5)
    terminal.set_level()
    assert capsys.readouterr().err == ""
