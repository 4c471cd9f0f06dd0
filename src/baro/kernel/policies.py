"""The one way in which an operation asks whether this person may act."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.utils.module_loading import import_string


def require(allowed: bool, message: str = "") -> None:
    """Stop with 403 unless allowed; `message` tells, in Vietnamese, who may."""
    if not allowed:
        raise PermissionDenied(message)


def can_manage_system(user: object) -> bool:
    """Ask the policy that the settings name: the kernel knows no roles."""
    return bool(import_string(settings.MAY_MANAGE_SYSTEM)(user))
