"""What the API says about itself, to machines and to people."""

import pytest
from django.test import Client
from tests.rest.callers import API

from baro.config.rest import api  # noqa: TID251 - only the composition has all routers


def test_the_description_is_openapi_3_1_and_lists_every_operation(client: Client) -> None:
    described = client.get(f"{API}/openapi.json").json()

    operations = {
        (method.upper(), path.removeprefix(API))
        for path, methods in described["paths"].items()
        for method in methods
    }
    assert described["openapi"].startswith("3.1")
    assert operations == _operations()
    assert len(operations) > 30


def test_every_operation_demands_a_key_and_says_what_it_does(client: Client) -> None:
    described = client.get(f"{API}/openapi.json").json()

    for methods in described["paths"].values():
        for operation in methods.values():
            assert operation["security"] == [{"TokenAuth": []}]
            assert operation["summary"]


@pytest.mark.django_db
def test_the_guide_lists_every_operation_for_everybody(client: Client) -> None:
    response = client.get("/giao-dien-api/")

    page = response.content.decode()
    assert response.status_code == 200
    assert page.count("<code>/api/v1/") == len(_operations())
    assert "Idempotency-Key" in page
    assert "Giao các dự thảo đã chọn" in page


def _operations() -> set[tuple[str, str]]:
    """What is really routed, by method and path."""
    return {
        (method, _described(prefix + path))
        for prefix, router in api._routers
        for path, view in router.path_operations.items()
        for operation in view.operations
        for method in operation.methods
    }


def _described(path: str) -> str:
    return path.replace("{int:pk}", "{pk}").replace("//", "/")
