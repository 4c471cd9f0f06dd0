"""What a person fills in about how to hear."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms

from baro.notices.kinds import Channel, NoticeKind, notice_kinds
from baro.notices.models import QuietHours
from baro.notices.operations import QuietHoursWish
from baro.notices.queries import Channels


class ChoicesForm(forms.Form):
    """A way for each kind; a mandatory kind does not offer the bell alone."""

    def __init__(self, channels: Channels, person_id: int, data: Any = None) -> None:
        super().__init__(data)
        self.known = channels
        for kind in notice_kinds().values():
            ways = [way for way in Channel if not (kind.is_mandatory and way == Channel.BELL)]
            self.fields[kind.code] = forms.ChoiceField(
                label=kind.label,
                choices=[(way.value, way.label) for way in ways],
                initial=channels.wish_of(person_id, kind).value,
            )

    def rows(self) -> Iterator[tuple[NoticeKind, str]]:
        """Each kind with the way that is ticked."""
        for code, kind in notice_kinds().items():
            yield kind, str(self[code].value())

    def channels(self) -> Mapping[str, Channel]:
        return {code: Channel(way) for code, way in self.cleaned_data.items()}


class QuietHoursForm(forms.Form):
    starts = forms.TimeField(
        label="Từ", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label="Đến", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    is_quiet_on_days_off = forms.BooleanField(
        label="Yên lặng cả những ngày nghỉ, theo lịch làm việc của thành phố", required=False
    )

    def __init__(self, hours: QuietHours, data: Any = None) -> None:
        known = ("starts", "ends", "is_quiet_on_days_off")
        super().__init__(data, initial={name: getattr(hours, name) for name in known})

    def wish(self) -> QuietHoursWish:
        return QuietHoursWish(**self.cleaned_data)
