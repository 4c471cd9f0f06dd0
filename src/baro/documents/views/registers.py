"""The registers as a list."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from baro.documents import policies, queries
from baro.documents.forms import REGISTERS, DocumentFilterForm
from baro.documents.views.addresses import link, plain_query
from baro.kernel.ui.filters import day
from baro.kernel.ui.pages import render_page, wants_fragment
from baro.org import api as org

_ROWS = 30
_TABS = (("", "Tất cả"), ("den", "Văn bản đến"), ("di", "Văn bản đi"), ("noi-bo", "Nội bộ"))
_CHIPS = {
    "q": "Có từ",
    "loai": "Loại",
    "noi": "Cơ quan",
    "cua": "Sổ của",
    "bq": "Bảo quản",
    "tu": "Từ",
    "den": "Đến",
}


@require_GET
def document_list(request: org.UserRequest) -> HttpResponse:
    form = DocumentFilterForm(request.GET)
    wanted = form.wanted()
    query = plain_query(request)
    counts = queries.register_counts(request.user, wanted)
    page = _page(request, wanted, counts[wanted.register])
    context = {
        "form": form,
        "page": page,
        "names_register": len({document.owner_unit_id for document in page.object_list}) > 1,
        "query": query,
        "wanted": wanted,
        "shown": REGISTERS.get(query.get("so", "")),
        "tabs": _tabs(query, counts),
        "columns": _columns(query, wanted.order, is_incoming=query.get("so") == "den"),
        "chips": _chips(query, wanted, form),
        "as_fragment": wants_fragment(request),
        "can_write": policies.can_write_somewhere(request.user, on=timezone.localdate()),
        "can_register": policies.can_register_somewhere(request.user, on=timezone.localdate()),
        "can_see_taught": policies.can_see_taught(request.user, on=timezone.localdate()),
    }
    return render_page(
        request, "documents/document_list.html", context, fragment="documents/_document_rows.html"
    )


def _page(request: org.UserRequest, wanted: queries.DocumentFilter, total: int) -> Page[Any]:
    """Counted with the registers, found by key, then fetched: thirty rows and no more."""
    keys = Paginator(queries.keys_found(request.user, wanted), _ROWS)
    keys.count = total  # what Django would ask for once more
    page: Page[Any] = keys.get_page(request.GET.get("trang"))
    page.object_list = queries.documents_of(list(page.object_list))
    return page


def _tabs(query: Mapping[str, str], counts: Mapping[str, int]) -> list[dict[str, Any]]:
    here = query.get("so", "")
    return [
        {
            "text": text,
            "href": link(query, so=key, sap="", trang=""),
            "current": key == here,
            "count": counts[REGISTERS[key].value if key else ""],
        }
        for key, text in _TABS
    ]


def _columns(query: Mapping[str, str], order: str, *, is_incoming: bool) -> list[Any]:
    def sortable(text: str, key: str, css: str = "") -> dict[str, str]:
        falling = f"-{key}"
        found = {"text": text, "class": css}
        if order in {key, falling}:
            found["sort"] = "ascending" if order == key else "descending"
        found["href"] = link(query, sap=key if order == falling else falling, trang="")
        return found

    arrival = [sortable("Số đến", "den", "num")] if is_incoming else []
    return [
        *arrival,
        sortable("Số, ký hiệu", "so"),
        sortable("Ngày", "ngay", "min"),
        "Trích yếu",
        sortable("Cơ quan ban hành", "noi"),
        ("Điểm giao việc", "num"),
        *([] if is_incoming else [("Nơi nhận", "num")]),
    ]


def _chips(
    query: Mapping[str, str], wanted: queries.DocumentFilter, form: DocumentFilterForm
) -> list[dict[str, str]]:
    types = dict(form.fields["loai"].choices)  # type: ignore[attr-defined]
    kept = dict(form.fields["bq"].choices) if wanted.retention else {}  # type: ignore[attr-defined]
    shown = {
        "q": wanted.words,
        "loai": str(types.get(wanted.type, "")) if wanted.type else "",
        "noi": wanted.issuer,
        "cua": "Cơ quan tôi" if wanted.is_own else "",
        "bq": str(kept.get(wanted.retention, "")),
        "tu": day(wanted.issued_from) if wanted.issued_from else "",
        "den": day(wanted.issued_to) if wanted.issued_to else "",
    }
    return [
        {"label": _CHIPS[key], "value": value, "href": link(query, **{key: "", "trang": ""})}
        for key, value in shown.items()
        if value
    ]
