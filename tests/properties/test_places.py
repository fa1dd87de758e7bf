"""Numbers of rows as bytes."""

from hypothesis import given
from hypothesis import strategies as st

from geomap.places.rows import pack_rows, unpack_rows

ROWS = st.sets(st.integers(0, (1 << 32) - 1)).map(sorted)


@given(ROWS)
def test_rows_survive_packing(rows):
    assert unpack_rows(pack_rows(rows)) == rows


@given(st.binary(max_size=60))
def test_any_bytes_are_rows_or_end_there(packed):
    rows = unpack_rows(packed)
    assert rows == sorted(rows) and all(0 <= row < 1 << 32 for row in rows)


@given(ROWS, st.integers(0, 20))
def test_a_torn_end_loses_what_is_behind_it(rows, cut):
    packed = pack_rows(rows)
    kept = unpack_rows(packed[: max(0, len(packed) - cut)])
    assert kept == rows[: len(kept)]
