"""The words of pressing letters: places that each letter fills in, and the table of debts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from baro.kernel.calendar import api as calendars
from baro.work import api as work

UNIT, STANDING, TODAY, ANSWER_BY = "[đơn vị]", "[tình hình]", "[ngày tổng hợp]", "[hạn trả lời]"
PLACES = (UNIT, STANDING, TODAY, ANSWER_BY)
_PLACE = re.compile(r"\[[^\[\]\n]*\]")
_HEAD = "| TT | Nội dung nhiệm vụ | Văn bản giao | Hạn | Quá hạn (ngày làm việc) | Tình trạng |"
_TWO_DIGITS_UNTIL = 10
_STATES = {
    work.State.ISSUED: "Chưa nhận việc",
    work.State.RECEIVED: "Đang thực hiện",
    work.State.RETURNED: "Sản phẩm bị trả lại",
}
SUBJECT = "đôn đốc thực hiện nhiệm vụ được giao"
_OPENING = (
    f"Theo dõi việc thực hiện các nhiệm vụ do {{issuer}} giao, tính đến ngày {TODAY}, {UNIT} còn "
    f"{STANDING}, cụ thể như sau:"
)
_ASK = (
    f"Để bảo đảm tiến độ chung, {{issuer}} đề nghị {UNIT} tập trung chỉ đạo, hoàn thành dứt điểm "
    f"các nhiệm vụ nêu trên; báo cáo kết quả, làm rõ nguyên nhân chậm (nếu có), trách nhiệm của "
    f"người đứng đầu và cam kết thời gian hoàn thành từng nhiệm vụ, gửi về {{issuer}} trước ngày "
    f"{ANSWER_BY}.\n"
    f"{{issuer}} thông báo để {UNIT} biết, thực hiện./."
)


@dataclass(frozen=True)
class Owed:
    """One line of the table: what a unit owes on the day of the letter."""

    number: str
    title: str
    source: str
    due_on: date | None
    days_late: int | None
    state: str

    @property
    def is_late(self) -> bool:
        return self.days_late is not None


def first_opening(issuer: str) -> str:
    return _OPENING.format(issuer=issuer)


def first_ask(issuer: str) -> str:
    return _ASK.format(issuer=issuer)


def unknown_places(text: str) -> list[str]:
    """What stands in brackets and is no place that a letter can fill in."""
    return [place for place in _PLACE.findall(text) if place not in PLACES]


def owed(item: work.WorkItem, *, on: date) -> Owed:
    due_on = timezone.localtime(item.due_at).date() if item.due_at else None
    return Owed(
        number=item.number,
        title=item.title,
        source=_source(item),
        due_on=due_on,
        days_late=calendars.days_late(due_on, on) if due_on and due_on < on else None,
        state=_STATES.get(work.State(item.state), item.get_state_display()),
    )


def letter_body(
    opening: str, ask: str, rows: Sequence[Owed], *, unit: str, on: date, answer_by: date
) -> str:
    """The text of one letter, as the writer of papers reads it: lines, and strokes for a table."""
    filled = {
        UNIT: unit,
        STANDING: standing(rows),
        TODAY: f"{on:%d/%m/%Y}",
        ANSWER_BY: f"{answer_by:%d/%m/%Y}",
    }
    table = [_HEAD, *(_line(place, row) for place, row in enumerate(rows, start=1))]
    return "\n".join([_filled(opening, filled), *table, _filled(ask, filled)])


def standing(rows: Sequence[Owed]) -> str:
    """How many are owed, and how many of them too late, as an office writes it."""
    late = sum(row.is_late for row in rows)
    if late == len(rows):
        return f"{_count(late)} nhiệm vụ đã quá hạn"
    told = f"{_count(len(rows))} nhiệm vụ chưa hoàn thành"
    return f"{told}, trong đó {_count(late)} nhiệm vụ đã quá hạn" if late else told


def _line(place: int, row: Owed) -> str:
    due = f"{row.due_on:%d/%m/%Y}" if row.due_on else "Không đặt hạn"
    title = f"{row.title} (mã số {row.number})"
    late = str(row.days_late) if row.is_late else "–"
    cells = (str(place), title, row.source or "–", due, late, row.state)
    return f"| {' | '.join(_cell(text) for text in cells)} |"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "/").split())


def _filled(text: str, places: dict[str, str]) -> str:
    for place, words in places.items():
        text = text.replace(place, words)
    return text.strip()


def _count(number: int) -> str:
    return f"{number:02d}" if number < _TWO_DIGITS_UNTIL else f"{number:,}".replace(",", ".")


def _source(item: work.WorkItem) -> str:
    """The paper by which the task was given, as a table cites it."""
    paper = item.source_document
    if paper is None:
        return ""
    day = f" ngày {paper.issued_on:%d/%m/%Y}" if paper.issued_on else ""
    return f"{paper.symbol or paper.get_type_display()}{day}"
