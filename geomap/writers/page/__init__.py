"""The map page: one HTML file with article, map, claims and timeline that needs no network."""

from geomap.writers.page.writer import PageWriter

__all__ = ["PageWriter"]
