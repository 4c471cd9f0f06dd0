"""The table of products: what a task hands in, in the words of the text."""

import pytest

from baro.documents.reading.products import find_product
from baro.documents.reading.surface import surface

PRODUCTS = [
    ("xây dựng Kế hoạch thực hiện, gửi Sở Nội vụ", "Kế hoạch thực hiện"),
    ("hoàn thiện, trình đề án trước ngày 25/9", "Đề án"),
    ("trình UBND thành phố ban hành Quyết định phân cấp", "Quyết định phân cấp"),
    ("dự thảo Tờ trình HĐND thành phố", "Tờ trình HĐND thành phố"),
    ("chuẩn bị tờ trình dự toán năm 2027, gửi Ban Kinh tế", "Tờ trình dự toán năm 2027"),
    ("chuẩn bị chương trình làm việc, lấy ý kiến", "Chương trình làm việc"),
    ("phát hành giấy mời chậm nhất 05 ngày trước", "Giấy mời"),
    ("bàn giao bản đồ cho các địa phương", "Bản đồ"),
    ("phải lập sổ theo dõi đơn, mỗi thứ Hai công khai", "Sổ theo dõi đơn"),
    ("ký lại với từng hộ, nộp bản cam kết cho UBND phường", "Bản cam kết"),
    # What is told to someone is the paper, not the telling.
    ("báo cáo Thường trực Đảng ủy phương án thu gom rác", "Phương án thu gom rác"),
    ("báo cáo phương án với Chủ tịch", "Phương án"),
    ("báo cáo kết quả rà soát về Sở Nội vụ", "Báo cáo kết quả rà soát"),
    ("rà soát các điểm đen, báo cáo UBND thành phố", "Báo cáo"),
    ("báo cáo UBND thành phố kết quả thực hiện Kế hoạch", "Báo cáo"),
    # A paper that is only mentioned is no product.
    ("xử lý 12 điểm theo danh mục được duyệt; báo cáo UBND thành phố", "Báo cáo"),
    ("hoàn thành các nhiệm vụ tại Kế hoạch số 12, báo cáo kết quả", "Báo cáo kết quả"),
    ("tổ chức thực hiện kế hoạch, gửi báo cáo về Sở", "Báo cáo"),
    ("đối chiếu sổ với hiện trạng; bản xác nhận gửi về Sở", "Bản xác nhận"),
    ("giải trình bằng văn bản trước thứ Tư", "Văn bản"),
    ("gửi số liệu về Sở Xây dựng trước ngày 22", "Số liệu"),
    ("gửi kết quả rà soát về UBND thành phố", "Kết quả rà soát"),
    # A comma in a list does not end the phrase.
    (
        "xây dựng phương án vệ sinh môi trường, phòng dịch và cung ứng hàng hóa, báo cáo UBND",
        "Phương án vệ sinh môi trường, phòng dịch và cung ứng hàng hóa",
    ),
    ("ban hành quy chế, tổ chức tập huấn và kiểm tra", "Quy chế"),
    # The label wins over anything before it.
    ("lập danh sách. Sản phẩm: Quyết định phê duyệt danh sách.", "Quyết định phê duyệt danh sách"),
]

NO_PRODUCT = [
    "kiểm tra việc thực hiện quy định về phòng cháy",
    "trình UBND thành phố xem xét quyết định",
    "hỗ trợ các xã lập hồ sơ",
    "hướng dẫn người dân nộp hồ sơ trực tuyến",
    "dừng cấp phép cho đến khi có kế hoạch mới",
    "bảo đảm kinh phí trong 03 ngày làm việc sau khi nhận danh sách",
    "nâng cấp phần mềm trong tháng 12",
    "thông báo công trình vi phạm đến UBND xã",
    "tập trung giải phóng mặt bằng",
]


def _product(words: str) -> str | None:
    return find_product(words, surface(words), 0, len(words))


@pytest.mark.parametrize(("words", "product"), PRODUCTS)
def test_a_product_is_what_a_verb_of_making_or_sending_names(words: str, product: str) -> None:
    assert _product(words) == product


@pytest.mark.parametrize("words", NO_PRODUCT)
def test_a_paper_that_is_only_spoken_of_is_no_product(words: str) -> None:
    assert _product(words) is None
