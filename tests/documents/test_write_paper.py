"""A paper from the first words to the number: kept, shown, changed by two people, issued."""

import io
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import docx
import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.documents.official import samples
from tests.factories.documents import notice_text
from tests.factories.org import AppointmentFactory, PersonFactory, PostFactory, UnitFactory

from baro.documents import api as documents
from baro.documents import operations
from baro.documents.models import Document, NumberSeries, PaperDraft
from baro.documents.official import Authority, Branch, official_pdf
from baro.documents.official.checking import check_layout
from baro.documents.official.names import head_lines, printed_post
from baro.documents.operations import PaperContent
from baro.documents.operations.drafts.registered import paper_of_document
from baro.kernel.audit import AuditEvent
from baro.kernel.files import api as files
from baro.org import api as org

pytestmark = pytest.mark.django_db
_BODY = """Thực hiện chương trình công tác năm 2026, Ủy ban nhân dân thành phố đề nghị:
1. Sở Nội vụ tổng hợp kết quả, báo cáo trước ngày 25/9/2026.
2. Các đơn vị gửi số liệu về Sở Nội vụ trước ngày 18/9/2026./."""


@pytest.fixture
def chair(committee: org.Unit) -> org.Appointment:
    return _seated(committee, "Chủ tịch UBND thành phố", is_head=True, name="Lê Văn Thử")


@pytest.fixture
def deputy(committee: org.Unit, chair: org.Appointment) -> org.Appointment:
    return _seated(committee, "Phó Chủ tịch UBND thành phố", name="Trần Thị Thử")


@pytest.fixture
def content(deputy: org.Appointment) -> PaperContent:
    return PaperContent(
        type="CV",
        subject="báo cáo kết quả cải cách hành chính",
        body=_BODY,
        addressees="Sở Nội vụ\nSở Tài chính",
        recipients="Như trên\nChủ tịch UBND thành phố",
        filing="VT",
        signer=deputy,
    )


@pytest.fixture
def draft(
    committee: org.Unit, content: PaperContent, servant: org.User, noon: datetime
) -> PaperDraft:
    return operations.write_paper(unit=committee, content=content, by=servant, at=noon)


def _seated(unit: org.Unit, title: str, *, name: str, is_head: bool = False) -> org.Appointment:
    role = org.Role.LEADER
    post = PostFactory.create(unit=unit, title=title, role=role, is_head=is_head)
    return AppointmentFactory.create(post=post, person=PersonFactory.create(full_name=name))


def _pdf_text(document: Document) -> str:
    assert document.file is not None
    with files.open_file(document.file) as file:
        pages = pypdfium2.PdfDocument(file.read())
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_head_number_and_signature_follow_from_unit_and_signer(draft: PaperDraft) -> None:
    paper = operations.paper_of(draft)

    assert paper.branch == Branch.STATE
    assert paper.issuer == ("Ủy ban nhân dân", "thành phố Hà Nội")
    assert (paper.superior, paper.symbol, paper.place) == ((), "/UBND", "Hà Nội")
    assert paper.is_letter
    assert paper.signer.authority == (
        (Authority.TM, "Ủy ban nhân dân"),
        (Authority.KT, "Chủ tịch"),
    )
    assert (paper.signer.post, paper.signer.name) == ("Phó Chủ tịch", "Trần Thị Thử")


def test_somebody_from_an_office_signs_by_order(
    draft: PaperDraft, committee: org.Unit, department: org.Unit
) -> None:
    draft.signer = _seated(department, "Giám đốc Sở Nội vụ", is_head=True, name="Vũ Văn Thử")
    assert operations.paper_of(draft).signer.authority == ((Authority.TL, "Chủ tịch"),)

    draft.signer_lines = "TUQ. Chủ tịch\nGiám đốc Sở Nội vụ"
    signer = operations.paper_of(draft).signer
    assert signer.post == "TUQ. Chủ tịch\nGiám đốc Sở Nội vụ"
    assert signer.authority == ()


def test_a_signed_paper_gets_its_number_and_stands_in_the_register(
    draft: PaperDraft, clerk: org.User, noon: datetime
) -> None:
    document = operations.issue_paper(draft=draft, version=1, by=clerk, at=noon)

    draft.refresh_from_db()
    assert (document.register, document.symbol) == ("outgoing", "01/UBND")
    assert (document.subject, document.signer_name) == (draft.subject, "Trần Thị Thử")
    assert document.file_name == "01-UBND Công văn.pdf"
    text = _pdf_text(document)
    assert "Số: 01/UBND" in text
    assert "Hà Nội, ngày 09 tháng 9 năm 2026" in text
    assert draft.document == document
    assert [clause.key for clause in document.clauses.filter(kind="task")]
    assert {"documents.paper_issued", "documents.document_registered"} <= set(
        AuditEvent.objects.about(document).values_list("name", flat=True)
    )
    assert NumberSeries.objects.get(owner_unit=draft.unit, register="own").last_number == 1


def test_the_word_form_is_kept_and_keeps_to_the_layout(
    draft: PaperDraft, clerk: org.User, client: Client, noon: datetime
) -> None:
    document = operations.issue_paper(draft=draft, version=1, by=clerk, at=noon)
    client.force_login(clerk)

    response = client.get(reverse("documents:document-word", args=[document.pk]))
    content = response.getvalue()
    assert "01-UBND" in response["Content-Disposition"]
    assert check_layout(content) == []
    assert docx.Document(io.BytesIO(content)).core_properties.title.startswith("Công văn 01/UBND")
    page = client.get(reverse("documents:document", args=[document.pk])).content.decode()
    assert "Tải Word" in page


def test_who_changed_it_meanwhile_is_told_and_nothing_is_overwritten(
    draft: PaperDraft, content: PaperContent, servant: org.User, clerk: org.User, noon: datetime
) -> None:
    newer = replace(content, subject="sửa trước")
    operations.revise_paper(draft=draft, version=1, content=newer, by=clerk, at=noon)

    with pytest.raises(operations.DraftChangedMeanwhile, match="lúc 12:00"):
        operations.revise_paper(draft=draft, version=1, content=content, by=servant, at=noon)
    with pytest.raises(operations.DraftChangedMeanwhile):
        operations.issue_paper(draft=draft, version=1, by=clerk, at=noon)
    draft.refresh_from_db()
    assert (draft.subject, draft.version) == ("sửa trước", 2)


def test_a_paper_is_issued_once(draft: PaperDraft, clerk: org.User, noon: datetime) -> None:
    operations.issue_paper(draft=draft, version=1, by=clerk, at=noon)

    with pytest.raises(operations.DraftAlreadyIssued):
        operations.issue_paper(draft=draft, version=1, by=clerk, at=noon)
    with pytest.raises(operations.DraftAlreadyIssued):
        operations.discard_paper(draft=draft, by=clerk, at=noon)


def test_only_who_keeps_the_register_gives_the_number(
    draft: PaperDraft, servant: org.User, noon: datetime
) -> None:
    with pytest.raises(PermissionDenied, match="văn thư"):
        operations.issue_paper(draft=draft, version=1, by=servant, at=noon)


def test_a_paper_without_a_signer_in_post_gets_no_number(
    draft: PaperDraft, deputy: org.Appointment, clerk: org.User, noon: datetime
) -> None:
    deputy.valid_to = (noon - timedelta(days=1)).date()
    deputy.save()

    with pytest.raises(operations.SignerNotInPost, match="Trần Thị Thử không còn giữ"):
        operations.issue_paper(draft=draft, version=1, by=clerk, at=noon)
    PaperDraft.objects.update(signer=None)
    with pytest.raises(operations.DraftIncomplete, match="Chưa chọn người ký"):
        operations.issue_paper(draft=draft, version=1, by=clerk, at=noon)
    assert not Document.objects.exists()
    assert not NumberSeries.objects.exists()


def test_a_secret_is_not_written_here(
    committee: org.Unit, content: PaperContent, servant: org.User, noon: datetime
) -> None:
    secret = replace(content, body="TỐI MẬT\nNội dung.")

    with pytest.raises(operations.SecretRefused):
        operations.write_paper(unit=committee, content=secret, by=servant, at=noon)


def test_a_stranger_neither_writes_for_the_unit_nor_sees_the_draft(
    draft: PaperDraft, content: PaperContent, ward_clerk: org.User, client: Client, noon: datetime
) -> None:
    client.force_login(ward_clerk)

    assert client.get(reverse("documents:paper-draft", args=[draft.pk])).status_code == 404
    assert client.get(reverse("documents:paper-draft-pdf", args=[draft.pk])).status_code == 404
    with pytest.raises(PermissionDenied):
        operations.write_paper(unit=draft.unit, content=content, by=ward_clerk, at=noon)


def test_who_signs_sits_in_the_body_or_its_office_and_others_only_when_authorised(
    committee: org.Unit,
    department: org.Unit,
    chair: org.Appointment,
    clerk: org.User,
    client: Client,
) -> None:
    office = UnitFactory.create(parent=committee, kind="office")
    head_of_office = _seated(office, "Chánh Văn phòng", is_head=True, name="Đỗ Văn Thử")
    deputy_of_office = _seated(office, "Phó Chánh Văn phòng", name="Đặng Thị Thử")
    director = _seated(department, "Giám đốc Sở Nội vụ", is_head=True, name="Vũ Văn Thử")
    _seated(department, "Phó Giám đốc Sở Nội vụ", name="Bùi Văn Thử")
    division = UnitFactory.create(parent=department, kind="division")
    chief = _seated(division, "Trưởng phòng", is_head=True, name="Hồ Văn Thử")
    on = timezone.localdate()

    signers = documents.signers_for(committee, on=on)
    assert set(signers) == {chair, head_of_office, deputy_of_office}
    assert signers[0] == chair
    assert director in documents.signers_for(department, on=on)
    assert chief in documents.signers_for(department, on=on)

    client.force_login(clerk)
    page = reverse("documents:paper-writing", query={"don-vi": committee.pk})
    shown = client.get(page).content.decode()
    own, _, others = shown.partition('<optgroup label="Cơ quan khác ký thừa ủy quyền')
    assert "Đặng Thị Thử, Phó Chánh Văn phòng" in own
    assert "Vũ Văn Thử" not in own
    assert "Vũ Văn Thử, Giám đốc Sở Nội vụ" in others
    assert "Bùi Văn Thử" not in shown


def test_a_writer_begins_looks_saves_and_issues_on_the_page(
    committee: org.Unit, deputy: org.Appointment, clerk: org.User, client: Client
) -> None:
    client.force_login(clerk)
    fields: dict[str, Any] = {
        "type": "TB",
        "urgency": "normal",
        "subject": "Kết quả kỳ họp",
        "body": _BODY,
        "recipients": "Các sở",
        "filing": "VT",
        "signer": deputy.pk,
    }
    page = reverse("documents:paper-writing", query={"don-vi": committee.pk})

    shown = client.post(page, fields, headers={"HX-Request": "true"}).content.decode()
    assert shown.count("data:image/png;base64,") == 1
    assert not PaperDraft.objects.exists()

    client.post(page, fields)
    draft = PaperDraft.objects.get()
    here = reverse("documents:paper-draft", args=[draft.pk])
    assert "Cấp số, phát hành" in client.get(here).content.decode()
    changed = {**fields, "subject": "Kết quả kỳ họp thứ tư", "version": 1}
    assert client.post(here, changed).status_code == 302
    assert client.post(here, changed).status_code == 422
    assert client.get(reverse("documents:paper-draft-pdf", args=[draft.pk])).content[:5] == b"%PDF-"
    word = client.get(reverse("documents:paper-draft-word", args=[draft.pk]))
    assert word["Content-Type"] == files.DOCX

    # What is on the screen is what gets the number, saved before or not; a refusal saves nothing.
    issue = {**changed, "subject": "Kết quả kỳ họp thứ năm", "phat-hanh": "1"}
    assert client.post(here, {**issue, "version": 1}).status_code == 422
    assert PaperDraft.objects.get().subject == "Kết quả kỳ họp thứ tư"
    answer = client.post(here, {**issue, "version": 2})
    document = Document.objects.get()
    assert document.subject == "Kết quả kỳ họp thứ năm"
    assert answer["Location"] == reverse("documents:document", args=[document.pk])
    assert client.get(here)["Location"] == answer["Location"]


def test_an_own_document_that_came_as_text_is_printed_in_the_layout(
    committee: org.Unit, clerk: org.User, client: Client, noon: datetime
) -> None:
    document = operations.register_document(
        register="outgoing", owner_unit=committee, text=notice_text(), by=clerk, at=noon
    )
    client.force_login(clerk)
    page = reverse("documents:document-word", args=[document.pk])

    content = client.get(page).content
    assert check_layout(content) == []
    written = [line.text for line in docx.Document(io.BytesIO(content)).paragraphs]
    assert "1. Ghi nhận cố gắng của các xã, phường trong tháng đầu vận hành." in written
    pdf = client.get(page, {"dang": "pdf"}).content
    text = "\n".join(p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(pdf))
    assert "Số: 215/TB-UBND" in text
    assert "- UBND các xã, phường;" in text
    assert "- Lưu: VT." in text
    assert text.split().count("Thử") == 1
    assert (
        AuditEvent.objects.about(document).filter(name="documents.document_file_taken").count() == 2
    )


def test_a_letter_that_came_as_a_file_is_printed_with_the_same_words(
    committee: org.Unit, clerk: org.User, noon: datetime
) -> None:
    letter = replace(samples.letter(), symbol="12/UBND-VP")
    document = operations.register_document(
        register="outgoing",
        owner_unit=committee,
        content=official_pdf(letter),
        file_name="cong-van.pdf",
        by=clerk,
        at=noon,
        issued_on=date(2026, 9, 7),
    )

    paper = paper_of_document(document)
    assert paper.addressees == (
        "- Sở Nội vụ;",
        "- Sở Tài chính;",
        "- Ủy ban nhân dân các xã, phường.",
    )
    assert paper.body == letter.body
    assert paper.signer.name == letter.signer.name
    assert paper.signer.post.splitlines() == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
    assert paper.urgency == "Hỏa tốc"


def test_an_incoming_document_is_not_printed_anew(
    committee: org.Unit, clerk: org.User, client: Client, noon: datetime
) -> None:
    document = operations.register_document(
        register="incoming", owner_unit=committee, text=notice_text(), by=clerk, at=noon
    )
    client.force_login(clerk)

    response = client.get(reverse("documents:document-word", args=[document.pk]))
    assert response.status_code == 422


@pytest.mark.parametrize(
    ("name", "kind", "parent", "place", "superior", "issuer"),
    [
        ("Sở Nội vụ", "department", "Ủy ban nhân dân thành phố Hà Nội", "Thành phố Hà Nội",
         ("UBND thành phố Hà Nội",), ("Sở Nội vụ",)),
        ("Văn phòng Thành ủy Hà Nội", "office", "Thành ủy Hà Nội", "Thành phố Hà Nội",
         ("Thành ủy Hà Nội",), ("Văn phòng",)),
        ("Ủy ban nhân dân phường Hoàn Kiếm", "peoples_committee", "Phường Hoàn Kiếm",
         "Phường Hoàn Kiếm", (), ("Ủy ban nhân dân", "phường Hoàn Kiếm")),
        ("Phòng Kinh tế phường Hoàn Kiếm", "division", "Ủy ban nhân dân phường Hoàn Kiếm",
         "Phường Hoàn Kiếm", ("UBND phường Hoàn Kiếm",), ("Phòng Kinh tế",)),
        ("Đảng ủy phường Hoàn Kiếm", "party_committee", "Phường Hoàn Kiếm", "Phường Hoàn Kiếm",
         ("Đảng bộ thành phố Hà Nội",), ("Đảng ủy phường Hoàn Kiếm",)),
        ("Cơ quan Ủy ban Kiểm tra Đảng ủy phường Hoàn Kiếm", "party_body",
         "Đảng ủy phường Hoàn Kiếm", "Phường Hoàn Kiếm",
         ("Đảng ủy phường Hoàn Kiếm",), ("Ủy ban Kiểm tra",)),
        ("Thành ủy Hà Nội", "party_committee", "Thành phố Hà Nội", "Thành phố Hà Nội",
         (), ("Thành ủy Hà Nội",)),
    ],
)  # fmt: skip
def test_the_head_names_the_body_as_its_papers_do(
    name: str, kind: str, parent: str, place: str, superior: Any, issuer: Any
) -> None:
    found = head_lines(name, kind, parent=parent, place=place, city="thành phố Hà Nội")

    assert found == (superior, issuer)


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Phó Chủ tịch UBND", "Phó Chủ tịch"),
        ("Phó Bí thư Thường trực Đảng ủy", "Phó Bí thư Thường trực"),
        ("Phó Chánh Văn phòng HĐND và UBND", "Phó Chánh Văn phòng"),
        ("Trưởng phòng", "Trưởng phòng"),
        ("Kiểm tra viên", "Kiểm tra viên"),
    ],
)
def test_a_post_is_printed_without_its_body(title: str, printed: str) -> None:
    assert printed_post(title) == printed
