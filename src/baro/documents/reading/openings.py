"""Whom the head of a sentence names: "Sở A chủ trì ...", "Đối với UBND phường B: ..."."""

from baro.documents.reading import speakers, vocabulary
from baro.documents.reading.mention import Mention
from baro.documents.reading.order import Order
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span
from baro.documents.reading.strangers import unknown
from baro.documents.reading.subjects import unknown_subject
from baro.documents.reading.unit_lists import Named, UnitList

_TOPIC = grammar(
    r"(?:(?:về|đối với|công tác|nội dung|việc|dự án|riêng|chế độ)(?!\w)[^:;.]{2,140}"
    rf"|(?:cơ bản )?(?:{vocabulary.AGREEMENT}) (?:với|về|theo) [^:;.]{{2,140}}):~"
)
_INTRO = grammar(
    r"(?:\"~)?(?:\(\w{1,4}\)~)?(?:(?:đồng thời|riêng|đối với|trước mắt|trước hết|cùng với đó"
    r"|bên cạnh đó"
    r"|trong đó|theo đó"
    r"|ngoài ra|đặc biệt|về phía|với|cụ thể|còn|thứ \w+|mặt khác|về lâu dài|tiếp đến|tại|cho|phía"
    r"|cùng với|vì vậy|do vậy|do đó|vì thế|(?:nhất trí|đồng ý)(?=~,))~[,:]?~)*"
)
_CONCERNS = grammar(r"(?:riêng |còn )?(?:đối với|với|về phía) ")
_CONCERNED = grammar(
    r"(?:riêng |còn )?đối với (?P<who>(?:ubnd|các (?:sở|xã|phường|đơn vị|cơ quan|địa phương"
    r"|chủ đầu tư"
    r"|trường)|\d{1,3} (?:đơn vị|cơ quan|xã|phường|địa phương|sở|dự án|trường)|những (?:đơn vị"
    r"|nơi|xã))"
    r"[^:;.]{0,120}(?:: (?:[^:;.]{2,80})(?=:))?)~:~"
)
_STRANGERS = grammar(
    r"(?:các |hai |ba )?(?:nhà thầu|chủ đầu tư|hộ|doanh nghiệp|trường|bệnh viện|công ty|ban quản lý"
    r"|lực lượng|phường|xã|tổ|đơn vị|chủ cơ sở)(?!\w)[^,;.:]{0,60}(?=~,)"
)
_ACTS = grammar(rf"(?:phải |cần |khẩn trương )?(?:{vocabulary.ACTIONS})(?!\w)")
_FRAME = grammar(
    r"(?:trước|trong|đến|từ|để|trên cơ sở|căn cứ|thực hiện|nhằm|về|khi|sau|theo|ngay|tại|hằng"
    r"|hàng|định kỳ"
    r"|chậm nhất|quá|qua|với|đối với|nếu|trường hợp|lưu ý|vào|song song|bên cạnh|riêng|tuần)\b"
)
_DOES = (
    rf"(?:(?:cũng |đều |còn )?(?:{vocabulary.DUTIES}|được (?:yêu cầu|phân công|chỉ đạo))"
    rf"|{vocabulary.ACTIONS})(?!\w)"
)
_REMARK = r"\([^()]{1,80}\)~"
_DUTY = grammar(
    rf"~(?::|,~(?=phối hợp|chủ trì|căn cứ|theo|trên cơ sở|trong|trước|khẩn trương|tiếp tục)"
    rf"|{_REMARK}(?:[:,]|{_DOES}|~$)|{_DOES})"
)
_VERB = grammar(
    rf"~(?::|,~(?=\w)|{_REMARK}(?:[:,]|~$)|(?:{_REMARK})?(?!(?:đã|đang|còn|chưa|bị|đạt|vẫn"
    r"|là (?!cơ|đơn|đầu)|có (?:nhiều|một"
    r"|sự)|cơ bản|được (?!giao)|về|trong việc|nêu|cho rằng|xin (?!ý kiến)|phản ánh|giải thích"
    r"|điểm lại|trước đây|trước đó|hiện|thời gian qua|vừa qua"
    rf"|trình bày|băn khoăn|mong|hứa|sẽ (?!(?:{vocabulary.ACTIONS})(?!\w))|tiếp thu ý kiến"
    rf"|phát biểu"
    r"|có ý kiến (?!bằng|về|trong|gửi|trước|đối|thẩm)|kết luận|nhớ|thống nhất (?:dùng|sử dụng"
    r"|lấy|chọn)"
    r"|tại|của|khi|nói|cho biết|đề xuất|kiến nghị|và|hoặc|thuộc|với)(?!\w))\w)"
)
_TOLD = grammar(r"(?<!\w)(?:đã|đang|cho biết|nêu|khẳng định|nhấn mạnh|cho thấy)(?!\w)")
_MORE = grammar(
    r"~(?:báo chí|truyền thông|thông tấn|chuyên môn|quản lý|thuộc|trực thuộc|thủy lợi"
    r"|vận tải)(?!\w)"
)
_LONGEST_FRAME = 300


def opening_orders(named: Named, span: Span, *, any_verb: bool = False) -> list[Order]:
    """As in "Sở A chủ trì ...", "Đối với UBND phường B: ..." at the head of the sentence."""
    plain = named.plain
    about = _concerned_before_colon(named, span)
    if about:
        return [about]
    opening = _after_topic(named, span)
    intro = _INTRO.match(plain, opening, span.end)
    start = intro.end() if intro else opening
    leads = named.list_at(start, span.end) or _after_frame(named, start, span)
    if any_verb and (leads is None or _is_part_of_more(leads, plain, span)):
        leads = unknown_subject(named.text, plain, Span(start, span.end)) or leads
    if leads is None or speakers.is_speaker(plain, leads, span.end):
        return []
    leads = _one_concerned(named, leads, span.start)
    duty = _VERB if any_verb and leads.start <= start + 1 else _DUTY
    if leads.end >= span.end - 1 or duty.match(plain, leads.end, span.end):
        return [Order(span.start, span.end, leads.end, leads)]
    return []


def _concerned_before_colon(named: Named, span: Span) -> Order | None:
    """As in "Đối với 04 cơ quan chưa gửi: cử ...", "Đối với UBND xã A có ...: đề xuất ..."."""
    found = _CONCERNED.match(named.plain, *span)
    if found is None or not _ACTS.match(named.plain, found.end(), span.end):
        return None
    leads = named.list_at(found.start("who"), found.end("who"))
    if leads is None or not leads.has_units:
        mention = unknown(named.text, found.start("who"), found.end("who"))
        leads = UnitList(mention.start, mention.end, (mention,))
    return Order(span.start, span.end, found.end(), leads)


def _is_part_of_more(leads: UnitList, plain: str, span: Span) -> bool:
    """As in "các cơ quan | báo chí tăng ...": a phrase that names nobody, and no act after it."""
    return not leads.has_units and _MORE.match(plain, leads.end, span.end) is not None


def _one_concerned(named: Named, leads: UnitList, start: int) -> UnitList:
    """As in "Đối với xã A, xã B, Sở C hướng dẫn ...": the last acts for those before it."""
    last = leads.mentions[-1]
    kinds = [_is_commune(mention) for mention in leads.mentions]
    if not _CONCERNS.match(named.plain, start) or kinds != [*[True] * (len(kinds) - 1), False]:
        return leads
    return UnitList(last.start, last.end, (last,)) if len(kinds) > 1 else leads


def _is_commune(mention: Mention) -> bool:
    return all(unit.code[:5].isdigit() for unit in mention.units)


def _after_topic(named: Named, span: Span) -> int:
    """Past "Về nguồn vốn:", also when the topic names a body and another is told to act."""
    topic = _TOPIC.match(named.plain, span.start, span.end)
    if topic is None:
        return span.start
    told = named.list_at(topic.end(), span.end) if topic[0].startswith("về") else None
    return topic.end() if told or not named.starts_within(*topic.span()) else span.start


def _after_frame(named: Named, start: int, span: Span) -> UnitList | None:
    """As in "Trước ngày 20/9, Sở A ...": the bodies after the first comma."""
    if not _FRAME.match(named.plain, start, span.end):
        return None
    limit = min(span.end, start + _LONGEST_FRAME)
    comma = named.plain.find(",", start, limit)
    while comma != -1:
        leads = named.list_at(comma + 1, span.end)
        if leads:
            return None if _TOLD.search(named.plain, start, comma) else leads
        comma = named.plain.find(",", comma + 1, limit)
    return None


def those_concerned(named: Named, span: Span, limit: int) -> UnitList | None:
    """As in "Đối với UBND phường A, đồng chí đề nghị ...": whom the sentence is about."""
    about = _CONCERNS.match(named.plain, span.start, limit)
    if about is None:
        return None
    leads = named.list_at(about.end(), limit)
    stranger = _STRANGERS.match(named.plain, about.end(), limit)
    if leads is None and stranger:
        mention = unknown(named.text, *stranger.span())
        leads = UnitList(mention.start, mention.end, (mention,))
    return leads
