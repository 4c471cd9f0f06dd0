"""How the letters fare."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count

from baro.kernel.health.api import Check
from baro.notices.models import Letter

_LATE = timedelta(hours=1)


@dataclass(frozen=True)
class LetterCounts:
    """Letters by where they stand."""

    by_state: dict[str, int]

    def of(self, state: str) -> int:
        return self.by_state.get(state, 0)

    @property
    def total(self) -> int:
        return sum(self.by_state.values())

    @property
    def troubled(self) -> int:
        states = (Letter.State.FAILED, Letter.State.REFUSED, Letter.State.UNSURE)
        return sum(self.of(state) for state in states)


def letter_counts() -> LetterCounts:
    rows = Letter.objects.order_by().values_list("state").annotate(count=Count("pk"))
    return LetterCounts(dict(rows))


def letters_look(at: datetime) -> Check:
    """For the health page: whether letters leave, and how many somebody has to look at."""
    if not settings.MAIL_IS_SET_UP:
        text = "Chưa khai báo máy chủ thư; thông báo chỉ hiện ở chuông."
        return Check("Thư báo", is_well=None, text=text)
    late = Letter.objects.due(at=at - _LATE).count()
    troubled = Letter.objects.troubled().count()
    text = f"{late} thư chờ quá một giờ, {troubled} thư cần xem."
    return Check("Thư báo", is_well=not late and not troubled, text=text)
