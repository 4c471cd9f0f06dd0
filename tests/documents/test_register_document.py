import unicodedata
from datetime import date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.documents import notice_text
from tests.factories.org import UserFactory

from baro.documents import operations
from baro.documents.models import Clause, Document, DocumentReading, NumberSeries
from baro.documents.queries import DocumentFilter, documents_found
from baro.kernel.audit.models import AuditEvent
from baro.kernel.errors import DomainError
from baro.org import api as org

pytestmark = pytest.mark.django_db


def test_an_incoming_document_gets_the_next_arrival_number(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    numbers = [
        operations.register_document(
            register="incoming",
            owner_unit=department,
            text=notice_text(number=f"{n}/TB-UBND"),
            by=clerk,
            at=noon,
        ).arrival_number
        for n in (41, 42, 43)
    ]

    assert numbers == [1, 2, 3]


def test_what_the_clerk_leaves_out_is_taken_from_the_head(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    document = operations.register_document(
        register="incoming", owner_unit=department, text=notice_text(), by=clerk, at=noon
    )

    assert (document.type, document.symbol, document.number) == ("TB", "215/TB-UBND", 215)
    assert document.issued_on == date(2026, 9, 7)
    assert document.subject.startswith("Kết luận của Chủ tịch UBND thành phố")
    assert document.signer_name == "Trần Văn Thử"
    assert document.arrived_on == date(2026, 9, 9)


def test_registering_reads_indexes_and_leaves_a_trace(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    document = operations.register_document(
        register="outgoing", owner_unit=committee, text=notice_text(), by=clerk, at=noon
    )

    assert DocumentReading.objects.get(document=document).result["document"]["number"]
    assert Clause.objects.filter(document=document, kind="task").count() == 2
    assert list(documents_found(clerk, DocumentFilter(words="may quet"))) == [document]
    names = set(AuditEvent.objects.about(document).values_list("name", flat=True))
    assert names == {"documents.document_registered", "documents.document_read"}


def test_an_own_document_without_a_number_is_numbered(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    symbols = [
        operations.register_document(
            register=register,
            owner_unit=committee,
            text=f"Quyết định thành lập tổ công tác thứ {n}.",
            type="QĐ",
            subject=f"Thành lập tổ công tác thứ {n}",
            symbol="",
            by=clerk,
            at=noon,
        ).symbol
        for n, register in enumerate(("outgoing", "internal", "outgoing"))
    ]

    assert symbols == ["01/QĐ-UBND", "02/QĐ-UBND", "03/QĐ-UBND"]


def test_a_printed_number_is_kept_and_the_run_goes_on_after_it(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    printed = operations.register_document(
        register="outgoing", owner_unit=committee, text=notice_text(), by=clerk, at=noon
    )
    following = operations.register_document(
        register="outgoing",
        owner_unit=committee,
        text="Thông báo lịch tiếp công dân.",
        type="TB",
        subject="Lịch tiếp công dân",
        symbol="",
        by=clerk,
        at=noon,
    )

    assert (printed.symbol, following.symbol) == ("215/TB-UBND", "216/TB-UBND")


def test_a_party_number_runs_through_the_term(party: org.Unit, noon: datetime) -> None:
    clerk = UserFactory.create(role=org.Role.CLERK, unit=party)
    issued = [
        operations.issue_number(owner_unit=party, type="TB", issued_on=day, by=clerk, at=noon)
        for day in (date(2025, 9, 1), date(2025, 12, 31), date(2026, 1, 2))
    ]

    assert [given.symbol for given in issued] == ["01-TB/TU", "01-TB/TU", "02-TB/TU"]
    assert [given.period for given in issued] == ["2020-2025", "2025-2030", "2025-2030"]


def test_a_state_number_begins_anew_each_year(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    symbols = [
        operations.issue_number(
            owner_unit=committee, type="QĐ", issued_on=day, by=clerk, at=noon
        ).symbol
        for day in (date(2025, 12, 31), date(2026, 1, 2), date(2026, 1, 2))
    ]

    assert symbols == ["01/QĐ-UBND", "01/QĐ-UBND", "02/QĐ-UBND"]


def test_an_official_letter_names_who_drafted_it(
    committee: org.Unit, department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    given = operations.issue_number(
        owner_unit=committee,
        type="CV",
        issued_on=date(2026, 9, 9),
        drafting_unit=department,
        by=clerk,
        at=noon,
    )

    assert given.symbol == "01/UBND-SNV"


def test_a_refused_registration_leaves_no_gap(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    paper = {"type": "QĐ", "subject": "Thành lập đoàn kiểm tra", "symbol": ""}
    where = {"register": "outgoing", "owner_unit": committee, "by": clerk, "at": noon}
    operations.register_document(text="Quyết định thứ nhất.", **where, **paper)  # type: ignore[arg-type]

    with pytest.raises(operations.SameContent):
        operations.register_document(text="Quyết định  thứ nhất.", **where, **paper)  # type: ignore[arg-type]
    second = operations.register_document(text="Quyết định thứ hai.", **where, **paper)  # type: ignore[arg-type]

    assert second.symbol == "02/QĐ-UBND"


def test_the_same_content_is_told_and_leads_to_the_first(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    first = operations.register_document(
        register="incoming", owner_unit=department, text=notice_text(), by=clerk, at=noon
    )

    with pytest.raises(operations.SameContent, match="đã có trong sổ") as refusal:
        operations.register_document(
            register="incoming",
            owner_unit=department,
            text=unicodedata.normalize("NFD", notice_text()),
            by=clerk,
            at=noon,
        )

    assert refusal.value.first == first
    assert Document.objects.count() == 1
    assert NumberSeries.objects.get().last_number == 1


def test_two_units_register_the_same_document_each(
    department: org.Unit, ward: org.Unit, clerk: org.User, ward_clerk: org.User, noon: datetime
) -> None:
    for unit, keeper in ((department, clerk), (ward, ward_clerk)):
        operations.register_document(
            register="incoming", owner_unit=unit, text=notice_text(), by=keeper, at=noon
        )

    assert Document.objects.count() == 2


def test_the_same_number_and_day_with_other_content_is_refused(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    first = operations.register_document(
        register="incoming", owner_unit=department, text=notice_text(), by=clerk, at=noon
    )

    with pytest.raises(operations.SameNumberOtherContent) as refusal:
        operations.register_document(
            register="incoming",
            owner_unit=department,
            text=notice_text().replace("máy quét", "máy in"),
            by=clerk,
            at=noon,
        )

    assert refusal.value.first == first
    assert first.subject in refusal.value.message
    assert "07/09/2026" in refusal.value.message
    assert Document.objects.count() == 1


def test_the_same_number_of_another_day_is_another_document(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    for day in ("07 tháng 9 năm 2026", "08 tháng 9 năm 2026"):
        operations.register_document(
            register="incoming",
            owner_unit=department,
            text=notice_text(day=day),
            by=clerk,
            at=noon,
        )

    assert Document.objects.count() == 2


def test_only_the_keepers_of_the_unit_register(
    department: org.Unit, servant: org.User, ward_clerk: org.User, noon: datetime
) -> None:
    for stranger in (servant, ward_clerk):
        with pytest.raises(PermissionDenied, match="văn thư"):
            operations.register_document(
                register="incoming", owner_unit=department, text=notice_text(), by=stranger, at=noon
            )

    assert Document.objects.count() == 0


def test_a_commune_as_a_place_keeps_no_register(city: org.Unit, noon: datetime) -> None:
    clerk = UserFactory.create(role=org.Role.CLERK, unit=city)

    with pytest.raises(operations.UnitKeepsNoRegister):
        operations.register_document(
            register="incoming", owner_unit=city, text=notice_text(), by=clerk, at=noon
        )


def test_a_document_cannot_be_issued_after_it_is_registered(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    with pytest.raises(operations.IssuedAfterToday, match="10/09/2026"):
        operations.register_document(
            register="incoming",
            owner_unit=department,
            text=notice_text(day="10 tháng 9 năm 2026"),
            by=clerk,
            at=noon,
        )


@pytest.mark.parametrize(
    ("register", "details"),
    [
        ("khác", {}),
        ("incoming", {"type": "XYZ"}),
        ("incoming", {"urgency": "rất gấp"}),
        ("incoming", {"subject": "x" * 501}),
        ("incoming", {"symbol": "1/" + "X" * 60}),
    ],
)
def test_what_the_register_does_not_know_is_refused(
    department: org.Unit, clerk: org.User, noon: datetime, register: str, details: dict[str, str]
) -> None:
    with pytest.raises(DomainError):
        operations.register_document(
            register=register,
            owner_unit=department,
            text=notice_text(),
            by=clerk,
            at=noon,
            **details,  # type: ignore[arg-type]
        )

    assert Document.objects.count() == 0


@pytest.mark.parametrize("field", ["type", "subject", "issuer_name"])
def test_a_missing_column_of_the_register_is_named(
    department: org.Unit, clerk: org.User, noon: datetime, field: str
) -> None:
    details = {"type": "CV", "subject": "Về việc họp", "issuer_name": "Công ty Thử"}
    details[field] = ""

    with pytest.raises(operations.DetailMissing) as refusal:
        operations.register_document(
            register="incoming",
            owner_unit=department,
            text="kính gửi quý cơ quan.",
            by=clerk,
            at=noon,
            **details,  # type: ignore[arg-type]
        )

    assert refusal.value.field == field
