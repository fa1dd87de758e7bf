"""A sentence without what its commas set aside after a place: "from X, 20 km north of Y, to Z" reads "from X to Z"."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.claims.wording import Wording, pattern

# What is said of a place between two commas, before the sentence goes on to its next place.
_ASIDE = pattern(
    r"(?<=<P>)(?P<aside>,\s(?:(?:[a-z]+\s){0,3}(?:<L>|<T>|\d[\d.,]{0,8}\s?(?:km|miles?|mi|kilomet(?:er|re)s?|minutes?|hours?)\b)(?:[^,;.]{0,40}\b(?:of|from|away)\b|[^,;.]{0,12}<D>)[^,;.]{0,40}"
    r"|(?:(?:<P>'s|an?|the|its|their|one\sof|once|now|just|home|on|in|near|at)\s|(?:[a-z-]+\s){0,2}?(?:capital|seat|cent(?:re|er)|hub)\s(?:city\s)?of\s)"
    r"[^,;.\uec00-\uf3ff]{0,80}),"
    r"|\sin\sthe\s(?:far\s|deep\s|extreme\s)?<D>(?=[\s,](?:to\s|and\s|via\s|\s?(?:an?|some|about)\s)))"
    r"(?=\s(?:to|and|with|via|into|through|towards?|for|from|is|are|was|were|can|could|may|has|lies|will|would|takes?|took|should)\s)"
)


@dataclass(frozen=True, slots=True)
class Pared:
    """A sentence without its asides; `kept[i]` is where the i-th character of its line stands in the whole line."""

    wording: Wording
    kept: tuple[int, ...]


def pare(wording: Wording) -> Pared | None:
    """The sentence without its asides, None where it has none."""
    cuts = [match.span("aside") for match in _ASIDE.finditer(wording.line)]
    if not cuts:
        return None
    kept: list[int] = []
    at = 0
    for start, end in [*cuts, (len(wording.line), 0)]:
        kept.extend(range(at, start))
        at = end
    where = {whole: own for own, whole in enumerate(kept)}
    by_sort = {
        sort: [(where[at], sign) for at, sign in signs if at in where] for sort, signs in wording.by_sort.items()
    }
    return Pared(
        Wording(
            wording.sentence,
            "".join(wording.line[i] for i in kept),
            tuple(wording.offsets[i] for i in kept),
            wording.signs,
            by_sort,
        ),
        tuple(kept),
    )
