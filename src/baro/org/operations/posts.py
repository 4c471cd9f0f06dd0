"""Posts are set up, people are registered, and the two come together by an order."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.text import nfc
from baro.kernel.ui.filters import day
from baro.org import policies
from baro.org.models import Appointment, Person, Post, Unit, User
from baro.org.models.posts import name_key
from baro.org.roles import Role

_MANAGERS = "Chỉ người làm công tác tổ chức phụ trách đơn vị này mới làm được việc này."
_GIVERS = "Chức danh này có quyền trên phạm vi rộng hơn phạm vi ông/bà phụ trách."
_NOT_ONESELF = "Không ai tự bổ nhiệm hoặc tự giao quyền cho chính mình."


class PostInvalid(DomainError):
    pass


class PostTaken(DomainError):
    pass


class PersonInvalid(DomainError):
    pass


class MainPostHeld(DomainError):
    pass


class WindowInvalid(DomainError):
    pass


class OrderMissing(DomainError):
    pass


class AppointmentOver(DomainError):
    pass


@transaction.atomic
def create_post(
    *,
    unit: Unit,
    code: str,
    title: str,
    role: Role,
    scope: Unit | None = None,
    oversees: Unit | None = None,
    rank: int = 100,
    is_head: bool = False,
    by: User | None,
    at: datetime,
) -> Post:
    """Set up a place in the unit that somebody may be appointed to."""
    unit = Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
    scope = scope or unit
    today = timezone.localdate(at)
    require(policies.can_manage_org(by, unit, on=today), _MANAGERS)
    require(policies.can_give_role(by, role, scope, on=today), _GIVERS)
    require(oversees is None or policies.can_manage_org(by, oversees, on=today), _GIVERS)
    title = " ".join(nfc(title).split())
    if unit.is_closed:
        raise PostInvalid(f"{unit} đã kết thúc hoạt động, không lập thêm chức danh.", field="unit")
    if not title or not code.strip():
        raise PostInvalid("Cần ghi mã và tên chức danh.", field="title")
    if Post.objects.filter(unit=unit, code=code.strip()).exists():
        raise PostInvalid(f"{unit} đã có chức danh mang mã {code}.", field="code")
    if is_head and (head := Post.objects.filter(unit=unit, is_head=True).first()):
        raise PostInvalid(f"{unit} đã có người đứng đầu là {head.title}.", field="is_head")

    post = Post.objects.create(
        unit=unit,
        code=code.strip(),
        title=title,
        role=role,
        scope=scope,
        oversees=oversees,
        rank=rank,
        is_head=is_head,
    )
    audit.record("org.post_created", post, by=by, at=at)
    return post


@transaction.atomic
def register_person(
    *, code: str, full_name: str, is_invented: bool = False, by: User | None, at: datetime
) -> Person:
    """Enter a person into the list, before any post."""
    allowed = by is None or policies.can_manage_org_somewhere(by, on=timezone.localdate(at))
    require(allowed, "Chỉ người làm công tác tổ chức mới ghi thêm được người.")
    code, full_name = code.strip(), " ".join(nfc(full_name).split())
    if not code or not full_name:
        raise PersonInvalid("Cần ghi mã và họ tên.", field="full_name")
    if Person.objects.filter(code=code).exists():
        raise PersonInvalid(f"Mã {code} đã thuộc về một người khác.", field="code")

    person = Person.objects.create(
        code=code, full_name=full_name, sort_key=name_key(full_name), is_invented=is_invented
    )
    audit.record("org.person_registered", person, by=by, at=at)
    return person


@transaction.atomic
def appoint(
    *,
    person: Person,
    post: Post,
    nature: Appointment.Nature = Appointment.Nature.MAIN,
    valid_from: date,
    valid_to: date | None = None,
    order_number: str,
    by: User | None,
    at: datetime,
) -> Appointment:
    """Put the person into the post from a day on, by an order."""
    post = (
        Post.objects.select_for_update(of=["self"]).select_related("unit", "scope").get(pk=post.pk)
    )
    person = Person.objects.select_for_update().get(pk=person.pk)
    today = timezone.localdate(at)
    require(policies.can_manage_org(by, post.unit, on=today), _MANAGERS)
    require(policies.can_give_post(by, post, on=today), _GIVERS)
    require(by is None or by.person_id != person.pk, _NOT_ONESELF)
    refuse_bad_window(valid_from, valid_to, order_number)
    if post.unit.closed_on and post.unit.closed_on < (valid_to or date.max):
        raise PostTaken(f"{post.unit} kết thúc hoạt động từ ngày {day(post.unit.closed_on)}.")
    _refuse_double(person, post, nature, valid_from, valid_to)

    appointment = Appointment.objects.create(
        person=person,
        post=post,
        nature=nature,
        valid_from=valid_from,
        valid_to=valid_to,
        order_number=order_number.strip(),
    )
    facts = {"person": str(person), "post": str(post), "on": valid_from.isoformat()}
    audit.record(
        "org.person_appointed", appointment, by=by, at=at, facts={**facts, "order": order_number}
    )
    return appointment


@transaction.atomic
def end_appointment(
    *, appointment: Appointment, on: date, order_number: str, by: User | None, at: datetime
) -> Appointment:
    """Let the person leave the post: from that day on they no longer hold it."""
    appointment = (
        Appointment.objects.select_for_update(of=["self"])
        .select_related("person", "post__unit")
        .get(pk=appointment.pk)
    )
    today = timezone.localdate(at)
    require(policies.can_manage_org(by, appointment.post.unit, on=today), _MANAGERS)
    if appointment.valid_to and appointment.valid_to <= on:
        raise AppointmentOver(
            f"{appointment.person} đã thôi giữ chức danh này từ {day(appointment.valid_to)}."
        )
    refuse_bad_window(appointment.valid_from, on, order_number)

    appointment.valid_to = on
    appointment.save(update_fields=["valid_to"])
    facts = {"on": on.isoformat(), "order": order_number, "post": str(appointment.post)}
    audit.record("org.appointment_ended", appointment, by=by, at=at, facts=facts)
    return appointment


def refuse_bad_window(valid_from: date, valid_to: date | None, order_number: str) -> None:
    if valid_to and valid_to < valid_from:
        raise WindowInvalid(
            f"Ngày kết thúc ({day(valid_to)}) không thể trước ngày bắt đầu ({day(valid_from)}).",
            field="valid_to",
        )
    if not order_number.strip():
        raise OrderMissing("Cần ghi số quyết định.", field="order_number")


def _refuse_double(
    person: Person,
    post: Post,
    nature: Appointment.Nature,
    valid_from: date,
    valid_to: date | None,
) -> None:
    crossing = Appointment.objects.crossing(valid_from, valid_to).select_related("person", "post")
    in_post = crossing.filter(post=post)
    acting = Appointment.Nature.ACTING
    if same := in_post.filter(person=person).first():
        raise PostTaken(f"{person} đã giữ chức danh này từ ngày {day(same.valid_from)}.")
    if nature != acting and (other := in_post.exclude(nature=acting).first()):
        raise PostTaken(
            f"{post.title} đang do {other.person} giữ từ ngày {day(other.valid_from)}; "
            "hãy ghi ngày thôi giữ trước khi bổ nhiệm người khác."
        )
    main = Appointment.Nature.MAIN
    if nature == main and (held := crossing.filter(person=person, nature=main).first()):
        raise MainPostHeld(
            f"{person} đang giữ chức danh chính là {held.post}; "
            "hãy kết thúc chức danh đó hoặc ghi chức danh mới là kiêm nhiệm."
        )
