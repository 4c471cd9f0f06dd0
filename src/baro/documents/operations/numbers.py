"""Numbers: taken one after the other, without a gap, however many clerks ask at once."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.models import NumberSeries
from baro.documents.numbering import NumberForm, body_symbol, party_form, printed_number, state_form
from baro.kernel.policies import require
from baro.kernel.rules import api as rules
from baro.org import api as org

WHO_REGISTERS = "Chỉ văn thư hoặc chuyên viên tổng hợp của đơn vị mới vào sổ được văn bản."
_ARRIVALS = "ĐẾN"


@dataclass(frozen=True)
class GivenNumber:
    """A document's own number: how it is written, and the year or term in which it is unique."""

    number: int | None
    symbol: str
    period: str


@transaction.atomic
def issue_number(
    *,
    owner_unit: org.Unit,
    type: str,  # noqa: A002 - the word of the trade
    issued_on: date,
    drafting_unit: org.Unit | None = None,
    by: org.User,
    at: datetime,
) -> GivenNumber:
    """Take the next number of the unit for this type of document.

    The number is used up when the surrounding transaction commits, and only then: a refused
    registration leaves no gap.
    """
    form = _form(owner_unit, type, drafting_unit)
    period = number_period(owner_unit, issued_on)
    run = _locked_run(owner_unit, NumberSeries.Book.OWN, form.series, period)
    require(policies.can_register_document(by, owner_unit, on=_day(at)), WHO_REGISTERS)

    number = _take(run)
    return GivenNumber(number, form.symbol(number), period)


@transaction.atomic
def keep_printed_number(
    *,
    owner_unit: org.Unit,
    type: str,  # noqa: A002
    symbol: str,
    issued_on: date,
    by: org.User,
    at: datetime,
) -> GivenNumber:
    """Keep the number that the signed paper already carries; the unit's run goes on after it."""
    form = _form(owner_unit, type, None)
    period = number_period(owner_unit, issued_on)
    run = _locked_run(owner_unit, NumberSeries.Book.OWN, form.series, period)
    require(policies.can_register_document(by, owner_unit, on=_day(at)), WHO_REGISTERS)

    number = printed_number(symbol)
    if number is not None and number > run.last_number:
        run.last_number = number
        run.save(update_fields=["last_number"])
    return GivenNumber(number, symbol, period)


@transaction.atomic
def issue_arrival_number(
    *, owner_unit: org.Unit, arrived_on: date, by: org.User, at: datetime
) -> int:
    """Take the next number in the unit's book of incoming documents of that year."""
    run = _locked_run(owner_unit, NumberSeries.Book.INCOMING, _ARRIVALS, str(arrived_on.year))
    require(policies.can_register_document(by, owner_unit, on=_day(at)), WHO_REGISTERS)

    return _take(run)


def number_period(unit: org.Unit, issued_on: date) -> str:
    """The year; for Party bodies the term in which the day lies (Guide 36-HD/VPTW)."""
    if unit.branch == org.Unit.Branch.PARTY:
        return str(rules.value_of("documents.party_term", as_at=issued_on))
    return str(issued_on.year)


def _form(unit: org.Unit, type_code: str, drafting_unit: org.Unit | None) -> NumberForm:
    body = body_symbol(unit.code)
    if unit.branch == org.Unit.Branch.PARTY:
        return party_form(type_code, body)
    return state_form(type_code, body, body_symbol(drafting_unit.code) if drafting_unit else "")


def _locked_run(unit: org.Unit, book: str, series: str, period: str) -> NumberSeries:
    run, _ = NumberSeries.objects.select_for_update().get_or_create(
        owner_unit=unit, register=book, series=series, period=period
    )
    return run


def _take(run: NumberSeries) -> int:
    run.last_number += 1
    run.save(update_fields=["last_number"])
    return run.last_number


def _day(at: datetime) -> date:
    return timezone.localdate(at)
