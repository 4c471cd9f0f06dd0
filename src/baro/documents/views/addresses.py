"""Addresses of the list that keep its filter."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.urls import reverse

from baro.documents.models import Document

_KEPT = ("so", "q", "loai", "noi", "cua", "bq", "tu", "den", "sap")
_STEP, _REVIEW = "buoc", "3"


def plain_query(request: HttpRequest) -> dict[str, str]:
    """The parameters of the list that are filled in, each once."""
    return {key: value for key in _KEPT if (value := request.GET.get(key, "").strip())}


def link(query: Mapping[str, str], **changes: str) -> str:
    """The same list with some parameters changed; an empty value takes one away."""
    wanted = {key: value for key, value in {**query, **changes}.items() if value}
    return reverse("documents:document-list", query=wanted)


def review_of(document: Document) -> str:
    """The page of a document that was just registered: the third step stands on top of it."""
    return reverse("documents:document", args=[document.pk], query={_STEP: _REVIEW})


def is_at_review(request: HttpRequest) -> bool:
    return request.GET.get(_STEP) == _REVIEW
