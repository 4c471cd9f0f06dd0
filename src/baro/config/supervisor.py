"""`baro up`: database, web and worker as one thing that starts, lives and ends together."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import FrameType

from psycopg import Error as DatabaseError

from baro.config import logs
from baro.config.address import Address, own_address, require_free
from baro.config.children import Child, end_all
from baro.config.home import data_home, require_writable, start_embedded_postgres
from baro.config.instance import running_once
from baro.config.logs import log
from baro.config.postgres import EmbeddedPostgres
from baro.config.refusals import CommandRefusal

HEALTH = "/suc-khoe/song/"
BEAT = 0.1
PATIENCE_WITH_CHILDREN = 5.0
PATIENCE_WITH_PREDECESSOR = 6.0
PAUSE_BEFORE_DATABASE = 1.0


class StopAsked(BaseException):
    """A signal arrived while still starting. Not an `Exception`: nobody may swallow it."""


def main(arguments: list[str]) -> int:
    if arguments:
        raise CommandRefusal("Lệnh này không nhận tham số: baro up", status=2)
    logs.configure()
    home, address = data_home(), own_address()
    require_writable(home)
    with running_once(home, address) as predecessor, _signals_as(_raise_stop):
        patience = PATIENCE_WITH_PREDECESSOR if predecessor.was_cut_off else 0
        require_free(address, patience=patience)
        try:
            return _run(home, address)
        except StopAsked:
            log.info("Đã dừng khi đang khởi động")
            return 0


def _run(home: Path, address: Address) -> int:
    database = start_embedded_postgres(home)
    try:
        welcome = _prepare()
        children = [
            Child("Máy chủ web", [sys.executable, "-m", "baro.config", "web"]),
            Child("Tiến trình nền", [sys.executable, "-m", "baro.config", "worker"]),
        ]
        Supervisor(children, database, address, welcome).run()
    finally:
        if database is not None and not database.leave():
            log.warning("PostgreSQL nhúng vẫn chạy vì một lệnh baro khác đang dùng")
    log.info("Ba Rõ đã dừng hẳn")
    return 0


def _prepare() -> str:
    """Migrations and, the first time, the demo city; returns what to tell the newcomer."""
    reading, writing = os.pipe()
    step = Child("Bước chuẩn bị", [sys.executable, "-m", "baro.config.prepare", str(writing)])
    try:
        process = step.start(keep=[writing])
        os.close(writing)
        with os.fdopen(reading, encoding="utf-8") as pipe:
            welcome = pipe.read()
        if process.wait():
            raise CommandRefusal("Không chuẩn bị được cơ sở dữ liệu; xem các dòng ở trên.")
        return welcome
    finally:
        end_all([step], patience=PATIENCE_WITH_CHILDREN)


class Supervisor:
    def __init__(
        self,
        children: list[Child],
        database: EmbeddedPostgres | None,
        address: Address,
        welcome: str = "",
    ) -> None:
        self.children = children
        self.database = database
        self.address = address
        self.welcome = welcome
        self._stopping = False
        self._greeted = False
        self._database_not_before = 0.0

    def run(self) -> None:
        with _signals_as(self._note_stop):
            try:
                for child in self.children:
                    child.start()
                while not self._stopping:
                    self._beat()
                    time.sleep(BEAT)
                log.info("Đang dừng")
            finally:
                end_all(self.children, patience=PATIENCE_WITH_CHILDREN)

    def _beat(self) -> None:
        self._watch_database()
        for child in self.children:
            child.watch()
        if not self._greeted and _answers(self.address):
            self._greeted = True
            print(self.welcome, f"Ba Rõ đang chạy tại {self.address}", sep="", flush=True)
            print(f"Nhấn Ctrl-C để dừng (tiến trình {os.getpid()}).", flush=True)

    def _watch_database(self) -> None:
        """A start that fails is tried again: processes of the dead server may linger a moment."""
        now = time.monotonic()
        if self.database is None or now < self._database_not_before or self.database.is_kept():
            return
        log.warning("PostgreSQL nhúng đã dừng ngoài ý muốn, đang khởi động lại")
        try:
            self.database.ensure_running()
        except (CommandRefusal, OSError, DatabaseError) as error:
            self._database_not_before = time.monotonic() + PAUSE_BEFORE_DATABASE
            log.warning(f"PostgreSQL nhúng chưa khởi động lại được, sẽ thử lại: {error}")

    def _note_stop(self, _number: int, _frame: FrameType | None) -> None:
        self._stopping = True


def _answers(address: Address) -> bool:
    """Whether the web server answers at all; how well it is, is the health page's matter."""
    connection = HTTPConnection(str(address).split("/")[2], timeout=2)
    try:
        connection.request("GET", HEALTH)
        return connection.getresponse().status > 0
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _raise_stop(_number: int, _frame: FrameType | None) -> None:
    raise StopAsked


@contextmanager
def _signals_as(handler: object) -> Iterator[None]:
    numbers = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:  # nohup wants to outlive its terminal
        numbers.append(signal.SIGHUP)
    before = [signal.signal(number, handler) for number in numbers]  # type: ignore[arg-type]
    try:
        yield
    finally:
        for number, old in zip(numbers, before, strict=True):
            signal.signal(number, old)
