"""The files of an index folder: one manifest that names them, their sizes and checksums, and is replaced last.

A folder holds `manifest.json`, `places-BUILD.sqlite`, `fuzzy-BUILD.sqlite`, `rows-BUILD.bin` and, from one pair for
each so many names, `names-BUILD-0.trie` and `postings-BUILD-0.bin`.
The files of a build never change; a new build writes new files, then puts a new manifest in the old one's place, so
that a reader sees one build or the other.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geomap import catalogue
from geomap.errors import DataError, MissingDataError

SCHEMA = 15
MANIFEST = "manifest.json"
BUILD_COMMAND = "geomap data build"
_CHUNK = 1 << 20


def imports_dir() -> Path:
    """The folder that holds one index for each import."""
    return catalogue.user_dir() / "gazetteers"


def crc32_of(path: Path) -> int:
    """The checksum of a file's bytes."""
    value = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            value = zlib.crc32(chunk, value)
    return value


def read_manifest(folder: Path, *, mend: str = BUILD_COMMAND) -> dict[str, Any]:
    """The manifest of an index folder.

    Raises:
        MissingDataError: There is no index here.
        DataError: The manifest is damaged or the index has another layout.
    """
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        schema, files = manifest["schema"], manifest["files"]
        if not isinstance(schema, int):
            raise TypeError("schema")
        if schema == SCHEMA and not {"places", "fuzzy", "rows", "names-0", "postings-0"} <= files.keys():
            raise KeyError("files")
    except FileNotFoundError as error:
        raise MissingDataError(f"there is no gazetteer in {folder}; run: {mend}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"the gazetteer in {folder} is damaged ({MANIFEST}); run: {mend}") from error
    if schema > SCHEMA:
        made_by = manifest.get("geomap", "?")
        raise DataError(
            f"the gazetteer in {folder} was made by a newer geomap ({made_by}); update geomap, or run: {mend}"
        )
    if schema < SCHEMA:
        raise DataError(f"the gazetteer in {folder} has an older layout ({schema}, not {SCHEMA}); run: {mend}")
    return dict(manifest)


def check_sizes(folder: Path, manifest: dict[str, Any], *, mend: str = BUILD_COMMAND) -> None:
    """Refuse files that are missing or have another size than the manifest says; takes microseconds."""
    for entry in manifest["files"].values():
        path = folder / entry["name"]
        try:
            size = path.stat().st_size
        except FileNotFoundError as error:
            raise DataError(f"{path} is missing; run: {mend}") from error
        if size != entry["size"]:
            raise DataError(f"{path} is damaged ({size} bytes instead of {entry['size']}); run: {mend}")


def check_sums(folder: Path, manifest: dict[str, Any], *, mend: str = BUILD_COMMAND) -> None:
    """Refuse files whose bytes are not those that were built."""
    check_sizes(folder, manifest, mend=mend)
    for entry in manifest["files"].values():
        path = folder / entry["name"]
        if crc32_of(path) != entry["crc32"]:
            raise DataError(f"{path} is damaged (its checksum differs); run: {mend}")


def describe_file(path: Path) -> dict[str, Any]:
    """A manifest's entry for a file, which is on the disk from now on."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    found = path.stat()
    return {"name": path.name, "size": found.st_size, "time_ns": found.st_mtime_ns, "crc32": crc32_of(path)}


def need_room(folder: Path, needed_bytes: int) -> None:
    """Refuse to begin what the disk cannot hold.

    Raises:
        OSError: There is less room than is needed.
    """
    free = shutil.disk_usage(folder).free
    if free < needed_bytes:
        raise OSError(errno.ENOSPC, f"{free // 1_000_000:,} MB free where {needed_bytes // 1_000_000:,} MB are needed")


def write_whole(path: Path, text: str) -> None:
    """Write a small file so that a reader sees the old one or the new one."""
    partial = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    with partial.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)


def remove_leftovers(folder: Path, keep: set[str]) -> None:
    """Remove what is not in `keep`: files of older builds and of builds that were killed. Call under the lock."""
    for path in folder.iterdir():
        if path.name not in keep and path.is_file() and path.name != ".lock":
            with contextlib.suppress(OSError):  # another system may refuse to remove an open file; the next build will
                path.unlink()


@contextlib.contextmanager
def build_lock(folder: Path) -> Iterator[None]:
    """Let one process at a time write in a folder; the lock of a killed process is free at once."""
    with (folder / ".lock").open("a+b") as file:
        try:
            import fcntl
        except ImportError:  # Windows
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]
        else:
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
