"""What the two sides write to each other about a task."""

import random

_PROGRESS = (
    ("Đã phân công bộ phận chuyên môn, lập kế hoạch triển khai.", 10),
    ("Đã rà soát bước đầu, đang đối chiếu với hồ sơ lưu.", 25),
    ("Đã làm việc với các đơn vị liên quan, thống nhất cách làm.", 30),
    ("Hoàn thành khoảng một nửa khối lượng, phần còn lại tập trung ở các khu dân cư lớn.", 50),
    ("Đã kiểm tra thực địa, lập biên bản từng trường hợp.", 60),
    ("Đang tổng hợp số liệu, chờ xác nhận của các tổ dân phố, thôn.", 70),
    ("Dự thảo báo cáo đã xong, đang lấy ý kiến lãnh đạo.", 85),
    ("Đã hoàn thiện sản phẩm, chờ ký.", 95),
)
_BLOCKS = (
    "Số liệu bàn giao từ cấp huyện cũ chưa đầy đủ.",
    "Chưa có hướng dẫn thống nhất của sở chuyên ngành.",
    "Thiếu người do đang kiện toàn biên chế.",
    "Một số hộ chưa hợp tác, phải vận động thêm.",
    "Kinh phí chưa được bố trí.",
    "Phần mềm chưa mở chức năng cập nhật cho cấp xã.",
)
_PRODUCTS = (
    "Gửi {product}. Kết quả đạt yêu cầu về nội dung và thời hạn; chi tiết trong phụ lục kèm theo.",
    "{unit} gửi {product}, đã được lãnh đạo phê duyệt.",
    "{unit} báo cáo kết quả: đã thực hiện đủ các nội dung được giao; kèm {product}.",
    "Nộp {product}. Có {number} trường hợp đang tiếp tục theo dõi, đã ghi rõ trong báo cáo.",
    "Kèm theo là {product}. Các số liệu chốt đến ngày gửi.",
)
_RETURNS = (
    "Báo cáo chưa có danh sách kèm theo. Đề nghị bổ sung danh sách từng trường hợp.",
    "Số liệu ở mục 2 và phụ lục không khớp. Đề nghị kiểm tra lại.",
    "Chưa nêu nguyên nhân và người chịu trách nhiệm đối với phần chưa hoàn thành.",
    "Sản phẩm chưa đúng biểu mẫu đã hướng dẫn. Đề nghị lập lại theo mẫu.",
    "Chưa có xác nhận của lãnh đạo đơn vị.",
    "Nội dung đề xuất còn chung chung, chưa rõ thời hạn thực hiện.",
)
_GROUNDS = (
    "Khối lượng phải rà soát lớn hơn dự kiến, cần thêm thời gian kiểm tra thực địa.",
    "Chờ số liệu của đơn vị phối hợp, dự kiến có trong tuần tới.",
    "Mưa lớn kéo dài nên chưa kiểm tra được tại hiện trường.",
    "Cán bộ phụ trách mới nhận bàn giao, cần thời gian nắm hồ sơ.",
    "Phải lấy ý kiến nhân dân theo quy định trước khi trình.",
)
_REFUSALS = (
    "Nhiệm vụ cần số liệu để báo cáo đúng kỳ, không lùi hạn được. Đề nghị gửi phần đã có trước.",
    "Lý do nêu thuộc trách nhiệm tổ chức thực hiện của đơn vị, không đủ căn cứ gia hạn.",
)
_QUESTIONS = (
    "Đề nghị làm rõ có phải rà soát cả các trường hợp đã chuyển hồ sơ cho cơ quan khác không.",
    "Biểu mẫu gửi kèm chưa có cột đơn vị tính, đề nghị hướng dẫn.",
    "Nhiệm vụ này có trùng với nội dung đã báo cáo kỳ trước không, có phải báo cáo lại không.",
    "Đề nghị cho biết đầu mối của sở để phối hợp.",
)
_ANSWERS = (
    "Chỉ rà soát các trường hợp do đơn vị đang thụ lý. Biểu mẫu giữ nguyên.",
    "Không trùng; chỉ bổ sung phần phát sinh sau kỳ trước.",
    "Đã bổ sung hướng dẫn, đề nghị đơn vị thực hiện theo bản mới.",
)
_WITHDRAWALS = (
    "Nội dung đã được ghép vào nhiệm vụ khác, không thực hiện riêng.",
    "Thành phố điều chỉnh chủ trương, chưa thực hiện trong thời gian này.",
)
_ACCEPTANCES = ("", "", "", "Đạt yêu cầu.", "Đúng hạn, đủ nội dung.")


def progress(chance: random.Random, place: int, of: int) -> tuple[str, int]:
    """The n-th of some notes: further on each time."""
    low = len(_PROGRESS) * place // of
    high = max(low + 1, len(_PROGRESS) * (place + 1) // of)
    return _PROGRESS[chance.randrange(low, high)]


def block(chance: random.Random) -> str:
    return chance.choice(_BLOCKS) if chance.random() < 0.3 else ""


def delivered_text(chance: random.Random, product: str, unit: str) -> str:
    words = product[0].lower() + product[1:]
    text = chance.choice(_PRODUCTS)
    return text.format(product=words, unit=unit, number=chance.randrange(2, 15))


def return_reason(chance: random.Random) -> str:
    return chance.choice(_RETURNS)


def grounds(chance: random.Random) -> str:
    return chance.choice(_GROUNDS)


def refusal(chance: random.Random) -> str:
    return chance.choice(_REFUSALS)


def question(chance: random.Random) -> str:
    return chance.choice(_QUESTIONS)


def answer(chance: random.Random) -> str:
    return chance.choice(_ANSWERS)


def withdrawal(chance: random.Random) -> str:
    return chance.choice(_WITHDRAWALS)


def acceptance(chance: random.Random) -> str:
    return chance.choice(_ACCEPTANCES)
