"""The map as a picture: places, lines, land and borders as one SVG."""

from __future__ import annotations

from markupsafe import Markup

from geomap.records import Report
from geomap.writers.page.pins import number
from geomap.writers.page.static_map import picture
from geomap.writers.page.templates import asset, environment


class SvgWriter:
    """Writes the picture that the map page prints, with its style inside."""

    def write(self, report: Report) -> str:
        """The whole SVG; the same report gives the same bytes."""
        pins = number(report)
        style = Markup(asset("colours.css") + asset("picture.css"))
        svg = environment().get_template("map.svg.j2")
        return svg.render(picture=picture(report, pins), pins=list(pins.values()), style=style) + "\n"
