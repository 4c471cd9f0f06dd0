"""Wording of the kernel's own events."""

WORDING: dict[str, str] = {
    "kernel.rule_value_set": (
        "{actor} đã đặt giá trị mới cho “{target}”, áp dụng từ {valid_from}. Căn cứ: {legal_basis}."
    ),
    "kernel.calendar_override_set": (
        "{actor} đã ghi vào lịch làm việc: {target}. Căn cứ: {legal_basis}."
    ),
    "kernel.file_sweep_started": "{actor} đã cho kiểm tra kho tệp.",
    "kernel.orphaned_file_removed": (
        "{actor} đã xóa tệp {sha256} ({size} byte) vì không còn nơi nào dùng."
    ),
    "kernel.webhook_added": "{actor} đã thêm nơi nhận sự kiện “{target}” tại {url}.",
    "kernel.webhook_changed": "{actor} đã sửa nơi nhận sự kiện “{target}”.",
    "kernel.webhook_secret_renewed": "{actor} đã cấp khóa ký mới cho “{target}”.",
    "kernel.webhook_paused": "{actor} đã tạm dừng gửi cho “{target}”.",
    "kernel.webhook_resumed": "{actor} đã cho gửi lại cho “{target}”.",
    "kernel.webhook_tried": "{actor} đã gửi thử cho “{target}”.",
    "kernel.webhook_sent_again": "{actor} đã cho gửi lại {count} lần báo cho “{target}”.",
    "kernel.failed_job_retried": "{actor} đã cho chạy lại công việc nền {job}.",
}
