"""Registers this module with Django."""

from django.apps import AppConfig

from baro.kernel.startup import connect


class FollowupConfig(AppConfig):
    name = "baro.followup"
    label = "followup"
    verbose_name = "Theo dõi, đôn đốc"

    def ready(self) -> None:
        connect(self.name)
