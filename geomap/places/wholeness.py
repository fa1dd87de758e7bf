"""Whether the files of an index are those that were built: sizes at each opening, every byte when there is a doubt.

A damaged trie may answer wrongly or end the process, so that it must not be asked. Reading every byte takes a tenth of
a second, and is done where a file is not as its builder or the last check left it: after a copy, an installation, or
somebody's edit. The outcome is remembered in the cache folder where that can be written.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any

from geomap import catalogue, files
from geomap.places import layout

_RECORD = "checked.json"
_MOST = 200


def check_whole(folder: Path, manifest: dict[str, Any], *, mend: str) -> None:
    """Refuse files of another size than was built, and files in doubt whose bytes differ.

    Raises:
        DataError: A file is missing or damaged; the message names the command that mends it.
    """
    layout.check_sizes(folder, manifest, mend=mend)
    doubtful = [entry for entry in manifest["files"].values() if _time_of(folder / entry["name"]) != entry["time_ns"]]
    if not doubtful:
        return
    record = _read_record()
    marks = {str((folder / entry["name"]).resolve()): _mark(folder / entry["name"], entry) for entry in doubtful}
    if all(record.get(path) == mark for path, mark in marks.items()):
        return
    layout.check_sums(folder, manifest, mend=mend)
    kept = {path: mark for path, mark in record.items() if path not in marks}
    _write_record(dict(list((kept | marks).items())[-_MOST:]))


def _time_of(path: Path) -> int:
    return path.stat().st_mtime_ns


def _mark(path: Path, entry: dict[str, Any]) -> list[int]:
    return [entry["size"], _time_of(path), entry["crc32"]]


def _read_record() -> dict[str, list[int]]:
    try:
        found = json.loads((catalogue.cache_dir() / _RECORD).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _write_record(record: dict[str, list[int]]) -> None:
    with contextlib.suppress(OSError):  # a read-only system checks each time
        catalogue.cache_dir().mkdir(parents=True, exist_ok=True)
        files.write_whole(catalogue.cache_dir() / _RECORD, json.dumps(record, indent=0))
