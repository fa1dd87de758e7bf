"""Lengths well over the straight line, judged by the land between: the real ground, a small world of places."""

import pytest

from geomap import catalogue
from geomap.claims.distance import DistanceChecker
from geomap.claims.wording import Worder
from geomap.networks.combined import Networks
from geomap.networks.ground import TABLE, Ground
from geomap.networks.overland import Overland


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
