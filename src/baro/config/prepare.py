"""What has to be true before the first page: tables as the code expects, and something to see.

A process of its own, so that the supervisor stays small and can end it at any moment.
"""

import os
import sys

from baro.config.command import in_plain_words

# Any number will do that is always the same: it keeps two machines from migrating at once.
MIGRATION_LOCK = 0xBA50


def main(arguments: list[str]) -> int:
    import django

    django.setup()
    from django.conf import settings

    _collect_assets()
    _migrate()
    if settings.DEMO and _is_empty():
        _build_demo_city()
    os.write(int(arguments[0]), (_welcome() if settings.DEMO else "").encode())
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


def _is_empty() -> bool:
    from baro.org import api as org

    return not org.Person.objects.exists()


def _build_demo_city() -> None:
    from django.utils import timezone

    from baro.config.demo.build import build

    def say(line: str) -> None:
        print(line, flush=True)

    build(today=timezone.localdate(), say=say)


def _welcome() -> str:
    from baro.config import demo

    lines = [f"  {account.username:<14} {account.role}" for account in demo.accounts()]
    return "\n".join(["Tài khoản dùng thử:", *lines, f"  Mật khẩu chung: {demo.PASSWORD}", ""])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.config.settings")
    sys.exit(in_plain_words(main, sys.argv[1:]))
