"""`baro web`: the web server alone, for machines that run nothing else."""

import os

from baro.config import logs
from baro.config.address import own_address
from baro.config.home import WEB_THREADS
from baro.config.refusals import CommandRefusal

MOST_WORKERS = 4


def main(arguments: list[str]) -> int:
    if arguments:
        raise CommandRefusal("Lệnh này không nhận tham số: baro web", status=2)
    serve("baro.config.wsgi:application")
    return 0


def serve(application: str) -> None:
    """Until it is told to stop; everything that is measured is served in this same way."""
    os.environ.setdefault("BARO_POOL", "1")
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    address = own_address()
    Granian(
        application,
        address=address.host,
        port=address.port,
        interface=Interfaces.WSGI,
        workers=_worker_count(),
        blocking_threads=WEB_THREADS,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=4,
        log_level=LogLevels.warning,
        log_dictconfig=logs.log_settings(),
        log_access=os.environ.get("BARO_ACCESS_LOG") == "1",
    ).serve()


def _worker_count() -> int:
    given = os.environ.get("BARO_WEB_WORKERS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    return min(os.cpu_count() or 1, MOST_WORKERS)
