"""The text as if it stood on one endless page: no page numbers, no running heads, no gaps there.

A page may end in the middle of a sentence; what the page puts there belongs to no sentence.
"""

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from baro.documents.reading.letters import LOWER
from baro.documents.reading.lines import Line, split_lines

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–—\s]*", re.IGNORECASE)
_NUMBERED_HEAD = re.compile(
    r"(?P<first>\d{1,3})\s{3,180}[^\t|]{4,90}"
    r"|(?=\D)[^\t|]{4,90}?\s{1,180}(?:trang\s)?(?P<last>\d{1,3})",
    re.IGNORECASE,
)
_ENDS = (".", ";", ":", "!", "?", "…", '"', "”")
_GOES_ON = re.compile(rf"[{LOWER}]")
_OF_A_PAPER = re.compile(
    r"(?:\d{1,3}\s+)?(?:Chỉ thị|Thông báo|Kết luận|Kế hoạch|Công văn|Nghị quyết|Công điện"
    r"|Chương trình|Biên bản|Hướng dẫn|Quyết định|Phương án|Đề án|Báo cáo)\s"
)
_OWN_NUMBER = re.compile(r"Số\s{0,9}:?\s{0,9}(\d{1,6})\s{0,9}[-/]", re.IGNORECASE)
_HEAD_LINES = 45
_REPEATED = 3
_LONGEST_RUNNING_HEAD = 90
_LONGEST_LINE = 180


@dataclass(frozen=True)
class OnePage:
    """The text without page furniture, and where each stretch of it stood before."""

    text: str
    _starts: tuple[int, ...]
    _before: tuple[int, ...]

    def place(self, here: int) -> int:
        """Where in the text with its pages the character at `here` stands."""
        stretch = bisect_right(self._starts, here) - 1
        return self._before[stretch] + here - self._starts[stretch]

    def end(self, here: int) -> int:
        """Where in the text with its pages a stretch ends that ends at `here`."""
        return self.place(here - 1) + 1 if here else 0


def on_one_page(text: str) -> OnePage:
    lines = split_lines(text)
    parts: list[str] = []
    starts, before = [0], [0]
    here = size = 0
    for start, end in _stretches(text, lines, _furniture(lines)):
        parts.append(text[here:start])
        size += start - here
        starts.append(size)
        before.append(end)
        here = end
    return OnePage("".join([*parts, text[here:]]), tuple(starts), tuple(before))


def _stretches(text: str, lines: list[Line], furniture: set[int]) -> list[tuple[int, int]]:
    """From the end of the words above to the line that goes on: one line break stays."""
    found: list[tuple[int, int]] = []
    for place in sorted(furniture):
        above = place - 1
        while above >= 0 and lines[above].is_blank:
            above -= 1
        below = place + 1
        while below < len(lines) and lines[below].is_blank:
            below += 1
        start = lines[above].end if above >= 0 else 0
        end = lines[below].start if below < len(lines) else len(text)
        while end > start and text[end - 1] in "\t ":
            end -= 1
        start = min(start + 1, end) if above >= 0 and below < len(lines) else start
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _furniture(lines: list[Line]) -> set[int]:
    numbers = {place for place, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line.text)}
    beside = Counter(
        lines[near].text for place in numbers for near in _text_around(lines, place, numbers)
    )
    own = _number_of_paper(lines)
    running = {
        text
        for text, times in beside.items()
        if times >= _REPEATED or (own and own.search(text) and not text.endswith(_ENDS))
    }
    found, page = set(numbers), 1
    for place, line in enumerate(lines):
        if place in numbers:
            page = _number_in(line.text)
        elif line.text in running:
            found.add(place)
        elif _parts_a_sentence(lines, place, page + 1):
            found.add(place)
            page += 1
    return found


def _number_of_paper(lines: list[Line]) -> re.Pattern[str] | None:
    """A line beside a page number that repeats the paper's own number is a running head."""
    for line in lines[:_HEAD_LINES]:
        found = _OWN_NUMBER.match(line.text)
        if found:
            return re.compile(rf"(?<![\d/]){found[1]}(?!\d|/\d)")
    return None


def _number_in(words: str) -> int:
    return int(re.findall(r"\d{1,3}", words)[0])


def _parts_a_sentence(lines: list[Line], place: int, page: int) -> bool:
    """As in "Chỉ thị về an toàn thực phẩm      3" between two halves of a sentence.

    Without blank lines around it, it must also open with the kind of paper.
    """
    if not 0 < place < len(lines) - 1 or len(lines[place].text) > _LONGEST_LINE:
        return False
    found = _NUMBERED_HEAD.fullmatch(lines[place].text)
    if found is None or int(found["first"] or found["last"]) != page:
        return False
    above = _next_with_words(lines, place, -1, set())
    below = _next_with_words(lines, place, 1, set())
    apart = lines[place - 1].is_blank and lines[place + 1].is_blank
    if not above or not below or not (apart or _OF_A_PAPER.match(lines[place].text)):
        return False
    ended = lines[above[0]].text.endswith(_ENDS)
    return not ended and _GOES_ON.match(lines[below[0]].text) is not None


def _text_around(lines: list[Line], place: int, numbers: set[int]) -> list[int]:
    """The nearest line with words on each side, where a running head or foot would stand."""
    return [
        near
        for step in (-1, 1)
        for near in _next_with_words(lines, place, step, numbers)
        if len(lines[near].text) <= _LONGEST_RUNNING_HEAD
    ]


def _next_with_words(lines: list[Line], place: int, step: int, numbers: set[int]) -> list[int]:
    for near in range(place + step, place + step * 4, step):
        if not 0 <= near < len(lines):
            return []
        if lines[near].text and near not in numbers:
            return [near]
    return []
