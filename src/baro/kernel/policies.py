"""The one way in which an operation asks whether this person may act."""

from django.core.exceptions import PermissionDenied


def require(allowed: bool, message: str = "") -> None:  # noqa: FBT001 - reads as a sentence
    """Stop with 403 unless allowed; `message` tells, in Vietnamese, who may."""
    if not allowed:
        raise PermissionDenied(message)
