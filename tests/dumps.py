"""Lines in the format of a GeoNames dump."""


def line(number="7", name="Nowhere", lat="10.5", lon="20.25", feature="P", code="PPL", country="NA", population="12"):
    cells = [number, name, name, "Nirgendwo,Нигде", lat, lon, feature, code, country, "", "05", "", "", "", population]
    return "\t".join([*cells, "", "", "Africa/Windhoek", "2024-01-01"])


def write_dump(path, count, *, word="Place"):
    """A dump of so many places called Place1, Place2, …"""
    path.write_text("".join(f"{line(str(n), name=f'{word}{n}')}\n" for n in range(1, count + 1)))
    return path
