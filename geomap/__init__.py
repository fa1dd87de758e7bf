"""Check what a text says about places."""

__version__ = "0.1.0"
