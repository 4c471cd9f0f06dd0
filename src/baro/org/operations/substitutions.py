"""Somebody stands for a person who is away, for some days and by a paper."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.ui.filters import day
from baro.org import policies
from baro.org.models import Appointment, Person, Substitution, User

WHO_GIVES = "Chỉ người vắng hoặc người làm công tác tổ chức phụ trách mới giao người thay được."


class SubstitutionWindowInvalid(DomainError):
    pass


class PaperMissing(DomainError):
    pass


class NothingToLend(DomainError):
    pass


class SubstituteUnfit(DomainError):
    pass


class SubstitutionOverlaps(DomainError):
    pass


class SubstitutionOver(DomainError):
    pass


@transaction.atomic
def give_substitution(
    *,
    giver: Person,
    substitute: Person,
    valid_from: date,
    last_day: date,
    order_number: str,
    reason: str = "",
    by: User | None,
    at: datetime,
) -> Substitution:
    """From a day to the end of another, let somebody act on behalf of a person who is away."""
    people = Person.objects.select_for_update(no_key=True).order_by("pk")
    locked = {person.pk: person for person in people.filter(pk__in=[giver.pk, substitute.pk])}
    giver, substitute = locked[giver.pk], locked[substitute.pk]
    today = timezone.localdate(at)
    require(policies.can_give_substitution(by, giver, on=today), WHO_GIVES)
    _refuse_bad_window(valid_from, last_day, today)
    if not order_number.strip():
        raise PaperMissing("Hãy ghi số văn bản giao người thay.", field="order_number")
    valid_to = date.fromordinal(last_day.toordinal() + 1)
    _refuse_nothing_to_lend(giver, valid_from, valid_to)
    _refuse_unfit(giver, substitute, valid_from, valid_to)
    _refuse_overlap(giver, substitute, valid_from, valid_to)

    given = Substitution.objects.create(
        giver=giver,
        substitute=substitute,
        valid_from=valid_from,
        valid_to=valid_to,
        order_number=order_number.strip(),
        reason=reason.strip()[:300],
        given_at=at,
        given_by=by,
    )
    audit.record("org.substitution_given", given, by=by, at=at, facts=_facts(given))
    return given


@transaction.atomic
def end_substitution(*, given: Substitution, by: User | None, at: datetime) -> Substitution:
    """The person is back: from this day nobody stands for them any more."""
    given = (
        Substitution.objects.select_for_update(no_key=True, of=("self",))
        .select_related("giver", "substitute")
        .get(pk=given.pk)
    )
    today = timezone.localdate(at)
    require(policies.can_give_substitution(by, given.giver, on=today), WHO_GIVES)
    if given.is_over(on=today):
        raise SubstitutionOver(f"Việc thay đã kết thúc từ ngày {day(given.valid_to)}.")

    given.valid_to = max(given.valid_from, today)
    given.save(update_fields=["valid_to"])
    audit.record("org.substitution_ended", given, by=by, at=at, facts={"on": today.isoformat()})
    return given


def _refuse_bad_window(valid_from: date, last_day: date, today: date) -> None:
    if last_day < valid_from:
        raise SubstitutionWindowInvalid("Ngày cuối phải từ ngày bắt đầu trở đi.", field="last_day")
    if valid_from < today:
        raise SubstitutionWindowInvalid(
            "Không giao người thay cho những ngày đã qua.", field="valid_from"
        )


def _refuse_nothing_to_lend(giver: Person, start: date, end: date) -> None:
    """What is lent are posts: none of them may end while somebody is to stand in them."""
    held = Appointment.objects.live(on=start).filter(person=giver)
    if not held:
        raise NothingToLend(f"{giver} không giữ chức danh nào vào ngày {day(start)}.")
    ends = [a.valid_to for a in held]
    longest = None if None in ends else max(filter(None, ends))
    if longest and longest < end:
        raise NothingToLend(
            f"{giver} chỉ giữ chức danh đến trước ngày {day(longest)}; không giao người thay "
            "lâu hơn.",
            field="last_day",
        )


def _refuse_unfit(giver: Person, substitute: Person, start: date, end: date) -> None:
    """Somebody else, of the giver's own unit or below it, in a post for the whole time."""
    if giver.pk == substitute.pk:
        raise SubstituteUnfit("Không ai thay cho chính mình.", field="substitute")
    paths = Appointment.objects.live(on=start).filter(person=giver)
    places = tuple(paths.values_list("post__unit__path", flat=True))
    held = Appointment.objects.live(on=start).filter(person=substitute).select_related("post__unit")
    fit = [
        a
        for a in held
        if a.post.unit.path.startswith(places) and (a.valid_to is None or a.valid_to >= end)
    ]
    if not fit:
        raise SubstituteUnfit(
            f"{substitute} không giữ chức danh trong cơ quan của {giver} suốt thời gian này.",
            field="substitute",
        )


def _refuse_overlap(giver: Person, substitute: Person, start: date, end: date) -> None:
    """One substitute at a time; nobody stands in while away, or lends on what was lent."""
    crossing = Substitution.objects.crossing(start, end).select_related("giver", "substitute")
    taken = crossing.filter(giver=giver).first()
    if taken:
        raise SubstitutionOverlaps(
            f"{taken.substitute} đã thay {giver} từ {day(taken.valid_from)} đến hết "
            f"{day(taken.last_day)}.",
            field="valid_from",
        )
    if crossing.filter(giver=substitute).exists():
        raise SubstitutionOverlaps(
            f"{substitute} cũng vắng trong thời gian này.", field="substitute"
        )
    passed = crossing.filter(substitute=giver).first()
    if passed:
        raise SubstitutionOverlaps(
            f"{giver} đang thay {passed.giver} trong thời gian này; việc thay không giao tiếp cho "
            f"người khác được. Hãy để {passed.giver} đổi người thay trước."
        )


def _facts(given: Substitution) -> dict[str, str]:
    return {
        "giver": str(given.giver),
        "substitute": str(given.substitute),
        "from": given.valid_from.isoformat(),
        "until": given.last_day.isoformat(),
        "order": given.order_number,
    }
