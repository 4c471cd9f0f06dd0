"""Registers this module with Django."""

from django.apps import AppConfig

from baro.kernel.startup import connect


class NoticesConfig(AppConfig):
    name = "baro.notices"
    label = "notices"
    verbose_name = "Thông báo"

    def ready(self) -> None:
        connect(self.name)
        from baro.kernel.health.api import look_also
        from baro.notices.queries import letters_look, shown_substitutions
        from baro.notices.subjects import on_subject

        look_also(letters_look)
        on_subject("org.Substitution", shown_substitutions)
