"""The one module that says which class stands behind each interface; everything is built on first use."""

from __future__ import annotations

from geomap.pipeline import Pipeline


def pipeline() -> Pipeline:
    """The pipeline that the command line and `geomap.check` use."""
    raise NotImplementedError
