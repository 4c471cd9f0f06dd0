"""Registers this module with Django."""

from django.apps import AppConfig

from baro.kernel.startup import connect


class OrgConfig(AppConfig):
    name = "baro.org"
    label = "org"
    verbose_name = "Tổ chức"

    def ready(self) -> None:
        connect(self.name)
