"""`--online` on the commands, asked of a service on this machine; without it nothing is asked."""

import json
import subprocess
import sys

import nominatim
import pytest
from nominatim import Service, error, known

import geomap
from geomap import catalogue
from geomap.errors import ServiceError
from geomap.places.layout import MANIFEST

pytestmark = pytest.mark.skipif(
    not (catalogue.index_dir() / MANIFEST).is_file(), reason="the built-in gazetteer is not built: geomap data build"
)

NAME = "Qwurroo Besi"
TOLD = f"The road was cut in {NAME} on Monday, officials in Lyon said.\n"
STORY = f"The road was cut in {NAME}, about 25 km north of Lyon, on Monday.\n"


@pytest.fixture
def service(monkeypatch, tmp_path):
    monkeypatch.setenv("GEOMAP_HOME", str(tmp_path))
    started = Service(known(NAME))
    yield started
    started.close()


def geomap_command(*arguments, stdin=""):
    return subprocess.run(
        [sys.executable, "-m", "geomap", *arguments], input=stdin, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("command", ["check", "places"])
def test_a_name_is_placed_with_its_attribution(service, command):
    offline = json.loads(geomap_command(command, "-f", "json", stdin=STORY).stdout)
    assert NAME not in {place["name"] for place in offline["places"]} and service.asked == []
    asked = geomap_command(command, "-f", "json", "--online", "--geocoder", service.spec, stdin=STORY)
    report = json.loads(asked.stdout)
    (place,) = [p for p in report["places"] if p["name"] == NAME]
    assert (place["lat"], place["source"]) == (6.1, "Nominatim (online)")
    assert nominatim.LICENCE in {data["attribution"] for data in report["data"]}
    assert service.asked == [NAME] and asked.stderr == ""


def test_the_page_names_who_answered(service, tmp_path):
    page = tmp_path / "map.html"
    geomap_command("map", "-o", str(page), "--online", "--geocoder", service.spec, stdin=TOLD)
    assert page.read_text(encoding="utf-8").count(nominatim.LICENCE) >= 2  # on the map and in the list of sources


def test_lookup_asks_for_what_is_not_known(service):
    options = ("--online", "--geocoder", service.spec)
    assert geomap_command("lookup", NAME).returncode == 2
    assert "osm:node/301" in geomap_command("lookup", NAME, *options).stdout
    assert "geonames:" in geomap_command("lookup", "Lyon", *options).stdout
    assert service.asked == [NAME]


def test_a_service_that_fails_is_told_of_and_the_rest_goes_on(service):
    service.replies = [error(403)]
    ended = geomap_command("places", "--online", "--geocoder", service.spec, stdin=STORY)
    assert ended.returncode == 0 and "Lyon" in ended.stdout
    assert "Nominatim did not answer" in ended.stderr and ended.stderr.count("\n") == 1


def test_a_geocoder_that_is_none_ends_with_a_line():
    ended = geomap_command("places", "--online", "--geocoder", "nowhere", stdin=STORY)
    assert ended.returncode == 2 and ended.stderr.startswith("geomap: no online geocoder 'nowhere'")


def test_nothing_of_geopy_is_loaded_offline():
    code = f"""
import sys
import geomap
geomap.check({STORY!r})
assert not any(name.split(".")[0] in ("geopy", "requests") for name in sys.modules)
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_from_python(service, monkeypatch):
    from geomap import defaults

    defaults.online_places.cache_clear()
    assert list(geomap.lookup(NAME)) == [] and service.asked == []
    assert geomap.lookup(NAME, online=service.spec)[0].id == "osm:node/301"
    assert geomap.Geocoder().geocode(f"{NAME}, Nepal") is None
    found = geomap.Geocoder(online=service.spec)
    assert found.geocode(NAME).latitude == 6.1 and found.geocode("Lyon").raw["country"] == "FR"
    assert found.geocode("Zzyzxqk") is None
    service.replies = [error(403)]
    with pytest.raises(ServiceError, match="did not answer"):
        found.geocode("Another Qwurroo")
    defaults.online_places.cache_clear()
