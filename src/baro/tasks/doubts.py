"""What the text leaves open about a draft: which fields a sentence is about, and ways to settle it.

Knows the sentences of the reader (`documents.reading`) and of merging; pure.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

_ABOUT = (
    (re.compile(r"lặp lại|theo dõi"), frozenset({"recurrence"})),
    (re.compile(r"chủ trì|đơn vị|danh mục|tên cũ|nhóm", re.I), frozenset({"lead_codes"})),
)
_ABOUT_TIME = frozenset({"due_on", "no_deadline_reason", "recurrence"})
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_THROUGH = re.compile(r"^Thực hiện qua (?P<names>.+): cần xác định")
_UNNAMED = re.compile(
    r"^“(?P<phrase>[^”]+)”"
    r"(?:: văn bản chưa nêu tên từng đơn vị\.| không có trong danh mục đơn vị\.)$"
)
_MANY = "một việc chung hay mỗi đơn vị một việc"
TOGETHER = f"Các đơn vị cùng chủ trì: {_MANY}?"


@dataclass(frozen=True)
class Named:
    """What of a draft the choices are made from; units by the names that the screen shows."""

    leads: Sequence[str] = ()
    cooperating: Sequence[str] = ()
    due_on: date | None = None
    due_text: str = ""


@dataclass(frozen=True)
class Choice:
    """One way to settle a doubt: what the button says, and what it puts into the draft's form."""

    words: str
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Doubt:
    """One sentence with the ways out that the screen offers."""

    sentence: str
    choices: tuple[Choice, ...]
    lacks: frozenset[str] = frozenset()

    @property
    def may_be_left(self) -> bool:
        """The draft may stand as it is.

        Of several leads one has to be told something; what is not there at all cannot be left so.
        """
        return self.sentence != TOGETHER and not (subject_of(self.sentence) & self.lacks)


def subject_of(sentence: str) -> frozenset[str]:
    """The fields of a draft of which a word settles this doubt."""
    return next((fields for words, fields in _ABOUT if words.search(sentence)), _ABOUT_TIME)


def unnamed_phrase(doubts: Sequence[str]) -> str:
    """The words that name certain units in a way that the reader does not know; else "".

    "Các đơn vị liên quan" are others each time: there is nothing to remember.
    """
    found = (_UNNAMED.match(doubt) for doubt in doubts)
    return next((match["phrase"] for match in found if match), "")


def still_open(
    doubts: Sequence[str], changed: Collection[str], *, had_lead: bool, settled: Collection[str]
) -> list[str]:
    """What is left after fields were changed by hand and doubts were declared settled.

    A unit doubt of a draft that had its lead may be about who cooperates: it stays until told.
    """

    def is_answered(sentence: str) -> bool:
        fields = subject_of(sentence)
        if fields == {"lead_codes"} and had_lead and "chủ trì" not in sentence:
            return False
        return bool(fields & set(changed))

    return [doubt for doubt in doubts if doubt not in settled and not is_answered(doubt)]


def choices_for(sentence: str, named: Named, groups: Sequence[str]) -> tuple[Choice, ...]:
    """The ways out that the screen offers as buttons; none where only writing helps."""
    fields = subject_of(sentence)
    if fields == _ABOUT_TIME:
        return _about_time(sentence, named)
    if fields != {"lead_codes"}:
        return ()
    if _MANY in sentence:
        return _about_many(named)
    if through := _THROUGH.match(sentence):
        return _about_those_between(through["names"].split(", "), named)
    if not named.leads and sentence.startswith("“các "):
        return tuple(Choice(f"Giao {group}", {"leads": [group]}) for group in groups)
    return ()


def _about_many(named: Named) -> tuple[Choice, ...]:
    alone = (
        Choice(
            f"{lead} chủ trì, còn lại phối hợp",
            {"leads": [lead], "cooperating": _others(named, lead)},
        )
        for lead in named.leads
    )
    return (Choice("Mỗi đơn vị một việc", {"shared": ["each"]}), *alone)


def _others(named: Named, lead: str) -> list[str]:
    return list(dict.fromkeys(n for n in (*named.cooperating, *named.leads) if n != lead))


def _about_those_between(names: Sequence[str], named: Named) -> tuple[Choice, ...]:
    along = list(dict.fromkeys([*named.cooperating, *names]))
    return (
        Choice("Giao chủ trì", {"leads": list(names)}),
        Choice("Giao phối hợp", {"cooperating": along}),
    )


def _about_time(sentence: str, named: Named) -> tuple[Choice, ...]:
    days = dict.fromkeys(day for found in _DAY.finditer(sentence) if (day := _day(found)))
    told = tuple(
        Choice(f"Hạn {day:%d/%m/%Y}", {"due_on": [f"{day:%d/%m/%Y}"]})
        for day in days
        if day != named.due_on
    )
    if named.due_on or not named.due_text:
        return told
    reason = f"Theo lời văn bản: “{named.due_text}”."
    return (*told, Choice("Không đặt ngày, theo lời văn bản", {"no_deadline_reason": [reason]}))


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None
