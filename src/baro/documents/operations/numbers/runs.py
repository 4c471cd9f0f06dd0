"""The runs themselves: which one a document belongs to, and holding it while a number moves."""

from datetime import date

from baro.documents.models import NumberSeries
from baro.documents.numbering import NumberForm, body_symbol, party_form, state_form
from baro.kernel.rules import api as rules
from baro.org import api as org

WHO_REGISTERS = "Chỉ văn thư hoặc chuyên viên tổng hợp của đơn vị mới vào sổ được văn bản."
WHO_NUMBERS = "Chỉ người giữ sổ của đơn vị mới giữ, hủy, trả lại hoặc cấp lùi số văn bản."
ARRIVALS = "ĐẾN"


def number_period(unit: org.Unit, issued_on: date) -> str:
    """The year; for Party bodies the term in which the day lies (Guide 36-HD/VPTW)."""
    if unit.branch == org.Unit.Branch.PARTY:
        return str(rules.value_of("documents.party_term", as_at=issued_on))
    return str(issued_on.year)


def number_form(unit: org.Unit, type_code: str, drafting_unit: org.Unit | None) -> NumberForm:
    body = body_symbol(unit.code)
    if unit.branch == org.Unit.Branch.PARTY:
        return party_form(type_code, body)
    return state_form(type_code, body, body_symbol(drafting_unit.code) if drafting_unit else "")


def locked_run(unit: org.Unit, book: str, series: str, period: str) -> NumberSeries:
    run, _ = NumberSeries.objects.select_for_update().get_or_create(
        owner_unit=unit, register=book, series=series, period=period
    )
    return run


def locked(run: NumberSeries) -> NumberSeries:
    rows = NumberSeries.objects.select_for_update(of=("self",)).select_related("owner_unit")
    return rows.get(pk=run.pk)


def next_number(run: NumberSeries) -> int:
    run.last_number += 1
    run.save(update_fields=["last_number"])
    return run.last_number
