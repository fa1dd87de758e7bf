"""What a notebook shows: a small table, then the interactive page in a sandboxed frame."""

from __future__ import annotations

import html
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

from geomap import defaults
from geomap.records import (
    Candidate,
    Document,
    Journey,
    Mention,
    Outcome,
    Place,
    PlacedMention,
    Report,
    Route,
    Stop,
    StopRole,
    Verdict,
)

MOST_ROWS = 10
"""Claims that the table above a page names; the page holds all of them."""

_URGENCY = (Outcome.INCONSISTENT, Outcome.DOUBTFUL, Outcome.UNVERIFIABLE, Outcome.CONSISTENT)
LARGEST_PAGE = 1_000_000
"""Characters of a page that a notebook keeps; a larger one is named instead of shown."""

_ICONS = {"consistent": "✓", "doubtful": "~", "inconsistent": "✗", "unverifiable": "?"}
PAGE_HEIGHT, MAP_HEIGHT = 720, 420


def watch(documents: Sequence[Document]) -> Iterable[Document]:
    """The documents, with a progress bar where there are many and tqdm is installed."""
    if len(documents) < 5 or not (sys.stderr.isatty() or _in_notebook()):
        return documents
    try:
        if _in_notebook() and find_spec("ipywidgets") is not None:
            from tqdm.notebook import tqdm
        else:
            from tqdm.std import tqdm
    except ImportError:
        return documents
    bar: Iterable[Document] = tqdm(documents, desc="reading", unit="document", leave=False, delay=1)
    return bar


def _in_notebook() -> bool:
    return _shell() is not None


def _shell() -> Any:
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def register() -> None:
    """Teach a running notebook to show records, as text in a line each; the records themselves know no HTML."""
    shell = _shell()
    if shell is None:
        return
    pictures, lines = (shell.display_formatter.formatters[kind] for kind in ("text/html", "text/plain"))
    pictures.for_type(Journey, journey_html)
    pictures.for_type(Route, route_html)
    pictures.for_type(Place, lambda place: places_html([place]))
    for kind, told in _LINES.items():
        lines.for_type(kind, lambda record, printer, _, told=told: printer.text(told(record)))


def place_line(place: Place) -> str:
    """A place in a line: "Khasan, Primorsky Krai, RU (city, 42.4283 130.6456, geomap:khasan)"."""
    name = ", ".join(filter(None, (place.name, place.admin1, place.country)))
    at = f"{place.at.lat_deg:.4f} {place.at.lon_deg:.4f}" if place.at is not None else "no point"
    return f"{name} ({place.kind}, {at}, {place.id})"


def mention_line(placed: PlacedMention) -> str:
    """A name with its place in a line."""
    mention = placed.mention
    place = place_line(placed.place) if placed.place is not None else f"no place: {placed.why}"
    return f"{mention.text!r} {mention.start}-{mention.end} {mention.kind}, score {placed.score:.2f}: {place}"


def verdict_line(verdict: Verdict) -> str:
    """A claim with its verdict in a line."""
    claim = verdict.claim
    return f"{claim.id} {claim.kind} {verdict.outcome}: “{claim.quote}” - {verdict.why}"


def journey_line(journey: Journey) -> str:
    """A journey's stops in a line."""
    return _way_line(journey.subject or "journey", journey.mode, [s.place for s in journey.stops], journey.length_km)


def route_line(route: Route) -> str:
    """A route's stops in a line."""
    return _way_line("route", route.mode, route.stops, route.length_km)


def _way_line(name: str, mode: str, stops: Sequence[Place], length_km: float | None) -> str:
    length = f", {length_km:,.0f} km" if length_km is not None else ""
    return f"{name} ({mode}{length}): {' → '.join(place.name for place in stops)}"


_LINES: Mapping[type, Callable[[Any], str]] = {
    Place: place_line,
    PlacedMention: mention_line,
    Verdict: verdict_line,
    Journey: journey_line,
    Route: route_line,
}


def table_html(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A plain table; every cell is escaped."""
    head = "".join(f"<th>{html.escape(name)}</th>" for name in headers)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(str(c))}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def frame_html(report: Report, *, only_map: bool = False) -> str:
    """The page in a frame that may run its own script and nothing else: no storage, no parent, no network."""
    if "html" not in defaults.WRITERS:
        return ""
    text = str(defaults.WRITERS["html"](only_map=only_map).write(report))
    if len(html.escape(text, quote=True)) > LARGEST_PAGE:
        text = str(defaults.WRITERS["html"](small=True, only_map=only_map).write(report))
    if len(html.escape(text, quote=True)) > LARGEST_PAGE:
        size = f"{len(text) / 1e6:.1f} MB"
        return f"<p>The page of this report has {size}; write it to a file: <code>report.save('page.html')</code></p>"
    height = MAP_HEIGHT if only_map else PAGE_HEIGHT
    return (
        f'<iframe sandbox="allow-scripts allow-popups allow-downloads" width="100%" height="{height}" '
        f'style="border:1px solid #ccc" title="geomap" srcdoc="{html.escape(text, quote=True)}"></iframe>'
    )


def report_html(report: Report, summary: Mapping[str, int]) -> str:
    """The claims that most need a look as a table, then the page."""
    several = len(report.documents) > 1
    headers = ["claim", *(["document"] if several else []), "kind", "verdict", "quote", "why"]
    rows = [
        [
            v.claim.id,
            *([v.claim.document] if several else []),
            v.claim.kind,
            f"{_ICONS[v.outcome]} {v.outcome}",
            v.claim.quote,
            v.why,
        ]
        for v in sorted(report.verdicts, key=lambda v: _URGENCY.index(v.outcome))[:MOST_ROWS]
    ]
    left = len(report.verdicts) - len(rows)
    counts = " · ".join(f"{count} {name}" for name, count in summary.items())
    documents = f"{len(report.documents)} document{'' if len(report.documents) == 1 else 's'}"
    head = f"<p><b>{documents}, {len(report.verdicts)} claims</b> · {counts}</p>"
    more = f"<p>… and {left} more below; <code>report.to_frame('claims')</code> has all</p>" if left else ""
    return head + (table_html(headers, rows) if rows else "") + more + frame_html(report)


def places_html(places: Sequence[Place]) -> str:
    """Places as a table, then on the map."""
    headers = ["name", "kind", "country", "region", "lat", "lon", "population", "id"]
    rows = [
        [
            place.name,
            place.kind,
            place.country or "",
            place.admin1 or "",
            f"{place.at.lat_deg:.4f}" if place.at is not None else "",
            f"{place.at.lon_deg:.4f}" if place.at is not None else "",
            place.population or "",
            place.id,
        ]
        for place in places
    ]
    if not rows:
        return "<p>0 places</p>"
    return table_html(headers, rows) + frame_html(listing_report("Places", places), only_map=True)


def journey_html(journey: Journey) -> str:
    """The stops of a journey as a table, then its lines on the map."""
    rows = [[stop.place.name, stop.role, stop.time.text if stop.time is not None else ""] for stop in journey.stops]
    length = f", {journey.length_km:,.0f} km ({journey.length_source})" if journey.length_km is not None else ""
    head = (
        f"<p><b>{html.escape(journey.subject or 'Journey')}</b> by {html.escape(journey.mode)}{html.escape(length)}</p>"
    )
    report = listing_report("Journey", [stop.place for stop in journey.stops])
    document = report.documents[0].id
    alone = replace(
        journey, document=document, stops=tuple(replace(s, claim=None, document=document) for s in journey.stops)
    )
    return (
        head
        + table_html(["stop", "role", "when"], rows)
        + frame_html(replace(report, journeys=(alone,)), only_map=True)
    )


def route_html(route: Route) -> str:
    """The legs of a route as a table, then its line on the map."""
    rows = [[leg.start, leg.end, f"{leg.length_km:,.1f}", leg.line, leg.source.name] for leg in route.legs]
    length = "not connected" if route.length_km is None else f"{route.length_km:,.0f} km"
    told = f"{length} by {route.mode}, {route.straight_km:,.0f} km straight. {route.length_source} {route.why}"
    report = listing_report("Route", route.stops)
    roles = [StopRole.FROM, *[StopRole.VIA] * (len(route.stops) - 2), StopRole.TO]
    journey = Journey(
        id="j1",
        mode=route.mode,
        document=report.documents[0].id,
        stops=tuple(Stop(place=place, role=role) for place, role in zip(route.stops, roles, strict=False)),
        length_km=route.length_km,
        length_source=route.length_source,
        geometry=route.geometry,
    )
    table = table_html(["from", "to", "km", "line", "source"], rows) if rows else ""
    return (
        f"<p>{html.escape(told.strip())}</p>" + table + frame_html(replace(report, journeys=(journey,)), only_map=True)
    )


def listing_report(title: str, places: Sequence[Place]) -> Report:
    """A report of a document that only lists places, so that they can be shown as any report is."""
    mentions, pos = [], 0
    for place in places:
        mention = Mention(document="list", start=pos, end=pos + len(place.name), text=place.name)
        mentions.append(
            PlacedMention(
                mention=mention,
                place=place,
                score=1.0,
                why="listed",
                candidates=(Candidate(place=place, score=1.0),),
                candidate_count=1,
            )
        )
        pos += len(place.name) + 1
    text = "\n".join(place.name for place in places)
    return Report(
        documents=(Document(id="list", text=text, title=title),),
        mentions=tuple(mentions),
        verdicts=(),
        sources=tuple(dict.fromkeys(place.source for place in places)),
    )
