"""Names of places inside names of bodies: which stand for the place after all."""

from __future__ import annotations

import re

# Bodies of a place's own government: "Mansfield Police Department" is Mansfield's, "Boston Globe" is not Boston's.
_CIVIC = re.compile(
    r"(?:City |Town |County |Village |Municipal |State |Township )?"
    r"(?:Police|Fire|Sheriff|Council|Department|Mayor|Board of|Public Works|Public Schools|School District|Commission|"
    r"Parks|Court|Circuit|Superior|District|Jail|Detention|Coroner|Attorney|Legislature|Assembly|Senate|House|Governor|"
    r"Gov\b|Ministry|Government|Parliament|Embassy|Army|Navy|Air Force|Highway Patrol|Supreme|Emergency|Health|"
    r"Transportation|Water|Chamber of Commerce|Planning|Zoning|Fire|Fish|Game|Volunteer|Rescue|Area|Public|Community|"
    r"City|Town|Clerk|Superintendent|Bureau|Division|Office|National Guard|Correctional|Medical Examiner)"
)


def is_civic(rest: str) -> bool:
    """Whether the rest of a body's name, behind the place's, is that of the place's own service or authority."""
    return _CIVIC.match(rest.lstrip(" '’s")) is not None
