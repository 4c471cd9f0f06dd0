"""Plans in list form and in tables: each row or labelled group is one task."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import DraftTask, read
from baro.documents.reading.columns import roles_of

HEAD = """UBND THÀNH PHỐ HÀ NỘI
Số: 99/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 05 tháng 9 năm 2026

KẾ HOẠCH
Thí dụ về danh mục

II. NHIỆM VỤ
"""
HEADS = [
    ("stt|nội dung công việc|cơ quan chủ trì|cơ quan phối hợp|thời gian hoàn thành|sản phẩm", True),
    ("tt|nhiệm vụ|đơn vị thực hiện|thời hạn", True),
    ("stt|nội dung|đơn vị chủ trì|đơn vị phối hợp", True),
    ("stt|nhiệm vụ|thời hạn hoàn thành", True),
    ("stt|tên dự án|tiến độ|vướng mắc", False),
    ("stt|đơn vị|số hồ sơ|tỷ lệ", False),
    ("ủy ban nhân dân|cộng hòa xã hội chủ nghĩa việt nam", False),
]


def _tasks(body: str) -> tuple[DraftTask, ...]:
    return read(HEAD + body, gazetteer=built_in_gazetteer()).tasks


def _codes(task: DraftTask) -> tuple[list[str], list[str]]:
    return [unit.code for unit in task.lead], [unit.code for unit in task.cooperating]


@pytest.mark.parametrize(("cells", "gives_work"), HEADS)
def test_the_head_of_a_table_tells_whether_it_gives_work(cells: str, gives_work: bool) -> None:
    assert (roles_of(cells.split("|")) is not None) is gives_work


TABLE = (
    "STT\tNội dung\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\tSản phẩm\n"
    "I\tVề đất đai\t\t\t\t\n"
    "1\tRà soát quỹ đất\tSở Nội vụ\tSở Tài chính; UBND các xã, phường\t30/9/2026\tBáo cáo\n"
    "\tLập danh sách thửa đất\t\t\tTháng 10/2026\tDanh sách\n"
    "2\tHoàn thiện thể chế\t\t\t\t\n"
    "2.1\tSửa quy chế\tSở Tư pháp/Sở Xây dựng\t\tHằng tháng\t\n"
)


def test_each_row_of_a_table_is_a_task() -> None:
    first, second, third = _tasks(TABLE)

    assert (first.title, first.product) == ("Rà soát quỹ đất", "Báo cáo")
    assert _codes(first) == (["SNV"], ["STC", "G.UBND-XP"])
    assert str(first.due) == "2026-09-30"
    assert _codes(third)[0] == ["STP", "SXD"]
    assert third.recurrence is not None
    assert third.recurrence.every == "month"
    assert second.title == "Lập danh sách thửa đất"


def test_a_row_that_goes_on_has_the_lead_of_the_row_above() -> None:
    second = _tasks(TABLE)[1]

    assert _codes(second)[0] == ["SNV"]
    assert str(second.due) == "2026-10-31"


def test_a_section_named_after_a_body_leads_in_its_rows() -> None:
    (task,) = _tasks("STT\tNhiệm vụ\tThời hạn\nI\tSở Y tế\t\n1\tTập huấn cấp cứu\tQuý IV/2026\n")

    assert _codes(task)[0] == ["SYT"]
    assert task.reasons[0] == "Chủ trì: kế thừa từ mục I."


LISTED = [
    (
        (
            "1. Rà soát dữ liệu.\n- Đơn vị chủ trì: Sở Tư pháp.\n"
            "- Đơn vị phối hợp: Công an thành phố.\n- Thời gian hoàn thành: 30/10/2026.\n"
            "- Sản phẩm: Báo cáo rà soát."
        ),
        (["STP"], ["CATP"], "2026-10-30", "Báo cáo rà soát"),
    ),
    (
        (
            "1. Rà soát dữ liệu. Đơn vị chủ trì: Sở Tư pháp; phối hợp: Công an thành phố; thời hạn:"
            " tháng 10/2026; sản phẩm: báo cáo."
        ),
        (["STP"], ["CATP"], "2026-10-31", "báo cáo"),
    ),
    (
        "1. Rà soát dữ liệu (Chủ trì: Sở Tư pháp; phối hợp: Sở Y tế; hoàn thành: 30/9/2026).",
        (["STP"], ["SYT"], "2026-09-30", None),
    ),
    (
        "1. Nội dung: Rà soát dữ liệu.\n2. Cơ quan chủ trì: Sở Tư pháp.\n3. Thời hạn: Quý IV/2026.",
        (["STP"], [], "2026-12-31", None),
    ),
    (
        "1. Rà soát dữ liệu\n- Đối chiếu sổ gốc;\n- Nhập bổ sung;\n- Đơn vị chủ trì: Sở Tư pháp.",
        (["STP"], [], "None", None),
    ),
    (
        "1. Giao Sở Tư pháp rà soát dữ liệu.\n- Đơn vị phối hợp: Sở Y tế.\n- Thời hạn: 30/9/2026.",
        (["STP"], ["SYT"], "2026-09-30", None),
    ),
]


@pytest.mark.parametrize(("body", "wanted"), LISTED)
def test_labelled_words_make_one_task(
    body: str, wanted: tuple[list[str], list[str], str, str | None]
) -> None:
    (task,) = _tasks(body)

    assert (*_codes(task), str(task.due), task.product) == wanted


def test_a_table_in_an_appendix_after_the_signature_is_read() -> None:
    first, second = _tasks(
        "1. Sở Nội vụ đôn đốc việc thực hiện Kế hoạch, báo cáo hằng quý.\n\n"
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn Mẫu\n\n"
        "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n"
        "(Kèm theo Kế hoạch số 99/KH-UBND ngày 05/9/2026 của UBND thành phố)\n"
        "STT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn\n1\tRà soát quỹ đất\tSở Tài chính\t30/9/2026\n"
    )

    assert (_codes(first)[0], _codes(second)[0]) == (["SNV"], ["STC"])
    assert str(second.due) == "2026-09-30"
