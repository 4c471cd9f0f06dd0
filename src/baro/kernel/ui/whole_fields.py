"""Text fields that let nobody's words be cut: too long is told in words, with the words kept.

A browser cuts a paste at `maxlength` without saying so; therefore no page carries that attribute.
"""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates

from baro.kernel.ui.filters import number


class LengthTold(MaxLengthValidator):
    """The limit of a field, refused with how long the text is and how much is too much."""

    def __call__(self, value: Any) -> None:
        limit = self.limit_value() if callable(self.limit_value) else self.limit_value
        if len(value) > limit:
            raise ValidationError(too_long(len(value), limit), code="max_length")


def too_long(length: int, limit: int) -> str:
    return (
        f"Nội dung dài {number(length)} ký tự, mức cho phép là {number(limit)} ký tự. "
        f"Ông/bà rút bớt ít nhất {number(length - limit)} ký tự; chữ đã nhập vẫn giữ nguyên."
    )


class WholeField(BoundField):
    """Any field of any form; one of text shows how much room is left, and takes in all the same."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        super().__init__(form, field, name)
        field.validators = [_told(each) for each in field.validators]

    def build_widget_attrs(
        self, attrs: dict[str, Any], widget: forms.Widget | None = None
    ) -> dict[str, Any]:
        built = super().build_widget_attrs(attrs, widget)
        if self.lost_files and not self.errors:
            # A fragment leaves the control in its place, and with it the file; a whole page cannot.
            return {**built, "hx-preserve": "true"}
        limit = getattr(self.field, "max_length", None)
        if limit is None or not isinstance(self.field, forms.CharField):
            return built
        counted = {} if self.is_hidden or not self.field.strip else {"data-longest": limit}
        return {**built, "maxlength": False, **counted}

    @property
    def lost_files(self) -> str:
        """The names of the files that came with a form that is sent back without them."""
        form = self.form
        if not isinstance(self.field, forms.FileField) or not (form.is_bound and form.errors):
            return ""
        return ", ".join(f"“{file.name}”" for file in form.files.getlist(self.html_name))

    @property
    def told_of_files(self) -> str:
        return f"Tệp {self.lost_files} không giữ lại được khi gửi chưa xong. Hãy chọn lại tệp này."


def _told(validator: Any) -> Any:
    is_plain = type(validator) is MaxLengthValidator
    return LengthTold(validator.limit_value) if is_plain else validator


class WholeForms(DjangoTemplates):
    """Named in the settings: every form of this process binds its fields this way."""

    bound_field_class = WholeField
