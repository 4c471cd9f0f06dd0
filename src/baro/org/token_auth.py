"""Who calls the API: the account behind a live token with the right scope."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Func, QuerySet, TextField
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from baro.kernel.editions import TOKENS, note
from baro.kernel.prepared import prepared
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
        found = _live_token(request, token)
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise PermissionDenied(f"Mã truy cập này không có phạm vi “{self.scope.label}”.")
        request.user = found.user
        return found.user


def token_caller(request: HttpRequest) -> str | None:
    """Whose kept answers may be given again: the live token's, and nobody's once it is revoked."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    found = _live_token(request, secret) if scheme.lower() == TokenAuth.openapi_scheme else None
    return f"token {found.pk}" if found else None


def _live_token(request: HttpRequest, secret: str) -> ApiToken | None:
    """Asked once for each request, however many doors it passes."""
    known: tuple[str, ApiToken | None] = getattr(request, "_live_token", ("", None))
    if known[0] != secret:
        found = _live_tokens(sha256=token_hash(secret), at=timezone.now())
        if found:
            note(found[0].editions)  # type: ignore[attr-defined]
        known = (secret, found[0] if found else None)
        request._live_token = known  # type: ignore[attr-defined]
    return known[1]


@prepared(sha256=str, at=datetime)
def _live_tokens(*, sha256: str, at: datetime) -> QuerySet[ApiToken]:
    told = Func(template=TOKENS, output_field=TextField())
    live = ApiToken.objects.live(at=at).select_related("user__person").annotate(editions=told)
    return live.filter(sha256=sha256, user__is_active=True)
