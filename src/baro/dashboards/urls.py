"""Addresses of the pages of figures."""

from django.urls import path

from baro.dashboards import views

app_name = "dashboards"
urlpatterns = [
    path("dieu-hanh/", views.city, name="city"),
    path("dieu-hanh/<str:code>/", views.unit, name="unit"),
]
