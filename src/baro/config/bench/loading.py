"""The home of a measurement: the demo city, grown once to its size and kept for the next time."""

import json

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from baro.config.bench.homes import MARK
from baro.config.bench.ledger import grow
from baro.kernel.ui.filters import number
from baro.org import api as org


def load(items: int) -> None:
    """Build the demo city in this home if there is none yet, then grow it to so many items."""
    call_command("migrate", verbosity=0)
    if not org.Person.objects.exists():
        from baro.config.demo.build import build

        build(today=timezone.localdate(), say=_say)
    _say(f"Đang dựng sổ {number(items)} việc…")
    grow(items, _say)
    (settings.HOME / MARK).write_text(json.dumps({"items": items}))


def _say(line: str) -> None:
    print(line, flush=True)
