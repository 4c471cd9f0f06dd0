"""Why a draft names this lead and this day: one short sentence each, in Vietnamese."""

from collections.abc import Iterator

from baro.documents.reading.deadlines import Deadline
from baro.documents.reading.order import Order
from baro.documents.reading.times import Clock, Times
from baro.documents.reading.unit_lists import UnitList


def reasons_of(
    clock: Clock, order: Order, leads: UnitList | None, times: Times, said_at: str
) -> tuple[str, ...]:
    return (*_about_lead(clock, order, leads, said_at), *_about_time(clock, times))


def _about_lead(clock: Clock, order: Order, leads: UnitList | None, said_at: str) -> Iterator[str]:
    if leads is None:
        return
    if said_at:
        yield f"Chủ trì: {said_at}."
    elif not order.start <= leads.start < order.end:
        yield "Chủ trì: kế thừa từ câu trước."
    elif order.word and leads.start >= order.start:
        yield f"Chủ trì: nêu sau “{_as_written(clock, order, leads)}”."
    elif leads.end >= order.after_leads:
        yield "Chủ trì: đứng trước việc phải làm."


def _as_written(clock: Clock, order: Order, leads: UnitList) -> str:
    """A taught word is shown as the paper has it, a known one as we know it."""
    place = clock.plain.find(order.word, order.start, leads.start)
    written = " ".join(clock.text[place : leads.start].split()).strip(" :,") if place != -1 else ""
    known = clock.plain[place : leads.start].strip(" :,") == order.word
    return written if known and written else order.word


def _about_time(clock: Clock, times: Times) -> Iterator[str]:
    first = times.first
    if first:
        yield f"Hạn: “{clock.words(first)}”{_how(first)}."
    if times.repeats:
        yield f"Lặp lại: “{clock.words(times.repeats[0])}”."


def _how(found: Deadline) -> str:
    if found.date is None:
        return " (chưa quy ra được ngày)"
    return f" ({found.how})" if found.how else ""
