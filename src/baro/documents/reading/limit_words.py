"""Words that limit a time: without one of them a date is only a date."""

from baro.documents.reading.patterns import grammar

_BOUND = (
    r"(?:chậm nhất|muộn nhất|trễ nhất|hạn cuối(?: cùng)?|hạn chót|không (?:muộn|chậm|trễ) hơn"
    r"|không quá)(?:~:| là| trước| đến| vào| trong| hết| sau| cuối){0,3}"
)
_NAMED = (
    r"(?:(?:thời hạn|hạn|tiến độ|mốc)(?! (?:cũ|trước đây|ban đầu|đã)(?!\w))(?: \w+){0,7}?"
    r"|(?:thời gian|thời điểm)(?: hoàn thành| thực hiện| báo cáo| gửi| trình| nộp| xong"
    r"| tổng hợp| triển khai| tổ chức| bắt đầu| kết thúc){0,2}"
    r"|(?:ngày )?hoàn thành)(?:~:| là)(?: chậm nhất| từ nay| trước| trong| đến| hết| xong| vào"
    r"| ngày(?= tháng)){0,3}"
)
_DONE = (
    r"(?:hoàn thành|xong|dứt điểm)(?: xong| dứt điểm)?(?: vào| đến| trong| trước| hết| cuối){1,2}"
)
_SENT = r"(?:báo cáo|gửi|nộp|trình|tổng hợp|tổ chức|họp)(?: \w+){0,6} vào(?: cuối)?"
_AIMED = r"phấn đấu(?: hoàn thành| xong)?(?: đến| trước| trong| vào| hết| cuối){1,2}"
_PLANNED = r"dự kiến(?: hoàn thành| xong| trình| báo cáo)?(?: vào| trong| trước| đến)?"
_FROM_NOW = r"(?:kể )?từ nay (?:cho )?đến(?: hết| cuối| trước)?"
_PART_OF_DAY = r"(?: (?:đêm|buổi (?:sáng|chiều|tối)|sáng|chiều|tối|trưa)(?! (?:nay|mai)))?"
_SHORT = rf"trước|(?:cho )?đến(?: hết| cuối)|hết|trong(?: các)?{_PART_OF_DAY}|hạn(?: đến| trước)?"

# What follows is the day or the period.
LIMIT = rf"(?:{_BOUND}|{_NAMED}|{_DONE}|{_SENT}|{_AIMED}|{_PLANNED}|{_FROM_NOW}|{_SHORT})"

# The verb belongs to the task, not to the words of its deadline.
VERB = grammar(
    r"(?:hoàn thành|xong|dứt điểm|thực hiện|trình|ban hành|phê duyệt|khởi công|họp|tổ chức)"
    r"(?: xong| dứt điểm)? (?=trong|trước|vào|đến|hết|cuối|ngày)"
    r"|(?:báo cáo|gửi|nộp|trình|tổng hợp|tổ chức|họp)(?: \w+){0,6} (?=vào)"
    r"|(?:chốt|gửi|nộp|xong|trình|báo cáo|hoàn thành)(?: (?!ngày)\w+){0,4} (?=\d{1,2}~[/.-])"
    r"|(?:vận hành|chạy thử|áp dụng|sử dụng|hoạt động|khai thác|thực hiện)(?: chính thức)?"
    r" (?=từ|kể)"
    r"|báo cáo (?=tại)"
)
_COUNTS = grammar(
    r"(?<!\w)(?:tính|tính từ [^,;.:()]{2,30}|lũy kế|từ đầu năm|từ đầu nhiệm kỳ"
    r"|từ (?:ngày )?\d[\w/. -]{1,24}"
    r"|(?:số liệu|thống kê|kết quả|phát sinh)(?: của \w+ \w+)?(?= (?:từ|đến))) (?=từ|đến|hết)"
)
_HAPPENED = grammar(
    r"(?<!\w)(?:phát sinh|tồn đọng|tồn tại|sinh|xảy ra|diễn ra|hình thành|có hiệu lực"
    r"|đưa vào sử dụng|khởi công|vi phạm|trúng tuyển|nghỉ hưu|(?:được|đã|bị) [^,;.:()]{2,40}) $"
)
_DONE_BEFORE = grammar(
    r"(?:trừ|những nơi|nơi nào|trường hợp|đơn vị nào)(?: [^,;.:()]{1,40}?)? (?:đã|vừa)"
    r" [^,;.:()]{2,30} $"
    r"|(?:hạn cũ|hạn trước đây|hạn ban đầu|thời hạn đã giao)~:?~$"
)
_LOOK_BACK = 60
_LOOK_FAR_BACK = 110


def says_what_was_counted(plain: str, first: int, start: int) -> bool:
    """As in "tính | đến hết ngày ...", "số liệu | từ ... đến ...": what the figures cover."""
    return any(
        found.end() == start
        for found in _COUNTS.finditer(plain, max(first, start - _LOOK_BACK), start + 4)
    )


def says_what_was_done(plain: str, first: int, start: int) -> bool:
    """As in "trừ những nơi đã tổ chức | trong tháng 11", "(hạn cũ: | ngày 30/9/2026)"."""
    return _DONE_BEFORE.search(plain, max(first, start - _LOOK_FAR_BACK), start) is not None


def says_what_happened(plain: str, first: int, start: int) -> bool:
    """As in "đất được giao | trước ngày ...": when things came about, if that day is over."""
    return _HAPPENED.search(plain, max(first, start - _LOOK_BACK), start) is not None
