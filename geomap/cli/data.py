"""`geomap data`: the gazetteer and the networks on this machine."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from geomap import catalogue, defaults
from geomap.cli import data_imports, networks, terminal
from geomap.errors import UsageError

EXAMPLES = terminal.examples("geomap data status", "geomap data path", "geomap data build")

app = typer.Typer(
    help="Show, build, check and extend the gazetteer and the networks on this machine.",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@app.command()
def status() -> None:
    """Show what is there: gazetteer, tables and imports, with version, licence and size."""
    rows = [["file", "what", "version", "licence", "size"]]
    entries = defaults.describe_data()
    for entry in entries:
        rows.append([entry.path, entry.what, entry.version, entry.licence, _size(entry.size)])
    rows.append(["all files", "", "", "", _size(sum(entry.size for entry in entries))])
    terminal.emit(terminal.table(rows[0], rows[1:]))
    problems = defaults.find_damage(thorough=False)
    if problems:
        raise problems[0]


@app.command()
def build(
    force: Annotated[bool, typer.Option("--force", help="Build even if nothing has changed.")] = False,
) -> None:
    """Build the gazetteer's index where it is missing, damaged or older than its tables."""
    with terminal.Bar() as progress:
        manifest = defaults.build_gazetteer(force=force, progress=progress)
    terminal.emit(f"{manifest['places']:,} places with {manifest['names']:,} names in {catalogue.index_dir()}")


@app.command()
def verify() -> None:
    """Read every file of the index, the tables and the imports, and hold them against their checksums."""
    problems = defaults.find_damage(thorough=True)
    for problem in problems[1:]:
        terminal.warn(str(problem))
    if problems:
        raise problems[0]
    size = sum(entry.size for entry in defaults.describe_data())
    terminal.emit(f"all files are as they were made ({_size(size)})")


@app.command()
def path() -> None:
    """Print the folders of the index, the tables, your imports and the cache."""
    folders = [
        ["index", str(catalogue.index_dir())],
        ["tables", str(catalogue.data_dir())],
        ["imports", str(catalogue.user_dir())],
        ["cache", str(catalogue.cache_dir())],
    ]
    terminal.emit(terminal.table(["what", "folder"], folders))


@app.command()
def clear(
    imports: Annotated[bool, typer.Option("--imports", help="Remove your imported places and networks too.")] = False,
    only: Annotated[
        str, typer.Option(metavar="NAME", help="Remove nothing but this import, as 'geomap data status' names it.")
    ] = "",
) -> None:
    """Remove what can be fetched or made again: the cache, and with --imports what you have imported."""
    own = [catalogue.user_dir() / name for name in ("gazetteers", "networks")]
    if only:
        found = [path for folder in own if folder.is_dir() for path in folder.iterdir() if path.name == only]
        if not found:
            raise UsageError(f"no import is called {only!r}; 'geomap data status' lists them")
        folders = found
    else:
        folders = [catalogue.cache_dir(), *(own if imports else [])]
    for folder in folders:
        terminal.emit(f"removed {folder}, {_size(_remove(folder))}" if folder.exists() else f"nothing in {folder}")


def _remove(path: Path) -> int:
    """Remove a file or a folder; how many bytes that frees."""
    if path.is_file():
        freed = path.stat().st_size
        path.unlink()
        return freed
    freed = sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    shutil.rmtree(path)
    return freed


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 100_000 else f"{size / 1e3:.1f} kB"


app.command("import-geonames", epilog=data_imports.GEONAMES_EXAMPLES)(data_imports.import_geonames)
app.command("import-places", epilog=data_imports.PLACES_EXAMPLES)(data_imports.import_places)
app.command("import-osm", epilog=networks.EXAMPLES)(networks.import_osm)
