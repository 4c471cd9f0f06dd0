from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.documents import DocumentFactory
from tests.factories.org import PostFactory, UnitFactory, UserFactory
from tests.tasks.conftest import Cast

from baro.documents import api as documents
from baro.kernel.audit import AuditEvent
from baro.kernel.errors import DomainError
from baro.notices.models import Notice
from baro.org import api as org
from baro.tasks import api as tasks
from baro.work import api as work

MONTHLY = {"every": "month", "by": "ngày 25"}
WEEKLY = {"every": "week", "by": ""}
NO_DAY = (
    "chu kỳ “hằng tuần” chưa rõ ngày nào; ghi thêm, ví dụ thứ Sáu, hoặc đặt hạn, "
    "hoặc nêu lý do không đặt hạn"
)


def _wards(cast: Cast, count: int) -> None:
    """So many more wards, each with a committee and its head."""
    for _ in range(count):
        ward = UnitFactory.create(is_commune=True, parent=cast.city)
        committee = UnitFactory.create(parent=ward, committee=True)
        PostFactory.create(unit=committee, is_head=True)


def _all_wards(cast: Cast, **changes: Any) -> tasks.TaskSpec:
    return cast.spec(lead_codes=("G.UBND-XP",), minutes_per_unit=90, **changes)


def test_a_task_is_given_with_everything_that_makes_it_clear(cast: Cast, noon: datetime) -> None:
    [task] = tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)

    item = task.item
    assert item.number == "NV-2026-000001"
    assert (item.lead_unit, item.issuer_unit) == (cast.ward_committee, cast.committee)
    assert item.accountable_post.unit == cast.ward_committee  # type: ignore[union-attr]
    assert item.inspector_post == cast.inspector_post
    assert item.due_at is not None
    assert item.due_at.astimezone(noon.tzinfo).isoformat() == "2026-09-18T23:59:59.999999+07:00"
    assert (item.source_document, item.source_clause) == (cast.notice, "2a")
    assert task.expected_product == "Báo cáo kết quả rà soát"


def test_the_receiver_may_read_the_document(cast: Cast, noon: datetime) -> None:
    assert not documents.Document.objects.visible_to(cast.receiver).exists()

    tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)

    assert documents.Document.objects.visible_to(cast.receiver).get() == cast.notice


def test_a_task_rests_on_no_document_that_its_giver_may_not_see(cast: Cast, noon: datetime) -> None:
    foreign = DocumentFactory.create()

    with pytest.raises(DomainError, match="không xem được văn bản làm căn cứ"):
        tasks.issue_tasks(specs=[cast.spec(source_document=foreign)], by=cast.issuer, at=noon)


def test_a_group_becomes_one_collective_task_over_a_child_for_each_unit(
    cast: Cast, noon: datetime
) -> None:
    _wards(cast, 4)

    [parent] = tasks.issue_tasks(specs=[_all_wards(cast)], by=cast.issuer, at=noon)

    children = tasks.Task.objects.filter(item__parent=parent.item)
    assert parent.item.is_collective
    assert parent.item.lead_unit == cast.committee
    assert children.count() == 5
    assert {child.item.lead_unit.kind for child in children} == {"peoples_committee"}
    assert all(child.item.accountable_post for child in children)
    assert (parent.minutes_per_unit, parent.cost_minutes) == (90, 450)
    assert {child.cost_minutes for child in children} == {90}
    assert work.WorkItem.objects.counted().count() == 5
    assert AuditEvent.objects.filter(name="tasks.task_issued").count() == 6
    assert work.WorkItem.objects.visible_to(cast.receiver).count() == 1
    assert [row.item.lead_unit_id for row in tasks.board_of(parent, at=noon)] == [
        child.item.lead_unit_id for child in children.order_by("item__lead_unit__sort_key", "pk")
    ]


def test_units_named_twice_get_one_task(cast: Cast, noon: datetime) -> None:
    code = cast.ward_committee.code

    [task] = tasks.issue_tasks(
        specs=[cast.spec(lead_codes=(code, "G.UBND-XP", code))], by=cast.issuer, at=noon
    )

    assert not task.item.is_collective


def test_a_unit_taken_out_of_a_group_gets_nothing(cast: Cast, noon: datetime) -> None:
    _wards(cast, 2)
    spared = cast.ward_committee.code

    [parent] = tasks.issue_tasks(
        specs=[cast.spec(lead_codes=("G.UBND-XP",), except_codes=(spared,))],
        by=cast.issuer,
        at=noon,
    )

    leads = parent.item.children.values_list("lead_unit__code", flat=True)
    assert len(leads) == 2
    assert spared not in leads


class TestExceptions:
    """The ward is of the group of committees, the department of the departments."""

    def _give(self, cast: Cast, noon: datetime, **changes: Any) -> tasks.Task:
        return tasks.issue_tasks(specs=[cast.spec(**changes)], by=cast.issuer, at=noon)[0]

    def test_who_leads_by_itself_cannot_be_left_out(self, cast: Cast, noon: datetime) -> None:
        _wards(cast, 1)
        ward = cast.ward_committee.code
        lack = "UBND phường Thử vừa chủ trì vừa bị loại ra"

        for leads in [(ward,), (ward, "G.UBND-XP"), (ward, cast.department.code)]:
            with pytest.raises(tasks.ThreeClaritiesMissing) as refused:
                self._give(cast, noon, lead_codes=leads, except_codes=(ward,))
            assert refused.value.missing[0][1] == (lack,)

    def test_who_leads_may_be_left_out_of_the_group_that_helps(
        self, cast: Cast, noon: datetime
    ) -> None:
        _wards(cast, 1)
        helping = (tasks.CooperatingPart("G.UBND-XP"),)

        task = self._give(cast, noon, cooperating=helping, except_codes=(cast.ward_committee.code,))

        assert task.item.parties.filter(part="cooperating").count() == 1

    @pytest.mark.parametrize("who", ["department", "division", "group"])
    def test_who_is_in_no_group_needs_no_leaving_out(
        self, cast: Cast, noon: datetime, who: str
    ) -> None:
        code = "G.SBN" if who == "group" else getattr(cast, who).code
        name = org.GROUPS[code].name if who == "group" else getattr(cast, who).name

        with pytest.raises(tasks.ThreeClaritiesMissing) as refused:
            self._give(cast, noon, lead_codes=("G.UBND-XP",), except_codes=(code,))

        lack = f"{name} không thuộc nhóm nào được giao nên không cần loại ra"
        assert refused.value.missing[0][1] == (lack,)

    def test_a_unit_is_left_out_of_a_group_that_helps(self, cast: Cast, noon: datetime) -> None:
        _wards(cast, 1)
        left_out = cast.ward_committee

        task = self._give(
            cast,
            noon,
            lead_codes=(cast.department.code,),
            cooperating=(tasks.CooperatingPart("G.UBND-XP"),),
            except_codes=(left_out.code,),
        )

        helping = task.item.parties.filter(part="cooperating")
        assert helping.count() == 1
        assert not helping.filter(unit=left_out).exists()


def test_who_leads_has_no_part_beside_and_is_told_once(cast: Cast, noon: datetime) -> None:
    _wards(cast, 1)
    ward, department = cast.ward_committee.code, cast.department.code
    parts = tuple(tasks.CooperatingPart(code) for code in (ward, "G.UBND-XP", department))

    given = tasks.issue_tasks(
        specs=[
            cast.spec(cooperating=parts),
            cast.spec(lead_codes=(ward, department), cooperating=parts),
        ],
        by=cast.issuer,
        at=noon,
    )

    helping = [task.item.parties.filter(part="cooperating") for task in given]
    assert [parties.count() for parties in helping] == [2, 1]
    assert not any(parties.filter(unit=cast.ward_committee).exists() for parties in helping)
    assert not helping[1].filter(unit=cast.department).exists()
    told = Notice.objects.filter(person=cast.receiver.person)
    assert {notice.kind for notice in told} == {"given"}


def test_a_hundred_and_twenty_six_take_as_many_queries_as_six(cast: Cast, noon: datetime) -> None:
    counts = []
    for more in (5, 120):
        _wards(cast, more)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            [parent] = tasks.issue_tasks(specs=[_all_wards(cast)], by=cast.issuer, at=noon)
        counts.append(len(queries))

    assert parent.item.children.count() == 126
    assert counts[1] <= counts[0] <= 45


def test_cooperating_units_have_their_part_and_day(cast: Cast, noon: datetime) -> None:
    part = tasks.CooperatingPart(cast.department.code, "Hướng dẫn", date(2026, 9, 14))

    [task] = tasks.issue_tasks(specs=[cast.spec(cooperating=(part,))], by=cast.issuer, at=noon)

    party = task.item.parties.get(part="cooperating")
    assert (party.unit, party.duty) == (cast.department, "Hướng dẫn")
    assert party.due_at is not None
    assert party.due_at.astimezone(noon.tzinfo).date() == date(2026, 9, 14)


class TestTheGate:
    @pytest.mark.parametrize(
        ("changes", "lack"),
        [
            ({"title": " "}, "chưa có tên việc"),
            ({"expected_product": ""}, "chưa nêu sản phẩm phải có"),
            ({"due_on": None}, "chưa có hạn, chu kỳ lặp lại hoặc lý do không đặt hạn"),
            ({"no_deadline_reason": "Thường xuyên"}, "vừa đặt hạn vừa nêu lý do không đặt hạn"),
            (
                {"due_on": None, "recurrence": WEEKLY},
                NO_DAY,
            ),
            (
                {"due_on": None, "recurrence": MONTHLY, "no_deadline_reason": "Thường xuyên"},
                "vừa đặt hạn vừa nêu lý do không đặt hạn",
            ),
            ({"due_on": date(2026, 9, 8)}, "hạn 08/09/2026 đã qua"),
            ({"lead_codes": ()}, "chưa có đơn vị chủ trì"),
            ({"lead_codes": ("XX",)}, "không có đơn vị nào mang mã XX"),
            (
                {"cooperating": (tasks.CooperatingPart("YY"),)},
                "không có đơn vị nào mang mã YY",
            ),
            (
                {"lead_codes": ("CATP",)},
                "Công an thành phố không có trong danh sách đơn vị đang hoạt động",
            ),
            ({"inspector_post": None}, "chưa có người theo dõi, kiểm tra"),
        ],
    )
    def test_names_what_is_missing(
        self, cast: Cast, noon: datetime, changes: dict[str, Any], lack: str
    ) -> None:
        with pytest.raises(tasks.ThreeClaritiesMissing, match=lack) as refused:
            tasks.issue_tasks(specs=[cast.spec(**changes)], by=cast.issuer, at=noon)

        assert refused.value.missing[0][1] == (lack,)
        assert not work.WorkItem.objects.exists()

    def test_names_everything_of_every_task_at_once(self, cast: Cast, noon: datetime) -> None:
        bare = cast.spec(expected_product="", due_on=None, inspector_post=None)
        good = cast.spec(source_clause="2b")
        lost = cast.spec(lead_codes=("XX",), source_clause="2c")

        with pytest.raises(tasks.ThreeClaritiesMissing) as refused:
            tasks.issue_tasks(specs=[bare, good, lost], by=cast.issuer, at=noon)

        assert [len(lacks) for _, lacks in refused.value.missing] == [3, 1]
        assert refused.value.message == (
            "Chưa giao được vì 2 nhiệm vụ chưa đủ ba rõ. "
            "Điểm 2a, “Rà soát cơ sở dữ liệu hộ tịch”: chưa nêu sản phẩm phải có; "
            "chưa có hạn, chu kỳ lặp lại hoặc lý do không đặt hạn; "
            "chưa có người theo dõi, kiểm tra. "
            "Điểm 2c, “Rà soát cơ sở dữ liệu hộ tịch”: không có đơn vị nào mang mã XX."
        )

    def test_names_the_unit_without_a_head(self, cast: Cast, noon: datetime) -> None:
        orphan = UnitFactory.create(name="Sở Thử nghiệm")

        with pytest.raises(tasks.ThreeClaritiesMissing, match="Sở Thử nghiệm chưa có chức vụ"):
            tasks.issue_tasks(
                specs=[cast.spec(lead_codes=(orphan.code, cast.ward_committee.code))],
                by=cast.issuer,
                at=noon,
            )

    @pytest.mark.parametrize(
        "changes",
        [
            {"due_on": None, "recurrence": MONTHLY},
            {"due_on": None, "recurrence": WEEKLY, "no_deadline_reason": "Tuỳ lịch tiếp dân"},
            {"recurrence": WEEKLY},
            {"due_on": None, "no_deadline_reason": "Nhiệm vụ thường xuyên"},
            {"due_on": date(2026, 9, 9)},
        ],
    )
    def test_lets_a_stated_recurrence_a_reason_and_today_pass(
        self, cast: Cast, noon: datetime, changes: dict[str, Any]
    ) -> None:
        [task] = tasks.issue_tasks(specs=[cast.spec(**changes)], by=cast.issuer, at=noon)

        assert task.item.is_undated == ("no_deadline_reason" in changes)

    def test_keeps_a_commune_within_its_own_area(self, cast: Cast, noon: datetime) -> None:
        spec = cast.spec(
            issuer_unit=cast.ward_committee,
            lead_codes=(cast.division.code, cast.department.code),
            source_document=None,
        )

        with pytest.raises(tasks.ThreeClaritiesMissing, match="Sở Nội vụ ngoài địa bàn"):
            tasks.issue_tasks(specs=[spec], by=cast.receiver, at=noon)

        inside = replace(spec, lead_codes=(cast.division.code,))
        assert tasks.issue_tasks(specs=[inside], by=cast.receiver, at=noon)


@pytest.mark.parametrize("who", ["clerk", "receiver", "officer", "stranger"])
def test_only_who_acts_for_the_unit_gives_work_in_its_name(
    cast: Cast, noon: datetime, who: str
) -> None:
    with pytest.raises(PermissionDenied, match="mới giao nhiệm vụ được"):
        tasks.issue_tasks(specs=[cast.spec()], by=getattr(cast, who), at=noon)


def test_a_colleague_of_the_same_office_may(cast: Cast, noon: datetime) -> None:
    colleague = UserFactory.create(role="leader", unit=cast.committee)

    assert tasks.issue_tasks(specs=[cast.spec()], by=colleague, at=noon)
