"""What a web page tells about itself in JSON-LD (schema.org NewsArticle and its like)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_SCRIPT = re.compile(r"<script[^<>]{0,200}application/ld\+json[^<>]{0,200}>", re.IGNORECASE)
_MOST_SCRIPTS, _LONGEST, _DEEPEST = 8, 300_000, 6


def read_linked_data(source: str) -> dict[str, str]:
    """Title, date and outlet of the first article that a page describes; only those that are there."""
    for article in _articles(source):
        publisher = article.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        found = {"title": article.get("headline"), "date": article.get("datePublished"), "outlet": name}
        return {key: value.strip()[:500] for key, value in found.items() if isinstance(value, str) and value.strip()}
    return {}


def _articles(source: str) -> Iterator[dict[str, Any]]:
    for number, match in enumerate(_SCRIPT.finditer(source)):
        if number >= _MOST_SCRIPTS:
            return
        end = source.find("</", match.end(), match.end() + _LONGEST)
        while end >= 0 and source[end : end + 8].lower() != "</script":
            end = source.find("</", end + 2, match.end() + _LONGEST)
        if end < 0:
            continue
        try:
            yield from _walk(json.loads(source[match.end() : end]), 0)
        except (ValueError, RecursionError):
            continue


def _walk(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:50]:
            yield from _walk(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(str(kind).endswith("Article") for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _walk(value.get("@graph"), depth + 1)
