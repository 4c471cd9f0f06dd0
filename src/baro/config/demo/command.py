"""`baro demo`: build the demo city from the command line."""

import sys
from collections.abc import Sequence

from baro.config.refusals import CommandRefusal


def main(arguments: Sequence[str]) -> int:
    """Build the city as of today; one line of progress after another."""
    if arguments:
        raise CommandRefusal("Cách dùng: baro demo (không có tham số).", status=2)
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.utils import timezone

    from baro.config.demo.build import build
    from baro.kernel.errors import DomainError

    if not settings.DEMO:
        raise CommandRefusal(
            "Thành phố dùng thử chỉ dựng ở chế độ dùng thử; hiện BARO_DEMO=0.", status=1
        )
    call_command("migrate", verbosity=0)
    try:
        build(today=timezone.localdate(), say=_say)
    except DomainError as refusal:
        raise CommandRefusal(str(refusal), status=1) from None
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
