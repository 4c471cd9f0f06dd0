"""Who would hold what from when to when, if the rows of a list were written."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from baro.kernel.ui.filters import day
from baro.org.models import Appointment, Person, Post

_MAIN, _ACTING = Appointment.Nature.MAIN, Appointment.Nature.ACTING


@dataclass(frozen=True)
class Window:
    """One appointment as it stands, or as a row would make it stand."""

    person: Person
    post: Post
    nature: str
    start: date
    end: date | None

    @property
    def is_empty(self) -> bool:
        return self.start == self.end

    def crosses(self, other: "Window") -> bool:
        return self.start < (other.end or date.max) and other.start < (self.end or date.max)


@dataclass
class Windows:
    """All windows so far, by post and by person."""

    _by_post: dict[int, list[Window]] = field(default_factory=lambda: defaultdict(list))
    _by_person: dict[int, list[Window]] = field(default_factory=lambda: defaultdict(list))

    def add(self, window: Window) -> None:
        if not window.is_empty:
            self._by_post[window.post.pk].append(window)
            self._by_person[window.person.pk].append(window)

    def objections(self, window: Window) -> Iterator[tuple[str, str]]:
        """Why the window cannot stand beside the others: key of the column, and words."""
        if window.is_empty:
            return
        yield from self._in_the_post(window)
        yield from self._of_the_person(window)

    def _in_the_post(self, window: Window) -> Iterator[tuple[str, str]]:
        for other in filter(window.crosses, self._by_post[window.post.pk]):
            since = day(other.start)
            if other.person == window.person:
                yield "valid_from", f"Người này đã giữ chức danh từ ngày {since}."
            elif _ACTING not in (window.nature, other.nature):
                yield "post", f"Chức danh đang do {other.person} giữ từ ngày {since}."

    def _of_the_person(self, window: Window) -> Iterator[tuple[str, str]]:
        for other in filter(window.crosses, self._by_person[window.person.pk]):
            if window.nature == other.nature == _MAIN and other.post != window.post:
                yield "nature", f"Người này đang giữ chức danh chính là {other.post}."
