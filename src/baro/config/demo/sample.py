"""The conclusion notice that newcomers drop in: `docs/mau/thong-bao-ket-luan-mau`.

Run `python -m baro.config.demo.sample FOLDER` to make both files again. One clause goes to all
communes, one names a day that no calendar has, one has cooperating departments.
"""

import sys
from datetime import date, timedelta
from pathlib import Path

TOPIC = "chuẩn bị mùa mưa bão và chỉnh trang đô thị"
_HEAD = (
    ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI", "Số: {symbol}"),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Hà Nội, {long_day}"),
)
_OPENING = (
    "Ngày {day}, tại trụ sở UBND thành phố, Phó Chủ tịch UBND thành phố chủ trì cuộc họp nghe báo "
    "cáo về {topic}. Dự họp có lãnh đạo các sở, ngành và đại diện UBND một số xã, phường. Sau khi "
    "nghe báo cáo và ý kiến thảo luận, Phó Chủ tịch UBND thành phố kết luận như sau:"
)
_CLAUSES = (
    (
        "1. Ghi nhận các đơn vị đã chủ động kiểm tra địa bàn; phương án ứng phó ở nhiều nơi cụ "
        "thể, sát thực tế hơn năm trước."
    ),
    (
        "2. UBND các xã, phường rà soát điểm thường xuyên úng ngập, cây xanh và biển quảng cáo "
        "có nguy cơ gãy đổ trên địa bàn; gửi danh sách và phương án xử lý về Sở Xây dựng chậm "
        "nhất ngày {d14}."
    ),
    (
        "3. Sở Xây dựng chủ trì, phối hợp với Sở Nông nghiệp và Môi trường, Sở Tài chính lập "
        "danh mục công trình thoát nước cần nạo vét trước mùa mưa, trình UBND thành phố phê "
        "duyệt chậm nhất ngày {d21}."
    ),
    (
        "4. Sở Tài chính bố trí kinh phí cho các công trình cấp bách theo danh mục được duyệt; "
        "báo cáo UBND thành phố chậm nhất ngày {d28}."
    ),
    (
        "5. Sở Giáo dục và Đào tạo kiểm tra an toàn trường học, mái che, tường rào tại các "
        "trường trực thuộc; báo cáo kết quả chậm nhất ngày 30/2/{year}."
    ),
    (
        "6. UBND phường Hoàn Kiếm, UBND phường Cửa Nam chỉnh trang các tuyến phố đã đăng ký, "
        "xong chậm nhất ngày {d30}."
    ),
    (
        "7. Sở Y tế chủ trì, phối hợp với UBND các xã, phường xây dựng phương án vệ sinh môi "
        "trường, phòng dịch sau mưa lũ; hoàn thành chậm nhất ngày {d21}."
    ),
    (
        "8. Sở Nông nghiệp và Môi trường tổng hợp tình hình đê điều, báo cáo UBND thành phố "
        "định kỳ hằng tháng, trước ngày 25."
    ),
    (
        "9. Giao Văn phòng UBND thành phố theo dõi, đôn đốc việc thực hiện các nội dung trên, "
        "báo cáo Chủ tịch UBND thành phố chậm nhất ngày {d35}."
    ),
)
_CLOSING = "Văn phòng UBND thành phố thông báo để các cơ quan, đơn vị biết, thực hiện./."
_RECIPIENTS = (
    "Nơi nhận:",
    "- Chủ tịch, các Phó Chủ tịch UBND thành phố;",
    "- Các sở: Xây dựng, Nông nghiệp và Môi trường, Tài chính, Giáo dục và Đào tạo, Y tế;",
    "- UBND các xã, phường;",
    "- Lưu: VT, TH.",
)
_SIGNATURE = ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG")


def subject_of(topic: str) -> str:
    return f"Kết luận của Phó Chủ tịch UBND thành phố tại cuộc họp về {topic}"


def sample_text(issued_on: date, *, symbol: str, signer: str, topic: str = TOPIC) -> str:
    """The notice as plain text, its deadlines counted from the day of issue."""
    blanks = _blanks(issued_on, symbol, topic)
    parts = [line for column in _HEAD for line in column]
    parts += ["", "THÔNG BÁO", subject_of(topic), "", _OPENING, *_CLAUSES, _CLOSING, ""]
    parts += [*_RECIPIENTS, "", *_SIGNATURE, "", signer]
    return "\n".join(part.format_map(blanks) for part in parts)


def write_files(folder: Path, issued_on: date, *, symbol: str, signer: str) -> None:
    """The same notice as text and as a Word file in the layout of Decree 30/2020."""
    folder.mkdir(parents=True, exist_ok=True)
    name = "thong-bao-ket-luan-mau"
    text = sample_text(issued_on, symbol=symbol, signer=signer)
    (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    _word_file(folder / f"{name}.docx", _blanks(issued_on, symbol, TOPIC), signer)


def _blanks(issued_on: date, symbol: str, topic: str) -> dict[str, str]:
    month = f"{issued_on.month:02d}" if issued_on.month < 3 else str(issued_on.month)
    days = {f"d{n}": _day(issued_on + timedelta(days=n)) for n in (14, 21, 28, 30, 35)}
    long_day = f"ngày {issued_on.day:02d} tháng {month} năm {issued_on.year}"
    own = {"symbol": symbol, "topic": topic, "day": _day(issued_on), "long_day": long_day}
    return days | own | {"year": str(issued_on.year + 1)}


def _day(day: date) -> str:
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def _word_file(path: Path, blanks: dict[str, str], signer: str) -> None:
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    paper = Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(18)
    section.top_margin = section.bottom_margin = Mm(20)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)

    def table(*columns: tuple[str, ...]) -> None:
        cells = paper.add_table(rows=1, cols=len(columns)).rows[0].cells
        for cell, lines in zip(cells, columns, strict=True):
            for place, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                paragraph.text = line.format_map(blanks)
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def put(line: str, *, is_title: bool = False) -> None:
        paragraph = paper.add_paragraph()
        run = paragraph.add_run(line.format_map(blanks))
        run.bold = is_title
        centre, both = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.alignment = centre if is_title else both

    table(*_HEAD)
    put("THÔNG BÁO", is_title=True)
    put(subject_of(TOPIC), is_title=True)
    for line in (_OPENING, *_CLAUSES, _CLOSING):
        put(line)
    table(_RECIPIENTS, (*_SIGNATURE, "", signer))
    properties = paper.core_properties
    properties.author, properties.title = "Ba Rõ", subject_of(TOPIC)
    paper.save(str(path))


if __name__ == "__main__":
    write_files(Path(sys.argv[1]), date(2026, 11, 20), symbol="112/TB-UBND", signer="Đỗ Gia Khánh")
