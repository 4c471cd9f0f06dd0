"""Addresses of the pages of figures."""

from django.urls import path

from baro.dashboards import views
from baro.kernel import standby

app_name = "dashboards"
urlpatterns = [
    path("dieu-hanh/", standby.reads(views.city), name="city"),
    path("dieu-hanh/<str:code>/", standby.reads(views.unit), name="unit"),
]
