"""Things that a text puts at or near a known place: "a mine at X", "the plane crashed near X", "the X camp".

Accepts these shapes (N a noun of what stays where it is, X a known place): N at, in, near, off, outside X; the X N;
crashed, came down near X (the crash site, the wreck); derailed at X (the accident site); sank, capsized off X (the
wreck); struck near X (the epicentre). A noun that a text has for two places is none of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap import tolerances
from geomap.claims.confines.regions import Disc
from geomap.claims.geometry import is_area, reach_km
from geomap.claims.spans import nth_sentence
from geomap.records import MentionKind, PlacedMention, Reading

_NOUN = (
    r"(?:camps?|mines?|airstrip|airfield|dam|volcano|crater|platform|checkpoint|reactor|refinery|monastery|prison|wreck|"
    r"quarry|oilfield|launch site|test site|site)"
)
_BEFORE = re.compile(
    rf"\b(?P<noun>{_NOUN}) (?:is |was |lies )?(?P<how>at|in|near|off|outside|close to|on the outskirts of) "
    r"(?:the )?(?:(?:town|village|city|island|port) of )?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"[ -](?:[a-z]+ )?(?P<noun>{_NOUN})\b", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?P<verb>crashed|came down|went down|derailed|jumped the (?:rails|tracks)|sank|capsized|ran aground|struck)"
    r"(?: [a-z]+){0,3}? (?P<how>at|in|near|off|outside|close to) (?:the )?(?:(?:town|village|city|island|port) of )?\Z"
)
_CALLED = {
    "crashed": ("crash site", "wreck", "wreckage", "accident site", "scene"),
    "came down": ("crash site", "wreck", "wreckage"),
    "went down": ("crash site", "wreck", "wreckage"),
    "derailed": ("accident site", "crash site", "scene"),
    "sank": ("wreck", "wreckage"),
    "capsized": ("wreck", "accident site", "scene"),
    "ran aground": ("wreck",),
    "struck": ("epicentre", "epicenter"),
}
_DESCRIBED = re.compile(r"(?:the|this|that)\s(?P<noun>[a-z]+(?:\s[a-z]+)?)\Z", re.IGNORECASE)
_QUAKE = re.compile(r"\b(?:earth)?quake|tremor|temblor", re.IGNORECASE)
# How far before a name the words that put something there may begin, in characters.
_REACH = 60
# What is "at" a place is within what counts as near it, what is "near" it within three times that (chosen by us).
_AT, _NEAR = 1.0, 3.0


def scene_of(words: str) -> str:
    """What a description calls a thing: "crash site" for "the crash site"; "" for what is none."""
    match = _DESCRIBED.match(words)
    return match["noun"].lower() if match is not None else ""


def find_scenes(reading: Reading) -> dict[str, Disc]:
    """Where a text puts what it calls by these nouns, each that it puts at one place only."""
    found: dict[str, dict[str, Disc]] = {}
    for placed in reading.mentions:
        place = placed.place
        if place is None or place.at is None or is_area(place) or placed.mention.kind is not MentionKind.PLACE:
            continue
        for noun, how, start, end in _put_at(reading, placed):
            factor = _AT if how in ("at", "in", "") else _NEAR
            told = " ".join(reading.document.text[start:end].split())
            disc = Disc(place.at, factor * tolerances.NEAR_KM.value + reach_km(place), told, placed.score)
            found.setdefault(noun, {}).setdefault(place.id, disc)
    return {noun: next(iter(discs.values())) for noun, discs in found.items() if len(discs) == 1}


def _put_at(reading: Reading, placed: PlacedMention) -> Iterator[tuple[str, str, int, int]]:
    """Nouns of what a text puts at a mention, by which word, and where the words that say so begin and end."""
    text = reading.document.text
    sentence = reading.sentences[nth_sentence(reading, placed.start)]
    start = max(sentence.start, placed.start - _REACH)
    if named := _BEFORE.search(text, start, placed.start):
        yield _single(named["noun"]), named["how"].lower(), named.start(), placed.end
    if called := _AFTER.match(text, placed.end, sentence.end):
        yield _single(called["noun"]), "", placed.start, called.end()
    if happened := _HAPPENED.search(text, start, placed.start):
        verb = happened["verb"].lower()
        if verb == "struck" and not _QUAKE.search(text, sentence.start, placed.start):
            return
        for noun in _CALLED.get(verb, _CALLED["derailed"]):
            yield noun, happened["how"].lower(), happened.start(), placed.end


def _single(noun: str) -> str:
    return noun.lower().removesuffix("s") if noun.lower() in ("camps", "mines") else noun.lower()
