"""Every constant that a check compares with, each with its reason and source."""

from __future__ import annotations

from geomap.records import Tolerance
from geomap.tolerances.distances import ABSURD_KM as ABSURD_KM
from geomap.tolerances.distances import ABSURD_RATIO as ABSURD_RATIO
from geomap.tolerances.distances import BEYOND_USUAL as BEYOND_USUAL
from geomap.tolerances.distances import BEYOND_WINDING as BEYOND_WINDING
from geomap.tolerances.distances import BOTH_DISTANCE as BOTH_DISTANCE
from geomap.tolerances.distances import COARSE_KM as COARSE_KM
from geomap.tolerances.distances import COARSE_REACH as COARSE_REACH
from geomap.tolerances.distances import DENIED as DENIED
from geomap.tolerances.distances import DISTANCES as DISTANCES
from geomap.tolerances.distances import EDGE_KM as EDGE_KM
from geomap.tolerances.distances import EDGE_SHARE as EDGE_SHARE
from geomap.tolerances.distances import FAR_RATIO as FAR_RATIO
from geomap.tolerances.distances import FAR_RATIO_FROM as FAR_RATIO_FROM
from geomap.tolerances.distances import FAR_RATIO_NEAR as FAR_RATIO_NEAR
from geomap.tolerances.distances import FAR_SHARE as FAR_SHARE
from geomap.tolerances.distances import LANES_FROM as LANES_FROM
from geomap.tolerances.distances import LITTLE_KNOWN as LITTLE_KNOWN
from geomap.tolerances.distances import MEANDER as MEANDER
from geomap.tolerances.distances import MIX_UP as MIX_UP
from geomap.tolerances.distances import OFF_LANES as OFF_LANES
from geomap.tolerances.distances import OTHER_LINE as OTHER_LINE
from geomap.tolerances.distances import PATH_SHORT as PATH_SHORT
from geomap.tolerances.distances import RIVAL as RIVAL
from geomap.tolerances.distances import ROUTE_MATCH as ROUTE_MATCH
from geomap.tolerances.distances import ROUTE_SHORT as ROUTE_SHORT
from geomap.tolerances.distances import SHORT_DOUBT as SHORT_DOUBT
from geomap.tolerances.distances import SHORT_DOUBT_FROM as SHORT_DOUBT_FROM
from geomap.tolerances.distances import SHORT_FROM as SHORT_FROM
from geomap.tolerances.distances import SHORT_RATIO as SHORT_RATIO
from geomap.tolerances.distances import SHORT_RATIO_FAR as SHORT_RATIO_FAR
from geomap.tolerances.distances import STRAIGHT_RATIO as STRAIGHT_RATIO
from geomap.tolerances.distances import UNNAMED_IN_MOUNTAINS as UNNAMED_IN_MOUNTAINS
from geomap.tolerances.distances import UNNAMED_WAY as UNNAMED_WAY
from geomap.tolerances.distances import WAY_RATIO as WAY_RATIO
from geomap.tolerances.distances import WELL_KNOWN as WELL_KNOWN
from geomap.tolerances.distances import WINDING_RATIO as WINDING_RATIO
from geomap.tolerances.made import FITTED, MEASURED, OWN
from geomap.tolerances.made import fixed as _fixed
from geomap.tolerances.speeds import AWAKE_H as AWAKE_H
from geomap.tolerances.speeds import CEILINGS as CEILINGS
from geomap.tolerances.speeds import FLOORS as FLOORS
from geomap.tolerances.speeds import SPEEDS as SPEEDS
from geomap.tolerances.speeds import TOP_SPEEDS as TOP_SPEEDS
from geomap.tolerances.speeds import TOP_SPEEDS_ALL as TOP_SPEEDS_ALL
from geomap.tolerances.whole_journeys import WHOLE_LONG as WHOLE_LONG
from geomap.tolerances.whole_journeys import WHOLE_LONGEST as WHOLE_LONGEST
from geomap.tolerances.whole_journeys import WHOLE_SHORT as WHOLE_SHORT
from geomap.tolerances.whole_journeys import WHOLES as WHOLES

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
BOTH_DIRECTION = _fixed(
    "direction near its limit",
    0.85,
    "share of the angle that passes",
    "two figures near their limits are doubted together where each alone would pass",
    OWN,
)
DIRECTIONS = (
    CARDINAL,
    CARDINAL_FAR,
    INTERCARDINAL,
    INTERCARDINAL_FAR,
    SIXTEENTH,
    SIXTEENTH_FAR,
    BOTH_DIRECTION,
    JOURNEY_SLACK,
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
NEARER_EVEN = _fixed(
    "about as near",
    0.02,
    "share of the two ways together",
    "who says which of two places is nearer has seen a difference, but extents blur a small one",
    OWN,
)
BETWEENS = (HALFWAY, HALFWAY_FAR, DETOUR, DETOUR_FAR)
# Areas, borders, routes and times.

PART_SLACK = Tolerance(
    name="part of an area",
    value=0.2,
    unit="share of the area's half extent",
    reason="'eastern' is said of places a little west of the middle too",
    source="measured on 49 towns, chosen from memory, with the part of the country that news puts them in: 48 lie at"
    " -0.17 or more (Gao in northern Mali), Peshawar in north-western Pakistan at -0.32",
)
OUTLINE_KM = Tolerance(
    name="edge of an outline",
    value=5.0,
    unit="km",
    reason="outlines are simplified and leave out spits and small islands",
    source="measured: of 41,038 towns in the regions with an outline 99.6 % lie inside or this near to it",
)
OUTLINE_FAR_KM = Tolerance(
    name="outside an outline",
    value=50.0,
    unit="km",
    reason="islands that the outline of their region leaves out lie farther off",
    source="measured: of 41,038 towns in the regions with an outline 99.9 % lie inside or this near to it",
)
OUTLINE_ISLAND_KM = Tolerance(
    name="island outside an outline",
    value=300.0,
    unit="km",
    reason="a region may own islands far off its coast",
    source="chosen by us; Sable Island of Nova Scotia lies some 160 km off the coast",
)
BORDER_TOWN = Tolerance(
    name="border town",
    value=15.0,
    unit="km",
    reason="a town is called a border town when the border is within a short ride",
    source="chosen by us; fits Khasan (2 km) of the seed stories",
)
CONFINED_SHARE = Tolerance(
    name="fits where the text puts it",
    value=0.25,
    unit="share of the region",
    reason="what a quarter of the places fit that a text leaves open, it bears out; what fewer fit stays open",
    source="chosen by us",
)
NEAR_KM = Tolerance(
    name="near",
    value=15.0,
    unit="km",
    reason="'near' in news is mostly within a short drive; a tenth of the story's extent where that is more",
    source="chosen by us; CLAIMS model v0",
)
STRAIT_KM = Tolerance(
    name="across a strait",
    value=50.0,
    unit="km",
    reason="Dover and Calais, which lie across a strait from each other, are 42 km apart, Ceuta and Algeciras 30 km",
    source="measured between points of GeoNames",
)
SHORE_KM = Tolerance(
    name="on a shore",
    value=30.0,
    unit="km",
    reason="outlines of countries are simplified, and ports lie in bays and up estuaries",
    source="chosen by us; Houston lies 29 km from the outline",
)
SHORE_FAR_KM = Tolerance(
    name="not on a shore",
    value=60.0,
    unit="km",
    reason="a city is still counted to a coast at the head of a long estuary",
    source="chosen by us; Houston, Hamburg and Rouen lie 40 to 90 km from the open sea",
)
SEA_REACH = Tolerance(
    name="reach of a sea",
    value=2.2,
    unit="radius of a disc of the sea's size",
    reason="a sea is longer than a disc: its coasts lie up to this far from its middle",
    source="chosen by us; Batumi and the Black Sea 1.6, Beirut and the Mediterranean 1.8, Kiel and the Baltic 2.1",
)
SEA_BEYOND = Tolerance(
    name="beyond a sea",
    value=4.0,
    unit="radius of a disc of the sea's size",
    reason="no coast of a sea lies so far from its middle",
    source="chosen by us; Suez and the Red Sea, the longest for its width, 2.8",
)
OFFSHORE_KM = Tolerance(
    name="off a coast",
    value=1_000.0,
    unit="km",
    reason="islands that are said to lie off a land's coast lie up to this far from it",
    source="chosen by us; Madagascar and Mozambique 400 km, the Galápagos and Ecuador 930",
)
FAR_OFFSHORE_KM = Tolerance(
    name="far off a coast",
    value=4_000.0,
    unit="km",
    reason="writers call the land that an island belongs to, however far off it is",
    source="chosen by us; Easter Island and Chile 3,500 km",
)
COURSE_KM = Tolerance(
    name="course of a river",
    value=150.0,
    unit="km",
    reason="a river's course is drawn through 7 to 20 of its towns; between them it may run this far off",
    source="chosen by us; Luang Prabang lies 67 km from the Mekong as data/courses.tsv draws it",
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
    "bicycle": (30.0, 45.0),
    "road": (95.0, 130.0),
    "rail": (120.0, 200.0),
    "sea": (65.0, 90.0),
    "air": (930.0, 1100.0),
}
MODE_CEILING = Tolerance(
    name="mode ceiling",
    value=1100.0,
    unit="km/h on the straight line",
    reason="nobody is faster: on foot 8, on horseback 15, by bicycle 45, by road 130, by train 200 (high-speed 350), "
    "ferry 90, jet 1,100",
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
DATES_FAR = _fixed(
    "days told that a time does not fit", 1.3, "times the counting of days", "a little beyond is only doubted", OWN
)
DATES_FAR_SHARE = _fixed(
    "the same for long times", 0.1, "share of the stated time", "who counts months is off by more than a day", OWN
)
