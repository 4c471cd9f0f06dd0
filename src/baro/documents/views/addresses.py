"""Addresses of the list that keep its filter."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.urls import reverse

_KEPT = ("so", "q", "loai", "noi", "tu", "den", "sap")


def plain_query(request: HttpRequest) -> dict[str, str]:
    """The parameters of the list that are filled in, each once."""
    return {key: value for key in _KEPT if (value := request.GET.get(key, "").strip())}


def link(query: Mapping[str, str], **changes: str) -> str:
    """The same list with some parameters changed; an empty value takes one away."""
    wanted = {key: value for key, value in {**query, **changes}.items() if value}
    return reverse("documents:document-list", query=wanted)
