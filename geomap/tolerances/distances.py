"""How a stated length may differ from the straight line and the way between two places."""

from __future__ import annotations

from geomap.tolerances.made import FITTED, MEASURED, OWN
from geomap.tolerances.made import fixed as _fixed

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
BEYOND_USUAL = _fixed(
    "beyond the longest usual way",
    1.2,
    "stated / longest estimate",
    "where neither water nor mountains lie between, no road of tests/oracles/road_distances.csv is over 1.3 times "
    "the straight line on a plain, 2 times in hills; the longest estimate is 1.6 times the line and more in hills",
    OWN,
)
UNNAMED_IN_MOUNTAINS = _fixed(
    "way in mountains that the text does not name",
    1.9,
    "stated / straight",
    "guides give the way by road without saying so; a doubled figure is mostly beyond",
    OWN,
)
BEYOND_WINDING = _fixed(
    "beyond the longest way around water or through mountains",
    1.6,
    "stated / longest estimate",
    "a pass may be closed and a bridge missing, so that the way goes further round than the land would need",
    OWN,
)
MEANDER = _fixed(
    "longest way of a river or road to a coast",
    3.0,
    "stated / straight",
    "rivers of plains wind: the Neches makes 2.3 of its straight line, others more",
    OWN,
)
LANES_FROM = _fixed(
    "shortest voyage that lanes can contradict",
    150.0,
    "km, straight line",
    "lanes are drawn from sea to sea; between near harbours a ferry goes straighter",
    OWN,
)
OFF_LANES = _fixed(
    "way by the lanes that a boat may cut short",
    1.25,
    "lanes / straight",
    "where no land makes the lanes longer, yachts sail straighter than they are drawn: Lisbon-Porto Santo, 1.2",
    OWN,
)
EDGE_KM = _fixed(
    "further part of a border or coast",
    30.0,
    "km beyond the nearest part",
    "who says how far the border is often means the next crossing, by road",
    OWN,
)
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
SHORT_DOUBT = _fixed(
    "ratio below which a figure is doubted",
    0.92,
    "stated, rounding counted / straight",
    "of 151 figures for places 40 km or more apart two are below it, one of them measured from the city limits; what "
    "is left by the extents of places is a few kilometres",
    FITTED,
)
SHORT_DOUBT_FROM = _fixed("places for which that holds", 40.0, "km, straight line", "nearer, edges explain it", FITTED)
BOTH_DISTANCE = _fixed(
    "distance near its limit",
    1.15,
    "stated / straight",
    "a figure that is over the straight line by this much and whose direction is near its limit too is doubted",
    OWN,
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
OTHER_LINE = _fixed(
    "line that the atlas may lack",
    1.2,
    "stated / straight",
    "of 3,000 pairs of stations 95 in 100 are joined by ways longer than this; who states so much may know a line, "
    "of narrow gauge or new, that the atlas has not",
    "measured on the railway atlas",
)
ABSURD_RATIO = _fixed(
    "straight line that speaks for another place of the same name",
    6.0,
    "straight / stated",
    "a writer who errs is off by a unit or a digit's place at most; a wrong homonym is off by a continent",
    OWN,
)
ABSURD_KM = _fixed("and beyond it by", 100.0, "km", "near homonyms are left to the reader", OWN)
LITTLE_KNOWN = _fixed(
    "little-known place",
    100_000,
    "inhabitants",
    "a quarter, a village or a camp that no list holds may have the name of such a town",
    OWN,
)
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
COARSE_KM = _fixed(
    "coarse point",
    4.0,
    "km of radius of a place without population",
    "lists of postcodes, ports and airports give their district's point; of postal districts half are 2.9 km, one in "
    "twenty 11.8 km off the village (188 villages of cities500)",
    OWN,
)
COARSE_REACH = _fixed(
    "what a coarse point leaves open",
    1.5,
    "times the radius of the places",
    "19 in 20 villages lie within 1.3 radii of their postal district's point; the rest is for the other end",
    OWN,
)
DISTANCES = (
    STRAIGHT_RATIO,
    WAY_RATIO,
    FAR_RATIO,
    FAR_RATIO_NEAR,
    FAR_RATIO_FROM,
    WINDING_RATIO,
    BEYOND_USUAL,
    BEYOND_WINDING,
    MEANDER,
    UNNAMED_IN_MOUNTAINS,
    UNNAMED_WAY,
    EDGE_KM,
    LANES_FROM,
    OFF_LANES,
    SHORT_RATIO,
    SHORT_RATIO_FAR,
    SHORT_FROM,
    SHORT_DOUBT,
    SHORT_DOUBT_FROM,
    BOTH_DISTANCE,
    PATH_SHORT,
    EDGE_SHARE,
    FAR_SHARE,
    MIX_UP,
    ROUTE_MATCH,
    ROUTE_SHORT,
    OTHER_LINE,
    ABSURD_RATIO,
    ABSURD_KM,
    LITTLE_KNOWN,
    WELL_KNOWN,
    DENIED,
    RIVAL,
    COARSE_KM,
    COARSE_REACH,
)
