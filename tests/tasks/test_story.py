from datetime import datetime, timedelta

from tests.tasks.conftest import Cast

from baro.tasks import api as tasks
from baro.work import api as work


def test_a_task_from_notice_to_accepted_product_reads_as_a_history(
    cast: Cast, noon: datetime
) -> None:
    day = timedelta(days=1)
    [task] = tasks.issue_tasks(specs=[cast.spec()], by=cast.issuer, at=noon)
    tasks.ask_about_task(
        task=task, question="Có gồm sổ hộ tịch trước 2016 không?", by=cast.receiver, at=noon + day
    )
    tasks.answer_about_task(task=task, answer="Có", by=cast.issuer, at=noon + 2 * day)
    tasks.assign_task(task=task, person=cast.officer.person, by=cast.receiver, at=noon + 2 * day)
    tasks.note_progress(
        task=task,
        done="Đã rà soát 3 tổ dân phố.",
        blocked_by="Thiếu sổ gốc",
        percent=40,
        by=cast.officer,
        at=noon + 3 * day,
    )
    tasks.ask_task_extension(
        task=task,
        proposed_due_on=datetime(2026, 9, 25).date(),  # noqa: DTZ001
        grounds="Phải mượn sổ gốc.",
        by=cast.receiver,
        at=noon + 4 * day,
    )
    tasks.decide_task_extension(task=task, is_granted=True, by=cast.issuer, at=noon + 5 * day)
    tasks.deliver_task(task=task, text="Báo cáo lần 1", by=cast.officer, at=noon + 6 * day)
    tasks.return_task(task=task, reason="Thiếu số liệu.", by=cast.issuer, at=noon + 7 * day)
    tasks.deliver_task(
        task=task,
        content="Báo cáo đầy đủ".encode(),
        file_name="bao-cao.txt",
        by=cast.officer,
        at=noon + 20 * day,
    )
    tasks.accept_task(task=task, by=cast.issuer, at=noon + 21 * day)

    told = [entry.sentence for entry in tasks.history_of(task)]

    issuer, receiver, officer = cast.issuer, cast.receiver, cast.officer
    terms = f"hạn 18/09/2026 theo điểm 2a {cast.notice}"
    assert told == [
        f"{issuer} giao cho UBND phường Thử, {terms}. Sản phẩm phải có: Báo cáo kết quả rà soát.",
        f"{receiver} hỏi lại: Có gồm sổ hộ tịch trước 2016 không? Hạn tạm dừng chờ trả lời.",
        f"{issuer} trả lời: Có. Trước: hạn 18/09/2026; nay: hạn 21/09/2026.",
        f"{receiver} phân công cho {officer}, Phòng Kinh tế.",
        f"{officer} báo tiến độ: Đã rà soát 3 tổ dân phố (40%); vướng mắc: Thiếu sổ gốc.",
        f"{receiver} xin gia hạn từ 21/09/2026 đến 25/09/2026, lý do: Phải mượn sổ gốc.",
        f"{issuer} đồng ý gia hạn từ 21/09/2026 đến 25/09/2026.",
        f"{officer} nộp sản phẩm: Báo cáo lần 1, đúng hạn.",
        f"{issuer} trả lại sản phẩm, lý do: Thiếu số liệu.",
        f"{officer} nộp sản phẩm: tệp bao-cao.txt, quá hạn 2 ngày làm việc.",
        f"{issuer} nghiệm thu sản phẩm, quá hạn 2 ngày làm việc.",
    ]
    item = work.WorkItem.objects.with_cell(at=noon + 30 * day).get(pk=task.pk)
    assert item.cell == work.Cell.DONE_LATE
    assert item.original_due_at == task.item.original_due_at
    assert [
        step.due_at.strftime("%d/%m")
        for step in work.due_chain(item, work.extensions_of(item=item.pk))
        if step.due_at
    ] == [
        "18/09",
        "21/09",
        "25/09",
    ]
