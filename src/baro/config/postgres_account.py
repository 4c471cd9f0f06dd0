"""PostgreSQL refuses to run as root: under root it runs as an account of its own."""

import os
import pwd
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

from baro.config.refusals import CommandRefusal

NAME = "baro-postgres"


def server_account(data: Path) -> pwd.struct_passwd | None:
    """Whom the server runs as; None when that is simply the person who starts it."""
    if os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        return pwd.getpwuid(data.stat().st_uid)
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        return _made_account()


def _made_account() -> pwd.struct_passwd:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd is None:
        raise CommandRefusal(
            "PostgreSQL không chạy dưới quyền root và máy này không có useradd. "
            "Hãy chạy bằng tài khoản thường hoặc đặt DATABASE_URL."
        )
    command = [useradd, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME]
    subprocess.run(command, check=True, capture_output=True)
    return pwd.getpwnam(NAME)


def identity(account: pwd.struct_passwd | None) -> dict[str, Any]:
    """Arguments that make a subprocess run as the account."""
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def make_reachable(path: Path) -> None:
    """Let other accounts pass through the folders above `path`, but not list them."""
    for folder in path.parents:
        mode = folder.stat().st_mode
        if not mode & stat.S_IXOTH:
            folder.chmod(mode | stat.S_IXOTH)


def make_readable(folder: Path) -> None:
    """Undo a strict umask at installation: the server's own files are no secret."""
    if folder.stat().st_mode & 0o005 == 0o005:
        return
    for path in (folder, *folder.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | (0o055 if path.is_dir() or mode & stat.S_IXUSR else 0o044))
