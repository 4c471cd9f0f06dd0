"""Wording of this module's events."""

WORDING: dict[str, str] = {
    "work.calendar_made": "{actor} tạo địa chỉ {target}.",
    "work.calendar_revoked": "{actor} thu hồi địa chỉ {target}.",
    "work.list_saved": "{actor} lưu danh sách “{target}”, dùng cho: {reach}.",
    "work.list_changed": "{actor} sửa danh sách “{target}”, dùng cho: {reach}.",
    "work.list_removed": "{actor} bỏ danh sách “{target}”.",
    "work.opening_list_chosen": "{actor} chọn danh sách “{target}” làm danh sách mở đầu.",
    "work.comment_edited": "{actor} sửa ý kiến trao đổi về {number}{mentioned}.",
    "work.comment_file_taken": "{actor} tải tệp {file_name} kèm ý kiến trao đổi.",
    "work.comment_taken_back": "{actor} rút lại ý kiến trao đổi về {number}.",
    "work.comment_written": "{actor} trao đổi về {number}{mentioned}.",
    "work.tallies_mended": "Số đếm nhiệm vụ lệch so với sổ việc, đã đếm lại và sửa: {sheets}.",
    "work.watch_begun": "{actor} theo dõi {target}.",
    "work.watch_ended": "{actor} thôi theo dõi {target}.",
}
