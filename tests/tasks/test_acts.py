"""What each act on a task adds to the ledger: its own rows and refusals."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from tests.factories.documents import DocumentFactory
from tests.tasks.conftest import Cast

from baro.kernel.errors import DomainError
from baro.kernel.files import api as files
from baro.tasks import api as tasks
from baro.tasks import operations


def _last_sentence(task: tasks.Task) -> str:
    return tasks.history_of(task)[-1].sentence


def test_a_question_and_its_answer_are_kept(cast: Cast, task: tasks.Task, noon: datetime) -> None:
    tasks.ask_about_task(task=task, question="Ý nào?", by=cast.receiver, at=noon)
    tasks.answer_about_task(task=task, answer="Ý a", by=cast.issuer, at=noon)

    kept = task.clarifications.get()
    assert (kept.question, kept.answer, kept.answered_by) == ("Ý nào?", "Ý a", cast.issuer)


class TestProgress:
    def test_is_kept_with_what_blocks(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        at = noon + timedelta(days=1)

        note = tasks.note_progress(
            task=received, done="Xong 3 tổ", percent=0, by=cast.receiver, at=at
        )

        assert (note.done, note.percent, note.blocked_by) == ("Xong 3 tổ", 0, "")
        assert _last_sentence(received) == f"{cast.receiver} báo tiến độ: Xong 3 tổ (0%)."
        received.item.refresh_from_db()
        assert received.item.last_update_at == at

    @pytest.mark.parametrize("percent", [-1, 101])
    def test_is_a_share(
        self, cast: Cast, received: tasks.Task, noon: datetime, percent: int
    ) -> None:
        with pytest.raises(DomainError, match="từ 0 đến 100"):
            tasks.note_progress(
                task=received, done="Xong", percent=percent, by=cast.receiver, at=noon
            )

    def test_without_words_is_none(self, cast: Cast, received: tasks.Task, noon: datetime) -> None:
        before = received.item.last_update_at

        with pytest.raises(DomainError, match="Hãy nêu việc đã làm được"):
            tasks.note_progress(
                task=received, done=" ", by=cast.receiver, at=noon + timedelta(days=1)
            )

        received.item.refresh_from_db()
        assert received.item.last_update_at == before


class TestDelivery:
    def test_brings_text_file_document_and_link(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        report = DocumentFactory.create(owner_unit=cast.ward_committee, type="BC")

        delivery = tasks.deliver_task(
            task=received,
            text="Đã rà soát.",
            content="Kết quả rà soát".encode(),
            file_name="../ket-qua.txt",
            document=report,
            link="https://hanoi.gov.vn/ho-tich",
            by=cast.receiver,
            at=noon,
        )

        assert delivery.file is not None
        with files.open_file(delivery.file) as stored:
            assert stored.read().decode() == "Kết quả rà soát"
        assert delivery.file_name == "ket-qua.txt"
        assert (delivery.document, delivery.link) == (report, "https://hanoi.gov.vn/ho-tich")
        told = f"{report}; tệp ket-qua.txt; https://hanoi.gov.vn/ho-tich; Đã rà soát, đúng hạn."
        assert _last_sentence(received) == f"{cast.receiver} nộp sản phẩm: {told}"
        operations.take_delivery_file(delivery=delivery, by=cast.issuer, at=noon)
        assert _last_sentence(received).endswith("tải tệp sản phẩm ket-qua.txt.")

    @pytest.mark.parametrize("part", ["text", "content"])
    def test_with_a_secrecy_mark_leaves_nothing(
        self, cast: Cast, received: tasks.Task, noon: datetime, part: str
    ) -> None:
        words = "UBND PHƯỜNG THỬ\nMẬT\nBáo cáo kết quả rà soát."
        product: dict[str, Any] = (
            {"text": words}
            if part == "text"
            else {"content": words.encode(), "file_name": "bao-cao.txt"}
        )

        with pytest.raises(DomainError, match="mang dấu “Mật”"):
            tasks.deliver_task(task=received, by=cast.receiver, at=noon, **product)

        assert not received.deliveries.exists()
        assert not files.StoredFile.objects.exists()

    @pytest.mark.parametrize(
        ("product", "refusal"),
        [
            ({}, "Hãy nêu kết quả"),
            ({"text": " "}, "Hãy nêu kết quả"),
            ({"link": "javascript:alert(1)"}, "Đường dẫn phải là"),
            ({"link": "ftp://may-chu/tep"}, "Đường dẫn phải là"),
            ({"content": b"MZ\x90\x00", "file_name": "a.exe"}, "."),
        ],
    )
    def test_brings_something_that_can_be_used(
        self,
        cast: Cast,
        received: tasks.Task,
        noon: datetime,
        product: dict[str, Any],
        refusal: str,
    ) -> None:
        with pytest.raises(DomainError, match=refusal):
            tasks.deliver_task(task=received, by=cast.receiver, at=noon, **product)

        received.item.refresh_from_db()
        assert not received.item.is_delivered
        assert not received.deliveries.exists()

    def test_points_to_no_document_that_the_sender_may_not_see(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        with pytest.raises(DomainError, match="không xem được văn bản này"):
            tasks.deliver_task(
                task=received, document=DocumentFactory.create(), by=cast.receiver, at=noon
            )

    def test_is_accepted_with_a_note(
        self, cast: Cast, delivered: tasks.Task, noon: datetime
    ) -> None:
        tasks.accept_task(task=delivered, note="Làm tốt.", by=cast.issuer, at=noon)

        delivery = delivered.deliveries.get()
        assert (delivery.status, delivery.decided_by) == ("accepted", cast.issuer)
        told = f"{cast.issuer} nghiệm thu sản phẩm, đúng hạn: Làm tốt."
        assert _last_sentence(delivered) == told

    def test_is_returned_and_comes_again(
        self, cast: Cast, delivered: tasks.Task, noon: datetime
    ) -> None:
        tasks.return_task(task=delivered, reason="Thiếu số liệu", by=cast.issuer, at=noon)
        tasks.deliver_task(task=delivered, text="Đã bổ sung", by=cast.receiver, at=noon)

        statuses = delivered.deliveries.order_by("pk").values_list("status", "reason")
        assert list(statuses) == [("returned", "Thiếu số liệu"), ("handed_in", "")]

    def test_is_recalled_and_another_comes(
        self, cast: Cast, delivered: tasks.Task, noon: datetime
    ) -> None:
        tasks.recall_task(task=delivered, reason="Nhầm tệp", by=cast.receiver, at=noon)
        assert _last_sentence(delivered) == f"{cast.receiver} rút lại sản phẩm, lý do: Nhầm tệp."
        tasks.deliver_task(task=delivered, text="Đúng tệp", by=cast.receiver, at=noon)

        statuses = delivered.deliveries.order_by("pk").values_list("status", "reason")
        assert list(statuses) == [("recalled", "Nhầm tệp"), ("handed_in", "")]


class TestExtension:
    def test_is_told_with_both_dates(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        tasks.ask_task_extension(
            task=received,
            proposed_due_on=date(2026, 9, 30),
            grounds="Mưa bão.",
            by=cast.receiver,
            at=noon,
        )
        assert _last_sentence(received) == (
            f"{cast.receiver} xin gia hạn từ 18/09/2026 đến 30/09/2026, lý do: Mưa bão."
        )

        tasks.decide_task_extension(
            task=received,
            is_granted=True,
            new_due_on=date(2026, 9, 25),
            note="Chỉ một tuần",
            by=cast.issuer,
            at=noon,
        )
        assert _last_sentence(received) == (
            f"{cast.issuer} đồng ý gia hạn từ 18/09/2026 đến 25/09/2026: Chỉ một tuần."
        )

    def test_is_refused_with_a_reason(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        tasks.ask_task_extension(
            task=received,
            proposed_due_on=date(2026, 9, 30),
            grounds="Bận",
            by=cast.receiver,
            at=noon,
        )

        tasks.decide_task_extension(
            task=received, is_granted=False, note="Việc gấp.", by=cast.issuer, at=noon
        )

        told = f"{cast.issuer} không đồng ý gia hạn, giữ hạn 18/09/2026: Việc gấp."
        assert _last_sentence(received) == told

    def test_names_a_date(self, cast: Cast, received: tasks.Task, noon: datetime) -> None:
        with pytest.raises(DomainError, match="Hãy chọn hạn mới"):
            tasks.ask_task_extension(
                task=received, proposed_due_on=None, grounds="Bận", by=cast.receiver, at=noon
            )


class TestClosing:
    def test_takes_all_children_and_tells_each(self, cast: Cast, noon: datetime) -> None:
        codes = (cast.ward_committee.code, cast.department.code)
        [parent] = tasks.issue_tasks(specs=[cast.spec(lead_codes=codes)], by=cast.issuer, at=noon)

        closed = tasks.withdraw_tasks(tasks=[parent], reason="Trùng.", by=cast.issuer, at=noon)

        assert len(closed) == 3
        for task in closed:
            assert _last_sentence(task) == f"{cast.issuer} thu hồi nhiệm vụ, lý do: Trùng."

    def test_puts_another_in_its_place(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        new = tasks.replace_task(
            task=received,
            spec=cast.spec(expected_product="Biên bản"),
            reason="Đổi sản phẩm",
            by=cast.issuer,
            at=noon,
        )

        received.refresh_from_db()
        assert received.replaced_by == new
        assert _last_sentence(received) == (
            f"{cast.issuer} thay bằng nhiệm vụ {new.item.number}, lý do: Đổi sản phẩm."
        )

    def test_puts_nothing_unclear_in_its_place(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        with pytest.raises(tasks.ThreeClaritiesMissing):
            tasks.replace_task(
                task=received,
                spec=cast.spec(expected_product=""),
                reason="Đổi",
                by=cast.issuer,
                at=noon,
            )

        received.item.refresh_from_db()
        assert received.item.is_open

    def test_of_the_last_child_closes_the_whole_and_tells_it(
        self, cast: Cast, noon: datetime
    ) -> None:
        codes = (cast.ward_committee.code, cast.department.code)
        [parent] = tasks.issue_tasks(specs=[cast.spec(lead_codes=codes)], by=cast.issuer, at=noon)
        first, second = tasks.Task.objects.filter(item__parent=parent.pk).order_by("pk")
        tasks.withdraw_tasks(tasks=[second], reason="Trùng", by=cast.issuer, at=noon)
        assert len(tasks.history_of(parent)) == 1
        tasks.receive_task(task=first, by=cast.receiver, at=noon)
        tasks.deliver_task(task=first, text="Xong", by=cast.receiver, at=noon)

        tasks.accept_task(task=first, by=cast.issuer, at=noon)

        parent.item.refresh_from_db()
        assert parent.item.is_done
        assert _last_sentence(parent).startswith("Cả nhiệm vụ khép lại")


class TestSplitting:
    def _part(self, cast: Cast, **changes: Any) -> tasks.SplitPart:
        values: dict[str, Any] = {
            "unit": cast.division,
            "title": "Lập danh sách",
            "expected_product": "Danh sách",
            "due_on": date(2026, 9, 16),
        }
        return tasks.SplitPart(**{**values, **changes})

    def test_gives_children_inside_that_are_delivered_first(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        [child] = tasks.split_task(
            task=received,
            parts=[self._part(cast, person=cast.officer.person)],
            by=cast.receiver,
            at=noon,
        )

        assert child.item.is_internal
        assert (child.item.issuer_unit, child.item.lead_unit) == (
            cast.ward_committee,
            cast.division,
        )
        assert _last_sentence(received) == (
            f"{cast.receiver} chia thành 1 việc con cho Phòng Kinh tế."
        )
        with pytest.raises(DomainError, match="Còn 1 việc con"):
            tasks.deliver_task(task=received, text="Xong", by=cast.receiver, at=noon)

        tasks.receive_task(task=child, by=cast.officer, at=noon)
        tasks.deliver_task(task=child, text="Xong", by=cast.officer, at=noon)
        tasks.accept_task(task=child, by=cast.receiver, at=noon)
        tasks.deliver_task(task=received, text="Xong", by=cast.receiver, at=noon)

    def test_works_one_floor_below_too(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        tasks.assign_task(task=received, unit=cast.division, by=cast.receiver, at=noon)

        [child] = tasks.split_task(
            task=received, parts=[self._part(cast)], by=cast.head_of_division, at=noon
        )

        assert child.item.issuer_unit == cast.division

    @pytest.mark.parametrize(
        ("changes", "lack"),
        [
            ({"title": ""}, "chưa có tên việc"),
            ({"expected_product": " "}, "chưa nêu sản phẩm phải có"),
            ({"due_on": None}, "chưa có hạn"),
            ({"due_on": date(2026, 9, 8)}, "hạn 08/09/2026 đã qua"),
            ({"due_on": date(2026, 9, 19)}, r"hạn sau hạn của cả việc \(18/09/2026\)"),
        ],
    )
    def test_passes_the_same_gate(
        self,
        cast: Cast,
        received: tasks.Task,
        noon: datetime,
        changes: dict[str, Any],
        lack: str,
    ) -> None:
        with pytest.raises(tasks.ThreeClaritiesMissing, match=lack):
            tasks.split_task(
                task=received, parts=[self._part(cast, **changes)], by=cast.receiver, at=noon
            )

    def test_stays_inside(self, cast: Cast, received: tasks.Task, noon: datetime) -> None:
        outside = self._part(cast, unit=cast.department)
        elsewhere = self._part(cast, person=cast.receiver.person)

        with pytest.raises(tasks.ThreeClaritiesMissing) as refused:
            tasks.split_task(task=received, parts=[outside, elsewhere], by=cast.receiver, at=noon)

        assert refused.value.missing == (
            ("“Lập danh sách”", ("Sở Nội vụ không thuộc UBND phường Thử",)),
            (
                "“Lập danh sách”",
                (f"{cast.receiver} không giữ chức vụ nào ở Phòng Kinh tế",),
            ),
        )

    def test_is_for_those_who_have_the_task(
        self, cast: Cast, received: tasks.Task, noon: datetime
    ) -> None:
        for user in (cast.issuer, cast.officer, cast.stranger):
            with pytest.raises(PermissionDenied, match="mới chia việc được"):
                tasks.split_task(task=received, parts=[self._part(cast)], by=user, at=noon)


def test_a_cooperating_unit_and_a_watcher_are_told(cast: Cast, noon: datetime) -> None:
    part = tasks.CooperatingPart(cast.ward_committee.code)
    spec = cast.spec(lead_codes=(cast.department.code,), cooperating=(part,))
    [task] = tasks.issue_tasks(specs=[spec], by=cast.issuer, at=noon)

    tasks.finish_task_part(
        task=task, unit=cast.ward_committee, note="Đã góp ý.", by=cast.receiver, at=noon
    )
    tasks.add_task_watcher(task=task, unit=cast.division, by=cast.issuer, at=noon)

    assert [entry.sentence for entry in tasks.history_of(task)][1:] == [
        f"{cast.receiver} báo xong phần phối hợp của UBND phường Thử: Đã góp ý.",
        f"{cast.issuer} thêm Phòng Kinh tế vào diện theo dõi.",
    ]


def test_the_history_leads_to_the_document_and_the_clause(cast: Cast, task: tasks.Task) -> None:
    [entry] = tasks.history_of(task)

    assert (entry.document_id, entry.document_label, entry.clause) == (
        cast.notice.pk,
        str(cast.notice),
        "2a",
    )
