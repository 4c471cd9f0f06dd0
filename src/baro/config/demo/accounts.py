"""Who can sign in to the demo city. All share one password, which exists in demo mode only."""

from dataclasses import dataclass

PASSWORD = "baro-demo"  # noqa: S105 - printed on the sign-in page on purpose
STORY_COMMUNE = "00070"

# Who opens the app in each commune: prefix of the account, unit below the commune, post.
IN_COMMUNES = (
    ("ct", "UBND", "CT"),
    ("th", "UBND.VP", "CVTH-1"),
    ("cv", "UBND.KT", "CV-1"),
    ("du", "DU.VP", "CVTH-1"),
)
IN_CITY_BODIES = (
    ("ct.ubnd", "UBND-TP", "CT"),
    ("pcttt.ubnd", "UBND-TP", "PCTTT"),
    *((f"pct{n}.ubnd", "UBND-TP", f"PCT-{n}") for n in range(1, 5)),
    ("vp.ubnd", "VP-UBND", "CVP"),
    *((f"pvp{n}.ubnd", "VP-UBND", f"PCVP-{n}") for n in range(1, 5)),
    ("cv.tonghop", "VP-UBND", "CVTH-1"),
    *((f"cv.tonghop{n}", "VP-UBND", f"CVTH-{n}") for n in range(2, 9)),
    ("vt.ubnd", "VP-UBND", "VT-1"),
    ("quantri", "VP-UBND", "QTHT"),
    ("bt.tu", "TU", "BT"),
    ("pbttt.tu", "TU", "PBTTT"),
    ("vp.tu", "VP-TU", "CVP"),
    ("cv.thanhuy", "VP-TU", "CVTH-1"),
    *((f"cv.thanhuy{n}", "VP-TU", f"CVTH-{n}") for n in range(2, 5)),
    ("vt.tu", "VP-TU", "VT-1"),
    ("tccb.btc", "BTC-TU", "CVTC-1"),
    ("tccb.snv", "SNV", "CVTC-1"),
    ("ttv.thanhtra", "TTTP", "TTV-1"),
    ("ktv.ubkt", "UBKT-TU", "KTV-1"),
    ("ct.hdnd", "HDND-TP", "CT"),
    ("th.hdnd", "VP-DBQH-HDND", "CVTH-1"),
    ("ct.mttq", "MTTQ-TP", "CT"),
    ("th.mttq", "MTTQ-TP", "CVTH-1"),
    ("th.duubnd", "DU-UBND-TP", "CVTH-1"),
    ("th.ducqd", "DU-CQD-TP", "CVTH-1"),
)
# Heads and specialists of these, then their civil servants while accounts are left.
WITH_A_HEAD = [
    "SNV",
    "STP",
    "STC",
    "SCT",
    "SNNMT",
    "SXD",
    "SKHCN",
    "SVHTT",
    "SGDDT",
    "SYT",
    "SDTTG",
    "SDL",
    "SQHKT",
    "TTPVHCC",
    "TTTP",
    "BQL-KCN",
    "BTC-TU",
    "BTGDV-TU",
    "BNC-TU",
    "UBKT-TU",
]
HEAD_PREFIX = {"TTTP": "ctt", "UBKT-TU": "cn"} | dict.fromkeys(
    ("BQL-KCN", "BTC-TU", "BTGDV-TU", "BNC-TU"), "tb"
)


@dataclass(frozen=True)
class DemoAccount:
    """One line of the sign-in page: who, and what there is to see."""

    username: str
    password: str
    role: str
    title: str
    hint: str


def accounts() -> list[DemoAccount]:
    """One account per role, in the order of the story; needs no database."""
    return [DemoAccount(username, PASSWORD, *words) for username, *words in _ON_THE_SIGN_IN_PAGE]


_ON_THE_SIGN_IN_PAGE = (
    (
        "cv.tonghop",
        "Chuyên viên tổng hợp",
        "Chuyên viên tổng hợp, Văn phòng UBND thành phố",
        "Giao việc từ thông báo kết luận, đôn đốc, nghiệm thu.",
    ),
    (
        "ct.ubnd",
        "Lãnh đạo thành phố",
        "Chủ tịch UBND thành phố",
        "Xem việc nào quá hạn, ở đâu, vì sao.",
    ),
    (
        "ct.hoankiem",
        "Lãnh đạo phường",
        "Chủ tịch UBND phường Hoàn Kiếm",
        "Nhận việc của thành phố, phân công trong phường.",
    ),
    (
        "vt.hoankiem",
        "Văn thư phường",
        "Văn thư, Văn phòng HĐND và UBND phường Hoàn Kiếm",
        "Văn bản đến ở từng bước; sổ số của phường.",
    ),
    (
        "cv.hoankiem",
        "Công chức",
        "Chuyên viên Phòng Kinh tế, Hạ tầng và Đô thị phường Hoàn Kiếm",
        "Báo tiến độ, nộp sản phẩm.",
    ),
    (
        "gd.sxd",
        "Người đứng đầu đơn vị",
        "Giám đốc Sở Xây dựng",
        "Theo dõi việc của sở, xin gia hạn, nộp kết quả.",
    ),
    (
        "cv.thanhuy",
        "Chuyên viên tổng hợp (Đảng)",
        "Chuyên viên tổng hợp, Văn phòng Thành ủy",
        "Theo dõi kết luận của Thường trực Thành ủy.",
    ),
    ("vt.ubnd", "Văn thư", "Văn thư, Văn phòng UBND thành phố", "Vào sổ văn bản đến, văn bản đi."),
    ("ttv.thanhtra", "Kiểm tra, thanh tra", "Thanh tra viên, Thanh tra thành phố", "Tra cứu."),
    ("tccb.snv", "Tổ chức cán bộ", "Chuyên viên tổ chức cán bộ, Sở Nội vụ", "Đơn vị, nhân sự."),
    ("quantri", "Quản trị hệ thống", "Quản trị hệ thống, Văn phòng UBND thành phố", "Hệ thống."),
)
