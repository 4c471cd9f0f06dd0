"""Slow reading is watched: it tells how far it is, and it stops when it is told to."""

from collections.abc import Callable
from dataclasses import dataclass

from baro.documents.extraction.refusals import ReadingStopped

OnPage = Callable[[int, int], None]
ShouldStop = Callable[[], bool]


@dataclass(frozen=True)
class Watch:
    """Whom to tell about each page that is done, and whom to ask whether to go on."""

    on_page: OnPage | None = None
    should_stop: ShouldStop | None = None

    def page_done(self, done: int, total: int) -> None:
        if self.on_page is not None:
            self.on_page(done, total)

    def stop_if_told(self) -> None:
        if self.is_stopped():
            raise ReadingStopped("Việc đọc tệp đã được dừng theo yêu cầu.")

    def is_stopped(self) -> bool:
        return self.should_stop is not None and self.should_stop()
