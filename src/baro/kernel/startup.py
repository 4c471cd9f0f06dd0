"""What every module does once when the application starts."""

from importlib import import_module
from importlib.util import find_spec


def connect(module: str) -> None:
    """Hand in the module's wording and finds, and let its jobs subscribe, where it has any."""
    from baro.kernel.audit.wording import register_wording

    if find_spec(f"{module}.events"):
        register_wording(import_module(f"{module}.events").WORDING)
    for name in ("palette", "jobs"):
        if find_spec(f"{module}.{name}"):
            import_module(f"{module}.{name}")
