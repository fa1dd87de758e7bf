"""What data is on this machine, and whether it is whole."""

from __future__ import annotations

import hashlib
import lzma
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geomap import catalogue
from geomap.errors import DataError
from geomap.files import packed
from geomap.places import layout
from geomap.places.open import import_folders, index_folders


@dataclass(frozen=True, slots=True)
class Entry:
    """A file: where it is, what is in it, of which version, under which licence."""

    path: str
    what: str
    version: str
    licence: str
    size: int


def describe_data() -> list[Entry]:
    """The built index, the tables of this installation, what the user has imported, and the cache."""
    own = [entry for folder in import_folders() for entry in _index_files(folder, f"imported: {folder.name}")]
    return [*_index_files(catalogue.index_dir(), "built-in gazetteer"), *own, *_tables(), *_imports()]


def _version_of(manifest: dict[str, Any]) -> str:
    """Of which version the first source is, and when the index was built."""
    versions = [source["version"] for source in manifest["sources"] if source["version"]]
    return ", ".join([*versions[:1], f"built {manifest['made'][:10]}"])


def _index_files(folder: Path, what: str) -> Iterator[Entry]:
    try:
        manifest = layout.read_manifest(folder)
    except DataError as error:
        yield Entry(str(folder), str(error), "", "", 0)
        return
    licences = ", ".join(dict.fromkeys(source["licence"] for source in manifest["sources"] if source["licence"]))
    version = _version_of(manifest)
    count = f"{what}: {manifest['places']:,} places, {manifest['names']:,} names"
    for entry in manifest["files"].values():
        yield Entry(str(folder / entry["name"]), count, version, licences, entry["size"])
        count = what


def _catalogue() -> dict[str, dict[str, Any]]:
    path = catalogue.data_dir() / "SOURCES.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def _tables() -> Iterator[Entry]:
    for name, entry in _catalogue().items():
        path = packed(catalogue.data_dir() / name)
        if path.is_file():
            yield Entry(
                str(path),
                str(entry.get("title", "")),
                str(entry.get("version", "")),
                str(entry.get("licence", "")),
                path.stat().st_size,
            )


def _imports() -> Iterator[Entry]:
    for folder, what in ((catalogue.user_dir() / "networks", "your networks"), (catalogue.cache_dir(), "cache")):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and not path.name.startswith("."):
                changed = time.strftime("%Y-%m-%d", time.gmtime(path.stat().st_mtime))
                yield Entry(str(path), what, f"of {changed}", "", path.stat().st_size)


def find_damage(*, thorough: bool) -> list[DataError]:
    """What is wrong with the index and the tables; `thorough` reads every byte, otherwise sizes are compared."""
    found = []
    for folder, mend in index_folders():
        try:
            manifest = layout.read_manifest(folder, mend=mend)
            (layout.check_sums if thorough else layout.check_sizes)(folder, manifest, mend=mend)
        except DataError as error:
            found.append(error)
    if thorough:
        found += list(_changed_tables())
    return found


def _digest(path: Path, *, as_it_is: bool) -> str:
    """The sha256 of a file, or of what it packs; empty for one that cannot be unpacked."""
    raw = path.read_bytes()
    try:
        return hashlib.sha256(raw if as_it_is else lzma.decompress(raw)).hexdigest()
    except lzma.LZMAError:
        return ""


def _changed_tables() -> Iterator[DataError]:
    for name, entry in _catalogue().items():
        path = packed(catalogue.data_dir() / name)
        if path.is_file() and _digest(path, as_it_is=path.name == Path(name).name) != entry.get("sha256"):
            yield DataError(f"{path} is not the file that was catalogued; install geomap again")
