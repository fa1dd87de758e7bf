"""How a report was checked: rules with their tolerances, data with licence and date, and what was not checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geomap.records import Document, MentionKind, Report, Rule, Source, Tolerance
from geomap.writers.page import wording
from geomap.writers.page.pins import Pin, without_place
from geomap.writers.page.safe import web_link

# The page's own sources, which no stage knows of.
BASE_MAP = Source(
    name="Natural Earth",
    version="4.1 (land, borders, lakes, rivers, regions and cities, 1:50m and 1:10m)",
    licence="public domain",
    attribution="Made with Natural Earth",
    url="https://www.naturalearthdata.com/",
)
RAILWAYS = Source(
    name="geomap's railway atlas",
    licence="facts, each line with its own source",
    attribution="the faint lines and the stations named on them",
)
LEAFLET = Source(name="Leaflet", version="1.9.4", licence="BSD-2-Clause", url="https://leafletjs.com/")


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule, how often it decided, and its tolerances by name."""

    id: str
    text: str
    count: int
    tolerances: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Method:
    """All that the panel shows."""

    rules: list[RuleRow]
    unused: list[RuleRow]
    tolerances: list[Tolerance]
    sources: list[tuple[Source, str | None]]
    left_out: list[str]
    unplaced: list[tuple[str, str, int]]
    notes: list[tuple[str, str]]


def method(report: Report, rules: Sequence[Rule], pins: Mapping[str, Pin]) -> Method:
    """The panel's content; rules that decided something come before those that did not."""
    fired = Counter(v.rule for v in report.verdicts) + Counter(c.rule for c in report.comparisons if c.rule)
    known = {rule.id: rule for rule in rules}
    rows = [_row(known.get(i) or Rule(id=i, kind="", text=""), n) for i, n in sorted(fired.items())]
    return Method(
        rules=rows,
        unused=[_row(rule, 0) for rule in rules if rule.id not in fired],
        tolerances=list(dict.fromkeys(t for rule in rules if rule.id in fired for t in rule.tolerances)),
        sources=[(s, web_link(s.url)) for s in _sources(report)],
        left_out=_left_out(report, pins),
        unplaced=without_place(report),
        notes=[(title_of(d), note) for d in report.documents for note in d.notes],
    )


def credits_of(report: Report) -> list[str]:
    """Whom the map itself names: those whose licence asks for it; the panel on the method names all."""
    named = [s for s in _of_data(report) if s.attribution]
    owed = [s.attribution for s in named if s.licence.upper().startswith(("CC-BY", "ODBL"))]
    return list(dict.fromkeys(["Natural Earth", *owed]))


def file_name(document: Document) -> str:
    """The last part of where a text came from, without folders; nothing for a stream."""
    return re.split(r"[/\\]", document.source)[-1].strip("-")


def title_of(document: Document) -> str:
    """What the page calls a text: its title, else its file, else its id."""
    name = file_name(document)
    return document.title or (document.id if name.endswith((".jsonl", ".ndjson")) else name) or document.id


def _row(rule: Rule, count: int) -> RuleRow:
    tolerances = [(t.name, wording.amount(t.value, t.unit)) for t in rule.tolerances] if count else []
    return RuleRow(rule.id, rule.text, count, tolerances)


def _of_data(report: Report) -> list[Source]:
    """The data that was there, and what an online geocoder added for a name."""
    return [*report.sources, *(m.place.source for m in report.mentions if m.place is not None)]


def _sources(report: Report) -> list[Source]:
    named = [*_of_data(report), *(s for v in report.verdicts for s in v.sources)]
    named += [s for c in report.comparisons for s in c.sources]
    return list(dict.fromkeys([*named, BASE_MAP, RAILWAYS, LEAFLET]))


def _left_out(report: Report, pins: Mapping[str, Pin]) -> list[str]:
    kinds = Counter(m.mention.kind for m in report.mentions)
    unsure = sum(pin.unsure for pin in pins.values())
    open_claims = sum(v.outcome == "unverifiable" for v in report.verdicts)
    lines = [
        (open_claims, "{} of the claims found could not be checked; each card says why."),
        (kinds[MentionKind.METONYM], "{} names stand for a government or an office; they are kept off the map."),
        (kinds[MentionKind.DEMONYM], "{} adjectives such as nationalities are kept off the map."),
        (
            kinds[MentionKind.EMBEDDED],
            "{} names are part of a longer name, such as that of a person, and are not places here.",
        ),
        (unsure, "Unsure places: {}. A dashed ring marks them, and the table lists what else they could be."),
    ]
    said = [text.format(f"{n:,}") for n, text in lines if n]
    return [*said, "Everything that is not about place, distance, direction, route or time was left unchecked."]
