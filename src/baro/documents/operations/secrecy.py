"""Texts with a secrecy mark do not come in, by whatever door."""

from django.conf import settings

from baro.documents.extraction import extract
from baro.documents.extraction.refusals import ReadingStopped
from baro.documents.extraction.watch import ShouldStop
from baro.documents.operations.pace import is_slow
from baro.documents.reading import secrecy_mark
from baro.kernel.errors import DomainError


class SecretRefused(DomainError):
    """Carries the mark alone, for the trace of a text that is not kept."""

    grade = ""


def refuse_secret_file(
    content: bytes, *, should_stop: ShouldStop | None = None, may_take_long: bool = False
) -> None:
    """Stop a file whose text carries a secrecy mark; what has no readable text passes."""
    try:
        if not may_take_long and is_slow(content):
            return
        found = extract(content, size_limit=settings.FILE_SIZE_LIMIT, should_stop=should_stop)
    except ReadingStopped:
        raise
    except DomainError:
        return
    refuse_secret_text(f"{found.text}\n{found.aside}")


def refuse_secret_text(text: str) -> None:
    """Stop a text that carries a secrecy mark, before anything of it is stored."""
    grade = secrecy_mark(text)
    if grade:
        refusal = SecretRefused(
            f"Văn bản mang dấu “{grade}” nên không được đưa vào hệ thống này; chưa có gì được "
            "lưu lại. Ông/bà chuyển văn bản cho văn thư bảo mật của cơ quan để vào sổ mật và xử lý "
            "trên máy tính độc lập, rồi xóa tệp khỏi máy đang nối mạng (Luật Bảo vệ bí mật nhà "
            "nước số 117/2025/QH15, Điều 5)."
        )
        refusal.grade = grade
        raise refusal
