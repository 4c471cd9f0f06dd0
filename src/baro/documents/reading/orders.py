"""Finds the orders in a sentence: who is told to lead, and where the action begins."""

from dataclasses import dataclass, replace

from baro.documents.reading import basis, speakers, vocabulary
from baro.documents.reading.mention import Mention
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span
from baro.documents.reading.subjects import unknown_subject
from baro.documents.reading.unit_lists import Named, UnitList

_ORDER = grammar(rf"(?<!\w)(?:{vocabulary.ORDERS})(?!\w)")
_BEFORE = grammar(rf"(?:^|[^\w])(?:{vocabulary.NOT_AN_ORDER_AFTER}) $")
_NEXT = grammar(r"(?:;|đồng thời|cũng|và|;~đồng thời|cùng với)~,?~$")
_ALSO_GIVE = grammar(r"(?:[,;:.]|đồng thời|và|cũng)~$")
_TOPIC = grammar(r"(?:về|đối với|công tác|nội dung|việc|dự án|riêng)(?!\w)[^:;.]{2,140}:~")
_INTRO = grammar(
    r"(?:\"~)?(?:(?:đồng thời|riêng|đối với|trước mắt|trước hết|cùng với đó|bên cạnh đó"
    r"|trong đó|theo đó"
    r"|ngoài ra|đặc biệt|về phía|cụ thể|còn|thứ \w+|mặt khác|về lâu dài|tiếp đến|tại|cho|phía"
    r"|cùng với)~[,:]?~)*"
)
_CONCERNS = grammar(r"(?:riêng |còn )?(?:đối với|với|về phía) ")
_FRAME = grammar(
    r"(?:trước|trong|đến|từ|để|trên cơ sở|căn cứ|thực hiện|nhằm|về|khi|sau|theo|ngay|tại|hằng"
    r"|hàng|định kỳ"
    r"|chậm nhất|quá|qua|với|đối với|nếu|trường hợp|lưu ý|vào|song song|bên cạnh|riêng|tuần)\b"
)
_DUTY = grammar(
    rf"~(?::|,~(?=phối hợp|chủ trì|căn cứ|theo|trên cơ sở|trong|trước|khẩn trương|tiếp tục)"
    rf"|\(|(?:{vocabulary.DUTIES}|{vocabulary.ACTIONS})(?!\w))"
)
_VERB = grammar(
    r"~(?::|,~(?=\w)|\(|(?!(?:đã|đang|còn|chưa|bị|đạt|vẫn|là (?!cơ|đơn|đầu)|có (?:nhiều|một"
    r"|sự)|cơ bản|được (?!giao)|về|trong việc|nêu|cho rằng|xin (?!ý kiến)|phản ánh|giải thích"
    r"|điểm lại"
    r"|trình bày|băn khoăn|mong|hứa|sẽ|tiếp thu ý kiến|phát biểu"
    r"|tại|của|khi|nói|cho biết|đề xuất|kiến nghị|và|hoặc|thuộc|với)(?!\w))\w)"
)
_NOW = grammar(
    rf"~(?:[:,\"]~)*(?:(?:phải|cần|tiếp tục|sớm) )?(?:{vocabulary.ACTIONS}"
    rf"|{vocabulary.DUTIES})(?!\w)"
)
_LEADS = grammar(
    r"~(?:(?:sẽ )?(?:là|làm) (?:cơ quan|đơn vị) )?(?:được giao (?:nhiệm vụ )?)?chủ trì(?!\w)"
)
_LABEL = grammar(
    r"(?:(?:đơn vị|cơ quan|phân công|đầu mối)?~(?:chủ trì|thực hiện|đầu mối)(?: thực hiện)?"
    r"|phân công)~:~"
)
_WEAK = {"chỉ đạo", "đôn đốc", "nhắc nhở", "lưu ý"}
_LOOK_BACK = 60
_LONGEST_FRAME = 300
_TOLD = grammar(r"(?<!\w)(?:đã|đang|cho biết|nêu|khẳng định|nhấn mạnh|cho thấy)(?!\w)")
_POST_BEFORE = grammar(r"(?:bí thư|chủ tịch|phó trưởng ban|trưởng ban|ủy viên) $")


@dataclass(frozen=True)
class Order:
    """One order in a sentence, from its first word to where the next begins.

    `about` is where its matter is named, when that is not right after the bodies.
    """

    start: int
    end: int
    after_leads: int
    leads: UnitList | None
    word: str = ""
    about: Span | None = None

    @property
    def has_units(self) -> bool:
        return self.leads is not None and self.leads.has_units


def find_orders(named: Named, span: Span, *, any_verb: bool = False) -> list[Order]:
    """The orders of one sentence, left to right; the first also covers what stands before it.

    With `any_verb` (an item in a list of orders) a body that opens the sentence is told to do
    whatever follows; else only known verbs and duties count.
    """
    subject = _subject(named, span, any_verb=any_verb)
    found = sorted([*_told(named, span), *subject], key=lambda order: order.start)
    found = _with_matter(found) or _led(named, span) or _labelled(named, span)
    return _side_by_side(found, span, named.plain)


def _with_matter(found: list[Order]) -> list[Order]:
    """As in "Yêu cầu đẩy nhanh ..., giao Sở A thực hiện": one order; the matter stands first."""
    if len(found) < 2 or found[0].leads or not found[1].word.startswith("giao"):
        return found
    first, second = found[:2]
    matter = Span(first.after_leads, second.start)
    return [replace(second, start=first.start, about=matter), *found[2:]]


def _told(named: Named, span: Span) -> list[Order]:
    """As in "giao Sở A ...", "yêu cầu UBND các xã, phường ..."."""
    found: list[Order] = []
    for word in _ORDER.finditer(named.plain, span.start, span.end):
        if found and word.start() < found[-1].after_leads:
            continue
        if not _is_order(named, word[0], word.start(), span, bool(found)):
            continue
        leads = named.list_at(word.end(), span.end)
        if leads:
            found.append(Order(word.start(), span.end, leads.end, leads, word[0]))
        elif not found and _NOW.match(named.plain, word.end()) and word[0] not in _WEAK:
            meant = _those_concerned(named, span, word.start())
            found.append(Order(word.start(), span.end, word.end(), meant, word[0]))
    return found


def _those_concerned(named: Named, span: Span, limit: int) -> UnitList | None:
    """As in "Đối với UBND phường A, đồng chí đề nghị ...": whom the sentence is about."""
    about = _CONCERNS.match(named.plain, span.start, limit)
    return named.list_at(about.end(), limit) if about else None


def _is_order(named: Named, word: str, start: int, span: Span, later: bool) -> bool:
    before = named.plain[max(span.start, start - _LOOK_BACK) : start]
    if _BEFORE.search(before) or basis.tells_of_an_order(named, span, start):
        return False
    first = _subject(named, span)
    alone = not later and not (first and first[0].after_leads <= start)
    if word in _WEAK:
        return alone and speakers.is_spoken(named.plain, span.start, start, before)
    if alone:
        return True
    if word.split()[0] in {"giao", "phân"}:
        return _ALSO_GIVE.search(before) is not None
    return _NEXT.search(before) is not None


def _subject(named: Named, span: Span, *, any_verb: bool = False) -> list[Order]:
    """As in "Sở A chủ trì ...", "Đối với UBND phường B: ..." at the head of the sentence."""
    plain = named.plain
    opening = _after_topic(named, span)
    intro = _INTRO.match(plain, opening, span.end)
    start = intro.end() if intro else opening
    leads = named.list_at(start, span.end) or _after_frame(named, start, span)
    if leads is None and any_verb:
        leads = unknown_subject(named.text, plain, Span(opening, span.end))
    if leads is None or speakers.is_speaker(plain, leads, span.end):
        return []
    leads = _one_concerned(named, leads, span.start)
    duty = _VERB if any_verb and leads.start <= start + 1 else _DUTY
    if leads.end >= span.end - 1 or duty.match(plain, leads.end, span.end):
        return [Order(span.start, span.end, leads.end, leads)]
    return []


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
    return topic.end() if told or not named.within(*topic.span()) else span.start


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


def _led(named: Named, span: Span) -> list[Order]:
    """As in "... do Sở A chủ trì": the body just before "chủ trì"."""
    for mention in named.within(span.start, span.end):
        before = named.plain[max(span.start, mention.start - _LOOK_BACK) : mention.start]
        if _POST_BEFORE.search(before):
            continue
        told = basis.tells_of_an_order(named, span, mention.end)
        if not told and _LEADS.match(named.plain, mention.end, span.end):
            leads = UnitList(mention.start, mention.end, (mention,))
            return [Order(span.start, span.end, mention.end, leads)]
    return []


def _labelled(named: Named, span: Span) -> list[Order]:
    """As in "Đơn vị chủ trì: Sở A."."""
    for label in _LABEL.finditer(named.plain, span.start, span.end):
        leads = named.list_at(label.end(), span.end)
        if leads:
            return [Order(span.start, span.end, leads.end, leads, word="chủ trì:")]
    return []


def _side_by_side(found: list[Order], span: Span, plain: str) -> list[Order]:
    """Each order ends where the next begins; blanks and joining words stay outside."""
    cut: list[Order] = []
    for place, order in enumerate(found):
        start = span.start if place == 0 else order.start
        end = found[place + 1].start if place + 1 < len(found) else span.end
        if place + 1 < len(found):
            end = speakers.before_speaker(plain, start, end)
        while end > start and plain[end - 1] in " ,":
            end -= 1
        cut.append(replace(order, start=start, end=end))
    return cut
