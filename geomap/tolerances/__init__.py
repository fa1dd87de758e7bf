"""Every constant that a check compares with, each with its reason and source."""

from __future__ import annotations

from geomap.records import Tolerance
from geomap.tolerances.made import OWN
from geomap.tolerances.made import fixed as _fixed
from geomap.tolerances.speeds import CEILINGS as CEILINGS
from geomap.tolerances.speeds import FLOORS as FLOORS
from geomap.tolerances.speeds import SPEEDS as SPEEDS
from geomap.tolerances.speeds import TOP_SPEEDS as TOP_SPEEDS
from geomap.tolerances.speeds import TOP_SPEEDS_ALL as TOP_SPEEDS_ALL

MEASURED = "measured on 768 'N km DIR of Y' statements of Wikipedia (WikToR corpus), one half of them kept apart"
GBIF = "GBIF, Georeferencing Best Practices (Chapman & Wieczorek), doi:10.15468/doc-gg7h-s853"

FITTED = "fitted on the 354 sound statements of that half that is not kept apart"

# Distance between two places, against the straight line and the way.
STRAIGHT_RATIO = _fixed(
    "straight-line ratio",
    1.25,
    "stated / straight",
    "three of four writers give at most 1.2 times the straight line; up to here a figure passes for the straight one",
    MEASURED,
)
WAY_RATIO = _fixed(
    "ratio of a usual way",
    1.55,
    "stated / straight",
    "nineteen of twenty figures lie below this; roads are 1.2 to 1.4 times the straight line (Ballou 2002), "
    "railways more",
    FITTED,
)
FAR_RATIO = _fixed(
    "ratio beyond which no usual way explains a figure",
    1.68,
    "stated / straight",
    "199 of 200 true figures lie below it and nine of ten doubled ones above it",
    FITTED,
)
FAR_RATIO_NEAR = _fixed(
    "the same for near places",
    1.5,
    "stated / straight",
    "of figures for places within 30 km 168 of 171 lie below it; it rises to the ratio of far places at twice that",
    FITTED,
)
FAR_RATIO_FROM = _fixed("near places", 30.0, "km, straight line", "up to here the ratio of near places holds", FITTED)
WINDING_RATIO = _fixed(
    "ratio of a winding way",
    2.2,
    "stated / straight",
    "where the text names a road, railway, river or ship, figures up to here are common in hills and along coasts",
    OWN + ", after true ratios of 3.0 (Kathmandu-Daman) and 5.1 (Everett-Port Townsend) that need a network",
)
BOUNDED_RATIO = _fixed(
    "most that a long way winds",
    3.0,
    "stated / straight",
    "true ratios of 3 and more are those of mountain roads and bays under 100 km",
    OWN + ", after Kathmandu-Daman (26 km straight), Syabru Besi (49) and Everett-Port Townsend (44)",
)
BOUNDED_FROM = _fixed("long way", 250.0, "km, straight line", "from here on bends even out", OWN)
UNNAMED_WAY = _fixed(
    "detour of a railway that the text does not name",
    1.8,
    "way / straight",
    "a figure without a way is not meant along a railway that goes nearly twice as far (Pyongyang-Vladivostok: 1.7)",
    OWN,
)
SHORT_RATIO = _fixed(
    "ratio below which a figure is too short",
    0.75,
    "stated / straight",
    "even from edge to edge; shorter figures are under one in a hundred",
    FITTED,
)
SHORT_RATIO_FAR = _fixed(
    "the same for far places",
    0.85,
    "stated / straight",
    "none of 118 figures for places 60 km or more apart is below 0.86",
    FITTED,
)
PATH_SHORT = _fixed(
    "way shorter than the line",
    0.95,
    "stated / straight, less both extents",
    "no road is shorter than the straight line, and the figure's rounding is counted besides",
    OWN,
)
SHORT_FROM = _fixed("far places", 60.0, "km, straight line", "from here on the ratio of far places holds", FITTED)
EDGE_SHARE = _fixed(
    "share of the extents that is not counted",
    0.5,
    "of both places' radii",
    "writers measure from the centre, from the edge or from the sign at the road",
    FITTED,
)
FAR_SHARE = _fixed(
    "share of the extents that can lengthen a figure",
    0.15,
    "of both places' radii",
    "added to the ratio beyond which no way explains a figure; a larger share lets doubled figures of near places pass",
    FITTED,
)
MIX_UP = _fixed(
    "kilometres for miles",
    0.03,
    "share of the straight line",
    "the stated number fits in the other unit this closely and in its own not at all",
    OWN,
)
ROUTE_MATCH = _fixed(
    "match with a known way",
    0.07,
    "share of the way's length",
    "operators, timetables and atlases differ by this much",
    OWN + ", on published rail distances between Pyongyang, Khasan and Vladivostok",
)
ROUTE_SHORT = _fixed(
    "shorter than the known way",
    0.9,
    "stated / way",
    "no traveller by this way can need less than the way is long",
    OWN,
)
ABSURD_RATIO = _fixed(
    "straight line that speaks for another place of the same name",
    6.0,
    "straight / stated",
    "a writer who errs is off by a unit or a digit's place at most; a wrong homonym is off by a continent",
    OWN,
)
ABSURD_KM = _fixed("and beyond it by", 100.0, "km", "near homonyms are left to the reader", OWN)
WELL_KNOWN = _fixed("well-known place", 1_000_000, "inhabitants", "its bare name means no other place", OWN)

RIVAL = _fixed(
    "two figures for one distance",
    0.1,
    "share of the smaller",
    "rounding and measuring from edge to edge make less of a difference",
    OWN,
)
DENIED = _fixed(
    "denied figure",
    0.1,
    "share of the straight line or the way",
    "who denies 300 miles may mean 260; only a figure that fits this closely is wrongly denied",
    OWN,
)

# Direction: the angle between the stated point of the compass and the azimuth.
CARDINAL = _fixed("north, east, south, west", 45.0, "degrees", "95 of 100 writers stay within", MEASURED)
CARDINAL_FAR = _fixed("north, east, south, west: too far", 67.5, "degrees", "97 of 100 writers stay within", MEASURED)
INTERCARDINAL = _fixed("north-east and the like", 33.75, "degrees", "97 of 100 writers stay within", MEASURED)
INTERCARDINAL_FAR = _fixed("north-east: too far", 56.25, "degrees", "99 of 100 writers stay within", MEASURED)
SIXTEENTH = _fixed("north-north-east and the like", 22.5, "degrees", "97 of 100 writers stay within", MEASURED)
SIXTEENTH_FAR = _fixed("north-north-east: too far", 45.0, "degrees", "no true statement went beyond", FITTED)
JOURNEY_SLACK = _fixed(
    "direction of a journey",
    11.25,
    "degrees more than for a place",
    "a way bends, and the ends of the leg are told only roughly",
    OWN,
)
DIRECTIONS = (CARDINAL, CARDINAL_FAR, INTERCARDINAL, INTERCARDINAL_FAR, SIXTEENTH, SIXTEENTH_FAR, JOURNEY_SLACK)
DISTANCES = (
    STRAIGHT_RATIO,
    WAY_RATIO,
    FAR_RATIO,
    FAR_RATIO_NEAR,
    FAR_RATIO_FROM,
    WINDING_RATIO,
    BOUNDED_RATIO,
    BOUNDED_FROM,
    UNNAMED_WAY,
    SHORT_RATIO,
    SHORT_RATIO_FAR,
    SHORT_FROM,
    PATH_SHORT,
    EDGE_SHARE,
    FAR_SHARE,
    MIX_UP,
    ROUTE_MATCH,
    ROUTE_SHORT,
    ABSURD_RATIO,
    ABSURD_KM,
    WELL_KNOWN,
    DENIED,
    RIVAL,
)

# Sums within a sentence.
SUM_NEARLY = _fixed("distance, speed and time: roughly", 0.25, "share", "mean and top speed are often mixed", OWN)
CONVERSION = _fixed("conversion", 0.06, "share", "both amounts are rounded, as in 20 miles (30 km)", OWN)
CONVERSION_FAR = _fixed("conversion: too far", 0.15, "share", "no rounding of both amounts makes so much", OWN)
SUMS = (SUM_NEARLY, CONVERSION, CONVERSION_FAR)

# Between two places.
HALFWAY = _fixed(
    "halfway",
    0.08,
    "share of the way",
    "42 to 58 % of the way passes for half of it",
    OWN + ", after published statements of this kind",
)
HALFWAY_FAR = _fixed(
    "halfway: too far",
    0.15,
    "share of the way",
    "35 to 65 % can be meant along a way",
    OWN + ", after published statements of this kind",
)
DETOUR = _fixed(
    "detour of what lies between",
    1.15,
    "by way of it / straight",
    "roads bend",
    OWN + ", after published statements of this kind",
)
DETOUR_FAR = _fixed("detour: too far", 1.6, "by way of it / straight", "on no usual way between the two", OWN)
BETWEENS = (HALFWAY, HALFWAY_FAR, DETOUR, DETOUR_FAR)
# Areas, borders, routes and times.

PART_SLACK = Tolerance(
    name="part of an area",
    value=0.1,
    unit="share of the area's half extent",
    reason="'eastern' is said of places a little west of the middle too",
    source="chosen by us; the halves of the extent as in 'compass part' of the seed stories",
)
BORDER_TOWN = Tolerance(
    name="border town",
    value=15.0,
    unit="km",
    reason="a town is called a border town when the border is within a short ride",
    source="chosen by us; fits Khasan (2 km) of the seed stories",
)
NEAR_KM = Tolerance(
    name="near",
    value=15.0,
    unit="km",
    reason="'near' in news is mostly within a short drive; a tenth of the story's extent where that is more",
    source="chosen by us; CLAIMS model v0",
)
NEAR_SHARE = Tolerance(
    name="near, of a large story",
    value=0.1,
    unit="share of the story's extent",
    reason="in a story that spans a continent, 'near' reaches farther",
    source="chosen by us; CLAIMS model v0",
)
VIA_DETOUR = Tolerance(
    name="detour by a stop",
    value=1.6,
    unit="ratio",
    reason="stops told in their order make a way no more than this much longer than the best order of them",
    source="chosen by us",
)
CROSSING_KM = Tolerance(
    name="crossing a river",
    value=15.0,
    unit="km",
    reason="a way over stations is drawn with straight legs, and a river has one point where no course is known",
    source="chosen by us; stations of the atlas are up to 30 km apart",
)
CLOCK_SLACK_H = Tolerance(
    name="clock",
    value=2.0,
    unit="h",
    reason="clocks differ from the sun's time at a place: in western China and in Spain in summer by two hours",
    source="chosen by us, after the zones of the IANA time zone database",
)
# Straight-line km/h that no traveller of the mode beats (reject), and above which it is unusual (warn).
MODE_CEILINGS = {
    "foot": (6.0, 8.0),
    "horse": (8.0, 15.0),
    "road": (95.0, 130.0),
    "rail": (120.0, 200.0),
    "sea": (65.0, 90.0),
    "air": (930.0, 1100.0),
}
MODE_CEILING = Tolerance(
    name="mode ceiling",
    value=1100.0,
    unit="km/h on the straight line",
    reason="nobody is faster: on foot 8, on horseback 15, by road 130, by train 200 (high-speed 350), ferry 90, jet "
    "1,100",
    source="49 annotated travel times and common knowledge (CLAIMS model v0)",
)
# Words that make a figure the lower or the upper end of what is meant.
MORE_THAN = frozenset(
    {"more than", "over", "at least", "just over", "well over", "above", "upwards of", "no less than"}
)
LESS_THAN = frozenset(
    "nearly|almost|less than|under|just under|up to|within|no more than|at most|not quite|below".split("|")
)
DAY_COUNT_SLACK = Tolerance(
    name="counting days",
    value=1.0,
    unit="day",
    reason="the first day may be counted or not, and a text may be a day older than its date",
    source="chosen by us; both ways of counting are in use",
)
