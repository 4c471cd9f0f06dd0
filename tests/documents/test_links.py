"""Links between documents, and the chain that they make."""

from datetime import date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from tests.factories.documents import DocumentFactory, notice_text
from tests.factories.org import UserFactory

from baro.documents import operations
from baro.documents.models import Document, DocumentLink
from baro.documents.queries import document_chain, links_shown
from baro.kernel.audit.models import AuditEvent
from baro.org import api as org

pytestmark = pytest.mark.django_db
LETTER = (
    "Thực hiện Thông báo số 215/TB-UBND ngày 07/9/2026 của UBND thành phố Hà Nội, Sở giao các đơn "
    "vị rà soát trước ngày 20/9/2026."
)
PLAN = "Căn cứ Luật số 72/2025/QH15; thực hiện Công văn số 1/SNV ngày 08/9/2026 của Sở Nội vụ."


def _own(unit: org.Unit, by: org.User, at: datetime, text: str, **more: object) -> Document:
    details = {"type": "CV", "symbol": "", "subject": text[:60], "issued_on": date(2026, 9, 8)}
    return operations.register_document(
        register="outgoing",
        owner_unit=unit,
        text=text,
        by=by,
        at=at,
        **{**details, **more},  # type: ignore[arg-type]
    )


@pytest.fixture
def notice(committee: org.Unit, clerk: org.User, noon: datetime) -> Document:
    return operations.register_document(
        register="outgoing", owner_unit=committee, text=notice_text(), by=clerk, at=noon
    )


@pytest.fixture
def letter(notice: Document, department: org.Unit, clerk: org.User, noon: datetime) -> Document:
    return _own(department, clerk, noon, LETTER, symbol="1/SNV")


@pytest.fixture
def plan(letter: Document, ward: org.Unit, ward_clerk: org.User, noon: datetime) -> Document:
    """The ward received the department's letter and wrote a plan of its own."""
    arrival = {"type": "CV", "symbol": "1/SNV", "subject": letter.subject}
    operations.register_document(
        register="incoming",
        owner_unit=ward,
        text=LETTER + " Bản nhận.",
        issuer_name="Sở Nội vụ",
        issued_on=date(2026, 9, 8),
        by=ward_clerk,
        at=noon,
        **arrival,  # type: ignore[arg-type]
    )
    return _own(ward, ward_clerk, noon, PLAN, type="KH")


def test_what_the_text_cites_is_linked_to_the_register_of_the_reader(
    plan: Document, letter: Document, notice: Document, ward: org.Unit
) -> None:
    assert letter.links.get().target == notice
    carried, grounds = plan.links.get(kind="carries_out"), plan.links.get(kind="rests_on")
    assert carried.target == Document.objects.get(owner_unit=ward, register="incoming")
    assert (grounds.target, grounds.cited_symbol) == (None, "72/2025/QH15")
    assert plan.text[slice(carried.start, carried.end)].startswith("Công văn số 1/SNV")


def test_a_citation_is_matched_when_its_paper_arrives(
    department: org.Unit, committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    letter = _own(department, clerk, noon, LETTER)
    assert letter.links.get().target is None

    notice = operations.register_document(
        register="incoming", owner_unit=department, text=notice_text(), by=clerk, at=noon
    )

    assert letter.links.get().target == notice
    event = AuditEvent.objects.about(letter).get(name="documents.citation_matched")
    assert event.facts["cited"] == str(notice)


def test_a_number_that_two_papers_bear_is_not_guessed(
    department: org.Unit, clerk: org.User, noon: datetime
) -> None:
    for issuer in ("UBND phường A", "UBND phường B"):
        DocumentFactory.create(
            incoming=True, owner_unit=department, symbol="12/UBND", issued_on="2026-09-05",
            issuer_name=issuer, type="CV",
        )  # fmt: skip

    vague = _own(department, clerk, noon, "Phúc đáp Công văn số 12/UBND ngày 05/9/2026 về việc A.")
    plain = _own(
        department, clerk, noon, "Phúc đáp Công văn số 12/UBND ngày 05/9/2026 của UBND phường B."
    )

    assert vague.links.get().target is None
    target = plain.links.get().target
    assert target is not None
    assert target.issuer_name == "UBND phường B"


def test_the_chain_runs_from_the_first_directive_to_the_own_paper(
    plan: Document, letter: Document, notice: Document, clerk: org.User, ward_clerk: org.User
) -> None:
    overseer = UserFactory.create(role=org.Role.OFFICE_SPECIALIST, unit=notice.owner_unit)
    from_the_city = document_chain(letter, overseer)
    from_the_ward = document_chain(plan, ward_clerk)

    assert [step.name for step in from_the_city.above] == ["Thông báo 215/TB-UBND"]
    assert [step.relation for step in from_the_city.below] == []
    assert [(step.name, step.document is None) for step in from_the_ward.above] == [
        ("Thông báo 215/TB-UBND", True),
        ("Công văn 1/SNV", False),
    ]
    assert from_the_ward.current.relation == "Thực hiện"
    received = from_the_ward.above[-1].document
    assert received is not None
    assert [step.name for step in document_chain(received, ward_clerk).below] == [str(plan)]


def test_a_paper_that_one_may_not_see_shows_only_what_the_citation_says(
    client: Client, plan: Document, notice: Document, ward_clerk: org.User
) -> None:
    client.force_login(ward_clerk)
    received = Document.objects.get(owner_unit=plan.owner_unit, register="incoming")

    page = client.get(reverse("documents:document", args=[received.pk])).content.decode()

    assert "Thông báo 215/TB-UBND" in page
    assert notice.subject not in page
    assert f'href="{reverse("documents:document", args=[notice.pk])}"' not in page
    assert [shown.target for shown in links_shown(received, ward_clerk)] == [None]


def test_links_are_added_and_taken_away_by_hand(
    letter: Document, notice: Document, clerk: org.User, servant: org.User, noon: datetime
) -> None:
    read = letter.links.get()
    added = operations.add_link(
        document=letter, kind="replies", symbol="Số 9/UBND", by=clerk, at=noon
    )
    operations.remove_link(link=read, by=clerk, at=noon)
    operations.read_document(document=letter, by=clerk, at=noon)

    assert list(letter.links.standing()) == [added]
    again = operations.add_link(
        document=letter, kind="carries_out", target=notice, by=clerk, at=noon
    )
    assert (again.pk, again.removed_at) == (read.pk, None)
    with pytest.raises(operations.LinkKnown):
        operations.add_link(document=letter, kind="replies", symbol="9/UBND", by=clerk, at=noon)
    with pytest.raises(operations.LinkToItself):
        operations.add_link(document=letter, kind="replies", target=letter, by=clerk, at=noon)
    with pytest.raises(operations.ChoiceUnknown):
        operations.add_link(document=letter, kind="corrects", symbol="9/UBND", by=clerk, at=noon)
    with pytest.raises(operations.DetailMissing):
        operations.add_link(document=letter, kind="replies", symbol=" ", by=clerk, at=noon)
    with pytest.raises(PermissionDenied, match="giữ sổ"):
        operations.add_link(document=letter, kind="amends", symbol="9/UB", by=servant, at=noon)
    with pytest.raises(PermissionDenied, match="giữ sổ"):
        operations.remove_link(link=added, by=servant, at=noon)


def test_the_page_edits_links(client: Client, letter: Document, clerk: org.User) -> None:
    client.force_login(clerk)
    address = reverse("documents:document-link", args=[letter.pk])

    assert client.get(address).status_code == 200
    wrong = client.post(
        address, {"kind": "replies", "symbol": letter.symbol, "cited_on": "08/09/2026"}
    )
    assert "chính nó" in wrong.content.decode()
    added = client.post(address, {"kind": "replies", "symbol": "9/UBND"}, follow=True)
    assert "sẽ tự nối khi vào sổ" in added.content.decode()
    link = DocumentLink.objects.get(cited_symbol="9/UBND")
    removal = reverse("documents:link-removal", args=[link.pk])
    gone = client.post(removal, follow=True)
    assert "Đã bỏ liên kết với 9/UBND." in gone.content.decode()
    assert client.post(removal).status_code == 422


def test_another_paper_is_found_by_its_number_or_words_and_linked_to(
    client: Client, letter: Document, clerk: org.User, committee: org.Unit, noon: datetime
) -> None:
    other = _own(committee, clerk, noon, "Về việc thay đèn đường phố cổ.", symbol="77/UBND-ĐT")
    client.force_login(clerk)
    address = reverse("documents:document-link", args=[letter.pk])

    for words in ("77/UBND", "thay den duong"):
        page = client.get(address, {"tim": words}).content.decode()
        assert f'value="{other.pk}"' in page
    assert "Không thấy văn bản nào" in client.get(address, {"tim": "tàu ngầm"}).content.decode()

    silent = client.post(f"{address}?tim=77/UBND", {"kind": "replies"})
    assert "chọn một văn bản tìm thấy hoặc ghi số" in silent.content.decode()
    client.post(f"{address}?tim=77/UBND", {"kind": "replies", "target": other.pk})
    assert letter.links.get(kind="replies").target == other
