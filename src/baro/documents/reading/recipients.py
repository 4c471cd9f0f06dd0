"""To whom a letter is addressed, and the closing block with recipients and signature."""

from baro.documents.reading.drafts import Clause
from baro.documents.reading.lines import Line
from baro.documents.reading.numbering import marker_at
from baro.documents.reading.regions import Regions, names_addressees
from baro.documents.reading.unit_lists import Named, UnitList

_SEARCHED = 14


def opening_lines(lines: list[Line], regions: Regions) -> tuple[list[Line], list[Line]]:
    """The lines of the body, and those of "Kính gửi:" before it."""
    body = lines[regions.body : regions.foot]
    for at, line in enumerate(body[:_SEARCHED]):
        if names_addressees(line.text):
            end = _end_of_addresses(body, at)
            return [*body[:at], *body[end:]], [found for found in body[at:end] if found.text]
    return body, []


def _end_of_addresses(body: list[Line], start: int) -> int:
    at = start + 1
    while at < len(body):
        line = body[at]
        if line.text and not _is_address(line, body[at - 1]):
            return at
        at += 1
    return at


def _is_address(line: Line, above: Line) -> bool:
    if line.text[0] in "-–—+•":
        return True
    goes_on = above.text[:1] in set("-–—+•") and above.text[-1] not in ".;:"
    if goes_on and line.text[-1:] in ";,.":
        return len(line.text) < 160 and marker_at(line.text) is None
    return (
        bool(above.text)
        and above.text[-1] in ",;:"
        and line.text[-1:] in ";,.)"
        and len(line.text) < 160
    )


def addressed_at(named: Named, lines: list[Line]) -> UnitList | None:
    """All bodies that the letter is addressed to, as one list of leads."""
    if not lines:
        return None
    start, end = lines[0].start, lines[-1].end
    # "CHỦ TỊCH UBND THÀNH PHỐ điện: ...": who sends stands before the colon.
    colon = named.plain.find(":", start, lines[0].end)
    mentions = named.within(max(start, colon), end)
    return UnitList(start, end, tuple(mentions)) if mentions else None


def closing_clauses(lines: list[Line], regions: Regions, addressed: list[Line]) -> list[Clause]:
    found = []
    if addressed:
        found.append(
            Clause(
                "kg", "none", addressed[0].start, addressed[-1].end, "Nơi gửi đến, không giao việc."
            )
        )
    foot = [line for line in lines[regions.foot :] if line.text]
    if foot:
        found.append(
            Clause(
                "nn", "none", foot[0].start, foot[-1].end, "Nơi nhận và chữ ký, không giao việc."
            )
        )
    return found
