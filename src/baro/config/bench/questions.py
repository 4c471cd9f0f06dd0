"""What is measured: who asks for what, and the rows that the answer cannot do without."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from baro.config.bench import floors
from baro.config.bench.floors import Floor
from baro.config.bench.serving import Answer, Browser
from baro.org import api as org
from baro.work import api as work

CITY, WARD, OFFICIAL = "cv.tonghop", "ct.hoankiem", "cv.hoankiem"
WARD_UNIT = "00070.UBND"
_DEEP = 300
_ROWS = 50
_TASK_LINK = re.compile(r'href="/nhiem-vu/(\d+)/')
_UNIT_LINK = re.compile(r'href="/dieu-hanh/([^"/]+)/')
_NEXT = re.compile(r'<a href="([^"]+)" rel="next"')
_OPEN = "o=running_in_time,running_overdue,paused"


@dataclass(frozen=True)
class Question:
    """One thing to measure; `ask` sends one request and hands back the answer."""

    name: str
    ask: Callable[[], Answer]
    floor: Callable[[], int]
    rows: Callable[[Answer], int]
    rounds: int = 40
    warm_up: int = 8


@dataclass(frozen=True)
class Desk:
    """The browsers and keys of those who ask, at one server."""

    city: Browser
    ward: Browser
    official: Browser
    city_key: Browser
    ward_key: Browser


def questions(desk: Desk, floor: Floor) -> Iterator[Question]:
    """One after the other, since later ones rest on what earlier ones wrote."""
    yield from _lists(desk, floor)
    yield from _pages(desk, floor)
    yield from _searches(desk, floor)
    yield from _acts(desk, floor)
    yield _export(desk, floor)


def _lists(desk: Desk, floor: Floor) -> Iterator[Question]:
    at = timezone.now()
    unit = org.Unit.objects.get(code=WARD_UNIT)
    below = [one.pk for one in org.Unit.objects.within({unit.path})]
    own = (
        f"{floors.ROW} WHERE w.lead_unit_id = ANY (%(units)s) AND w.closed_at IS NULL "
        f"AND {floors.COUNTED}"
    )
    late = f"{floors.ROW} WHERE {floors.OVERDUE}"
    order = "ORDER BY w.due_at, w.id LIMIT 50"
    yield _page(
        "list.unit",
        desk.ward,
        f"/nhiem-vu/?donvi={WARD_UNIT}&{_OPEN}",
        floor.rows(f"{own} {order}", units=below),
    )
    first = "/nhiem-vu/?o=running_overdue"
    yield _page("list.overdue.p1", desk.city, first, floor.rows(f"{late} {order}", at=at))
    address, page = _deep_page(desk.city, first)
    place = floor.one(floors.BEFORE_PAGE, at=at, before=_ROWS * (page - 1) - 1)
    if place is None:
        return
    due, key = place
    after = f"{late} AND (w.due_at, w.id) > (%(due)s, %(key)s) {order}"
    rows = floor.rows(after, at=at, due=due, key=key)
    yield _page("list.overdue.p300", desk.city, address, rows)


def _pages(desk: Desk, floor: Floor) -> Iterator[Question]:
    at = timezone.now()
    yield _page(
        "city.page",
        desk.city,
        reverse("dashboards:city"),
        floor.rows(floors.CITY, at=at),
        pattern=_UNIT_LINK,
    )
    person = org.User.objects.get(username=OFFICIAL).person_id
    mine = f"{floors.ROW} WHERE w.assignee_id = %(person)s AND w.closed_at IS NULL"
    order = "ORDER BY w.due_at, w.id LIMIT 50"
    yield _page("inbox", desk.official, "/", floor.rows(f"{mine} {order}", person=person))
    busiest = floor.one(
        "SELECT w.id FROM work_workitem w WHERE w.lead_unit_id = %(unit)s AND w.state = 'done' "
        "ORDER BY (SELECT count(*) FROM kernel_auditevent e WHERE e.target_type = 'tasks.task' "
        "AND e.target_id = w.id) DESC, w.id DESC LIMIT 1",
        unit=org.Unit.objects.get(code=WARD_UNIT).pk,
    )
    yield _page(
        "task.page",
        desk.ward,
        reverse("tasks:task", args=[busiest]),
        floor.rows(floors.TASK, pk=busiest),
        pattern=re.compile(r"<li[^>]*timeline"),
    )


def _searches(desk: Desk, floor: Floor) -> Iterator[Question]:
    rare = floor.one(
        r"SELECT word FROM (SELECT (regexp_matches(title, 'dự án (HN\d+)'))[1] AS word "
        "FROM work_workitem ORDER BY id DESC LIMIT 200000) w "
        "GROUP BY word ORDER BY abs(count(*) - 5), word LIMIT 1"
    )
    for name, words in (
        ("search.rare", rare),
        ("search.rare.phrase", '"trạm bơm Xuân Trì"'),
        ("search.common", "báo cáo"),
        ("search.common.plain", "bao cao"),
        ("search.common.two", "rà soát danh sách"),
    ):
        address = f"/nhiem-vu/?{urlencode({'q': words})}"
        found = [int(key) for key in dict.fromkeys(_TASK_LINK.findall(desk.city.get(address).text))]
        yield _page(
            name, desk.city, address, floor.rows(f"{floors.ROW} WHERE w.id = ANY (%(k)s)", k=found)
        )


def _acts(desk: Desk, floor: Floor) -> Iterator[Question]:
    given: list[int] = []
    floor.make_copies()
    newest = floor.one("SELECT max(id) FROM work_workitem WHERE NOT is_collective")

    def create() -> Answer:
        answer = desk.city_key.post(*_giving([WARD_UNIT]))
        given.extend(one["id"] for one in json.loads(answer.text)) if answer.status == 201 else None
        return answer

    yield Question("task.create", create, floor.writes(floors.GIVE, keys=[newest]), _given)

    def receive() -> Answer:
        path = reverse("api-1:task_receipt", args=[given.pop()])
        return desk.ward_key.post(path, b"{}")

    yield Question("task.transition", receive, floor.writes(floors.TAKE), _given, 40, 4)
    fan = floor.one("SELECT max(parent_id) FROM work_workitem WHERE parent_id IN (SELECT parent_id "
                    "FROM work_workitem GROUP BY 1 HAVING count(*) = 126)")  # fmt: skip
    keys = [key for (key,) in work.WorkItem.objects.filter(parent=fan).values_list("pk")]

    def fan_out() -> Answer:
        return desk.city_key.post(*_giving(["G.UBND-XP"]))

    yield Question(
        "task.fanout126", fan_out, floor.writes(floors.GIVE, keys=[fan, *keys]), _given, 9, 2
    )
    floor.drop_copies()


def _export(desk: Desk, floor: Floor) -> Question:
    """Ten thousand rows, or all there are: those given from one day on until another."""
    start, end = floor.one(
        "SELECT (min(issued_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, "
        "(max(issued_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date FROM (SELECT issued_at "
        "FROM work_workitem ORDER BY issued_at DESC OFFSET 1000 LIMIT 10000) w"
    )
    rows = (
        f"{floors.ROW} WHERE w.issued_at >= %(start)s AND w.issued_at < %(end)s "
        "ORDER BY w.due_at, w.id"
    )
    address = f"{reverse('tasks:task-list-excel')}?tu={start:%Y-%m-%d}&den={end:%Y-%m-%d}"
    floor_rows = floor.rows(rows, start=start, end=end + timedelta(days=1))
    return Question(
        "export.xlsx10k", lambda: desk.city.get(address), floor_rows, lambda _: floor_rows(), 3, 1
    )


def _page(
    name: str,
    browser: Browser,
    address: str,
    floor: Callable[[], int],
    pattern: "re.Pattern[str]" = _TASK_LINK,
) -> Question:
    def ask() -> Answer:
        return browser.get(address)

    return Question(name, ask, floor, lambda answer: len(set(pattern.findall(answer.text))))


def _deep_page(browser: Browser, first: str) -> tuple[str, int]:
    """The 300th page, or the last: by its number, else by following pages one after the other."""
    address = first
    for place in range(2, _DEEP + 1):
        found = _NEXT.search(browser.get(address).text)
        if found is None:
            return address, place - 1
        address = _joined(first, found[1].replace("&amp;", "&"))
        more = set(_parameters(address).items()) - set(_parameters(first).items())
        if more == {("trang", "2")}:
            return address.replace("trang=2", f"trang={_DEEP}"), _DEEP
    return address, _DEEP


def _joined(first: str, found: str) -> str:
    return found if found.startswith("/") else first.partition("?")[0] + found


def _parameters(address: str) -> Mapping[str, str]:
    pairs = (part.partition("=") for part in address.partition("?")[2].split("&"))
    return {name: value for name, _, value in pairs}


def _giving(lead: list[str]) -> tuple[str, bytes]:
    wanted: dict[str, Any] = {
        "title": "Báo cáo tình hình thực hiện nhiệm vụ quý",
        "issuer_unit": "UBND-TP",
        "lead": lead,
        "expected_product": "Báo cáo bằng văn bản",
        "content": "Báo cáo kết quả, khó khăn, vướng mắc và đề xuất.",
        "due_on": f"{timezone.localdate() + timedelta(days=30):%Y-%m-%d}",
    }
    return reverse("api-1:task_list"), json.dumps([wanted]).encode()


def _given(answer: Answer) -> int:
    """How many rows of the ledger the request made or changed, those below it included."""
    said = json.loads(answer.text)
    [one] = said if isinstance(said, list) else [said]
    return work.WorkItem.objects.filter(parent=one["id"]).count() or 1
