"""A Word file to be checked."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from baro.documents.operations import PaperTooLarge, refuse_large


class LayoutCheckForm(forms.Form):
    use_required_attribute = False

    file = forms.FileField(
        label="Tệp Word cần kiểm tra",
        allow_empty_file=True,
        max_length=300,
        error_messages={"required": "Chưa chọn tệp nào. Ông/bà chọn một tệp Word (.docx)."},
    )

    def clean_file(self) -> UploadedFile[bytes]:
        """Refuse by size before the bytes are read into memory."""
        upload: UploadedFile[bytes] = self.cleaned_data["file"]
        try:
            refuse_large(upload.size or 0)
        except PaperTooLarge as refusal:
            raise ValidationError(refusal.message) from refusal
        return upload
