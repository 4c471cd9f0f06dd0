"""The one way in which an operation asks whether this person may act."""

from django.core.exceptions import PermissionDenied


def require(allowed: bool, message: str = "") -> None:
    """Stop with 403 unless allowed; `message` tells, in Vietnamese, who may."""
    if not allowed:
        raise PermissionDenied(message)


def can_manage_system(user: object) -> bool:
    """Whoever the accounts' module calls `may_manage_system`; the kernel knows no roles."""
    return bool(getattr(user, "may_manage_system", False))
