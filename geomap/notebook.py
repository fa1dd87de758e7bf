"""The report that Python code and notebooks get."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geomap import defaults, display, records
from geomap.errors import MissingExtraError, UsageError
from geomap.files import write_whole
from geomap.records import Document, Outcome, Place, Verdict

if TYPE_CHECKING:
    import folium
    import geopandas
    import pandas


class Places(list[Place]):
    """Places in order, shown in a notebook as a table and a map."""

    def __getitem__(self, key: Any) -> Any:
        """A place, or some of them."""
        found = super().__getitem__(key)
        return Places(found) if isinstance(key, slice) else found

    def __repr__(self) -> str:
        """A place a line."""
        return "[" + ",\n ".join(display.place_line(place) for place in self) + "]"

    def _repr_html_(self) -> str:
        return display.places_html(self)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Report(records.Report):
    """All that was found in some documents, with ways to look at it, narrow it and hand it on.

    `fixed` are the names that were fixed to places, `outlet` the place of publication and `recognizer` the finder of
    names that were asked for.
    """

    fixed: Mapping[str, str] = field(default_factory=dict)
    outlet: str | None = None
    recognizer: str | None = None
    online: str = field(default="", compare=False)  # not written: a report that was read back asks nobody

    @property
    def claims(self) -> tuple[Verdict, ...]:
        """The claims, each with its verdict."""
        return self.verdicts

    @property
    def places(self) -> Places:
        """The places that are meant, each once, in the order they come."""
        return Places(defaults.named_places(self))

    def summary(self) -> dict[str, int]:
        """How many claims are consistent, doubtful, inconsistent and unverifiable."""
        return {str(o): sum(verdict.outcome is o for verdict in self.verdicts) for o in Outcome}

    def filter(
        self,
        *,
        verdict: str | Iterable[str] | None = None,
        kind: str | Iterable[str] | None = None,
        place: str | None = None,
    ) -> Report:
        """The report with only some of its claims.

        Args:
            verdict: Keep these outcomes, such as "inconsistent".
            kind: Keep these kinds, such as "distance".
            place: Keep claims, mentions and journeys that have to do with this place; a name or an id.
        """
        verdicts = [
            v
            for v in self.verdicts
            if _wanted(v.outcome, verdict, Outcome) and _wanted(v.claim.kind, kind, records.ClaimKind)
        ]
        mentions, journeys = self.mentions, self.journeys
        if place is not None:
            verdicts = [v for v in verdicts if any(_is(p, place) for p in _places_of(v))]
            mentions = tuple(m for m in mentions if _is(m.place, place) or m.mention.text == place)
            journeys = tuple(j for j in journeys if any(_is(stop.place, place) for stop in j.stops))
        kept = {v.claim.id for v in verdicts}
        comparisons = tuple(c for c in self.comparisons if kept.intersection(c.claims))
        return replace(self, verdicts=tuple(verdicts), mentions=mentions, journeys=journeys, comparisons=comparisons)

    def resolve(self, name: str, place_id: str) -> Report:
        """A new report in which a name means this place; the documents are checked again.

        Raises:
            UsageError: No place has this id, or the report does not carry the documents' texts.
        """
        if defaults.gazetteer().get(place_id) is None:
            raise UsageError(f"no place has the id {place_id!r}; geomap.lookup({name!r}) lists those of this name")
        if any(not document.text for document in self.documents):
            raise UsageError("this report does not carry the texts of its documents; check them again")
        fixed = {**self.fixed, name: place_id}
        return check_documents(
            list(self.documents), outlet=self.outlet, fixed=fixed, recognizer=self.recognizer, online=self.online
        )

    def explore(self, m: folium.Map | None = None) -> folium.Map:
        """A plain folium map with the places, claims and journeys, or the given map with them added."""
        found: folium.Map = defaults.explore(self, m)
        return found

    def save(self, path: str | Path, **options: Any) -> Path:
        """Write the report into a file, in the format that its suffix names.

        Args:
            path: The file: .html, .json, .jsonl, .csv, .tsv, .geojson, .kml, .gpkg, .md, or .svg.
            **options: What the format takes: `title` and `tiles` for a page, `layer` for CSV and GeoJSON.
        """
        target = Path(path)
        suffix = target.suffix.lower()
        name = defaults.SUFFIXES.get(suffix, suffix.lstrip("."))
        if name not in defaults.WRITERS:
            raise UsageError(f"{target.name}: no format has this suffix; take one of {_suffixes()}")
        write_whole(target, defaults.WRITERS[name](**options).write(self))
        return target

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data of the schema geomap/1."""
        return {
            **defaults.to_dict(self),
            "resolve": dict(self.fixed),
            "outlet": self.outlet,
            "recognizer": self.recognizer,
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Report:
        """The report of plain data; `Report.from_dict(report.to_dict()) == report`."""
        report = defaults.from_dict(row)
        return _as_report(report, row.get("resolve") or {}, row.get("outlet"), row.get("recognizer"))

    def to_frame(self, layer: str = "claims") -> pandas.DataFrame:
        """A layer (documents, mentions, places, claims, comparisons, journeys) as a pandas frame."""
        rows = defaults.rows(self, layer)
        try:
            import pandas
        except ImportError as error:
            raise MissingExtraError("to_frame needs pandas: pip install 'geomap[geo]'") from error
        return pandas.DataFrame(rows)

    def to_gdf(self, layer: str = "places") -> geopandas.GeoDataFrame:
        """A layer (places, mentions, claims, journeys) as a GeoDataFrame in WGS84."""
        features = defaults.features(self, layer)
        try:
            import geopandas
        except ImportError as error:
            raise MissingExtraError("to_gdf needs geopandas: pip install 'geomap[geo]'") from error
        if not features:
            return geopandas.GeoDataFrame({"geometry": []}, geometry="geometry", crs="EPSG:4326")
        return geopandas.GeoDataFrame.from_features(features, crs="EPSG:4326")

    @property
    def __geo_interface__(self) -> dict[str, Any]:
        """A GeoJSON collection, for geopandas, shapely, folium and the like."""
        return {"type": "FeatureCollection", "features": defaults.features(self)}

    def __repr__(self) -> str:
        """What is in the report, in a line."""
        counts = ", ".join(f"{count} {name}" for name, count in self.summary().items() if count)
        return (
            f"<geomap.Report: {len(self.documents)} documents, {len(self.mentions)} mentions, "
            f"{len(self.verdicts)} claims{f' ({counts})' if counts else ''}>"
        )

    def _repr_html_(self) -> str:
        return display.report_html(self, self.summary())


def _suffixes() -> str:
    return ", ".join(f".{name}" for name in sorted(defaults.WRITERS) if name not in ("table", "toponyms"))


def _wanted(value: str, wanted: str | Iterable[str] | None, kinds: type[StrEnum]) -> bool:
    if wanted is None:
        return True
    names = {wanted} if isinstance(wanted, str) else set(wanted)
    if unknown := sorted(str(name) for name in names if name not in [str(kind) for kind in kinds]):
        raise UsageError(f"no {', '.join(unknown)}; choose from: {', '.join(str(kind) for kind in kinds)}")
    return value in names


def _places_of(verdict: Verdict) -> list[Place | None]:
    claim = verdict.claim
    return [p.place for p in (claim.figure, claim.ground, *claim.via) if p is not None]


def _is(place: Place | None, wanted: str) -> bool:
    return place is not None and (place.id == wanted or place.name.casefold() == wanted.casefold())


def _as_report(
    report: records.Report, fixed: Mapping[str, str], outlet: str | None, recognizer: str | None = None
) -> Report:
    kept = {f.name: getattr(report, f.name) for f in fields(records.Report)}
    display.register()
    return Report(**kept, fixed=dict(fixed), outlet=outlet, recognizer=recognizer)


def check_documents(
    documents: Sequence[Document],
    *,
    outlet: str | None,
    fixed: Mapping[str, str],
    recognizer: str | None = None,
    online: str = "",
) -> Report:
    """Check documents that are at hand."""
    pipeline = defaults.pipeline(online=online, recognizer_name=recognizer or "")
    report = pipeline.check(documents, outlet=outlet, fixed=fixed, watch=display.watch)
    return replace(_as_report(report, fixed, outlet, recognizer), online=online)
