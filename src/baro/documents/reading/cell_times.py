"""Times that stand alone, under a label or in a column: "30/9/2026", "Quý IV", "Hằng tháng"."""

from dataclasses import replace
from datetime import date

from baro.documents.reading.deadlines import Deadline, find_deadlines
from baro.documents.reading.patterns import grammar
from baro.documents.reading.recurrences import Repeat, find_repeats
from baro.documents.reading.sentences import Span
from baro.documents.reading.working_days import WorkingDays

# A time in a cell has no word that limits it; the column says it.
_SAID_BY_THE_COLUMN = ("", "thời hạn: ", "hoàn thành trong ", "thời hạn: trước ")
_NO_TERM = grammar(
    r"~(?:\(?~)?(?:thường xuyên|liên tục|hằng ngày|hàng ngày|theo (?:kế hoạch|quy định|yêu cầu"
    r"|tiến độ|chỉ đạo|lộ trình)|ngay|ngay sau|khẩn trương|khi có|đang thực hiện|-|/)"
)
_COMES_BACK = grammar(r"(?<!\w)(?:hằng|hàng|mỗi|định kỳ|lần)(?!\w)")
_UNCLEAR = "Thời hạn gắn với sự kiện, chưa phải là một ngày."
_LONGEST = 120


def deadlines_in(
    plain: str,
    cell: Span,
    *,
    issued_on: date | None,
    calendar: WorkingDays,
    plan_year: int | None = None,
) -> list[Deadline]:
    """The deadlines of one cell; words that are no day are kept as a doubt."""
    words = plain[cell.start : cell.end]
    best: list[Deadline] = []
    for said in _SAID_BY_THE_COLUMN:
        shift = cell.start - len(said)
        found = find_deadlines(
            said + words,
            0,
            len(said) + len(words),
            issued_on=issued_on,
            calendar=calendar,
            plan_year=plan_year,
        )
        found = [
            replace(each, start=max(cell.start, each.start + shift), end=each.end + shift)
            for each in found
            if each.end + shift > cell.start
        ]
        if any(each.date for each in found):
            return found
        best = best or found
    if best or _NO_TERM.match(words) or not words.strip(" .;,") or len(words) > _LONGEST:
        return best
    return [Deadline(cell.start, cell.end, None, _UNCLEAR, is_event=True)]


def repeats_in(plain: str, text: str, cell: Span) -> list[Repeat]:
    said = "định kỳ " if _COMES_BACK.search(plain, cell.start, cell.end) else ""
    shift = cell.start - len(said)
    found = find_repeats(
        said + plain[cell.start : cell.end],
        said + text[cell.start : cell.end],
        0,
        len(said) + cell.end - cell.start,
    )
    return [
        replace(
            each,
            start=max(cell.start, each.start + shift),
            end=each.end + shift,
            day=(each.day[0] + shift, each.day[1] + shift),
        )
        for each in found
    ]
