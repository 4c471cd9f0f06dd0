"""Who is told to act, however the sentence opens; and sentences that only tell or remind."""

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
LEADS = [
    ("Sở Du lịch cũng cần sớm hoàn thành bản đồ số làng nghề.", ["SDL"]),
    ("(3) Sở Y tế rà soát các trạm cấp cứu.", ["SYT"]),
    ("Riêng UBND các phường: Cửa Nam, Hoàn Kiếm chuẩn bị nội dung làm việc.",
     ["00073.UBND", "00070.UBND"]),
    ("Đối với UBND các xã: Minh Châu, Ba Vì có điểm trường lẻ xa: đề xuất hỗ trợ xe đưa đón.",
     ["09661.UBND", "09700.UBND"]),
    ("Đối với 04 cơ quan chưa gửi báo cáo: cử người làm việc với Sở Nội vụ trước 15/10.", []),
    ("Các Giám đốc Sở: Nội vụ, Tư pháp, theo lĩnh vực phụ trách, trình dự thảo trước 15/11/2026.",
     ["SNV", "STP"]),
    ("Chế độ báo cáo: Sở Y tế gửi báo cáo trước ngày 05/10.", ["SYT"]),
    ("Sở Y tế sẽ tổng hợp kết quả, báo cáo UBND thành phố trước 30/11.", ["SYT"]),
    ("Phòng Xây dựng chính quyền tham mưu nội dung giao ban.", []),
    ("Hợp tác xã nông nghiệp thanh lý hợp đồng thuê ao trước 31/12/2026.", []),
    ("09 đảng ủy chậm báo cáo phải gửi báo cáo trước ngày 18/9/2026.", []),
]  # fmt: skip
NO_TASK = [
    "Sở Xây dựng trước đây đã cấp 126 giấy phép.",
    "Sở Xây dựng (đơn vị quản lý) còn giữ 03 máy chủ.",
    "Chủ tịch UBND thành phố nhắc nhở: đi họp đúng giờ, đúng thành phần.",
    "Yêu cầu các đơn vị nghiêm túc, trách nhiệm, quyết liệt hơn nữa trong thực hiện nhiệm vụ.",
    "Yêu cầu chung: mọi cơ quan giữ kỷ cương, sau Tết vào việc ngay.",
    "Đề nghị các đơn vị quan tâm, thực hiện đúng thời hạn.",
    "Giám đốc các sở chịu trách nhiệm thi hành Chỉ thị này.",
    "Kinh phí thực hiện theo quy định hiện hành.",
    "Thống nhất đề nghị khen thưởng 05 tập thể.",
    "Các đơn vị thống nhất dùng số liệu đến thời điểm 30/8/2026.",
]


def _tasks(words: str) -> tuple[DraftTask, ...]:
    return read(f"{HEAD}{words}\n", gazetteer=built_in_gazetteer()).tasks


@pytest.mark.parametrize(("clause", "lead"), LEADS)
def test_the_lead_is_found_behind_what_opens_the_sentence(clause: str, lead: list[str]) -> None:
    [task] = _tasks(f"1. {clause}")

    assert [unit.code for unit in task.lead] == lead


@pytest.mark.parametrize("clause", NO_TASK)
def test_what_tells_or_reminds_is_no_task(clause: str) -> None:
    assert _tasks(f"1. {clause}") == ()


@pytest.mark.parametrize(
    "words",
    [
        "Ngày 18/8/2026, Giám đốc Sở Xây dựng chủ trì Hội nghị giao ban công tác cây xanh.",
        "Thực hiện chương trình công tác, ngày 29/8/2026, Đảng ủy UBND thành phố tổ chức hội nghị.",
        "Giao các đơn vị thực hiện nhiệm vụ theo bảng sau:",
    ],
)
def test_how_a_meeting_came_about_is_no_task(words: str) -> None:
    assert _tasks(words) == ()


def test_the_units_named_before_are_those_that_led_until_there() -> None:
    words = (
        "1. Sở Du lịch lập bản đồ làng nghề.\n2. Sở Y tế rà soát trạm cấp cứu.\n"
        "3. Các đơn vị nêu trên gửi báo cáo trước ngày 25/12/2026."
    )

    assert [unit.code for unit in _tasks(words)[-1].lead] == ["SDL", "SYT"]


def test_the_sender_of_a_telegram_is_not_told_to_act() -> None:
    text = (
        "CÔNG ĐIỆN\nVề việc ứng phó mưa lớn\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI điện:\n"
        "- Giám đốc Sở Y tế;\n\nHà Nội, ngày 20 tháng 9 năm 2026\n\n"
        "1. Khẩn trương chuẩn bị cơ số thuốc, báo cáo trước 17 giờ ngày 21/9.\n"
    )

    [task] = read(text, gazetteer=built_in_gazetteer()).tasks

    assert [unit.code for unit in task.lead] == ["SYT"]
    assert task.due is not None


@pytest.mark.parametrize(
    "words",
    [
        "1. Sở Y tế tổ chức 12 đợt kiểm tra an toàn thực phẩm trong quý II/2026.",
        "1. UBND xã Gia Lâm hoàn thành giải phóng mặt bằng trước ngày 15/8/2026, vượt kế hoạch.",
        "1. Chúc các đồng chí hoàn thành tốt nhiệm vụ trong quý IV.",
        "1. Mong các cấp, các ngành tiếp tục phấn đấu hoàn thành kế hoạch năm 2026.",
        "1. Phiên họp tháng 11 dự kiến tổ chức vào ngày 10/11/2026.",
        "1. Các chủ đầu tư cần nghiêm túc nhìn nhận.",
        "Tham dự phiên họp có lãnh đạo các sở. Văn phòng UBND thành phố chuẩn bị tài liệu chu đáo.",
    ],
)
def test_what_is_over_and_what_is_wished_is_no_task(words: str) -> None:
    assert _tasks(words) == ()
