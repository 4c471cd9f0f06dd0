"""Press texts: few drafts, only where a leader is quoted as telling someone."""

import pytest

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


VISIT = """Chủ tịch UBND thành phố kiểm tra tiến độ đường Vành đai 4

(Tin) - Sáng nay, 20-8-2026, Chủ tịch UBND thành phố đã kiểm tra hiện trường dự án.

{words}
"""


def _visit(words: str) -> list[tuple[list[str], str]]:
    reading = read(VISIT.format(words=words), gazetteer=built_in_gazetteer())
    return [([unit.code for unit in task.lead], str(task.due)) for task in reading.tasks]


@pytest.mark.parametrize(
    ("words", "lead", "due"),
    [
        ("Công an thành phố cũng được yêu cầu phân luồng quanh công trường.", ["CATP"], "None"),
        ("Với phường Bồ Đề, Bí thư lưu ý dọn bãi ven sông, xong trong tuần này.", ["00130.UBND"], "2026-08-23"),
        ("Đối với nhà thầu, Chủ tịch đề nghị tổ chức thi công ba ca trước 30-9.", [], "2026-09-30"),
        ("Chủ tịch UBND thành phố giao Sở Nội vụ gửi báo cáo trước cuối tuần.", ["SNV"], "2026-08-23"),
        ("Chủ tịch UBND thành phố giao Sở Nội vụ báo cáo vào cuối tuần.", ["SNV"], "2026-08-23"),
    ],
)  # fmt: skip
def test_whom_the_leader_tells(words: str, lead: list[str], due: str) -> None:
    assert _visit(words) == [(lead, due)]


@pytest.mark.parametrize(
    "words",
    [
        "Chủ tịch UBND xã Thanh Oai cam kết bàn giao; đồng thời đề nghị Sở Tài chính hướng dẫn giá đất.",
        "Báo cáo tại hiện trường, Giám đốc Sở Xây dựng kiến nghị giao Sở Tài chính bố trí vốn.",
        "Đại diện Ban Quản lý dự án đề nghị UBND xã Thanh Oai bàn giao mặt bằng trước 30-8.",
        "Theo lãnh đạo Sở Xây dựng, đơn vị này đề nghị Sở Tài chính thẩm định trước 30-8.",
    ],
)
def test_what_those_below_ask_is_no_order(words: str) -> None:
    assert not _visit(words)


def test_a_text_to_all_communes_is_not_about_the_one_it_praises() -> None:
    words = (
        "Lãnh đạo thành phố hoan nghênh chính quyền xã Phúc Sơn xử lý nhanh vi phạm đất đai.\n\n"
        "Đồng chí yêu cầu UBND các xã, phường rà soát quỹ đất công trước ngày 20/10/2026.\n\n"
        "Đồng chí giao UBND thành phố chỉ đạo Trung tâm Phục vụ hành chính công thành phố "
        "số hóa xong hồ sơ trước ngày 30/10/2026.\n"
    )

    tasks = read(words, gazetteer=built_in_gazetteer()).tasks

    assert len(tasks) == 2
    assert not any("Phúc Sơn" in str(task) for task in tasks)
