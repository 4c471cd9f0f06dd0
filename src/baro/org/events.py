"""Wording of this module's events."""

WORDING: dict[str, str] = {
    "org.account_created": "{actor} đã lập tài khoản {username} cho {target}.",
    "org.appointment_ended": "{actor} đã ghi nhận thôi giữ chức danh {post} từ {on} ({order}).",
    "org.city_loaded": "{actor} đã nạp danh mục có sẵn: {units} đơn vị, {posts} chức danh.",
    "org.grant_revoked": "{actor} đã thu lại vai trò {role} tại {unit} của {person} từ {on}.",
    "org.list_applied": "{actor} đã ghi {target}: thêm {created}, thay đổi {changed}.",
    "org.list_brought": "{actor} đã gửi {target} để xem trước.",
    "org.appointment_corrected": "{actor} đã sửa bổ nhiệm của {person} vào {post} ({order}).",
    "org.person_corrected": "{actor} đã sửa họ tên {old} thành {new}.",
    "org.person_appointed": "{actor} đã bổ nhiệm {person} giữ chức danh {post} từ {on} ({order}).",
    "org.person_registered": "{actor} đã ghi thêm {target} vào danh sách.",
    "org.post_created": "{actor} đã lập chức danh {target}.",
    "org.role_granted": "{actor} đã giao vai trò {role} tại {unit} cho {person} từ {on}.",
    "org.substitution_ended": "{actor} đã kết thúc việc {target} từ {on}.",
    "org.substitution_given": "{actor} đã giao {substitute} thay {giver} từ {from} đến hết "
    "{until} ({order}).",
    "org.token_created": "{actor} đã tạo mã truy cập {target}, phạm vi: {scopes}.",
    "org.token_revoked": "{actor} đã thu hồi mã truy cập {target}.",
    "org.unit_closed": "{actor} đã ghi nhận {target} kết thúc hoạt động từ {on} ({legal_basis}).",
    "org.unit_moved": "{actor} đã chuyển {target} từ {old} về {new} từ {on} ({legal_basis}).",
    "org.unit_opened": "{actor} đã lập {target} trực thuộc {parent} từ {on} ({legal_basis}).",
    "org.unit_renamed": "{actor} đã đổi tên {old} thành {new} từ {on} ({legal_basis}).",
    "org.unit_succeeded": "{actor} đã ghi nhận {successors} kế tục {target} từ {on} "
    "({legal_basis}).",
}
