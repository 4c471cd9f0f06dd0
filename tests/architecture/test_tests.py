import ast

from tests.architecture.source import ROOT, python_files


def test_every_public_function_in_a_test_file_is_a_test_or_a_fixture() -> None:
    """A mistyped `tets_` is never run, and nobody notices."""
    strays = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in python_files(ROOT / "tests")
        if name.split("/")[-1].startswith(("test_", "conftest"))
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if not node.name.startswith(("test_", "_", "pytest_")) and not _is_fixture(node)
    ]
    assert not strays, "\n".join(strays)


def _is_fixture(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any("fixture" in ast.unparse(decorator) for decorator in node.decorator_list)
