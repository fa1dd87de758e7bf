r"""Lines as encoded polylines: short printable text that a few lines of script decode.

The format is Google's "Encoded Polyline Algorithm Format": differences of rounded coordinates, zigzag, five bits a
character. The characters are "?" to "~", so "`", "{" and "\" occur: the text must never pass through a template that
is compiled from it.
"""

from __future__ import annotations

from collections.abc import Iterable


def encode(points: Iterable[tuple[float, float]], decimals: int) -> str:
    """The line of (lat, lon) points, rounded to so many decimals; points that round to the one before are dropped."""
    scale = 10**decimals
    out: list[str] = []
    last: tuple[int, int] | None = None
    for lat, lon in points:
        here = (round(lat * scale), round(lon * scale))
        if here == last:
            continue
        before = last or (0, 0)
        out.append(_packed(here[0] - before[0]))
        out.append(_packed(here[1] - before[1]))
        last = here
    return "".join(out)


def decode(text: str, decimals: int) -> list[tuple[float, float]]:
    """The (lat, lon) points of one encoded line."""
    scale = 10**decimals
    out: list[tuple[float, float]] = []
    lat = lon = value = shift = 0
    is_lat = True
    for char in text:
        bits = ord(char) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits >= 32:
            continue
        step = ~(value >> 1) if value & 1 else value >> 1
        if is_lat:
            lat += step
        else:
            lon += step
            out.append((lat / scale, lon / scale))
        is_lat, value, shift = not is_lat, 0, 0
    return out


def _packed(step: int) -> str:
    value = ~(step << 1) if step < 0 else step << 1
    out = []
    while value >= 32:
        out.append(chr((32 | (value & 31)) + 63))
        value >>= 5
    out.append(chr(value + 63))
    return "".join(out)
