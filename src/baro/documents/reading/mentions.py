"""Every place where the text names a body, a group of bodies, or somebody nobody knows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from baro.documents.reading import communes, departments, exceptions, limits, strangers
from baro.documents.reading.drafts import Addressee
from baro.documents.reading.gazetteer import Gazetteer, GazetteerEntry
from baro.documents.reading.mention import Kind, Mention
from baro.documents.reading.words import Word, with_breaks, words

# A word that opens no name of any kind is passed by at once.
_OPENS = frozenset({"vp"}) | communes.OPENS | departments.OPENS | strangers.OPENS


@dataclass(frozen=True)
class Naming:
    """What the names in one text depend on: the units, the day, and who is speaking.

    `home` is the code of the commune whose body issues the paper: there "UBND phường" is its own.
    `about` is the one commune that its subject names, for a paper of the city.
    `office` is the code of the issuer's own office, which the paper calls "Văn phòng".
    """

    gazetteer: Gazetteer
    issued_on: date | None = None
    by_party: bool = False
    home: str | None = None
    about: str | None = None
    office: str | None = None

    def addressee(self, entry: GazetteerEntry, shown: str) -> tuple[Addressee, tuple[str, ...]]:
        """The body as at the day of the paper; an older name gives its successor and a doubt."""
        successor = self.gazetteer.entry(entry.successor) if entry.successor else None
        if successor and not (self.issued_on and entry.until and self.issued_on < entry.until):
            since = f" từ {entry.until:%d/%m/%Y}" if entry.until else ""
            doubt = f"“{shown}” là tên cũ;{since} nhiệm vụ thuộc {successor.name}."
            return Addressee(successor.code, successor.name, successor.count), (doubt,)
        return Addressee(entry.code, entry.name, entry.count), ()


def find_mentions(text: str, plain: str, naming: Naming) -> list[Mention]:
    """All mentions, left to right. `plain` is the surface of `text`."""
    line = with_breaks(text, words(plain))
    opens = _OPENS | naming.gazetteer.opening_words()
    found: list[Mention] = []
    place = 0
    while place < len(line):
        if line[place].text not in opens:
            place += 1
            continue
        mention, taken = _mention_at(text, plain, line, place, naming)
        if mention:
            found.append(mention)
        place += max(taken, 1)
    return found


def _mention_at(
    text: str, plain: str, line: list[Word], place: int, naming: Naming
) -> tuple[Mention | None, int]:
    for recognise in (_local, _own_office, _communes, _departments, _name, _vague, _stranger):
        mention, taken = recognise(text, line, place, naming)
        if mention is None:
            continue
        if mention.kind == "group":
            mention, after = exceptions.without_spared(
                mention, line, place + taken, text, naming.gazetteer
            )
            taken = after - place
        return (mention if mention.spared else limits.limited(mention, text, plain)), taken
    return None, 1


def _local(text: str, line: list[Word], place: int, naming: Naming) -> tuple[Mention | None, int]:
    """As an office calls some units among its own people: "các phường ven sông"."""
    found = naming.gazetteer.local_at(line, place)
    if found is None:
        return None, 0
    start, end = line[place].start, line[place + found.length - 1].end
    units = tuple(Addressee(entry.code, entry.name, entry.count) for entry in found.entries)
    kind: Kind = "group" if any(entry.kind == "group" for entry in found.entries) else "unit"
    return Mention(start, end, kind, units), found.length


def _own_office(
    text: str, line: list[Word], place: int, naming: Naming
) -> tuple[Mention | None, int]:
    """As in "Văn phòng tổng hợp ...", "VP làm đầu mối": the issuer's, when no name follows."""
    entry = naming.gazetteer.entry(naming.office) if naming.office else None
    length = strangers.bare_office_at(text, line, place) if entry else 0
    if entry is None or not length:
        return None, 0
    unit = Addressee(entry.code, entry.name, entry.count)
    return Mention(line[place].start, line[place + length - 1].end, "unit", (unit,)), length


def _communes(
    text: str, line: list[Word], place: int, naming: Naming
) -> tuple[Mention | None, int]:
    found = communes.communes_at(
        text,
        line,
        place,
        naming.gazetteer,
        by_party=naming.by_party,
        home=naming.home,
        about=naming.about,
    )
    if found is None:
        return None, 0
    last = line[place + found.length - 1]
    return Mention(line[place].start, last.end, found.kind, found.units, found.doubts), found.length


def _departments(
    text: str, line: list[Word], place: int, naming: Naming
) -> tuple[Mention | None, int]:
    entries, length = departments.departments_at(text, line, place, naming.gazetteer)
    if not entries:
        return None, 0
    length += _city_after(line, place + length)
    longer = strangers.name_goes_on(text, line, place + length)
    if longer:
        return _stranger_mention(text, line, place, length + longer), length + longer
    start, end = line[place].start, line[place + length - 1].end
    shown = " ".join(text[start:end].split())
    named = [naming.addressee(entry, shown) for entry in entries]
    return Mention(
        start,
        end,
        "unit",
        tuple(unit for unit, _ in named),
        tuple(doubt for _, doubts in named for doubt in doubts),
    ), length


def _name(text: str, line: list[Word], place: int, naming: Naming) -> tuple[Mention | None, int]:
    found = naming.gazetteer.name_at(line, place)
    if found is None:
        return None, 0
    is_group = found.entry.kind == "group"
    length = found.length + _city_after(line, place + found.length)
    longer = 0 if is_group else strangers.name_goes_on(text, line, place + length)
    if longer:
        return _stranger_mention(text, line, place, length + longer), length + longer
    start, end = line[place].start, line[place + length - 1].end
    unit, doubts = naming.addressee(found.entry, " ".join(text[start:end].split()))
    return Mention(start, end, "group" if is_group else "unit", (unit,), doubts), length


def _city_after(line: list[Word], place: int) -> int:
    """As in "Sở Nội vụ thành phố Hà Nội": the city's name belongs to the body's name."""
    if place < len(line) and line[place].text == "tp":
        return 1
    following = [word.text for word in line[place : place + 2]]
    return 2 if following == ["hà", "nội"] else 0


def _vague(text: str, line: list[Word], place: int, naming: Naming) -> tuple[Mention | None, int]:
    length = strangers.vague_at(line, place)
    if not length:
        return None, 0
    length += strangers.post_after(text, line, place, length)
    length += _city_after(line, place + length)
    start, end = line[place].start, line[place + length - 1].end
    shown = " ".join(text[start:end].split())
    return Mention(start, end, "vague", (), (f"“{shown}”: văn bản chưa nêu tên đơn vị.",)), length


def _stranger(
    text: str, line: list[Word], place: int, naming: Naming
) -> tuple[Mention | None, int]:
    length = strangers.stranger_at(text, line, place)
    return (_stranger_mention(text, line, place, length), length) if length else (None, 0)


def _stranger_mention(text: str, line: list[Word], place: int, length: int) -> Mention:
    return strangers.unknown(text, line[place].start, line[place + length - 1].end)


def units_of(mentions: Iterable[Mention]) -> tuple[Addressee, ...]:
    """The bodies that mentions stand for, each once."""
    return tuple(dict.fromkeys(unit for mention in mentions for unit in mention.units))


def spared_by(mentions: Iterable[Mention]) -> tuple[Addressee, ...]:
    """The bodies that the groups named stand without, each once."""
    return tuple(dict.fromkeys(unit for mention in mentions for unit in mention.spared))
