"""Nouns of things that are no places but stay where they are: an epicentre, a wreck, a camp, an airport."""

from __future__ import annotations

import re

# What stays where it is, so that two statements of a text about it speak of one point.
FIXED = re.compile(
    r"\b(?P<quake>epicent(?:re|er)s?|hypocent(?:re|er)|(?:earth)?quakes?|temblor|tremor)\b"
    r"|\b(?P<other>wreck|wreckage|crash\ssite|(?:accident|landing|launch|impact|excavation|building)\ssite|site|scene|camp|volcano"
    r"|landslide|avalanche|blast|explosion|crater|mine|dam|reactor|checkpoint|island|islet|reef|oilfield|platform|rig|summit)\b",
    re.IGNORECASE,
)
# What stands at a town and is called after it: "Heraklion airport", "the base at X".
FACILITY = (
    r"(?:airport|airfield|airstrip|aerodrome|air\sbase|base|station|port|harbou?r|refinery|plant|depot|camp|prison|jail|hospital"
    r"|stadium|university|campus|mine|dam|terminal|barracks|garrison|checkpoint|reactor|shipyard|factory|warehouse|cemetery|zoo)"
)
