"""Wording of the kernel's own events."""

WORDING: dict[str, str] = {
    "kernel.rule_value_set": (
        "{actor} đã đặt giá trị mới cho “{target}”, áp dụng từ {valid_from}. Căn cứ: {legal_basis}."
    ),
    "kernel.calendar_override_set": (
        "{actor} đã ghi vào lịch làm việc: {target}. Căn cứ: {legal_basis}."
    ),
    "kernel.failed_job_retried": "{actor} đã cho chạy lại công việc nền {job}.",
}
