"""Which editions are present: asked once by a request that reads, each time by all else."""

import json
import threading
from collections.abc import Mapping
from typing import Any

from baro.kernel.editions.models import Edition
from baro.kernel.prepared import run

# For those who ask the database something at the start of a request anyway.
TOKENS = """(SELECT jsonb_object_agg("group", token)::text FROM kernel_edition)"""
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def token_of(group: Edition.Group) -> str | None:
    """The token of the present edition; none where nothing was ever written."""
    known = _request.tokens
    if known is None:
        [(told,)] = run(f"SELECT {TOKENS}")
        known = note(told)
    return known.get(group.value)


def note(told: str | None) -> Mapping[str, str]:
    """What `TOKENS` has just given, for the rest of this request if it only reads."""
    tokens: Mapping[str, str] = json.loads(told) if told else {}
    if _request.is_reading:
        _request.tokens = tokens
    return tokens


def begin_request(environ: Mapping[str, Any] | None = None, **_: Any) -> None:
    _request.is_reading = (environ or {}).get("REQUEST_METHOD") in _READING
    _request.tokens = None


def end_request(**_: Any) -> None:
    _request.is_reading, _request.tokens = False, None


class _Request(threading.local):
    is_reading = False
    tokens: Mapping[str, str] | None = None


_request = _Request()
