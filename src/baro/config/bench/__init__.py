"""`baro bench`: what people do, measured through real HTTP on ledgers of known size."""

from baro.config.bench.command import main

__all__ = ["main"]
