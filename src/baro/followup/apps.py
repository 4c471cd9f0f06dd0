"""Registers this module with Django."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate  # noqa: TID251 - shipped data follows the schema

from baro.kernel.startup import connect


class FollowupConfig(AppConfig):
    name = "baro.followup"
    label = "followup"
    verbose_name = "Theo dõi, đôn đốc"

    def ready(self) -> None:
        connect(self.name)
        post_migrate.connect(_load_shipped_data, sender=self)


def _load_shipped_data(sender: AppConfig, **_: Any) -> None:
    """Bring the default ladder of this version; also after a test has emptied the tables."""
    from baro.followup.operations.ladder import load_shipped_rungs

    load_shipped_rungs()
