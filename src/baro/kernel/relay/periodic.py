"""What is done again and again, by whichever worker comes first."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from procrastinate.contrib.django import app

from baro.kernel.relay.retries import RETRY

Action = Callable[[datetime], None]
_CITY = ZoneInfo("Asia/Ho_Chi_Minh")


def every(cron: str) -> Callable[[Action], Action]:
    """Run a function of the planned moment by a cron expression, whose hours are UTC.

    Use it for what happens several times a day ("*/15 * * * *"), and `daily` for one time a day.
    The function may run twice for one moment and must bear it.
    """

    def schedule(action: Action) -> Action:
        def run(timestamp: int) -> None:
            action(datetime.fromtimestamp(timestamp, _CITY))

        name = f"every:{action.__module__}.{action.__qualname__}"
        job = app.task(name=name, queue="periodic", queueing_lock=name, retry=RETRY)(run)
        app.periodic(cron=cron)(job)
        return action

    return schedule


def daily(*, at: str) -> Callable[[Action], Action]:
    """Run a function once a day at a time of the city, such as "00:45"."""
    local = datetime.strptime(at, "%H:%M").replace(tzinfo=_CITY)
    # The city has kept one offset since 1975; the year 1900 of `strptime` had another.
    planned = local.replace(year=2000) - timedelta(hours=7)
    return every(f"{planned.minute} {planned.hour} * * *")
