"""Registers this module with Django."""

from django.apps import AppConfig

from baro.kernel.startup import connect


class TasksConfig(AppConfig):
    name = "baro.tasks"
    label = "tasks"
    verbose_name = "Nhiệm vụ"

    def ready(self) -> None:
        connect(self.name)
        from baro.kernel import audit
        from baro.tasks.behalf import behalf_in_task

        audit.sign_with("tasks.Task", behalf_in_task)
        from baro.documents import api as documents
        from baro.notices import api as notices
        from baro.tasks.queries.duties import shown_duties
        from baro.tasks.queries.issued import issued_from

        notices.on_subject("tasks.RecurringDuty", shown_duties)
        documents.tell_in_history(issued_from)
