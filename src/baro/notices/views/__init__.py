"""Pages of notices."""

from baro.notices.views.bell import notice_done, notice_list, notices_done
from baro.notices.views.choices import channel_choices, choices, quiet_hours, unsubscribing
from baro.notices.views.letters import letter_list, letter_retry

__all__ = [
    "channel_choices",
    "choices",
    "letter_list",
    "letter_retry",
    "notice_done",
    "notice_list",
    "notices_done",
    "quiet_hours",
    "unsubscribing",
]
