"""A geopy geocoder over the offline gazetteer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from geomap.divisions import lies_in
from geomap.errors import ServiceError, UsageError
from geomap.interfaces import Gazetteer, PlaceService
from geomap.places.open import open_gazetteer
from geomap.records import LatLon, Place

_REVERSE_RADII_KM = (10.0, 50.0, 250.0, 1000.0)


class OfflineGeocoder(Geocoder):  # type: ignore[misc]
    """Answers geopy's questions from the gazetteer that comes with geomap: no network, no key, no limit of rate.

    A query may hold qualifiers after commas: "Paris, Texas", "Khasan, RU".
    """

    opener: Callable[[], Gazetteer] = staticmethod(open_gazetteer)
    asker: Callable[[str], PlaceService]

    def __init__(self, gazetteer: Gazetteer | None = None, *, online: bool | str = False, **options: Any) -> None:
        """A geocoder over a gazetteer.

        Args:
            gazetteer: The one that comes with geomap if None.
            online: Whether to ask an online geocoder where the gazetteer has no place of a name; Nominatim, or
                another of geopy's by its name ("photon").
            **options: What every geopy geocoder takes.
        """
        super().__init__(**options)
        self._gazetteer = gazetteer if gazetteer is not None else self.opener()
        self._online = self.asker(online if isinstance(online, str) else "nominatim") if online else None

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        limit: int = 10,
        country_codes: str | Sequence[str] | None = None,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """The place of a name, or the places, most prominent first; None where there is none.

        Args:
            query: A name, with the region or the country after a comma where it helps.
            exactly_one: One location, or a list of them.
            limit: At most this many in a list.
            country_codes: Only places in these countries (ISO 3166 codes).
            timeout: Taken for geopy's sake; nothing is waited for.

        Raises:
            ServiceError: An online geocoder was wanted and did not answer, and the gazetteer has no such place.
        """
        name, *qualifiers = (part.strip() for part in query.split(","))
        codes = {country_codes} if isinstance(country_codes, str) else set(country_codes or ())
        wanted = {code.upper() for code in codes}
        found = [
            place
            for place in self._gazetteer.find_places(name)
            if place.at is not None
            and (not wanted or place.country in wanted)
            and all(self._lies_in(place, qualifier) for qualifier in qualifiers if qualifier)
        ]
        if not found and self._online is not None:
            found = self._ask(self._online, query, wanted)
        return _answer(found, exactly_one, limit)

    def _ask(self, service: PlaceService, query: str, countries: set[str]) -> list[Place]:
        country = next(iter(countries)) if len(countries) == 1 else None
        found = [p for p in service.find_places(query, country=country) if not countries or p.country in countries]
        problems = service.take_problems()
        if problems and not found:
            raise ServiceError("; ".join(problems))
        return found

    def reverse(
        self,
        query: Point | str | tuple[float, float],
        *,
        exactly_one: bool = True,
        limit: int = 10,
        timeout: Any = DEFAULT_SENTINEL,
    ) -> Location | list[Location] | None:
        """The populated places around a point, nearest first; None where none is within 1,000 km.

        Args:
            query: A point as geopy takes it: `Point`, (latitude, longitude), or "latitude, longitude".
            exactly_one: One location, or a list of them.
            limit: At most this many in a list.
            timeout: Taken for geopy's sake; nothing is waited for.
        """
        try:
            point = Point(query)
        except ValueError as error:
            raise UsageError(f"{query!r} is no point; write (latitude, longitude) in degrees") from error
        at = LatLon(point.latitude, point.longitude)
        for radius_km in _REVERSE_RADII_KM:
            if found := self._gazetteer.find_near(at, radius_km=radius_km, limit=1 if exactly_one else limit):
                return _answer([place for place, _ in found], exactly_one, limit)
        return None

    def _lies_in(self, place: Place, qualifier: str) -> bool:
        if qualifier.casefold() in (place.country or "").casefold().split() or qualifier == place.admin1_code:
            return True
        return any(lies_in(place, area) for area in self._gazetteer.find_places(qualifier))


def _answer(found: Sequence[Place], exactly_one: bool, limit: int) -> Location | list[Location] | None:
    locations = [_location(place) for place in found[: 1 if exactly_one else max(1, limit)]]
    if not locations:
        return None
    return locations[0] if exactly_one else locations


def _location(place: Place) -> Location:
    assert place.at is not None
    address = ", ".join(part for part in (place.name, place.admin1, place.country) if part)
    raw = {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "population": place.population,
        "radius_km": place.radius_km,
        "source": place.source.name,
    }
    return Location(address, (place.at.lat_deg, place.at.lon_deg), raw)
