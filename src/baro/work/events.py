"""Wording of this module's events."""

WORDING: dict[str, str] = {
    "work.calendar_made": "{actor} tạo {target}.",
    "work.calendar_revoked": "{actor} thu hồi {target}.",
    "work.calendar_made": "{actor} tạo địa chỉ {target}.",
    "work.calendar_revoked": "{actor} thu hồi địa chỉ {target}.",
    "work.list_saved": "{actor} lưu danh sách “{target}”, dùng cho: {reach}.",
    "work.list_changed": "{actor} sửa danh sách “{target}”, dùng cho: {reach}.",
    "work.list_removed": "{actor} bỏ danh sách “{target}”.",
    "work.opening_list_chosen": "{actor} chọn danh sách “{target}” làm danh sách mở đầu.",
}
