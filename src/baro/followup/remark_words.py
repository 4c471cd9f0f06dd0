"""A leader's remark in one line, as lists and files show it."""

from django.utils import timezone

from baro.followup.models import LeaderRemark


def in_words(remark: LeaderRemark) -> str:
    words = f": {remark.words}" if remark.words else ""
    if remark.raised_on:
        return f"Đã nêu tại giao ban ngày {remark.raised_on:%d/%m/%Y}{words}"
    if remark.off_until:
        return f"Tạm rút đến ngày {remark.off_until:%d/%m/%Y}{words}"
    return f"Chỉ đạo ngày {timezone.localtime(remark.made_at):%d/%m/%Y}{words}"
