"""The portfolio as an Excel file."""

import io
from collections.abc import Iterator
from datetime import date

from baro.followup.difficult_rows import WorkRow
from baro.followup.queries.difficult import Portfolio
from baro.kernel.sheets import api as sheets

_COLUMNS = (
    ("Việc", 70),
    ("Vướng ở đâu", 90),
    ("Tình trạng", 32),
    ("Tình hình gần nhất", 90),
    ("Tuần từ ngày", 26),
    ("Số tuần thiếu tin", 22),
    ("Đơn vị chủ trì", 60),
    ("Người chịu trách nhiệm", 60),
    ("Phải xong", 26),
    ("Mốc tiếp theo", 70),
    ("Ngày của mốc", 26),
    ("Vướng mắc chưa gỡ", 22),
    ("Vướng mắc lâu nhất", 90),
    ("Đã bao nhiêu ngày", 22),
    ("Chờ quyết định", 22),
)


def excel_of(shown: Portfolio, *, on: date) -> bytes:
    whose = shown.unit.name if shown.unit else "Mọi danh mục được xem"
    kept = io.BytesIO()
    sheet = sheets.Sheet(
        "Việc khó",
        [name for name, _ in _COLUMNS],
        _rows(shown),
        [width for _, width in _COLUMNS],
        above=[
            "DANH MỤC VIỆC KHÓ",
            f"{whose}, {shown.part.label.lower()}, ngày {on:%d/%m/%Y}",
        ],
        is_filtered=True,
    )
    sheets.write_workbook([sheet], kept)
    return kept.getvalue()


def _rows(shown: Portfolio) -> Iterator[list[sheets.Value]]:
    for row in shown.rows:
        yield _row(row)


def _row(row: WorkRow) -> list[sheets.Value]:
    step, oldest = row.next_milestone, row.oldest
    return [
        row.work.name,
        row.work.stuck,
        row.tone_name if not row.work.is_ended else "Đã kết thúc",
        row.week.words if row.week else "Chưa có tình hình tuần nào",
        row.week.monday if row.week else None,
        len(row.missing),
        row.work.lead_unit.name,
        f"{row.leader}, {row.work.leader_post.title}" if row.leader else str(row.work.leader_post),
        row.work.due_on,
        step.title if step else None,
        step.due_on if step else None,
        len(row.obstacles),
        oldest.what if oldest else None,
        row.oldest_days if oldest else None,
        len(row.undecided),
    ]
