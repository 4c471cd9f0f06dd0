"""Tells what a sentence is when it gives no order: praise, finding, agreement, formula, heading."""

from typing import Literal, NamedTuple

from baro.documents.reading import vocabulary
from baro.documents.reading.days import HOUR
from baro.documents.reading.patterns import grammar

_CLOSING = grammar(
    r"(?:(?:kính |xin )?(?:chúc|mong|hy vọng|tin tưởng|tin rằng)"
    r"|trên đây là|xin thông báo|trân trọng|nơi nhận|trong quá trình (?:triển khai|tổ chức"
    r"|thực hiện)"
    r"|quá trình (?:triển khai|tổ chức|thực hiện)"
    r"|(?:văn phòng|ubnd|thành ủy|ban|sở|đảng ủy|thừa lệnh|thừa ủy quyền"
    r"|thường trực)[^.;]{0,160}?(?:xin )?thông báo"
    r"[^.;]{0,160}?(?:để|tới|đến)[^.;]{0,160}?(?:biết|thực hiện)"
    r"|(?:nếu|trường hợp)(?: \w+){0,4} (?:có|gặp|phát sinh) (?:khó khăn|vướng mắc)"
    r"|(?:nếu (?:còn|có) )?(?:(?:mọi|các|những) )?(?:ý kiến|thông tin|nội dung|khó khăn|vướng mắc"
    r"|thắc mắc|phản hồi|chi tiết)[^.;]{0,60}?(?:đề nghị |xin |vui lòng )?liên hệ"
    r"|(?:đầu mối|cán bộ|chuyên viên|số điện thoại|điện thoại|địa chỉ)(?: \w+){0,3} liên hệ"
    r"|(?:thông tin )?liên hệ~:"
    r"|(?:các )?(?:phòng, |cơ quan, )?(?:cơ quan|đơn vị|địa phương)[^.;]{0,40}?"
    r" (?:gặp|có) (?:khó khăn|vướng mắc)"
    r"|nhận được (?:công văn|thông báo|văn bản)(?: này)?,? (?:đề nghị|yêu cầu))(?!\w)"
)
_CARRY_OUT = grammar(
    r"(?:~(?:nghiêm túc|khẩn trương|tập trung|triển khai|tổ chức|thực hiện|quan tâm|phối hợp"
    r"|nghiên cứu|biết|và"
    r"|để|,|theo dõi|chỉ đạo|căn cứ|chấp hành|theo|đúng|các|nội dung|ý kiến|kết luận|thông báo"
    r"|công văn|văn bản"
    r"|chỉ thị|chỉ đạo|tại|này|trên|nêu|quy định|đầy đủ|kịp thời|hiệu quả|có|phải|cần|của"
    r"|đồng chí|chủ tịch|ubnd|ngay|công điện|kế hoạch|nghị quyết|quyết định|chương trình|hướng dẫn"
    r"|biên bản|tốt|quyết liệt|hiệu lực|để|bảo đảm|tiến độ|chung|quán triệt|nghiêm"
    r"|thành phố|tp|đúng hạn|thời hạn|hơn nữa|hơn|trong|nhiệm vụ|được giao|tinh thần|trách nhiệm"
    r"|cao|sự|công việc"
    r"|tích cực|chủ động|đồng bộ|nêu|phát huy|với|mình|bảng|phụ lục|danh mục|sau|dưới đây"
    r"|kèm theo|phân công|thi hành|chịu trách nhiệm"
    r"|nghị quyết này)(?!\w))+~[./;:]*~\"?$"
)
_PRAISE = grammar(rf"(?:[^.;]{{0,220}}?(?<!\w))?(?:{vocabulary.PRAISE})(?!\w)")
_PRAISED = grammar(rf"(?<!\w)(?:{vocabulary.PRAISE})(?!\w)")
_AGREEMENT = grammar(
    rf"(?<!\w)(?:{vocabulary.AGREEMENT}) (?:về|với|chủ trương|nội dung|đề xuất|theo|như|cho"
    rf"|nguyên tắc|phương án|việc)(?!\w)"
)
_FINDING = grammar(rf"(?:\"~)?(?:{vocabulary.FINDING})")
_PAST = grammar(r"(?<!\w)(?:đã|đang|còn (?!lại)|chưa|bị|đạt|vẫn|cơ bản hoàn thành)(?!\w)")
_ADDS = grammar(
    r"(?:trước|chậm nhất|muộn nhất|trong|định kỳ|hằng|hàng|hoàn thành|xong|thời gian|thời hạn"
    r"|sản phẩm|kết quả:|hạn)(?!\w)"
)
_PRODUCT = grammar(r"(?:sản phẩm|kết quả)(?: đầu ra)?~:")
_REMINDS = grammar(rf"(?:{vocabulary.REMINDERS})(?!\w)")
_BASIS_OPENS = grammar(
    r"(?:căn cứ|thực hiện|theo|xét|tiếp theo|triển khai thực hiện|triển khai)(?: nội dung"
    r"| ý kiến| các)*"
    r" (?:kế hoạch|văn bản|công văn|chỉ đạo|kết luận|nghị quyết|thông báo|chỉ thị|luật"
    r"|nghị định|quyết định"
    r"|đề nghị|tờ trình|chương trình|quy định|công điện|bản tin)(?!\w)"
)
_MEETING = grammar(
    r"(?:ngày|sáng|chiều|tại|vừa qua|trong ngày)[^.;]{0,200}?(?:chủ trì|tổ chức|họp|làm việc"
    r"|kiểm tra|nghe)"
    r"|cùng dự|tham dự|dự họp|dự hội nghị|sau khi nghe|thành phần"
)
_BASIS = grammar(r"(?:căn cứ|thực hiện|xét|trên cơ sở|tiếp theo|theo)(?!\w)[^.;]{0,400}[;,.]?~$")
_LEADS_ON = grammar(
    r"[^.]{0,400}(?:kết luận|như sau|chỉ đạo|yêu cầu|đề nghị|giao|sau đây|sau|nội dung"
    r"|nhiệm vụ)[^.]{0,60}:~$"
)
ACTION = grammar(
    rf"(?:\"~|\(\w{{1,4}}\)~)?(?:(?:phải|cần|tiếp tục|chủ động|khẩn trương|sớm|trước mắt"
    rf"|đồng thời|riêng|hằng \w+|hàng \w+|mỗi \w+(?: (?:một|0?1) lần)?|về lâu dài|tới đây"
    rf"|(?:0?6|sáu) tháng(?:~,~(?:hằng|hàng) năm| một lần)?"
    rf"|định kỳ(?: hằng| hàng)? \w+)~,?~)*(?:{vocabulary.ACTIONS}|khẩn trương|chủ động"
    rf"|tiếp tục|trước ngày|có (?:văn bản|báo cáo"
    rf"|tờ trình|ý kiến|thông báo|phương án))(?!\w)"
)
_MUST = grammar(r"(?<!\w)(?:phải|cần|có trách nhiệm|yêu cầu|đề nghị)(?!\w)")
_URGED = grammar(
    r"~(?:cũng |đều |còn )?(?:cần|phải|có trách nhiệm"
    r"|được (?:giao|yêu cầu|phân công|đề nghị|chỉ đạo))(?!\w)"
)
_AHEAD = grammar(r"(?:trước mắt|trước hết|thời gian tới|tới đây)(?!\w)")
_AGREES = grammar(
    rf"(?:cơ bản )?(?:{vocabulary.AGREEMENT}) (?:về"
    # "thống nhất với Sở A quy trình" is an act: two bodies settle something.
    r"|với(?! (?:sở|ubnd|ban|văn phòng|công an|xã|phường|chủ đầu tư|nhà thầu|các hộ)(?!\w))"
    r"|chủ trương|nội dung|đề xuất|theo|như|nguyên tắc|phương án)(?!\w)"
)
_TOPIC = grammar(r"(?:về|công tác|nội dung)(?!\w)[^:;.]{2,140}:~")
_FRAME = grammar(
    r"(?:trường hợp|nếu|trong|trước|chậm nhất|đến|từ|hằng|hàng|định kỳ|ngay)(?!\w)[^,.;]{1,120},~"
)
_HEADING_LENGTH = 140


_TELLS_MEETING = grammar(
    rf"[^.;]{{0,160}}?(?:ngày|sáng|chiều|tối|hồi)~(?:{HOUR}~,?~)?(?:ngày )?\d{{1,2}}"
    r"(?:~[/.-]~\d| tháng )[^.;]{0,200}?"
    r"(?:chủ trì|tổ chức|họp|dự|khảo sát|kiểm tra|làm việc|nghe|tiếp|thăm)"
    r" (?:\w+ ){0,3}?(?:hội nghị|cuộc họp|buổi|phiên|giao ban|họp|đoàn|lễ|với|tại|thực tế|tiến độ)"
)


class Verdict(NamedTuple):
    kind: Literal["information", "none"]
    reason: str


def is_closing(plain: str, start: int, end: int) -> bool:
    return _CLOSING.match(plain, start, end) is not None


def only_says_carry_it_out(plain: str, start: int, end: int) -> bool:
    """As in "nghiêm túc triển khai thực hiện Thông báo này": an order without a task in it."""
    return _CARRY_OUT.match(plain, start, end) is not None


def tells_of_a_meeting(plain: str, start: int, end: int) -> bool:
    """As in "Ngày 18/8/2026, Giám đốc Sở chủ trì Hội nghị ...": how the paper came about."""
    return _TELLS_MEETING.match(plain, start, end) is not None


def opens_with_a_meeting(plain: str, start: int, end: int) -> bool:
    """As in "Tham dự phiên họp có ...": the paragraph tells who met."""
    return _MEETING.match(plain, start, end) is not None


def is_told_as_done(plain: str, start: int, end: int) -> bool:
    return bool(
        _FINDING.match(plain, start, end) or _PAST.search(plain, start, min(end, start + 160))
    )


def adds_to_an_order(plain: str, start: int, end: int) -> bool:
    """As in "chậm nhất ngày 20", "Thời hạn: ...", "Sản phẩm: ...": more about the order before."""
    return _ADDS.match(plain, start, end) is not None


def names_product(plain: str, start: int, end: int) -> bool:
    return _PRODUCT.match(plain, start, end) is not None


def is_basis(plain: str, start: int, end: int) -> bool:
    """As in "Thực hiện Kế hoạch số ... của ...": what the paper rests on."""
    return _BASIS_OPENS.match(plain, start, end) is not None


def praises(plain: str, start: int, end: int) -> bool:
    return _PRAISED.search(plain, start, min(end, start + 260)) is not None


def opens_with_action(plain: str, start: int, end: int) -> bool:
    topic = _TOPIC.match(plain, start, end)
    start = topic.end() if topic else start
    if _AGREES.match(plain, start, end) or _PRAISED.match(plain, start, end):
        return False
    frame = _FRAME.match(plain, start, end)
    return any(ACTION.match(plain, at, end) for at in (start, frame.end() if frame else start))


def must_be_done(plain: str, start: int, end: int) -> bool:
    return _MUST.search(plain, start, end) is not None


def is_urged(plain: str, start: int, after_leads: int, end: int) -> bool:
    """In a press text a body's action is an order only when someone says that it must be done."""
    return bool(_URGED.match(plain, after_leads, end) or _AHEAD.match(plain, start, end))


def verdict(plain: str, start: int, end: int, *, is_heading: bool) -> Verdict:
    """Why a stretch that holds no task is information, or nothing."""
    for holds, kind, reason in (
        (_CLOSING.match(plain, start, end), "none", "Câu kết, không giao việc."),
        (_LEADS_ON.match(plain, start, end), "information", "Câu dẫn vào các nội dung bên dưới."),
        (is_heading, "none", "Tiêu đề mục."),
        (_BASIS.match(plain, start, end), "information", "Căn cứ của văn bản."),
        (
            _REMINDS.match(plain, start, end),
            "information",
            "Nhắc nhở, lưu ý; không có việc cụ thể.",
        ),
        (praises(plain, start, end), "information", "Ghi nhận, biểu dương; không giao việc."),
        (_MEETING.match(plain, start, end), "information", "Diễn biến, thành phần cuộc họp."),
        (
            _AGREEMENT.search(plain, start, min(end, start + 140)),
            "information",
            "Thống nhất chủ trương; chưa giao việc.",
        ),
        (is_told_as_done(plain, start, end), "information", "Đánh giá tình hình, kết quả."),
    ):
        if holds:
            return Verdict("none" if kind == "none" else "information", reason)
    return Verdict("information", "Không có từ giao việc.")


def is_heading(text: str, plain: str, start: int, end: int) -> bool:
    """A short line that names a subject and ends without a full stop."""
    words = text[start:end].strip()
    if not words or len(words) > _HEADING_LENGTH:
        return False
    if words.isupper():
        return True
    return words[-1] not in ".;!?" and ". " not in words and not must_be_done(plain, start, end)
