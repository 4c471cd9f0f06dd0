"""Words that are true of every duty and give no task of their own."""

from baro.documents.reading.patterns import grammar

_WHO = (
    r"(?:(?:giám đốc|thủ trưởng|chủ tịch|lãnh đạo|các đồng chí|cán bộ|mọi|các cơ quan|từng"
    r"|tập thể|người đứng đầu|cán bộ, đảng viên(?:, trước hết là người đứng đầu,)?)[^.;:]{0,60}? )?"
)
_EVERY_DUTY = grammar(
    rf"~(?:(?:yêu cầu|đề nghị|nhắc nhở|lưu ý)(?: chung)?(?:~:)? )?{_WHO}(?:phải |cần "
    rf"|có trách nhiệm |hoàn toàn "
    r"|tuyệt đối |hết sức ){0,3}(?:(?:tự )?chịu"
    r" trách nhiệm(?: toàn diện| chính| hoàn toàn| cá nhân){0,3}(?: và)?"
    r"(?:(?=~[.;!\"])| (?:trước|về|nếu|đối với|cá nhân))|chịu hoàn toàn trách nhiệm"
    r"|(?:nghiêm túc )?(?:rút kinh nghiệm|nhìn nhận)"
    r"|xác định (?:rõ )?[^,;.]{3,80} là (?:nhiệm vụ|một trong)"
    r"|quán triệt (?:quan điểm|nguyên tắc|phương châm|tinh thần|sâu sắc)"
    r"|tiết kiệm(?=,| và )|giữ (?:nghiêm |vững )?(?:kỷ cương|kỷ luật|nề nếp)"
    r"|(?:gương mẫu|nêu gương) (?:thực hành|chấp hành|đi đầu|trong)"
    r"|bồi (?:hoàn|thường) (?:nếu|khi)"
    r"|kinh phí (?:thực hiện |triển khai )?theo (?:quy định|phân cấp)"
    r"|không (?:chủ quan|lơ là|để xảy ra|né tránh|đùn đẩy|gây phiền hà|để tái diễn|chờ đôn đốc)"
    r"|nêu cao (?:tinh thần|trách nhiệm|vai trò|ý thức)|(?:chủ động )?tham khảo cách làm"
    r"|(?:đi họp|dự họp|họp) đúng (?:giờ|thành phần)|nhớ~:)(?!\w)"
)


def says_every_duty(plain: str, start: int, end: int) -> bool:
    """As in "chịu trách nhiệm trước UBND thành phố về kết quả", "rút kinh nghiệm"."""
    return _EVERY_DUTY.match(plain, start, end) is not None
