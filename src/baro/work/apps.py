"""Registers this module with Django."""

from django.apps import AppConfig

from baro.kernel.startup import connect


class WorkConfig(AppConfig):
    name = "baro.work"
    label = "work"
    verbose_name = "Sổ việc"

    def ready(self) -> None:
        connect(self.name)
        from baro.notices import api as notices
        from baro.work.queries.shown import shown_items

        notices.on_subject("work.WorkItem", shown_items)
