"""The key of forms: one for a page, another for the next."""

import re

from django.test import Client
from django.urls import reverse


def _keys(desk: Client) -> set[str]:
    page = desk.get(reverse("kernel:palette")).content.decode()
    found = re.findall(r'(?:csrfmiddlewaretoken" value|x-csrftoken)"?[=:] ?"([^"]+)"', page)
    assert len(found) > 1
    return set(found)


def test_all_forms_of_a_page_bear_one_key_and_the_next_page_another(desk: Client) -> None:
    [first], [second] = _keys(desk), _keys(desk)

    assert first != second
