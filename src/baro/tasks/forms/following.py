"""Who follows a task up."""

from typing import Any, cast

from django import forms
from django.utils import timezone

from baro.org import api as org
from baro.tasks.forms.fields import SeatField, choice_field


class FollowedForm(forms.Form):
    """Who will follow the work up: somebody of the bodies that the user works for."""

    inspector = SeatField(
        label="Người theo dõi, kiểm tra",
        queryset=org.Appointment.objects.none(),
        empty_label=None,
        error_messages={"required": "Hãy chọn người theo dõi, kiểm tra."},
    )

    def __init__(self, *args: Any, user: org.User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        on = timezone.localdate()
        scopes = [post.scope_id for post in org.powers_of(user, on=on).posts]
        colleagues = org.Appointment.objects.live(on=on).filter(post__scope__in=scopes)
        field = choice_field(self, "inspector")
        field.queryset = colleagues.select_related("person", "post__unit").order_by(
            "person__sort_key"
        )
        field.initial = colleagues.filter(person=user.person_id).first()

    def inspector_post(self) -> org.Post:
        return cast("org.Appointment", self.cleaned_data["inspector"]).post
