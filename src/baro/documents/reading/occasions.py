"""Times that hang on an event: "trước kỳ họp thứ 12", "sau khi có kết luận", "trước Tết"."""

from baro.documents.reading.days import DAY, Day
from baro.documents.reading.patterns import grammar

_MEETING = (
    r"(?:mỗi )?(?:kỳ họp|hội nghị|đại hội|phiên họp|cuộc họp(?! giao ban)"
    r"|(?:phiên |buổi |cuộc |cuộc họp |kỳ )?giao ban"
    r"|buổi họp|phiên làm việc)"
)
# As in "thông qua tại phiên họp Ban Thường vụ ngày 26/11/2026".
ON_ITS_DAY = grammar(rf"\b(?:tại|trong|vào|trước) {_MEETING}[^,;.:()]{{0,60}}? (?=ngày){DAY}")
_SEASON = (
    r"(?:tết|mùa|khai giảng|năm học|dịp|lễ|quốc khánh|ngày bầu cử|ngày khai (?:giảng|mạc|trương)"
    r"|ngày diễn ra|ngày tổ chức|ngày khởi công|khi|lúc|thời điểm|thời gian diễn ra|đợt|kỳ nghỉ"
    r"|kỳ thi|bão|giờ)"
)
_WHICH = (
    r"(?: tới| gần nhất| tiếp theo| cuối năm| giữa năm| sau| kế tiếp| thứ \w+"
    r"|(?: thường kỳ)? (?:tháng|quý|tuần) (?:\d{1,2}|[iv]{1,3})(?:~/~\d{4}| năm \d{4})?)"
)
SESSION = grammar(r"\b(?:tại|trong|trước|trình|vào) kỳ họp[^,;.:]{0,60}")
EVENT = grammar(
    rf"\b(?:(?:trước|chậm nhất(?: là)?(?: trước)?|xong trước) (?:{_MEETING}|{_SEASON})(?!\w)"
    rf"[^,;.:()]{{0,70}}"
    rf"|(?:tại|trong) {_MEETING}[^,;.:]{{0,40}}?{_WHICH}(?!\w)"
    r"|(?:gửi |trình |xong )?trước đó (?:ít nhất )?\d{1,2} (?:ngày|giờ|tuần)(?: làm việc)?"
    r"|(?:khi|sau) (?:xong|hết|kết thúc) [^,;.:()]{2,50}"
    r"|(?:ngay )?sau (?:tết|bầu cử|đại hội|kỳ nghỉ|đợt)(?!\w)[^,;.:()]{0,40}"
    r"|trước (?:kỳ |đợt |giờ |lễ )?(?:khai (?:mạc|hội|trương|giảng)|tiếp dân|bầu cử|ra mắt)(?!\w)"
    r"[^,;.:()]{0,40}"
    rf"|báo cáo tại {_MEETING}[^,;.:]{{0,60}}"
    rf"|(?:ngay )?sau khi [^,;.:]{{3,70}}"
    r"|kịp (?:trước|phục vụ|khai|thời gian|tiến độ|cho)[^,;.:()]{2,50}"
    r"|khi kết thúc [^,;.:()]{3,50}"
    r"|(?:chậm nhất )?trước ít nhất \d{1,3} (?:giờ|ngày)"
    rf"|(?:chậm nhất )?\d{{1,2}} (?:ngày|giờ)(?: làm việc)? trước (?!ngày \d)[^,;.:()]{{3,60}}"
    rf"|(?:từ nay )?(?:cho )?đến khi [^,;.:]{{3,60}}"
    rf"|ngay sau {_MEETING}[^,;.:]{{0,50}}"
    rf"|ngay khi [^,;.:]{{3,60}}"
    rf"|khi (?:có|được) (?:yêu cầu|chỉ đạo|thông báo|kết luận|văn bản)[^,;.:]{{0,40}}"
    rf"|(?:\d{{1,2}} ngày(?: làm việc)? )trước (?:khi|{_MEETING}|ngày)(?!~\d)[^,;.:]{{0,60}}"
    rf"|(?:trong|hết|trước|cuối|kết thúc) (?:học kỳ|năm học)(?!\w)[^,;.:()]{{0,40}}"
    rf"|(?:nhân|trong) dịp (?:tết|lễ|kỷ niệm)[^,;.:()]{{0,50}})"
)


def no_day(words: str) -> Day:
    shown = " ".join(words.split())
    kind = "năm học" if "học kỳ" in shown or "năm học" in shown else "sự kiện"
    return Day(None, f"Thời hạn gắn với {kind}, chưa phải là một ngày.")
