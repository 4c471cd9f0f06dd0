"""Which columns a file of tasks has."""

from baro.kernel.sheets.api import Column

COLUMNS = (
    Column(
        "key",
        "Mã dòng",
        "Mã riêng của dòng, giữ nguyên khi sửa và gửi lại tệp: dòng đã giao không giao lần hai. "
        "Để trống thì nội dung của dòng là mã.",
        required=False,
    ),
    Column("title", "Nhiệm vụ", "Việc phải làm, một câu bắt đầu bằng động từ."),
    Column("content", "Nội dung chi tiết", "Nói rõ thêm nếu cần.", required=False),
    Column(
        "leads",
        "Đơn vị chủ trì",
        "Tên hoặc mã ở trang Đơn vị. Nhiều đơn vị thì cách nhau bằng dấu chấm phẩy.",
    ),
    Column("cooperating", "Đơn vị phối hợp", "Ghi như cột Đơn vị chủ trì.", required=False),
    Column("product", "Sản phẩm", "Thứ phải nộp để nghiệm thu: báo cáo, kế hoạch, danh sách…"),
    Column("due_on", "Hạn", "Ngày/tháng/năm, ví dụ 25/03/2026.", required=False),
    Column(
        "no_deadline",
        "Lý do không đặt hạn",
        "Chỉ ghi khi để trống cột Hạn; mỗi dòng phải có một trong hai.",
        required=False,
    ),
    Column("symbol", "Số văn bản", "Số, ký hiệu của văn bản đã có trong sổ.", required=False),
    Column("clause", "Điểm", "Điểm, khoản của văn bản, ví dụ 2a.", required=False),
    Column(
        "minutes",
        "Công sức (phút)",
        "Số phút mỗi đơn vị phải bỏ ra; có thể để trống.",
        required=False,
    ),
)
