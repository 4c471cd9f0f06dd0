import tomllib

import grimp
from django.apps import apps
from tests.architecture.source import ROOT

LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
LAYERS = LINTER["contracts"][0]["layers"]
HEIGHT = {room.strip(): -place for place, layer in enumerate(LAYERS) for room in layer.split("|")}


def test_foreign_keys_point_downward() -> None:
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if (here := model._meta.app_label) in HEIGHT
        and (there := field.related_model._meta.app_label) in HEIGHT
        if here != there and HEIGHT[there] >= HEIGHT[here]
    ]
    assert not upward, "\n".join(upward)


def test_neighbours_enter_by_the_door() -> None:
    """By `api.py`; the kernel's tools by their package; `config` also hangs the REST doors."""
    graph = grimp.build_graph("baro", cache_dir=None)
    side_doors = [
        f"{importer} -> {imported}"
        for importer in graph.modules
        for imported in graph.find_modules_directly_imported_by(importer)
        if _room(importer) != _room(imported) and not _is_door(imported, importer)
        if _room(importer) and _room(imported)
    ]
    assert not side_doors, "\n".join(sorted(side_doors))


def _room(module: str) -> str:
    return ".".join(module.split(".")[:2]) if "." in module else ""


def _is_door(module: str, importer: str) -> bool:
    parts = module.split(".")
    is_tool = parts[1] == "kernel" and (len(parts) == 3 or parts[2] in {"ui", "rest"})
    is_hung = parts[-1] == "rest" and _room(importer) == "baro.config"
    return is_tool or is_hung or parts[-1] == "api"
