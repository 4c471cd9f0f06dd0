"""The file to fill in: heads, how to write each column, and the names of all units."""

from datetime import date
from typing import BinaryIO

from baro.kernel.sheets import api as sheets
from baro.org import api as org
from baro.tasks.importing.columns import COLUMNS


def write_template(file: BinaryIO, *, on: date) -> None:
    groups = [(group.name, group.code) for group in org.GROUPS.values()]
    units = [(name, code) for code, name in org.addressable_units(on=on)]
    help_rows = [
        (column.title, "Có" if column.required else "Không", column.help) for column in COLUMNS
    ]
    titles = [column.title for column in COLUMNS]
    sheets.write_workbook(
        [
            sheets.Sheet("Nhiệm vụ", titles, [], [max(30, 3 * len(title)) for title in titles]),
            sheets.Sheet("Hướng dẫn", ("Cột", "Bắt buộc", "Cách ghi"), help_rows, (45, 20, 160)),
            sheets.Sheet("Đơn vị", ("Tên", "Mã"), [*groups, *units], (130, 45)),
        ],
        file,
    )
