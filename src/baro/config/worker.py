"""`baro worker`: background and periodic jobs; start more of them on more machines."""

import os

from baro.config.refusals import CommandRefusal


def main(arguments: list[str]) -> int:
    if arguments:
        raise CommandRefusal("Lệnh này không nhận tham số: baro worker", status=2)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.config.settings")
    import django
    from django.core.management import call_command

    django.setup()
    options = "--concurrency=2", "--shutdown-graceful-timeout=4"
    call_command("procrastinate", "worker", *options, verbosity=0)
    return 0
