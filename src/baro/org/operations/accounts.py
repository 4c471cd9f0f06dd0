"""Accounts, and powers beyond those that posts bring."""

import re
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.filters import day
from baro.org import policies
from baro.org.models import Person, RoleGrant, Unit, User
from baro.org.operations.appointments import refuse_bad_window
from baro.org.roles import Role

_GIVERS = "Ông/bà không được giao quyền cấp vai trò này trên phạm vi này."
_NOT_ONESELF = "Không ai tự bổ nhiệm hoặc tự giao quyền cho chính mình."
_USERNAME = re.compile(r"[a-zA-Z0-9]+(?:[._-][a-zA-Z0-9]+)*")


class GrantAlreadyGiven(DomainError):
    pass


class GrantOver(DomainError):
    pass


class AccountExists(DomainError):
    pass


class UsernameInvalid(DomainError):
    pass


class PasswordTooWeak(DomainError):
    pass


@transaction.atomic
def grant_role(
    *,
    person: Person,
    role: Role,
    unit: Unit,
    valid_from: date,
    valid_to: date | None = None,
    order_number: str,
    by: User | None,
    at: datetime,
) -> RoleGrant:
    """Give the person a role over the unit and everything below it, beside their posts."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    require(policies.can_give_role(by, role, unit, on=timezone.localdate(at)), _GIVERS)
    require(by is None or by.person_id != person.pk, _NOT_ONESELF)
    refuse_bad_window(valid_from, valid_to, order_number)
    same = RoleGrant.objects.crossing(valid_from, valid_to).filter(
        person=person, role=role, unit=unit
    )
    if known := same.first():
        raise GrantAlreadyGiven(f"{person} đã được giao vai trò này từ {day(known.valid_from)}.")

    grant = RoleGrant.objects.create(
        person=person,
        role=role,
        unit=unit,
        valid_from=valid_from,
        valid_to=valid_to,
        order_number=order_number.strip(),
    )
    facts = {"role": Role(role).label, "unit": str(unit), "on": valid_from.isoformat()}
    audit.record("org.role_granted", grant, by=by, at=at, facts={**facts, "person": str(person)})
    return grant


@transaction.atomic
def revoke_grant(
    *, grant: RoleGrant, on: date, order_number: str, by: User | None, at: datetime
) -> RoleGrant:
    """Take a granted role back from a day on."""
    locked = RoleGrant.objects.select_for_update(of=["self"])
    grant = locked.select_related("person", "unit").get(pk=grant.pk)
    role = Role(grant.role)
    require(policies.can_give_role(by, role, grant.unit, on=timezone.localdate(at)), _GIVERS)
    if grant.valid_to and grant.valid_to <= on:
        raise GrantOver(f"Vai trò này đã hết hiệu lực từ ngày {day(grant.valid_to)}.")
    refuse_bad_window(grant.valid_from, on, order_number)

    grant.valid_to = on
    grant.save(update_fields=["valid_to"])
    facts = {"role": role.label, "unit": str(grant.unit), "on": on.isoformat()}
    audit.record(
        "org.grant_revoked", grant, by=by, at=at, facts={**facts, "person": str(grant.person)}
    )
    return grant


@transaction.atomic
def create_account(
    *,
    person: Person,
    username: str,
    email: str = "",
    password: str | None = None,
    by: User | None,
    at: datetime,
) -> User:
    """Let the person sign in; what they may do then follows from their posts and grants."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    allowed = policies.can_create_account(by, person, on=timezone.localdate(at))
    require(allowed, "Chỉ người làm công tác tổ chức phụ trách người này mới lập được tài khoản.")
    if User.objects.filter(person=person).exists():
        raise AccountExists(f"{person} đã có tài khoản.")
    if not _USERNAME.fullmatch(username):
        raise UsernameInvalid(
            "Tên đăng nhập chỉ gồm chữ không dấu, chữ số, dấu chấm, gạch nối.", field="username"
        )
    if User.objects.filter(username__iexact=username).exists():
        raise AccountExists(f"Tên đăng nhập {username} đã có người dùng.", field="username")

    user = User(person=person, username=username, email=email)
    _set_password(user, password)
    user.save()
    audit.record("org.account_created", user, by=by, at=at, facts={"username": username})
    return user


def _set_password(user: User, password: str | None) -> None:
    """Without a password the account waits until one is set by the way of a lost password."""
    if password is None:
        user.set_unusable_password()
        return
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise PasswordTooWeak(" ".join(error.messages), field="password") from error
    user.set_password(password)
