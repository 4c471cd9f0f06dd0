"""Papers and things that a task may hand in, and the verbs that make or send them."""

KINDS = (
    "dự thảo|kế hoạch|quyết định|báo cáo|tờ trình|đề án|phương án|dự án|quy chế|quy định|hướng dẫn"
    "|nghị quyết|chương trình|danh mục|văn bản|công văn|chỉ thị|đề cương|quy trình|bộ tiêu chí"
    "|tiêu chí|cơ sở dữ liệu|bộ chỉ số|hồ sơ|biên bản|thông báo|biểu|bảng|sổ tay|sổ theo dõi|sổ"
    "|tài liệu|phụ lục|kết luận|thống kê|thông tư|khung|định mức|đơn giá|bản đồ|phần mềm|kịch bản"
    "|ứng dụng|lộ trình|mô hình|danh sách|giấy mời|dự toán|nhật ký|phiếu|thể lệ|cẩm nang|giáo trình"
    "|chuyên đề|bộ tài liệu|bộ câu hỏi|đề thi|hợp đồng|quy ước|hương ước|tờ rơi|phóng sự|thông cáo"
    "|bản (?:cam kết|xác nhận|đăng ký|thuyết minh|tổng hợp|kê|vẽ|kiểm điểm"
    "|giải trình|ghi nhớ|tin|tự đánh giá)|mẫu (?:biểu|phiếu|báo cáo|biên bản)|lịch trực"
    "|bài (?:tuyên truyền|viết)|giấy (?:chứng nhận|phép|xác nhận)|cơ chế"
    "|lệnh|lịch(?! sử)|tour|bản tin|video|bộ nhận diện|bảng tin"
    "|nền tảng số|trang thông tin|mã qr|thư mời|thư ngỏ|sơ đồ|bộ chỉ tiêu|bộ quy tắc"
    "|nội dung(?= (?:giao ban|họp|hội nghị|kỳ họp|làm việc|cuộc họp|buổi|phiên|tổng kết|sơ kết))"
    "|tiến độ(?= (?:giải ngân|thi công|chi tiết|từng))"
)
MAKES = (
    "xây dựng|ban hành|soạn thảo|soạn|dự thảo|trình|(?<!công\\x20)(?<!độc\\x20)lập|hoàn thiện"
    "|hoàn chỉnh|tham mưu|biên soạn"
    "|gửi|nộp|phê duyệt|công bố|điều chỉnh|thẩm định|đề xuất|cung cấp|có|ký|cập nhật|hoàn thành"
    "|bổ sung|chuẩn bị|phát hành|bàn giao|in|viết|thiết lập|ra|làm(?! việc)|sửa đổi|chốt"
    "|thống nhất|mở|đăng ký|giao nộp|thông qua|chuyển"
    "|công khai(?= (?:danh mục|danh sách))|báo(?= danh sách)|sao gửi|thiết kế"
)
# Before the noun they say that it is there already, or that it is only spoken of.
ONLY_NAMED_AFTER = (
    "theo|tại|của|trong|thực hiện|triển khai|căn cứ|về|với|từ|qua|bằng|cho|vào|đối với|so với|sau"
    "|đúng|ngoài|để|như|thuộc|xem xét|xét|kiểm tra|tiếp nhận|giải quyết|xử lý|quán triệt|phổ biến"
    "|kèm|các nội dung|việc|những|nêu|thẩm quyền|phối hợp|giám sát|thanh tra|tuân thủ|chấp hành"
    "|áp dụng|nội dung|tình hình|kết quả|tiến độ|hỗ trợ|người dân|công dân|doanh nghiệp|liên quan"
    "|và|hoặc|thành|đến|là|ngày|số|được|đã|khối lượng|chất lượng|tỷ lệ|hiệu quả|chủ trương|tự"
    "|nhận|nhận được|ý kiến|lớp|hội nghị|buổi|sang"
)
