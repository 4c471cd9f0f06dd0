"""A standby that failed is left alone for a while: pages must not wait for it one after another."""

import time

_SECONDS = 5.0
_until = [0.0]


def rest() -> None:
    _until[0] = time.monotonic() + _SECONDS


def is_resting() -> bool:
    """Each process finds out for itself; nothing depends on what the others know."""
    return time.monotonic() < _until[0]
