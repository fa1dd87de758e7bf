"""Dates, weekdays, times of day and relative days in a text."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.records import Document, TimeSpan


def find_times(document: Document) -> Sequence[TimeSpan]:
    """Time expressions in text order, resolved from the document's date where they are relative."""
    raise NotImplementedError
