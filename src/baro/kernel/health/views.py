"""Pages about the state of the installation."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from baro.kernel.files import api as files
from baro.kernel.health.checks import checks
from baro.kernel.policies import can_manage_system, require
from baro.kernel.relay.api import failed_jobs, retry_failed_job
from baro.kernel.ui.pages import render_page


@login_not_required
@never_cache
@require_GET
def liveness(request: HttpRequest) -> HttpResponse:
    """Answers as long as the process does; asks nothing of the database."""
    return HttpResponse("ok", content_type="text/plain")


@never_cache
@require_GET
def health(request: HttpRequest) -> HttpResponse:
    require(can_manage_system(request.user), "Chỉ quản trị hệ thống xem được trang này.")
    now = timezone.now()
    context = {
        "checks": checks(at=now),
        "jobs": failed_jobs(),
        "looked_at": now,
        "sweep": files.sweep_report(),
    }
    return render_page(request, "kernel/health.html", context)


@require_POST
def file_sweep(request: HttpRequest) -> HttpResponse:
    files.start_sweep(by=cast(models.Model, request.user), at=timezone.now())
    messages.success(request, "Đã bắt đầu kiểm tra kho tệp; kết quả hiện ở đây khi xong.")
    return redirect("kernel:health")


@require_POST
def job_retry(request: HttpRequest, pk: int) -> HttpResponse:
    retry_failed_job(job_id=pk, by=cast(models.Model, request.user), at=timezone.now())
    return redirect("kernel:health")
