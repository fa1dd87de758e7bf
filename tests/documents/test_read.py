"""Files, folders, streams and JSON lines: TRAPS.md cases 8 to 13 and 44."""

import io
import json
import os
import socket
from datetime import date
from pathlib import Path

import pytest

from geomap import defaults
from geomap.documents import read as reading
from geomap.records import Document, ReadOptions, Unread

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


def read(*sources, **options):
    """All that comes of some sources."""
    return list(defaults.reader().read_paths(sources, ReadOptions(**options)))


def texts(items):
    return [item.text for item in items if isinstance(item, Document)]


def reasons(items):
    return [item.reason for item in items if isinstance(item, Unread)]


def test_a_folder_is_read_sorted_and_each_file_once(tmp_path):
    for name in ("b.txt", "a.md", "c.html", "d.jsonl", "e.pdf", ".hidden.txt"):
        (tmp_path / name).write_text('{"text": "d"}' if name == "d.jsonl" else name[0])
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "z.txt").write_text("z")
    (tmp_path / "again.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    assert texts(read(tmp_path)) == ["a", "b", "c", "d", "z"]


def test_a_link_to_itself_is_told_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    found = read(tmp_path)
    assert texts(found) == ["a"] and "leads to itself" in reasons(found)[0]


def test_a_folder_without_texts_is_told(tmp_path):
    (tmp_path / "a.pdf").write_text("x")
    assert "*.txt" in reasons(read(tmp_path))[0]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nothing.txt", "no such file"),
        ("stroy.txt", "did you mean"),
        ("x" * 300, "too long"),
        ("a\x00b", "NUL"),
        ("https://example.org/a", "fetches nothing"),
        ("", "an empty name"),
    ],
    ids=["missing", "misspelt", "long", "nul", "url", "empty"],
)
def test_what_is_not_there_is_told(tmp_path, monkeypatch, name, told):
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text("x")
    assert told in reasons(read(name))[0]


def test_pipes_devices_and_sockets_are_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert "is a pipe" in reasons(read(tmp_path / "pipe.txt"))[0]
    assert "a device" in reasons(read("/dev/zero"))[0]
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(str(tmp_path / "s"))
        assert reasons(read(tmp_path / "s"))


@pytest.mark.skipif(is_root, reason="the superuser may read everything")
def test_no_permission_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "a.txt").chmod(0)
    assert "no permission" in reasons(read(tmp_path / "a.txt"))[0]


def test_a_large_text_is_told_with_the_option_that_reads_it(tmp_path):
    (tmp_path / "a.txt").write_text("Oslo. " * 1000)
    assert "--max-bytes" in reasons(read(tmp_path / "a.txt", max_bytes=5000))[0]
    assert len(texts(read(tmp_path / "a.txt", max_bytes=6000))[0]) == 6000


def test_an_empty_file_is_an_empty_document(tmp_path):
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text(" \n\n ")
    assert texts(read(tmp_path)) == ["", " \n\n "]


def test_a_binary_file_is_told_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.4 ...")
    (tmp_path / "b.txt").write_text("b")
    found = read(tmp_path)
    assert texts(found) == ["b"] and "looks like PDF" in reasons(found)[0]


def test_a_day_and_an_outlet_are_given_to_documents_without(tmp_path):
    (tmp_path / "a.txt").write_text("Title: x\nDate: 2001-01-01\n\ntext")
    (tmp_path / "b.txt").write_text("text")
    found = read(tmp_path, day=date(2020, 2, 2), outlet="Accra")
    assert [d.date for d in found] == [date(2001, 1, 1), date(2020, 2, 2)]
    assert [d.outlet for d in found] == ["Accra", "Accra"]


def test_two_files_of_one_name_get_two_ids(tmp_path):
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(folder)
    assert [d.id for d in read(tmp_path)] == ["story", "story-2"]


def lines(tmp_path, *rows):
    (tmp_path / "docs.jsonl").write_bytes(b"\n".join(r if isinstance(r, bytes) else r.encode() for r in rows))
    return read(tmp_path / "docs.jsonl")


def test_json_lines_are_documents(tmp_path):
    row = {"id": 7, "text": "From Lomé.", "title": "T", "date": "2020-01-02", "url": "http://x.org", "outlet": "Lomé"}
    found = lines(tmp_path, json.dumps(row), "", '{"text": "second"}')
    first, second = found
    assert (first.id, first.title, first.date, first.outlet) == ("7", "T", date(2020, 1, 2), "Lomé")
    assert first.url == "http://x.org" and second.id == "docs:3"
    assert lines(tmp_path, '{"text": "x", "domain": "lomenews.tg"}')[0].outlet == "lomenews.tg"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not valid JSON"),
        ("[]", "a document is an object"),
        ('{"id": "a"}', 'no "text"'),
        ('{"id": "a", "text": NaN}', 'no "text"'),
        ('{"id": "a", "text": null}', 'no "text"'),
        ('{"id": "a", "text": 3}', 'no "text"'),
        ("[" * 100_000, "nested too deep"),
        (b'{"text": "\xff\xfe"}', "not UTF-8"),
        ('{"text": "a", "n": ' + "9" * 5000 + "}", "not valid JSON"),
    ],
    ids=["broken", "list", "missing", "nan", "null", "number", "deep", "bytes", "digits"],
)
def test_a_bad_line_is_told_with_its_number_and_the_others_go_on(tmp_path, line, told):
    found = lines(tmp_path, '{"text": "one"}', line, '{"text": "three"}')
    assert texts(found) == ["one", "three"]
    (bad,) = [item for item in found if isinstance(item, Unread)]
    assert told in bad.reason and bad.source.endswith("docs.jsonl:2")


def test_half_surrogates_and_repeated_ids_are_mended_and_told(tmp_path):
    found = lines(tmp_path, '{"id": "a", "text": "x\\ud800y"}', '{"id": "a", "text": "z"}')
    assert texts(found) == ["x\ufffdy", "z"]
    assert [d.id for d in found] == ["a", "a-2"]
    assert "half surrogates" in found[0].notes[0] and "taken" in found[1].notes[0]


def test_a_long_line_is_told_and_skipped(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 100)
    found = lines(tmp_path, json.dumps({"text": "x" * 1000}), '{"text": "short"}')
    assert texts(found) == ["short"] and "longer than" in reasons(found)[0]


def stream(content, **options):
    return list(defaults.reader().read_stream(content, ReadOptions(**options)))


def test_streams_hold_a_text_a_page_or_json_lines():
    assert texts(stream(io.BytesIO("Lomé\nand Accra".encode()))) == ["Lomé\nand Accra"]
    assert texts(stream(io.StringIO("Lomé\nand Accra"))) == ["Lomé\nand Accra"]
    assert texts(stream(io.BytesIO(b"<!doctype html><p>Accra</p>"))) == ["Accra"]
    assert texts(stream(io.BytesIO(b'{"text": "a"}\n{"text": "b"}\n'))) == ["a", "b"]
    assert texts(stream(io.BytesIO(b'{"place": "a"}\nand text'))) == ['{"place": "a"}\nand text']
    assert texts(stream(io.BytesIO(b""))) == [""]
    assert "more than" in reasons(stream(io.BytesIO(b"x" * 200), max_bytes=100))[0]


def test_a_web_page_gives_its_title_day_and_outlet(tmp_path):
    (tmp_path / "p.html").write_text(
        '<title>t</title><meta property="og:site_name" content="Post"><h1>Late bus</h1>'
        '<time datetime="2022-05-06">x</time><p>From Accra to Lomé.</p>'
    )
    (document,) = read(tmp_path)
    assert (document.title, document.date, document.outlet) == ("Late bus", date(2022, 5, 6), "Post")
    assert document.text[document.body_start :].endswith("From Accra to Lomé.")


@pytest.mark.parametrize("megabytes", [10])
def test_ten_megabytes_are_read_in_a_second_or_two(tmp_path, megabytes):
    import time

    (tmp_path / "a.txt").write_text("The road from Accra to Lomé is long.\n" * (megabytes * 27_000))
    began = time.process_time()
    assert len(texts(read(tmp_path / "a.txt", max_bytes=20_000_000))) == 1
    assert time.process_time() - began < 10


def test_a_text_over_the_limit_gets_one_line_that_says_how_to_read_it(tmp_path):
    (tmp_path / "a.txt").write_text("The road from Accra to Lomé is long.\n" * 270_000)
    (unread,) = read(tmp_path / "a.txt")
    assert isinstance(unread, Unread)
    assert "--max-bytes 11MB reads it" in unread.reason
