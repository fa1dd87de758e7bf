"""Whether one place lies in another, as far as the codes of countries, regions and counties tell."""

from __future__ import annotations

from geomap.records import Place

# Kinds that lie in one country each, so that what lies in another country does not lie in them.
_IN_ONE_COUNTRY = frozenset({"region", "county", "city", "district"})


def region_key(place: Place) -> str | None:
    """The code of a place's first-level region with its country ("RU.59"); None for what lies in none.

    Places that a user brings may have codes without the country ("59").
    """
    code = place.admin1_code
    if not code or not place.country:
        return None
    return code if "." in code else f"{place.country}.{code}"


def lies_in(inner: Place, outer: Place) -> bool | None:
    """Whether one place lies in the other by the codes of both; None where these cannot tell.

    A place lies in itself. Codes tell of countries, regions and counties; of a town or district only that what lies in
    another country is not in it.
    """
    if inner.id == outer.id:
        return True
    if outer.kind == "country":
        return inner.country == outer.country if inner.country and outer.country else None
    if outer.kind in _IN_ONE_COUNTRY and inner.country and outer.country and inner.country != outer.country:
        return False
    ours, theirs = region_key(inner), region_key(outer)
    if outer.kind == "region":
        return ours == theirs if ours and theirs else None
    if outer.kind == "county" and inner.admin2_code and outer.admin2_code:
        return (ours, inner.admin2_code) == (theirs, outer.admin2_code)
    return None
