"""One step of a measurement, a process of its own: each needs its own database and settings."""

import os
import sys

from baro.config.command import in_plain_words
from baro.config.home import data_home, start_embedded_postgres


def main(arguments: list[str]) -> int:
    step, *rest = arguments
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.config.settings")
    if step == "serve":
        from baro.config.web import serve

        serve(rest[0])
        return 0
    start_embedded_postgres(data_home())
    import django

    django.setup()
    if step == "load":
        from baro.config.bench.loading import load

        load(int(rest[0]))
    else:
        from baro.config.bench.measuring import measure

        measure(int(rest[0]), rest[1])
    return 0


if __name__ == "__main__":
    sys.exit(in_plain_words(main, sys.argv[1:]))
