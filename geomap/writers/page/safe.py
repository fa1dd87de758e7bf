"""What keeps text of articles, gazetteers and file names from being run: as markup, script, style or template."""

from __future__ import annotations

import base64
import hashlib
import json
import re

_ISLAND = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
# Embeddings and overrides reorder the text around them; isolates and marks (U+2066-2069, U+200E-F) are in proper use.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ufffe\uffff\ud800-\udfff]")


def shown(text: str) -> str:
    """The text with control and reordering characters made visible, one character for one."""
    return _UNSEEN.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def island(data: object) -> str:
    """JSON that is safe between `<script type="application/json">` and `</script>`."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(_ISLAND)


def csp_hash(content: str) -> str:
    """The source expression of a Content Security Policy that allows exactly this script or style."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii") + "'"


def web_link(url: str | None) -> str | None:
    """The address if it is one of the web, else None: no `javascript:`, no `data:`, no `file:`."""
    if url and re.match(r"https?://[^\s\x00-\x20\"'<>\\]+\Z", url, re.IGNORECASE):
        return url
    return None
