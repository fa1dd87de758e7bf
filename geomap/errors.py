"""Every error that geomap raises on purpose.

GeomapError
 ├── DataError (ValueError)           a gazetteer, network or table is missing, damaged or of another layout
 │    └── MissingDataError            … is not there at all; the message names the command that makes it
 ├── TextError (ValueError)           an input is not a text that can be read
 ├── UsageError (ValueError)          an option or argument makes no sense
 ├── ServiceError (OSError)           an online geocoder failed
 └── MissingExtraError (ImportError)  an optional package is not installed

A messy text is never an error: it yields fewer claims, or claims that cannot be verified.
"""


class GeomapError(Exception):
    """Base of all errors that geomap raises on purpose."""


class DataError(GeomapError, ValueError):
    """A gazetteer, network or table is damaged or of another layout."""


class MissingDataError(DataError):
    """A gazetteer, network or table is not there; the message names the command that makes it."""


class TextError(GeomapError, ValueError):
    """An input is not a text that can be read."""


class UsageError(GeomapError, ValueError):
    """An option or argument makes no sense."""


class ServiceError(GeomapError, OSError):
    """An online geocoder failed."""


class MissingExtraError(GeomapError, ImportError):
    """An optional package is not installed; the message names the extra that brings it."""
