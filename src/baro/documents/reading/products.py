"""What is to be handed in: the paper that a verb of making or sending names."""

import re

from baro.documents.reading.patterns import grammar

_KINDS = (
    "dự thảo|kế hoạch|quyết định|báo cáo|tờ trình|đề án|phương án|dự án|quy chế|quy định|hướng dẫn"
    "|nghị quyết|chương trình|danh mục|văn bản|công văn|chỉ thị|đề cương|quy trình|bộ tiêu chí"
    "|tiêu chí"
    "|cơ sở dữ liệu|bộ chỉ số|hồ sơ|biên bản|thông báo|biểu|bảng|sổ tay|tài liệu|phụ lục"
    "|kết luận|thống kê"
    "|thông tư|khung|định mức|đơn giá|tổng hợp|bản đồ|phần mềm|kịch bản|ứng dụng|lộ trình"
    "|mô hình|danh sách"
)
_MAKES = (
    "xây dựng|ban hành|soạn thảo|dự thảo|trình|lập|hoàn thiện|hoàn chỉnh|tham mưu|biên soạn|gửi|nộp"
    "|phê duyệt|công bố|điều chỉnh|thẩm định|đề xuất|cung cấp|có|ký|cập nhật|hoàn thành|bổ sung"
)
_LABEL = grammar(
    r"(?:sản phẩm|kết quả|sản phẩm đầu ra)(?: đầu ra| hoàn thành"
    r"| dự kiến)?~:~(?P<what>[^;.]{3,200})"
)
_MADE = grammar(
    rf"(?<!\w)(?:{_MAKES})(?! cáo)(?: và (?:{_MAKES}))?(?:,~(?:{_MAKES}))?"
    r"(?P<to>(?: \w+){0,9}?) (?P<what>(?:các |bộ |bản )?"
    rf"(?:{_KINDS})(?!\w)(?! (?:này|trên|nêu)(?!\w)))"
)
_REPORT = grammar(
    r"(?<!\w)(?P<what>báo cáo)(?!\w)(?P<rest> (?:kết quả|tiến độ|tình hình)[^,;.()]{0,80})?"
)
_STOP = grammar(
    r"[,;.:()]|(?<!\w)(?:trước ngày|trước|trong tháng|trong quý|trong năm|trong \d|chậm nhất"
    r"|hoàn thành|xong|để"
    r"|theo(?! dõi)|bảo đảm|đảm bảo|gửi|báo cáo|trình (?=ubnd|hđnd|thành|ban|chủ|thủ|chính"
    r"|thường|bộ)|làm cơ sở|làm căn cứ|nhằm|phục vụ|và gửi"
    r"|và báo cáo|vào ngày|hằng|hàng|định kỳ|trên cơ sở|căn cứ|về ubnd|về sở|về văn phòng"
    r"|về ban|về công an|về đảng ủy|về bộ|với|về thành ủy|phấn đấu|sau khi"
    r"|đến ubnd|lên|do|từ ngày|tại)(?!\w)"
)
_REPORT_TO = re.compile(
    r"báo cáo (?:Thành ủy|Thành uỷ|UBND|HĐND|Chủ tịch|Thường trực|Ban Thường vụ|Bí thư|Sở"
    r"|Thủ tướng)"
)
_LONGEST = 120


def find_product(text: str, plain: str, start: int, end: int) -> str | None:
    """The product in the words of the text, or None."""
    label = _LABEL.search(plain, start, end)
    if label:
        return _shown(text[label.start("what") : label.end("what")])
    made = _MADE.search(plain, start, end)
    if made:
        return _shown(text[made.start("what") : _phrase_end(plain, made.end("what"), end)])
    report = _REPORT.search(plain, start, end)
    if report is None:
        return None
    last = report.end("what")
    if report["rest"]:
        last = _phrase_end(plain, last + 5, min(report.end("rest"), end))
    return _shown(text[report.start() : last])


def _phrase_end(plain: str, start: int, end: int) -> int:
    stop = _STOP.search(plain, start, min(end, start + _LONGEST))
    if stop:
        return stop.start()
    cut = min(end, start + _LONGEST)
    return cut if cut == end else plain.rfind(" ", start, cut)


def _shown(words: str) -> str:
    clean = re.sub(r"\s+", " ", words).strip(" ,.;:-/")
    if _REPORT_TO.match(clean):
        return "Báo cáo"
    return clean[:1].upper() + clean[1:]
