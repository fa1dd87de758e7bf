"""Every format is opened again by a reader that is not ours, and hostile text stays text in all of them."""

import csv as csv_reader
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import factories
import pytest

from geomap import defaults
from geomap.errors import UsageError
from geomap.records import LatLon
from geomap.writers.antimeridian import split
from geomap.writers.csv import guarded
from geomap.writers.markdown import inert

SCHEMA = Path(__file__).resolve().parents[2] / "geomap" / "schema" / "geomap-1.json"
HOSTILE = "=cmd|'/c calc'!A1 </script><b onclick=\"x\">{{7*191}} ]]> \x00\x0b \u202e | [a](javascript:b) # `x`"
FORMATS = sorted(defaults.WRITERS)


def written(name, report=None, **options):
    if name == "claimreview":
        options = {"author": "A", "url": "https://example.org/review"}
    content = defaults.WRITERS[name](**options).write(report if report is not None else factories.report())
    return content if isinstance(content, bytes) else content.encode()


def hostile_report():
    place = factories.place(HOSTILE)
    story = factories.document(text=f"{HOSTILE} about 280 km from there", title=HOSTILE, outlet=HOSTILE, source=HOSTILE)
    mention = factories.mention(HOSTILE, place, story=story)
    claim = factories.claim(HOSTILE, story=story, figure=None, ground=None)
    return factories.report(
        documents=(story,),
        mentions=(mention,),
        verdicts=(factories.verdict(claim=claim, why=HOSTILE),),
        comparisons=(),
        journeys=(factories.journey(subject=HOSTILE),),
    )


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_and_always_alike(name):
    assert written(name) and written(name) == written(name)
    assert written(name, hostile_report())
    empty = factories.report(documents=(), mentions=(), verdicts=(), comparisons=(), journeys=(), sources=())
    assert isinstance(written(name, empty), bytes)


@pytest.mark.parametrize("suffix", ["gpkg", "kml", "geojson"])
@pytest.mark.parametrize("report", [factories.report, hostile_report], ids=["story", "hostile"])
def test_gdal_opens_it(tmp_path, suffix, report):
    pyogrio = pytest.importorskip("pyogrio", reason="pip install '.[test,geo]' brings GDAL's reader")
    pytest.importorskip("geopandas", reason="pip install '.[test,geo]' brings geopandas")
    path = tmp_path / f"report.{suffix}"
    path.write_bytes(written(suffix, report()))
    layers = dict(pyogrio.list_layers(path))
    assert set(layers) >= ({"places", "claims", "journeys"} if suffix != "geojson" else {"report"})
    for layer in layers:
        frame = pyogrio.read_dataframe(path, layer=layer)
        assert len(frame) > 0 or layer == "comparisons"
        if "geometry" in frame and suffix != "geojson" and layer == "places":
            assert frame.crs == "EPSG:4326"
            assert frame.geometry.iloc[0].x == pytest.approx(4.85) and frame.geometry.iloc[0].y == pytest.approx(45.75)


def test_geopackage_has_its_tables_and_columns(tmp_path):
    pyogrio = pytest.importorskip("pyogrio", reason="pip install '.[test,geo]' brings GDAL's reader")
    pytest.importorskip("geopandas", reason="pip install '.[test,geo]' brings geopandas")
    path = tmp_path / "r.gpkg"
    path.write_bytes(written("gpkg"))
    claims = pyogrio.read_dataframe(path, layer="claims")
    assert claims["status"].tolist() == ["consistent", "doubtful"] and claims["stated"].tolist() == [280.0, 3.0]
    assert set(claims.geometry.geom_type) == {"LineString"}
    assert len(pyogrio.read_dataframe(path, layer="mentions", read_geometry=False)) == 4


def test_pandas_reads_the_csv():
    pandas = pytest.importorskip("pandas", reason="pip install '.[test,geo]' brings pandas")
    frame = pandas.read_csv(io.BytesIO(written("csv")))
    assert list(frame)[:7] == ["quote", "start", "end", "status", "id", "lat", "lon"]
    assert frame["stated"].tolist() == [280.0, 3.0] and frame["lat"].iloc[0] == pytest.approx(45.75)


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1", "＝1", "|x"])
def test_cells_that_a_spreadsheet_would_run_are_guarded(cell):
    assert str(guarded(cell)).startswith("'")


def test_numbers_stay_numbers_in_csv():
    assert guarded(-3.5) == -3.5 and guarded("3-5") == "3-5" and guarded(None) == ""
    rows = list(csv_reader.reader(io.StringIO(written("csv", hostile_report()).decode())))
    assert rows[1][0].startswith("'=cmd") and "\x00" not in rows[1][0]


def test_geojson_keeps_to_rfc_7946():
    collection = json.loads(written("geojson"))
    assert collection["type"] == "FeatureCollection" and "crs" not in collection
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        for lon, lat in positions(feature["geometry"]):
            assert -180 <= lon <= 180 and -90 <= lat <= 90


def positions(geometry):
    """Every position of a geometry."""
    at = geometry["coordinates"]
    while at and isinstance(at[0], list) and at[0] and isinstance(at[0][0], list):
        at = [position for part in at for position in part]
    return at if isinstance(at[0], list) else [at]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ([(0, 179), (0, -179)], [[(0, 179), (0, 180)], [(0, -180), (0, -179)]]),
        ([(10, -179), (20, 179)], [[(10, -179), (15, -180)], [(15, 180), (20, 179)]]),
        ([(0, 170), (0, 180), (0, -170)], [[(0, 170), (0, 180)], [(0, -180), (0, -170)]]),
        ([(0, 170), (0, 190)], [[(0, 170), (0, 180)], [(0, -180), (0, -170)]]),
        ([(0, 0), (1, 1)], [[(0, 0), (1, 1)]]),
        ([(0, 0), (0, 0)], [[(0, 0)]]),
        ([], []),
        (
            [(0, 179), (0, -179), (0, 178)],
            [[(0, 179), (0, 180)], [(0, -180), (0, -179), (0, -180)], [(0, 180), (0, 178)]],
        ),
    ],
)
def test_lines_are_cut_at_the_antimeridian(line, parts):
    found = split([LatLon(float(lat), float(lon)) for lat, lon in line])
    assert [[(p.lat_deg, p.lon_deg) for p in part] for part in found] == parts


def test_a_journey_over_the_antimeridian_is_drawn_in_two_parts():
    journey = factories.journey(geometry=((LatLon(64.7, 177.5), LatLon(64.5, -165.4)),), planned=())
    features = json.loads(written("geojson", factories.report(journeys=(journey,))))["features"]
    assert features[-1]["geometry"]["type"] == "MultiLineString"


def test_kml_holds_hostile_text_as_text():
    root = ET.fromstring(written("kml", hostile_report()))
    names = [element.text for element in root.iter("{http://www.opengis.net/kml/2.2}name")]
    assert any("</script><b onclick" in (name or "") for name in names)
    assert not list(root.iter("{http://www.opengis.net/kml/2.2}b"))


def test_markdown_holds_hostile_text_as_text():
    text = written("md", hostile_report()).decode()
    assert "<b" not in text and "</script" not in text and "\u202e" not in text
    assert r"\[a\](javascript:b)" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see https://a.org/x_y", r"see https&#58;//a.org/x\_y"),
        ("www.a.org", "www&#46;a.org"),
        ("me@a.org", "me&#64;a.org"),
        ("- item", r"\- item"),
        ("340 km (north-east)", "340 km (north-east)"),
        ("a|b `c` *d* <e> &f;", r"a&#124;b \`c\` \*d\* &lt;e&gt; &amp;f;"),
    ],
)
def test_markdown_shows_text_as_it_stands(text, shown):
    assert inert(text) == shown


def test_json_fits_the_published_schema():
    jsonschema = pytest.importorskip("jsonschema", reason="pip install '.[test]' brings jsonschema")
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for report in (factories.report(), hostile_report()):
        validator.validate(json.loads(written("json", report)))
    for line in written("jsonl").splitlines():
        validator.validate(json.loads(line))
    wrong = json.loads(written("json"))
    wrong["claims"][0]["verdict"] = "false"
    assert list(validator.iter_errors(wrong))


def test_claim_reviews_have_what_is_required():
    (first, second) = json.loads(written("claimreview"))
    for review in (first, second):
        assert {"@context", "@type", "url", "claimReviewed", "author", "itemReviewed", "reviewRating"} <= set(review)
        rating = review["reviewRating"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"] and rating["alternateName"]
        assert "false" not in json.dumps(review).lower()
    assert first["itemReviewed"]["datePublished"] == "2021-03-06"
    with pytest.raises(UsageError, match="--author"):
        defaults.WRITERS["claimreview"](author="A").write(factories.report())


def test_web_annotations_have_what_is_required():
    page = json.loads(written("annotation"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == 6
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        text = factories.STORY
        assert text[position["start"] : position["end"]] == quote["exact"]
        before = text[: position["start"]]
        assert before.endswith(quote["prefix"]) and item["type"] == "Annotation" and item["body"]


def test_half_surrogates_harm_no_format():
    story = factories.document(text=f"{factories.STORY}\ud800", title="x\udfff")
    report = replace(factories.report(), documents=(story,))
    for name in FORMATS:
        if name == "claimreview":
            continue
        content = defaults.WRITERS[name]().write(report)
        assert content
