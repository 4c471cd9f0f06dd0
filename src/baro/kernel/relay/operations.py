"""Acting on the queue by hand."""

from datetime import datetime

from django.db import models, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import can_manage_system, require


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
