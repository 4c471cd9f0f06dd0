"""The door of `followup` for the modules above."""

from baro.followup.models import LeaderRemark, Reminder, ReminderProgress
from baro.followup.operations.leaders_list import direct_item, put_off_item, raise_items
from baro.followup.queries.leaders_list import listed_items
from baro.followup.queries.past_reminders import PastReminder, past_reminders

__all__ = [
    "LeaderRemark",
    "PastReminder",
    "Reminder",
    "ReminderProgress",
    "direct_item",
    "listed_items",
    "past_reminders",
    "put_off_item",
    "raise_items",
]
