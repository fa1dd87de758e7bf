"""The railway atlas that an earlier run kept is the one of the tables, or is made anew."""

import lzma
import shutil
from pathlib import Path

import pytest

from geomap import catalogue
from geomap.errors import MissingDataError
from geomap.networks import atlas, atlas_cache
from geomap.networks.atlas import LINES, STATIONS, Atlas, read_atlas
from geomap.networks.atlas_cache import read_kept


def contents(atlas: Atlas):
    return list(atlas.railways), list(atlas.stations), atlas.base, atlas.squares, atlas.tracks, atlas.graph


@pytest.fixture
def tables(tmp_path):
    """A copy of the first lines of the tables, and an empty cache."""
    folder = tmp_path / "tables"
    folder.mkdir()
    shutil.copy(catalogue.data_dir() / LINES, folder)
    rows = (catalogue.data_dir() / STATIONS).read_text("utf-8").splitlines(keepends=True)
    (folder / STATIONS).write_text("".join(rows[:400]), "utf-8")
    return folder, tmp_path / "cache"


@pytest.fixture
def unread(monkeypatch):
    """Makes it a failure to read the tables."""

    def fail(folder):
        raise AssertionError("the tables were read")

    return lambda: monkeypatch.setattr(atlas_cache, "read_atlas", fail)


def test_what_is_kept_is_what_the_tables_say(tmp_path, unread):
    first = read_kept(catalogue.data_dir(), tmp_path)
    unread()
    again = read_kept(catalogue.data_dir(), tmp_path)
    assert contents(again) == contents(first) == contents(read_atlas(catalogue.data_dir()))
    assert again.stations[7] is again.stations[7]


def test_changed_tables_are_read_again(tables):
    folder, cache = tables
    before = read_kept(folder, cache)
    rows = (folder / STATIONS).read_text("utf-8").splitlines(keepends=True)
    (folder / STATIONS).write_text("".join(rows[:200]), "utf-8")
    assert len(read_kept(folder, cache).stations) < len(before.stations)


def test_other_code_reads_the_tables_again(tables, tmp_path, monkeypatch):
    folder, cache = tables
    read_kept(folder, cache)
    calls = []
    monkeypatch.setattr(atlas_cache, "read_atlas", lambda folder: calls.append(folder) or read_atlas(folder))
    read_kept(folder, cache)
    assert calls == []
    other = tmp_path / "atlas.py"
    other.write_bytes(Path(atlas.__file__).read_bytes() + b"# changed")
    monkeypatch.setattr(atlas, "__file__", str(other))
    read_kept(folder, cache)
    assert calls == [folder]


def test_a_damaged_file_is_made_anew(tables):
    folder, cache = tables
    whole = contents(read_kept(folder, cache))
    [path] = cache.iterdir()
    held = path.read_bytes()
    cuts = [b"", held[:40], held[:-1], held + b"x"]
    flips = [held[:at] + bytes([held[at] ^ 1]) + held[at + 1 :] for at in range(0, len(held), len(held) // 40)]
    for damaged in cuts + flips:
        path.write_bytes(damaged)
        assert contents(read_kept(folder, cache)) == whole
        assert path.read_bytes() == held


def test_without_a_cache_the_tables_are_read(tables):
    folder, _ = tables
    assert contents(read_kept(folder, folder / STATIONS / "none")) == contents(read_atlas(folder))
    (folder / LINES).unlink()
    with pytest.raises(MissingDataError):
        read_kept(folder, folder)


def test_packed_tables_make_the_same_atlas(tables):
    folder, cache = tables
    plain = contents(read_kept(folder, cache))
    for name in (LINES, STATIONS):
        (folder / f"{name}.xz").write_bytes(lzma.compress((folder / name).read_bytes()))
        (folder / name).unlink()
    assert contents(read_kept(folder, cache)) == plain
    assert contents(read_kept(folder, cache)) == plain
