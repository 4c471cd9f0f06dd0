"""Registers this module with Django."""

from typing import Any

from django.apps import AppConfig
from django.core.signals import request_finished, request_started
from django.db.models.signals import post_migrate  # noqa: TID251 - shipped data follows the schema


class KernelConfig(AppConfig):
    name = "baro.kernel"
    label = "kernel"
    verbose_name = "Nền tảng"

    def ready(self) -> None:
        from baro.kernel.editions import begin_request, end_request
        from baro.kernel.health.api import look_also
        from baro.kernel.standby import is_configured
        from baro.kernel.standby.looks import look_at_standby
        from baro.kernel.startup import connect

        if is_configured():
            look_also(look_at_standby)
        connect("baro.kernel")
        request_started.connect(begin_request)
        request_finished.connect(end_request)
        post_migrate.connect(_load_shipped_data, sender=self)


def _load_shipped_data(sender: AppConfig, **_: Any) -> None:
    """Bring rules and calendar of this version; also after a test has emptied the tables."""
    from baro.kernel.calendar.operations import load_shipped_overrides
    from baro.kernel.rules.operations import load_shipped_rules

    load_shipped_rules()
    load_shipped_overrides()
