"""All writes of this module."""

from baro.notices.operations.retries import retry_letter
from baro.notices.operations.sending import send_due
from baro.notices.operations.settling import finish_notices, settle
from baro.notices.operations.substitutions import tell_ended, tell_given, tell_run_out
from baro.notices.operations.telling import Telling, tell, tell_many
from baro.notices.operations.wishes import (
    QuietHoursWish,
    choose_channels,
    set_quiet_hours,
    stop_kinds,
)
from baro.notices.operations.writing import make_digests, write_urgent_letters

__all__ = [
    "QuietHoursWish",
    "Telling",
    "choose_channels",
    "finish_notices",
    "make_digests",
    "retry_letter",
    "send_due",
    "set_quiet_hours",
    "settle",
    "stop_kinds",
    "tell",
    "tell_ended",
    "tell_given",
    "tell_many",
    "tell_run_out",
    "write_urgent_letters",
]
