"""Traces: one row for everything that happened, never changed and never deleted."""

from baro.kernel.audit.record import record, record_many
from baro.kernel.audit.wording import describe, register_wording

__all__ = ["describe", "record", "record_many", "register_wording"]
