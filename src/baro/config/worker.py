"""`baro worker`: background and periodic jobs; start more of them on more machines."""

import os

from baro.config.refusals import CommandRefusal


def main(arguments: list[str]) -> int:
    if arguments:
        raise CommandRefusal("Lệnh này không nhận tham số: baro worker", status=2)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.config.settings")
    import django

    django.setup()
    from baro.config.worker_app import worker_app

    worker_app().run_worker(concurrency=2, shutdown_graceful_timeout=4)
    return 0
