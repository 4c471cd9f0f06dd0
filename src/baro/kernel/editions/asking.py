"""Which editions are present: asked once by a request that reads, each time by all else."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from baro.kernel.editions.models import Edition
from baro.kernel.prepared import run

# For those who ask the database something at the start of a request anyway.
TOKENS = """(SELECT jsonb_object_agg("group", token)::text FROM kernel_edition)"""
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def token_of(*groups: Edition.Group) -> str | None:
    """The token of the present editions; none where nothing was ever written."""
    known = _request.tokens
    if known is None:
        [(told,)] = run(f"SELECT {TOKENS}")
        known = _read(told)
        if _request.is_reading:
            _request.tokens = known
    tokens = [known.get(group.value, "") for group in groups]
    return " ".join(tokens) if all(tokens) else None


def goes_by_one_edition() -> bool:
    return _request.is_reading


def note(told: str | None) -> None:
    """What `TOKENS` gave at the start of this request: for all of it if it only reads."""
    if _request.is_reading:
        _request.tokens = _read(told)
    else:
        _request.at_start = _read(told)


def _read(told: str | None) -> Mapping[str, str]:
    tokens: Mapping[str, str] = json.loads(told) if told else {}
    return tokens


@contextmanager
def unmoved() -> Iterator[None]:
    """For an act that writes to no watched table: inside, it asks at most once, as who reads does.

    What its request learned at the start is good enough, as long as nothing was done since.
    """
    is_reading, tokens = _request.is_reading, _request.tokens
    _request.is_reading, _request.tokens = True, tokens or _request.at_start
    _request.at_start = None
    try:
        yield
    finally:
        _request.is_reading, _request.tokens = is_reading, tokens


def begin_request(environ: Mapping[str, Any] | None = None, **_: Any) -> None:
    _request.is_reading = (environ or {}).get("REQUEST_METHOD") in _READING
    _request.tokens = _request.at_start = None


def end_request(**_: Any) -> None:
    _request.is_reading, _request.tokens, _request.at_start = False, None, None


class _Request(threading.local):
    is_reading = False
    tokens: Mapping[str, str] | None = None
    at_start: Mapping[str, str] | None = None


_request = _Request()
