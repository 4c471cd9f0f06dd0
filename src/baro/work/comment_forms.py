"""What is said about an item, as typed."""

from typing import Any

from django import forms

from baro.work.operations.comments import Attachment


class SeveralFiles(forms.ClearableFileInput):
    """A control that takes more than one file."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in given if one]


class CommentForm(forms.Form):
    """Words with the people who are meant by the names in them, and files."""

    use_required_attribute = False
    text = forms.CharField(
        label="Ý kiến",
        max_length=4000,
        help_text="Ai xem được nhiệm vụ này đều đọc được. Gõ @ để nhắc tên người cần trả lời.",
        widget=forms.Textarea(attrs={"rows": 3, "data-hotkey": "c", "aria-keyshortcuts": "c"}),
        error_messages={"required": "Hãy viết ý kiến trước khi gửi."},
    )
    attached = FilesField(label="Tệp kèm theo", required=False)
    meant = forms.TypedMultipleChoiceField(
        coerce=int, required=False, widget=forms.MultipleHiddenInput
    )

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        keys = [key for key in data.getlist("meant") if key.isdecimal()] if data else []
        self.fields["meant"].choices = [(key, key) for key in keys[:50]]  # type: ignore[attr-defined]

    def attachments(self) -> list[Attachment]:
        return [Attachment(file, file.name) for file in self.cleaned_data["attached"]]


class CommentEditForm(CommentForm):
    """The same words again; files stay as they are."""

    attached = None  # type: ignore[assignment]
