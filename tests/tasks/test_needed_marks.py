"""What a form refuses when it is left blank is what it marked or told as needed."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.tasks.conftest import Cast

_BEGINS = '<(?:div|fieldset) class="field[ "]'
# No star where one of several fields is enough: the help says so.
_TOLD = ('title="Bắt buộc"', "Cần có trước khi giao, hoặc")
_FIELD = re.compile(f"{_BEGINS}.*?(?={_BEGINS}|</form>)", re.DOTALL)


@pytest.mark.parametrize("address", ["tasks:task-creation", "tasks:task-import", "org:absence"])
def test_what_is_refused_when_blank_bears_the_star(cast: Cast, address: str) -> None:
    client = Client()
    client.force_login(cast.issuer)

    page = client.post(reverse(address), {}).content.decode()

    refused = [field for field in _FIELD.findall(page) if "field-wrong" in field]
    assert refused
    assert [field for field in refused if not any(words in field for words in _TOLD)] == []
