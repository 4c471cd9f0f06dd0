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
        live = ApiToken.objects.live(at=timezone.now()).select_related("user__person")
        found = live.filter(sha256=token_hash(token), user__is_active=True).first()
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise PermissionDenied(f"Mã truy cập này không có phạm vi “{self.scope.label}”.")
        request.user = found.user
        return found.user
