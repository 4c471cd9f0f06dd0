"""The number line and the line of place and day."""

import re
from collections.abc import Iterator

from baro.documents.official.checking.dressed import dress_findings
from baro.documents.official.checking.findings import Finding, looks, shown
from baro.documents.official.checking.regions import Regions
from baro.documents.official.checking.word_file import WordFile
from baro.documents.official.layout import Branch, Layout

_BLANK = r"[ \xa0.…_]*"
_STATE = re.compile(rf"Số: ?(?:\d{{2,}}|{_BLANK})/[A-ZĐ][\w&Đđ]*(?:-[\wĐđ&.]+)*")
_PARTY = re.compile(rf"Số ?(?:\d{{2,}}|{_BLANK})-[A-ZĐ][\wĐđ]*/[A-ZĐ][\wĐđ.]*")
_ONE_DIGIT = re.compile(r"Số\s*:?\s*[1-9][/-]")
_DATE = re.compile(
    rf"\S.*?(?P<comma>,?) ?ngày (?P<d>\d{{1,2}}|{_BLANK}) ?tháng (?P<m>\d{{1,2}}|{_BLANK}) ?năm"
)
_WRITTEN = {
    Branch.STATE: ("“Số: 15/QĐ-UBND”: có dấu hai chấm, gạch chéo sau số, không cách chữ", _STATE),
    Branch.PARTY: ("“Số 127-QĐ/TW”: không có dấu hai chấm, gạch nối sau số", _PARTY),
}


def number_findings(word: WordFile, regions: Regions, layout: Layout) -> Iterator[Finding]:
    yield from _number(regions, layout)
    yield from _date(regions, layout)


def _number(regions: Regions, layout: Layout) -> Iterator[Finding]:
    look, line = layout.looks["number"], regions.number
    wanted, form = _WRITTEN[regions.branch]
    if line is None:
        yield looks("number", "Đầu văn bản", "không thấy số, ký hiệu", wanted, look)
        return
    written = line.text.strip()
    if _ONE_DIGIT.match(written):
        yield looks(
            "number_zero",
            look.label,
            shown(written),
            "số nhỏ hơn 10 ghi thêm số 0 phía trước",
            look,
        )
    elif not form.fullmatch(written):
        yield looks("number_form", look.label, shown(written), wanted, look)
    yield from dress_findings("number", line, look)


def _date(regions: Regions, layout: Layout) -> Iterator[Finding]:
    look, line = layout.looks["place_date"], regions.place_date
    wanted = "“Hà Nội, ngày 05 tháng 01 năm 2026”"
    if line is None:
        yield looks("date", "Đầu văn bản", "không thấy địa danh và thời gian", wanted, look)
        return
    found = _DATE.search(" ".join(line.text.split()))
    if found is None or not found["comma"]:
        yield looks(
            "date_form", look.label, shown(line.text), f"{wanted}, sau địa danh có phẩy", look
        )
    elif found["d"].strip() in set("123456789") or found["m"].strip() in {"1", "2"}:
        why = "ngày nhỏ hơn 10 và tháng 1, 2 ghi thêm số 0 phía trước"
        yield looks("date_zero", look.label, shown(line.text), why, look)
    yield from dress_findings("date", line, look)
