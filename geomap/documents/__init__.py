"""Bytes in, documents out: decoding, HTML, headers, folders, JSON lines."""
