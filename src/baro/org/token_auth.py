"""Who calls the API: the account behind a live token with the right scope."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from baro.org.models import ApiToken
from baro.org.operations import token_hash

TokenScope = ApiToken.Scope


class TokenAuth(HttpBearer):
    """`Authorization: Bearer baro_…`; the request then acts as the token's account."""

    def __init__(self, scope: TokenScope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        """The account, or nothing for a key that is unknown, expired or revoked (401).

        Raises PermissionDenied when the key is good but not for this scope.
        """
        found = _live_token(token)
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise PermissionDenied(f"Mã truy cập này không có phạm vi “{self.scope.label}”.")
        request.user = found.user
        return found.user


def token_caller(request: HttpRequest) -> str | None:
    """Whose kept answers may be given again: the live token's, and nobody's once it is revoked."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    found = _live_token(secret) if scheme.lower() == TokenAuth.openapi_scheme else None
    return f"token {found.pk}" if found else None


def _live_token(secret: str) -> ApiToken | None:
    live = ApiToken.objects.live(at=timezone.now()).select_related("user__person")
    return live.filter(sha256=token_hash(secret), user__is_active=True).first()
