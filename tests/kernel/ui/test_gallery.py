from pathlib import Path
from typing import Any

import pytest
from django.template.loader import get_template
from django.test import Client

from baro.kernel.ui import gallery

COMPONENTS = sorted(
    path.stem
    for path in Path(gallery.__file__).parents[1].glob("templates/ui/*.html")
    if not path.stem.startswith("_")
)


def test_the_gallery_shows_every_component(desk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = get_template("gallery.html").backend.env  # type: ignore[attr-defined]
    shown: set[str] = set()
    loaded = type(engine.globals["ui"]).__getattr__

    def noticing(components: Any, name: str) -> Any:
        shown.add(name)
        return loaded(components, name)

    monkeypatch.setattr(type(engine.globals["ui"]), "__getattr__", noticing)

    response = desk.get("/kieu-dang/")

    assert response.status_code == 200
    assert sorted(set(COMPONENTS) - shown) == []


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_begins_by_listing_its_arguments(name: str) -> None:
    source = get_template(f"ui/{name}.html").template.filename  # type: ignore[attr-defined]
    text = Path(source).read_text(encoding="utf-8")

    assert text.startswith("{#")
    assert name in text.partition("#}")[0]
