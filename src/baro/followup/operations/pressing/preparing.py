"""Choosing what to press for, and writing what every letter of the round says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db import transaction
from django.utils import timezone

from baro.documents import api as documents
from baro.followup import policies, pressing_text
from baro.followup.models import PressedItem, Pressing, PressingLetter
from baro.followup.operations.pressing.guards import (
    WHO_PRESSES,
    PressingMovedOn,
    locked,
    refuse_words,
)
from baro.followup.queries.pressing_choice import MOST_ITEMS, PRESSABLE
from baro.kernel import audit
from baro.kernel.calendar import api as calendars
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.kernel.text import nfc
from baro.org import api as org
from baro.work import api as work

_DAYS_TO_ANSWER = 5


class NothingChosen(DomainError):
    pass


class TooManyChosen(DomainError):
    pass


class ItemsOfOtherIssuers(DomainError):
    pass


class AllPaused(DomainError):
    pass


@dataclass(frozen=True)
class PressingText:
    """What the writer decides for all letters of a round."""

    subject: str
    opening: str
    ask: str
    answer_by: date
    recipients: str = ""
    filing: str = ""
    signer: org.Appointment | None = None
    drafting_unit: org.Unit | None = None


@transaction.atomic
def begin_pressing(
    *,
    item_ids: Iterable[int],
    unit: org.Unit,
    listed_as: str = "",
    by: org.User,
    at: datetime,
) -> Pressing:
    """Begin a round of the unit: one letter for each unit that owes something of what was chosen.

    What is closed, handed in or paused by now is left aside; nothing goes out yet.
    """
    require(policies.can_prepare_pressing(by, unit, on=timezone.localdate(at)), WHO_PRESSES)
    documents.refuse_unit_without_register(unit)
    chosen = _chosen(set(item_ids), by)
    items = _pressable(chosen, unit)

    pressing = Pressing.objects.create(
        unit=unit,
        listed_as=listed_as[:1000],
        drafted_at=at,
        drafted_by=by,
        **_first_words(unit, by, on=timezone.localdate(at)),
    )
    _make_letters(pressing, items)
    audit.record("followup.pressing_begun", pressing, by=by, at=at, facts={"count": len(items)})
    return pressing


@transaction.atomic
def revise_pressing(
    *, pressing: Pressing, text: PressingText, by: org.User, at: datetime
) -> Pressing:
    """Keep what all letters of the round shall say."""
    pressing = locked(pressing)
    require(
        policies.can_prepare_pressing(by, pressing.unit, on=timezone.localdate(at)), WHO_PRESSES
    )
    _refuse_begun(pressing)
    refuse_words(text.opening, text.ask, text.answer_by, on=timezone.localdate(at))

    pressing.subject, pressing.answer_by = nfc(text.subject), text.answer_by
    pressing.opening, pressing.ask = nfc(text.opening), nfc(text.ask)
    pressing.recipients, pressing.filing = nfc(text.recipients), nfc(text.filing)
    pressing.signer, pressing.drafting_unit = text.signer, text.drafting_unit
    pressing.save()
    audit.record("followup.pressing_revised", pressing, by=by, at=at)
    return pressing


@transaction.atomic
def discard_pressing(*, pressing: Pressing, by: org.User, at: datetime) -> None:
    """Put a round away that has not begun to go out; no number was used."""
    pressing = locked(pressing)
    require(
        policies.can_prepare_pressing(by, pressing.unit, on=timezone.localdate(at)), WHO_PRESSES
    )
    _refuse_begun(pressing)

    audit.record("followup.pressing_discarded", pressing, by=by, at=at)
    pressing.delete()


def letter_content(
    pressing: Pressing, unit: org.Unit, items: Sequence[work.WorkItem], *, on: date
) -> documents.PaperContent:
    """One letter as the register's writer of papers takes it."""
    rows = [pressing_text.owed(item, on=on) for item in items]
    return documents.PaperContent(
        type="CV",
        subject=pressing.subject,
        addressees=unit.name,
        body=pressing_text.letter_body(
            pressing.opening,
            pressing.ask,
            rows,
            unit=unit.name,
            on=on,
            answer_by=pressing.answer_by,
        ),
        recipients=pressing.recipients,
        filing=pressing.filing,
        signer=pressing.signer,
        drafting_unit=pressing.drafting_unit,
    )


def _chosen(item_ids: set[int], by: org.User) -> list[work.WorkItem]:
    if not item_ids:
        raise NothingChosen(
            "Chưa chọn nhiệm vụ nào để đôn đốc. Ông/bà đánh dấu ít nhất một nhiệm vụ."
        )
    if len(item_ids) > MOST_ITEMS:
        raise TooManyChosen(
            f"Một đợt đôn đốc tối đa {MOST_ITEMS} nhiệm vụ. Ông/bà lọc hẹp lại rồi làm nhiều đợt."
        )
    visible = work.WorkItem.objects.visible_to(by).filter(pk__in=item_ids)
    items = list(visible.select_related("lead_unit", "issuer_unit").order_by("due_at", "pk"))
    require(len(items) == len(item_ids))
    return items


def _pressable(items: list[work.WorkItem], unit: org.Unit) -> list[work.WorkItem]:
    foreign = [item for item in items if item.issuer_unit_id != unit.pk]
    if foreign:
        named = sorted({item.issuer_unit.name for item in foreign})
        raise ItemsOfOtherIssuers(
            f"Có {len(foreign)} nhiệm vụ do {', '.join(named[:3])} giao. Mỗi đợt chỉ đôn đốc nhiệm "
            f"vụ của một nơi giao là {unit}; ông/bà bỏ các nhiệm vụ ấy ra."
        )
    owed = [item for item in items if item.state in PRESSABLE and not item.is_collective]
    if owed:
        return owed
    if all(item.is_unclear for item in items):
        raise AllPaused(
            "Các nhiệm vụ đã chọn đều đang tạm dừng chờ làm rõ nên không đôn đốc được. Nơi giao "
            "trả lời câu hỏi thì thời hạn mới chạy tiếp."
        )
    raise NothingChosen(
        "Các nhiệm vụ đã chọn đều đã nộp sản phẩm, tạm dừng hoặc khép lại, không còn gì để đôn đốc."
    )


def _first_words(unit: org.Unit, by: org.User, *, on: date) -> dict[str, object]:
    """As the unit's last round said it; the first time in general words."""
    before = Pressing.objects.filter(unit=unit).exclude(status=Pressing.Status.DRAFT).first()
    signers = list(documents.signers_for(unit, on=on))
    last = before.signer_id if before else None
    sits = org.powers_of(by, on=on).main_unit
    is_party = unit.branch == org.Unit.Branch.PARTY
    return {
        "subject": before.subject if before else pressing_text.SUBJECT,
        "opening": before.opening if before else pressing_text.first_opening(unit.name),
        "ask": before.ask if before else pressing_text.first_ask(unit.name),
        "answer_by": calendars.working_calendar().add_working_days(on, _DAYS_TO_ANSWER),
        "recipients": before.recipients if before else "Như trên",
        "filing": before.filing if before else ("Văn phòng cấp ủy" if is_party else "VT"),
        "signer": next((s for s in signers if s.pk == last), signers[0] if signers else None),
        "drafting_unit": sits if sits and sits.parent_id == unit.pk else None,
    }


def _make_letters(pressing: Pressing, items: list[work.WorkItem]) -> None:
    ordered = sorted(items, key=lambda item: item.lead_unit_id)
    groups = [
        (PressingLetter(pressing=pressing, unit_id=unit), list(same))
        for unit, same in groupby(ordered, key=lambda item: item.lead_unit_id)
    ]
    PressingLetter.objects.bulk_create(letter for letter, _ in groups)
    PressedItem.objects.bulk_create(
        PressedItem(letter=letter, item=item) for letter, same in groups for item in same
    )


def _refuse_begun(pressing: Pressing) -> None:
    if not pressing.is_draft:
        raise PressingMovedOn("Đợt đôn đốc này đã bắt đầu phát hành nên không sửa, bỏ được nữa.")
