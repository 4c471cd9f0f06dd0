"""The keys of the review screen, as its help sheet tells them; the buttons bear the same."""

KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("J", "K"), "Dự thảo sau, dự thảo trước (hoặc ↓ ↑)"),
    (("N",), "Đến chỗ còn ngờ tiếp theo"),
    (("1", "2", "…"), "Chọn cách giải quyết chỗ còn ngờ"),
    (("C",), "Chọn để giao, hoặc bỏ chọn (hoặc phím cách)"),
    (("A",), "Chọn hết các dự thảo đã rõ"),
    (("E",), "Sửa dự thảo"),
    (("L",), "Đổi đơn vị chủ trì"),
    (("H",), "Đổi hạn"),
    (("X",), "Không giao"),
    (("R",), "Lấy lại dự thảo đã bỏ"),
    (("T",), "Tách thành hai việc"),
    (("G",), "Gộp với việc ngay sau"),
    (("[", "]"), "Dời đầu, dời cuối đoạn trích; ← → từng từ, Shift từng câu"),
    (("U",), "Hoàn tác lần tách, gộp, dời đoạn trích"),
    (("V",), "Xem vì sao"),
    (("O",), "Đổi thứ tự: chỗ còn ngờ trước, hoặc theo văn bản"),
    (("Ctrl", "Enter"), "Xem trước và giao việc; trong ô nhập: lưu"),
)
