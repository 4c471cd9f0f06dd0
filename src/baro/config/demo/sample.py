"""The conclusion notice that newcomers drop in: `docs/mau/thong-bao-ket-luan-mau`.

One clause goes to all communes, one names a day that no calendar has, one has cooperating
departments. The Word file is laid out by our own official output. Both files are made again by
`baro shell -c "from baro.config.demo.sample import write_shipped; write_shipped('docs/mau')"`.
"""

from datetime import date, timedelta
from pathlib import Path

from baro.documents import api as documents

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


def write_shipped(folder: str) -> None:
    """The files as they come with Ba Rõ."""
    write_files(Path(folder), date(2026, 11, 20), symbol="112/TB-UBND", signer="Đỗ Gia Khánh")


def write_files(folder: Path, issued_on: date, *, symbol: str, signer: str) -> None:
    """The same notice as text and as a Word file in the layout of Decree 30/2020."""
    folder.mkdir(parents=True, exist_ok=True)
    name = "thong-bao-ket-luan-mau"
    text = sample_text(issued_on, symbol=symbol, signer=signer)
    (folder / f"{name}.txt").write_text(f"{text}\n", encoding="utf-8")
    paper = official_notice(issued_on, symbol=symbol, signer=signer)
    (folder / f"{name}.docx").write_bytes(documents.official_docx(paper))


def _blanks(issued_on: date, symbol: str, topic: str) -> dict[str, str]:
    month = f"{issued_on.month:02d}" if issued_on.month < 3 else str(issued_on.month)
    days = {f"d{n}": _day(issued_on + timedelta(days=n)) for n in (14, 21, 28, 30, 35)}
    long_day = f"ngày {issued_on.day:02d} tháng {month} năm {issued_on.year}"
    own = {"symbol": symbol, "topic": topic, "day": _day(issued_on), "long_day": long_day}
    return days | own | {"year": str(issued_on.year + 1)}


def _day(day: date) -> str:
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def official_notice(issued_on: date, *, symbol: str, signer: str) -> documents.OfficialPaper:
    """The notice as its parts, for the official layout."""
    blanks = _blanks(issued_on, symbol, TOPIC)
    body = "\n".join(line.format_map(blanks) for line in (_OPENING, *_CLAUSES, _CLOSING))
    recipients = [line.removeprefix("- ") for line in _RECIPIENTS[1:-1]]
    return documents.OfficialPaper(
        branch=documents.Branch.STATE,
        issuer=_HEAD[0][:2],
        symbol=symbol,
        place="Hà Nội",
        issued_on=issued_on,
        type_name="Thông báo",
        subject=subject_of(TOPIC),
        body=documents.parse_body(body),
        recipients=tuple(recipients),
        filing=_RECIPIENTS[-1].removeprefix("- Lưu: "),
        signer=documents.Signer(
            signer,
            post="Phó Chánh Văn phòng",
            authority=(
                (documents.Authority.TL, "Chủ tịch"),
                (documents.Authority.KT, "Chánh Văn phòng"),
            ),
        ),
    )
