"""The `baro` command: our own verbs, then Django's. What goes wrong is one plain line."""

import os
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from baro.config.home import data_home, start_embedded_postgres
from baro.config.refusals import CommandRefusal
from baro.kernel.errors import DomainError

# verb: (what runs, whether it needs the database to be up first, what it does)
VERBS = {
    "up": (
        "baro.config.supervisor:main",
        False,
        "chạy toàn bộ: cơ sở dữ liệu, web, tiến trình nền",
    ),
    "web": ("baro.config.web:main", True, "chỉ chạy máy chủ web"),
    "worker": ("baro.config.worker:main", True, "chỉ chạy tiến trình nền"),
    "read": ("baro.documents.reading_command:run", False, "đọc một văn bản thành dự thảo nhiệm vụ"),
    "demo": ("baro.config.demo:main", True, "dựng thành phố dùng thử"),
    "token": ("baro.config.token:main", True, "tạo mã truy cập API"),
    "bench": (
        "baro.config.bench:main",
        False,
        "đo các thao tác chính qua HTTP, sổ tới hai triệu việc",
    ),
    "files": (
        "baro.config.files:main",
        True,
        "đọc lại mọi tệp đã lưu, nói rõ tệp nào hỏng hoặc mất",
    ),
    "doctor": ("baro.config.doctor:main", False, "kiểm tra máy và dữ liệu, nói rõ điều gì chưa ổn"),
}
# Django's commands that neither read nor write the database.
WITHOUT_DATABASE = {"check", "collectstatic", "findstatic", "diffsettings", "version"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "baro.config.settings")
    sys.exit(in_plain_words(run, sys.argv[1:]))


def in_plain_words(function: Callable[[list[str]], int], arguments: list[str]) -> int:
    """Run it; whatever goes wrong becomes one line for people and an exit status."""
    try:
        return function(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        line, status = _explained(error)
        print(line, file=sys.stderr)
        return status


def run(arguments: list[str]) -> int:
    verb, *rest = arguments or ["help"]
    if verb in {"help", "--help", "-h"} and not rest:
        print(help_text())
        return 0
    if verb not in VERBS:
        return _run_django(verb, arguments)
    target, needs_database, _ = VERBS[verb]
    module, function = target.split(":")
    if find_spec(module) is None:
        raise CommandRefusal(f"Bản này chưa có lệnh: baro {verb}", status=2)
    if needs_database:
        start_embedded_postgres(data_home())
    status: int = getattr(import_module(module), function)(rest)
    return status


def help_text() -> str:
    lines = [f"  baro {verb:<8} {meaning}" for verb, (_, _, meaning) in VERBS.items()]
    return "\n".join(
        [
            "Cách dùng: baro LỆNH [tham số]",
            "",
            *lines,
            "  baro help     in trang này",
            "",
            "Các lệnh khác là lệnh của Django, ví dụ: baro migrate, baro shell.",
            "Biến môi trường: BARO_HOME (thư mục dữ liệu), BARO_PORT (cổng), DATABASE_URL",
            "(PostgreSQL có sẵn), BARO_DEMO=0 (không dựng thành phố dùng thử).",
        ]
    )


def _run_django(verb: str, arguments: list[str]) -> int:
    import django
    from django.core.management import execute_from_command_line, get_commands

    django.setup()
    if verb not in {*get_commands(), "help", "version"}:
        raise CommandRefusal(f"Không có lệnh “{verb}”. Xem các lệnh: baro help", status=2)
    if verb not in WITHOUT_DATABASE and "--help" not in arguments:
        start_embedded_postgres(data_home())
    execute_from_command_line(["baro", *arguments])
    return 0


def _explained(error: Exception) -> tuple[str, int]:
    if isinstance(error, CommandRefusal):
        return str(error), error.status
    if isinstance(error, DomainError):
        return error.message, 2
    said = (str(error).strip().splitlines() or [""])[0]
    if _is_unreachable_database(error):
        return f"Không nối được tới cơ sở dữ liệu: {said}", 5
    if os.environ.get("BARO_DEBUG") == "1":
        raise error
    return f"Lỗi ngoài dự kiến: {type(error).__name__}: {said}{_kept_for_repair(error)}", 70


def _is_unreachable_database(error: Exception) -> bool:
    from django.db import OperationalError

    return isinstance(error, OperationalError) and "connection" in str(error)


def _kept_for_repair(error: Exception) -> str:
    """The traceback goes where whoever repairs it will look, and not on the screen."""
    path = data_home() / "log" / "command.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            traceback.print_exception(error, file=file)
    except OSError:
        return ""
    return f" (chi tiết: {path})"
