"""Who gets what at which address: every role at every address, compared with a readable table.

    BARO_WRITE_MATRIX=1 pytest tests/policies/test_matrix.py

writes the table anew; read what changed as whoever must answer for it.
"""

import json
import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.policies.addresses import FORMS, Address, addresses
from tests.policies.town import Town, build_town

from baro.org import api as org

TABLES = Path(__file__).with_name("matrix")
# A table for each of these beginnings of a name, so that they are filled side by side.
PARTS = ("api-1:", "documents:", "tasks:", "")
ANONYMOUS = "anonymous"
METHODS = ("GET", "POST", "PATCH")
Doors = dict[str, tuple[Client, dict[str, str]]]
SHORT = {
    ANONYMOUS: "anon",
    "leader": "lead",
    "office_specialist": "spec",
    "unit_head": "head",
    "civil_servant": "serv",
    "clerk": "clerk",
    "inspector": "insp",
    "org_manager": "org",
    "system_admin": "sys",
    "city_office": "city",
    "department": "dept",
}
HEAD = """\
Who gets what at which address. Written by tests/policies/test_matrix.py, which says how.
anon: nobody. In one ward: its leader, specialist of the office, head of a division, civil servant
of that division, clerk, inspector, organisation staff, system administrator. Then the city's
office, which looks over the whole city, and the head of a department with no part in anything.
[own] is the ward's, [other] is another ward's, [sent] a paper that the ward received from the
city, [city] one that it did not, [inner] work that a ward handed on to its division.
A POST sends a short form where one is needed. What each number says:
200 shown or done, 302 done (anonymous: sent to the sign-in), 400 malformed, 401 no key,
403 may not, 404 does not exist for them, 422 may, but not as things stand.
"""


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """A refusal is what is looked for here; writing each of them down takes half the time."""
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.django_db
@pytest.mark.parametrize("part", PARTS)
def test_every_role_gets_at_every_address_what_the_table_says(part: str) -> None:
    town = build_town()
    kept = TABLES / f"{part.strip(':') or 'others'}.txt"

    table = f"{HEAD}\n{_table(town, part)}"

    assert " 500" not in table, [row for row in table.splitlines() if " 500" in row]
    if os.environ.get("BARO_WRITE_MATRIX"):
        kept.write_text(table)
    assert table.splitlines() == kept.read_text().splitlines()


def _table(town: Town, part: str) -> str:
    doors = _doors(town)
    rows = [
        (f"{method:5} {address.label}", statuses)
        for address in addresses(town.things)
        if _part_of(address) == part
        for method in METHODS
        if method != "PATCH" or address.json is not None
        if (statuses := _statuses(method, address, town, doors))
    ]
    width = max(len(label) for label, _ in rows)
    heads = [" " * width + "  " + "  ".join(f"{SHORT[name]:>5}" for name in doors)]
    lines = [
        f"{label:{width}}  " + "  ".join(f"{status:>5}" for status in statuses)
        for label, statuses in rows
    ]
    return "\n".join([*heads, *lines]) + "\n"


def _part_of(address: Address) -> str:
    return next(part for part in PARTS if address.name.startswith(part))


def _statuses(method: str, address: Address, town: Town, doors: Doors) -> list[str]:
    """One status for each caller; nothing at all where the method is not offered."""
    signed_in = next(name for name in doors if name != ANONYMOUS)
    if _status(method, address, town, signed_in, doors) == "-":
        return []
    return [_status(method, address, town, name, doors) for name in doors]


def _status(method: str, address: Address, town: Town, name: str, doors: Doors) -> str:
    arguments = [key.get(name, 0) if isinstance(key, dict) else key for key in address.arguments]
    path = reverse(address.name, args=arguments)
    client, key = doors[name]
    with transaction.atomic():
        if method == "GET":
            response = client.get(path, headers=key if address.is_api else {})
        elif address.json is not None:
            body = json.dumps(address.json)
            response = client.generic(method, path, body, "application/json", headers=key)
        else:
            form = {**FORMS.get(address.name, {}), **town.forms.get(address.name, {})}
            response = client.post(path, form, headers=key if address.is_api else {})
        transaction.set_rollback(True)
    if response.streaming:
        response.getvalue()  # read to its end, a file is closed
    return "-" if response.status_code == 405 else str(response.status_code)


def _doors(town: Town) -> Doors:
    """For each person a browser that is signed in, and a key for the API."""
    doors: Doors = {ANONYMOUS: (Client(raise_request_exception=False), {})}
    for name, user in town.people.items():
        browser = Client(raise_request_exception=False)
        browser.force_login(user)
        doors[name] = (browser, _key(user))
    return doors


def _key(user: org.User) -> dict[str, str]:
    now, scopes = timezone.now(), org.TokenScope.values
    _, secret = org.create_token(user=user, name="Bảng", scopes=scopes, by=user, at=now)
    return {"Authorization": f"Bearer {secret}"}
