"""Reads a list of bodies: "đồng chí Giám đốc Sở A, Sở B và UBND các xã, phường"."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from baro.documents.reading.mention import Mention
from baro.documents.reading.patterns import grammar

_POSTS = grammar(
    r"(?:\"~)?(?:(?:các )?(?:đồng chí|đ/c|ông|bà)(?: [\w.]{1,12}){0,6}?~[-,(]?~)?"
    r"(?:(?:cấp ủy|tập thể|lãnh đạo|ban giám đốc|tập thể lãnh đạo|thủ trưởng|người đứng đầu"
    r"|(?:các )?giám đốc"
    r"|phó giám đốc|chánh|phó chánh|trưởng|phó trưởng|phó chủ tịch thường trực|phó chủ tịch"
    r"|chủ tịch"
    r"|phó bí thư thường trực|phó bí thư|bí thư|tổng giám đốc|chủ nhiệm|và|,)~)*"
)
_BETWEEN = grammar(r"~(?:[,;]~(?:và |cùng |với |cùng với )?|và |cùng với |cùng |- |\)~,~)")
_LABEL = grammar(r"~:~(?:các )?")
_THOSE = grammar(
    r"(?:các|quý) (?:cơ quan|đơn vị|địa phương)(?:~,~(?:đơn vị|địa phương))?(?: nêu trên)?"
    r"|các đồng chí|(?:ubnd )?các (?:xã|phường)"
)
_BEFORE = grammar(r" (?:nêu|nói|kể) trên(?!\w)")
_DEPUTY = re.compile(r"\bphó\b")
_PERSON = re.compile(r"\b(?:đồng chí|đ/c|ông|bà|giám đốc|chánh|chủ tịch|bí thư|trưởng|chủ nhiệm)\b")


@dataclass(frozen=True)
class UnitList:
    """Bodies named one after another; `posts` are the words before the first of them."""

    start: int
    end: int
    mentions: tuple[Mention, ...]
    posts: str = ""

    @property
    def is_deputy(self) -> bool:
        """Given to a deputy: a person in charge, not the body he belongs to."""
        return _DEPUTY.search(self.posts) is not None or self._names_a_person

    @property
    def is_person(self) -> bool:
        return _PERSON.search(self.posts) is not None or self._names_a_person

    @property
    def _names_a_person(self) -> bool:
        return any(mention.kind == "person" for mention in self.mentions)

    @property
    def has_units(self) -> bool:
        return any(mention.units for mention in self.mentions)

    @property
    def is_vague(self) -> bool:
        """Only "các cấp ủy", "các đơn vị": nobody by name, known or unknown."""
        return all(mention.kind == "vague" for mention in self.mentions)

    def means_those_before(self, plain: str) -> bool:
        """As in "Các đơn vị nêu trên": those that this paper has named before."""
        return self.is_vague and _BEFORE.search(plain, self.start, self.end) is not None

    def means_those_addressed(self, plain: str) -> bool:
        """Only "các đơn vị" and the like, which in a letter are the bodies it is sent to."""
        return all(
            (mention.kind == "vague" or mention.is_of_one_kind)
            and _THOSE.fullmatch(plain, mention.start, mention.end)
            for mention in self.mentions
        )

    @property
    def is_of_one_kind(self) -> bool:
        """Only "các phường" or "các xã": all of them, or those the paper has named."""
        return all(mention.is_of_one_kind for mention in self.mentions)


class Named:
    """The mentions of a text, found by where they start or end."""

    def __init__(self, text: str, plain: str, mentions: Iterable[Mention]) -> None:
        self.text = text
        self.plain = plain
        self.mentions = tuple(mentions)
        self._starts = [mention.start for mention in self.mentions]
        self._starting = {mention.start: mention for mention in self.mentions}

    def within(self, start: int, end: int) -> list[Mention]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self.mentions[first:last] if mention.end <= end]

    def starts_within(self, start: int, end: int) -> bool:
        """Whether a body is named from some place in the stretch on, even past its end."""
        return bool(self._starts_between(start, end))

    def list_at(self, place: int, end: int) -> UnitList | None:
        """The list of bodies that opens at `place`, posts and blanks before it included."""
        first, start = self._first(place, end)
        if first is None:
            return None
        found = [first]
        while True:
            following = self._next(found[-1].end, end)
            if following is None:
                break
            found.append(following)
        posts = self.plain[start : first.start].strip()
        return UnitList(start, found[-1].end, tuple(found), posts)

    def _first(self, place: int, end: int) -> tuple[Mention | None, int]:
        while place < end and self.plain[place] in " :":
            place += 1
        for start in (place, *self._after_posts(place, end)):
            mention = self._starting.get(start)
            if mention and mention.end <= end:
                return mention, place
        return None, place

    def _after_posts(self, place: int, end: int) -> list[int]:
        """Where a body may begin after "đồng chí Giám đốc": the longest reading first."""
        posts = _POSTS.match(self.plain, place, end)
        if not posts:
            return []
        ends = {posts.end()}
        blank = posts.end()
        while blank < end and self.plain[blank] == " ":
            blank += 1
        ends.add(blank)
        inside = self._starts_between(place, posts.end())
        return sorted({*ends, *inside}, reverse=True)

    def _starts_between(self, start: int, end: int) -> list[int]:
        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _next(self, place: int, end: int) -> Mention | None:
        between = _BETWEEN.match(self.plain, place, end)
        if not between:
            return None
        following, _ = self._first(between.end(), end)
        return following
