"""What is looked at, and what it says."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from baro.kernel.files.api import StoredFile, sweep_report
from baro.kernel.relay.api import queue_state

_DATABASE = "SELECT current_setting('server_version'), pg_database_size(current_database())"
_LOW_SPACE = 2 * 2**30
_LONG_QUEUE = 1000
_SWEPT_WITHIN = timedelta(days=15)


@dataclass(frozen=True)
class Check:
    """One thing looked at, whether it is well, and what to know about it.

    `is_well` is None where nothing could be looked at yet: nobody can say that it is well.
    """

    name: str
    is_well: bool | None
    text: str

    @property
    def word(self) -> str:
        return {True: "Tốt", False: "Cần xem", None: "Chưa kiểm tra"}[self.is_well]

    @property
    def tone(self) -> str:
        return {True: "done_on_time", False: "running_overdue", None: "undated"}[self.is_well]


def checks(*, at: datetime) -> tuple[Check, ...]:
    looks = (_database, _file_store, _integrity, _worker, _queue, *_more)
    return tuple(look(at) for look in looks)


def look_also(look: "Look") -> None:
    """Add a look from another module, when the application starts."""
    if look not in _more:
        _more.append(look)


Look = Callable[[datetime], Check]
_more: list[Look] = []


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


def _integrity(at: datetime) -> Check:
    report = sweep_report()
    if report.latest is None or report.latest.ended_at is None:
        has_files = StoredFile.objects.exists()
        text = "Chưa đọc lại các tệp trong kho lần nào." if has_files else "Kho chưa có tệp nào."
        return Check("Nội dung tệp", is_well=None, text=text)
    age = at - report.latest.ended_at
    last = f"Kiểm tra lần cuối ngày {timezone.localtime(report.latest.ended_at):%d/%m/%Y}"
    found = f"{report.damaged} tệp hỏng hoặc mất, {report.unused} tệp không còn nơi nào dùng."
    is_well = not report.damaged and age < _SWEPT_WITHIN
    return Check("Nội dung tệp", is_well=is_well, text=f"{last}: {found}")


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
