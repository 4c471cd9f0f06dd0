"""Papers to print: a letter, a notice with a table over several pages, a paper of the Party."""

from dataclasses import replace
from datetime import date

from baro.documents.official import (
    Appendix,
    Authority,
    Branch,
    OfficialPaper,
    Signer,
    Table,
    parse_body,
)

_OPENING = (
    "Thực hiện Kế hoạch số 245/KH-UBND ngày 03/8/2026 về số hóa hồ sơ lưu trữ, Ủy ban nhân dân "
    "thành phố đề nghị các đơn vị triển khai một số nội dung sau:"
)
_CLAUSES = """1. Rà soát hồ sơ còn giá trị sử dụng, lập danh mục theo từng lĩnh vực và gửi về \
Sở Nội vụ trước ngày 25/9/2026.
2. Bố trí cán bộ đầu mối:
a) Mỗi phòng chuyên môn một người, có quyết định phân công;
b) Danh sách kèm số điện thoại gửi về Văn phòng trước ngày 15/9/2026.
3. Báo cáo tiến độ vào ngày 25 hằng tháng; khó khăn, vướng mắc báo cáo ngay khi phát sinh.
Đề nghị các đơn vị nghiêm túc thực hiện./."""


def letter() -> OfficialPaper:
    return OfficialPaper(
        branch=Branch.STATE,
        issuer=("Ủy ban nhân dân", "thành phố Hà Nội"),
        symbol="1250/UBND-NC",
        place="Hà Nội",
        issued_on=date(2026, 9, 7),
        subject="đôn đốc số hóa hồ sơ lưu trữ tại các xã, phường",
        addressees=("Sở Nội vụ", "Sở Tài chính", "Ủy ban nhân dân các xã, phường"),
        body=parse_body(f"{_OPENING}\n{_CLAUSES}"),
        recipients=("Như trên", "Thường trực Thành ủy (để báo cáo)", "Chủ tịch, các PCT UBND TP"),
        filing="VT, NC",
        signer=Signer(
            "Trần Văn Thử",
            "Phó Chủ tịch",
            ((Authority.TM, "Ủy ban nhân dân"), (Authority.KT, "Chủ tịch")),
        ),
        urgency="Hỏa tốc",
    )


def notice(rows: int = 60) -> OfficialPaper:
    """Several pages: headings, clauses, a table that runs over a page."""
    table = "\n".join(
        f"| {n} | Rà soát trụ sở dôi dư đợt {n}, lập phương án bố trí | Sở Tài chính | "
        f"{n % 28 + 1:02d}/10/2026 |"
        for n in range(1, rows + 1)
    )
    return OfficialPaper(
        branch=Branch.STATE,
        superior=("UBND thành phố Hà Nội",),
        issuer=("Văn phòng",),
        symbol="07/TB-VP",
        place="Hà Nội",
        issued_on=date(2026, 9, 15),
        type_name="Thông báo",
        subject="Kết luận của Chủ tịch Ủy ban nhân dân thành phố tại cuộc họp về bố trí trụ sở "
        "sau sắp xếp đơn vị hành chính",
        body=parse_body(
            "I. KẾT QUẢ THỰC HIỆN\n1. Tình hình chung\nCác đơn vị đã lập xong danh mục trụ sở.\n"
            f"II. NHIỆM VỤ TRONG THỜI GIAN TỚI\n{_OPENING}\n{_CLAUSES}\n"
            f"| STT | Nội dung công việc | Chủ trì | Hạn |\n{table}\n"
            "Văn phòng thông báo để các đơn vị biết, thực hiện./."
        ),
        recipients=("Chủ tịch UBND thành phố", "Các sở, ban, ngành", "UBND các xã, phường"),
        filing="VT, TH",
        signer=Signer("Nguyễn Thị Ví Dụ", "Chánh Văn phòng", ((Authority.TL, "Chủ tịch"),)),
    )


def party_conclusion() -> OfficialPaper:
    return OfficialPaper(
        branch=Branch.PARTY,
        superior=("Đảng bộ thành phố Hà Nội",),
        issuer=("Đảng ủy phường Thử",),
        symbol="12-KL/ĐU",
        place="Thử",
        issued_on=date(2026, 2, 5),
        type_name="Kết luận",
        subject="của Ban Thường vụ Đảng ủy về công tác chuẩn bị đại hội các chi bộ",
        body=parse_body(f"{_OPENING}\n{_CLAUSES}"),
        recipients=("Thường trực Thành ủy", "Các chi bộ trực thuộc"),
        filing="Văn phòng Đảng ủy",
        signer=Signer("Lê Văn Mẫu", "Bí thư", ((Authority.TM, "Ban Thường vụ"),)),
    )


def party_letter() -> OfficialPaper:
    return OfficialPaper(
        branch=Branch.PARTY,
        superior=("Thành ủy Hà Nội",),
        issuer=("Văn phòng",),
        symbol="215-CV/VPTU",
        place="Hà Nội",
        issued_on=date(2026, 11, 20),
        subject="báo cáo kết quả thực hiện các kết luận",
        addressees=("Các ban đảng Thành ủy",),
        body=parse_body(f"{_OPENING}\n{_CLAUSES}"),
        recipients=("Như trên",),
        filing="Văn phòng Thành ủy",
        signer=Signer("Phạm Thị Thử", "Phó Chánh Văn phòng", ((Authority.KT, "Chánh Văn phòng"),)),
    )


def report(rows: int = 40) -> OfficialPaper:
    """A report whose table comes as an appendix on pages that lie on their side."""
    table = "\n".join(
        f"| {n} | Rà soát trụ sở dôi dư đợt {n}, lập phương án bố trí | Sở Tài chính | Giám đốc | "
        f"{n % 28 + 1:02d}/10/2026 | Chưa xong, quá hạn | Chờ ý kiến của cơ quan quản lý |"
        for n in range(1, rows + 1)
    )
    head = "| TT | Nhiệm vụ | Chủ trì | Người đứng đầu | Hạn | Kết quả | Nguyên nhân |"
    [listed] = parse_body(f"{head}\n{table}")
    assert isinstance(listed, Table)
    titled = (("Điểm 2: sắp xếp trụ sở dôi dư",) + ("",) * 6, *listed.rows)
    appendix = (replace(listed, rows=titled, across=frozenset({0})),)
    return OfficialPaper(
        branch=Branch.STATE,
        superior=("UBND thành phố Hà Nội",),
        issuer=("Sở Nội vụ",),
        symbol="315/BC-SNV",
        place="Hà Nội",
        issued_on=date(2026, 9, 15),
        type_name="Báo cáo",
        subject="Tình hình thực hiện kết luận kỳ trước của Ban Chỉ đạo",
        body=parse_body(f"{_OPENING}\n1. Kết quả chung nêu tại Phụ lục kèm theo./."),
        recipients=("Thành viên Ban Chỉ đạo",),
        signer=Signer("Nguyễn Thị Ví Dụ", "Giám đốc"),
        appendices=(Appendix("Tình hình thực hiện từng nhiệm vụ", appendix, is_wide=True),),
    )


ALL = {
    "report": report,
    "letter": letter,
    "notice": notice,
    "party_conclusion": party_conclusion,
    "party_letter": party_letter,
}
