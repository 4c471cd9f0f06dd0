"""What is to be handed in: the paper that a verb of making or sending names."""

import re
from bisect import bisect_right

from baro.documents.reading import product_words
from baro.documents.reading.patterns import grammar
from baro.documents.reading.vocabulary import ACTIONS

_LABEL = grammar(
    r"(?:sản phẩm|kết quả|sản phẩm đầu ra)(?: đầu ra| hoàn thành"
    r"| dự kiến)?~:~(?P<what>[^;.]{3,200})"
)
_KIND = grammar(
    rf"(?<!\w)(?:(?:các|bộ|bản|những|01|một) )?(?:{product_words.KINDS})(?!\w)"
    r"(?! (?:này|trên|nêu(?! rõ)|đó|kèm theo|được (?:duyệt|phê duyệt|giao|ban hành)|đã )(?!\w))"
)
_MAKES = grammar(rf"(?<!\w)(?:{product_words.MAKES})(?!\w)(?! cáo(?!\w))")
_ONLY_NAMED = grammar(rf"(?:^|[^\w])(?:{product_words.ONLY_NAMED_AFTER}) $")
_SENT_ON = grammar(
    r"[^,;.:()]{0,60}? (?:gửi|nộp|ban hành|có chữ ký|trình (?=ubnd|thường|chủ|ban|thành"
    r"|hđnd))(?!\w)"
)
# These are verbs when they open a part of a sentence.
_ALSO_VERBS = grammar(
    r"(?:hướng dẫn|thông báo|báo cáo|quyết định|thống kê|dự thảo|kết luận(?! (?:thanh tra"
    r"|kiểm tra))|quy định)(?!\w)"
)
_FOR_OTHERS = grammar(
    r"(?<!\w)(?:hỗ trợ|giúp|vận động|hướng dẫn|tạo điều kiện|khi)(?!\w)[^,;.:()]{0,60}$"
)
_TOLD = grammar(
    r"(?<!\w)báo cáo(?P<to>(?: [^,;.:()]{2,80}?)??) (?P<what>(?:dự thảo|phương án|đề án|danh sách"
    r"|danh mục|lộ trình|tờ trình|kế hoạch)(?!\w)(?! (?:này|trên|nêu|số)(?!\w)))"
)
_SENT = grammar(
    r"(?<!\w)(?:gửi|nộp|cung cấp|công bố)(?: bổ sung| đầy đủ| kịp thời)? (?P<what>số liệu|kết quả"
    r"|ý kiến|đề xuất|nhu cầu|dữ liệu)(?!\w)"
    r"|(?:^|[,;] )(?P<sent>kết quả)(?= (?:gửi|nộp)(?!\w))"
)
_IN_WRITING = grammar(r"(?<!\w)bằng (văn bản)(?!\w)")
_OF_WORK = grammar(
    r"(?<!\w)(?:kết quả|tình hình|tiến độ|việc|thực hiện|về|triển khai|kiểm tra|rà soát|theo|trong"
    r"|để|bằng|trước|tại)(?!\w)"
)
_REPORT = grammar(
    r"(?<!\w)(?P<what>báo cáo)(?!\w)(?P<rest> (?:kết quả|tiến độ|tình hình|giải trình)"
    r"[^,;.()]{0,80})?"
)
_STOP = grammar(
    r"[,;.:()]|(?<!\w)(?:trước ngày|trước|trong tháng|trong quý|trong năm|trong \d|chậm nhất"
    r"|trong (?:thời hạn|vòng|tuần|ngày)|đến (?=các |từng |đại biểu)"
    r"|hoàn thành|xong|để"
    r"|theo(?! dõi)|bảo đảm|đảm bảo|gửi|báo cáo|trình (?=ubnd|hđnd|thành|ban|chủ|thủ|chính"
    r"|thường|bộ)|làm cơ sở|làm căn cứ|nhằm|và gửi"
    r"|và báo cáo|vào ngày|(?:hằng|hàng)(?= (?:ngày|tuần|tháng|quý|năm))|định kỳ|trên cơ sở"
    r"|căn cứ|về ubnd|về sở|về văn phòng"
    r"|về ban|về công an|về đảng ủy|về bộ|với|về thành ủy|phấn đấu|sau khi"
    r"|đến ubnd|lên|do|từ ngày|tại|cho(?= (?:các )?(?:ubnd|sở|văn phòng|ban|đảng ủy|bộ|thành ủy"
    r"|đơn vị|địa phương|xã|phường)))(?!\w)"
)
_ACTION = grammar(rf"~(?:{ACTIONS}|{product_words.KINDS})(?!\w)")
_REPORT_TO = re.compile(
    r"báo cáo (?:Thành ủy|Thành uỷ|UBND|HĐND|Chủ tịch|Thường trực|Ban Thường vụ|Bí thư|Sở"
    r"|Thủ tướng)"
)
_BREAK = re.compile(r"[,;.:()]")
# A day told by a paper ("kể từ ngày ban hành Thông báo"), a draft that is only spoken of.
_NOT_MADE = grammar(
    r"(?<!\w)(?:(?:kể từ |từ |sau )?(?:ngày|khi|thời điểm) (?:ban hành|ký|phát hành|ra|có"
    r"|thông qua)"
    r"|(?:về|theo|vào|của|các|trong|với) dự thảo)$"
)
_NOT_HANDED_IN = grammar(
    r"(?<!\w)(?:nhận|nhận được|theo|tại|từ|qua|các|việc|nghe|xem xét|khi có|trong|của|chậm) $"
)
_LOOK_BACK = 40
_LONGEST = 120
_MOST_WORDS = 9
_FARTHEST = 90


def find_product(text: str, plain: str, start: int, end: int) -> str | None:
    """The product in the words of the text, or None."""
    label = _LABEL.search(plain, start, end)
    if label:
        return _shown(text[label.start("what") : label.end("what")])
    named = _made(plain, start, end) or _told(plain, start, end)
    if named:
        return _shown(text[named[0] : _phrase_end(plain, named[1], end)])
    report = _report(plain, start, end)
    if report is None:
        return _sent_along(text, plain, start, end)
    last = report.end("what")
    if report["rest"]:
        last = _phrase_end(plain, last + 5, min(report.end("rest"), end))
    return _shown(text[report.start() : last])


def _report(plain: str, start: int, end: int) -> re.Match[str] | None:
    """The first report that is to be made, not one that has come in."""
    for found in _REPORT.finditer(plain, start, end):
        if not _NOT_HANDED_IN.search(plain, max(start, found.start() - _LOOK_BACK), found.start()):
            return found
    return None


def _made(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The first paper that a verb of making or sending governs, or that is itself sent on."""
    verbs = [verb.span() for verb in _MAKES.finditer(plain, start, end)]
    for noun in _KIND.finditer(plain, start, end):
        place = bisect_right(verbs, noun.start(), key=lambda verb: verb[1]) - 1
        before = plain[max(start, noun.start() - _FARTHEST) : noun.start()]
        if place >= 0 and _governs(plain, start, verbs[place], noun.start()):
            return noun.span()
        if _ALSO_VERBS.match(plain, noun.start()):
            continue
        if _opens_part(before) and _SENT_ON.match(plain, noun.end(), end):
            return noun.span()
    return None


def _governs(plain: str, first: int, verb: tuple[int, int], noun: int) -> bool:
    between = plain[verb[1] : noun]
    if _BREAK.search(between) or len(between.split()) > _MOST_WORDS:
        return False
    if _FOR_OTHERS.search(plain, max(first, verb[0] - _FARTHEST), verb[0]):
        return False
    if _NOT_MADE.search(plain, max(first, verb[0] - _LOOK_BACK), verb[1]):
        return False
    return not between.strip() or _ONLY_NAMED.search(between) is None


def _opens_part(before: str) -> bool:
    return not before.strip() or before.rstrip()[-1] in ",;:("


def _told(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """As in "báo cáo Thường trực Đảng ủy phương án ...": the paper, not the act."""
    found = _TOLD.search(plain, start, end)
    return found.span("what") if found and not _OF_WORK.search(found["to"]) else None


def _sent_along(text: str, plain: str, start: int, end: int) -> str | None:
    """No paper is named, but figures, results or an answer in writing are to be sent."""
    if _IN_WRITING.search(plain, start, end):
        return "Văn bản"
    sent = _SENT.search(plain, start, end)
    if sent is None:
        return None
    what = "what" if sent["what"] else "sent"
    return _shown(text[sent.start(what) : _phrase_end(plain, sent.end(what), end)])


def _phrase_end(plain: str, start: int, end: int) -> int:
    """Where the noun phrase stops; "vệ sinh môi trường, phòng dịch và cung ứng" is one."""
    limit = min(end, start + _LONGEST)
    here = start
    while stop := _STOP.search(plain, here, limit):
        if stop[0] != "," or not _list_goes_on(plain, stop.end(), limit):
            return stop.start()
        here = stop.end()
    return limit if limit == end else plain.rfind(" ", start, limit)


def _list_goes_on(plain: str, start: int, limit: int) -> bool:
    if _ACTION.match(plain, start, limit):
        return False
    stop = _STOP.search(plain, start, limit)
    return " và " in plain[start : stop.start() if stop else limit]


def _shown(words: str) -> str:
    clean = re.sub(r"\s+", " ", words).strip(" ,.;:-/")
    if _REPORT_TO.match(clean):
        return "Báo cáo"
    return clean[:1].upper() + clean[1:]
