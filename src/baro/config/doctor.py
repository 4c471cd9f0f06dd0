"""`baro doctor`: examines the machine and the data, and says plainly what is not well."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from baro.config.address import own_address
from baro.config.home import data_home, require_writable, start_embedded_postgres
from baro.config.refusals import CommandRefusal

SPACE_NEEDED = 2 * 2**30
OLDEST_POSTGRES = 15


class State(Enum):
    GOOD = "Tốt"
    NOTE = "Lưu ý"
    BAD = "HỎNG"


@dataclass(frozen=True)
class Finding:
    state: State
    what: str


def main(arguments: list[str]) -> int:
    if arguments:
        raise CommandRefusal("Lệnh này không nhận tham số: baro doctor", status=2)
    findings = []
    for examine in EXAMINATIONS:
        for finding in _examined(examine):
            print(f"{finding.state.value:<6} {finding.what}")
            findings.append(finding)
    return 1 if any(finding.state is State.BAD for finding in findings) else 0


def _examined(examine: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from examine()
    except Exception as error:  # one thing that is broken must not hide the others
        yield Finding(State.BAD, str(error).strip().splitlines()[0] if str(error) else repr(error))


def _python() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding(State.GOOD, f"Python {version}")


def _home() -> Iterator[Finding]:
    home = data_home()
    require_writable(home)
    yield Finding(State.GOOD, f"Thư mục dữ liệu {home} ghi được")
    free = shutil.disk_usage(home).free
    state = State.GOOD if free >= SPACE_NEEDED else State.BAD
    yield Finding(state, "Đĩa còn trống " + f"{free / 2**30:.1f} GB".replace(".", ","))
    key = home / "secret-key"
    if key.exists() and key.stat().st_mode & 0o077:
        yield Finding(State.BAD, f"Tài khoản khác đọc được khóa bí mật; hãy chạy: chmod 600 {key}")


def _assets() -> Iterator[Finding]:
    from django.conf import settings

    if (settings.STATIC_ROOT / "staticfiles.json").exists():
        yield Finding(State.GOOD, "Tệp tĩnh đã được gom")
    else:
        yield Finding(State.BAD, "Tệp tĩnh chưa được gom; hãy chạy: make setup")


def _database() -> Iterator[Finding]:
    start_embedded_postgres(data_home())
    import django
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    django.setup()
    connection.ensure_connection()
    version: int = connection.pg_version  # type: ignore[attr-defined]
    state = State.GOOD if version >= OLDEST_POSTGRES * 10000 else State.BAD
    kind = "ngoài (DATABASE_URL)" if os.environ.get("DATABASE_URL") else "nhúng"
    yield Finding(state, f"PostgreSQL {kind}, phiên bản {version // 10000}.{version % 10000}")

    executor = MigrationExecutor(connection)
    missing = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if missing:
        yield Finding(State.BAD, f"Còn {missing} bước chuyển cơ sở dữ liệu; chạy: baro migrate")
        return
    yield Finding(State.GOOD, "Cơ sở dữ liệu khớp với phiên bản này")
    yield from _jobs()
    yield from _tallies()


def _jobs() -> Iterator[Finding]:
    from procrastinate.contrib.django.models import ProcrastinateJob

    failed = ProcrastinateJob.objects.filter(status="failed").count()
    if failed:
        yield Finding(State.NOTE, f"{failed} việc nền đã thất bại")
    else:
        yield Finding(State.GOOD, "Không có việc nền nào thất bại")


def _tallies() -> Iterator[Finding]:
    from baro.work import api as work

    wrong = work.wrong_tallies()
    for name, count in wrong.items():
        what = f"Số đếm nhiệm vụ theo {name} lệch {count} dòng so với sổ việc; đêm nay máy tự sửa"
        yield Finding(State.BAD, what)
    if not wrong:
        yield Finding(State.GOOD, "Số đếm nhiệm vụ khớp với sổ việc")


def _programs() -> Iterator[Finding]:
    import django

    django.setup()
    from baro.documents import api as documents

    for program in documents.reading_programs():
        state = State.GOOD if program.is_there else State.NOTE
        yield Finding(state, f"{program.name}: {program.text}")


def _address() -> Iterator[Finding]:
    yield Finding(State.GOOD, f"Địa chỉ khi chạy: {own_address()}")


EXAMINATIONS = (_python, _home, _address, _assets, _database, _programs)
