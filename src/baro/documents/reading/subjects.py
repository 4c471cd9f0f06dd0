"""Who is told to act at the head of an item, when no list of bodies knows him."""

import re

from baro.documents.reading.letters import LOWER, UPPER
from baro.documents.reading.mention import Mention
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span
from baro.documents.reading.strangers import unknown
from baro.documents.reading.unit_lists import UnitList
from baro.documents.reading.vocabulary import ACTIONS, DUTIES

_PERSON = r"(?:đồng chí|đ/c|ông|bà|anh|chị) (?!giám đốc|chánh văn phòng|trưởng ban|chủ tịch ubnd)"
_POST = r"(?:phó (?:chủ tịch|bí thư|giám đốc|chánh văn phòng|trưởng ban|tổng)|chủ tịch(?= \w+ \w))"
_BODY = (
    r"(?:các |(?:\d{1,2}|hai|ba|bốn|năm) )?(?:tổ trưởng|tổ phó|tổ dân phố|tổ công tác"
    r"|tổ giúp việc|tổ kiểm tra|tổ|trưởng (?:các )?(?:thôn|phòng|ban|trạm|đoàn|công an|phường|xã)"
    r"|trưởng|thôn|trạm|đội|đoàn|hội|chi bộ|chi đoàn|công an (?!tp)|ban chỉ (?:huy|đạo)|ban"
    r"|nhà trường"
    r"|hiệu trưởng|chỉ huy trưởng|trạm trưởng|đội trưởng"
    r"|trường(?! hợp)|doanh nghiệp|nhà thầu|chủ đầu tư|đại biểu|thành viên|cán bộ|công chức"
    r"|phòng|đơn vị|cơ quan|sở|ngành|xã|phường|lực lượng|bộ phận|báo|đài|bệnh viện|trung tâm"
    r"|thành đoàn|đoàn thanh niên|quỹ|ban quản lý|đảng ủy|hợp tác xã|htx|công ty|bên"
    r"|câu lạc bộ|kế toán|thủ quỹ|văn thư|điện lực|bưu điện|hạt kiểm lâm|kho bạc|ngân hàng"
    r"|cảnh sát|dân quân|tiểu ban|hội đồng|chi cục|cục|nhóm|mặt trận|đoàn thể|khu dân cư"
    r"|ban giám hiệu|viện|học viện|nhà máy|xí nghiệp|chủ rừng|chủ cơ sở|thuế|bảo hiểm xã hội"
    r"|tòa án|thanh tra|bí thư (?:chi bộ|đoàn)|chủ nhiệm|liên đoàn|tổng công ty)(?!\w)"
)
_NAME = re.compile(rf"(?<=[{LOWER}]\s)[{UPPER}][{LOWER}]*(?!\w)")
_BARE = grammar(
    r"(?:phòng|sở|ban|phường|xã|văn phòng|trung tâm|đơn vị|cơ quan|địa phương)"
    r"(?: này| trên| cũng| còn)+(?: phải| cần)?"
)
_LONGEST_SUBJECT = 240
_VERB = rf"(?:{ACTIONS}|{DUTIES}|tự|góp ý)(?!\w)"
_FORM = grammar(
    rf"(?!(?:{ACTIONS}|thống nhất|đồng ý|nhất trí)(?!\w))"
    rf"(?:(?P<person>{_PERSON}|{_POST})|(?P<body>{_BODY}))(?! nào(?!\w))"
    rf"(?:(?!(?<!\w)(?:đã|đang|bị|vẫn)(?!\w))[^.;:]){{0,90}}?"
    rf"(?=~(?:\([^()]{{1,60}}\)~)?,?~(?:{_VERB}|:))"
)


def means_the_one_before(plain: str, leads: UnitList) -> bool:
    """As in "Phòng cũng làm việc với ...", after a sentence that named the division."""
    return not leads.has_units and _BARE.fullmatch(plain, leads.start, leads.end) is not None


def person_told(text: str, plain: str, span: Span) -> UnitList | None:
    """As in "giao | đồng chí A chuẩn bị ...", "giao | bà Phó Giám đốc Sở phụ trách ... chủ trì"."""
    start = span.start
    while start < span.end and plain[start] == " ":
        start += 1
    found = unknown_subject(text, plain, Span(start, span.end))
    return found if found and found.mentions[0].kind == "person" else None


def unknown_subject(text: str, plain: str, span: Span) -> UnitList | None:
    """As in "Các tổ trưởng tổ dân phố rà soát ...", "Chị A (Phó Chánh Văn phòng) chuẩn bị ..."."""
    found = _FORM.match(plain, *span)
    if found is None or not found[0].strip():
        return None
    if found["person"]:
        end = _end_of_person(text, plain, span)
        mention = Mention(span.start, end, "person")
    else:
        mention = unknown(text, span.start, found.end())
    return UnitList(mention.start, mention.end, (mention,)) if mention.end > span.start else None


def _end_of_person(text: str, plain: str, span: Span) -> int:
    """Past his whole name, as in "đồng chí Nguyễn Văn Lập": no verb is written so."""
    end = min(span.end, span.start + _LONGEST_SUBJECT)
    signs = list(plain[span.start : end])
    for name in _NAME.finditer(text, span.start, end):
        signs[name.start() - span.start : name.end() - span.start] = "x" * len(name[0])
    found = _FORM.match("".join(signs))
    return span.start + (found.end() if found else 0)
