"""Asks an online geocoder for names that the gazetteer lacks: the one module of geomap that opens a socket."""

from __future__ import annotations

import inspect
import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from geomap.errors import ServiceError, UsageError
from geomap.places.names import normalise
from geomap.places.online_cache import AnswerCache
from geomap.places.online_rows import read_location, to_place
from geomap.records import Place, Source

LANGUAGE = "en"
MAX_ANSWERS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How often a service is asked, and when to leave it alone.

    One question a second is what Nominatim's usage policy allows at most, and it discourages work in bulk
    (operations.osmfoundation.org/policies/nominatim); the other numbers were chosen by us.
    """

    every_s: float = 1.0
    timeout_s: float = 10.0
    tries: int = 3
    wait_after_error_s: float = 5.0
    longest_pause_s: float = 60.0
    failures_in_a_row: int = 3
    most_questions: int = 200


class _Final(Exception):
    """A failure after which asking again is of no use; `stop` says that it holds for every name."""

    def __init__(self, message: str, *, stop: bool) -> None:
        super().__init__(message)
        self.stop = stop


class OnlinePlaces:
    """The places of names as a geopy geocoder knows them, kept in a cache; safe to use from threads and processes.

    An answer and "no such place" are kept; a failure is not, and never counts as "no such place". What went wrong
    is told once, by `take_problems`.
    """

    def __init__(
        self,
        client: Any,
        cache: AnswerCache,
        *,
        manners: Manners | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        from geopy.extra.rate_limiter import RateLimiter

        self._client = client
        self._cache = cache
        self._manners = manners = manners or Manners()
        self._sleep = sleep
        self._service = type(client).__name__
        self._endpoint = str(getattr(client, "api", "") or self._service)
        self._options = _accepted(client.geocode)
        self._limited = RateLimiter(
            self._ask,
            min_delay_seconds=manners.every_s,
            max_retries=manners.tries - 1,
            error_wait_seconds=manners.wait_after_error_s,
            swallow_exceptions=False,
        )
        self._limited._sleep = sleep
        # Its warnings are tracebacks on stderr; ours are sentences.
        logging.getLogger("geopy").addHandler(logging.NullHandler())
        self._lock = threading.Lock()
        self._asked = self._failures = 0
        self._stopped = False
        self._problems: list[str] = []

    def find_places(self, name: str, *, country: str | None = None) -> Sequence[Place]:
        """The places of a name, as the service orders them; empty where it knows none or cannot be asked.

        Args:
            name: The name as a text has it, with its region or country after a comma where that is known.
            country: Only places in this country (ISO 3166 code).
        """
        if not any(char.isalpha() for char in name) or len(name) > 100:
            return []
        code = country.upper() if country else ""
        key = "\x1f".join((self._service, self._endpoint, normalise(name), LANGUAGE, code))
        kept = self._cache.find(key)
        if kept is not None and kept.fresh:
            return self._places(kept.rows, kept.answered_at)
        with self._lock:
            again = self._cache.find(key)  # another thread may have asked meanwhile
            if again is not None and again.fresh:
                return self._places(again.rows, again.answered_at)
            rows = self._answer(name, code)
            if rows is None:
                return self._places(again.rows, again.answered_at) if again is not None else []
            return self._places(rows, self._cache.store(key, rows))

    def take_problems(self) -> list[str]:
        """What went wrong since this was last asked, a sentence each."""
        with self._lock:
            found, self._problems = [*self._problems, *self._cache.problems], []
            self._cache.problems.clear()
        return list(dict.fromkeys(found))

    def _answer(self, name: str, country: str) -> list[dict[str, Any]] | None:
        """The rows of an answer; None where there is none, with the reason among the problems."""
        if self._stopped:
            return None
        if self._asked >= self._manners.most_questions:
            self._stop(f"{self._asked} names were asked for, which is enough for one run; import GeoNames for more")
            return None
        self._asked += 1
        try:
            locations = self._limited(name, country)
            asked = name.partition(",")[0]
            rows = [row for location in locations if (row := read_location(location, asked)) is not None]
        except _Final as error:
            self._fail(name, error, stop=error.stop)
        except ServiceError as error:
            self._fail(name, error)
        except Exception as error:  # whatever geopy makes of an answer that is not of its service's form
            self._fail(name, error)
        else:
            self._failures = 0
            return rows
        return None

    def _fail(self, name: str, error: Exception, *, stop: bool = False) -> None:
        self._failures += 1
        told = f"{self._service} did not answer for {name[:60]!r}: {type(error).__name__}: {str(error)[:200]}"
        if stop:
            self._stop(f"{told}; it is not asked again in this run")
        elif self._failures >= self._manners.failures_in_a_row:
            self._stop(f"{told}; it failed {self._failures} times in a row and is not asked again in this run")
        else:
            self._problems.append(told)

    def _stop(self, problem: str) -> None:
        self._stopped = True
        self._problems.append(problem)

    def _ask(self, name: str, country: str) -> list[Any]:
        """One request in a turn that all processes share; only what may pass by itself is left to be tried again."""
        from geopy import exc

        self._sleep(self._cache.take_turn(self._endpoint, self._manners.every_s))
        options = {**self._options, "timeout": self._manners.timeout_s}
        if country:
            options |= _country_option(self._client.geocode, country)
        try:
            return list(self._client.geocode(name, exactly_one=False, **options) or ())
        except exc.GeocoderRateLimited as error:
            pause_s = float(error.retry_after or 0)
            if pause_s > self._manners.longest_pause_s:
                raise _Final(f"{error}; it wants to be left alone for {pause_s:.0f} s", stop=True) from error
            if not self._cache.put_off(self._endpoint, pause_s):
                self._sleep(pause_s)
            raise
        except (
            exc.GeocoderInsufficientPrivileges, exc.GeocoderAuthenticationFailure, exc.GeocoderQuotaExceeded,
            exc.ConfigurationError,
        ) as error:  # fmt: skip
            raise _Final(str(error), stop=True) from error
        except exc.GeocoderQueryError as error:
            raise _Final(str(error), stop=False) from error

    def _places(self, rows: Sequence[Mapping[str, Any]], answered_at: float) -> list[Place]:
        day = datetime.fromtimestamp(answered_at, UTC).date().isoformat()
        found = [to_place(row, self._source(str(row["attribution"]), day)) for row in rows]
        return list({place.id: place for place in found}.values())

    def _source(self, attribution: str, day: str) -> Source:
        is_osm = "openstreetmap" in attribution.casefold() or self._service == "Nominatim"
        return Source(
            name=f"{self._service} (online)",
            version=f"asked {day}",
            licence="ODbL-1.0" if is_osm else "",
            attribution=attribution or ("© OpenStreetMap contributors" if is_osm else self._service),
            url="https://www.openstreetmap.org/copyright" if is_osm else "",
        )


def open_client(spec: str, *, user_agent: str) -> Any:
    """A geopy geocoder from "NAME" or "NAME:OPTION=VALUE,…", such as "photon" or "nominatim:domain=localhost:8080".

    Raises:
        UsageError: geopy has no such geocoder, or it does not take these options.
    """
    from geopy.adapters import URLLibAdapter
    from geopy.exc import GeopyError
    from geopy.geocoders import get_geocoder_for_service

    name, _, rest = spec.partition(":")
    pairs = [part.partition("=") for part in rest.split(",") if part]
    try:
        service = get_geocoder_for_service(name.strip().lower())
        # The adapter over requests tries again by itself, which would break the limit of rate.
        options: dict[str, Any] = {"user_agent": user_agent, "adapter_factory": URLLibAdapter}
        return service(**options, **{key.strip(): value.strip() for key, _, value in pairs})
    except GeopyError as error:
        raise UsageError(f"no online geocoder {spec!r}: {error}") from error
    except TypeError as error:
        raise UsageError(
            f"{name} needs other options ({error}); write them as NAME:OPTION=VALUE,OPTION=VALUE"
        ) from error


def _accepted(geocode: Callable[..., Any]) -> dict[str, Any]:
    """What tells more of a place, of those options that this geocoder has."""
    wanted = {
        "limit": MAX_ANSWERS, "language": LANGUAGE, "addressdetails": True, "namedetails": True, "extratags": True
    }  # fmt: skip
    known = inspect.signature(geocode).parameters
    return {key: value for key, value in wanted.items() if key in known}


def _country_option(geocode: Callable[..., Any], country: str) -> dict[str, Any]:
    known = inspect.signature(geocode).parameters
    for key in ("country_codes", "country", "countries"):
        if key in known:
            return {key: country.lower()}
    return {}
