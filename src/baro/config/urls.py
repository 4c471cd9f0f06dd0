"""The addresses of all modules."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("baro.kernel.urls")),
    path("", include("baro.documents.urls")),
    path("tai-khoan/", include("allauth.urls")),
    path("ho-tro/", admin.site.urls),
]
