"""A short name for a task: the action in the words of the text, without who and by when."""

import re

_LONGEST = 200
_SHORTEST = 6
_TIME_AT_END = re.compile(
    r"[,;.:(\s]*(?:(?:và\s+)?(?:phải\s+)?(?:hoàn thành|xong|thực hiện xong|báo cáo|gửi)\s*)?$",
    re.IGNORECASE,
)


_MODAL = re.compile(
    r"^(?:\w{1,4}\)\s*)?(?:(?:cần|phải|có trách nhiệm|hết sức|thì)\s+)*", re.IGNORECASE
)


def title_of(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> str:
    """The words of `text[start:end]` up to a deadline (one of `cuts`) that closes them."""
    for cut_start, cut_end in sorted(cuts):
        if 0 <= cut_start - start <= _SHORTEST and cut_end < end:
            start = cut_end
    for cut_start, cut_end in sorted(cuts):
        if start + _SHORTEST < cut_start < end and not text[cut_end:end].strip(" .;,/)"):
            end = cut_start
            break
    words = re.sub(r"\s+", " ", text[start:end]).strip()
    words = _TIME_AT_END.sub("", words).strip(' ,.;:-/("”')
    words = _MODAL.sub("", words.lstrip("("))
    words = words[:1].upper() + words[1:]
    return words if len(words) <= _LONGEST else _shortened(words)


def _shortened(words: str) -> str:
    """Cut at a semicolon or a full stop when there is one late enough, else at a word."""
    for sign in (";", ". "):
        place = words.rfind(sign, 60, _LONGEST)
        if place != -1:
            return words[:place]
    return words[: words.rfind(" ", 0, _LONGEST)].rstrip(" ,;") + "…"
