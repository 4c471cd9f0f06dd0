"""Numbers before and without a document, and the book that shows them."""

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from baro.documents import operations
from baro.documents.models import Document, NumberRecord, NumberSeries
from baro.documents.queries import run_lines
from baro.kernel.audit.models import AuditEvent
from baro.kernel.errors import DomainError
from baro.org import api as org

pytestmark = pytest.mark.django_db


def _register(
    unit: org.Unit, by: org.User, at: datetime, symbol: str = "", **more: object
) -> Document:
    words = f"Quyết định về việc thứ {Document.objects.count() + 1}"
    return operations.register_document(
        register="outgoing",
        owner_unit=unit,
        text=f"{words}.",
        by=by,
        at=at,
        **{"type": "QĐ", "subject": words, "symbol": symbol, "issued_on": at.date(), **more},  # type: ignore[arg-type]
    )


def _reserve(
    unit: org.Unit, by: org.User, at: datetime, purpose: str = "Đang trình ký"
) -> NumberRecord:
    return operations.reserve_number(owner_unit=unit, type="QĐ", purpose=purpose, by=by, at=at)


@pytest.fixture
def run(committee: org.Unit, clerk: org.User, noon: datetime) -> NumberSeries:
    """01 used on the 1st, 03 used on the 9th; 02 was given to nobody."""
    _register(committee, clerk, noon, "01/QĐ-UBND", issued_on=date(2026, 9, 1))
    _register(committee, clerk, noon, "03/QĐ-UBND")
    return NumberSeries.objects.get()


def test_a_reserved_number_waits_for_its_paper_and_is_used_once(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    reserved = _reserve(committee, clerk, noon)
    following = _register(committee, clerk, noon)

    paper = _register(committee, clerk, noon, reserved.symbol)

    reserved.refresh_from_db()
    assert (reserved.symbol, following.symbol, paper.symbol) == (
        "01/QĐ-UBND",
        "02/QĐ-UBND",
        "01/QĐ-UBND",
    )
    assert (reserved.state, reserved.document) == ("used", paper)
    assert reserved.reserved_until == noon.date() + timedelta(days=30)
    with pytest.raises(operations.AlreadyRegistered):
        _register(committee, clerk, noon, reserved.symbol)
    event = AuditEvent.objects.about(reserved).get()
    assert event.name == "documents.number_reserved"


def test_a_cancelled_number_stays_in_the_book_and_is_never_given_again(
    run: NumberSeries, committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    cancelled = operations.cancel_number(
        run=run, number=2, reason="In hỏng, không ký", by=clerk, at=noon
    )

    with pytest.raises(operations.NumberWasCancelled, match="In hỏng"):
        _register(committee, clerk, noon, "02/QĐ-UBND")
    with pytest.raises(operations.NumberNotFree):
        operations.fill_back_number(
            run=run, number=2, dated_on=date(2026, 9, 3), reason="Thử", by=clerk, at=noon
        )
    with pytest.raises(operations.NumberNotFree):
        operations.cancel_number(run=run, number=2, reason="Lần nữa", by=clerk, at=noon)
    assert _register(committee, clerk, noon).symbol == "04/QĐ-UBND"
    assert (cancelled.symbol, cancelled.state) == ("02/QĐ-UBND", "cancelled")


def test_a_number_is_filled_back_between_the_days_of_its_neighbours(
    run: NumberSeries, committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    facts = {"run": run, "reason": "Đã ký ngày 03/09, nhận muộn", "by": clerk, "at": noon}
    for day in (date(2026, 8, 31), date(2026, 9, 10), date(2025, 9, 3)):
        with pytest.raises(operations.DayOutOfOrder):
            operations.fill_back_number(number=2, dated_on=day, **facts)  # type: ignore[arg-type]
    for number in (1, 3, 4, 0):
        with pytest.raises(DomainError):
            operations.fill_back_number(number=number, dated_on=date(2026, 9, 3), **facts)  # type: ignore[arg-type]

    filled = operations.fill_back_number(number=2, dated_on=date(2026, 9, 3), **facts)  # type: ignore[arg-type]

    with pytest.raises(operations.NumberOfAnotherDay, match="03/09/2026"):
        _register(committee, clerk, noon, "02/QĐ-UBND")
    paper = _register(committee, clerk, noon, "02/QĐ-UBND", issued_on=date(2026, 9, 3))
    filled.refresh_from_db()
    assert filled.document == paper
    assert AuditEvent.objects.about(filled).get().facts["reason"] == facts["reason"]


def test_a_number_given_back_may_be_filled_again(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    reserved = _reserve(committee, clerk, noon)
    released = operations.release_number(record=reserved, reason="Không ký", by=clerk, at=noon)

    with pytest.raises(operations.NumberNotReserved):
        operations.release_number(record=reserved, reason="Không ký", by=clerk, at=noon)
    again = operations.fill_back_number(
        run=released.series,
        number=1,
        dated_on=noon.date(),
        reason="Văn bản khác",
        by=clerk,
        at=noon,
    )

    assert (released.is_free, again.pk, again.is_reserved) == (True, released.pk, True)


def test_a_used_number_is_not_cancelled(run: NumberSeries, clerk: org.User, noon: datetime) -> None:
    with pytest.raises(operations.NumberHasDocument):
        operations.cancel_number(run=run, number=3, reason="Nhầm", by=clerk, at=noon)


def test_a_mistyped_number_does_not_raise_the_run_by_itself(
    run: NumberSeries, committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    with pytest.raises(operations.NumberJumps, match="số cuối của dãy là 3"):
        _register(committee, clerk, noon, "2150/QĐ-UBND")
    assert _register(committee, clerk, noon).symbol == "04/QĐ-UBND"

    meant = _register(committee, clerk, noon, "2150/QĐ-UBND", number_may_jump=True)

    assert meant.number == 2150


def test_another_form_of_symbol_runs_by_itself(
    run: NumberSeries, committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    _register(committee, clerk, noon, "03/QĐ-HĐTĐ")

    runs = NumberSeries.objects.filter(register="own").values_list("series", "last_number")
    assert set(runs) == {("QĐ", 3), ("/QĐ-HĐTĐ", 3)}


def test_every_reason_is_asked_for(
    run: NumberSeries, committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    with pytest.raises(operations.DetailMissing):
        _reserve(committee, clerk, noon, purpose="  ")
    with pytest.raises(operations.DetailMissing):
        operations.cancel_number(run=run, number=2, reason="", by=clerk, at=noon)
    with pytest.raises(operations.ReservationTooShort):
        operations.reserve_number(
            owner_unit=committee,
            type="QĐ",
            purpose="Thử",
            until=date(2026, 9, 8),
            by=clerk,
            at=noon,
        )


def test_only_the_keepers_of_the_register_keep_its_numbers(
    run: NumberSeries, committee: org.Unit, servant: org.User, ward_clerk: org.User, noon: datetime
) -> None:
    for stranger in (servant, ward_clerk):
        with pytest.raises(PermissionDenied, match="giữ sổ"):
            _reserve(committee, stranger, noon)
        with pytest.raises(PermissionDenied, match="giữ sổ"):
            operations.cancel_number(run=run, number=2, reason="Thử", by=stranger, at=noon)


def test_the_database_holds_a_number_to_one_document(
    run: NumberSeries, clerk: org.User, noon: datetime
) -> None:
    used = run.records.get(number=3)

    for wrong in ({"document": None}, {"state": "reserved"}, {"state": "cancelled"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            NumberRecord.objects.filter(pk=used.pk).update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        NumberRecord.objects.create(series=run, number=3, symbol="03/QĐ-UBND", state="free")


def test_the_book_shows_gaps_and_acts_on_them(
    client: Client, run: NumberSeries, clerk: org.User, ward_clerk: org.User
) -> None:
    client.force_login(clerk)
    book = client.get(reverse("documents:number-book")).content.decode()
    page = client.get(reverse("documents:number-run", args=[run.pk])).content.decode()
    cancellation = reverse("documents:number-run-cancellation", args=[run.pk])

    assert "Quyết định" in book
    assert [(line.first, line.is_gap) for line in run_lines(run)] == [
        (3, False),
        (2, True),
        (1, False),
    ]
    assert f"{cancellation}?so=2" in page
    assert client.post(cancellation, {"number": 2, "reason": " "}).status_code == 422
    done = client.post(cancellation, {"number": 2, "reason": "In hỏng"}, follow=True)
    assert "Đã hủy số 02/QĐ-UBND." in done.content.decode()
    filling = reverse("documents:number-run-filling", args=[run.pk])
    told = client.post(filling, {"number": 2, "reason": "Thử", "dated_on": "03/09/2026"})
    assert "đã hủy nên không cấp lùi được" in told.content.decode()
    held = {"owner_unit": run.owner_unit_id, "type": "QĐ", "purpose": "Đang trình ký"}
    reserved = client.post(reverse("documents:number-reservation"), held, follow=True)
    assert "Đã giữ số 04/QĐ-UBND" in reserved.content.decode()
    release = reverse("documents:number-run-release", args=[run.pk])
    given_back = client.post(release, {"number": 4, "reason": "Không ký"}, follow=True)
    assert "Đã trả lại số 04/QĐ-UBND." in given_back.content.decode()
    client.force_login(ward_clerk)
    assert client.get(cancellation).status_code == 404
