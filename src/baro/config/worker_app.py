"""The worker's own app: it fetches jobs by its own connection and leaves Django's app as it is."""

from procrastinate import App
from procrastinate.contrib.django import app


class WorkerApp(App):
    """An app whose jobs are registered elsewhere.

    The usual way puts the worker's connector in place of Django's for as long as the worker runs.
    What a job defers would then not be in the transaction of the job's own writes (ADR 3).
    """

    def _register_builtin_tasks(self) -> None:
        """Django's app has them; to register them again would double their prefix."""


def worker_app() -> WorkerApp:
    made = WorkerApp(connector=app.connector.get_worker_connector())  # type: ignore[attr-defined]
    made.tasks = app.tasks
    made.periodic_registry = app.periodic_registry
    return made
