"""Who acts in an item when no list knows him, and what is said about a body before the order."""

import pytest

from baro.documents.gazetteer import built_in_gazetteer
from baro.documents.reading import DraftTask, read

HEAD = """UBND THÀNH PHỐ HÀ NỘI
Số: 99/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 05 tháng 9 năm 2026

THÔNG BÁO
Kết luận tại cuộc họp

Chủ tịch UBND thành phố kết luận như sau:
"""


def _tasks(body: str) -> tuple[DraftTask, ...]:
    return read(HEAD + body, gazetteer=built_in_gazetteer()).tasks


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("Các tổ trưởng tổ dân phố rà soát hộ nghèo trên địa bàn.", "Các tổ trưởng tổ dân phố"),
        ("Trạm Y tế phường khám sức khỏe cho người cao tuổi.", "Trạm Y tế phường"),
        ("04 sở nêu trên giải trình bằng văn bản.", "04 sở nêu trên"),
        ("Phòng Tổ chức - Pháp chế theo dõi việc thực hiện.", "Phòng Tổ chức - Pháp chế"),
    ],
)
def test_somebody_unknown_is_named_in_a_doubt(clause: str, who: str) -> None:
    (task,) = _tasks(f"1. {clause}")

    assert task.lead == ()
    assert who in " ".join(task.doubts)


def test_whom_a_sentence_is_about_leads() -> None:
    (task,) = _tasks(
        "1. Đối với UBND phường Hà Đông, đồng chí đề nghị thành lập tổ xung kích tại khu dân cư."
    )

    assert [unit.code for unit in task.lead] == ["09556.UBND"]


def test_an_item_under_a_body_is_its_order_whatever_the_verb() -> None:
    first, second = _tasks("1. Sở Xây dựng:\na) Điều động xe téc;\nb) Tuần tra đêm khu vực hồ.")

    assert [unit.code for unit in first.lead + second.lead] == ["SXD", "SXD"]
    assert first.reasons == ("Chủ trì: kế thừa từ mục 1.",)


@pytest.mark.parametrize(
    "body",
    [
        "1. Đánh giá: việc nạo vét hồ bước đầu giảm được mùi hôi.",
        "1. Thủ trưởng các sở, ban, ngành chịu trách nhiệm trước UBND thành phố về kết quả.",
        "Trước đó, UBND thành phố đã giao Sở Xây dựng chủ trì giải quyết.",
        "Thực hiện Thông báo số 12/TB-UBND của UBND thành phố giao Sở Nội vụ chủ trì rà soát.",
        "I. Ý KIẾN CÁC ĐƠN VỊ\n1. Sở Xây dựng đề nghị thành phố làm việc với các mỏ.",
        "1. Sở Nội vụ xin lùi thời hạn.\n=> Chủ tịch: đồng ý.",
    ],
)
def test_what_tells_reports_or_rests_is_no_order(body: str) -> None:
    assert _tasks(body) == ()


def test_an_act_after_a_semicolon_with_a_term_of_its_own_is_a_task_of_its_own() -> None:
    first, second = _tasks(
        "1. Sở Y tế niêm yết thủ tục trước ngày 29/9/2026; lập danh sách cơ sở trước 15/10/2026."
    )

    assert first.lead == second.lead
    assert (str(first.due), str(second.due)) == ("2026-09-29", "2026-10-15")


def test_bodies_meant_by_their_points_are_those_that_led_there() -> None:
    *_, last = _tasks(
        "1. Sở Nội vụ lập danh sách.\n2. Sở Y tế rà soát cơ sở.\n3. Các đơn vị nêu tại mục 1, 2"
        " gửi báo cáo về Sở Tài chính trước ngày 06/11/2026."
    )

    assert [unit.code for unit in last.lead] == ["SNV", "SYT"]


def test_one_sentence_with_two_acts_and_two_terms_is_two_tasks() -> None:
    first, second = _tasks(
        "1. Sở Y tế công bố mốc trước 10/6/2027 và bàn giao hồ sơ cho các xã trước 15/7/2027."
    )

    assert (str(first.due), str(second.due)) == ("2027-06-10", "2027-07-15")


def test_the_office_without_a_name_is_that_of_the_issuer() -> None:
    (task,) = _tasks("1. Tuần nào Văn phòng cũng phải công khai danh sách quá hạn.")

    assert [unit.code for unit in task.lead] == ["VP-UBND"]


def test_general_aims_before_the_section_that_gives_work_are_no_tasks() -> None:
    (task,) = _tasks(
        "II. NHIỆM VỤ, GIẢI PHÁP\n1. Đẩy mạnh tuyên truyền.\n2. Huy động nguồn lực xã hội.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ xây dựng kế hoạch."
    )

    assert task.clause == "III.1"


def test_who_works_along_in_an_opening_clause_works_along_below() -> None:
    (task,) = _tasks("1. Sở Nội vụ chủ trì, phối hợp với Sở Y tế:\na) Lập danh sách cơ sở.")

    assert [unit.code for unit in task.cooperating] == ["SYT"]


def test_a_leader_is_quoted_with_what_a_body_must_do() -> None:
    (task,) = read(
        "Đối với Đại hội cấp xã, Phó Bí thư Thành ủy nhấn mạnh, thời gian không còn nhiều, cấp ủy"
        " các xã, phường phải quan tâm đến văn kiện.",
        gazetteer=built_in_gazetteer(),
    ).tasks

    assert [unit.code for unit in task.lead] == ["G.DU-XP"]
