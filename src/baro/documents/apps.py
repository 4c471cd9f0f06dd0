"""Registers this module with Django."""

from django.apps import AppConfig

from baro.kernel.startup import connect


class DocumentsConfig(AppConfig):
    name = "baro.documents"
    label = "documents"
    verbose_name = "Văn bản"

    def ready(self) -> None:
        connect(self.name)
        from baro.documents.behalf import behalf_in_register
        from baro.documents.programs import programs_look
        from baro.kernel import audit
        from baro.kernel.health.api import look_also

        look_also(programs_look)
        audit.sign_with("documents.Document", behalf_in_register)
