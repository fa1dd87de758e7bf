"""Holds statements about unknown places against where the text itself puts these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap import tolerances
from geomap.claims.confines.fits import Grade, find_test
from geomap.claims.confines.regions import Disc, Region, narrowed
from geomap.claims.confines.scenes import find_scenes, scene_of
from geomap.claims.confines.told import is_loose, name_of, region_of
from geomap.interfaces import Gazetteer
from geomap.records import Claim, Modality, Outcome, Participant, Reading, Rule, Verdict

_KINDS = ("distance", "direction", "travel_time", "containment", "proximity")
_TEXT = (
    "No place is known of this name, but other statements of the text put it in a region: near a known place, in an "
    "area, so far from a town. The statement is held against all points of that region."
)
RULES = tuple(
    Rule(id=f"{kind}.confined", kind=kind, text=_TEXT, tolerances=(tolerances.CONFINED_SHARE,)) for kind in _KINDS
)
# Places that are less sure than this make no statement inconsistent (chosen by us, as for known places).
_SURE, _OPEN = 0.8, 0.5


# Smaller towns share their names with others that no list has, which may be meant so far off (chosen by us).
_VILLAGE, _ASTRAY_KM = 50_000, 300.0


# Of so many statements on one place a report has no more; the bound keeps long texts linear.
_MOST_TOLD = 8


class ConfinesReviser:
    """Judges what only the text's own statements make checkable.

    A statement about an unknown place is held against the region in which those before it put the place: consistent
    where a good part of the region fits it, doubtful where all of it fits roughly at best, inconsistent where no point
    fits, and as open as before where the region is too wide to tell.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    @property
    def rules(self) -> Sequence[Rule]:
        """Every rule that `revise` can fire."""
        return RULES

    def revise(self, reading: Reading, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
        """The verdicts on one text, in the same order, those on unknown places judged anew."""
        named = [n for n, v in enumerate(verdicts) if _name(v.claim)]
        out = list(self._of_scenes(reading, verdicts))
        if len(named) < 2:
            return out
        regions: dict[str, list[tuple[Claim, Region]]] = {}
        for n in sorted(named, key=lambda n: (verdicts[n].claim.start, verdicts[n].claim.end)):
            claim, name = verdicts[n].claim, _name(verdicts[n].claim)
            told = [region for other, region in regions.get(name, ()) if not _same(claim, other)]
            if told and out[n].outcome is Outcome.UNVERIFIABLE and claim.modality is Modality.ASSERTED:
                unknown = claim.figure if name_of(claim.figure) == name else claim.ground
                assert unknown is not None
                out[n] = self._judge(out[n], unknown, told)
            region = region_of(claim, name, self._gazetteer)
            known = regions.setdefault(name, [])
            said = len(known) >= _MOST_TOLD or any(_same(claim, other) for other, _ in known)
            if region is not None and out[n].outcome is not Outcome.INCONSISTENT and not said:
                known.append((claim, region))
        return out

    def _of_scenes(self, reading: Reading, verdicts: Sequence[Verdict]) -> Iterator[Verdict]:
        """The verdicts, those on "the crash site" and the like held against where the text puts these."""
        scenes: dict[str, Disc] | None = None
        for verdict in verdicts:
            claim = verdict.claim
            loose = [p for p in (claim.figure, claim.ground) if p is not None and scene_of(p.text) and is_loose(p)]
            if len(loose) == 1 and verdict.outcome is Outcome.UNVERIFIABLE and claim.modality is Modality.ASSERTED:
                scenes = find_scenes(reading) if scenes is None else scenes
                region = scenes.get(scene_of(loose[0].text))
                if region is not None:
                    # Which of several things of the noun is meant is never sure.
                    region = replace(region, score=min(region.score, _OPEN))
                    verdict = self._judge(verdict, loose[0], [region])
            yield verdict

    def _judge(self, verdict: Verdict, unknown: Participant, told: Sequence[Region]) -> Verdict:
        claim = verdict.claim
        figured = claim.figure is unknown
        test = find_test(claim, self._gazetteer, figured=figured)
        if test is None:
            return verdict
        least, points = narrowed(told)
        share = sum(test(p, 0.0) is Grade.WELL for p in points) / len(points)
        said = "; ".join(dict.fromkeys(f"“{region.told}”" for region in told[:3]))
        if share >= tolerances.CONFINED_SHARE.value:
            why = f"No place is known for “{unknown.text}”, but this fits what the text tells of it: {said}."
            return replace(verdict, outcome=Outcome.CONSISTENT, rule=f"{claim.kind}.confined", why=why)
        slack_km = least.step_km
        best = max(test(p, slack_km) for p in points)
        if best is Grade.WELL:
            why = f"{verdict.why.rstrip('.')}; what else the text tells of it leaves this open: {said}."
            return replace(verdict, why=why)
        sure = min(region.score for region in told) >= _SURE and _other_score(claim, figured=figured) >= _SURE
        astray = all(test(p, slack_km + _ASTRAY_KM) is Grade.NOT for p in points)
        if best is Grade.NOT and sure and astray and _is_little_known(claim, figured=figured):
            why = f"{verdict.why.rstrip('.')}; what else the text tells of it does not fit: {said}."
            return replace(verdict, why=why)  # another place of the known one's name may be meant
        if best is Grade.NOT and sure:
            why = f"Does not match: no point where the text puts “{unknown.text}” fits this ({said})."
            return replace(verdict, outcome=Outcome.INCONSISTENT, rule=f"{claim.kind}.confined", why=why)
        why = f"This hardly fits where the text puts “{unknown.text}”, of which no place is known: {said}."
        return replace(verdict, outcome=Outcome.DOUBTFUL, rule=f"{claim.kind}.confined", why=why)


def _name(claim: Claim) -> str:
    """The unknown place that a statement is about; "" where it is about none, or about two."""
    names = [name for p in (claim.figure, claim.ground) if (name := name_of(p))]
    return names[0] if len(names) == 1 else ""


def _same(one: Claim, other: Claim) -> bool:
    """Whether two statements are of one kind about one pair of places, so that neither bears out the other."""
    pairs = [{p.place.id for p in (c.figure, c.ground) if p is not None and p.place is not None} for c in (one, other)]
    return one.kind is other.kind and bool(pairs[0] & pairs[1])


def _is_little_known(claim: Claim, *, figured: bool) -> bool:
    """Whether the known place is a town that few know and whose region does not stand beside it."""
    other = claim.ground if figured else claim.figure
    place = other.place if other is not None else None
    bare = other is not None and "," not in other.text
    return place is not None and bare and not place.is_wide and place.population < _VILLAGE


def _other_score(claim: Claim, *, figured: bool) -> float:
    other = claim.ground if figured else claim.figure
    return other.score if other is not None else 0.0
