"""Writes the sha256 and the number of rows of each file of data/ into data/SOURCES.toml; fails on a file without entry.

Run from the repository's root after any change to a table: `python scripts/stamp_sources.py`.
"""

from __future__ import annotations

import hashlib
import lzma
import re
import tomllib
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"


def rows_of(path: Path) -> int:
    """Lines that are no header and no remark; other files than tables keep what their entry says."""
    raw = path.read_bytes()
    text = (lzma.decompress(raw) if path.suffix == ".xz" else raw).decode()
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return len(lines) - 1


def main() -> None:
    catalogue = DATA / "SOURCES.toml"
    text = catalogue.read_text(encoding="utf-8")
    entries = tomllib.loads(text)
    for path in sorted(p for p in DATA.rglob("*") if p.is_file() and p != catalogue):
        name = path.relative_to(DATA).as_posix()
        if name not in entries:
            raise SystemExit(f"no entry for {name} in {catalogue.name}")
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        start = text.index(f'["{name}"]')
        end = text.find("\n[", start + 1)
        part = text[start : end if end > 0 else None]
        stamped = re.sub(r'(?m)^sha256 = ".*"$', f'sha256 = "{digest}"', part)
        if name.removesuffix(".xz").endswith((".tsv", ".csv")) and not name.startswith("basemap/"):
            stamped = re.sub(r"(?m)^rows = \d+$", f"rows = {rows_of(path)}", stamped)
        text = text.replace(part, stamped)
    catalogue.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
