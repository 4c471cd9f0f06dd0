"""Nobody's words are cut: not by the browser, and not without a sentence by the server."""

import re
from pathlib import Path

import pytest
from django import forms
from django.forms.renderers import get_default_renderer
from django.template import engines
from django.test import Client

from baro.kernel.ui.whole_fields import WholeField

LONG = "rà soát " * 77  # 616 characters, the last of them a space that is not kept


class Form(forms.Form):
    title = forms.CharField(label="Nhiệm vụ", max_length=500)
    note = forms.CharField(label="Ghi chú", max_length=500, widget=forms.Textarea, required=False)
    query = forms.CharField(max_length=500, widget=forms.HiddenInput, required=False)


def _drawn(form: forms.Form, name: str) -> str:
    drawn = engines["jinja2"].from_string("{{ ui.field(form[name]) }}")
    return drawn.render({"form": form, "name": name})


@pytest.mark.parametrize("name", ["title", "note", "query"])
def test_no_field_lets_the_browser_cut_what_is_pasted(name: str) -> None:
    assert "maxlength" not in _drawn(Form(), name)


def test_a_field_tells_the_page_how_much_room_there_is() -> None:
    assert 'data-longest="500"' in _drawn(Form(), "title")
    assert "data-longest" not in _drawn(Form(), "query")


def test_too_long_a_text_is_told_by_its_length_and_comes_back_whole() -> None:
    form = Form({"title": LONG})
    told = (
        "Nội dung dài 615 ký tự, mức cho phép là 500 ký tự. "
        "Ông/bà rút bớt ít nhất 115 ký tự; chữ đã nhập vẫn giữ nguyên."
    )

    page = _drawn(form, "title")

    assert form.errors["title"] == [told]
    assert LONG in page


def test_a_text_of_just_the_length_is_taken() -> None:
    assert Form({"title": "a" * 500}).is_valid()


def test_every_form_of_the_house_is_drawn_this_way() -> None:
    assert get_default_renderer().bound_field_class is WholeField


def test_no_template_brings_the_attribute_back() -> None:
    cutting = [
        str(path)
        for path in Path("src/baro").rglob("*.html")
        if re.search(r"\bmaxlength\b", path.read_text(), re.IGNORECASE)
    ]

    assert cutting == []


@pytest.mark.django_db
def test_the_palette_says_what_it_does_not_ask(desk: Client) -> None:
    answer = desk.get("/tim/", {"q": LONG}).content.decode()

    assert "Chỉ tìm theo 100 ký tự đầu" in answer
    assert f'value="{LONG.strip()}"' in answer
