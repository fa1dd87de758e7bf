"""What happens to an index, to those who write it and to those who read it: a working state or one line that mends it.

The faults are real: processes are killed, files flipped and cut, limits of size set; each runs on an index of its own.
"""

import json
import multiprocessing
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest
from dumps import line, write_dump

from geomap import catalogue
from geomap.cli import app, status, terminal
from geomap.errors import DataError, MissingDataError
from geomap.places import imports, layout
from geomap.places.gazetteer import IndexGazetteer
from geomap.places.open import import_folders
from geomap.places.status import find_damage
from geomap.places.store import Store

PAGE = 4096


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("GEOMAP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GEOMAP_CONFIG", "")
    terminal.set_level()
    return tmp_path / "home"


@pytest.fixture
def folder(tmp_path):
    """An index of 3,000 places."""
    imports.import_geonames([write_dump(tmp_path / "XX.txt", 3000)])
    return import_folders()[0]


def paths_of(folder):
    manifest = layout.read_manifest(folder)
    return {role: folder / entry["name"] for role, entry in manifest["files"].items()}


def first_id(folder, name):
    with_index = IndexGazetteer([Store(folder)])
    found = [place.id for place in with_index.find_places(name)]
    with_index.close()
    return found[:1]


def run(*arguments):
    """A command line in a process of its own: its status, stdout and stderr."""
    done = subprocess.run([sys.executable, "-m", "geomap", *arguments], capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def started(script, *arguments):
    """A Python script in a process of its own."""
    command = [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(condition, seconds=60.0):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.005)


# Damage: cut, flipped, missing, of another layout


@pytest.mark.parametrize("role", ["names-0", "rows", "postings-0", "places", "fuzzy"])
def test_a_flipped_bit_in_any_page_is_found_when_the_file_was_touched(folder, role):
    path = paths_of(folder)[role]
    whole = path.read_bytes()
    for start in range(0, len(whole), PAGE):
        at = min(start + 77, len(whole) - 1)
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        with pytest.raises(DataError, match="checksum differs"):
            Store(folder)
    path.write_bytes(whole)
    assert first_id(folder, "Place7") == ["geonames:7"]


@pytest.mark.parametrize("role", ["names-0", "rows", "postings-0", "places", "fuzzy"])
def test_verify_finds_what_rots_without_a_trace(folder, role, capfd):
    path = paths_of(folder)[role]
    before, whole = path.stat(), path.read_bytes()
    path.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert status.run(app, ["data", "verify"]) == status.NO_DATA
    told = capfd.readouterr().err
    assert "checksum" in told and path.name in told and "geomap data clear --only geonames" in told


@pytest.mark.parametrize("role", ["rows", "postings-0", "places", "fuzzy"])
def test_no_bit_that_rots_without_a_trace_makes_a_fault(folder, role):
    path = paths_of(folder)[role]
    before, whole = path.stat(), path.read_bytes()
    for at in range(3, len(whole), max(1, len(whole) // 60)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << at % 8)]) + whole[at + 1 :])
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        try:
            store = Store(folder)
            places = IndexGazetteer([store])
            places.find_places("Place77"), places.describe_name("Nirgendwo"), places.suggest("Plaze77")
            places.get("geonames:99")
        except DataError as error:
            assert "damaged" in str(error)
    path.write_bytes(whole)


@pytest.mark.parametrize("keep", [0, 10, 2500])
@pytest.mark.parametrize("role", ["names-0", "rows", "postings-0", "places", "fuzzy"])
def test_a_file_that_was_cut_off_is_told(folder, role, keep):
    path = paths_of(folder)[role]
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(DataError, match=rf"{path.name} is damaged \({keep} bytes"):
        Store(folder)


def test_a_missing_file_is_told(folder):
    paths_of(folder)["postings-0"].unlink()
    with pytest.raises(DataError, match="missing"):
        Store(folder)
    assert "missing; run: geomap data clear --only geonames" in str(find_damage(thorough=False)[0])


def test_files_of_two_builds_do_not_mix(folder, tmp_path):
    old = {role: (path.name, path.read_bytes()) for role, path in paths_of(folder).items()}
    manifest = json.loads((folder / layout.MANIFEST).read_text())
    imports.import_geonames([write_dump(tmp_path / "XX.txt", 3000, word="Other")])
    new = json.loads((folder / layout.MANIFEST).read_text())
    for role in ("names-0", "rows", "postings-0", "places"):
        for other in old:  # the older build's files, but for one
            (folder / old[other][0]).write_bytes(old[other][1])
            manifest["files"][other] |= {"time_ns": (folder / old[other][0]).stat().st_mtime_ns}
        mixed = manifest | {"files": manifest["files"] | {role: new["files"][role]}}
        (folder / layout.MANIFEST).write_text(json.dumps(mixed))
        with pytest.raises(DataError, match="builds"):
            Store(folder)


@pytest.mark.parametrize(("schema", "told"), [(layout.SCHEMA + 1, "newer geomap"), (layout.SCHEMA - 1, "older layout")])
def test_another_layout_is_told_and_status_goes_on(folder, schema, told, capfd):
    manifest = json.loads((folder / layout.MANIFEST).read_text())
    (folder / layout.MANIFEST).write_text(json.dumps(manifest | {"schema": schema}))
    with pytest.raises(DataError, match=told):
        Store(folder)
    assert status.run(app, ["data", "status"]) == status.NO_DATA
    shown = capfd.readouterr()
    assert "built-in gazetteer" in shown.out and told in shown.err


@pytest.mark.parametrize(
    "content", ["", "{half", "[]", "null", '{"schema": "x", "files": {}}', '{"schema": 1e999}', "\0" * 50]
)
def test_a_torn_manifest_is_told(folder, content):
    (folder / layout.MANIFEST).write_text(content)
    with pytest.raises(DataError, match=r"damaged|older"):
        Store(folder)


def test_every_command_says_what_mends_a_damaged_import_and_that_mends_it(folder, home):
    path = paths_of(folder)["places"]
    path.write_bytes(path.read_bytes()[:-PAGE])
    code, out, err = run("lookup", "Reykjavik")
    assert (code, out, err.count("\n")) == (3, "", 1)
    assert "geomap data clear --only geonames" in err
    assert run("data", "clear", "--only", "geonames")[0] == 0
    code, out, err = run("lookup", "Reykjavik")
    assert (code, err) == (0, "") and "IS" in out


def test_no_index_is_told_and_no_file_is_made(tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(catalogue, "index_dir", lambda: tmp_path / "nowhere")
    with pytest.raises(MissingDataError, match="geomap data build"):
        Store(catalogue.index_dir())
    assert not (tmp_path / "nowhere").exists()


# Writers that are stopped


SMALL_BUILD = """
    import sys
    from pathlib import Path
    from geomap.places import build, readers
    whole = readers.load_json
    readers.load_json = lambda name: dict(list(whole(name).items())[:3000])
    build.PLACE_TABLES = ("countries.tsv",)
    build.read_outlines = lambda *_: ()  # courses of rivers go by towns
    build.build_index(Path(sys.argv[1]))
"""


def test_a_build_that_is_killed_leaves_no_index_and_the_next_one_sweeps(tmp_path):
    target = tmp_path / "index"
    process = started(SMALL_BUILD, target)
    wait_for(lambda: list(target.glob("places-*")))
    process.kill()
    process.communicate()
    left = {path.name for path in target.iterdir()}
    assert layout.MANIFEST not in left and any(name.startswith("places-") for name in left)
    with pytest.raises(MissingDataError, match="geomap data build"):
        Store(target)
    again = started(SMALL_BUILD, target)
    assert again.wait(180) == 0, again.stderr.read()
    again.communicate()
    assert first_id(target, "Russia") == ["geonames:2017370"]
    kept = {entry["name"] for entry in layout.read_manifest(target)["files"].values()}
    assert {path.name for path in target.iterdir()} == kept | {layout.MANIFEST, ".lock"}


IMPORT = """
    import sys
    from pathlib import Path
    from geomap.places import imports
    imports.import_geonames([Path(sys.argv[1])])
"""


@pytest.mark.parametrize("begun", ["places-*.sqlite", "*.names", "postings-*.bin"])
def test_an_import_that_is_killed_leaves_the_earlier_one_and_no_process(folder, tmp_path, begun):
    before = set(folder.iterdir())
    process = started(IMPORT, write_dump(tmp_path / "big.txt", 60_000, word="New"))
    wait_for(lambda: set(folder.glob(begun)) - before)
    process.kill()
    process.communicate()
    assert set(folder.iterdir()) - before, "it was stopped in the middle"
    assert first_id(folder, "Place7") == ["geonames:7"]
    assert first_id(folder, "New7") == []
    # The lock is free although the names' process may still be about to notice.
    imports.import_geonames([write_dump(tmp_path / "XX.txt", 100, word="Again")])
    assert first_id(folder, "Again7") == ["geonames:7"]
    wait_for(lambda: len(list(folder.iterdir())) == 7)


def test_an_import_that_is_interrupted_ends_with_130_and_leaves_nothing(folder, tmp_path):
    before = set(folder.iterdir())
    dump = write_dump(tmp_path / "big.txt", 60_000, word="New")
    command = [sys.executable, "-m", "geomap", "data", "import-geonames", str(dump)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    wait_for(lambda: set(folder.glob("places-*.sqlite")) - before)
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=60)[1]
    assert (process.returncode, err) == (130, "geomap: interrupted\n")
    assert set(folder.iterdir()) == before


@pytest.mark.parametrize("limit_bytes", [2_000, 60_000, 200_000, 700_000])
def test_a_full_disk_leaves_the_earlier_import_and_one_line(folder, tmp_path, limit_bytes):
    before = set(folder.iterdir())
    dump = write_dump(tmp_path / "big.txt", 25_000, word="New")
    script = f"""
        import resource, sys
        resource.setrlimit(resource.RLIMIT_FSIZE, ({limit_bytes}, {limit_bytes}))
        from geomap.cli import app, status
        sys.exit(status.run(app, ["data", "import-geonames", sys.argv[1]]))
    """
    process = started(script, dump)
    _, err = process.communicate(timeout=120)
    assert process.returncode == 3, err
    assert err.startswith("geomap: cannot write the import") and err.count("\n") == 1
    assert "import again" in err
    assert first_id(folder, "Place7") == ["geonames:7"]
    assert set(folder.iterdir()) == before


def test_too_little_room_is_told_before_anything_is_written(folder, tmp_path, monkeypatch):
    usage = type(shutil.disk_usage(tmp_path))
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 10, 1_000_000))
    before = set(folder.iterdir())
    with pytest.raises(DataError, match="1 MB free where 5 MB are needed"):
        imports.import_geonames([write_dump(tmp_path / "XX.txt", 10)])
    assert set(folder.iterdir()) == before


def test_a_process_for_names_that_dies_is_told(tmp_path, monkeypatch):
    from geomap.places import name_files

    monkeypatch.setattr(name_files.NameFiles, "write", lambda *_: os._exit(9))
    with pytest.raises(DataError, match="stopped; there may be too little memory"):
        imports.import_geonames([write_dump(tmp_path / "XX.txt", 10)])
    assert [path.name for path in (layout.imports_dir() / "geonames").iterdir()] == [".lock"]


def test_two_processes_write_one_after_the_other(folder, tmp_path):
    dumps = [write_dump(tmp_path / f"{word}.txt", 5000, word=word) for word in ("First", "Second", "Third")]
    writers = [started(IMPORT, dump) for dump in dumps]
    for writer in writers:
        assert writer.wait(120) == 0, writer.stderr.read()
        writer.communicate()
    held = [word for word in ("First", "Second", "Third") if first_id(folder, f"{word}7") == ["geonames:7"]]
    assert len(held) == 1
    assert find_damage(thorough=True) == []
    assert len(list(folder.iterdir())) == 7


# Readers in odd places


def test_an_index_that_another_process_locks_is_read(folder):
    holder = sqlite3.connect(paths_of(folder)["places"])
    holder.execute("BEGIN EXCLUSIVE")
    assert first_id(folder, "Place7") == ["geonames:7"]
    holder.close()


def test_readers_in_threads_and_after_a_fork(folder):
    places = IndexGazetteer([Store(folder)])
    assert places.find_places("Place1")
    found = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(places.find_places(f"Place{n}")[0].id)) for n in range(2, 9)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [f"geonames:{n}" for n in range(2, 9)]
    context = multiprocessing.get_context("fork")
    answers = context.Queue()
    children = [
        context.Process(target=lambda n=n: answers.put(places.find_places(f"Place{n}")[0].id)) for n in (10, 11)
    ]
    for child in children:
        child.start()
    assert sorted(answers.get(timeout=60) for _ in children) == ["geonames:10", "geonames:11"]
    for child in children:
        child.join()
    assert places.find_places("Place12")[0].id == "geonames:12"
    places.close()


@pytest.mark.parametrize("home_folder", ["/dev/null/home", "/proc/1/nowhere"])
def test_a_home_that_cannot_be_written_stops_imports_and_nothing_else(tmp_path, monkeypatch, home_folder, capfd):
    monkeypatch.setenv("GEOMAP_HOME", home_folder)
    assert status.run(app, ["lookup", "Reykjavik"]) == status.DONE
    assert status.run(app, ["data", "status"]) == status.DONE
    assert status.run(app, ["data", "clear"]) == status.DONE
    capfd.readouterr()
    dump = write_dump(tmp_path / "XX.txt", 10)
    assert status.run(app, ["data", "import-geonames", str(dump)]) == status.NO_DATA
    told = capfd.readouterr().err
    assert told.count("\n") == 1 and "GEOMAP_HOME" in told


def test_no_home_at_all(monkeypatch, capfd):
    for name in ("GEOMAP_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(
        Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("Could not determine home directory."))
    )
    assert status.run(app, ["lookup", "Reykjavik"]) == status.DONE
    assert status.run(app, ["data", "path"]) == status.DONE


def test_a_copied_index_is_checked_once_and_remembered(folder, tmp_path, monkeypatch):
    read = []
    whole = layout.crc32_of
    monkeypatch.setattr(layout, "crc32_of", lambda path: read.append(path.name) or whole(path))
    copy = shutil.copytree(folder, tmp_path / "copy", copy_function=shutil.copyfile)
    assert first_id(copy, "Place7") == ["geonames:7"]
    assert len(read) == 5
    assert first_id(copy, "Place7") == ["geonames:7"]
    assert len(read) == 5
    (catalogue.cache_dir() / "checked.json").write_text("{torn")
    assert first_id(copy, "Place7") == ["geonames:7"]
    assert len(read) == 10
    monkeypatch.setenv("GEOMAP_HOME", "/dev/null/home")
    assert first_id(copy, "Place7") == ["geonames:7"]
    assert first_id(folder, "Place7") == ["geonames:7"]


# Odd lines


ODD = {
    "too few columns": (lambda text: text.rsplit("\t", 1)[0], "18 columns instead of 19"),
    "too many columns": (lambda text: text + "\tx", "20 columns instead of 19"),
    "no id": (lambda text: "x" + text, "no GeoNames id"),
    "an id that is too large": (lambda text: "99" * 9 + text, "no GeoNames id"),
    "NUL in the name": (lambda text: text.replace("Oddplace", "Odd\0place", 1), "no name"),
    "no name": (lambda text: text.replace("Oddplace", "  ", 1), "no name"),
    "latitude out of range": (lambda text: text.replace("10.5", "91", 1), "latitude or longitude out of range"),
    "latitude no number": (lambda text: text.replace("10.5", "1e999", 1), "latitude or longitude is no number"),
    "longitude NaN": (lambda text: text.replace("20.25", "NaN", 1), "latitude or longitude is no number"),
    "population no number": (lambda text: text.replace("\t12\t", "\t1.5\t", 1), "population is no number"),
    "no feature": (lambda text: text.replace("\tP\tPPL\t", "\t\t\t", 1), "no feature class"),
    "an id for the second time": (lambda text: "1" + text[1:], "an id that an earlier line has"),
    "not UTF-8": (lambda text: text.replace("Oddplace", "Odd\udcffplace", 1), "not UTF-8"),
    "a line without an end": (lambda text: text * 3, "55 columns instead of 19"),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_line_is_rejected_by_its_reason_and_no_other_with_it(tmp_path, name):
    change, reason = ODD[name]
    good = [line("1", name="Firstplace"), line("3", name="Lastplace")]
    text = "\n".join([good[0], change(line("2", name="Oddplace")), good[1]])
    dump = tmp_path / "XX.txt"
    dump.write_bytes(text.encode("utf-8", "surrogateescape"))
    counts = imports.import_geonames([dump])["counts"]
    assert (counts["lines"], counts["imported"], counts["rejected"]) == (3, 2, {reason: 1})
    assert first_id(import_folders()[0], "Lastplace") == ["geonames:3"]


@pytest.mark.parametrize(
    "text",
    [
        line("2", name='Stray"quote'),
        line("2", country="NA"),
        line("2", population="99999999999"),
        line("2") + "\r",
        line("2", population=""),
    ],
)
def test_what_only_looks_odd_is_imported(tmp_path, text):
    dump = tmp_path / "XX.txt"
    dump.write_text(f"{line('1')}\n{text}\n", newline="")
    counts = imports.import_geonames([dump])["counts"]
    assert (counts["lines"], counts["imported"], counts["rejected"]) == (2, 2, {})
