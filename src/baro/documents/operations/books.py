"""Taking a register out of the house, on paper or as a file; who took it stays known."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from baro.documents import policies
from baro.documents.books import Book
from baro.documents.queries import BookWanted, register_book
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org

WHO_SEES_BOOK = "Chỉ người giữ sổ hoặc người được xem văn bản của đơn vị mới mở được sổ này."
FORMS = {"in": "bản in", "word": "tệp Word", "excel": "tệp Excel"}
_LONGEST = {"in": 3_000, "word": 3_000, "excel": 100_000}


class BookTooLong(DomainError):
    pass


class BookTurnedRound(DomainError):
    pass


@transaction.atomic
def take_register(*, wanted: BookWanted, form: str, by: org.User, at: datetime) -> Book:
    """Write the register out for printing or as a file, and leave a trace of who took it."""
    require(policies.can_see_register(by, wanted.unit, on=timezone.localdate(at)), WHO_SEES_BOOK)
    if wanted.last < wanted.first:
        raise BookTurnedRound("Ngày cuối phải từ ngày đầu trở đi.", field="den")
    book = register_book(wanted)
    if len(book.rows) > _LONGEST[form]:
        raise BookTooLong(
            f"Sổ có {len(book.rows)} dòng trong khoảng này, quá {_LONGEST[form]} dòng cho "
            f"{FORMS[form]}. Ông/bà chọn khoảng ngày ngắn hơn hoặc tải tệp Excel.",
            field="den",
        )

    facts = {
        "book": book.title.lower(),
        "first": wanted.first.isoformat(),
        "last": wanted.last.isoformat(),
        "form": FORMS[form],
        "count": len(book.rows),
    }
    audit.record("documents.register_taken", wanted.unit, by=by, at=at, facts=facts)
    return book
