from datetime import date

import pytest
from django import forms
from django.template import engines


class Form(forms.Form):
    due = forms.DateField(label="Hạn hoàn thành", help_text="Ví dụ: 25/12/2026.")
    mode = forms.ChoiceField(
        label="Cách giao", choices=[("one", "Một đơn vị")], widget=forms.RadioSelect
    )
    note = forms.CharField(label="Ghi chú", required=False)


def _render(source: str, form: Form) -> str:
    return engines["jinja2"].from_string(source).render({"form": form})


@pytest.mark.parametrize("typed", ["03/04/2026", "3/4/2026", "03-04-2026", "2026-04-03"])
def test_a_date_is_typed_day_first(typed: str) -> None:
    form = Form({"due": typed, "mode": "one"})

    assert form.is_valid()
    assert form.cleaned_data["due"] == date(2026, 4, 3)


def test_a_date_comes_back_as_it_is_typed() -> None:
    page = _render("{{ ui.field(form['due']) }}", Form(initial={"due": date(2026, 4, 3)}))

    assert 'value="03/04/2026"' in page


def test_a_date_that_does_not_exist_is_refused() -> None:
    assert not Form({"due": "30/02/2026", "mode": "one"}).is_valid()


def test_a_field_is_tied_to_its_help_and_its_error() -> None:
    page = _render("{{ ui.field(form['due']) }}", Form({"due": "30/02/2026"}))

    assert 'aria-describedby="id_due_helptext id_due_error"' in page
    assert 'id="id_due_helptext"' in page
    assert 'id="id_due_error"' in page
    assert 'aria-invalid="true"' in page


def test_what_need_not_be_filled_in_says_so() -> None:
    assert "không bắt buộc" in _render("{{ ui.field(form['note']) }}", Form())
    assert "không bắt buộc" not in _render("{{ ui.field(form['due']) }}", Form())


def test_what_must_be_filled_in_bears_a_star() -> None:
    needed = _render("{{ ui.field(form['due']) }}", Form())
    chosen = _render("{{ ui.field(form['mode']) }}", Form())
    free = _render("{{ ui.field(form['note']) }}", Form())

    assert 'title="Bắt buộc"' in needed
    assert 'aria-required="true"' in needed
    assert 'title="Bắt buộc"' in chosen
    assert "Bắt buộc" not in free
    assert "aria-required" not in free


def test_a_form_that_says_when_a_field_is_needed_keeps_the_star_alone() -> None:
    class Told(Form):
        says_what_is_needed = True

    assert 'title="Bắt buộc"' in _render("{{ ui.field(form['due']) }}", Told())
    assert "bắt buộc" not in _render("{{ ui.field(form['note']) }}", Told())


def test_the_summary_leads_to_each_field_that_is_wrong() -> None:
    page = _render("{{ ui.errors(form) }}", Form({"due": "", "mode": "one"}))

    assert '<a href="#id_due">Hạn hoàn thành</a>' in page
    assert "Cách giao" not in page


def test_a_choice_of_several_is_a_named_group() -> None:
    page = _render("{{ ui.field(form['mode']) }}", Form())

    assert "<fieldset" in page
    assert "<legend" in page
