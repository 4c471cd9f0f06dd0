"""Registers this module with Django."""

from django.apps import AppConfig

from baro.kernel.startup import connect


class WorkConfig(AppConfig):
    name = "baro.work"
    label = "work"
    verbose_name = "Sổ việc"

    def ready(self) -> None:
        connect(self.name)
        from baro.kernel.health.api import look_also
        from baro.notices import api as notices
        from baro.work.queries.shown import shown_items
        from baro.work.queries.tallies import tallies_look

        look_also(tallies_look)
        notices.on_subject("work.WorkItem", shown_items)
