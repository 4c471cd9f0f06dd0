"""The four cells, plus undated and paused: every counted item is in exactly one (promise 3)."""

from datetime import datetime
from typing import Protocol

from django.db import models


class Cell(models.TextChoices):
    DONE_ON_TIME = "done_on_time", "Hoàn thành đúng hạn"
    DONE_LATE = "done_late", "Hoàn thành quá hạn"
    RUNNING_IN_TIME = "running_in_time", "Chưa xong, trong hạn"
    RUNNING_OVERDUE = "running_overdue", "Chưa xong, quá hạn"
    UNDATED = "undated", "Không đặt hạn"
    PAUSED = "paused", "Tạm dừng chờ làm rõ"


class Clocked(Protocol):
    @property
    def state(self) -> str: ...
    @property
    def is_paused(self) -> bool: ...
    @property
    def due_at(self) -> datetime | None: ...
    @property
    def delivered_at(self) -> datetime | None: ...


def cell_of(item: Clocked, *, at: datetime) -> Cell:
    """Judge by the moment of delivery where there is one: waiting for acceptance costs no time."""
    if item.due_at is None:
        return Cell.UNDATED
    late = (item.delivered_at or at) > item.due_at
    if item.state == "done":
        return Cell.DONE_LATE if late else Cell.DONE_ON_TIME
    if item.is_paused:
        return Cell.PAUSED
    return Cell.RUNNING_OVERDUE if late else Cell.RUNNING_IN_TIME
