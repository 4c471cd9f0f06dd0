import ast

from tests.architecture.source import SRC, calls, python_files

ALLOWED = {
    "kernel/audit/record.py": "the trace itself, which every operation writes",
    "config/": "loading of demo data and of tables that come with the version",
}
WRITES = {"bulk_create", "bulk_update", "create", "get_or_create", "update_or_create"}


def test_only_operations_write() -> None:
    strays = [
        f"{name}:{call.lineno} .{method}()"
        for name, tree in python_files(SRC)
        if "operations" not in name and not name.startswith(tuple(ALLOWED))
        for call, method in calls(tree)
        if _writes(call, method)
    ]
    assert not strays, "\n".join(strays)


def _writes(call: ast.Call, method: str) -> bool:
    """`update` with named fields and `save`, `delete` without a target are the ORM's."""
    named = any(keyword.arg for keyword in call.keywords)
    receiver = ast.unparse(call.func).removesuffix(f".{method}")
    return (
        method in WRITES
        or (method in {"save", "delete"} and not call.args)
        or (method == "update" and named and not call.args and not receiver.endswith(".globals"))
    )
