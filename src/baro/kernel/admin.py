"""Support screens look and never touch: changes go through operations alone."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest


if TYPE_CHECKING:
    _Screen = admin.ModelAdmin[Any]
else:
    _Screen = admin.ModelAdmin  # cannot be subscripted while running


class ReadOnlyAdmin(_Screen):
    """Base of every support screen: staff may look at rows, nobody may change them here."""

    actions = None
    list_per_page = 50
    show_full_result_count = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return bool(request.user.is_active and getattr(request.user, "is_staff", False))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
