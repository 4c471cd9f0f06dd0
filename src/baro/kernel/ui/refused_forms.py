"""A refusal told in the form that led to it, so that nothing typed is lost."""

from django import forms

from baro.kernel.errors import DomainError


def tell_refusal(form: forms.Form, refusal: DomainError) -> None:
    """Put the sentence at its field, or above the form when it speaks of no field of it."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, refusal.message)
