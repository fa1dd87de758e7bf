"""What a text's statements leave open of where an unknown place lies, and what later ones then amount to."""

from geomap.claims.confines.reviser import ConfinesReviser

__all__ = ["ConfinesReviser"]
