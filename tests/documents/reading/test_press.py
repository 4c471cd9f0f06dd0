"""Press texts: few drafts, only where a leader is quoted as telling someone."""

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import Reading, read

# ruff: noqa: E501 - an article has its own line lengths
ARTICLE = """Thành phố đẩy nhanh số hóa hồ sơ

Chiều 3-9, Phó Chủ tịch UBND thành phố Nguyễn Thí Dụ chủ trì hội nghị đánh giá việc số hóa hồ sơ tại các xã, phường.

Theo báo cáo, Sở Nội vụ đã hoàn thành 80% khối lượng; UBND các xã, phường tổ chức tập huấn cho gần 4.000 cán bộ.

Phó Chủ tịch UBND thành phố Nguyễn Thí Dụ biểu dương tinh thần chủ động của UBND phường Hoàn Kiếm; đồng thời đề nghị Sở Nội vụ sớm hoàn thiện quy trình.

Phó Chủ tịch yêu cầu UBND các xã, phường báo cáo kết quả trước ngày 25 hằng tháng.

Thành phố sẽ tiếp tục bố trí kinh phí. Bộ Nội vụ yêu cầu các địa phương hoàn thành trong năm 2026.

Hà Thử
"""


def _reading() -> Reading:
    return read(ARTICLE, gazetteer=built_in_gazetteer())


def test_only_what_is_told_to_a_named_body_has_a_lead() -> None:
    led = [[unit.code for unit in task.lead] for task in _reading().tasks if task.lead]

    assert led == [["SNV"], ["G.UBND-XP"]]


def test_the_rhythm_is_kept() -> None:
    task = _reading().tasks[1]

    assert task.recurrence is not None
    assert (task.recurrence.every, task.recurrence.by) == ("month", "trước ngày 25")


def test_what_was_done_is_no_task() -> None:
    quotes = " ".join(task.quote for task in _reading().tasks)

    assert "đã hoàn thành 80%" not in quotes
    assert "tổ chức tập huấn" not in quotes
