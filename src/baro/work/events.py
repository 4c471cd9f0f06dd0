"""Wording of this module's events."""

WORDING: dict[str, str] = {
    "work.comment_edited": "{actor} sửa ý kiến trao đổi về {number}{mentioned}.",
    "work.comment_file_taken": "{actor} tải tệp {file_name} kèm ý kiến trao đổi.",
    "work.comment_taken_back": "{actor} rút lại ý kiến trao đổi về {number}.",
    "work.comment_written": "{actor} trao đổi về {number}{mentioned}.",
    "work.watch_begun": "{actor} theo dõi {target}.",
    "work.watch_ended": "{actor} thôi theo dõi {target}.",
}
