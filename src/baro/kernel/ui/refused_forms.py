"""A refusal told in the form that led to it, so that nothing typed is lost."""

from django import forms

from baro.kernel.errors import DomainError


def tell_refusal(form: forms.Form, refusal: DomainError) -> None:
    """Put the sentence at its field, or above the form when it speaks of no field of it."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, refusal.message)


def tell_lost_files(form: forms.Form) -> None:
    """Say at each field with a file that it must be chosen again: no browser sends it back."""
    for name in form.files:
        if name in form.fields:
            form.add_error(name, "Tệp không giữ lại được khi gửi chưa xong. Hãy chọn lại tệp này.")
