"""A geocoding service on this machine that answers as it is told to, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

LICENCE = "Data © OpenStreetMap contributors, ODbL 1.0"


def answer(name: str, lat: Any = 6.1, lon: Any = 80.5, **other: Any) -> dict[str, Any]:
    """An answer in Nominatim's form."""
    return {
        "lat": str(lat), "lon": str(lon), "name": name, "display_name": f"{name}, Southern Province, Sri Lanka",
        "class": "place", "type": "village", "addresstype": "village", "osm_type": "node", "osm_id": 301,
        "licence": LICENCE, "boundingbox": ["6.0", "6.2", "80.4", "80.6"],
        "address": {"state": "Southern Province", "country_code": "lk"}, "extratags": {"population": "1500"},
        **other,
    }  # fmt: skip


class Service:
    """`replies` are (status, headers, body) or a function of the name; the last one is given again and again."""

    def __init__(self, *replies: Any) -> None:
        self.replies = list(replies)
        self.asked: list[str] = []
        self.agents: list[str] = []
        self.times: list[float] = []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                service.reply(self)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._lock = threading.Lock()
        self.spec = f"nominatim:scheme=http,domain=127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def reply(self, handler: BaseHTTPRequestHandler) -> None:
        name = parse_qs(urlsplit(handler.path).query)["q"][0]
        with self._lock:
            self.times.append(time.monotonic())
            self.asked.append(name)
            self.agents.append(handler.headers["User-Agent"])
            told = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
        status, headers, body = told(name) if isinstance(told, Callable) else told
        if status == 0:  # stall
            time.sleep(body)
            return
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        handler.send_response(status)
        for key, value in {"Content-Type": "application/json", "Content-Length": str(len(content)), **headers}.items():
            handler.send_header(key, value)
        handler.end_headers()
        handler.wfile.write(content)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def ok(*rows: Any) -> tuple[int, dict[str, str], Any]:
    return 200, {}, list(rows)


def known(*names: str) -> Callable[[str], tuple[int, dict[str, str], Any]]:
    """Knows some names and no others."""
    return lambda name: ok(answer(name)) if name in names else ok()


def error(status: int, **headers: str) -> tuple[int, dict[str, str], Any]:
    return status, {key.replace("_", "-"): value for key, value in headers.items()}, {"error": "no"}


STALL = (0, {}, 0.6)
HTML = (200, {"Content-Type": "text/html"}, b"<html><body>Please log in to the airport's network</body></html>")
