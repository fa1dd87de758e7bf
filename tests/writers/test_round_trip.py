"""Every field of every record survives JSON, also those that are added later."""

import dataclasses
import enum
import json
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime

import pytest

from geomap import defaults, records
from geomap.records import LatLon, Place, Report, Source

VALUES = {str: "x", int: 3, float: 1.5, bool: True, date: date(2020, 2, 3), datetime: datetime(2020, 2, 3, 4, 5)}
SOURCE = Source(name="a", version="b", licence="c", attribution="d", url="e")


def filled(kind, depth=0):
    """A value of a type with nothing left at its default, two levels deep where types hold themselves."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind in VALUES:
        return VALUES[kind]
    if origin is types.UnionType or origin is typing.Union:
        chosen = next(k for k in inner if k is not type(None))
        return None if depth > 6 and chosen is records.Quantity else filled(chosen, depth)
    if origin is tuple and inner[-1] is Ellipsis:
        return () if depth > 6 and inner[0] is records.Claim else (filled(inner[0], depth),)
    if origin is tuple:
        return tuple(filled(k, depth) for k in inner)
    if origin is Mapping:
        return {"km": 1.5}
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return list(kind)[-1]
    if kind is Source:
        return SOURCE
    hints = typing.get_type_hints(kind)
    return kind(**{f.name: filled(hints[f.name], depth + 2) for f in dataclasses.fields(kind)})


def test_a_report_with_every_field_filled_survives():
    report = filled(Report)
    again = defaults.from_dict(json.loads(json.dumps(defaults.to_dict(report))))
    for field in dataclasses.fields(Report):
        assert getattr(again, field.name) == getattr(report, field.name), field.name


@pytest.mark.parametrize("kind", [Place, LatLon])
def test_the_filler_leaves_no_default(kind):
    made = filled(kind)
    for field in dataclasses.fields(kind):
        assert getattr(made, field.name) not in (None, "", 0, ()), field.name
