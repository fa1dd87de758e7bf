"""The functions of geomap: what they take, and what they say when they cannot."""

import io
from datetime import date

import fakes
import pytest

import geomap
from geomap import defaults
from geomap.errors import TextError, UsageError

STORY = "From Lyon 90 km to Nice."


@pytest.fixture(autouse=True)
def fake_stages(monkeypatch):
    monkeypatch.setattr(defaults, "pipeline", fakes.pipeline)
    monkeypatch.setattr(defaults, "gazetteer", fakes.FakeGazetteer)
    monkeypatch.setattr(defaults, "recognizer", fakes.FakeRecognizer)
    monkeypatch.setattr(defaults, "resolver", lambda **_: fakes.FakeResolver())


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY)
    return path


def test_check_takes_a_text_a_path_a_stream_a_document_or_a_list(story, tmp_path):
    document = geomap.Document(id="d", text=STORY)
    for source in (STORY, story, str(story), tmp_path, str(tmp_path), io.StringIO(STORY), document, [document]):
        report = geomap.check(source)
        assert [v.claim.quote for v in report.claims] == ["90 km"], source
    with story.open("rb") as stream:
        assert len(geomap.check(stream).claims) == 1
    several = geomap.check([STORY, story, document, document])
    assert len(several.documents) == 4 == len({d.id for d in several.documents})


def test_a_text_that_ends_like_a_file_is_a_path():
    with pytest.raises(TextError, match="no such file"):
        geomap.check("stories/nothing.txt")
    assert geomap.check("She went to Lyon, see story.txt and then left.").documents[0].text.startswith("She")


def test_what_cannot_be_read_is_told(tmp_path):
    with pytest.raises(TextError, match="no texts"):
        geomap.check(tmp_path)
    with pytest.raises(UsageError, match="cannot read a int"):
        geomap.check([3])
    with pytest.raises(UsageError, match="YYYY-MM-DD"):
        geomap.check(STORY, date="yesterday")


def test_some_failing_inputs_are_a_warning(story, tmp_path):
    with pytest.warns(UserWarning, match="no such file"):
        assert len(geomap.check([story, tmp_path / "other.txt"]).documents) == 1


def test_dates_and_outlets_are_given_to_documents_without():
    report = geomap.check([geomap.Document(id="d", text=STORY), STORY], date="2020-02-02", outlet="Accra")
    assert [d.date for d in report.documents] == [date(2020, 2, 2)] * 2
    assert report.outlet == "Accra"


def test_resolve_gives_a_new_report():
    report = geomap.check(STORY)
    nice = geomap.lookup("Nice")[0]
    again = report.resolve("Lyon", nice.id)
    assert [m.place for m in again.mentions] == [nice, nice] and report.mentions[0].place != nice
    assert again.resolve("Nice", geomap.lookup("Lyon")[0].id).fixed.keys() == {"Lyon", "Nice"}
    with pytest.raises(UsageError, match="no place has the id"):
        report.resolve("Lyon", "geonames:0")


def test_read_gives_one_document(story, tmp_path):
    assert geomap.read(story).text == STORY
    assert geomap.read("\ufeffLyon").text == "Lyon"
    (tmp_path / "two.txt").write_text("x")
    with pytest.raises(TextError, match="holds 2 documents"):
        geomap.read(tmp_path)
    with pytest.raises(TextError, match="no such file"):
        geomap.read(tmp_path / "none.txt")


def test_find_places_and_locate():
    assert [m.place.name for m in geomap.find_places(STORY)] == ["Lyon", "Nice"]
    assert [p.name for p in geomap.locate(STORY, [(19, 23), (5, 9)])] == ["Nice", "Lyon"]
    assert geomap.locate(STORY, []) == []
    with pytest.raises(UsageError, match="span"):
        geomap.locate(STORY, [(5, 500)])


def test_lookup_narrows_and_sorts():
    assert geomap.lookup("Nice", country="us") == []
    assert geomap.lookup("Nice", near=(43.0, 7.0), limit=1)[0].name == "Nice"
    assert geomap.lookup("Atlantis") == []


def test_tab_completion_knows_the_public_names():
    assert {"check", "Report", "lookup"} <= set(dir(geomap))
    with pytest.raises(AttributeError, match="chekc"):
        geomap.chekc  # noqa: B018


def test_a_route_takes_names_ids_and_places(monkeypatch):
    asked = []

    class Ways:
        def route(self, stops, *, mode):
            asked.append(([place.name for place in stops], mode))

    monkeypatch.setattr(defaults, "network", Ways)
    lyon = geomap.lookup("Lyon")[0]
    assert geomap.route(lyon, "Nice", lyon.id, mode="road") is None
    assert asked == [(["Lyon", "Nice", "Lyon"], "road")]
    with pytest.raises(UsageError, match="no place is called"):
        geomap.route("Lyon", "Atlantis")
    with pytest.raises(UsageError, match="two stops"):
        geomap.route("Lyon")
