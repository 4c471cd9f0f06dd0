"""The door to the queue itself, for health pages and the command line."""

from baro.kernel.relay.operations import (
    JobHasNotFailed,
    rescue_stalled_jobs,
    retry_failed_job,
)
from baro.kernel.relay.queries import FailedJob, QueueState, failed_jobs, queue_state

__all__ = [
    "FailedJob",
    "JobHasNotFailed",
    "QueueState",
    "failed_jobs",
    "queue_state",
    "rescue_stalled_jobs",
    "retry_failed_job",
]
