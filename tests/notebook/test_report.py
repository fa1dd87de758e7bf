"""The report that Python code gets: narrowing it, handing it on, showing it."""

import html
import json
from pathlib import Path
from types import SimpleNamespace

import factories
import pytest

import geomap
from geomap import display, notebook
from geomap.errors import UsageError
from geomap.records import Outcome, Participant


@pytest.fixture
def report():
    return notebook._as_report(factories.report(), {"Nice": "geonames:1"}, "Lyon")


def test_a_report_survives_plain_data_whole(report):
    again = geomap.Report.from_dict(json.loads(json.dumps(report.to_dict())))
    assert again == report
    assert again.fixed == {"Nice": "geonames:1"} and again.outlet == "Lyon"


def test_filters_narrow_claims_and_what_hangs_on_them(report):
    assert [v.claim.id for v in report.filter(verdict="doubtful").claims] == ["c2"]
    assert [v.claim.id for v in report.filter(kind=["distance"]).claims] == ["c1"]
    assert report.filter(verdict="inconsistent").claims == () == report.filter(verdict="inconsistent").comparisons
    marseille = report.filter(place="marseille")
    assert {m.mention.text for m in marseille.mentions} == {"Marseille"} and len(marseille.claims) == 2
    assert report.filter(place="Atlantis").claims == ()


def test_a_filter_that_does_not_exist_is_told_with_those_that_do(report):
    with pytest.raises(UsageError, match="consistent, doubtful"):
        report.filter(verdict="wrong")


def test_the_repr_says_what_is_in_it(report):
    assert repr(report) == "<geomap.Report: 1 documents, 4 mentions, 2 claims (1 consistent, 1 doubtful)>"


def test_a_report_shows_its_claims_and_runs_nothing_outside_the_frame(report):
    shown = report._repr_html_()
    assert "280 km matches 277 km" in shown
    outside = shown.split("<iframe")[0]
    assert "<script" not in outside
    if "<iframe" in shown:
        assert "allow-same-origin" not in shown


def test_hostile_text_is_shown_as_text():
    story = factories.document(id="<img src=x onerror=alert(1)>", title="</script>{{7*191}}")
    claim = factories.claim(document=story.id)
    hostile = factories.report(documents=(story, factories.document()), verdicts=(factories.verdict(claim=claim),))
    shown = display.report_html(hostile, {})
    assert "<img" not in shown.split("<iframe")[0]
    assert html.escape(story.id) in shown


def test_places_journeys_and_routes_show_a_table(report):
    assert "Marseille" in report.places._repr_html_()
    assert "not_reached" in display.journey_html(report.journeys[0])
    assert "351 km by rail" in display.route_html(factories.route())
    assert notebook.Places([])._repr_html_() == "<p>0 places</p>"


def test_places_are_those_that_are_meant(report):
    assert [place.name for place in report.places] == ["Lyon", "Marseille", "Nice"]
    assert isinstance(report.places[:2], notebook.Places)


def test_frames_hold_each_layer(report):
    pandas = pytest.importorskip("pandas")
    frame = report.to_frame("claims")
    assert list(frame["id"]) == ["c1", "c2"] and frame["stated"].tolist() == [280.0, 3.0]
    assert isinstance(report.to_frame("mentions"), pandas.DataFrame)
    with pytest.raises(UsageError, match="choose one of"):
        report.to_frame("cities")


def test_geo_frames_are_in_wgs84(report):
    pytest.importorskip("geopandas")
    places = report.to_gdf()
    assert places.crs == "EPSG:4326" and len(places) == 3
    assert places.geometry.iloc[0].x == pytest.approx(4.85)
    assert set(report.to_gdf("journeys").geometry.geom_type) == {"MultiLineString"}
    assert len(report.filter(verdict="inconsistent").to_gdf("claims")) == 0


def test_geo_interface_is_a_collection(report):
    collection = report.__geo_interface__
    assert collection["type"] == "FeatureCollection"
    assert {f["properties"]["layer"] for f in collection["features"]} == {"places", "claims", "journeys"}


def test_save_goes_by_the_suffix_and_names_the_others(report, tmp_path):
    assert report.save(tmp_path / "r.json").read_text("utf-8").startswith('{\n"schema"')
    assert report.save(tmp_path / "r.csv", layer="places").read_text("utf-8").startswith("id,name")
    with pytest.raises(UsageError, match=r"\.geojson"):
        report.save(tmp_path / "r.shp")
    assert sorted(p.name for p in Path(tmp_path).iterdir()) == ["r.csv", "r.json"]


def test_explore_makes_a_plain_map_and_text_is_inert(report):
    folium = pytest.importorskip("folium")
    place = factories.place("{{7*191}}`${x}</script>")
    claim = factories.claim(figure=Participant(place=place, text="x"))
    hostile = notebook._as_report(factories.report(verdicts=(factories.verdict(claim=claim),)), {}, None)
    m = hostile.explore()
    assert isinstance(m, folium.Map)
    page = m.get_root().render()
    assert "1337" not in page and "{{7*191}}" not in page and "`${x}" not in page
    assert hostile.explore(m) is m


def test_the_table_names_what_needs_a_look_and_says_how_many_more_there_are():
    good = factories.verdict()
    bad = factories.verdict(outcome=Outcome.INCONSISTENT, claim=factories.claim(id="c99"))
    shown = display.report_html(factories.report(verdicts=(*[good] * 12, bad)), {}).split("<iframe")[0]
    assert shown.count("<tr>") == 1 + display.MOST_ROWS
    assert shown.index("c99") < shown.index(good.claim.id + "<")
    assert "3 more below" in shown


def test_lists_of_places_journeys_and_routes_show_the_map_alone(report):
    for shown in (
        report.places._repr_html_(),
        display.journey_html(report.journeys[0]),
        display.route_html(factories.route()),
    ):
        assert "data-only-map" in html.unescape(shown.split("<iframe")[1])
    assert "<body data-only-map" not in html.unescape(report._repr_html_())


def test_a_notebook_tells_records_in_a_line_each(report, monkeypatch):
    formatters = pytest.importorskip("IPython.core.formatters")
    shell = SimpleNamespace(display_formatter=formatters.DisplayFormatter())
    monkeypatch.setattr(display, "_shell", lambda: shell)
    display.register()

    def told(value):
        return shell.display_formatter.format(value)[0]["text/plain"]

    lyon = report.places[0]
    assert told(lyon).startswith("Lyon, ") and lyon.id in told(lyon) and "\n" not in told(lyon)
    assert told(list(report.mentions[:2])).count(", score ") == 2
    assert report.verdicts[0].claim.quote in told(report.verdicts[0])
    assert " → " in told(report.journeys[0]) and " → " in told(factories.route())
    assert repr(report.places).count("\n") == len(report.places) - 1
