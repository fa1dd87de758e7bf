"""Lengths well over the straight line, judged by the land between: the real ground, a small world of places."""

import pytest
from factories import claim, route

from geomap import catalogue
from geomap.claims.distance import DistanceChecker
from geomap.claims.geometry import Gap
from geomap.claims.winding import AROUND_WATER, THROUGH_HILLS, THROUGH_MOUNTAINS, judge_winding
from geomap.claims.wording import Worder
from geomap.networks.combined import Networks
from geomap.networks.ground import TABLE, Ground
from geomap.networks.overland import Overland
from geomap.tolerances import BEYOND_USUAL, BEYOND_WINDING, FAR_SHARE, UNNAMED_IN_MOUNTAINS


@pytest.fixture(scope="module")
def network():
    return Networks([], overland=Overland(Ground(catalogue.data_dir()), catalogue.source_of(TABLE)))


@pytest.mark.parametrize(
    ("text", "outcome", "rule", "said"),
    [
        # Over the Alps roads wind; 236 km of straight line.
        ("Turin is 440 km from Lyon by road.", "consistent", "distance.around", "through mountains"),
        ("Turin is 440 km from Lyon by the Old Frejus Road.", "consistent", "distance.around", "through mountains"),
        ("Turin is 800 km from Lyon by road.", "doubtful", "distance.winding-way", "through mountains"),
        ("Turin is 1,100 km from Lyon by road.", "inconsistent", "distance.too-long", "even ways by road"),
        # Nothing lies between Paris and Lyon, 393 km, that makes a road so long.
        ("Paris is 1,000 km from Lyon by road.", "inconsistent", "distance.too-long", "does not match"),
        ("Paris is 1,000 km from Dijon by road.", "inconsistent", "distance.too-long", "neither water nor hills"),
        ("Paris is 800 km from Lyon by road.", "doubtful", "distance.winding-way", "2.0 times the straight line"),
        # A way that the text does not name is only believed around water.
        ("Turin is 440 km from Lyon.", "doubtful", "distance.winding-way", "through mountains"),
        ("Turin is 500 km from Lyon.", "inconsistent", "distance.too-long", "no usual way"),
        (
            "The drive from Lyon to Turin is about 440 km, twice the straight line.",
            "consistent",
            "distance.around",
            "mountains",
        ),
        ("Tunis is 2,000 km from Marseille by road.", "unverifiable", "distance.needs-network", "road network"),
        ("They brought it 2,000 km from Marseille to Tunis.", "unverifiable", "distance.needs-network", "network"),
        # Over the sea no land tells how long a voyage is.
        (
            "Tunis is 2,000 km from Marseille by ship.",
            "unverifiable",
            "distance.needs-network",
            "measure along it on a map",
        ),
    ],
)
def test_what_lies_between_decides(read, world, network, text, outcome, rule, said):
    checker = DistanceChecker(gazetteer=world, network=network, worder=Worder(world))
    verdict = checker.judge(checker.find_claims(read(text))[0])
    assert (verdict.outcome, verdict.rule) == (outcome, rule), verdict.why
    assert said in verdict.why


USUAL, LONGEST, STRAIGHT = 150.0, 200.0, 100.0
_HILLS = UNNAMED_IN_MOUNTAINS.value * STRAIGHT


@pytest.mark.parametrize(
    ("winds", "named", "notes", "last_believed", "last_doubted"),
    [
        (AROUND_WATER, True, (), LONGEST, BEYOND_WINDING.value * LONGEST),
        (THROUGH_MOUNTAINS, True, (), LONGEST, BEYOND_WINDING.value * LONGEST),
        (THROUGH_HILLS, True, (), LONGEST, BEYOND_USUAL.value * LONGEST),
        ("", True, (), None, BEYOND_USUAL.value * LONGEST),
        # Hills make no more of ways that the text does not name.
        (AROUND_WATER, False, (), USUAL, LONGEST),
        (THROUGH_MOUNTAINS, False, (), None, _HILLS),
        (THROUGH_HILLS, False, ("along a way",), None, _HILLS),
        (THROUGH_HILLS, False, (), None, None),
        ("", False, ("along a way",), None, None),
    ],
)
def test_how_long_a_winding_way_is_believed(winds, named, notes, last_believed, last_doubted):
    way = route(mode="road", length_km=USUAL, high_km=LONGEST, winds=winds)
    gap = Gap(STRAIGHT, STRAIGHT, STRAIGHT, 0.0, 0.0, ())

    def outcome(km: float) -> str:
        told = claim(mode="road" if named else None, notes=notes)
        return str(judge_winding(told, gap, way, ("It", "100 km", "2 times"), km, named=named).outcome)

    if last_believed is not None:
        assert (outcome(last_believed), outcome(last_believed + 0.1)) == ("consistent", "doubtful")
    if last_doubted is None:
        assert outcome(LONGEST) == "inconsistent"
    else:
        assert (outcome(last_doubted), outcome(last_doubted + 0.1)) == ("doubtful", "inconsistent")


def test_the_extents_of_places_lengthen_the_longest_way():
    way = route(mode="road", length_km=USUAL, high_km=LONGEST, winds=AROUND_WATER)
    gap = Gap(80.0, STRAIGHT, 120.0, 20.0, 0.0, ())
    longest = LONGEST + FAR_SHARE.value * gap.reach_km
    outcomes = [
        str(judge_winding(claim(mode="road"), gap, way, ("It", "100 km", "2 times"), km, named=True).outcome)
        for km in (longest, longest + 0.1)
    ]
    assert outcomes == ["consistent", "doubtful"]
