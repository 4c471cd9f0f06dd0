"""Numbers kept for papers that are being signed, and given back."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import NumberRecord, NumberSeries
from baro.documents.operations.details import ChoiceUnknown, DetailMissing
from baro.documents.operations.numbers.giving import GivenNumber
from baro.documents.operations.numbers.runs import (
    WHO_NUMBERS,
    locked,
    locked_run,
    next_number,
    number_form,
    number_period,
)
from baro.documents.operations.register_units import refuse_unit_without_register
from baro.documents.types import TYPE_CHOICES
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.rules import api as rules
from baro.org import api as org


class NumberNotReserved(DomainError):
    pass


class ReservationTooShort(DomainError):
    pass


@transaction.atomic
def reserve_number(
    *,
    owner_unit: org.Unit,
    type: str,  # noqa: A002 - the word of the trade
    purpose: str,
    until: date | None = None,
    issued_on: date | None = None,
    drafting_unit: org.Unit | None = None,
    by: org.User,
    at: datetime,
) -> NumberRecord:
    """Keep the next number for a paper that is being signed; it is used at registration."""
    today = timezone.localdate(at)
    require(policies.can_register_document(by, owner_unit, on=today), WHO_NUMBERS)
    refuse_unit_without_register(owner_unit)
    if type not in dict(TYPE_CHOICES):
        raise ChoiceUnknown(f"Loại văn bản “{type}” không có trong danh mục.", field="type")
    purpose = reason_given(purpose, "purpose", "Ông/bà ghi số này giữ cho văn bản nào.")
    until = until or today + timedelta(days=usual_days(today))
    if until < today:
        raise ReservationTooShort("Ngày giữ số phải từ hôm nay trở đi.", field="until")

    issued_on = issued_on or today
    form = number_form(owner_unit, type, drafting_unit)
    period = number_period(owner_unit, issued_on)
    run = locked_run(owner_unit, NumberSeries.Book.OWN, form.series, period)
    number = next_number(run)
    record = NumberRecord.objects.create(
        series=run,
        number=number,
        symbol=form.symbol(number),
        state=NumberRecord.State.RESERVED,
        purpose=purpose,
        reserved_at=at,
        reserved_by=by,
        reserved_until=until,
    )
    facts = {"purpose": purpose, "until": until.isoformat()}
    audit.record("documents.number_reserved", record, by=by, at=at, facts=facts)
    return record


def issue_number(
    *,
    owner_unit: org.Unit,
    type: str,  # noqa: A002
    issued_on: date,
    drafting_unit: org.Unit | None = None,
    by: org.User,
    at: datetime,
) -> GivenNumber:
    """Reserve the next number for a paper that is about to be printed with it."""
    record = reserve_number(
        owner_unit=owner_unit,
        type=type,
        purpose="Văn bản đang in số, chờ vào sổ",
        issued_on=issued_on,
        drafting_unit=drafting_unit,
        by=by,
        at=at,
    )
    return GivenNumber(record.number, record.symbol, record.series.period, record.series)


@transaction.atomic
def release_number(
    *, record: NumberRecord, reason: str, by: org.User, at: datetime
) -> NumberRecord:
    """Give a reserved number back: the paper was not signed; the number may be filled again."""
    run = locked(record.series)
    record = run.records.get(pk=record.pk)
    require(policies.can_keep_numbers(by, run, on=timezone.localdate(at)), WHO_NUMBERS)
    if not record.is_reserved:
        raise NumberNotReserved(f"{record} không ở trạng thái đang giữ nên không trả lại được.")
    reason = reason_given(reason, "reason", "Ông/bà ghi lý do trả lại số.")

    record.state, record.dated_on = NumberRecord.State.FREE, None
    record.save(update_fields=["state", "dated_on"])
    audit.record("documents.number_released", record, by=by, at=at, facts={"reason": reason})
    return record


def reason_given(text: str, field: str, sentence: str) -> str:
    words = " ".join(text.split())[:300]
    if not words:
        raise DetailMissing(sentence, field=field)
    return words


def usual_days(today: date) -> int:
    """For how long a number is kept unless a day is named."""
    return int(rules.value_of("documents.number_reservation_days", as_at=today))
