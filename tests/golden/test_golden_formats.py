"""Whole stories, and all of them together, as files: read back the same, valid, and opened by GDAL."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from pathlib import Path

import pytest

import geomap

HERE = Path(__file__).resolve().parent
STORIES = [*sorted(path.stem for path in HERE.glob("*.txt")), "all"]


@cache
def report_of(name: str) -> geomap.Report:
    return geomap.check(sorted(HERE.glob("*.txt")) if name == "all" else HERE / f"{name}.txt")


@pytest.mark.parametrize("name", STORIES)
def test_a_report_survives_plain_data_whole(name: str) -> None:
    report = report_of(name)
    assert geomap.Report.from_dict(json.loads(json.dumps(report.to_dict(), allow_nan=False))) == report


@pytest.mark.parametrize("name", STORIES)
def test_the_report_fits_the_published_schema(name: str) -> None:
    validate = pytest.importorskip("jsonschema").validate
    schema = json.loads((resources.files("geomap") / "schema" / "geomap-1.json").read_text(encoding="utf-8"))
    validate(json.loads(json.dumps(report_of(name).to_dict())), schema)


@pytest.mark.parametrize("suffix", ["gpkg", "kml", "geojson"])
@pytest.mark.parametrize("name", STORIES)
def test_gdal_reads_every_layer_with_valid_geometry_on_the_globe(tmp_path: Path, name: str, suffix: str) -> None:
    pyogrio = pytest.importorskip("pyogrio", reason="pip install '.[test,geo]' brings GDAL's reader")
    pytest.importorskip("geopandas", reason="pip install '.[test,geo]' brings geopandas")
    path = report_of(name).save(tmp_path / f"story.{suffix}")
    found = 0
    for layer, _ in pyogrio.list_layers(path):
        frame = pyogrio.read_dataframe(path, layer=layer)
        if "geometry" in frame:
            shapes = frame.geometry.dropna()
            found += len(shapes)
            assert shapes.is_valid.all()
            assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in shapes.get_coordinates().to_numpy())
    assert found >= len([place for place in report_of(name).places if place.at is not None])
