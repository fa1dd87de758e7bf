"""What only a process of its own shows: pipes that close, signals, odd terminals, and what an import costs."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from geomap.files import write_whole

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "geomap"]
STORY = "A bus went from Lyon to Marseille. " * 3
STORY_BYTES = STORY.encode()


@pytest.fixture
def environment(tmp_path):
    """An environment with nothing of the user's in it."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "GEOMAP_HOME": str(tmp_path / "home"),
        "GEOMAP_CONFIG": "",
        "PYTHONUTF8": "1",
    }


def run(*arguments, env, stdin=STORY_BYTES, cwd=None):
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], input=stdin, capture_output=True, env=env, cwd=cwd, timeout=60
    )


def test_a_pipe_gets_text_and_nothing_on_stderr(environment):
    done = run("places", env=environment)
    assert done.returncode == 0 and done.stderr == b""
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert [row[2] for row in rows[1:3]] == ["Lyon", "Marseille"]


def test_a_closed_pipe_is_no_error(environment, tmp_path):
    row = json.dumps({"text": STORY})
    (tmp_path / "d.jsonl").write_text(f"{row}\n" * 2000)
    with subprocess.Popen(
        [*COMMAND, "places", str(tmp_path / "d.jsonl"), "-f", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b"" and process.wait(60) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_with_130_and_leaves_no_half_file(environment, tmp_path, number):
    row = json.dumps({"text": STORY})
    (tmp_path / "d.jsonl").write_text(f"{row}\n" * 50_000)
    with subprocess.Popen(
        [*COMMAND, "places", str(tmp_path / "d.jsonl"), "-f", "jsonl", "-o", str(tmp_path / "out.jsonl")],
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        for _ in range(200):
            if list(tmp_path.glob(".out.jsonl.*.tmp")):
                break
            time.sleep(0.05)
        time.sleep(0.2)
        process.send_signal(number)
        assert process.stderr is not None
        told = process.stderr.read()
        assert process.wait(20) == 130 and b"Traceback" not in told
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == ["d.jsonl"]


def test_a_terminal_that_only_knows_ascii_gets_escapes(environment):
    environment = {**environment, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = run("places", env=environment, stdin="From Zürich to Köln.".encode())
    assert done.returncode == 0 and b"Z\\xfcrich" in done.stdout
    done = run("places", "-f", "jsonl", env=environment, stdin="From Zürich to Köln.".encode())
    assert [t["text"] for t in json.loads(done.stdout)["toponyms"]] == ["Zürich", "Köln"]


def test_a_file_name_that_is_no_text_is_shown_and_read(environment, tmp_path):
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(name, "w") as file:  # noqa: PTH123 - a Path cannot be made of these bytes here
        file.write(STORY)
    done = subprocess.run([*COMMAND, "places", name, "-f", "jsonl"], capture_output=True, env=environment, timeout=60)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["id"].startswith("caf")


def test_no_colour_and_no_progress_without_a_terminal(environment, tmp_path):
    for n in range(5):
        (tmp_path / f"{n}.txt").write_text(STORY)
    done = run("places", tmp_path, env=environment)
    assert b"\x1b" not in done.stdout + done.stderr


def test_help_is_quick(environment):
    resource = pytest.importorskip("resource", reason="this system does not tell processor time")
    best = 9.0
    for _ in range(4):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert run("--help", env=environment).returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert best < 0.6, "0.2 s of processor time on an idle machine"


def test_a_target_that_cannot_be_written_is_named_as_it_was_given(tmp_path, monkeypatch):
    def refuse(self, *_):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PermissionError) as refused:
        write_whole(tmp_path / "out.json", "x")
    assert refused.value.filename == str(tmp_path / "out.json")
    with pytest.raises(FileNotFoundError, match="no such folder"):
        write_whole(tmp_path / "none" / "out.json", "x")
