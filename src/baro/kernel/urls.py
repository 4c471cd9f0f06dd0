"""Addresses of the kernel."""

from django.urls import path

from baro.kernel.health import views as health
from baro.kernel.palette import views as palette
from baro.kernel.ui import gallery

app_name = "kernel"
urlpatterns = [
    path("tim/", palette.palette, name="palette"),
    path("kieu-dang/", gallery.gallery, name="gallery"),
    path("suc-khoe/", health.health, name="health"),
    path("suc-khoe/kho-tep/", health.file_sweep, name="file-sweep"),
    path("suc-khoe/song/", health.liveness, name="liveness"),
    path("suc-khoe/cong-viec/<int:pk>/chay-lai/", health.job_retry, name="job-retry"),
]
