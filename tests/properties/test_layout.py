"""Tables on a terminal: they fit it, and what a reader copies is whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geomap import layout


@given(st.lists(st.integers(1, 80), min_size=1, max_size=9), st.integers(1, 200), st.sets(st.integers(0, 8)))
def test_widths_fit_and_none_grows(wanted: list[int], room: int, whole: set[int]) -> None:
    widths = layout.fit(wanted, room, whole)
    assert all(width <= most for width, most in zip(widths, wanted, strict=True))
    assert sum(widths) <= max(room, sum(min(width, layout.NARROWEST) for width in wanted))
    if sum(wanted) <= room:
        assert widths == wanted


@given(st.lists(st.integers(1, 80), min_size=2, max_size=9), st.integers(1, 200))
def test_a_whole_column_is_cut_only_where_nothing_else_can_give_way(wanted: list[int], room: int) -> None:
    widths = layout.fit(wanted, room, {0})
    if wanted[0] + sum(min(width, layout.NARROWEST) for width in wanted[1:]) <= room:
        assert widths[0] == wanted[0]


def test_ids_are_not_cut() -> None:
    rows = [["Springfield in Massachusetts", "geonames:4951788", "a long name of a source"]]
    table = layout.columns(["name", "id", "source"], rows, width=40)
    assert "geonames:4951788" in table
    assert max(map(len, table.splitlines())) <= 40
