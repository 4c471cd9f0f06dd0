"""Wording of this module's events."""

WORDING: dict[str, str] = {
    "notices.channels_chosen": "{actor} chọn cách nhận thông báo: {choices}.",
    "notices.quiet_hours_set": "{actor} đặt giờ yên lặng {hours}.",
    "notices.kinds_stopped": "{actor} thôi nhận thư về: {kinds}.",
    "notices.letter_retried": "{actor} cho gửi lại thư {target}.",
}
