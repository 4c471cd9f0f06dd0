"""How many queries each page asks, compared with a readable list.

    BARO_WRITE_QUERY_COUNTS=1 pytest tests/performance/test_query_counts.py

writes the list anew. A page that asks more fails here; one that asks fewer, too, so that the list
is brought down and the gain is kept. Counted is the second look, as a process that has been at
work for a while answers; in a town that is the same every time.
"""

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.policies.addresses import Address, addresses
from tests.policies.town import Town, build_town

from baro.org import api as org

COUNTS = Path(__file__).with_name("query_counts.txt")
# Whoever comes first of those to whom the address answers looks at it.
LOOKERS = ("leader", "office_specialist", "clerk", "city_office", "org_manager", "system_admin")
HEAD = """\
Queries of each address that shows something. Written by tests/performance/test_query_counts.py,
which says how; who looked stands behind. BEGIN, COMMIT and savepoints are not counted.
"""


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.django_db
def test_no_page_asks_more_than_it_did() -> None:
    town = build_town()

    counts = dict(_counts(town))

    if os.environ.get("BARO_WRITE_QUERY_COUNTS"):
        COUNTS.write_text(_table(counts))
    kept = _kept()
    more = [
        f"{name}: {kept[name]} -> {n}" for name, (n, _) in counts.items() if n > kept.get(name, n)
    ]
    assert not more, "\n".join(["These ask more than they did:", *more])
    assert {name: n for name, (n, _) in counts.items()} == kept, "Bring the list down; see above."


def _counts(town: Town) -> Iterator[tuple[str, tuple[int, str]]]:
    doors = {name: _door(town.people[name]) for name in LOOKERS}
    for address in addresses(town.things):
        for name, (client, key) in doors.items():
            path = reverse(address.name, args=_arguments(address, name))
            headers = key if address.is_api else {}
            if _asked(client, path, headers) is not None:
                again = _asked(client, path, headers)
                assert again is not None
                yield address.label, (again, name)
                break


def _asked(client: Client, path: str, headers: dict[str, str]) -> int | None:
    """The queries of one look; none where nothing is shown."""
    asked = 0

    def count(execute: Callable[..., Any], *call: Any) -> Any:
        nonlocal asked
        asked += 0 if str(call[0]).startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")) else 1
        return execute(*call)

    with transaction.atomic(), connection.execute_wrapper(count):
        response = client.get(path, headers=headers)
        if response.streaming:
            response.getvalue()
        transaction.set_rollback(True)
    return asked if response.status_code == 200 else None


def _arguments(address: Address, name: str) -> list[object]:
    return [key.get(name, 0) if isinstance(key, dict) else key for key in address.arguments]


def _door(user: org.User) -> tuple[Client, dict[str, str]]:
    browser, now = Client(raise_request_exception=False), timezone.now()
    browser.force_login(user)
    scopes = org.TokenScope.values
    _, secret = org.create_token(user=user, name="Đếm", scopes=scopes, by=user, at=now)
    return browser, {"Authorization": f"Bearer {secret}"}


def _table(counts: dict[str, tuple[int, str]]) -> str:
    width = max(map(len, counts))
    lines = [f"{name:{width}}  {n:>4}  {who}" for name, (n, who) in sorted(counts.items())]
    return "\n".join([HEAD, *lines]) + "\n"


def _kept() -> dict[str, int]:
    lines = COUNTS.read_text().splitlines()[HEAD.count("\n") + 1 :]
    rows = [line.rsplit(maxsplit=2) for line in lines if line]
    return {name.strip(): int(n) for name, n, _ in rows}
