"""Words after a group that make it smaller: "trừ ...", "liên quan", "ven sông Hồng", "có dự án"."""

from dataclasses import replace

from baro.documents.reading.mention import Mention
from baro.documents.reading.numbering import marker_at
from baro.documents.reading.patterns import grammar
from baro.documents.reading.points import AT_POINTS
from baro.documents.reading.vocabulary import ACTIONS

_EXCEPT = grammar(
    rf"~[,(]?~(?:trừ|ngoại trừ|không bao gồm"
    rf"|không gồm) [^;.()]{{2,160}}?(?=,?~(?:{ACTIONS})(?!\w)|[;.()]|$)"
)
_FARTHEST = 260
_WIDEST_SIGN = 24
_UNTIL = rf"(?= (?:{ACTIONS}|phải|cần|có trách nhiệm)(?!\w)|[,;.:]|$)"
_SOME = grammar(
    rf"~{AT_POINTS}|"
    r"~(?:ngoại thành|nội thành|nội đô|lân cận|miền núi|trung tâm)(?! phục)(?!\w)|"
    r"~(?:\(~)?(?:có )?liên quan\b|~(?:\(~)?còn lại(?!\w)"
    r"|~(?:chưa|chậm|còn) [^,;.:]{2,90}?(?= (?:khẩn trương|phải|cần|có trách nhiệm|tập trung"
    r"|nghiêm túc|sớm"
    r"|tiếp tục|chủ động)(?!\w))"
    r"|~(?:ven|nơi có|thuộc (?!tp|thành phố)|chưa|chậm|còn (?!lại)|giáp|dọc|nằm|khu vực|phía"
    r"|trong vùng|bị"
    r"|trọng điểm|vùng|mới|đạt (?:dưới|trên|thấp|từ|chưa)"
    r"|trung tâm (?!phục)|được (?!giao|yêu cầu))[^,;.:]{2,90}?"
    rf"{_UNTIL}|~có (?!trách nhiệm|văn bản|kế hoạch|giải pháp|báo cáo|phương án|biện pháp"
    rf"|ý kiến|hình thức|đề xuất)"
    rf"[^,;.:]{{2,90}}?{_UNTIL}"
)


def _line_end(text: str, start: int) -> int:
    """A broken line goes on, but not past a blank one or into an item of a list."""
    limit = min(len(text), start + _FARTHEST)
    place = text.find("\n", start, limit)
    while place != -1:
        following = text[place + 1 : place + 1 + _WIDEST_SIGN].lstrip(" \t")
        if not following or following[0] == "\n" or marker_at(following):
            return place
        place = text.find("\n", place + 1, limit)
    return len(text)


def limited(mention: Mention, text: str, plain: str) -> Mention:
    """The mention as the words after it leave it."""
    if mention.kind not in {"group", "vague"}:
        return mention
    end = _line_end(text, mention.end)
    exception = _EXCEPT.match(plain, mention.end, end)
    if exception and mention.units:
        words = " ".join(exception[0].strip(" ,(").split())
        doubt = f"Nhóm có ngoại lệ: “{words}”; cần bỏ các đơn vị này khi giao."
        return replace(mention, end=exception.end(), doubts=(*mention.doubts, doubt))
    some = _SOME.match(plain, mention.end, end)
    if not some:
        return mention
    shown = " ".join(text[mention.start : some.end()].split()).rstrip(" ,(")
    doubt = f"“{shown}”: văn bản chưa nêu tên từng đơn vị."
    rest = mention.units if "còn lại" in some[0] else ()
    return replace(mention, end=some.end(), kind="vague", units=(), doubts=(doubt,), rest_of=rest)
