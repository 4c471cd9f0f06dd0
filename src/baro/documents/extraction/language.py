"""Whether a text is Vietnamese at all; other languages are kept but give no tasks."""

import re

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_FEWEST_WORDS = 40
_FEW = 0.05

FOREIGN = (
    "Văn bản có vẻ không phải tiếng Việt có dấu, nên có thể không bóc tách được nhiệm vụ nào; "
    "ông/bà dùng bản dịch tiếng Việt nếu cần giao việc."
)


def notes_on_language(text: str) -> list[str]:
    return [FOREIGN] if is_foreign(text) else []


def is_foreign(text: str) -> bool:
    words = _WORD.findall(text[:_SAMPLE])
    accented = sum(not word.isascii() for word in words)
    return len(words) >= _FEWEST_WORDS and accented < len(words) * _FEW
