"""What is asked of a receiver of events."""

from typing import Any

from django import forms

from baro.kernel.webhooks.queries import event_groups


class WebhookForm(forms.Form):
    use_required_attribute = False

    name = forms.CharField(
        label="Hệ thống nhận",
        max_length=120,
        error_messages={"required": "Hãy ghi tên hệ thống nhận."},
    )
    url = forms.URLField(
        label="Địa chỉ nhận",
        max_length=500,
        assume_scheme="https",
        error_messages={
            "required": "Hãy ghi địa chỉ nhận.",
            "invalid": "Địa chỉ nhận có dạng https://he-thong.example/nhan",
        },
        help_text="Mỗi sự kiện được gửi đến đây bằng một lệnh POST có chữ ký.",
    )
    events = forms.MultipleChoiceField(
        label="Sự kiện được báo",
        error_messages={"required": "Hãy chọn ít nhất một sự kiện."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = event_groups()
        self.fields["events"].choices = [  # type: ignore[attr-defined]
            (group.name, group.events) for group in self.groups
        ]

    def clean_url(self) -> str:
        url: str = self.cleaned_data["url"]
        if not url.startswith(("http://", "https://")):
            raise forms.ValidationError("Chỉ gửi được đến địa chỉ http hoặc https.")
        return url
