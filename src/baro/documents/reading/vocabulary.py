"""The words of the trade that tell an order from praise, a finding or a formula."""

# Words that hand a task to the body named next.
ORDERS = (
    "giao nhiệm vụ cho|giao trách nhiệm cho|giao nhiệm vụ|giao trách nhiệm|giao cho|giao thêm|giao"
    "|yêu cầu|đề nghị|phân công|ủy quyền cho|ủy quyền|chỉ đạo|nhắc nhở|lưu ý|đôn đốc"
)
# After these the same words tell what was done, or name a thing.
NOT_AN_ORDER_AFTER = (
    "được|đã|theo|do|nhiệm vụ|tại|các|những|việc|của|thông báo|văn bản|công tác|nội dung|bàn|bị"
    "|trên cơ sở|có|nghe|ý kiến|thực hiện|bám sát|sự|kết luận|đáp ứng|đạt|vượt|đúng|sẽ|trình|từng"
)
# First words of an action, as they open an item of a list or follow the name of a body.
ACTIONS = (
    "áp dụng|ban hành|bàn giao|báo cáo|bảo đảm|đảm bảo|bám sát|biên soạn|biên tập|bố trí|bổ sung"
    "|cải tạo|cân đối|cập nhật|cấp|chấm dứt|chấn chỉnh|chấp hành|chia sẻ|chỉ đạo|chịu trách nhiệm"
    "|chỉnh lý|chỉnh trang|chọn|chủ động|chủ trì|chuẩn bị|chuyển|cho ý kiến|công bố|công khai"
    "|củng cố"
    "|cung cấp|cụ thể hóa|cử|đánh giá|đào tạo|đăng ký|đăng tải|đầu tư|đẩy mạnh|đẩy nhanh"
    "|đề xuất|đề ra"
    "|điều chỉnh|điều tra|đo đạc|đối chiếu|đối thoại|đôn đốc|đổi mới|đưa|duy trì|gắn|ghép"
    "|giải quyết"
    "|giám sát|giảm|giao|giữ|gửi|hoàn chỉnh|hoàn tất|hoàn thành|hoàn thiện|hỗ trợ|huy động"
    "|hướng dẫn"
    "|kết nối|khắc phục|khai thác|khảo sát|khẩn trương|khởi công|khơi thông|kịp thời|kiểm điểm"
    "|kiểm kê"
    "|kiểm soát|kiểm tra|kiện toàn|kiên quyết|lấy ý kiến|lập|liên hệ|lồng ghép|lựa chọn|làm rõ"
    "|làm tốt"
    "|làm việc|lãnh đạo|mở|nắm|nâng cao|nâng cấp|nghiêm túc|nghiên cứu|ngăn chặn|nộp|niêm yết"
    "|ổn định"
    "|phát động|phát hiện|phát huy|phân bổ|phân công|phân loại|phân tích|phê duyệt|phòng ngừa"
    "|phổ biến"
    "|phối hợp|phục vụ|quán triệt|quản lý|quan tâm|quyết liệt|quyết định|rà soát|sắp xếp"
    "|sẵn sàng|siết chặt|số hóa"
    "|sớm|sơ kết|sử dụng|tăng cường|tận dụng|tập huấn|tập trung|tạo|tham gia|tham mưu"
    "|thanh tra|thành lập"
    "|thay thế|theo dõi|thẩm định|thẩm tra|thi công|thí điểm|thiết lập|thông báo|thông tin|thống kê"
    "|thống nhất|thu hồi|thu thập|thúc đẩy|thực hiện|thường xuyên|tích hợp|tích cực|tiến hành"
    "|tiếp nhận"
    "|tiếp thu|tiếp tục|tìm|tính toán|tổ chức|tổng hợp|tổng kết|tổng vệ sinh|trả lời|tránh|trao đổi"
    "|trích xuất|triển khai|trình|trực tiếp|truyền thông|tu bổ|tuyên truyền|tuyển dụng|ưu tiên"
    "|ứng dụng"
    "|vận động|vận hành|xác định|xác minh|xây dựng|xem xét|xin ý kiến|xử lý|yêu cầu|đề nghị"
    "|đề cao|tháo gỡ"
    "|nhanh chóng|nỗ lực|phấn đấu|chăm lo|thay đổi|tự|hạn chế|chống|tôn tạo|di dời|giải phóng"
    "|lắp đặt"
    "|duyệt|hợp đồng|ký|mua sắm|nhập|thực hành|tiết kiệm|trồng|vệ sinh|xóa|đặt|dành|đóng"
    "|dự thảo|soạn"
    "|soạn thảo|phát hành|phản hồi|giải trình|giới thiệu|khen thưởng|tháo dỡ|cưỡng chế"
    "|bồi dưỡng|bồi thường"
    "|căn cứ|nhân rộng|nghiệm thu|quyết toán|giải ngân|thanh toán|trích|đấu giá|đấu thầu"
    "|dự báo|ứng phó|giúp|dựng|buộc|thuê|rào chắn|chốt|dừng|sơ tán|chi trả|dọn|phun|treo|cắm"
    "|gia cố|di chuyển|tuần tra|kêu gọi|khoanh vùng|đình chỉ|san lấp|nạo vét|quan trắc|điều động"
    "|phúc tra|tập hợp|phản ánh|quét|lắp|bám|chia|kiểm đếm|giải tỏa|thông xe|công chiếu|phân luồng"
    "|khôi phục|sửa chữa|sửa đổi|ký kết|kê khai|thu gom|hoàn trả|bảo vệ|bảo dưỡng|bảo trì|duy tu"
    "|chuyển giao|chuyển đổi|đấu nối|điều phối|đối soát|gặp mặt|hòa giải|luân chuyển|phân cấp"
    "|phân định|ra quân|tổng rà soát|tổng kiểm tra|tổng kiểm kê|thử nghiệm|tiếp công dân|trang bị"
    "|trưng bày|tư vấn|xác lập|xác nhận|xóa bỏ|gỡ bỏ|chấm điểm|chỉnh sửa|chuẩn hóa|gia hạn"
    "|khám|làm sạch|phá dỡ|phân tuyến|sàng lọc|tiêu hủy|tiêm chủng|ứng trực|xử phạt|lấy mẫu"
    "|xét duyệt"
    "|xét chọn|khuyến khích|thanh lý|tập kết|che chắn|cắt tỉa|rút ngắn|dự kiến|cung ứng|điều tiết"
    "|làm đầu mối|tổ chức lại|sao gửi|thông tuyến|thông xe|khánh thành|bàn bạc|giám định|kiểm định"
    "|bình xét|bình chọn|tôn vinh|tặng|thăm hỏi|thăm|trợ giúp|tra cứu|đối thoại|điều chuyển"
    "|tạm dừng"
)
# Words between the name of a body and what it is to do.
DUTIES = (
    "cần|phải|có trách nhiệm|chịu trách nhiệm|chủ động|khẩn trương|tập trung|tiếp tục|nghiêm túc"
    "|hết sức|đặc biệt|sớm|thường xuyên|kịp thời|quyết liệt|có kế hoạch|có giải pháp|có văn bản"
    "|có biện pháp|có phương án|có báo cáo|có ý kiến(?!~:| (?:như sau|chỉ đạo|kết luận"
    "|thống nhất|đồng ý))|có tờ trình|có thông báo|cam kết|căn cứ|trên cơ sở|theo chức năng"
    "|không|cùng|ngay"
    "|nhanh chóng"
    "|làm đầu mối|là đầu mối|là cơ quan|là đơn vị|được giao|định kỳ|hằng|hàng|trước ngày|trong"
)
PRAISE = (
    "biểu dương|ghi nhận|đánh giá cao|hoan nghênh|khen ngợi"
    "|cảm ơn|chúc mừng|trân trọng cảm ơn|tuyên dương"
)
AGREEMENT = (
    "thống nhất|cơ bản thống nhất|đồng ý|cơ bản đồng ý|nhất trí"
    "|cơ bản nhất trí|chấp thuận|tán thành"
)
FINDING = (
    "tuy nhiên|bên cạnh|ngoài ra còn|song|nguyên nhân|kết quả|qua |theo báo cáo|đến nay"
    "|hiện nay|hiện tại"
    "|thời gian qua|trong thời gian qua|một số|nhìn chung|công tác|việc|vẫn còn|còn |nhiều"
    "|phê bình|tính đến"
)
REMINDERS = "lưu ý|nhắc nhở|nhắc lại|quán triệt|lưu tâm"
