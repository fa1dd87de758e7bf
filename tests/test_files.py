"""Tables are read alike whether they lie there as they are or packed, as an installed package has them."""

import lzma
from pathlib import Path

import pytest

from geomap.files import open_table, packed

TEXT = "id,name\r\n1,Zürich\n2,Łódź\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "lines.csv"


def test_a_packed_table_reads_as_the_plain_one(table: Path) -> None:
    table.write_bytes(TEXT.encode())
    with open_table(table) as file:
        assert file.read() == TEXT
    table.with_name("lines.csv.xz").write_bytes(lzma.compress(table.read_bytes()))
    table.unlink()
    with open_table(table) as file:
        assert file.read() == TEXT
    assert packed(table).name == "lines.csv.xz"


def test_the_plain_table_comes_first(table: Path) -> None:
    table.write_bytes(b"new")
    table.with_name("lines.csv.xz").write_bytes(lzma.compress(b"old"))
    assert packed(table) == table
    with open_table(table) as file:
        assert file.read() == "new"


def test_a_table_that_is_not_there(table: Path) -> None:
    assert packed(table) == table
    with pytest.raises(FileNotFoundError):
        open_table(table)
