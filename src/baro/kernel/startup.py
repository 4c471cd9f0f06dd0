"""What every module does once when the application starts."""

from importlib import import_module
from importlib.util import find_spec


def connect(module: str) -> None:
    """Hand in the module's wording and let its jobs subscribe, where it has any."""
    from baro.kernel.audit.wording import register_wording

    if find_spec(f"{module}.events"):
        register_wording(import_module(f"{module}.events").WORDING)
    if find_spec(f"{module}.jobs"):
        import_module(f"{module}.jobs")
