"""Help texts begin with what a command is for and end with examples, and every example runs."""

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

from geomap import errors
from geomap.cli import app, status, terminal

ROOT = Path(__file__).resolve().parents[2]


def commands():
    """Every command and subcommand by its words."""
    found = {}
    for name, command in get_command(app).commands.items():
        found[name] = command
        for sub, inner in getattr(command, "commands", {}).items():
            found[f"{name} {sub}"] = inner
    return found


def help_text(name, capsys):
    assert status.run(app, [*name.split(), "--help"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", commands())
def test_help_says_what_for_first(name, capsys):
    lines = help_text(name, capsys).splitlines()
    assert lines[0].startswith(f"Usage: geomap {name}")
    assert re.match(r"  [A-Z]\w+,? .{15,}", lines[2]), "a sentence right after the usage"
    assert max(map(len, lines)) <= 100


@pytest.mark.parametrize("name", [name for name in commands() if " " not in name])
def test_help_ends_with_examples(name, capsys):
    shown = help_text(name, capsys)
    assert re.search(rf"\n  Examples:\n(    \$ .*\n)*    \$ .*geomap {name}", shown)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the five stories and a report on them, as the examples presuppose."""
    if not (ROOT / "seeds").is_dir():
        pytest.skip("the stories in seeds/ are not here")
    where = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "seeds", where / "seeds")
    (where / "mine.csv").write_text("name,lat,lon\nHome Farm,50.1,8.2\n", encoding="utf-8")
    cells = ["7", "Testovo", "Testovo", "", "55.5", "60.5", "P", "PPL", "RU", *[""] * 5, "12", "", "", "", "2024-01-01"]
    (where / "RU.txt").write_text("\t".join(cells) + "\n", encoding="utf-8")
    line = {"type": "LineString", "coordinates": [[8.0, 50.0], [8.5, 50.4]]}
    feature = {"type": "Feature", "properties": {"railway": "rail"}, "geometry": line}
    lines = {"type": "FeatureCollection", "features": [feature]}
    (where / "rails.geojson").write_text(json.dumps(lines), encoding="utf-8")
    return where


def examples():
    """Each example line of each command."""
    for name, command in commands().items():
        for line in re.findall(r"^\s*\$ (.+)$", command.epilog or "", re.MULTILINE):
            yield pytest.param(line, id=f"{name}: {line[:60]}")


@pytest.mark.parametrize("line", list(examples()))
def test_examples_run(line, folder, monkeypatch, capfd):
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GEOMAP_HOME", str(folder / "home"))
    monkeypatch.setenv("GEOMAP_CONFIG", "")
    terminal.set_level()
    if "report.json" in line and not (folder / "report.json").exists():
        status.run(app, ["check", "seeds", "-f", "json", "-o", "report.json"])
    if "|" in line:
        piped = line.replace("| geomap", f"| {shlex.quote(sys.executable)} -m geomap")
        monkeypatch.setenv("PYTHONPATH", str(ROOT))
        done = subprocess.run(piped, shell=True, capture_output=True, text=True, timeout=60)
        assert done.returncode in (0, 1), done.stderr
        return
    code = status.run(app, shlex.split(line)[1:])
    assert code in (0, 1), capfd.readouterr().err


def test_errors_are_exported_with_their_status():
    assert status.classify(errors.MissingDataError("x"))[0] == status.NO_DATA
    assert status.classify(errors.UsageError("x"))[0] == status.USAGE
    assert status.classify(FileNotFoundError(2, "No such file", "x.txt"))[1] == "x.txt: No such file"
    assert status.classify(RecursionError("x"))[0] == status.FAULT
