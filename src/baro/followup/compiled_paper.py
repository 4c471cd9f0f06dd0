"""The compiled report as an official paper: a short text, and the table as a wide appendix."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from baro.documents import api as documents
from baro.followup.compilation import ClausePart, Compilation, ConclusionPart, TaskLine
from baro.followup.models import CommitteeSession
from baro.kernel.calendar import api as calendars
from baro.org import api as org
from baro.work import api as work

_HEAD = (
    *("TT", "Nội dung kết luận, nhiệm vụ", "Đơn vị chủ trì", "Người chịu trách nhiệm", "Hạn"),
    *("Tình trạng", "Kết quả, sản phẩm đã nghiệm thu", "Nguyên nhân chậm; đơn vị còn chậm"),
)
_LONGEST_CLAUSE = 400
_SHORT = {
    work.Cell.DONE_ON_TIME: "xong đúng hạn",
    work.Cell.DONE_LATE: "hoàn thành quá hạn",
    work.Cell.RUNNING_IN_TIME: "trong hạn",
    work.Cell.RUNNING_OVERDUE: "quá hạn",
    work.Cell.UNDATED: "không đặt hạn",
    work.Cell.PAUSED: "chờ làm rõ",
}
_NAMED_LATE = 15


def compiled_paper(
    session: CommitteeSession,
    compilation: Compilation,
    *,
    signer: org.Appointment | None,
) -> documents.OfficialPaper:
    """A report of the secretary, numbered and dated by hand when it is signed."""
    committee = session.committee
    content = documents.PaperContent(
        type="BC",
        subject=f"Tình hình thực hiện kết luận kỳ trước, phục vụ kỳ họp thứ {session.number} "
        f"của {committee.name}",
        body="\n".join(_body(compilation)),
        recipients=f"{committee.chair_unit.name} (để báo cáo);\nCác thành viên",
        filing="VT",
        signer=signer,
    )
    paper = documents.previewed(unit=committee.secretary_unit, content=content)
    rows = tuple(_rows(compilation))
    across = frozenset(place for place, row in enumerate(rows) if len(row) == 1)
    table = documents.Table(_HEAD, tuple(_filled(row) for row in rows), across)
    appendix = documents.Appendix("Tình hình thực hiện từng nhiệm vụ", (table,), is_wide=True)
    return replace(paper, appendices=(appendix,) if table.rows else ())


def _body(found: Compilation) -> Iterator[str]:
    last = found.last
    if last is None:
        yield "Các kỳ họp trước chưa có kết luận nào được ghi nhận trên hệ thống./."
        return
    yield (
        f"Thực hiện phân công, cơ quan thư ký tổng hợp tình hình thực hiện {last.label} "
        f"(kết luận kỳ họp thứ {last.session}), số liệu đến {found.at}, như sau:"
    )
    yield from _results(found)
    yield "II. NHIỆM VỤ QUÁ HẠN CHƯA XONG"
    yield from _overdue(last)
    if found.older:
        yield "III. CÒN TỒN TỪ CÁC KỲ TRƯỚC NỮA"
    yield from _listed([_left_of(part) for part in found.older])
    yield "Chi tiết từng nhiệm vụ nêu tại Phụ lục kèm theo./."


def _results(found: Compilation) -> Iterator[str]:
    yield "I. KẾT QUẢ CHUNG"
    yield f"Tổng số nhiệm vụ: {_number(found.total)}, trong đó:"
    counted = [(cell, found.counts.get(cell.value, 0)) for cell in work.Cell]
    lines = [
        f"- {cell.label}: {_number(count)} nhiệm vụ ({_share(count, found.total)})"
        for cell, count in counted
        if count
    ]
    yield from _listed(lines)


def _left_of(part: ConclusionPart) -> str:
    count = _number(sum(len(clause.lines) for clause in part.clauses))
    return f"- {part.label} (kỳ họp thứ {part.session}): còn {count} đầu việc chưa xong"


def _listed(lines: Sequence[str]) -> Iterator[str]:
    """Lines of one list: a semicolon after each, a stop after the last."""
    last = len(lines) - 1
    return (f"{line}{'.' if place == last else ';'}" for place, line in enumerate(lines))


def _overdue(last: ConclusionPart) -> Iterator[str]:
    late = [(clause, line) for clause in last.clauses for line in clause.lines if _is_behind(line)]
    if not late:
        yield "Không có nhiệm vụ quá hạn chưa xong."
    for place, (clause, line) in enumerate(late[:_NAMED_LATE], start=1):
        yield f"{place}. {line.title} ({documents.clause_name(clause.key)}): {_behind(line)}."
    if len(late) > _NAMED_LATE:
        yield f"Và {len(late) - _NAMED_LATE} nhiệm vụ khác nêu tại Phụ lục."


def _rows(found: Compilation) -> Iterator[tuple[str, ...]]:
    for part in found.parts:
        yield from _part_rows(part)


def _part_rows(part: ConclusionPart) -> Iterator[tuple[str, ...]]:
    if not part.is_last and part.clauses:
        yield (f"Còn tồn từ {part.label} (kỳ họp thứ {part.session})",)
    for clause in part.clauses:
        yield (_clause_words(clause),)
        for place, line in enumerate(clause.lines, start=1):
            yield _row(f"{clause.key}.{place}" if clause.key else str(place), line)
        if not clause.lines:
            yield _filled(("", "Chưa giao nhiệm vụ nào từ điểm này."))


def _row(place: str, line: TaskLine) -> tuple[str, ...]:
    return (
        place,
        f"{line.title} ({line.number})",
        line.unit,
        line.head,
        line.due or "Không đặt hạn",
        _standing(line),
        "; ".join(f"{one.text} ({one.on})" for one in line.evidence[:2]) or "–",
        _why(line) or "–",
    )


def _filled(row: tuple[str, ...]) -> tuple[str, ...]:
    """A row that runs across has nothing in the other cells."""
    return row + ("",) * (len(_HEAD) - len(row))


def _clause_words(clause: ClausePart) -> str:
    """As much of the clause as stands in a row, cut between two words."""
    named = f"{clause.title}: {clause.text}" if clause.key else "Nội dung khác"
    if len(named) <= _LONGEST_CLAUSE:
        return named
    return f"{named[:_LONGEST_CLAUSE].rsplit(' ', 1)[0].rstrip(',;')}…"


def _standing(line: TaskLine) -> str:
    if line.counts is not None:
        told = (f"{n} {_SHORT[work.Cell(cell)]}" for cell, n in line.counts.items() if n)
        return "; ".join(told)
    late = f", {line.days_late} ngày làm việc" if line.days_late else ""
    return f"{line.cell_label}{late}"


def _why(line: TaskLine) -> str:
    if line.behind:
        return f"Quá hạn: {'; '.join(line.behind)}"
    return "; ".join(f"{one.kind}: {one.text}" for one in line.reasons)


def _is_behind(line: TaskLine) -> bool:
    return work.Cell.RUNNING_OVERDUE in line.cells


def _behind(line: TaskLine) -> str:
    if line.counts is not None:
        count = line.counts[work.Cell.RUNNING_OVERDUE]
        return f"{_number(count)} đơn vị quá hạn ({'; '.join(line.behind)})"
    who = f"{line.unit}; {line.head}" if line.head else line.unit
    return f"{who}; hạn {line.due}, {calendars.overdue_words(line.days_late)}"


def _number(count: int) -> str:
    return f"{count:02d}" if count < 10 else f"{count:,}".replace(",", ".")


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:.1f}%".replace(".", ",")
