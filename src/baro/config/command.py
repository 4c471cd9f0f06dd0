"""The `baro` command: our own verbs, then Django's."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.config.settings")
    from django.core.management import execute_from_command_line

    from baro.config.home import data_home, start_embedded_postgres

    start_embedded_postgres(data_home())
    execute_from_command_line(sys.argv)
