"""Making and revoking keys for the API."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org.models import ApiToken, User


class TokenWithoutScope(DomainError):
    pass


class TokenNameTaken(DomainError):
    pass


class TokenAlreadyRevoked(DomainError):
    pass


@transaction.atomic
def create_token(
    *,
    user: User,
    name: str,
    scopes: Sequence[str],
    by: User,
    at: datetime,
    expires_at: datetime | None = None,
) -> tuple[ApiToken, str]:
    """Make a key for one's own account; the second value is the key itself, shown only now.

    No two live keys of an account bear one name: the same form sent twice makes one key.
    """
    user = User.objects.select_for_update(no_key=True).get(pk=user.pk)
    require(by == user, "Chỉ chính chủ tài khoản mới tạo được mã truy cập.")
    if not scopes:
        raise TokenWithoutScope("Hãy chọn ít nhất một phạm vi cho mã truy cập.", field="scopes")

    if ApiToken.objects.live(at=at).filter(user=user, name=name).exists():
        raise TokenNameTaken(
            f"Ông/bà đang có một mã tên “{name}”; hãy đặt tên khác hoặc thu hồi mã ấy trước.",
            field="name",
        )

    secret = f"baro_{secrets.token_urlsafe(32)}"
    token = ApiToken.objects.create(
        user=user,
        name=name,
        hint=secret[:10],
        sha256=token_hash(secret),
        scopes=[ApiToken.Scope(scope).value for scope in scopes],
        created_at=at,
        expires_at=expires_at,
    )
    audit.record(
        "org.token_created", token, by=by, at=at, facts={"scopes": token.scopes_in_words()}
    )
    return token, secret


@transaction.atomic
def revoke_token(*, token: ApiToken, by: User, at: datetime) -> ApiToken:
    """From this moment nobody acts with this key any more."""
    token = ApiToken.objects.select_for_update(no_key=True).get(pk=token.pk)
    require(by == token.user, "Chỉ chính chủ tài khoản mới thu hồi được mã truy cập.")
    if token.revoked_at:
        raise TokenAlreadyRevoked("Mã truy cập này đã được thu hồi trước đó.")

    token.revoked_at = at
    token.save(update_fields=["revoked_at"])
    audit.record("org.token_revoked", token, by=by, at=at)
    return token


def token_hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
