"""What has to be true before the first page: tables as the code expects, and something to see.

A process of its own, so that the supervisor stays small and can end it at any moment.
"""

import os
import sys
from datetime import date
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from baro.config.command import in_plain_words

# Any number will do that is always the same: it keeps two machines from migrating at once.
MIGRATION_LOCK = 0xBA50


def main(arguments: list[str]) -> int:
    import django

    django.setup()
    _collect_assets()
    _migrate()
    demo = _demo_city()
    if demo is not None and _is_empty():
        demo.build(today=_today(), say=_say)
    os.write(int(arguments[0]), _welcome(demo).encode())
    return 0


def _collect_assets() -> None:
    """`make setup` has done it; an installation by pip has not."""
    from django.conf import settings
    from django.core.management import call_command

    if not settings.DEBUG and not (settings.STATIC_ROOT / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)


def _migrate() -> None:
    from django.core.management import call_command
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        call_command("migrate", interactive=False, verbosity=0)
        cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])


def _demo_city() -> Any:
    from django.conf import settings

    if not settings.DEMO or find_spec("baro.config.demo") is None:
        return None
    demo = import_module("baro.config.demo")
    return demo if hasattr(demo, "build") else None


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _is_empty() -> bool:
    from baro.org import api as org

    return not org.Unit.objects.exists()


def _welcome(demo: Any) -> str:
    if demo is None or not hasattr(demo, "accounts"):
        return ""
    lines = [f"  {one.title}: {one.username} / {one.password}" for one in demo.accounts()]
    return "\n".join(["Tài khoản dùng thử:", *lines, ""])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.config.settings")
    sys.exit(in_plain_words(main, sys.argv[1:]))
