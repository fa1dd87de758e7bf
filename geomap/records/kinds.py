"""Kinds of places in the groups that several stages tell apart."""

from __future__ import annotations

# What the codes of a gazetteer tell of, and all areas that have a border on land.
DIVISIONS = frozenset({"country", "region", "county"})
BORDERED = DIVISIONS | {"historic", "continent", "union", "vague"}
SEAS = frozenset({"ocean", "sea", "gulf"})
WATERS = SEAS | {"bay", "strait", "canal", "lake", "river"}
# Stretches of land that have no border.
LANDSCAPES = frozenset({"desert", "range", "peninsula", "valley", "forest", "park"})
# Kinds that are no stop: a journey does not stand at the middle of a country or a sea.
WIDE_KINDS = BORDERED | SEAS | {"desert", "range"}
