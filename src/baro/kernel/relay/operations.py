"""Acting on the queue by hand."""

from datetime import datetime, timedelta

from django.db import models, transaction
from procrastinate import sql
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import can_manage_system, require
from baro.kernel.relay.queries import stalled_jobs

_SILENT = timedelta(seconds=90)
_MOST_DEATHS = 5


class JobHasNotFailed(DomainError):
    pass


@transaction.atomic
def retry_failed_job(*, job_id: int, by: models.Model, at: datetime) -> ProcrastinateJob:
    """Put a job that gave up back into the queue."""
    job: ProcrastinateJob | None = (
        ProcrastinateJob.objects.select_for_update().filter(pk=job_id).first()
    )
    require(can_manage_system(by), "Chỉ quản trị hệ thống cho chạy lại được công việc nền.")
    if job is None or job.status != "failed":
        raise JobHasNotFailed("Công việc này không còn ở trạng thái hỏng.")

    app.job_manager.retry_job_by_id(job_id, retry_at=at)
    audit.record("kernel.failed_job_retried", job, by=by, at=at, facts={"job": job.task_name})
    return job


@transaction.atomic
def rescue_stalled_jobs(*, at: datetime) -> int:
    """Put back the jobs whose worker has died; the answer says how many.

    A worker that lives sends a heartbeat every few seconds, however long its jobs take. A job
    during which several workers died gives up, and is shown with the failed ones.
    """
    stalled = stalled_jobs(silent_since=at - _SILENT).select_for_update(of=("self",))
    found = list(stalled)
    for job in found:
        if job.attempts >= _MOST_DEATHS:
            _give_up(job)
        else:
            app.job_manager.retry_job_by_id(job.pk, retry_at=at)
    return len(found)


def _give_up(job: ProcrastinateJob) -> None:
    app.connector.get_sync_connector().execute_query(
        query=sql.queries["finish_job"], job_id=job.pk, status="failed", delete_job=False
    )
