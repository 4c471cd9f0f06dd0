"""What a reader must settle before a draft becomes a task: one sentence for each."""

from collections.abc import Iterable
from dataclasses import dataclass

from baro.documents.reading.cooperation import Cooperation
from baro.documents.reading.drafts import Addressee, Shared
from baro.documents.reading.mentions import units_of
from baro.documents.reading.order import Order
from baro.documents.reading.patterns import grammar
from baro.documents.reading.times import Clock, Times
from baro.documents.reading.unit_lists import Named, UnitList

NO_LEAD = "Chưa rõ đơn vị chủ trì."
_ODD_RHYTHM = grammar(
    r"(?<!\w)(?:(?:định kỳ|cứ|mỗi) (?:(?:0?[2-57-9]|1\d|hai|ba) (?:ngày|tháng|năm)|0?[3-9] tuần)"
    r"|(?:0?[2-57-9]|1\d|hai|ba) (?:ngày|tháng|năm)~(?:/~(?:0?1 )?|(?:một|1) )lần)(?!\w)"
)
_TOLD_TO_LEAD_WITHIN = 30
_MOST_TIMES = 4


@dataclass(frozen=True)
class Facts:
    """All that was found in one order."""

    clock: Clock
    named: Named
    order: Order
    leads: UnitList | None
    along: Cooperation
    times: Times
    lead: tuple[Addressee, ...]
    shared: Shared | None = None

    @property
    def plain(self) -> str:
        return self.clock.plain


def find_doubts(facts: Facts) -> tuple[str, ...]:
    parts = (_about_leads, _about_cooperation, _about_time, _about_who_does_it)
    return tuple(dict.fromkeys(doubt for part in parts for doubt in part(facts)))


def _about_leads(facts: Facts) -> Iterable[str]:
    if facts.leads:
        yield from (doubt for mention in facts.leads.mentions for doubt in mention.doubts)
    if facts.leads and facts.leads.is_deputy:
        yield _given_to_a_person(facts.lead)
    elif not facts.lead:
        yield NO_LEAD
    names = ", ".join(unit.name for unit in facts.lead)
    count = len(facts.lead)
    if facts.shared == "together":
        yield f"Việc chung của {count} đơn vị: cần chọn một đơn vị chủ trì trong {names}."
    elif _asks_who_leads(facts):
        yield f"Có {count} đơn vị chủ trì ({names}): một việc chung hay mỗi đơn vị một việc?"


def _given_to_a_person(lead: tuple[Addressee, ...]) -> str:
    if not lead:
        return "Văn bản giao cho người, chưa nêu đơn vị chủ trì."
    names = ", ".join(unit.name for unit in lead)
    return f"Văn bản giao cho người; tạm lấy {names} làm đơn vị chủ trì, cần xem lại."


def _asks_who_leads(facts: Facts) -> bool:
    after = facts.order.after_leads
    told = facts.plain.find("chủ trì", after, after + _TOLD_TO_LEAD_WITHIN) != -1
    return len(facts.lead) > 1 and told and all(unit.count == 1 for unit in facts.lead)


def _about_cooperation(facts: Facts) -> Iterable[str]:
    yield from (doubt for mention in facts.along.mentions for doubt in mention.doubts)


def _about_time(facts: Facts) -> Iterable[str]:
    shown = facts.times.deadlines[:_MOST_TIMES]
    for found in shown:
        if found.doubt:
            yield f"{found.doubt} (“{facts.clock.words(found)}”)"
    dated = [f"“{facts.clock.words(found)}”" for found in shown if found.date]
    if len(dated) > 1 and facts.times.first:
        taken = f"“{facts.clock.words(facts.times.first)}”"
        others = ", ".join(words for words in dated if words != taken)
        yield f"Có nhiều thời hạn: đang lấy {taken}, còn một hạn nữa là {others}."
    if _ODD_RHYTHM.search(facts.plain, facts.order.start, facts.order.end):
        yield "Việc lặp lại theo kỳ không có trong danh mục: cần chọn kỳ theo dõi."


def _about_who_does_it(facts: Facts) -> Iterable[str]:
    """As in "chỉ đạo Trung tâm ... thực hiện": who does it is not who is addressed."""
    at = facts.along.action_start
    for word in ("chỉ đạo ", "đôn đốc "):
        through = None
        if facts.plain.startswith(word, at):
            through = facts.named.list_at(at + len(word), facts.order.end)
        if through and through.has_units:
            names = ", ".join(unit.name for unit in units_of(through.mentions))
            yield f"Thực hiện qua {names}: cần xác định là chủ trì hay phối hợp."
