"""A person comes into a post by an order, and leaves it again."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.filters import day
from baro.org import policies
from baro.org.models import Appointment, Person, Post, User
from baro.org.operations.posts import GIVERS, MANAGERS

_NOT_ONESELF = "Không ai tự bổ nhiệm hoặc tự giao quyền cho chính mình."


class PostTaken(DomainError):
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
    require(policies.can_manage_org(by, post.unit, on=today), MANAGERS)
    require(policies.can_give_post(by, post, on=today), GIVERS)
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
    require(policies.can_manage_org(by, appointment.post.unit, on=today), MANAGERS)
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
