"""HTML to text: what a reader sees, in linear time, with nothing run (TRAPS.md, case 28)."""

import time

import pytest

from geomap.documents.markup import read_page

PAGE = """<!DOCTYPE html><html><head><title>Ferry stuck | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2022-05-06T07:08:09Z">
<link rel="canonical" href="https://example.org/ferry"><style>p{color:red}</style>
<script>document.write("<p>Paris</p>")</script></head>
<body><nav><a href="/">Home</a> <a>Cairo</a></nav><article><h1>Ferry stuck off Bergen</h1>
<p>The ferry from <b>Bergen</b> to Stavanger stopped 20&nbsp;km<br>south of the&#32;town &amp; waited.</p>
<!-- Madrid --><p>It was 5 < 6 metres deep.</p><noscript>Rome</noscript></article>
<footer>Lima</footer></body></html>"""


def test_the_text_is_what_a_reader_sees():
    page = read_page(PAGE)
    assert page.text == (
        "Ferry stuck off Bergen\n\n"
        "The ferry from Bergen to Stavanger stopped 20\u00a0km\nsouth of the town & waited.\n\n"
        "It was 5 < 6 metres deep."
    )


def test_the_page_tells_about_itself():
    page = read_page(PAGE)
    assert page.title == "Ferry stuck off Bergen"
    assert (page.date, page.outlet, page.url) == (
        "2022-05-06T07:08:09Z", "The Harbour Post", "https://example.org/ferry",
    )  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "NewsArticle", "headline": "Late bus", '
        '"datePublished": "2021-03-04", "publisher": {"name": "Post"}}',
        '{"@graph": [{"@type": "WebSite"}, {"@type": ["Thing", "Article"], "headline": "Late bus", '
        '"datePublished": "2021-03-04", "publisher": "Post"}]}',
    ],
)
def test_linked_data_tells_title_day_and_outlet(data):
    page = read_page(f'<script type="application/ld+json">{data}</script><p>From Accra to Lomé.</p>')
    assert (page.title, page.date, page.outlet) == ("Late bus", "2021-03-04", "Post")
    assert page.text == "From Accra to Lomé."


@pytest.mark.parametrize("data", ["{", "[" * 5000, '{"@type": "Article", "headline": 3}', "null", ""])
def test_broken_linked_data_is_passed_over(data):
    page = read_page(f'<script type="application/ld+json">{data}</script><h1>Late bus</h1>')
    assert page.title == "Late bus" and page.outlet is None


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a<p>b", "a\n\nb"),
        ("a <b title='x > y'>b</b> c", "a b c"),
        ('a <b title="x>b</b> c', "a b c"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a b\nc"),
        ("x<script>if (a < b) '</p>'", "x"),
        ("x<script >y</script >z", "xz"),
        ("a<!-- b", "a"),
        ("a < b and c > d", "a < b and c > d"),
        ("1 <2 km", "1 <2 km"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("a&#9999999999999;b&#x41;c&bogus;", "a\ufffdbAc&bogus;"),
        ("<nav>a", "a"),
        ("", ""),
        ("<", "<"),
        ("<p", ""),
        ("a<?php echo 1 ?>b", "ab"),
        ("<SCRIPT>x</SCRIPT>y", "y"),
        ("İ<script>x</script>y", "İy"),
        ("kilo&shy;metres from&#8203; \u202aLyon\u202c, Me\u200crak", "kilometres from Lyon, Me\u200crak"),
    ],
)
def test_odd_markup(source, text):
    assert read_page(source).text == text


@pytest.mark.parametrize(
    "unit",
    [
        "<a ",
        "<!--",
        '<a "',
        "<a '",
        "<div>",
        "</",
        "&#",
        "&amp",
        "<script>",
        "<nav>",
        "<a ' \" >",
        "<p",
        "<![CDATA[",
        "<script application/ld+json>",
        "<script application/ld+json></",
        '<a b="<" \'',
    ],
)
def test_hostile_markup_takes_linear_time(unit):
    began = time.process_time()
    read_page(unit * (1_000_000 // len(unit)))
    assert time.process_time() - began < 5
