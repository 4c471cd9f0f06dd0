"""The body that answers for one of its leaders: "Phó Chủ tịch UBND phường phụ trách đô thị"."""

from dataclasses import dataclass, field

from baro.documents.reading.drafts import Addressee
from baro.documents.reading.mention import Mention
from baro.documents.reading.patterns import grammar
from baro.documents.reading.unit_lists import Named, UnitList
from baro.documents.reading.vocabulary import ACTIONS, DUTIES

_TITLE = grammar(
    r"(?<!\w)phó~(?P<title>chủ tịch|bí thư|giám đốc|chánh văn phòng)(?: thường trực)?"
    r"(?: sở| đảng ủy)?"
    r"(?=~[,;.:()-]| (?:phụ trách|trực tiếp|được|chịu|chỉ đạo|theo dõi|đôn đốc|chủ trì)(?!\w)|$"
    rf"| (?:{ACTIONS}|{DUTIES})(?!\w))"
)
_POST_BEFORE = grammar(
    r"(?<!\w)(?:chủ tịch|bí thư|giám đốc|chánh|trưởng)(?: thường trực)?(?: các)? $"
)
_THROUGH = grammar(
    r"(?:[^,;.:]{0,60}? )?(?:trực tiếp |thường xuyên )*(?:chỉ đạo|đôn đốc|yêu cầu) (?=\w)"
)
_TO_ACT = grammar(rf"~(?:{ACTIONS}|{DUTIES})(?!\w)")
_LOOK_BACK = 30
_REMARK = 60


@dataclass(frozen=True)
class Leaders:
    """Whom a paper means by "Phó Chủ tịch", "Phó Giám đốc Sở": the bodies it calls its own."""

    own: dict[str, Addressee] = field(default_factory=dict)

    def bodies_over(self, named: Named, leads: UnitList, end: int) -> tuple[Addressee, ...]:
        """The bodies that the leaders named in `leads` lead; nobody where the paper leaves it."""
        told = [unit for mention in leads.mentions for unit in mention.units]
        if not told:
            told = _of_person(named, leads.mentions[0])
        if told:
            return tuple(told) if all(unit.count == 1 for unit in told) else ()
        reach = min(end, leads.end + _REMARK)
        title = _TITLE.search(named.plain, leads.start, reach)
        meant = self.own.get(title["title"]) if title and title.start() <= leads.end + 2 else None
        return (meant,) if meant else ()


def _of_person(named: Named, person: Mention) -> list[Addressee]:
    """As in "đồng chí A, Phó Chủ tịch UBND xã phụ trách ...": the body right after the post."""
    for mention in named.within(person.start, person.end):
        before = named.plain[max(person.start, mention.start - _LOOK_BACK) : mention.start]
        if mention.units and _POST_BEFORE.search(before):
            return list(mention.units)
    return []


def bodies_directed(named: Named, after: int, end: int) -> tuple[Addressee, ...]:
    """As in "Phó Chủ tịch ... chỉ đạo | Sở A hoàn thành ...": those who do the work under him."""
    through = _THROUGH.match(named.plain, after, end)
    bodies = named.list_at(through.end(), end) if through else None
    if bodies is None or not _TO_ACT.match(named.plain, bodies.end, end):
        return ()
    units = [unit for mention in bodies.mentions for unit in mention.units]
    known = all(mention.units for mention in bodies.mentions)
    return tuple(units) if known and all(unit.count == 1 for unit in units) else ()
