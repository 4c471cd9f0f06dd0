"""Numbers that no document bears: cancelled for good, or filled back for a paper signed then."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import NumberRecord, NumberSeries
from baro.documents.operations.numbers.keeping import reason_given, usual_days
from baro.documents.operations.numbers.runs import WHO_NUMBERS, locked
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org


class NumberHasDocument(DomainError):
    pass


class NumberNotGivenYet(DomainError):
    pass


class NumberNotFree(DomainError):
    pass


class DayOutOfOrder(DomainError):
    pass


@transaction.atomic
def cancel_number(
    *, run: NumberSeries, number: int, reason: str, by: org.User, at: datetime
) -> NumberRecord:
    """Cancel a number that no document bears; it stays in the register and is never given again."""
    run = locked(run)
    require(policies.can_keep_numbers(by, run, on=timezone.localdate(at)), WHO_NUMBERS)
    _refuse_beyond(run, number)
    record = run.records.filter(number=number, suffix="").first() or _blank(run, number)
    if record.is_used:
        raise NumberHasDocument(f"{record} đã dùng cho một văn bản trong sổ nên không hủy được.")
    if record.is_cancelled:
        raise NumberNotFree(f"{record} đã hủy trước đó.")
    reason = reason_given(reason, "reason", "Ông/bà ghi lý do hủy số.")

    record.state, record.cancel_reason = NumberRecord.State.CANCELLED, reason
    record.cancelled_at, record.cancelled_by = at, by
    record.save()
    audit.record("documents.number_cancelled", record, by=by, at=at, facts={"reason": reason})
    return record


@transaction.atomic
def fill_back_number(
    *,
    run: NumberSeries,
    number: int,
    dated_on: date,
    reason: str,
    until: date | None = None,
    by: org.User,
    at: datetime,
) -> NumberRecord:
    """Give an unused number, with its earlier day, to a paper that was signed then."""
    run, today = locked(run), timezone.localdate(at)
    require(policies.can_keep_numbers(by, run, on=today), WHO_NUMBERS)
    _refuse_beyond(run, number)
    record = run.records.filter(number=number, suffix="").first() or _blank(run, number)
    if record.pk and not record.is_free:
        raise NumberNotFree(f"{record} {_why_not_free(record)} nên không cấp lùi được.")
    _refuse_day(run, number, dated_on, today)
    reason = reason_given(reason, "reason", "Ông/bà ghi lý do cấp lùi số và văn bản đã ký.")

    record.state, record.purpose, record.dated_on = NumberRecord.State.RESERVED, reason, dated_on
    record.reserved_at, record.reserved_by = at, by
    record.reserved_until = until or today + timedelta(days=usual_days(today))
    record.save()
    facts = {"day": dated_on.isoformat(), "reason": reason}
    audit.record("documents.number_filled_back", record, by=by, at=at, facts=facts)
    return record


def _blank(run: NumberSeries, number: int) -> NumberRecord:
    """A number that was left out: nobody was ever given it."""
    return NumberRecord(series=run, number=number, symbol=_written(run, number))


def _written(run: NumberSeries, number: int) -> str:
    """As the numbers around it are written; a run without any shows its abbreviation."""
    near = run.records.filter(suffix="").order_by("-number").first()
    if near:
        return f"{number:02d}" + near.symbol.lstrip("0123456789")
    return f"{number:02d}/{run.series.lstrip('/-')}"


def _why_not_free(record: NumberRecord) -> str:
    return {
        NumberRecord.State.USED: "đã dùng cho một văn bản",
        NumberRecord.State.RESERVED: f"đang giữ cho “{record.purpose}”",
        NumberRecord.State.CANCELLED: "đã hủy",
    }[NumberRecord.State(record.state)]


def _refuse_beyond(run: NumberSeries, number: int) -> None:
    if not run.is_own:
        raise NumberNotGivenYet("Số đến do sổ văn bản đến tự cấp, không giữ, hủy hay cấp lùi.")
    if not 1 <= number <= run.last_number:
        raise NumberNotGivenYet(
            f"Dãy này mới cấp đến số {run.last_number}. Số chưa tới lượt thì giữ theo thứ tự, "
            "không cấp lùi và không hủy.",
            field="number",
        )


def _refuse_day(run: NumberSeries, number: int, dated_on: date, today: date) -> None:
    """The day lies in the run's period, between the days of the numbers before and after."""
    used = run.records.filter(state=NumberRecord.State.USED, document__issued_on__isnull=False)
    before = used.filter(number__lt=number).order_by("-number").select_related("document").first()
    after = used.filter(number__gt=number).order_by("number").select_related("document").first()
    first = before.document.issued_on if before and before.document else None
    last = after.document.issued_on if after and after.document else None
    if dated_on > today:
        raise DayOutOfOrder("Ngày cấp lùi không thể sau hôm nay.", field="dated_on")
    if run.period.isdigit() and str(dated_on.year) != run.period:
        raise DayOutOfOrder(f"Dãy số này chạy trong năm {run.period}.", field="dated_on")
    if first and dated_on < first:
        raise DayOutOfOrder(
            f"Số {number} đứng sau {before} ngày {first:%d/%m/%Y} nên không thể mang ngày sớm hơn.",
            field="dated_on",
        )
    if last and dated_on > last:
        raise DayOutOfOrder(
            f"Số {number} đứng trước {after} ngày {last:%d/%m/%Y} nên không thể mang ngày muộn "
            "hơn.",
            field="dated_on",
        )
