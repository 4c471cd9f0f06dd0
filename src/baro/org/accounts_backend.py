"""How an account is found: by allauth when it signs in, then again with every request."""

from copy import copy

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from baro.kernel.editions import Edition, held
from baro.kernel.prepared import prepared
from baro.org.models import User


class AccountsBackend(AuthenticationBackend):  # type: ignore[misc]
    def get_user(self, user_id: int) -> User | None:
        """The account with its person; none where it has been locked since it signed in."""
        user = _held_account(int(user_id))
        # Its own copy for each request: what is remembered on a user belongs to that one alone.
        return copy(user) if user and self.user_can_authenticate(user) else None


@held(Edition.Group.ORG)
def _held_account(pk: int) -> User | None:
    return next(iter(_account(pk=pk)), None)


@prepared(pk=int)
def _account(*, pk: int) -> QuerySet[User]:
    return User.objects.filter(pk=pk).select_related("person")
