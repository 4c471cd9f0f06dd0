import ast
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from tests.architecture.source import MODULES, SRC, calls, python_files


def _wording(module: str) -> set[str]:
    known = find_spec(f"baro.{module}.events")
    return set(import_module(f"baro.{module}.events").WORDING) if known else set()


WORDING = {module: _wording(module) for module in MODULES}
ALL = set().union(*WORDING.values())


def test_every_recorded_event_has_its_wording() -> None:
    recorded = {
        str(call.args[0].value)
        for _, tree in python_files(SRC)
        for call, method in calls(tree)
        if method in {"record", "record_many"} and call.args
        if isinstance(call.args[0], ast.Constant)
    }
    assert not recorded - ALL, recorded - ALL


def test_every_wording_belongs_to_an_event_that_is_recorded() -> None:
    written = {text for name, tree in python_files(SRC) for text in _texts(name, tree)}
    assert not ALL - written, ALL - written


def test_an_event_is_worded_by_its_own_module() -> None:
    foreign = [
        name
        for module, names in WORDING.items()
        for name in names
        if not name.startswith(f"{module}.")
    ]
    assert not foreign, "\n".join(foreign)


def _texts(name: str, tree: ast.Module) -> Iterator[str]:
    if not name.endswith("events.py"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
