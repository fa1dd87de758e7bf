"""How fast each way of travelling is: where a mean speed is odd, and where it is impossible."""

from __future__ import annotations

from geomap.records import Tolerance
from geomap.tolerances.made import OWN
from geomap.tolerances.made import fixed as _fixed

# Mean speed along the straight line, by way of travelling: where to warn and from where to reject.
_TIMES = "49 annotated travel times of news and encyclopedia texts, and common knowledge"


def _ceiling(mode: str, warn: float, reject: float, source: str = _TIMES) -> tuple[Tolerance, Tolerance]:
    reason = "mean speed from end to end, along the straight line"
    return (
        _fixed(f"fast {mode}", warn, "km/h", reason, source),
        _fixed(f"fastest {mode}", reject, "km/h", reason, source),
    )


CEILINGS = {
    "foot": _ceiling("on foot", 6, 8),
    "bicycle": _ceiling("by bicycle", 30, 45),
    "horse": _ceiling("with animals", 8, 15),
    "road": _ceiling("by road", 92, 130, _TIMES + "; real drives make 16 to 94, claims of 100 to 111 are doubted"),
    "rail": _ceiling("by rail", 200, 300),
    "high-speed rail": _ceiling("by high-speed rail", 300, 350),
    "sea": _ceiling("by ship", 65, 90),
    "wing": _ceiling("on wings or by balloon", 110, 200, OWN + ", after tracked flights of geese, 50 to 100 km/h"),
    "air": _ceiling("by air", 930, 1100),
    "helicopter": _ceiling("by helicopter", 280, 400, OWN + ", after cruise speeds of 220 to 300 km/h and the record"),
    "missile": _ceiling("by missile or spacecraft", 29_000, 40_000, OWN + ", after the speed of an orbit, 28,000"),
    "supersonic aircraft": _ceiling("by supersonic aircraft", 2200, 3500, OWN + ", after Concorde's mean of 1,900"),
    "fast ferry": _ceiling("by hydrofoil or catamaran", 85, 110, OWN + ", after ferries of 35 to 58 knots"),
    "sea animal": _ceiling(
        "by animals of the sea", 15, 40, OWN + ", after whales' 5 to 12 km/h on the way and orcas' 45"
    ),
    "swimmer": _ceiling("swimming", 4.5, 7, OWN + ", after the Channel record of 5 km/h"),
    "bus or lorry": _ceiling("by bus or lorry", 85, 110, _TIMES),
    "cargo ship": _ceiling("by cargo ship", 42, 55, OWN + ", after container ships' 16 to 25 knots"),
    "rowing boat": _ceiling(
        "in a rowing boat", 10, 20, OWN + ", after ocean rowers' 4 to 6 km/h and racing eights' 20"
    ),
    "sailing boat": _ceiling(
        "in a sailing boat", 25, 50, OWN + ", after yachts' 10 to 15 km/h and ocean records of 45"
    ),
}
AWAKE_H = _fixed(
    "hours of a day on the way",
    17.0,
    "hours",
    "who walks, rides or cycles for days sleeps; one who races across a continent does with this many hours awake",
    OWN,
)
FLOORS = {
    mode: _fixed(f"slowest {mode}", value, "km/h", "mean speed with long stops, below which a journey is odd", OWN)
    for mode, value in {
        "foot": 0.3,
        "bicycle": 3,
        "horse": 0.3,
        "road": 5,
        "rail": 6,
        "sea": 2,
        "air": 60,
        "wing": 0.5,
        "river": 0.5,
        "straight": 0.5,
    }.items()
}
SPEEDS = (*(t for pair in CEILINGS.values() for t in pair), *FLOORS.values(), AWAKE_H)


def _top(kind: str, warn: float, reject: float) -> tuple[Tolerance, Tolerance]:
    source = OWN + ", from common knowledge of vehicles in service"
    return (
        _fixed(f"usual top speed of {kind}", warn, "km/h", "above it a figure is odd", source),
        _fixed(f"highest speed of {kind}", reject, "km/h", "above it no vehicle of this kind in service goes", source),
    )


_STORMS = OWN + ", from memory: hurricanes make 15 to 35 km/h, few in high latitudes and few tornadoes above 100"
_WAVES = "the root of gravity times depth: 6.4 km of water for 900 km/h, 10.9 km, the deepest sea, for 1,180"
TOP_SPEEDS = {
    "rail": _top("trains", 350, 460),
    "road": _top("road vehicles", 220, 400),
    "sea": _top("ships", 80, 120),
    "air": _top("aircraft", 1000, 2500),
    "bicycle": _top("cyclists", 60, 120),
    "foot": _top("people on foot", 20, 40),
    "missile": _top("missiles and rockets", 30_000, 45_000),
    "storm": (
        _fixed("usual forward speed of storms", 80, "km/h", "above it a figure is odd", _STORMS),
        _fixed("highest forward speed of storms", 130, "km/h", "above it no storm has moved", _STORMS),
    ),
    "tsunami": (
        _fixed("usual speed of tsunamis", 900, "km/h", "above it a figure is odd", _WAVES),
        _fixed("highest speed of tsunamis", 1_180, "km/h", "above it no sea is deep enough", _WAVES),
    ),
}
TOP_SPEEDS_ALL = tuple(t for pair in TOP_SPEEDS.values() for t in pair)
