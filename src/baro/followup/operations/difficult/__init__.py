"""What is done to the portfolio of difficult works."""

from baro.followup.operations.difficult.decisions import (
    DecisionNotAsked,
    ObstacleDecided,
    TaskWanted,
    decide_obstacle,
)
from baro.followup.operations.difficult.guards import DayMissing, WordsMissing, WorkEnded
from baro.followup.operations.difficult.milestones import (
    DayAhead,
    MilestoneDone,
    SameDay,
    add_milestone,
    finish_milestone,
    move_milestone,
)
from baro.followup.operations.difficult.obstacles import (
    DecisionPending,
    ObstacleCleared,
    clear_obstacle,
    raise_obstacle,
)
from baro.followup.operations.difficult.weeks import say_week
from baro.followup.operations.difficult.works import (
    ObstaclesOpen,
    change_work,
    end_work,
    star_work,
)

__all__ = [
    "DayAhead",
    "DayMissing",
    "DecisionNotAsked",
    "DecisionPending",
    "MilestoneDone",
    "ObstacleCleared",
    "ObstacleDecided",
    "ObstaclesOpen",
    "SameDay",
    "TaskWanted",
    "WordsMissing",
    "WorkEnded",
    "add_milestone",
    "change_work",
    "clear_obstacle",
    "decide_obstacle",
    "end_work",
    "finish_milestone",
    "move_milestone",
    "raise_obstacle",
    "say_week",
    "star_work",
]
