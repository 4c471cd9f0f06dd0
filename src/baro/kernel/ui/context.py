"""What every page's frame needs."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    return {"is_demo": settings.DEMO, "user": request.user, "htmx": getattr(request, "htmx", False)}
