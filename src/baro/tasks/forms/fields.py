"""Fields that several task forms share."""

from datetime import date
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from baro.kernel.ui.day_fields import DayField
from baro.org import api as org
from baro.tasks.wording import why_no_new_deadline


def day_field(label: str, help_text: str = "", *, required: bool = True) -> DayField:
    """A day, with the sentence that asks for it."""
    asked = {"required": f"Hãy ghi {label[0].lower()}{label[1:]}."}
    return DayField(label=label, help_text=help_text, required=required, error_messages=asked)


def coming_day_field(label: str) -> DayField:
    """A new deadline: today or later."""
    field = day_field(label)
    field.validators.append(_require_to_come)
    return field


def _require_to_come(value: date) -> None:
    if why := why_no_new_deadline(value, today=timezone.localdate()):
        raise ValidationError(why)


def words(label: str, help_text: str = "", *, required: bool = True) -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": f"Hãy ghi {label[0].lower()}{label[1:]}."},
    )


def choice_field(form: forms.Form, name: str) -> "forms.ModelChoiceField[Any]":
    """The field whose choices depend on the task, for narrowing."""
    return cast("forms.ModelChoiceField[Any]", form.fields[name])


def divisions_of(unit: org.Unit) -> QuerySet[org.Unit]:
    """The units below one unit, to which it may hand work on."""
    return org.Unit.objects.within([unit.path]).living().exclude(pk=unit.pk)


if TYPE_CHECKING:
    _SeatChoice = forms.ModelChoiceField[org.Appointment]
else:
    _SeatChoice = forms.ModelChoiceField


class SeatField(_SeatChoice):
    """A person in a post: the same name may sit in two places."""

    def label_from_instance(self, obj: org.Appointment) -> str:
        return f"{obj.person} – {obj.post.title}, {obj.post.unit.short_name}"
