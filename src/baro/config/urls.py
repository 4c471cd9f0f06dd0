"""The addresses of all modules."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("baro.kernel.urls")),
    path("", include("baro.org.urls")),
    path("", include("baro.documents.urls")),
    path("tai-khoan/", include("baro.org.account_urls")),
    path("ho-tro/", admin.site.urls),
]
