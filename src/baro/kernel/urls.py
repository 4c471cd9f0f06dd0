"""Addresses of the kernel."""

from django.urls import path

from baro.kernel.ui import gallery

app_name = "kernel"
urlpatterns = [
    path("kieu-dang/", gallery.gallery, name="gallery"),
]
