"""Nouns of what people and goods travel in, by way of travelling."""

from __future__ import annotations

import re
from types import MappingProxyType

# Only nouns that mean a vehicle nearly wherever they stand: no "carrier", "express", "cruiser", "raft".
VEHICLES = MappingProxyType(
    {
        "rail": ("train", "locomotive", "railcar", "tgv", "shinkansen", "maglev"),
        "road": (
            *("car", "bus", "minibus", "coach", "truck", "lorry", "van", "taxi", "jeep", "convoy", "motorcade"),
            *("motorcycle", "motorbike", "ambulance", "limousine", "tractor", "rickshaw"),
        ),
        "sea": (
            *("ship", "vessel", "boat", "ferry", "yacht", "tanker", "supertanker", "freighter", "trawler", "steamer"),
            *("steamship", "warship", "battleship", "gunboat", "lifeboat", "speedboat", "sailboat", "motorboat"),
            *("schooner", "sloop", "ketch", "dhow", "barge", "dinghy", "canoe", "kayak", "catamaran", "trimaran"),
            *("hydrofoil", "hovercraft", "frigate", "destroyer", "corvette", "submarine", "minesweeper"),
            *("icebreaker", "dredger", "tugboat", "liner", "bulker", "aircraft carrier"),
            *(f"{cargo} carrier" for cargo in ("bulk", "car", "gas", "ore", "livestock", "troop", "vehicle")),
        ),
        "air": (
            *("plane", "airplane", "aeroplane", "seaplane", "floatplane", "biplane", "aircraft", "jet", "airliner"),
            *("jetliner", "turboprop", "helicopter", "airship"),
        ),
    }
)  # fmt: skip


def nouns(*ways: str, plural: bool = True) -> str:
    """A pattern of the vehicles of some ways of travelling ("rail", "sea"), with their plurals; longest nouns first."""
    words = sorted((word for way in ways for word in VEHICLES[way]), key=lambda word: (-len(word), word))
    return "|".join(_form(word) if plural else re.escape(word) for word in words)


def _form(word: str) -> str:
    if word.endswith("craft"):
        return word
    if word.endswith("y") and word[-2] not in "aeou":
        return f"{word[:-1]}(?:y|ies)"
    return re.escape(word) + ("(?:es)?" if word.endswith(("s", "ch")) else "s?")
