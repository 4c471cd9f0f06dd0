"""The gallery: every component in every tone, with invented figures."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from baro.kernel.ui.pages import render_page

_TONES = (
    ("neutral", "Trung tính"),
    ("accent", "Nhấn"),
    ("issued", "Mới giao"),
    ("received", "Đang thực hiện"),
    ("delivered", "Chờ nghiệm thu"),
    ("returned", "Bị trả lại"),
    ("unclear", "Chờ làm rõ"),
    ("paused", "Tạm dừng"),
    ("done_on_time", "Hoàn thành đúng hạn"),
    ("done_late", "Hoàn thành quá hạn"),
    ("running_in_time", "Trong hạn"),
    ("running_overdue", "Quá hạn"),
    ("undated", "Không đặt hạn"),
    ("withdrawn", "Đã thu hồi"),
)


@dataclass(frozen=True)
class SampleTally:
    done_on_time: int
    done_late: int
    running_in_time: int
    running_overdue: int
    undated: int
    paused: int


class SampleForm(forms.Form):
    title = forms.CharField(
        label="Tên nhiệm vụ", max_length=120, help_text="Một câu, bắt đầu bằng động từ."
    )
    unit = forms.ChoiceField(
        label="Đơn vị chủ trì",
        choices=[("", "Chọn đơn vị"), ("SNV", "Sở Nội vụ"), ("STC", "Sở Tài chính")],
    )
    due = forms.DateField(label="Hạn hoàn thành", help_text="Ví dụ: 25/12/2026.")
    mode = forms.ChoiceField(
        label="Cách giao",
        choices=[("one", "Giao một đơn vị"), ("all", "Giao 126 xã, phường")],
        widget=forms.RadioSelect,
        initial="one",
    )
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea, required=False)
    urgent = forms.BooleanField(label="Việc khẩn", required=False)
    units = forms.MultipleChoiceField(label="Đơn vị phối hợp", required=False)
    file = forms.FileField(label="Tệp kèm theo", required=False)


@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    page = Paginator(range(24321), 50).get_page(request.GET.get("trang"))
    context = {
        "tones": _TONES,
        "form": SampleForm(),
        "wrong_form": SampleForm(
            {"title": "", "due": "30/02/2026", "mode": "one"}, auto_id="wrong_%s"
        ),
        "reason_form": SampleForm(auto_id="reason_%s"),
        "tally": SampleTally(18402, 2210, 2563, 728, 311, 107),
        "small": SampleTally(61, 7, 40, 18, 0, 0),
        "page": page,
        "entries": _entries(),
        "options": _CHART,
        "tiles": _TILES,
        "chart_rows": list(zip(_WEEKS, _DONE, _OVERDUE, strict=True)),
    }
    return render_page(request, "gallery.html", context)


def _entries() -> list[dict[str, Any]]:
    at = datetime(2026, 11, 20, 9, 5, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    return [
        {
            "text": "Văn phòng UBND thành phố trả lại sản phẩm.",
            "note": "Chưa có số liệu của 12 thôn; đề nghị bổ sung phụ lục 2.",
            "by": "Nguyễn Thị An",
            "at": at,
            "tone": "returned",
            "icon": "arrow-back-up",
        },
        {
            "text": "UBND phường Ba Đình nộp sản phẩm.",
            "by": "Trần Văn Bình",
            "at": at.replace(day=18),
            "tone": "delivered",
            "icon": "upload",
        },
        {
            "text": "Giao nhiệm vụ cho 126 xã, phường.",
            "by": "Lê Minh Châu",
            "at": at.replace(day=2),
            "tone": "issued",
        },
    ]


_WEEKS = ["T38", "T39", "T40", "T41", "T42", "T43", "T44", "T45", "T46", "T47"]
_DONE = [412, 430, 455, 391, 480, 502, 467, 515, 530, 498]
_OVERDUE = [902, 880, 861, 874, 840, 811, 790, 768, 741, 728]
_CHART: dict[str, Any] = {
    "xAxis": {"type": "category", "data": _WEEKS},
    "yAxis": {"type": "value"},
    "series": [
        {"type": "bar", "name": "Hoàn thành trong tuần", "data": _DONE, "tone": "done"},
        {"type": "line", "name": "Quá hạn cuối tuần", "data": _OVERDUE, "tone": "overdue"},
    ],
}
_TILES: list[dict[str, Any]] = [
    {"text": name, "tone": tone, "href": "#tile", "value": value, "note": note}
    for name, tone, value, note in (
        ("Ba Đình", "running_overdue", 4, "4 việc quá hạn"),
        ("Hoàn Kiếm", "done_on_time", 0, "không có việc quá hạn"),
        ("Cửa Nam", "running_in_time", 2, "2 việc sắp đến hạn"),
        ("Phú Thượng", "returned", 1, "1 sản phẩm bị trả lại"),
        ("Đông Anh", "running_overdue", 11, "11 việc quá hạn"),
        ("Yên Hòa", "paused", 1, "1 việc chờ làm rõ"),
        ("Quang Minh", "done_on_time", 0, "không có việc quá hạn"),
    )
]
