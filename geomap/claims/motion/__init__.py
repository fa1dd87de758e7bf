"""What moves, meets or is seen where and when: the events that claims about routes and schedules are made of."""

from geomap.claims.motion.events import Event, find_events

__all__ = ["Event", "find_events"]
