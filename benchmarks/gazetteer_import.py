"""Imports a made GeoNames dump in the exact format and prints rows a second, memory, disk and what became of the lines.

Run: `python benchmarks/gazetteer_import.py [--rows 2000000]`.

The dump has 19 columns and a file of alternate names with 10; names are those of the built-in gazetteer and words made
of pieces of them, with a fixed seed, spread over features as in allCountries.txt; every 500th line is odd (too few or
too many columns, no number where one belongs, NUL, stray quotes, carriage returns, not UTF-8, an id for a second time).
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from geomap import catalogue
from geomap.places import imports
from geomap.places.store import Store

# Share of each feature class in allCountries.txt, in per cent, and a code of it (geonames.org/statistics, rounded).
FEATURES = {
    "P": ("PPL", 40), "H": ("STM", 18), "S": ("SCH", 17), "T": ("HLL", 13), "L": ("LCTY", 4), "A": ("ADM3", 4),
    "V": ("FRST", 2), "R": ("RD", 1), "U": ("SHLU", 1),
}  # fmt: skip
COUNTRIES = "US CN IN RU ID MX NO IR PK FR DE BR NA GB PH TH MM UA KP AU".split()
ODD_EVERY = 500
ALTERNATES_PER_ROW = 1.3


def words_of(names: list[str]) -> list[str]:
    return sorted({word for name in names for word in name.split(" ") if len(word) > 2})


def made_names(count: int) -> Iterator[str]:
    """Real names first, then pieces of real words put together to words and names of one to three words."""
    real = [name.title() for name in Store(catalogue.index_dir()).names.all_names()]
    random.Random(2).shuffle(real)
    real = real[: count // 3]
    words, rng = words_of(real), random.Random(3)
    for number in range(count):
        if number < len(real):
            yield real[number]
            continue
        a, b, c = rng.choice(words), rng.choice(words), rng.choice(words)
        made = a[: 2 + len(a) // 2] + b[len(b) // 2 :].lower()
        kind = rng.random()
        yield made if kind < 0.5 else f"{made} {c}" if kind < 0.9 else f"{c} {b} {made}"


def line_of(number: int, name: str, rng: random.Random, more: list[str]) -> str:
    feature = rng.choices(list(FEATURES), [share for _, share in FEATURES.values()])[0]
    country = rng.choice(COUNTRIES)
    cells = [
        str(number), name, name, ",".join(more), f"{rng.uniform(-60, 75):.5f}", f"{rng.uniform(-180, 180):.5f}",
        feature, FEATURES[feature][0], country, "", f"{rng.randrange(1, 90):02}", str(rng.randrange(200)), "", "",
        str(rng.randrange(50_000) if feature == "P" and rng.random() < 0.2 else 0), "", str(rng.randrange(3000)),
        "Europe/Moscow", "2024-01-01",
    ]  # fmt: skip
    return "\t".join(cells)


def odd(line: str, kind: int) -> bytes:
    cells = line.split("\t")
    if kind == 0:
        return "\t".join(cells[:18]).encode()
    if kind == 1:
        return (line + "\textra").encode()
    if kind in (2, 3, 4, 5):
        cells[(0, 4, 5, 14)[kind - 2]] = ("x1", "91.5", "nan", "1.5e3")[kind - 2]
        return "\t".join(cells).encode()
    if kind == 6:
        cells[1] = cells[1][:1] + "\0" + cells[1][1:]
        return "\t".join(cells).encode()
    if kind == 7:
        cells[1] = f'"{cells[1]}'
        return "\t".join(cells).encode()
    return line.encode() + b"\r" if kind == 8 else line.encode("utf-8").replace(b"\t", b"\xff\t", 1)


def write_dump(folder: Path, rows: int) -> tuple[Path, Path]:
    dump, alternates, rng = folder / "allCountries.txt", folder / "alternateNamesV2.txt", random.Random(1)
    names = made_names(int(rows * 1.4))
    with dump.open("wb") as file:
        for number in range(1, rows + 1):
            name = next(names)
            more = [name.swapcase(), next(names)] if rng.random() < 0.3 else []
            line = line_of(number, name, rng, more)
            file.write((odd(line, number // ODD_EVERY % 10) if number % ODD_EVERY == 0 else line.encode()) + b"\n")
    with alternates.open("w", encoding="utf-8", newline="\n") as file:
        spare = list(made_names(200_000))
        for number in range(int(rows * ALTERNATES_PER_ROW)):
            language, name = rng.choice(["en", "ru", "", "link", "wkdt", "zh"]), rng.choice(spare)
            place = rng.randrange(1, rows + 1)
            file.write(f"{number}\t{place}\t{language}\t{name} {number % 1000}\t\t\t\t\t\t\n")
    return dump, alternates


def measure(files: list[Path]) -> None:
    """The import in this process, which a parent watches."""
    start = time.perf_counter()
    manifest = imports.import_geonames(files)
    took = time.perf_counter() - start
    used, child = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime + child.ru_utime + child.ru_stime
    counts = manifest["counts"]
    more = counts.get("more", {})
    size = sum(entry["size"] for entry in manifest["files"].values())
    print(f"  {counts['lines']:,} rows and {more.get('lines', 0):,} alternate names in {took:.1f} s")
    print(f"  {counts['lines'] / took:,.0f} rows/s, {(counts['lines'] + more.get('lines', 0)) / took:,.0f} lines/s")
    print(f"  {processor:.1f} s of processor time, which two cores give in {processor / 2:.1f} s")
    print(f"  memory at most {used.ru_maxrss / 1024:.0f} MB and, beside it, {child.ru_maxrss / 1024:.0f} MB")
    print(f"  {manifest['names']:,} names, {size / 1e6:.0f} MB on disk in {len(manifest['files'])} files")
    print(f"  imported {counts['imported']:,}, rejected {counts['rejected']}")
    assert counts["imported"] + counts["left_out"] + sum(counts["rejected"].values()) == counts["lines"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=2_000_000)
    parser.add_argument("--measure", nargs="*", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.measure)
        return
    with tempfile.TemporaryDirectory(prefix="geomap-import-") as folder:
        dump, alternates = write_dump(Path(folder), options.rows)
        for files in ([dump], [dump, alternates]):
            print(" and ".join(path.name for path in files), flush=True)
            command = [sys.executable, __file__, "--measure", *map(str, files)]
            subprocess.run(command, check=True, env=os.environ | {"GEOMAP_HOME": folder})


if __name__ == "__main__":
    main()
