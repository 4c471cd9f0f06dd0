"""What the queue looks like: failed jobs, the backlog, the workers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import models
from django.db.models import Max, Q
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

_STILL_ALIVE = timedelta(seconds=60)


@dataclass(frozen=True)
class FailedJob:
    """A job that gave up after all its attempts."""

    id: int
    name: str
    attempts: int
    failed_at: datetime | None
    arguments: dict[str, Any]


@dataclass(frozen=True)
class QueueState:
    """How the background work stands at a moment."""

    waiting: int
    failed: int
    last_heartbeat: datetime | None
    is_worker_alive: bool


def failed_jobs(*, limit: int = 100) -> tuple[FailedJob, ...]:
    """The latest failures first."""
    failed = ProcrastinateJob.objects.filter(status="failed")
    dated = failed.annotate(
        failed_at=Max("procrastinateevent__at", filter=Q(procrastinateevent__type="failed"))
    )
    return tuple(
        FailedJob(job.id, job.task_name, job.attempts, job.failed_at, job.args)
        for job in dated.order_by("-id")[:limit]
    )


def stalled_jobs(*, silent_since: datetime) -> "models.QuerySet[ProcrastinateJob]":
    """Jobs under way in workers that are gone, or of whom nothing was heard since."""
    gone = Q(worker__isnull=True) | Q(worker__last_heartbeat__lt=silent_since)
    found: models.QuerySet[ProcrastinateJob] = ProcrastinateJob.objects.filter(
        gone, status="doing"
    ).order_by("pk")
    return found


def queue_state(*, at: datetime) -> QueueState:
    jobs = ProcrastinateJob.objects
    due = Q(scheduled_at__isnull=True) | Q(scheduled_at__lte=at)
    heartbeat = ProcrastinateWorker.objects.aggregate(last=Max("last_heartbeat"))["last"]
    return QueueState(
        waiting=jobs.filter(due, status="todo").count(),
        failed=jobs.filter(status="failed").count(),
        last_heartbeat=heartbeat,
        is_worker_alive=heartbeat is not None and at - heartbeat < _STILL_ALIVE,
    )
