"""Leaflet and folium without a network: the map's script, and the library's files as text."""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from importlib import resources
from typing import Any

import folium
from folium.template import Template

MAX_ZOOM = 12


class PageMap(folium.Map):
    """A folium map that loads nothing: its page inlines what it needs, and its id is always the same."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own type
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own type
    _template = Template(
        """
        {% macro script(this, kwargs) %}
        var {{ this.get_name() }} = (more) => L.map({{ this.get_name()|tojson }}, {...{{ this.map_options }}, ...more});
        {% endmacro %}
        """
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(tiles=None, zoom_start=2)
        self._name, self._id = "geomap", "map"
        self.map_options = json.dumps(options, sort_keys=True)

    def script(self) -> str:
        """The script that makes the map."""
        root: Any = self.get_root()  # a Figure, which branca types as Element
        root.render()
        return str(root.script.render()).strip()


def map_script() -> str:
    """The script that keeps the map's options; the page's script calls it, since only that knows the projection."""
    return PageMap(maxZoom=MAX_ZOOM, minZoom=0, zoomSnap=0.25, zoomControl=True, worldCopyJump=False).script()


@cache
def library() -> tuple[str, str]:
    """Leaflet's script and style sheet; the script without its source map, the style with its images inside."""
    folder = resources.files("js_lib_leaflet") / "static" / "js_lib_leaflet"
    script = (folder / "leaflet.js").read_text(encoding="utf-8")
    style = (folder / "leaflet.css").read_text(encoding="utf-8")
    style = re.sub(r"[^\n]*url\(#default#VML\);\n", "", style)  # for Internet Explorer 8
    style = re.sub(r"url\(([^)]*)\)", lambda m: f"url({_data_uri(folder / m[1])})", style)
    return re.sub(r"\n?//# sourceMappingURL=.*", "", script), style


def _data_uri(file: Any) -> str:
    return "data:image/png;base64," + base64.b64encode(file.read_bytes()).decode("ascii")
