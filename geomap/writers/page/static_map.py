"""A picture of the map as paths and labels of an SVG: for print, for pages without script, and as a format."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from geomap.records import Report
from geomap.writers.page import basemap
from geomap.writers.page.drawing import frame_of, journey_strokes, strokes
from geomap.writers.page.frame import MERCATOR_LIMIT_DEG, Frame
from geomap.writers.page.pins import Pin
from geomap.writers.page.polyline import decode
from geomap.writers.page.rails import DECIMALS as RAIL_DECIMALS
from geomap.writers.page.rails import railways
from geomap.writers.page.static_names import Label, overlaps, surroundings

Point = tuple[float, float]
WIDTH = 900.0
MIN_HEIGHT, MAX_HEIGHT = 420.0, 780.0
# Points closer than this, in pixels of the picture, are left out; one pixel is the least that prints apart.
STEP_PX = 0.8
LABEL_PX, CHAR_PX, PIN_PX = 15.0, 7.2, 11.0
MAX_LABELS = 60
FINE_SPAN_DEG = 12.0
# Around a pole only what reaches this latitude of its half of the world is drawn.
POLAR_REACH_DEG = 20.0
# What is drawn above what where lines coincide: the journey above the claims, the worse verdict above the better.
_ABOVE = {"v-consistent": 0, "v-unverifiable": 0, "v-doubtful": 1, "v-inconsistent": 1}


@dataclass(frozen=True, slots=True)
class Dot:
    """A pin of the picture."""

    n: int
    x: float
    y: float
    area: bool
    unsure: bool
    small: bool


@dataclass(slots=True)
class Picture:
    """All that the SVG template needs; `lines` are (class, path data)."""

    height: float
    land: str = ""
    lakes: str = ""
    rivers: str = ""
    regions: str = ""
    borders: str = ""
    rails: str = ""
    lines: list[tuple[str, str]] = field(default_factory=list)
    dots: list[Dot] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    around: list[Label] = field(default_factory=list)
    width: float = WIDTH


@dataclass(frozen=True)
class _Sheet:
    """A projection and the rectangle of it that is drawn."""

    project: Callable[[float, float], Point]
    left: float
    top: float
    scale: float
    height: float
    frame: Frame

    def xy(self, lat: float, lon: float) -> Point:
        x, y = self.project(lat, lon)
        return (x - self.left) * self.scale, (self.top - y) * self.scale

    def shifts(self, line: Sequence[Point]) -> Iterable[float]:
        """By how many degrees a line is moved so that it lies on the sheet; twice where the sheet's edge cuts it."""
        if self.frame.pole:
            return (0.0,)
        south, west, north, east = self.extent
        if not any(south < lat < north for lat, _ in line) and not min(line)[0] < south < max(line)[0]:
            return ()
        low, high = min(lon for _, lon in line), max(lon for _, lon in line)
        return [s for s in (-360.0, 0.0, 360.0) if low + s < east and high + s > west]

    @cached_property
    def extent(self) -> tuple[float, float, float, float]:
        """The sheet's edges in degrees, with a margin of a tenth of its size."""
        wide, high = WIDTH / self.scale, self.height / self.scale
        west, east = math.degrees(self.left - wide / 10), math.degrees(self.left + wide * 1.1)
        south, north = (math.degrees(math.atan(math.sinh(y))) for y in (self.top - high * 1.1, self.top + high / 10))
        return south, west, north, east


def picture(report: Report, pins: Mapping[str, Pin]) -> Picture:
    """The report's places and lines over land and borders."""
    view = frame_of(report, pins)
    sheet = _sheet(view)
    out = Picture(height=round(sheet.height))
    base = _base(view, pins)
    out.land = "".join(_area(sheet, ring) for ring in base["land"])
    out.lakes = "".join(_area(sheet, ring) for ring in base["lakes"])
    for name in ("rivers", "regions", "borders"):
        setattr(out, name, "".join(_way(sheet, line) for line in base[name]))
    out.rails = "".join(_way(sheet, decode(text, RAIL_DECIMALS), shift=False) for text in railways(view).split())
    for verdict in report.verdicts:
        for s in strokes(verdict):
            path = "".join(_way(sheet, part, shift=False) for part in view.parts(s.line))
            out.lines.append((f"{s.kind} v-{verdict.outcome.value}", path))
    for journey in report.journeys:
        for s in journey_strokes(journey):
            path = "".join(_way(sheet, part, shift=False) for part in view.parts(s.line))
            out.lines.append((f"journey {s.kind}", path))
    out.lines = [line for line in dict.fromkeys(out.lines) if line[1]]
    out.lines.sort(key=lambda line: _ABOVE.get(line[0].rpartition(" ")[2], 2))
    _place(out, sheet, pins.values())
    return out


def _base(view: Frame, pins: Mapping[str, Pin]) -> dict[str, list[list[Point]]]:
    """The lines of each layer: of 1:10m squares where they cover the box, else of the world at 1:50m."""
    points = [view.at(p.at) for p in pins.values() if p.at is not None]
    world = basemap.world()
    layers = {
        name: _lines(world[name], world["decimals"]) for name in ("land", "lakes", "rivers", "regions", "borders")
    }
    if view.pole:  # the other half of the world would surround the sheet, and turn land and sea around
        layers = {name: [line for line in lines if _reaches(line, view.pole)] for name, lines in layers.items()}
    tiles = basemap.tiles_of(view, points, budget=600_000) if view.span_deg < FINE_SPAN_DEG else []
    for name in ("land", "rivers", "regions", "borders") if tiles else ():
        layers[name] = [line for t in tiles for line in _lines(getattr(t, name), basemap.TILE_DECIMALS)]
    return layers


def _reaches(line: Sequence[Point], pole: int) -> bool:
    return any(lat * pole > POLAR_REACH_DEG for lat, _ in line)


def _lines(text: str, decimals: int) -> list[list[Point]]:
    return [decode(part, decimals) for part in text.split()]


def mercator(lat: float, lon: float) -> Point:
    """Web Mercator on a unit sphere, degrees in, radians out."""
    lat = max(-MERCATOR_LIMIT_DEG, min(MERCATOR_LIMIT_DEG, lat))
    return math.radians(lon), math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))


def polar(pole: int) -> Callable[[float, float], Point]:
    """Lambert's azimuthal equal-area projection around a pole, on a unit sphere."""

    def project(lat: float, lon: float) -> Point:
        r = 2 * math.sin(math.radians(90 - pole * lat) / 2)
        return r * math.sin(math.radians(lon)), -pole * r * math.cos(math.radians(lon))

    return project


def _sheet(view: Frame) -> _Sheet:
    south, west, north, east = view.box
    if view.pole:
        project = polar(view.pole)
        reach = project(min(abs(south), abs(north)) * view.pole - 4 * view.pole, 90.0)[0]
        left, right, bottom, top = -reach, reach, -reach, reach
    else:
        project = mercator
        (left, bottom), (right, top) = mercator(south, west), mercator(north, east)
    wide, high = right - left, top - bottom
    height = min(max(WIDTH * high / wide, MIN_HEIGHT), MAX_HEIGHT)
    scale = min(WIDTH / wide, height / high)
    left -= (WIDTH / scale - wide) / 2
    top += (height / scale - high) / 2
    return _Sheet(project, left, top, scale, height, view)


def _area(sheet: _Sheet, ring: Sequence[Point]) -> str:
    out = []
    for shift in sheet.shifts(ring):
        points = _clip([sheet.xy(lat, lon + shift) for lat, lon in ring], sheet.height)
        points = _thin(points)
        if len(points) > 2:
            out.append(_path(points) + "z")
    return "".join(out)


def _way(sheet: _Sheet, line: Sequence[Point], *, shift: bool = True) -> str:
    out = []
    for by in sheet.shifts(line) if shift else (0.0,):
        points = _thin([sheet.xy(lat, lon + by) for lat, lon in line])
        inside = any(-60 < x < WIDTH + 60 and -60 < y < sheet.height + 60 for x, y in points)
        if len(points) > 1 and inside:
            out.append(_path(points))
    return "".join(out)


def _clip(points: list[Point], height: float) -> list[Point]:
    """A ring cut to the sheet with a margin, side by side (Sutherland and Hodgman 1974)."""
    for axis, limit, sign in ((0, -20.0, 1), (0, WIDTH + 20.0, -1), (1, -20.0, 1), (1, height + 20.0, -1)):
        out: list[Point] = []
        for before, here in zip([*points[-1:], *points[:-1]], points, strict=True):
            a, b = sign * (before[axis] - limit), sign * (here[axis] - limit)
            if a * b < 0:
                t = a / (a - b)
                out.append((before[0] + t * (here[0] - before[0]), before[1] + t * (here[1] - before[1])))
            if b >= 0:
                out.append(here)
        points = out
    return points


def _thin(points: Sequence[Point]) -> list[Point]:
    out = list(points[:1])
    for x, y in points[1:]:
        if abs(x - out[-1][0]) >= STEP_PX or abs(y - out[-1][1]) >= STEP_PX:
            out.append((x, y))
    return out


def _path(points: Sequence[Point]) -> str:
    """Path data with relative steps of tenths of a pixel, which is a third shorter than absolute points."""
    x, y = round(points[0][0] * 10), round(points[0][1] * 10)
    out = [f"M{x / 10:g} {y / 10:g}l"]
    steps = []
    for px, py in points[1:]:
        nx, ny = round(px * 10), round(py * 10)
        steps.append(f"{(nx - x) / 10:g} {(ny - y) / 10:g}")
        x, y = nx, ny
    return out[0] + " ".join(steps)


def _place(out: Picture, sheet: _Sheet, pins: Collection[Pin]) -> None:
    """Pins, and labels wherever one fits without covering a pin or another label."""
    for pin in sorted(pins, key=lambda pin: (pin.is_area, pin.n)):
        if pin.at is not None:
            x, y = sheet.xy(*sheet.frame.at(pin.at))
            if -5 < x < WIDTH + 5 and -5 < y < sheet.height + 5:
                small = any(abs(x - d.x) < 2 * PIN_PX and abs(y - d.y) < 2 * PIN_PX and not d.small for d in out.dots)
                out.dots.append(Dot(pin.n, round(x, 1), round(y, 1), pin.is_area, pin.unsure, small))
    names = {pin.n: pin.place.name for pin in pins}
    reach = {False: PIN_PX, True: PIN_PX / 3}
    taken = [(d.x - reach[d.small], d.y - reach[d.small], d.x + reach[d.small], d.y + reach[d.small]) for d in out.dots]
    for dot in [d for d in out.dots if not d.small][:MAX_LABELS]:
        text = names[dot.n]
        wide = len(text) * CHAR_PX
        for dx, dy, anchor, left in (
            (PIN_PX + 4, 4.5, "start", PIN_PX + 4),
            (-PIN_PX - 4, 4.5, "end", -PIN_PX - 4 - wide),
            (0.0, -PIN_PX - 5, "middle", -wide / 2),
            (0.0, PIN_PX + LABEL_PX, "middle", -wide / 2),
        ):
            base = dot.y + dy
            area = (dot.x + left, base - LABEL_PX + 3, dot.x + left + wide, base + 3)
            inside = area[0] >= 0 and area[2] <= WIDTH and area[1] >= 0 and area[3] <= sheet.height
            if inside and not overlaps(area, taken):
                taken.append(area)
                out.labels.append(Label(round(dot.x + dx, 1), round(base, 1), anchor, text))
                break
    out.around = surroundings(
        sheet.frame,
        sheet.xy,
        size=(WIDTH, sheet.height),
        degree_px=math.radians(sheet.scale),
        taken=taken,
        named={name.upper() for name in names.values()},
    )
