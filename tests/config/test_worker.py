from typing import cast

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from baro.config.worker_app import worker_app


def test_the_worker_knows_every_job_under_its_name() -> None:
    known = worker_app().tasks

    assert "builtin:procrastinate.builtin_tasks.remove_old_jobs" in known
    assert {job.name for job in known.values()} - set(known) == set()


def test_jobs_defer_jobs_through_djangos_connection() -> None:
    worker = worker_app()

    homes = [cast(App, job.blueprint) for job in worker.tasks.values()]
    through = {type(home.job_manager.connector) for home in homes}
    assert through == {DjangoConnector}
    assert worker.connector is not app.connector
