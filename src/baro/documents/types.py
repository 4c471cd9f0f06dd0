"""Types of documents and their abbreviations.

State types: Decree 30/2020/NĐ-CP, Annex III: 27 with an abbreviation, the official letter and the
letter of courtesy. Party types: Regulation 66-QĐ/TW and Guide 36-HD/VPTW; only those marked in
the guide's examples were seen in print, the other abbreviations are an editable habit. Legal
documents arrive in every office, so its register must name them.
"""

from baro.kernel.text import nfc

STATE_TYPES = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "CV": "Công văn",
    "TCg": "Thư công",
}
PARTY_TYPES = {
    "KL": "Kết luận",
    "TTri": "Thông tri",
    "TBo": "Tuyên bố",
    "LKG": "Lời kêu gọi",
    "QH": "Quy hoạch",
    "CL": "Chiến lược",
    "GCN": "Giấy chứng nhận",
    "GĐĐ": "Giấy đi đường",
}
LEGAL_TYPES = {
    "Luật": "Luật",
    "PL": "Pháp lệnh",
    "Lệnh": "Lệnh",
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
}
TYPE_CHOICES = [*STATE_TYPES.items(), *PARTY_TYPES.items(), *LEGAL_TYPES.items()]
TYPES_WITHOUT_ABBREVIATION = frozenset({"CV", "TCg"})
# The Party writes a regulation with the letters of a decision: 366-QĐ/TW.
PARTY_SYMBOLS = {"QyĐ": "QĐ", "TTri": "TT"}


def type_code(name: str) -> str | None:
    """The code of a type named in a text: `TB` for "THÔNG BÁO", "Thông báo" or "TB"."""
    wanted = nfc(name).strip().casefold()
    for code, label in TYPE_CHOICES:
        if wanted in {code.casefold(), label.casefold()}:
            return code
    return None
