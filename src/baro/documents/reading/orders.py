"""Finds the orders in a sentence: who is told to lead, and where the action begins."""

import re
from dataclasses import replace

from baro.documents.reading import basis, speakers, vocabulary
from baro.documents.reading.openings import opening_orders, those_concerned
from baro.documents.reading.order import Order
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span
from baro.documents.reading.subjects import person_told
from baro.documents.reading.unit_lists import Named, UnitList

_ORDER = grammar(rf"(?<!\w)(?:{vocabulary.ORDERS})(?!\w)")
_BEFORE = grammar(rf"(?:^|[^\w])(?:{vocabulary.NOT_AN_ORDER_AFTER}) $")
_NEXT = grammar(r"(?:;|đồng thời|cũng|và|;~đồng thời|cùng với)~,?~$")
_ALSO_GIVE = grammar(r"(?:[,;:.]|đồng thời|và|cũng)~$")
_NOW = grammar(
    rf"~(?:[:,\"]~)*(?:(?:phải|cần|tiếp tục|sớm) )?(?:{vocabulary.ACTIONS}"
    rf"|{vocabulary.DUTIES})(?!\w)"
)
_LEADS = grammar(
    r"~(?:(?:sẽ )?(?:là|làm) (?:cơ quan|đơn vị) )?(?:được giao (?:nhiệm vụ )?)?chủ trì(?!\w)"
    r"|~(?:sẽ )?(?:là|làm) (?:cơ quan |đơn vị )?(?:đầu mối|thường trực)(?!\w)"
)
# As in "Kiểm tra 12 điểm chốt (Sở A chủ trì; ...": the matter stands before the body.
_LEADS_ALONE = grammar(r"~chủ trì~[;.,)/]*~$")
_LABEL = grammar(
    r"(?:(?:đơn vị|cơ quan|phân công|đầu mối)?~(?:chủ trì|thực hiện|đầu mối)(?: thực hiện)?"
    r"|phân công)~:~"
)
_NO_ORDER = grammar(r"(?:yêu cầu|đề nghị) chung(?!\w)|giao (?:ban|thông|dịch|lưu)(?!\w)")
_OBLIGED = grammar(r"~(?:cũng |đều )?(?:phải|có trách nhiệm)(?!\w)")
_SPOKEN = grammar(
    r"(?:đồng chí|bí thư|chủ tịch)[^.;\"]{0,80}? (?:nhấn mạnh|lưu ý|yêu cầu|đề nghị|chỉ rõ"
    r"|quán triệt)(?!\w)"
)
_AGREED = grammar(r"(?<!\w)(?:thống nhất|đồng ý|nhất trí|chấp thuận) $")
_WEAK = {"chỉ đạo", "đôn đốc", "nhắc nhở", "lưu ý"}
_LAYS_ON = ("giao", "phân công", "ủy quyền")
_LOOK_BACK = 60
_LONGEST_FRAME = 300
_POST_BEFORE = grammar(r"(?:bí thư|chủ tịch|phó trưởng ban|trưởng ban|ủy viên) $")


def find_orders(named: Named, span: Span, *, any_verb: bool = False) -> list[Order]:
    """The orders of one sentence, left to right; the first also covers what stands before it.

    With `any_verb` (an item in a list of orders) a body that opens the sentence is told to do
    whatever follows; else only known verbs and duties count.
    """
    subject = opening_orders(named, span, any_verb=any_verb)
    found = sorted([*_told(named, span), *subject], key=lambda order: order.start)
    found = _with_matter(found) or _led(named, span) or _labelled(named, span)
    found = found or _obliged(named, span, any_verb=any_verb)
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
    opened: list[Order] | None = None
    for word in _ORDER.finditer(named.plain, span.start, span.end):
        if found and word.start() < found[-1].after_leads:
            continue
        opened = opening_orders(named, span) if opened is None else opened
        if not _is_order(named, word, span, opened, later=bool(found)):
            continue
        leads = _laid_on(named, span, word)
        if leads:
            found.append(Order(word.start(), span.end, leads.end, leads, word[0]))
        elif not found and (order := _told_without_bodies(named, span, word)):
            found.append(order)
    return found


def _laid_on(named: Named, span: Span, word: re.Match[str]) -> UnitList | None:
    """The bodies told, or the person: "giao | bà Phó Giám đốc Sở làm việc với ..."."""
    leads = named.list_at(word.end(), span.end)
    if leads or not word[0].startswith(_LAYS_ON):
        return leads
    return person_told(named.text, named.plain, Span(word.end(), span.end))


def _told_without_bodies(named: Named, span: Span, word: re.Match[str]) -> Order | None:
    """As in "Yêu cầu khẩn trương rà soát ...": whom it is about may stand before the word."""
    if _AGREED.search(named.plain, span.start, word.start()):
        return None
    meant = those_concerned(named, span, word.start())
    if meant is None and word[0] in _WEAK:
        return None
    if meant is None and not _NOW.match(named.plain, word.end()):
        return None
    return Order(word.start(), span.end, word.end(), meant, word[0])


def _is_order(
    named: Named, found: re.Match[str], span: Span, first: list[Order], *, later: bool
) -> bool:
    word, start = found[0], found.start()
    before = named.plain[max(span.start, start - _LOOK_BACK) : start]
    if (
        _NO_ORDER.match(named.plain, start)
        or _BEFORE.search(before)
        or basis.tells_of_an_order(named, span, start)
    ):
        return False
    alone = not later and not (first and first[0].after_leads <= start)
    if word in _WEAK:
        return alone and speakers.is_spoken(named.plain, span.start, start, before)
    if alone:
        return True
    if word.split()[0] in {"giao", "phân"}:
        return _ALSO_GIVE.search(before) is not None
    return _NEXT.search(before) is not None


def _led(named: Named, span: Span) -> list[Order]:
    """As in "... do Sở A chủ trì": the body just before "chủ trì"."""
    for mention in named.within(span.start, span.end):
        before = named.plain[max(span.start, mention.start - _LOOK_BACK) : mention.start]
        if _POST_BEFORE.search(before):
            continue
        told = basis.tells_of_an_order(named, span, mention.end)
        if not told and _LEADS.match(named.plain, mention.end, span.end):
            leads = UnitList(mention.start, mention.end, (mention,))
            alone = _LEADS_ALONE.match(named.plain, mention.end, span.end)
            about = Span(span.start, mention.start) if alone else None
            return [Order(span.start, span.end, mention.end, leads, about=about)]
    return []


def _obliged(named: Named, span: Span, *, any_verb: bool) -> list[Order]:
    """As in "Tuần nào Văn phòng cũng phải công khai ...": a body with its duty inside an item.

    Also what a leader is quoted with: "đồng chí nhấn mạnh, cấp ủy các xã, phường phải ...".
    """
    if not any_verb and _SPOKEN.search(named.plain, span.start, span.end) is None:
        return []
    for mention in named.within(span.start, min(span.end, span.start + _LONGEST_FRAME)):
        told = basis.tells_of_an_order(named, span, mention.start)
        if not told and mention.units and _OBLIGED.match(named.plain, mention.end, span.end):
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
