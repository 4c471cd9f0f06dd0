"""Facts of the follow-up."""

from baro.followup.models.committees import Committee, CommitteeSession
from baro.followup.models.difficult import (
    DifficultMilestone,
    DifficultMove,
    DifficultObstacle,
    DifficultWeek,
    DifficultWork,
)
from baro.followup.models.leaders_list import LeaderRemark, LeadersList
from baro.followup.models.pressing import PressedItem, Pressing, PressingLetter
from baro.followup.models.reminders import Reminder, ReminderComparison, ReminderProgress
from baro.followup.models.rungs import Rung

__all__ = [
    "Committee",
    "CommitteeSession",
    "DifficultMilestone",
    "DifficultMove",
    "DifficultObstacle",
    "DifficultWeek",
    "DifficultWork",
    "LeaderRemark",
    "LeadersList",
    "PressedItem",
    "Pressing",
    "PressingLetter",
    "Reminder",
    "ReminderComparison",
    "ReminderProgress",
    "Rung",
]
