"""The one module that says which class stands behind each interface; everything is imported and built on first use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from geomap.interfaces import Account, Checker, Gazetteer, JourneyTeller, Network, Recognizer, Resolver, Writer
from geomap.pipeline import Pipeline


@cache
def gazetteer() -> Gazetteer:
    """The built-in gazetteer with the user's own places before it."""
    raise NotImplementedError


@cache
def recognizer() -> Recognizer:
    """The tagger beside the look-up."""
    raise NotImplementedError


@cache
def resolver() -> Resolver:
    """The resolver over the default gazetteer."""
    raise NotImplementedError


@cache
def network() -> Network:
    """The railway atlas with the user's own networks before it."""
    raise NotImplementedError


@cache
def checkers() -> Sequence[Checker]:
    """A checker for each kind of claim."""
    return ()


@cache
def accounts() -> Sequence[Account]:
    """What compares claims with each other."""
    return ()


@cache
def journeys() -> JourneyTeller:
    """What puts stops in order."""
    raise NotImplementedError


def _writers() -> Mapping[str, Callable[[], Writer]]:
    """Each format's name with what builds its writer."""
    return {}


WRITERS = _writers()


@cache
def pipeline() -> Pipeline:
    """The pipeline that the command line and `geomap.check` use."""
    from geomap import __version__

    places = gazetteer()
    return Pipeline(
        recognizer=recognizer(),
        resolver=resolver(),
        checkers=checkers(),
        accounts=accounts(),
        journeys=journeys(),
        sources=tuple(places.sources),
        version=__version__,
    )
