"""Tasks in the form of a list: "Đơn vị chủ trì: ...", "Thời gian: ...", "Sản phẩm: ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baro.documents.reading import contexts
from baro.documents.reading.clauses import Block
from baro.documents.reading.label_words import INSIDE, LABEL, role_of_label
from baro.documents.reading.listed import Listed, Role
from baro.documents.reading.patterns import grammar
from baro.documents.reading.sentences import Span

_CONTENTS = grammar(r"nội dung(?: thực hiện| chính| công việc)?~:")
_STRIPPED = " .;,()-+\n\t"
_MOST_CONTENTS = 12
_NUMBERED = 2


@dataclass(frozen=True)
class _Label:
    role: Role
    start: int
    end: int


def listed_at(plain: str, blocks: list[Block], place: int) -> tuple[Listed, frozenset[str]] | None:
    """The task that a clause and the labelled lines under it make, and the ids of those lines."""
    block = blocks[place]
    own = _labels_of(plain, block)
    members = list(_members(plain, blocks, place, {label.role for label in own}))
    if not own and not members:
        return None
    parts: dict[Role, tuple[Span, ...]] = {}
    source = ""
    for label, value in [*_values(plain, own, block.end), *_values_of(plain, members)]:
        parts[label.role] = (*parts.get(label.role, ()), value)
        if label.role == "lead" and not source:
            source = f"dòng “{' '.join(plain[label.start : label.end - 1].split()).capitalize()}”"
    matter = _trimmed(plain, block.body, own[0].start if own else block.end)
    if matter.start == matter.end:
        matter = parts.get("matter", (matter,))[0]
    if matter.start == matter.end or not ("lead" in parts or members):
        return None
    end = members[-1].end if members else block.end
    ids = frozenset(member.id for member in members)
    return Listed(block.start, end, matter, parts, source), ids


def _members(plain: str, blocks: list[Block], place: int, said: set[Role]) -> Iterator[Block]:
    """The labelled lines that follow; lines between them and the clause belong to its matter."""
    parent = blocks[place]
    contents: list[Block] = []
    for at in range(place + 1, len(blocks)):
        block = blocks[at]
        labels = _labels_of(plain, block, in_list=bool(said))
        if not _opens_with_label(labels, block) or _tells_contents(plain, blocks, place, at):
            if len(contents) >= _MOST_CONTENTS or not _may_say_more(parent, block):
                return
            contents.append(block)
            continue
        if labels[0].role == "matter" or (labels[0].role in said and labels[0].role == "lead"):
            return
        if any(above is content for content in contents for above in block.above):
            return
        said = said | {label.role for label in labels}
        yield from contents
        contents = []
        yield block


def _tells_contents(plain: str, blocks: list[Block], place: int, at: int) -> bool:
    """As in "Nhiệm vụ 3: Xử lý nước thải | Nội dung: khảo sát"; two such lines are two tasks."""
    parent = blocks[place]
    if at != place + 1 or not parent.is_item or not _may_say_more(parent, blocks[at]):
        return False
    if plain[parent.body : parent.end].rstrip().endswith(":"):
        return False
    near = blocks[at : at + _MOST_CONTENTS * 2]
    below = (block for block in near if any(above is parent for above in block.above))
    return sum(_CONTENTS.match(plain, block.body, block.end) is not None for block in below) == 1


def _opens_with_label(labels: list[_Label], block: Block) -> bool:
    return bool(labels) and labels[0].start <= block.body + 1


def _may_say_more(parent: Block, block: Block) -> bool:
    return parent.depth >= _NUMBERED and any(above is parent for above in block.above)


def _values_of(plain: str, members: list[Block]) -> Iterator[tuple[_Label, Span]]:
    """The values of labelled lines; lines without a label go on with the value above them."""
    for place, member in enumerate(members):
        labels = _labels_of(plain, member, in_list=True)
        if labels:
            end = member.end
            for following in members[place + 1 :]:
                if LABEL.match(plain, following.body, following.end):
                    break
                end = following.end
            yield from _values(plain, labels, end)


def _labels_of(plain: str, block: Block, *, in_list: bool = False) -> list[_Label]:
    """At the head of the clause, or after a stop or a bracket in it.

    "Kết quả: ..." tells what was done, unless other labels stand over it.
    """
    first = LABEL.match(plain, block.body, block.end)
    if first and not in_list and contexts.tells(plain, block.body, block.end):
        return []
    found = [_label(first)] if first else []
    found += [_label(each) for each in INSIDE.finditer(plain, block.body, block.end)]
    return [label for label in found if label.role != "charge" or _is_answered(plain, label, block)]


def _is_answered(plain: str, label: _Label, block: Block) -> bool:
    """A label "Chỉ đạo:" with nothing behind it opens the items below and names nobody."""
    return bool(plain[label.end : block.end].strip(_STRIPPED + ":"))


def _label(found: re.Match[str]) -> _Label:
    role = role_of_label(found)
    return _Label(role, found.start(role), found.end())


def _values(plain: str, labels: list[_Label], end: int) -> Iterator[tuple[_Label, Span]]:
    for place, label in enumerate(labels):
        limit = labels[place + 1].start if place + 1 < len(labels) else end
        if label.role in {"lead", "along", "charge"}:
            stop = plain.find(". ", label.end, limit)
            limit = stop if stop != -1 else limit
        value = _trimmed(plain, label.end, limit)
        if value.start < value.end:
            yield label, value


def _trimmed(plain: str, start: int, end: int) -> Span:
    while start < end and plain[start] in _STRIPPED:
        start += 1
    while end > start and plain[end - 1] in _STRIPPED:
        end -= 1
    return Span(start, end)
