"""How a person wants to hear: chosen by themselves, on screen or from a letter."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from django.db import transaction

from baro.kernel import audit
from baro.kernel.errors import DomainError
from baro.kernel.policies import require
from baro.notices.kinds import Channel, NoticeKind, notice_kind
from baro.notices.models import ChannelChoice, QuietHours
from baro.org import api as org


class KindIsMandatory(DomainError):
    pass


@dataclass(frozen=True)
class QuietHoursWish:
    """Equal times mean that no hours are quiet."""

    starts: time
    ends: time
    is_quiet_on_days_off: bool


@transaction.atomic
def choose_channels(*, channels: Mapping[str, Channel], by: org.User, at: datetime) -> None:
    """Hear of these kinds in these ways from now on; what was told already goes its way.

    A choice that is the same as the usual way is not kept, and follows when that changes.
    """
    wanted = {notice_kind(code): channel for code, channel in channels.items()}
    for kind, channel in wanted.items():
        if kind.is_mandatory and channel == Channel.BELL:
            raise KindIsMandatory(
                f"Thông báo “{kind.label}” luôn được gửi qua thư; ông/bà chọn gửi ngay hoặc gộp "
                "vào buổi sáng.",
                field=kind.code,
            )

    _keep(by.person, wanted)
    said = "; ".join(f"{kind.label}: {channel.label.lower()}" for kind, channel in wanted.items())
    audit.record("notices.channels_chosen", by.person, by=by, at=at, facts={"choices": said})


@transaction.atomic
def set_quiet_hours(*, wish: QuietHoursWish, by: org.User, at: datetime) -> QuietHours:
    """From when until when one is not written to."""
    hours, _ = QuietHours.objects.update_or_create(
        person=by.person,
        defaults={
            "starts": wish.starts,
            "ends": wish.ends,
            "is_quiet_on_days_off": wish.is_quiet_on_days_off,
        },
    )
    audit.record("notices.quiet_hours_set", by.person, by=by, at=at, facts={"hours": str(hours)})
    return hours


@transaction.atomic
def stop_kinds(*, person: org.Person, kinds: Collection[NoticeKind], at: datetime) -> None:
    """No more letters about these kinds, asked by a signed address; the bell goes on."""
    reader = org.User.objects.filter(person=person).first()
    require(reader is not None, "Đường dẫn này không còn hiệu lực.")
    stopped = {kind: Channel.BELL for kind in kinds if not kind.is_mandatory}

    _keep(person, stopped)
    said = ", ".join(kind.label for kind in stopped)
    audit.record("notices.kinds_stopped", person, by=reader, at=at, facts={"kinds": said})


def _keep(person: org.Person, wanted: Mapping[NoticeKind, Channel]) -> None:
    codes = [kind.code for kind in wanted]
    ChannelChoice.objects.filter(person=person, kind__in=codes).delete()
    ChannelChoice.objects.bulk_create(
        ChannelChoice(person=person, kind=kind.code, channel=channel)
        for kind, channel in wanted.items()
        if channel != kind.channel
    )
