"""Wording of this module's events."""

WORDING: dict[str, str] = {}
