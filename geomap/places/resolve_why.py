"""Says in a sentence why a name was taken for a place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import itemgetter

from geomap.divisions import region_key
from geomap.geodesy import rough_distance_km
from geomap.places.resolve_context import Context, Group
from geomap.places.resolve_features import NAMES, holds
from geomap.places.resolve_model import Model
from geomap.places.resolve_options import TRIED, Option
from geomap.records import Place

KIND_WORDS = {"region": "first-level region", "county": "county or district", "city": "town"}


def describe(place: Place) -> str:
    """A place with where it lies: "Columbus (town in Ohio, US)"."""
    inside = ", ".join(part for part in (place.admin1, place.country) if part and part != place.name)
    kind = KIND_WORDS.get(place.kind, place.kind)
    return f"{place.name} ({kind}{' in ' + inside if inside and place.kind != 'country' else ''})"


def say_why(n: int, best: int, rows: Sequence[Sequence[float]], context: Context, model: Model) -> str:
    """One sentence: what is meant, out of how many, and the evidence that weighed most against the next best."""
    group = context.groups[n]
    option = group.options.rows[best]
    what = describe(option.place)
    if len(rows) == 1:
        reason = _strongest(rows[best], None, group, option, context, model) if rows[best][NAMES.index("loose")] else ""
        return f"{what}, the only place of that name{', and ' + reason if reason else ''}."
    others = [m for m in range(len(rows)) if m != best]
    second = max(others, key=lambda m: group.weights[m])
    reason = _strongest(rows[best], rows[second], group, option, context, model)
    return f"{what} of {group.options.count} places of that name{': ' + reason if reason else ''}."


def say_unplaced(group: Group, score: float) -> str:
    """Why a name has no place."""
    if not group.options.rows:
        return f"No place called {group.name} is known."
    first = describe(group.options.rows[0].place)
    count = group.options.count
    return f"Too uncertain ({score:.2f}) which of {count} places of that name is meant, if any; perhaps {first}."


def _strongest(
    row: Sequence[float],
    against: Sequence[float] | None,
    group: Group,
    option: Option,
    context: Context,
    model: Model,
) -> str:
    other = against or [0.0] * len(row)
    gains = [w * (x - y) for w, x, y in zip(model.rank, row, other, strict=True)]
    ranked = sorted((m for m, gain in enumerate(gains) if gain > 0.2), key=lambda m: -gains[m])
    said: list[str] = []
    for m in ranked[:6]:
        phrase = _phrase(NAMES[m], group, option, context)
        if phrase and phrase not in said:
            said.append(phrase)
        if len(said) == 2:
            break
    return " and ".join(said)


def _phrase(name: str, group: Group, option: Option, context: Context) -> str:
    if name in {"held_tight", "held_loose"}:
        by = (text for (text, _), areas in group.holders.items() if any(holds(h, option) for h in areas.rows[:TRIED]))
        held = next(by, "")
        return f"the text puts it in {held}" if held else ""
    if name in {"near", "near_many"}:
        return _near_phrase(option, context, group)
    if name in {"region_named", "region_share", "region_alone"}:
        return f"the text is about {option.place.admin1 or option.place.name}" if region_key(option.place) else ""
    if name in {"country_named", "country_share", "country_alone"}:
        return f"the text is about the same country ({option.place.country})"
    return {
        "prominence": "it is the most prominent", "below_first": "it is the most prominent",
        "famous": "it is the most prominent",
        "first": "it is the most prominent", "rank": "it is the most prominent",
        "primary": "that is its chief name", "country": "countries come first",
        "region": "first-level regions come before smaller places", "hint_fits": "the wording asks for that kind",
        "holds": "it holds the place named just before", "outlet_near": "it is near where the text was published",
        "outlet_region": "the text was published in that region",
        "outlet_country": "the text was published in that country",
        "abroad": "the text reads like news of that country", "home": "the text reads like news of that country",
        "demonym": "the word is its people's", "seat": "the name is a byword for a government that sits there",
        "capital": "it is a capital", 
        "worldly": "it is the best known in a text about many countries", "alias_beside": "that is its chief name",
        "offset_fits": "the distance that the text states fits",
        "metonym_area": "a capital stands for its government", "metonym_rank": "a capital stands for its government",
    }.get(name, "")  # fmt: skip


def _near_phrase(option: Option, context: Context, group: Group) -> str:
    assert option.at is not None
    close = [
        (math.dist(option.vector, other.vector), context.groups[n].name, other.at)
        for n, other, weight in context.points
        if weight > 0.5 and other.at is not None and context.groups[n] is not group and n != context.outlet
    ]
    if not close:
        return ""
    _, name, at = min(close, key=itemgetter(0, 1))
    return f"it is {rough_distance_km(option.at, at):.0f} km from {name}, which the text names too"
