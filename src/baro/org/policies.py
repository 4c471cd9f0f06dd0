"""Who may change units, posts, people and accounts. The system itself, without a user, may."""

from datetime import date

from django.utils import timezone

from baro.org.models import Appointment, ListImport, Person, Post, Unit, User
from baro.org.powers import powers_of
from baro.org.roles import Permission, Role


def can_manage_org(user: User | None, unit: Unit, *, on: date) -> bool:
    """Organisation staff, over the subtree that they answer for."""
    return user is None or powers_of(user, on=on).may(Permission.MANAGE_ORG, unit)


def can_manage_org_somewhere(user: User, *, on: date) -> bool:
    return powers_of(user, on=on).may_somewhere(Permission.MANAGE_ORG)


def can_give_role(user: User | None, role: Role, scope: Unit, *, on: date) -> bool:
    """Nobody hands out more than they answer for; the system's keys only by who holds them."""
    if user is None:
        return True
    powers = powers_of(user, on=on)
    if role == Role.SYSTEM_ADMIN:
        return powers.may(Permission.MANAGE_SYSTEM, scope)
    return powers.may(Permission.MANAGE_ORG, scope)


def can_give_post(user: User | None, post: Post, *, on: date) -> bool:
    """Appointing gives the role of the post over its scope, and a look at what it oversees."""
    looks = post.oversees is None or can_manage_org(user, post.oversees, on=on)
    return looks and can_give_role(user, Role(post.role), post.scope, on=on)


def can_apply_import(user: User, brought: ListImport, *, on: date) -> bool:
    """Who brought the list and looked at it applies it; each row is asked about again."""
    return brought.uploaded_by_id == user.pk and can_manage_org_somewhere(user, on=on)


def can_give_substitution(user: User | None, giver: Person, *, on: date) -> bool:
    """Who is away, for themselves; and the staff of any unit where they hold a post."""
    if user is None or user.person_id == giver.pk:
        return True
    held = Appointment.objects.live(on=on).filter(person=giver).select_related("post__unit")
    return any(can_manage_org(user, each.post.unit, on=on) for each in held)


def can_create_account(user: User | None, person: Person, *, on: date) -> bool:
    """Staff of any unit where the person holds a post; system administrators for everybody."""
    if user is None or powers_of(user, on=on).may_somewhere(Permission.MANAGE_SYSTEM):
        return True
    held = Appointment.objects.live(on=on).filter(person=person).select_related("post__unit")
    return any(can_manage_org(user, each.post.unit, on=on) for each in held)


def can_manage_system(user: object) -> bool:
    """What the kernel asks through the settings; nobody signed in manages nothing."""
    on = timezone.localdate()
    return isinstance(user, User) and powers_of(user, on=on).may_somewhere(Permission.MANAGE_SYSTEM)
