"""The door to the queue itself, for health pages and the command line."""

from baro.kernel.relay.operations import JobHasNotFailed, retry_failed_job
from baro.kernel.relay.queries import FailedJob, QueueState, failed_jobs, queue_state

__all__ = [
    "FailedJob",
    "JobHasNotFailed",
    "QueueState",
    "failed_jobs",
    "queue_state",
    "retry_failed_job",
]
