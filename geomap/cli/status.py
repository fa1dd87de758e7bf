"""One place for what ends a run: the exit status, and one clear line for each error."""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from types import FrameType

import typer

from geomap import errors, layout
from geomap.cli import standing, terminal

DONE, FINDINGS, USAGE, NO_DATA, SOME_FAILED, FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130

# Frozen records make no cycles; looking for some after every 700 new objects took a sixth of the time of a long text.
_SELDOM = (50_000, 20, 50)

# The base of typer's own errors (bad options, unknown commands); typer carries click inside or beside it.
_CommandLineError: type[Exception] = typer.BadParameter.__mro__[2]


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Run a command line; the exit status of CONTRACT: 0, 1, 2, 3, 4, 70 or 130, and 0 for a closed pipe."""
    gc.set_threshold(*_SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    signal.signal(signal.SIGTERM, _stop)
    try:
        return _invoke(app, arguments)
    except BrokenPipeError:
        return _quiet_end()
    except (KeyboardInterrupt, typer.Abort):
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        terminal.warn("interrupted")
        return INTERRUPTED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE if end.code is None else USAGE
    except Exception as error:
        return _tell(error)
    except RecursionError as error:
        return _tell(error)


def _invoke(app: typer.Typer, arguments: Sequence[str]) -> int:
    if "_GEOMAP_COMPLETE" in os.environ:
        app(args=list(arguments), prog_name="geomap")
        return DONE
    command = typer.main.get_command(app)
    try:
        context = command.make_context(
            "geomap", hoisted(arguments) or ["--help"], default_map=standing.read_defaults(command)
        )
        with context:
            command.invoke(context)
    except typer.Exit as end:
        sys.stdout.flush()
        return end.exit_code
    sys.stdout.flush()
    return DONE


def hoisted(arguments: Sequence[str]) -> list[str]:
    """The arguments with -q and -v moved to the front, so that they may stand anywhere before `--`."""
    end = list(arguments).index("--") if "--" in arguments else len(arguments)
    general = [a for a in arguments[:end] if a in ("-q", "--quiet", "-v", "--verbose")]
    return [*general, *(a for a in arguments[:end] if a not in general), *arguments[end:]]


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _quiet_end() -> int:
    """The reader of a pipe has gone: end quietly, and keep the interpreter from flushing into it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            continue
    return DONE


def _tell(error: BaseException) -> int:
    """Say what went wrong, where, and what to do; only -v shows a traceback."""
    status, message = classify(error)
    if terminal.is_verbose():
        traceback.print_exception(error)
    terminal.warn(layout.one_line(message) if status == FAULT else message)
    return status


def classify(error: BaseException) -> tuple[int, str]:
    """The exit status and the message that belong to an error."""
    if isinstance(error, _CommandLineError):
        return USAGE, _command_line_message(error)
    if isinstance(error, errors.DataError):
        return NO_DATA, str(error)
    if isinstance(error, errors.GeomapError):
        return USAGE, str(error)
    if isinstance(error, OSError):
        return USAGE, describe_os_error(error)
    if isinstance(error, NotImplementedError):
        return FAULT, "this part of geomap is not there yet"
    told = f"{type(error).__name__}: {error}"[:300]
    return FAULT, f"a fault in geomap itself ({told}); run again with -v and report what it prints"


def describe_os_error(error: OSError) -> str:
    """An operating system's error in words: which file, what happened."""
    where = f"{error.filename}: " if error.filename is not None else ""
    return f"{where}{error.strerror or error}"


def _command_line_message(error: Exception) -> str:
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "geomap"
    told = message.strip().replace("Value error, ", "")
    if "'--format'" in told and path in ("geomap check", "geomap places"):
        told = (
            told.rstrip(".")
            + "; other formats come from a report: geomap check -f json -o r.json, then geomap export r.json"
        )
    return f"{told} (see: {path} --help)"
