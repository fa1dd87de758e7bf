"""Reading the inputs of a command, and keeping count of those that failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import typer

from geomap import defaults
from geomap.cli import status, terminal
from geomap.errors import TextError, UsageError
from geomap.records import Document, PlacedMention, ReadOptions, Report, Unread


@dataclass(slots=True)
class Inputs:
    """The inputs of one run; `failed` fills while `documents` is walked through, `online` names a geocoder to ask."""

    sources: Sequence[str]
    options: ReadOptions
    online: str = ""
    failed: list[Unread] = field(default_factory=list)
    count: int = 0

    def documents(self) -> Iterator[Document]:
        """The documents that could be read, one by one; the others are counted."""
        for item in defaults.reader().read_paths(self.sources, self.options):
            if isinstance(item, Unread):
                self.failed.append(item)
                continue
            self.count += 1
            for text in item.notes:
                terminal.warn(f"{_named(item)}: {text}", quietly=True)
            yield item
        if not self.count and len(self.failed) == 1:
            raise TextError(f"{self.failed[0].source}: {self.failed[0].reason}")
        if not self.count and self.failed:
            self._tell()
            raise TextError(f"none of {len(self.failed)} inputs could be read")

    def _tell(self) -> None:
        for item in self.failed:
            terminal.warn(f"{item.source}: {item.reason}")

    def finish(self, otherwise: int = status.DONE) -> None:
        """End the command: status 4 and the list where some inputs failed, else the given status."""
        tell_online(self.online)
        if self.failed:
            self._tell()
            terminal.warn(f"{len(self.failed)} of {self.count + len(self.failed)} inputs could not be read")
            raise typer.Exit(status.SOME_FAILED)
        if otherwise:
            raise typer.Exit(otherwise)


def _named(document: Document) -> str:
    """The file of a document, and its id where the file may hold several."""
    several = document.source.endswith((".jsonl", ".ndjson"))
    return f"{document.source}, document {document.id}" if several else document.source or document.id


def tell_online(service: str) -> None:
    """Say where an online geocoder did not answer; "" for none."""
    for problem in defaults.online_places(service).take_problems() if service else ():
        terminal.warn(problem, quietly=True)


def require_places(fixed: dict[str, str]) -> None:
    """Refuse a --resolve whose place id nobody knows."""
    for name, place_id in fixed.items():
        if defaults.gazetteer().get(place_id) is None:
            raise UsageError(f"--resolve {name}={place_id}: no place has this id; find it with: geomap lookup {name!r}")


def check(inputs: Inputs, *, outlet: str | None, fixed: dict[str, str], recognizer: str | None = None) -> Report:
    """Read all inputs and check them together, with progress on a terminal."""
    documents = list(inputs.documents())
    require_places(fixed)
    pipeline = defaults.pipeline(online=inputs.online, recognizer_name=recognizer or "")
    return pipeline.check(documents, outlet=outlet, fixed=fixed, watch=terminal.progress)


def check_each(
    inputs: Inputs, *, outlet: str | None, fixed: dict[str, str], recognizer: str | None = None
) -> Iterator[Report]:
    """Read and check the inputs one by one; each report is of one document alone."""
    require_places(fixed)
    pipeline = defaults.pipeline(online=inputs.online, recognizer_name=recognizer or "")
    for document in inputs.documents():
        yield pipeline.check([document], outlet=outlet, fixed=fixed)


def place_each(
    inputs: Inputs, *, outlet: str | None, fixed: dict[str, str], recognizer: str | None = None
) -> Iterator[tuple[Document, Sequence[PlacedMention]]]:
    """Find the places of the inputs one by one, and check nothing."""
    require_places(fixed)
    finder, resolver = defaults.recognizer(recognizer or ""), defaults.resolver(online=inputs.online)
    for document in inputs.documents():
        mentions = finder.find_mentions(document)
        yield document, resolver.resolve(document, mentions, outlet=outlet or document.outlet, fixed=fixed)
