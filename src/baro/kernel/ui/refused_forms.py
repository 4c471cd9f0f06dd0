"""A refusal told in the form that led to it, so that nothing typed is lost."""

from django import forms

from baro.kernel.errors import DomainError


def tell_refusal(form: forms.Form, refusal: DomainError) -> None:
    """Put the sentence at its field, or above the form when it speaks of no field of it."""
    named = _field_of_file(form) if refusal.is_about_file else refusal.field
    form.add_error(named if named in form.fields else None, refusal.message)


def _field_of_file(form: forms.Form) -> str | None:
    return next((name for name in form.files if name in form.fields), None)
