"""Accounts: how a person enters. What they may do follows from posts and grants, not from here."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Upper

from baro.kernel.editions import Edition, renewing
from baro.org.models.posts import Person


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """An account bound to one person; `is_staff` only opens the read-only support screens."""

    username = models.CharField(max_length=60, unique=True)
    email = models.EmailField(blank=True)
    person = models.OneToOneField(Person, models.PROTECT, related_name="user")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["person"]

    class Meta:
        # Not of `last_login`, which every sign-in writes.
        triggers = renewing(
            Edition.Group.ORG,
            only=(
                "username",
                "password",
                "email",
                "person_id",
                "is_active",
                "is_staff",
                "is_superuser",
            ),
        )
        constraints = [
            models.UniqueConstraint(Upper("username"), name="org_user_username_any_case")
        ]

    objects = UserManager()

    remembered_powers: Any = None  # filled and read by `powers` alone
    remembered_units: Any = None  # by who asks which units the user oversees

    def __str__(self) -> str:
        return self.person.full_name

    def get_full_name(self) -> str:
        return self.person.full_name

    def get_short_name(self) -> str:
        return self.person.full_name.split()[-1]
