"""Traces: one row for everything that happened, never changed and never deleted."""

from baro.kernel.audit.models import AuditEvent
from baro.kernel.audit.queries import HistoryLine, events_about, histories, history
from baro.kernel.audit.record import record, record_many
from baro.kernel.audit.signing import sign_with
from baro.kernel.audit.wording import describe, register_wording

__all__ = [
    "AuditEvent",
    "HistoryLine",
    "describe",
    "events_about",
    "histories",
    "history",
    "record",
    "record_many",
    "register_wording",
    "sign_with",
]
