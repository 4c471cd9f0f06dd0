"""The door of `followup` for the modules above."""

from baro.followup.models import (
    DifficultMilestone,
    DifficultObstacle,
    DifficultWork,
    LeaderRemark,
    Reminder,
    ReminderProgress,
)
from baro.followup.operations.committees import (
    CommitteeContent,
    conclude_session,
    found_committee,
    hold_session,
    plan_session,
)
from baro.followup.operations.difficult import (
    add_milestone,
    clear_obstacle,
    finish_milestone,
    move_milestone,
    raise_obstacle,
    say_week,
    star_work,
)
from baro.followup.operations.leaders_list import direct_item, put_off_item, raise_items
from baro.followup.queries.leaders_list import listed_items
from baro.followup.queries.past_reminders import PastReminder, past_reminders

__all__ = [
    "CommitteeContent",
    "DifficultMilestone",
    "DifficultObstacle",
    "DifficultWork",
    "LeaderRemark",
    "PastReminder",
    "Reminder",
    "ReminderProgress",
    "add_milestone",
    "clear_obstacle",
    "conclude_session",
    "direct_item",
    "finish_milestone",
    "found_committee",
    "hold_session",
    "listed_items",
    "move_milestone",
    "past_reminders",
    "plan_session",
    "put_off_item",
    "raise_items",
    "raise_obstacle",
    "say_week",
    "star_work",
]
