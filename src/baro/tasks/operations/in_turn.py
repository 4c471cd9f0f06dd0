"""The same act on many tasks, one after another: what is refused stays, the rest is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied

from baro.kernel.errors import DomainError
from baro.kernel.transactions import whole_or_again
from baro.tasks.models import Task


@dataclass(frozen=True)
class Outcome:
    """What became of one task: nothing to add, or why it was refused."""

    task: Task
    refusal: str = ""

    @property
    def is_done(self) -> bool:
        return not self.refusal


def do_in_turn(tasks: Sequence[Task], act: Callable[[Task], Any]) -> list[Outcome]:
    """Run the operation of the single case for each, with its own checks, trace and transaction."""
    return [_outcome(task, act) for task in tasks]


def _outcome(task: Task, act: Callable[[Task], Any]) -> Outcome:
    try:
        whole_or_again(lambda: act(task))
    except DomainError as refusal:
        return Outcome(task, refusal.message)
    except PermissionDenied as refusal:
        return Outcome(task, str(refusal) or "Ông/bà không được giao quyền làm việc này.")
    return Outcome(task)
