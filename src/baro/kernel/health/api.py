"""The door of the health page for the modules that have something to look at themselves."""

from baro.kernel.health.checks import Check, look_also

__all__ = ["Check", "look_also"]
