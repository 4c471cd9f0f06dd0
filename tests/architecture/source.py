"""Where the code stands, read as files and as syntax."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "baro"
MODULES = [
    "kernel",
    "org",
    "notices",
    "documents",
    "work",
    "tasks",
    "followup",
    "dashboards",
]


def python_files(folder: Path) -> Iterator[tuple[str, ast.Module]]:
    """Each file by its path below the folder, and its syntax tree; without migrations."""
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder).as_posix()
        if "/migrations/" not in f"/{name}":
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str]]:
    """Each call of a method, with the method's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node, node.func.attr
