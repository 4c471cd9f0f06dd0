"""What only the composition knows and the sign-in page shows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from baro.config import demo


def demo_accounts(request: HttpRequest) -> dict[str, Any]:
    return {"demo_accounts": demo.accounts() if settings.DEMO else []}
