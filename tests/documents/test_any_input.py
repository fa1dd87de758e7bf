"""Whatever comes in, a document comes out or a TextError says why not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from geomap import defaults, layout
from geomap.documents.decode import decode
from geomap.documents.header import find_header
from geomap.documents.markup import read_page
from geomap.errors import TextError
from geomap.records import ReadOptions

MARKUP = st.lists(
    st.sampled_from(["<p>", "</p>", "<a href='", '"', "'", ">", "<", "<!--", "-->", "<script>", "</script>", "&amp;",
                     "&#", ";", "<nav>", "</nav>", "<article>", "</article>", "Oslo ", "<title>", "\n", "<br/>"]),
    max_size=40,
).map("".join)  # fmt: skip


@given(st.binary(max_size=400))
def test_bytes_become_text_or_a_reason(data):
    try:
        decoded = decode(data)
    except TextError as error:
        assert str(error)
    else:
        assert "\r" not in decoded.text


@given(st.text(max_size=400))
def test_utf8_comes_back_as_it_was(text):
    data = text.encode("utf-8", "ignore")
    try:
        decoded = decode(data)
    except TextError:
        return
    if "\x00" not in text and not text.startswith("\ufeff"):
        assert decoded.text == data.decode().replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(max_size=600))
def test_a_header_ends_within_the_text(text):
    assert 0 <= find_header(text).body_start <= len(text)


@given(MARKUP)
@settings(max_examples=300)
def test_any_markup_gives_a_text(source):
    page = read_page(source)
    assert "\n\n\n" not in page.text and page.text == page.text.strip("\n")


@given(st.text(max_size=300))
def test_a_text_at_hand_keeps_its_offsets(text):
    assert defaults.reader().read_text(text, ReadOptions()).text == text.removeprefix("\ufeff")


@given(st.text(max_size=200), st.integers(1, 60), st.integers(1, 5))
def test_wrapped_cells_fit(text, width, lines):
    found = layout.wrap(layout.one_line(text), width, lines)
    assert 1 <= len(found) <= lines
    if width > 1:
        assert all(layout.width_of(line) <= width for line in found)
