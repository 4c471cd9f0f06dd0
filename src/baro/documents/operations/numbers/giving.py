"""Numbers of documents: the next one, or the one that is printed on the paper already."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import Document, NumberRecord, NumberSeries
from baro.documents.numbering import NumberForm, PrintedNumber, printed_parts
from baro.documents.operations.duplicates import SameNumberOtherContent
from baro.documents.operations.numbers.runs import (
    ARRIVALS,
    WHO_REGISTERS,
    locked_run,
    next_number,
    number_form,
    number_period,
)
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.rules import api as rules
from baro.org import api as org


class NumberJumps(DomainError):
    """The printed number is far beyond the run: typed wrongly, or a confirmation is missing."""


class NumberWasCancelled(DomainError):
    pass


class NumberOfAnotherDay(DomainError):
    pass


@dataclass(frozen=True)
class GivenNumber:
    """A document's own number: how it is written, and the year or term in which it is unique."""

    number: int | None
    symbol: str
    period: str
    run: NumberSeries | None = None
    suffix: str = ""


@transaction.atomic
def take_number(
    *,
    owner_unit: org.Unit,
    type: str,  # noqa: A002 - the word of the trade
    issued_on: date,
    drafting_unit: org.Unit | None = None,
    by: org.User,
    at: datetime,
) -> GivenNumber:
    """Take the next number of the unit for a document that is registered in the same breath.

    The number is used up when the surrounding transaction commits, and only then: a refused
    registration leaves no gap.
    """
    form = number_form(owner_unit, type, drafting_unit)
    period = number_period(owner_unit, issued_on)
    run = locked_run(owner_unit, NumberSeries.Book.OWN, form.series, period)
    require(policies.can_register_document(by, owner_unit, on=_day(at)), WHO_REGISTERS)

    number = next_number(run)
    return GivenNumber(number, form.symbol(number), period, run)


@transaction.atomic
def keep_printed_number(
    *,
    owner_unit: org.Unit,
    type: str,  # noqa: A002
    symbol: str,
    issued_on: date,
    may_jump: bool = False,
    corrects: Document | None = None,
    by: org.User,
    at: datetime,
) -> GivenNumber:
    """Keep the number that the signed paper already carries; the unit's run goes on after it.

    A number far beyond the run is refused unless `may_jump` says that the paper was looked at. A
    correction bears the number of what it `corrects`.
    """
    form, printed = number_form(owner_unit, type, None), printed_parts(symbol)
    period = number_period(owner_unit, issued_on)
    require(policies.can_register_document(by, owner_unit, on=_day(at)), WHO_REGISTERS)
    if printed is None:
        return GivenNumber(None, symbol, period)

    run = _run_of(owner_unit, form, printed, period)
    _refuse_taken(run, printed, issued_on, corrects)
    if printed.number > run.last_number:
        if not may_jump:
            _refuse_jump(run, printed, symbol, on=_day(at))
        run.last_number = printed.number
        run.save(update_fields=["last_number"])
    return GivenNumber(printed.number, symbol, period, run, printed.suffix)


def bind_number(given: GivenNumber, document: Document) -> None:
    """Write down which document bears the number, inside the transaction that gave it."""
    if given.run is None or given.number is None:
        return
    NumberRecord.objects.update_or_create(
        series=given.run,
        number=given.number,
        suffix=given.suffix,
        defaults={
            "symbol": given.symbol,
            "state": NumberRecord.State.USED,
            "document": document,
        },
    )


@transaction.atomic
def issue_arrival_number(
    *, owner_unit: org.Unit, arrived_on: date, by: org.User, at: datetime
) -> int:
    """Take the next number in the unit's book of incoming documents of that year."""
    run = locked_run(owner_unit, NumberSeries.Book.INCOMING, ARRIVALS, str(arrived_on.year))
    require(policies.can_register_document(by, owner_unit, on=_day(at)), WHO_REGISTERS)

    return next_number(run)


def _run_of(unit: org.Unit, form: NumberForm, printed: PrintedNumber, period: str) -> NumberSeries:
    return locked_run(unit, NumberSeries.Book.OWN, form.run_of(printed.tail), period)


def _refuse_taken(
    run: NumberSeries, printed: PrintedNumber, issued_on: date, corrects: Document | None
) -> None:
    given = run.records.filter(number=printed.number, suffix=printed.suffix)
    record = given.select_related("document").first()
    if record is None or (corrects and record.document == corrects):
        return
    if record.is_cancelled:
        raise NumberWasCancelled(
            f"{record} đã hủy ngày {timezone.localdate(record.cancelled_at):%d/%m/%Y} "
            f"({record.cancel_reason}); số đã hủy không cấp lại.",
            field="symbol",
        )
    if record.document:
        raise SameNumberOtherContent(
            f"{record} đã dùng cho văn bản khác trong sổ: “{record.document.subject}”. Ông/bà kiểm "
            "tra lại số hoặc mở văn bản đã có.",
            first=record.document,
            field="symbol",
        )
    if record.dated_on and record.dated_on != issued_on:
        raise NumberOfAnotherDay(
            f"{record} được cấp lùi cho ngày {record.dated_on:%d/%m/%Y}; ông/bà ghi đúng ngày này "
            "hoặc dùng số khác.",
            field="issued_on",
        )


def _refuse_jump(run: NumberSeries, printed: PrintedNumber, symbol: str, *, on: date) -> None:
    begun = run.last_number > 0
    key = "documents.number_jump_limit" if begun else "documents.first_number_limit"
    limit = int(rules.value_of(key, as_at=on))
    if printed.number - run.last_number <= limit:
        return
    last = f"số cuối của dãy là {run.last_number}" if begun else "dãy này chưa có số nào"
    raise NumberJumps(
        f"Số {symbol} cách quá xa: {last}. Nếu vào sổ, số tiếp theo sẽ là {printed.number + 1}. "
        "Ông/bà xem lại số in trên văn bản; nếu đúng thì xác nhận rồi vào sổ lần nữa.",
        field="symbol",
    )


def _day(at: datetime) -> date:
    return timezone.localdate(at)
