"""What is looked at, and what it says."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from baro.kernel.relay.api import queue_state

_DATABASE = "SELECT current_setting('server_version'), pg_database_size(current_database())"
_LOW_SPACE = 2 * 2**30
_LONG_QUEUE = 1000


@dataclass(frozen=True)
class Check:
    """One thing looked at, whether it is well, and what to know about it."""

    name: str
    is_well: bool
    text: str


def checks(*, at: datetime) -> tuple[Check, ...]:
    looks: tuple[Callable[[datetime], Check], ...] = (_database, _file_store, _worker, _queue)
    return tuple(look(at) for look in looks)


def _database(at: datetime) -> Check:
    try:
        with connection.cursor() as cursor:
            cursor.execute(_DATABASE)
            version, size = cursor.fetchone()
    except DatabaseError as error:
        return Check("Cơ sở dữ liệu", is_well=False, text=str(error))
    return Check("Cơ sở dữ liệu", is_well=True, text=f"PostgreSQL {version}, {_megabytes(size)}.")


def _file_store(at: datetime) -> Check:
    store = Path(settings.FILE_STORE)
    try:
        store.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=store):
            free = shutil.disk_usage(store).free
    except OSError as error:
        return Check("Kho tệp", is_well=False, text=f"Không ghi được tệp: {error.strerror}.")
    return Check("Kho tệp", is_well=free > _LOW_SPACE, text=f"Còn trống {_megabytes(free)}.")


def _worker(at: datetime) -> Check:
    state = queue_state(at=at)
    if state.last_heartbeat is None:
        return Check("Tiến trình nền", is_well=False, text="Chưa có tiến trình nền nào chạy.")
    seconds = max(int((at - state.last_heartbeat).total_seconds()), 0)
    return Check(
        "Tiến trình nền", is_well=state.is_worker_alive, text=f"Báo hiệu cách đây {seconds} giây."
    )


def _queue(at: datetime) -> Check:
    state = queue_state(at=at)
    return Check(
        "Hàng đợi",
        is_well=not state.failed and state.waiting < _LONG_QUEUE,
        text=f"{state.waiting} công việc đang chờ, {state.failed} công việc hỏng.",
    )


def _megabytes(size: int) -> str:
    return f"{size / 2**30:.1f} GB".replace(".", ",") if size >= 2**30 else f"{size // 2**20} MB"
