"""Names on the picture of the map: those of pins, and those of what lies around them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from geomap.writers.page import basemap
from geomap.writers.page.frame import Frame
from geomap.writers.page.names import towns, waters

Box = tuple[float, float, float, float]
# Widths of a letter by kind, in pixels, for a font that none of the readers need have.
LETTER_PX = {"town": 5.6, "water": 6.0, "country": 8.2}
HALF_LINE_PX = 8.0
MAX_NAMES = 60
# Around a pole only names of this latitude and beyond lie on the picture.
POLAR_REST_DEG = 45.0


@dataclass(frozen=True, slots=True)
class Label:
    """A name; `anchor` is SVG's text-anchor, `kind` "name" for that of a pin, else "town", "water" or "country"."""

    x: float
    y: float
    anchor: str
    text: str
    kind: str = "name"


def overlaps(box: Box, taken: Collection[Box]) -> bool:
    """Whether a box covers a part of any of the others."""
    return any(a[0] < box[2] and box[0] < a[2] and a[1] < box[3] and box[1] < a[3] for a in taken)


def surroundings(
    view: Frame,
    xy: Callable[[float, float], tuple[float, float]],
    *,
    size: tuple[float, float],
    degree_px: float,
    taken: Collection[Box],
    named: Collection[str],
) -> list[Label]:
    """Names of countries, waters and cities where they cover nothing that is there, the larger first.

    Args:
        view: The part of the world that is drawn.
        xy: Where a latitude and longitude lies on the picture.
        size: The picture's width and height.
        degree_px: How many pixels a degree takes at the equator; an area is named only where it is as wide as its name.
        taken: Boxes of pins and their names.
        named: Names that pins have already.
    """
    boxes = list(taken)
    out: list[Label] = []
    for kind, text, lat, lon, area in _candidates(view):
        wide = len(text) * LETTER_PX[kind]
        if text.upper() in named or len(out) >= MAX_NAMES or (area is not None and area**0.5 * degree_px < wide * 0.45):
            continue
        x, y = xy(lat, lon)
        down = HALF_LINE_PX + 4 if kind == "town" else 0.0
        box = (x - wide / 2, y - HALF_LINE_PX, x + wide / 2, y + HALF_LINE_PX + down)
        inside = box[0] >= 0 and box[2] <= size[0] and box[1] >= 0 and box[3] <= size[1]
        if inside and not overlaps(box, boxes):
            boxes.append(box)
            out.append(Label(round(x, 1), round(y + down + 3, 1), "middle", text, kind))
    return out


def _candidates(view: Frame) -> Iterator[tuple[str, str, float, float, float | None]]:
    """Kind, name, latitude, longitude and area in square degrees; no area for towns."""
    for name, lat, lon, area in basemap.world()["labels"]:
        if not view.pole or lat * view.pole > POLAR_REST_DEG:
            yield "country", name.upper(), lat, view.lon(lon), area
    for name, lat, lon, area in waters(view):
        if not view.pole or lat * view.pole > POLAR_REST_DEG:
            yield "water", name, lat, lon, area
    for name, lat, lon, _ in towns(view):
        if not view.pole or lat * view.pole > POLAR_REST_DEG:
            yield "town", name, lat, lon, None
