"""`baro token USERNAME`: make a key for the API from the machine's own console."""

import argparse
from datetime import timedelta

from django.utils import timezone

from baro.config.refusals import CommandRefusal
from baro.kernel.command_line import CommandLine

_MOST_DAYS = 3650


def main(arguments: list[str]) -> int:
    """Print one new key for an account; whoever may run this already owns the machine."""
    import django

    django.setup()
    from baro.org import api as org

    parser = CommandLine("baro token", "Tạo mã truy cập API và in ra một lần.")
    parser.add_argument("username", metavar="TÀI-KHOẢN", help="tài khoản mà mã thay mặt")
    parser.add_argument(
        "--name", metavar="TÊN", default="Tạo từ dòng lệnh", help="mã dùng cho hệ thống nào"
    )
    parser.add_argument(
        "--scope",
        action="append",
        metavar="PHẠM-VI",
        choices=org.TokenScope.values,
        help=f"{', '.join(org.TokenScope.values)}; ghi nhiều lần được, bỏ qua thì lấy tất cả",
    )
    parser.add_argument(
        "--days", metavar="SỐ", type=_days, default=90, help="số ngày có hiệu lực, 1 đến 3650"
    )
    given = parser.parse_args(arguments)

    user = org.User.objects.filter(username__iexact=given.username, is_active=True).first()
    if user is None:
        raise CommandRefusal(f"Không có tài khoản {given.username} đang hoạt động.")
    now = timezone.now()
    _, secret = org.create_token(
        user=user,
        name=given.name,
        scopes=given.scope or org.TokenScope.values,
        expires_at=now + timedelta(days=given.days),
        by=user,
        at=now,
    )
    print(secret)
    return 0


def _days(text: str) -> int:
    days = int(text) if text.isdecimal() else 0
    if not 1 <= days <= _MOST_DAYS:
        raise argparse.ArgumentTypeError(f"số ngày từ 1 đến {_MOST_DAYS}, không phải {text}")
    return days
