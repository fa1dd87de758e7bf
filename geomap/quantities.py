"""Lengths, durations and speeds in a text."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.records import Quantity


def find_quantities(text: str) -> Sequence[Quantity]:
    """Quantities in text order."""
    raise NotImplementedError
