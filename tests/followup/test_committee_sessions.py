"""A committee from its founding to the session that asks what became of the one before."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import docx
import pypdfium2
import pytest
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.factories.documents import DocumentFactory
from tests.factories.org import PostFactory, UnitFactory, UserFactory
from tests.factories.tasks import TaskFactory

from baro.documents import api as documents
from baro.documents.official.checking import check_layout
from baro.followup.compilation import Compilation
from baro.followup.models import Committee, CommitteeSession
from baro.followup.operations import committees as operations
from baro.followup.queries.compiling import compiled
from baro.kernel.audit import history
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

TEXT = """THÔNG BÁO
Kết luận của Chủ tịch tại kỳ họp thứ nhất

1. Giao Sở Tài chính rà soát kinh phí mua máy quét, báo cáo trước ngày 18/9/2026.

2. Giao Sở Nội vụ lập danh sách đầu mối, gửi trước ngày 18/9/2026.

3. Các xã, phường rà soát máy tính còn thiếu trước ngày 18/9/2026.
"""
CELL = work.Cell


@dataclass(frozen=True)
class Cast:
    committee: Committee
    first: CommitteeSession
    second: CommitteeSession
    conclusion: documents.Document
    finance: org.Unit
    interior: org.Unit
    wards: tuple[org.Unit, ...]
    keeper: org.User
    member: org.User
    stranger: org.User

    def given(self, clause: str, lead: org.Unit, **item: Any) -> tasks.Task:
        shape = {
            "source_document": self.conclusion,
            "source_clause": clause,
            "issuer_unit": self.committee.chair_unit,
            "lead_unit": lead,
            "state": "received",
            **item,
        }
        return TaskFactory.create(**{f"item__{name}": value for name, value in shape.items()})


@pytest.fixture
def at(noon: datetime) -> datetime:
    """Twenty days on: what was due on 18/9 is eleven days late."""
    return noon + timedelta(days=20)


@pytest.fixture
def cast(db: None, noon: datetime) -> Cast:
    city = UnitFactory.create(code="HN", kind="city", branch="territory", name="Thành phố Hà Nội")
    chair = UnitFactory.create(
        code="UBND-TP", parent=city, committee=True, name="Ủy ban nhân dân thành phố Hà Nội"
    )
    office, finance, interior = (
        UnitFactory.create(parent=chair, name=name, short_name=name)
        for name in ("Văn phòng UBND thành phố", "Sở Tài chính", "Sở Nội vụ")
    )
    wards = tuple(
        UnitFactory.create(
            parent=UnitFactory.create(is_commune=True, parent=city),
            committee=True,
            name=name,
            short_name=name,
        )
        for name in ("UBND phường Một", "UBND phường Hai", "UBND phường Ba")
    )
    keeper = UserFactory.create(role="office_specialist", unit=office, scope=chair)
    UserFactory.create(role="leader", unit=office, is_head=True)
    content = operations.CommitteeContent(
        "steering", "Ban Chỉ đạo  chuyển đổi số", chair, office, (finance, interior), "01/QĐ-UBND"
    )
    committee = operations.found_committee(content=content, by=keeper, at=noon)
    first, second = (
        operations.plan_session(committee=committee, number=n, planned_on=day, by=keeper, at=noon)
        for n, day in ((1, date(2026, 9, 1)), (2, date(2026, 9, 30)))
    )
    conclusion = documents.register_document(
        register="outgoing",
        owner_unit=chair,
        text=TEXT,
        type="TB",
        subject="Kết luận kỳ họp thứ nhất",
        by=keeper,
        at=noon,
    )
    operations.conclude_session(session=first, document=conclusion, by=keeper, at=noon)
    return Cast(
        committee=committee,
        first=first,
        second=second,
        conclusion=conclusion,
        finance=finance,
        interior=interior,
        wards=wards,
        keeper=keeper,
        member=UserFactory.create(role="unit_head", unit=finance, is_head=True),
        stranger=UserFactory.create(role="unit_head", unit=UnitFactory.create(parent=chair)),
    )


@pytest.fixture
def lived(cast: Cast, at: datetime) -> dict[str, tasks.Task]:
    """One task done with its product, one late with what blocks it, one for three wards."""
    post = PostFactory.create(unit=cast.interior, title="Giám đốc Sở Nội vụ", is_head=True)
    done = cast.given("1", cast.finance, state="done", delivered_at=at - timedelta(days=15))
    late = cast.given("2", cast.interior, accountable_post=post)
    tasks.Delivery.objects.create(
        task=done,
        text="Báo cáo số 12/BC-STC",
        status="accepted",
        handed_in_at=at - timedelta(days=15),
        handed_in_by=cast.member,
        decided_at=at,
        decided_by=cast.keeper,
    )
    for blocked, days in (("Chờ hướng dẫn của Bộ.", 3), ("Thiếu người.", 9)):
        tasks.ProgressNote.objects.create(
            task=late,
            done="Đã làm một phần.",
            blocked_by=blocked,
            noted_at=at - timedelta(days=days),
            noted_by=cast.member,
        )
    whole = cast.given("3", cast.committee.chair_unit, is_collective=True)
    for place, ward in enumerate(cast.wards):
        state = {"state": "done", "delivered_at": at - timedelta(days=15)} if place == 0 else {}
        cast.given("3", ward, parent=whole.item, **state)
    return {"done": done, "late": late, "whole": whole}


def _compiled(cast: Cast, at: datetime, by: org.User | None = None) -> Compilation:
    session = CommitteeSession.objects.get(pk=cast.second.pk)
    return compiled(session, by or cast.keeper, at=at)


def test_each_clause_is_told_with_its_tasks_cell_evidence_and_reasons(
    cast: Cast, lived: dict[str, tasks.Task], at: datetime
) -> None:
    found = _compiled(cast, at)

    assert found.total == 5
    assert {cell: n for cell, n in found.counts.items() if n} == {
        CELL.DONE_ON_TIME: 2,
        CELL.RUNNING_OVERDUE: 3,
    }
    assert found.last
    assert [clause.key for clause in found.last.clauses] == ["1", "2", "3"]
    assert found.last.clauses[0].text.startswith("Giao Sở Tài chính rà soát kinh phí")
    [done], [late], [whole] = (clause.lines for clause in found.last.clauses)
    assert (done.cell, done.evidence[0].text, done.reasons) == (
        CELL.DONE_ON_TIME,
        "Báo cáo số 12/BC-STC",
        (),
    )
    assert (late.cell, late.days_late, late.head) == (
        CELL.RUNNING_OVERDUE,
        7,
        "Giám đốc Sở Nội vụ",
    )
    assert [(one.kind, one.text) for one in late.reasons] == [
        ("Vướng mắc", "Chờ hướng dẫn của Bộ.")
    ]
    assert whole.counts
    assert whole.counts[CELL.RUNNING_OVERDUE] == 2
    assert whole.behind == ("phường Ba, phường Hai chậm 7 ngày làm việc",)


def test_only_the_lines_of_a_cell_are_left_by_its_filter(
    cast: Cast, lived: dict[str, tasks.Task], at: datetime
) -> None:
    overdue = _compiled(cast, at).only(CELL.RUNNING_OVERDUE)

    assert overdue.last
    assert [clause.key for clause in overdue.last.clauses] == ["2", "3"]
    assert overdue.total == 5


def test_a_clause_that_gave_no_task_is_shown_bare(cast: Cast, at: datetime) -> None:
    found = _compiled(cast, at)

    assert found.last
    assert [(clause.key, clause.lines) for clause in found.last.clauses] == [
        ("1", ()),
        ("2", ()),
        ("3", ()),
    ]


def test_what_is_still_open_of_older_conclusions_comes_after_the_last(
    cast: Cast, lived: dict[str, tasks.Task], noon: datetime, at: datetime
) -> None:
    newer = DocumentFactory.create(owner_unit=cast.committee.chair_unit)
    operations.conclude_session(session=cast.second, document=newer, by=cast.keeper, at=noon)
    third = operations.plan_session(
        committee=cast.committee, number=3, planned_on=date(2026, 10, 30), by=cast.keeper, at=at
    )

    found = compiled(third, cast.keeper, at=at)

    assert (found.total, [part.session for part in found.parts]) == (0, [2, 1])
    [older] = found.older
    assert [clause.key for clause in older.clauses] == ["2", "3"]


def test_a_held_session_keeps_its_figures_while_the_live_ones_go_on(
    cast: Cast, lived: dict[str, tasks.Task], client: Client, at: datetime
) -> None:
    held = operations.hold_session(session=cast.second, by=cast.keeper, at=at)
    lived["late"].item.state, lived["late"].item.closed_at = work.State.DONE, at
    lived["late"].item.delivered_at = at
    lived["late"].item.save()

    held.refresh_from_db()
    frozen = Compilation.of_kept(held.snapshot or {})
    live = _compiled(cast, at)

    assert json.loads(json.dumps(frozen.kept(), cls=DjangoJSONEncoder)) == held.snapshot
    assert (frozen.counts[CELL.RUNNING_OVERDUE], live.counts[CELL.RUNNING_OVERDUE]) == (3, 2)
    client.force_login(cast.keeper)
    page = client.get(reverse("followup:session", args=[held.pk]) + "?ban=chot").content.decode()
    assert "Chốt lúc" in page
    assert "Chờ hướng dẫn của Bộ." in page
    with pytest.raises(operations.SessionAlreadyHeld):
        operations.hold_session(session=cast.second, by=cast.keeper, at=at)
    told = [line.text for line in history(held)]
    assert told[-1].endswith(
        "khai mạc kỳ 2, Ban Chỉ đạo chuyển đổi số; số liệu kỳ trước được chốt."
    )


def test_who_sees_what(
    cast: Cast, lived: dict[str, tasks.Task], client: Client, at: datetime
) -> None:
    mine = _compiled(cast, at, by=cast.member)

    assert {line.item_id for line in mine.lines()} == {lived["done"].pk}
    assert Committee.objects.visible_to(cast.member).get() == cast.committee
    assert not Committee.objects.visible_to(cast.stranger).exists()
    client.force_login(cast.stranger)
    for name in ("session", "session-screen", "session-word"):
        assert client.get(reverse(f"followup:{name}", args=[cast.second.pk])).status_code == 404
    acts: tuple[Callable[[org.User], Any], ...] = (
        lambda by: operations.hold_session(session=cast.second, by=by, at=at),
        lambda by: operations.plan_session(
            committee=cast.committee, number=9, planned_on=at.date(), by=by, at=at
        ),
        lambda by: operations.conclude_session(
            session=cast.second, document=cast.conclusion, by=by, at=at
        ),
    )
    for act in acts:
        with pytest.raises(PermissionDenied):
            act(cast.member)


def test_sessions_and_conclusions_are_once(cast: Cast, at: datetime) -> None:
    def planned(number: int, day: date) -> None:
        operations.plan_session(
            committee=cast.committee, number=number, planned_on=day, by=cast.keeper, at=at
        )

    with pytest.raises(operations.SessionKnown):
        planned(2, date(2026, 12, 1))
    with pytest.raises(operations.SessionTooEarly):
        planned(3, date(2026, 9, 2))
    with pytest.raises(operations.ConclusionTaken):
        operations.conclude_session(
            session=cast.second, document=cast.conclusion, by=cast.keeper, at=at
        )
    content = operations.CommitteeContent(
        "conference", "Ban Chỉ đạo chuyển đổi số", cast.committee.chair_unit, cast.finance
    )
    with pytest.raises(operations.CommitteeKnown):
        operations.found_committee(content=content, by=cast.keeper, at=at)


def test_the_report_prints_as_word_and_pdf_in_the_official_layout(
    cast: Cast, lived: dict[str, tasks.Task], client: Client, at: datetime
) -> None:
    client.force_login(cast.keeper)
    word = client.get(reverse("followup:session-word", args=[cast.second.pk]))
    pdf = client.get(reverse("followup:session-pdf", args=[cast.second.pk]))

    assert list(check_layout(word.content)) == []
    pages = pypdfium2.PdfDocument(pdf.content)
    text = " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in pages)
    assert "phục vụ kỳ họp thứ 2 của Ban Chỉ đạo chuyển đổi số" in text
    assert "Điểm 2: Giao Sở Nội vụ lập danh sách đầu mối" in text
    assert "Báo cáo số 12/BC-STC" in text
    last = pages[len(pages) - 1]
    assert last.get_width() > last.get_height()
    [listed] = [t for t in docx.Document(io.BytesIO(word.content)).tables if len(t.columns) == 8]
    assert len({cell._tc for cell in listed.rows[1].cells}) == 1


@pytest.mark.usefixtures("reading")
def test_a_longer_conclusion_costs_no_more_queries(
    cast: Cast, lived: dict[str, tasks.Task], at: datetime
) -> None:
    _compiled(cast, at)
    with CaptureQueriesContext(connection) as before:
        _compiled(cast, at)
    for place in range(6):
        extra = cast.given(str(place % 3 + 1), cast.finance)
        tasks.ProgressNote.objects.create(
            task=extra, done="…", blocked_by="Chờ", noted_at=at, noted_by=cast.member
        )
    with CaptureQueriesContext(connection) as after:
        _compiled(cast, at)

    assert len(after) == len(before) == 12


def test_the_pages_lead_from_founding_to_the_hall(
    cast: Cast, lived: dict[str, tasks.Task], client: Client
) -> None:
    client.force_login(cast.keeper)
    founded = client.post(
        reverse("followup:committee-founding"),
        {
            "kind": "conference",
            "name": "Hội nghị giao ban tuần",
            "chair_unit": cast.committee.chair_unit_id,
            "secretary_unit": ["Văn phòng UBND thành phố", ""],
            "members": ["Sở Tài chính", "Sở Nội vụ"],
        },
    )
    conference = Committee.objects.get(kind="conference")
    assert founded["Location"] == reverse("followup:committee", args=[conference.pk])
    assert conference.members.count() == 2
    twice = client.post(
        reverse("followup:committee-session", args=[cast.committee.pk]),
        {"number": "2", "planned_on": "30/12/2026"},
    )
    assert twice.status_code == 422
    assert "Kỳ 2 đã có trong danh sách." in twice.content.decode()

    hall = reverse("followup:session-screen", args=[cast.second.pk])
    second = client.get(f"{hall}?diem=2&o={CELL.RUNNING_OVERDUE}").content.decode()

    assert "2/2" in second
    assert 'data-hotkey="arrowleft pageup"' in second
    assert 'data-hotkey="arrowright pagedown"' not in second
    assert "phường Ba, phường Hai" in second
