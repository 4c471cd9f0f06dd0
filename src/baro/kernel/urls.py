"""Addresses of the kernel."""

from django.urls import path

from baro.kernel.health import views as health
from baro.kernel.palette import views as palette
from baro.kernel.ui import gallery
from baro.kernel.webhooks import views as webhooks

app_name = "kernel"
urlpatterns = [
    path("tim/", palette.palette, name="palette"),
    path("kieu-dang/", gallery.gallery, name="gallery"),
    path("suc-khoe/", health.health, name="health"),
    path("suc-khoe/kho-tep/", health.file_sweep, name="file-sweep"),
    path("suc-khoe/song/", health.liveness, name="liveness"),
    path("noi-nhan-su-kien/", webhooks.webhook_list, name="webhook-list"),
    path("noi-nhan-su-kien/<int:pk>/", webhooks.webhook, name="webhook"),
    path("noi-nhan-su-kien/<int:pk>/gui-thu/", webhooks.webhook_trial, name="webhook-trial"),
    path("noi-nhan-su-kien/<int:pk>/khoa-ky/", webhooks.webhook_secret, name="webhook-secret"),
    path("noi-nhan-su-kien/<int:pk>/tam-dung/", webhooks.webhook_switch, name="webhook-switch"),
    path(
        "noi-nhan-su-kien/<int:pk>/gui-lai/", webhooks.webhook_resending, name="webhook-resending"
    ),
    path("suc-khoe/cong-viec/<int:pk>/chay-lai/", health.job_retry, name="job-retry"),
]
