"""Changing the ladder: a new window from a day on; what was sent under the old one stays."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from baro.followup.models import Rung
from baro.followup.models.rungs import Addressee
from baro.followup.policies.ladder import can_change_ladder
from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.org import api as org

WHO_CHANGES = (
    "Chỉ quản trị hệ thống hoặc chuyên viên tổng hợp của thành phố đổi được thang nhắc việc."
)


class RungNotFromTomorrow(DomainError):
    pass


class RungAlreadySetFrom(DomainError):
    pass


class RungForNobody(DomainError):
    pass


class RungCannotRepeat(DomainError):
    pass


class RungTwice(DomainError):
    pass


class RungOver(DomainError):
    pass


class RungHasBegun(DomainError):
    pass


@dataclass(frozen=True)
class RungContent:
    """What a rung says; the window and the number come beside it."""

    offset: int
    to: tuple[str, ...]
    legal_basis: str
    measure: str = Rung.Measure.DAYS
    every: int = 0
    channel: str = Rung.Channel.DIGEST
    kind: str = ""
    urgency: str = ""
    is_verified: bool = False


@transaction.atomic
def set_rung(
    *,
    content: RungContent,
    valid_from: date,
    number: int | None = None,
    by: org.User,
    at: datetime,
) -> Rung:
    """Let a rung say this from a day on; without a number a rung is added."""
    windows = _locked()
    require(can_change_ladder(by, on=timezone.localdate(at)), WHO_CHANGES)
    _require_tomorrow(valid_from, at)
    mine = [rung for rung in windows if rung.number == number]
    for rung in mine[-1:]:
        _require_after(rung, valid_from)
    _refuse_contradictions(content)
    _refuse_twin(content, [rung for rung in windows if rung.number != number], valid_from)

    for rung in mine[-1:]:
        _close(rung, valid_from)
    added = Rung.objects.create(
        number=number or max((rung.number for rung in windows), default=0) + 1,
        offset=content.offset,
        measure=content.measure,
        every=content.every,
        to=[one for one in Addressee.values if one in content.to],
        channel=content.channel,
        kind=content.kind,
        urgency=content.urgency,
        legal_basis=content.legal_basis,
        is_verified=content.is_verified,
        valid_from=valid_from,
    )
    facts = {"to": added.to_words, "valid_from": valid_from, "legal_basis": added.legal_basis}
    audit.record("followup.rung_set", added, by=by, at=at, facts=facts)
    return added


@transaction.atomic
def end_rung(*, rung: Rung, valid_to: date, by: org.User, at: datetime) -> Rung:
    """From a day on the rung no longer comes."""
    last = [one for one in _locked() if one.number == rung.number][-1]
    require(can_change_ladder(by, on=timezone.localdate(at)), WHO_CHANGES)
    _require_tomorrow(valid_to, at)
    if last.valid_to is not None:
        raise RungOver(f"Bậc này đã được bỏ từ ngày {last.valid_to:%d/%m/%Y}.")
    _require_after(last, valid_to)

    _close(last, valid_to)
    audit.record("followup.rung_ended", last, by=by, at=at, facts={"valid_to": valid_to})
    return last


@transaction.atomic
def call_off_rung(*, rung: Rung, by: org.User, at: datetime) -> None:
    """Take back a change that has not begun; what it would have ended goes on."""
    mine = [one for one in _locked() if one.number == rung.number]
    today = timezone.localdate(at)
    require(can_change_ladder(by, on=today), WHO_CHANGES)
    if rung.pk != mine[-1].pk or mine[-1].valid_from <= today:
        raise RungHasBegun("Bậc này đã áp dụng; hãy đặt thay đổi mới hoặc bỏ từ một ngày tới.")

    audit.record(
        "followup.rung_called_off", rung, by=by, at=at, facts={"valid_from": rung.valid_from}
    )
    mine[-1].delete()
    for before in mine[-2:-1]:
        if before.valid_to == rung.valid_from:
            before.valid_to = None
            before.save(update_fields=["valid_to"])


def _locked() -> list[Rung]:
    """The whole ladder with its past, oldest windows first: twins are looked for in all of it."""
    rows = Rung.objects.order_by("valid_from", "pk").select_for_update(no_key=True)
    return list(rows)


def _close(rung: Rung, on: date) -> None:
    if rung.valid_to is None or rung.valid_to > on:
        rung.valid_to = on
        rung.save(update_fields=["valid_to"])


def _require_tomorrow(day: date, at: datetime) -> None:
    """What has been sent today must not be sent again by another window of the same rung."""
    if day <= timezone.localdate(at):
        raise RungNotFromTomorrow(
            "Thay đổi áp dụng sớm nhất từ ngày mai, vì hôm nay hệ thống đã nhắc theo thang cũ.",
            field="valid_from",
        )


def _require_after(last: Rung, day: date) -> None:
    if day <= last.valid_from:
        raise RungAlreadySetFrom(
            f"Bậc này đã có thay đổi từ ngày {last.valid_from:%d/%m/%Y}; ngày mới phải sau đó.",
            field="valid_from",
        )


def _refuse_contradictions(content: RungContent) -> None:
    if not content.to:
        raise RungForNobody("Hãy chọn ít nhất một nơi nhận.", field="to")
    if content.every and (content.offset <= 0 or content.measure != Rung.Measure.DAYS):
        raise RungCannotRepeat(
            "Chỉ bậc quá hạn tính bằng ngày làm việc mới nhắc lặp lại được.", field="every"
        )


def _refuse_twin(content: RungContent, others: list[Rung], valid_from: date) -> None:
    when = (content.offset, content.measure, content.every, content.kind, content.urgency)
    for rung in others:
        same = (rung.offset, rung.measure, rung.every, rung.kind, rung.urgency) == when
        if same and (rung.valid_to is None or rung.valid_to > valid_from):
            raise RungTwice(f"Thang đã có bậc “{rung}”; hãy sửa bậc ấy.", field="offset")
