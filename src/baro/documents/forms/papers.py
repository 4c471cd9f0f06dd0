"""What comes in at the door: a file or pasted text."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from baro.documents.operations import PaperTooLarge, refuse_large


class PaperForm(forms.Form):
    """A file wins over text, as the text may be a leftover of an earlier try."""

    file = forms.FileField(
        label="Tệp văn bản", required=False, allow_empty_file=True, max_length=300
    )
    text = forms.CharField(
        label="Nội dung văn bản",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )

    def clean_file(self) -> UploadedFile[bytes] | None:
        """Refuse by size before the bytes are read into memory."""
        upload: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if upload and upload.size:
            try:
                refuse_large(upload.size)
            except PaperTooLarge as refusal:
                raise ValidationError(refusal.message) from refusal
        return upload


class EnclosureForm(forms.Form):
    """Which of the files that came with a letter, counted from one."""

    number = forms.IntegerField(min_value=1, max_value=1000)
