"""The journey of the issue: 126 communes are pressed in one go, from the list to the register."""

import io
from datetime import timedelta
from itertools import pairwise
from types import SimpleNamespace

import docx
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.city import people_of_the_city
from tests.factories.org import AppointmentFactory, PersonFactory

from baro.documents import api as documents
from baro.documents.models import NumberRecord, PaperDraft
from baro.documents.official.checking import check_layout
from baro.followup.jobs import issue_pressing_letters
from baro.followup.models import Pressing
from baro.kernel.audit import AuditEvent
from baro.kernel.files import api as files
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

COMMUNES = 126


@pytest.fixture
def people(db: None) -> SimpleNamespace:
    """The city two months ago; its chairman is in office."""
    people = people_of_the_city(at=timezone.now() - timedelta(days=60))
    chairman = org.Post.objects.get(unit__code="UBND-TP", is_head=True)
    AppointmentFactory.create(person=PersonFactory.create(full_name="Trần Văn Thử"), post=chairman)
    return people


@pytest.fixture
def whole(people: SimpleNamespace) -> tasks.Task:
    """The same duty of every commune committee, due ten days ago."""
    issued_at = timezone.now() - timedelta(days=40)
    spec = tasks.TaskSpec(
        title="Rà soát cơ sở dữ liệu hộ tịch",
        issuer_unit=org.Unit.objects.get(code="UBND-TP"),
        lead_codes=("G.UBND-XP",),
        expected_product="Báo cáo kết quả rà soát",
        due_on=timezone.localdate() - timedelta(days=10),
        inspector_post=org.powers_of(people.specialist, on=timezone.localdate()).posts[0],
    )
    return tasks.issue_tasks(specs=[spec], by=people.specialist, at=issued_at)[0]


def test_126_communes_are_pressed_in_one_go(
    people: SimpleNamespace, whole: tasks.Task, client: Client
) -> None:
    client.force_login(people.specialist)

    # From the list, filtered to what is overdue, everything is taken over.
    asked = f"o=running_overdue&cha={whole.pk}"
    chosen = client.post(reverse("followup:pressing"), {"tat-ca": "1", "loc": asked})
    page = chosen.content.decode()
    assert page.count('class="press-unit"') == page.count('name="viec"') == COMMUNES
    keys = list(work.WorkItem.objects.filter(parent=whole.pk).values_list("pk", flat=True))
    begun = client.post(
        reverse("followup:pressing-beginning"),
        {"viec": keys, "noi-giao": "UBND-TP", "loc": asked},
    )
    pressing = Pressing.objects.get()
    round_page = reverse("followup:pressing-round", args=[pressing.pk])
    assert begun["Location"] == round_page

    # One letter is looked at as it will be printed, then all of them go out.
    assert "Phát hành 126 công văn" in client.get(round_page).content.decode()
    words = {
        "subject": "đôn đốc rà soát hộ tịch",
        "opening": "Tính đến ngày [ngày tổng hợp], [đơn vị] còn [tình hình]:",
        "ask": "Báo cáo trước ngày [hạn trả lời]./.",
        "answer_by": f"{timezone.localdate() + timedelta(days=7):%d/%m/%Y}",
        "recipients": "Như trên",
        "filing": "VT",
        "signer": pressing.signer_id,
        "drafting_unit": pressing.drafting_unit_id,
    }
    seen = client.post(round_page, words, headers={"HX-Request": "true"}).content.decode()
    assert 'src="data:image/png;base64,' in seen
    assert NumberRecord.objects.count() == 0
    client.post(round_page, {**words, "phat-hanh": "1"})
    started = AuditEvent.objects.get(name="followup.pressing_started")
    progress = reverse("followup:pressing-progress", args=[pressing.pk])
    assert "Đã phát hành 0 trên 126 công văn." in client.get(progress).content.decode()
    issue_pressing_letters([started.pk])

    # Every number once and without a gap, a letter in the register for each commune.
    numbers = sorted(NumberRecord.objects.values_list("number", flat=True))
    assert numbers == list(range(1, COMMUNES + 1))
    assert all(before < after for before, after in pairwise(numbers))
    assert "126 công văn đã vào sổ" in client.get(round_page).content.decode()
    letter = pressing.letters.select_related("document__file", "unit").get(unit__code="00070.UBND")
    document = letter.document
    assert document
    assert "còn 01 nhiệm vụ đã quá hạn" in " ".join(document.text.split())
    assert document.file
    with files.open_file(document.file) as file:
        assert file.read(4) == b"%PDF"
    word = PaperDraft.objects.select_related("word_file").get(document=document).word_file
    assert word
    with files.open_file(word) as file:
        content = file.read()
    assert list(check_layout(content)) == []
    lines = [
        line.text for line in docx.Document(io.BytesIO(content)).tables[0]._cells[0].paragraphs
    ]
    assert lines[:2] == ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI"]

    # The commune reads its letter; task and letter lead to each other.
    client.force_login(people.chair)
    [own] = tasks.Task.objects.filter(item__parent=whole.pk, item__lead_unit=letter.unit)
    address = reverse("documents:document", args=[document.pk])
    assert (
        f'<a href="{address}">' in client.get(reverse("tasks:task", args=[own.pk])).content.decode()
    )
    items = client.get(reverse("followup:letter-items", args=[document.pk])).content.decode()
    assert reverse("tasks:task", args=[own.pk]) in items
    assert not documents.Document.objects.visible_to(people.other_chair).filter(pk=document.pk)
