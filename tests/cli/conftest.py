"""A command line that runs in this process, over fakes."""

import io
import sys
from dataclasses import dataclass

import fakes
import pytest

from geomap import defaults
from geomap.cli import app, status, terminal


@dataclass(frozen=True)
class Ended:
    """What a command left."""

    status: int
    out: str
    err: str


@pytest.fixture
def fake_stages(monkeypatch):
    """The fakes in the place of the real stages."""
    monkeypatch.setattr(defaults, "pipeline", fakes.pipeline)
    monkeypatch.setattr(defaults, "gazetteer", fakes.FakeGazetteer)
    monkeypatch.setattr(defaults, "recognizer", fakes.FakeRecognizer)
    monkeypatch.setattr(defaults, "resolver", lambda **_: fakes.FakeResolver())
    monkeypatch.setattr(defaults, "checkers", lambda: [fakes.FakeChecker()])
    monkeypatch.setattr(defaults, "accounts", lambda: [fakes.FakeAccount()])


@pytest.fixture
def run(fake_stages, monkeypatch, tmp_path, capfd):
    """Run a command line in an empty folder; `stdin` is what is piped in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GEOMAP_CONFIG", "")

    def run(*arguments, stdin=None):
        content = io.TextIOWrapper(io.BytesIO(stdin if stdin is not None else b""))
        content.isatty = lambda: stdin is None
        monkeypatch.setattr(sys, "stdin", content)
        terminal.set_level()
        code = status.run(app, [str(a) for a in arguments])
        captured = capfd.readouterr()
        return Ended(code, captured.out, captured.err)

    return run
