"""The rules by which nearness is judged."""

from __future__ import annotations

from geomap import tolerances
from geomap.records import Rule

RULES = (
    Rule(
        id="proximity.near",
        kind="proximity",
        text=("Near is within 15 km or a tenth of the story's extent, beside what the places reach themselves."),
        tolerances=(tolerances.NEAR_KM, tolerances.NEAR_SHARE),
    ),
    Rule(
        id="proximity.border",
        kind="proximity",
        text="A place on or near a border is at most 15 km from it.",
        tolerances=(tolerances.BORDER_TOWN,),
    ),
    Rule(
        id="proximity.neighbours",
        kind="proximity",
        text=("Countries are compared with the list of countries that share a land border."),
    ),
    Rule(
        id="proximity.across",
        kind="proximity",
        text=(
            "Places across a river or border from each other are within sight, 15 km beside their own reach; across a "
            "strait 50 km. How far apart the shores of a sea or lake may lie is open."
        ),
        tolerances=(tolerances.NEAR_KM, tolerances.STRAIT_KM),
    ),
    Rule(
        id="proximity.river",
        kind="proximity",
        text=(
            "A place on a river is within 15 km of its course, beside its own reach. A course is drawn through few "
            "points, so that only a place far from it does not match."
        ),
        tolerances=(tolerances.NEAR_KM, tolerances.COURSE_KM),
    ),
    Rule(
        id="proximity.shore",
        kind="proximity",
        text=(
            "A place on a lake or sea is within 30 km of the lake's outline, or of the coast of its country and within "
            "the sea's reach from its middle."
        ),
        tolerances=(tolerances.SHORE_KM, tolerances.SHORE_FAR_KM, tolerances.SEA_REACH, tolerances.SEA_BEYOND),
    ),
    Rule(
        id="proximity.offshore",
        kind="proximity",
        text="An island off the coast of a land is held against its distance from the land's outline.",
        tolerances=(tolerances.OFFSHORE_KM, tolerances.FAR_OFFSHORE_KM),
    ),
    Rule(
        id="proximity.other-place",
        kind="proximity",
        text=(
            "Places so far apart that, as one of them is little known, another place of its name is probably meant; "
            "--resolve NAME=ID sets it."
        ),
        tolerances=(tolerances.ABSURD_RATIO, tolerances.ABSURD_KM, tolerances.LITTLE_KNOWN),
    ),
    Rule(id="proximity.unknown", kind="proximity", text="What has no known place or outline cannot be measured."),
)
