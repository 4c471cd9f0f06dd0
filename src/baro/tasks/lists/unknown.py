"""What in the address of a list nobody understands, said in sentences."""

from collections.abc import Callable, Mapping
from datetime import date

from baro.tasks.lists.calendars import is_period
from baro.tasks.lists.columns import COLUMNS
from baro.tasks.lists.looks import LOOKS
from baro.tasks.lists.matrices import DOWN
from baro.work import api as work

# How the rows are shown: what is known, and what is said of anything else.
_SHOWN: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "xem": (LOOKS.__contains__, "Không có cách xem “{}”. Đang xem theo danh sách."),
    "sapxep": (
        lambda value: value.removeprefix("-") in work.ORDERS,
        "Không sắp xếp được theo “{}”. Đang xếp theo thứ tự thường dùng.",
    ),
    "cot": (COLUMNS.__contains__, "Bảng không có cột “{}”."),
    "nhom": (
        work.ACROSS.__contains__,
        "Không chia cột được theo “{}”. Đang chia theo cách thường dùng.",
    ),
    "hang": (DOWN.__contains__, "Không chia hàng được theo “{}”. Đang chia theo xã, phường."),
}


def unknown_words(asked: work.ListQuery, *, on: date) -> list[str]:
    """Conditions that there are not, and ways of showing that nobody knows."""
    found = []
    if asked.unknown:
        named = ", ".join(f"“{name[:40]}”" for name in asked.unknown[:5])
        found.append(f"Danh sách không lọc theo {named}: không có hoặc không còn điều kiện này.")
    for name, (is_known, words) in _SHOWN.items():
        wrong = [value for value in asked.shown.get(name, ()) if not is_known(value)]
        found += [words.format(value[:40]) for value in wrong[:3]]
    period = asked.one("ky")
    if period and not is_period(period, on=on):
        found.append(f"“{period[:40]}” không phải là một tháng hay một tuần. Lịch mở kỳ hiện tại.")
    return found
