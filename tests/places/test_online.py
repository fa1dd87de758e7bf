"""Names that the gazetteer lacks, asked for on a service of this machine: what is kept, and what failures do."""

import multiprocessing
import sqlite3

import nominatim
import pytest
from nominatim import HTML, STALL, Service, answer, error, known, ok

from geomap.errors import UsageError
from geomap.places.online import Manners, OnlinePlaces, open_client
from geomap.places.online_cache import DAY_S, VERSION, AnswerCache

HASTY = Manners(every_s=0.01, timeout_s=0.25, wait_after_error_s=0.02, longest_pause_s=2.0)


class Clock:
    """A clock that is moved by hand."""

    now = 1_700_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def serve():
    services = []

    def start(*replies):
        services.append(Service(*replies))
        return services[-1]

    yield start
    for service in services:
        service.close()


def online(service, path, *, clock=None, manners=HASTY):
    cache = AnswerCache(path, clock=clock) if clock else AnswerCache(path)
    return OnlinePlaces(open_client(service.spec, user_agent="geomap/test"), cache, manners=manners)


def test_an_answer_is_a_place_with_its_source(serve, tmp_path):
    service = serve(ok(answer("Akuressa")))
    (place,) = online(service, tmp_path / "a.sqlite").find_places("Akuressa")
    assert (place.id, place.name, place.kind, place.country) == ("osm:node/301", "Akuressa", "city", "LK")
    assert (place.at.lat_deg, place.at.lon_deg) == (6.1, 80.5)
    assert (place.admin1, place.population) == ("Southern Province", 1500)
    assert place.radius_km == pytest.approx(15.7, abs=0.3)  # half the diagonal of 0.2 by 0.2 degrees
    assert place.source.attribution == nominatim.LICENCE and place.source.licence == "ODbL-1.0"
    assert place.source.version.startswith("asked 20")
    assert service.agents == ["geomap/test"]


def test_answers_and_no_such_place_are_kept(serve, tmp_path):
    service = serve(known("Akuressa"))
    for _ in range(2):
        places = online(service, tmp_path / "a.sqlite")
        assert len(places.find_places("Akuressa")) == 1 and places.find_places("Xyzzy") == []
        assert len(places.find_places("AKURESSA")) == 1
        assert places.take_problems() == []
    assert service.asked == ["Akuressa", "Xyzzy"]


def test_kept_answers_grow_old(serve, tmp_path):
    clock, service = Clock(), serve(known("Akuressa"))
    places = online(service, tmp_path / "a.sqlite", clock=clock)
    for name in ("Akuressa", "Xyzzy"):
        places.find_places(name)
    clock.now += 8 * DAY_S
    for name in ("Akuressa", "Xyzzy"):
        places.find_places(name)
    assert service.asked == ["Akuressa", "Xyzzy", "Xyzzy"]
    clock.now += 90 * DAY_S
    service.replies = [error(500)]
    (place,) = places.find_places("Akuressa")
    assert place.source.version == "asked 2023-11-14"
    assert "did not answer" in places.take_problems()[0]
    clock.now -= 200 * DAY_S  # an answer from the future is not trusted either
    service.replies = [known("Akuressa")]
    places.find_places("Akuressa")
    assert service.asked[-1] == "Akuressa"


@pytest.mark.parametrize(
    "reply",
    [
        STALL, error(500), error(502), error(400), HTML,
        ok(answer("Akuressa", lat=91)), ok(answer("Akuressa", lon=999)), ok(answer("Akuressa", lat="north")),
        ok(answer("Akuressa", lat="nan")), ok(answer("Akuressa", lat="1e999")),
        ok(7, None), (200, {}, {"rows": []}), (200, {}, 7), (200, {}, b"\xff\xfe["), (200, {}, b'[{"lat": "1"}]'),
        (200, {}, {"error": "Bandwidth limit exceeded"}),
    ],
    ids=str,
)  # fmt: skip
def test_a_failure_or_a_lie_is_told_and_not_kept(serve, tmp_path, reply):
    service = serve(reply)
    places = online(service, tmp_path / "a.sqlite")
    assert places.find_places("Akuressa") == []
    (problem,) = places.take_problems()
    assert problem.startswith("Nominatim did not answer for 'Akuressa'") and len(problem) < 500
    assert places.take_problems() == []
    service.replies = [ok(answer("Akuressa"))]
    assert [place.name for place in places.find_places("Akuressa")] == ["Akuressa"]


def test_what_may_pass_is_tried_again(serve, tmp_path):
    service = serve(error(503), error(500), ok(answer("Akuressa")))
    assert len(online(service, tmp_path / "a.sqlite").find_places("Akuressa")) == 1
    assert len(service.asked) == 3


def test_retry_after_is_kept_to(serve, tmp_path):
    service = serve(error(429, Retry_After="1"), ok(answer("Akuressa")))
    assert len(online(service, tmp_path / "a.sqlite").find_places("Akuressa")) == 1
    assert service.times[1] - service.times[0] >= 0.99


@pytest.mark.parametrize("reply", [error(403), error(401), error(429, Retry_After="3600")], ids=str)
def test_a_service_that_refuses_is_left_alone(serve, tmp_path, reply):
    service = serve(reply)
    places = online(service, tmp_path / "a.sqlite")
    assert [places.find_places(name) for name in ("Akuressa", "Daman", "Imi")] == [[], [], []]
    assert service.asked == ["Akuressa"]
    (problem,) = places.take_problems()
    assert "not asked again" in problem


def test_a_service_that_keeps_failing_is_left_alone(serve, tmp_path):
    service = serve(HTML)
    places = online(service, tmp_path / "a.sqlite")
    for name in ("Akuressa", "Daman", "Imi", "Linton", "Hanover"):
        assert places.find_places(name) == []
    assert sorted(set(service.asked)) == ["Akuressa", "Daman", "Imi"]
    assert "3 times in a row" in places.take_problems()[-1]


def test_work_in_bulk_ends(serve, tmp_path):
    service = serve(known())
    places = online(service, tmp_path / "a.sqlite", manners=Manners(every_s=0.0, most_questions=4))
    for number in range(9):
        places.find_places(f"Nowhere {chr(97 + number)}")
    assert len(service.asked) == 4
    assert "import GeoNames" in places.take_problems()[0]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (answer("Kalu Ganga", **{"class": "waterway", "type": "river", "addresstype": "river"}), "river"),
        (answer("Kalu", **{"class": "highway", "type": "residential", "addresstype": "road"}), None),
        (answer("Kalu", **{"class": "shop", "type": "bakery", "addresstype": "shop"}), None),
        (answer("Kalu", **{"class": "boundary", "type": "administrative", "addresstype": "county"}), "county"),
        (answer("Kalutara"), None),
        (answer("Calais", namedetails={"name": "Calais", "name:x": "Kalu"}), "city"),
        (answer("Kalu Ganga National Sanctuary Office"), None),
    ],
)
def test_only_places_of_that_name_count(serve, tmp_path, row, kind):
    found = online(serve(ok(row)), tmp_path / "a.sqlite").find_places("Kalu")
    assert [place.kind for place in found] == ([kind] if kind else [])


@pytest.mark.parametrize("name", ["", "12", "45, -73", "?!", "a" * 101])
def test_what_is_no_name_is_not_asked_for(serve, tmp_path, name):
    service = serve(known(name))
    assert online(service, tmp_path / "a.sqlite").find_places(name) == [] and service.asked == []


def test_services_and_countries_are_kept_apart(serve, tmp_path):
    one, two = serve(ok(answer("Daman"))), serve(ok())
    assert online(one, tmp_path / "a.sqlite").find_places("Daman")
    assert not online(two, tmp_path / "a.sqlite").find_places("Daman")
    one.replies = [ok()]
    assert not online(one, tmp_path / "a.sqlite").find_places("Daman", country="np")
    assert online(one, tmp_path / "a.sqlite").find_places("Daman")


@pytest.mark.parametrize("content", [b"", b"not a database at all, but long enough to be taken for one" * 50])
def test_a_damaged_cache_is_put_aside(serve, tmp_path, content):
    path = tmp_path / "a.sqlite"
    path.write_bytes(content)
    service = serve(ok(answer("Daman")))
    places = online(service, path)
    assert len(places.find_places("Daman")) == len(places.find_places("Daman")) == 1
    assert len(service.asked) == 1
    aside = list(tmp_path.glob("*.corrupt-*"))
    assert len(aside) == len(places.take_problems()) == (1 if content else 0)


def test_a_cache_of_another_layout(serve, tmp_path):
    older, newer = tmp_path / "older.sqlite", tmp_path / "newer.sqlite"
    for path, version in ((older, 0), (newer, VERSION + 1)):
        db = sqlite3.connect(path)
        db.execute("CREATE TABLE answer (word TEXT)")
        db.execute(f"PRAGMA user_version = {version}")
        db.commit()
        db.close()
    service = serve(ok(answer("Daman")))
    for path, questions in ((older, 1), (newer, 3)):
        places = online(service, path)
        assert len(places.find_places("Daman")) == len(places.find_places("Daman")) == 1
        assert len(service.asked) == questions
    assert "newer geomap" in places.take_problems()[0]


def test_without_a_folder_to_write_in_nothing_is_kept(serve, tmp_path):
    (tmp_path / "file").write_text("in the way")
    service = serve(ok(answer("Daman")))
    places = online(service, tmp_path / "file" / "a.sqlite")
    assert len(places.find_places("Daman")) == len(places.find_places("Daman")) == 1
    assert len(service.asked) == 2
    assert len(places.take_problems()) == 1


def test_a_locked_cache_is_waited_for_and_then_done_without(serve, tmp_path, monkeypatch):
    monkeypatch.setattr("geomap.places.online_cache.BUSY_MS", 200)
    service = serve(ok(answer("Daman")))
    places = online(service, tmp_path / "a.sqlite")
    assert places.find_places("Daman")
    other = sqlite3.connect(tmp_path / "a.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    service.replies = [ok(answer("Imi"))]
    assert places.find_places("Imi")
    other.close()


def test_turns_at_a_service_follow_each_other(tmp_path):
    clock = Clock()
    caches = [AnswerCache(tmp_path / "a.sqlite", clock=clock) for _ in range(4)]
    assert [cache.take_turn("x", 1.0) for cache in caches] == [0.0, 1.0, 2.0, 3.0]
    assert caches[0].take_turn("y", 1.0) == 0.0
    caches[1].put_off("x", 60.0)
    assert caches[2].take_turn("x", 1.0) == 60.0
    clock.now -= 40 * DAY_S  # the clock was set back
    assert caches[3].take_turn("x", 1.0) == 0.0


def _ask_many(spec, path, names, every_s):
    client = open_client(spec, user_agent="geomap/test")
    places = OnlinePlaces(client, AnswerCache(path), manners=Manners(every_s=every_s))
    for name in names:
        assert len(places.find_places(name)) == 1
    assert places.take_problems() == []


def test_eight_processes_share_turns_and_answers(serve, tmp_path):
    service, path, every_s = serve(lambda name: ok(answer(name))), tmp_path / "a.sqlite", 0.1
    names = [f"Village {chr(97 + n)}" for n in range(6)]
    fork = multiprocessing.get_context("fork")
    workers = [
        fork.Process(target=_ask_many, args=(service.spec, path, names[n % 3 :] + names[: n % 3], every_s))
        for n in range(8)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [worker.exitcode for worker in workers] == [0] * 8
    # A turn is taken on time, but a busy machine may bring the first question late.
    assert service.times[-1] - service.times[0] > (len(service.times) - 1) * every_s * 0.6
    db = sqlite3.connect(path)
    assert db.execute("SELECT count(*) FROM answer").fetchone() == (6,)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    db.close()


def test_threads_ask_once_for_a_name(serve, tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    service = serve(lambda name: ok(answer(name)))
    places = online(service, tmp_path / "a.sqlite")
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(places.find_places, ["Daman", "Imi"] * 20))
    assert all(len(each) == 1 for each in found)
    assert sorted(service.asked) == ["Daman", "Imi"]


@pytest.mark.parametrize("spec", ["nowhere", "nominatim:colour=red", "googlev3:api_key=", "nominatim:scheme=ftp"])
def test_a_geocoder_that_geopy_lacks_is_refused(spec):
    with pytest.raises(UsageError):
        open_client(spec, user_agent="geomap/test")


def test_other_geocoders_of_geopy_are_asked_as_they_want():
    client = open_client("photon:domain=127.0.0.1:9,scheme=http", user_agent="geomap/test")
    assert type(client).__name__ == "Photon" and client.headers["User-Agent"] == "geomap/test"
