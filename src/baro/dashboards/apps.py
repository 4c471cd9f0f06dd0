"""Registers this module with Django."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "baro.dashboards"
    label = "dashboards"
    verbose_name = "Điều hành"
