"""The weights that ship are those that their notes describe."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files

from geomap.mentions.tagger import WEIGHTS
from geomap.places.resolve_features import NAMES
from geomap.places.resolve_model import TRUST


def test_the_tagger_is_the_one_that_its_note_describes() -> None:
    note = json.loads(WEIGHTS.with_suffix(".json").read_text(encoding="utf-8"))
    assert note["sha256"] == hashlib.sha256(WEIGHTS.read_bytes()).hexdigest()
    assert WEIGHTS.stat().st_size < 10_000_000
    assert all(source["url"] and source["licence"] for source in note["sources"])
    measured = {"GeoVirus", "LGL", "TR-News", "GeoWebNews"}
    assert not measured & {source["name"] for source in note["sources"]}


def test_the_resolver_weighs_every_feature() -> None:
    weights = files("geomap.places").joinpath("weights/resolver.json")
    data = json.loads(weights.read_text(encoding="utf-8"))
    assert list(data["rank"]) == list(NAMES) and list(data["trust"]) == list(TRUST)
    assert set(data["sources"]) == {"wotr", "geovirus", "made"}
