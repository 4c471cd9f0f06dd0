"""The order in which the demo city is built, and what is said meanwhile."""

import gc
from collections.abc import Callable
from datetime import date, time
from time import monotonic

from django.db import transaction

from baro.config.demo import (
    arrivals,
    bells,
    checks,
    committees,
    difficult,
    duties,
    reminders,
    story,
)
from baro.config.demo.actors import Actors
from baro.config.demo.chance import Days
from baro.config.demo.city import City
from baro.config.demo.ledger import issue_papers, live_through
from baro.config.demo.lines import lines_of
from baro.config.demo.planning import planned_papers
from baro.config.demo.registry import register_papers
from baro.config.demo.scale import FULL, Scale
from baro.config.demo.staff import appoint_people, open_accounts
from baro.kernel.calendar.api import working_calendar
from baro.kernel.errors import DomainError
from baro.kernel.ui.filters import number
from baro.org import api as org
from baro.work import api as work

_OPENED = date(2025, 7, 1)


class CityNotEmpty(DomainError):
    pass


def build(*, today: date, say: Callable[[str], None], scale: Scale = FULL) -> checks.Summary:
    """Build the whole city or, if anything fails, nothing. Refuses where people already work."""
    gc.disable()  # half a million rows that all stay: looking for garbage among them only costs
    try:
        return _build(today=today, say=say, scale=scale)
    finally:
        gc.enable()


@transaction.atomic
def _build(*, today: date, say: Callable[[str], None], scale: Scale) -> checks.Summary:
    started = monotonic()
    _refuse_data()
    days = Days(today, working_calendar())
    city = _people(days, scale, say)
    papers = planned_papers(city, days, scale)
    registered = register_papers(papers, city, days, say)
    lines = lines_of(papers, city, days, scale)
    actors = Actors(city)
    issue_papers(papers, registered, actors, say)
    lives = live_through(lines, registered, actors, days)
    say(f"Đã ghi diễn biến của {number(len(lives))} nhiệm vụ đến hết ngày hôm qua.")
    say(duties.end_the_old(days))
    say(bells.settle_the_past(days))
    say(story.tell(city, days, scale))
    say(arrivals.lay_out(city, days))
    say(difficult.lay_out(city, days))
    say(committees.lay_out(days))
    say(reminders.remind_the_past(days))
    at = days.calendar.start_of(today).replace(hour=time(8).hour)
    work.fold_tallies(at=at)  # the first reader need not look through a slip for each step
    summary = checks.checked(at=at, scale=scale)
    for sentence in summary.sentences():
        say(sentence)
    say(f"Thành phố dùng thử đã sẵn sàng sau {monotonic() - started:.0f} giây.")
    return summary


def _refuse_data() -> None:
    people, items = org.Person.objects.count(), work.WorkItem.objects.count()
    if people or items:
        raise CityNotEmpty(
            f"Cơ sở dữ liệu đã có {number(people)} người và {number(items)} việc nên không "
            "dựng thành phố dùng thử lên trên. Hãy dùng một thư mục BARO_HOME mới."
        )


def _people(days: Days, scale: Scale, say: Callable[[str], None]) -> City:
    say("Đang dựng bộ máy hai cấp của thành phố Hà Nội…")
    org.load_city(at=days.calendar.start_of(_OPENED))
    city = City.standing()
    say(
        f"Đã lập {number(len(city.units))} đơn vị, trong đó {len(city.communes)} xã, phường, và "
        f"{number(len(city.posts))} vị trí."
    )
    people = appoint_people(city)
    accounts = open_accounts(city, scale.accounts)
    say(f"Đã bổ nhiệm {number(people)} người (tên giả định) và mở {accounts} tài khoản.")
    return city
