"""`baro bench [ITEMS …]`: load what is missing, measure each ledger, print and write figures."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from baro.config.bench.homes import WHILE_LOADING, is_loaded
from baro.config.bench.report import FILE, growth, rush_table, table, write_file
from baro.config.home import data_home
from baro.config.refusals import CommandRefusal
from baro.kernel.command_line import CommandLine

SIZES = (20_000, 200_000, 2_000_000)


def main(arguments: list[str]) -> int:
    """Each size has a home of its own under this one, kept from one time to the next."""
    parser = CommandLine("baro bench", "Đo các thao tác chính qua HTTP thật, bên cạnh mức sàn.")
    parser.add_argument("items", metavar="SỐ-VIỆC", type=int, nargs="*", default=list(SIZES))
    parser.add_argument("--load", action="store_true", help="chỉ dựng sổ, không đo")
    given = parser.parse_args(arguments)
    figures: list[dict[str, Any]] = []
    for items in given.items:
        home = data_home() / f"bench-{items}"
        if not is_loaded(home, items):
            _step(home, ["load", str(items)], WHILE_LOADING)
        if not given.load:
            figures += _measured(home, items)
    if figures:
        _say(growth(figures))
        write_file(figures)
        print(f"\nĐã ghi {FILE}.")
    return 0


def _measured(home: Path, items: int) -> list[dict[str, Any]]:
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        # As an installation runs: nothing of the database is made faster by making it less safe.
        _step(home, ["measure", str(items), file.name], "")
        found = json.loads(Path(file.name).read_text())
    _say(table(items, found["figures"]))
    _say(rush_table(items, found["rushes"]))
    return list(found["figures"])


def _step(home: Path, words: list[str], database_options: str) -> None:
    environment = {
        **os.environ,
        "BARO_HOME": str(home),
        "DATABASE_URL": "",
        "BARO_POSTGRES_OPTIONS": database_options,
    }
    command = [sys.executable, "-m", "baro.config.bench.step", *words]
    if status := subprocess.run(command, env=environment).returncode:
        raise CommandRefusal(f"Không xong bước {' '.join(words)}.", status=status)


def _say(lines: Any) -> None:
    for line in lines:
        print(line, flush=True)
