"""Files that are written whole or not at all, and tables that may be packed."""

from __future__ import annotations

import lzma
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TextIO


def packed(path: Path) -> Path:
    """The file, or what an installed package has in its place: "x.csv.xz" for "x.csv"."""
    beside = path.with_name(f"{path.name}.xz")
    return beside if not path.exists() and beside.is_file() else path


def open_table(path: Path) -> TextIO:
    """A table for reading, packed or not, its line ends as they are.

    Raises:
        FileNotFoundError: It is neither there nor packed.
    """
    found = packed(path)
    if found.suffix == ".xz" and found != path:
        return lzma.open(found, "rt", encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def write_whole(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Write a file beside its name and rename it, so that nobody ever reads half of it.

    Devices and pipes (`/dev/stdout`) are written to as they are. What a killed run left behind is swept.
    """
    parts = [content] if isinstance(content, (str, bytes)) else content
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise IsADirectoryError(21, "this is a folder; name a file in it", str(path))
        with path.open("wb") as device:
            device.writelines(_bytes(part) for part in parts)
        return
    target = path.resolve()
    if not target.parent.is_dir():
        raise FileNotFoundError(2, "there is no such folder to write to", str(path.parent))
    sweep_stale(target)
    beside = target.with_name(f".{target.name[:200]}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.writelines(_bytes(part) for part in parts)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException as error:
        with suppress(OSError):
            beside.unlink()
        if isinstance(error, OSError) and error.filename == str(beside):
            error.filename = str(path)
        raise


def _bytes(part: str | bytes) -> bytes:
    return part if isinstance(part, bytes) else part.encode("utf-8", "backslashreplace")


def sweep_stale(target: Path) -> None:
    """Remove unfinished copies of this file whose writer is no longer running."""
    with suppress(OSError):
        for left in target.parent.glob(f".{_literal(target.name[:200])}.*.tmp"):
            pid = left.name.rsplit(".", 2)[1]
            if pid.isdigit() and not _is_running(int(pid)):
                left.unlink(missing_ok=True)


def _literal(name: str) -> str:
    return "".join(f"[{c}]" if c in "[]*?" else c for c in name)


def _is_running(pid: int) -> bool:
    if pid == os.getpid() or os.name == "nt":
        return pid == os.getpid()
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
