"""The history of a document tells what was given out of it, and leads to those very rows."""

import re
from datetime import datetime, timedelta
from html import unescape

from django.test import Client
from django.urls import reverse
from tests.factories.work import WorkItemFactory
from tests.tasks.conftest import Cast

from baro.documents import api as documents
from baro.org import api as org
from baro.tasks import api as tasks
from baro.tasks.queries.issued import issued_from

DAY = timedelta(days=1)


def _entries(reader: org.User, document: documents.Document) -> list[tuple[str, datetime]]:
    return [(entry.text, entry.at) for entry in issued_from(reader, document)]


def _rows(client: Client, address: str) -> list[str]:
    page = client.get(unescape(address)).content.decode()
    assert 'class="notice' not in page.partition('id="main"')[2].partition("list-tools")[0]
    return re.findall(r'class="item-number">([^<]+)<', page)


def test_each_day_tells_what_the_reader_may_see_of_it_and_leads_to_those_rows(
    cast: Cast, client: Client, noon: datetime
) -> None:
    both = (cast.ward_committee.code, cast.department.code)
    tasks.issue_tasks(specs=[cast.spec(lead_codes=both)], by=cast.issuer, at=noon)
    later = tasks.issue_tasks(
        specs=[cast.spec(title="Báo cáo"), cast.spec(title="Thu hồi")],
        by=cast.issuer,
        at=noon + DAY,
    )
    tasks.withdraw_tasks(tasks=later[1:], reason="Nhầm.", by=cast.issuer, at=noon + 2 * DAY)
    WorkItemFactory.create(
        source_document=cast.notice,
        issuer_unit=cast.ward_committee,
        lead_unit=cast.division,
        is_internal=True,
        parent=later[0].item,
        issued_at=noon + DAY,
    )

    for reader, first in ((cast.issuer, 2), (cast.receiver, 1)):
        client.force_login(reader)
        page = client.get(reverse("documents:document", args=[cast.notice.pk])).content.decode()
        history = page.partition('id="qua-trinh"')[2]
        told = re.findall(r'<a href="([^"]+)">[^<]* giao (\d+) nhiệm vụ([^<]*)<', history)

        assert [(count, rest) for _, count, rest in told] == [
            ("1", ", không kể 1 nhiệm vụ đã thu hồi hoặc được thay thế, theo văn bản này."),
            (str(first), ", theo văn bản này."),
        ]
        for href, count, _ in told:
            assert len(_rows(client, href)) == int(count)


def test_what_was_all_taken_back_leads_to_what_was_taken_back(
    cast: Cast, client: Client, task: tasks.Task, noon: datetime
) -> None:
    tasks.withdraw_tasks(tasks=[task], reason="Nhầm.", by=cast.issuer, at=noon + DAY)
    client.force_login(cast.issuer)

    [entry] = issued_from(cast.issuer, cast.notice)

    assert "giao 1 nhiệm vụ, nay đã thu hồi hoặc được thay thế, theo văn bản này." in entry.text
    assert entry.at == noon
    assert _rows(client, entry.href) == [task.item.number]


def test_who_sees_no_task_of_it_is_told_none(cast: Cast, task: tasks.Task) -> None:
    assert _entries(cast.stranger, cast.notice) == []
