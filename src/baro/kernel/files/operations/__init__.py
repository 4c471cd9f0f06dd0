"""Writes of the file store."""

from baro.kernel.files.operations.storing import remove_file, store_file
from baro.kernel.files.operations.sweeping import (
    SweepUnderWay,
    finish_sweep,
    start_sweep,
    sweep_batch,
)

__all__ = [
    "SweepUnderWay",
    "finish_sweep",
    "remove_file",
    "start_sweep",
    "store_file",
    "sweep_batch",
]
