"""Which columns each list has: one table for reading, for the template and for the export."""

from collections.abc import Mapping

from baro.kernel.sheets.api import Column
from baro.org.models import ListImport

_DAY = "Ngày/tháng/năm, ví dụ 01/07/2025."
COLUMNS: Mapping[ListImport.Kind, tuple[Column, ...]] = {
    ListImport.Kind.UNITS: (
        Column("code", "Mã đơn vị", "Chữ hoa không dấu, chữ số; mã xã, phường đủ 5 chữ số."),
        Column("name", "Tên đầy đủ", "Tên chính thức của đơn vị."),
        Column("short_name", "Tên gọi ngắn", "Để trống thì lấy tên đầy đủ.", required=False),
        Column("kind", "Loại", "Một trong các loại ghi ở trang Danh mục."),
        Column("branch", "Khối", "Đảng, Hội đồng nhân dân, Chính quyền, Mặt trận hoặc Địa bàn."),
        Column("parent", "Mã đơn vị cấp trên", "Mã của một đơn vị đã có hoặc ở trong tệp này."),
        Column("on", "Từ ngày", f"Ngày thành lập hoặc ngày mang tên mới. {_DAY}"),
        Column("legal_basis", "Căn cứ", "Số, ngày của văn bản quyết định."),
    ),
    ListImport.Kind.PEOPLE: (
        Column("code", "Mã người", "Mã cán bộ, không trùng nhau."),
        Column("full_name", "Họ và tên", "Họ, tên đệm và tên."),
    ),
    ListImport.Kind.APPOINTMENTS: (
        Column("person", "Mã người", "Mã của người đã có trong danh sách."),
        Column("unit", "Mã đơn vị", "Mã của đơn vị có chức danh."),
        Column("post", "Mã chức danh", "Mã chức danh trong đơn vị, ví dụ CT, PCT-1."),
        Column("nature", "Hình thức", "Chính, Kiêm nhiệm hoặc Phụ trách.", required=False),
        Column("valid_from", "Từ ngày", _DAY),
        Column("valid_to", "Đến ngày", f"{_DAY} Từ ngày này không còn giữ.", required=False),
        Column("order_number", "Số quyết định", "Số, ký hiệu của quyết định."),
    ),
}
