"""Support screens: to look at, never to change; changes are operations."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from baro.kernel.models import AuditEvent, AuditSeal, CalendarOverride, RuleWindow, StoredFile
from baro.kernel.policies import can_manage_system


class ReadOnlyAdmin(admin.ModelAdmin):  # type: ignore[type-arg] # generic only in the stubs
    """The base of every support screen of the house."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return can_manage_system(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return can_manage_system(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(AuditEvent)
class AuditEventAdmin(ReadOnlyAdmin):
    list_display = ["at", "name", "target_label", "actor_label"]
    search_fields = ["name", "target_label", "actor_label"]
    show_full_result_count = False


@admin.register(AuditSeal)
class AuditSealAdmin(ReadOnlyAdmin):
    list_display = ["day", "event_count", "sha256"]


@admin.register(CalendarOverride)
class CalendarOverrideAdmin(ReadOnlyAdmin):
    list_display = ["day", "kind", "name", "legal_basis", "is_verified"]


@admin.register(RuleWindow)
class RuleWindowAdmin(ReadOnlyAdmin):
    list_display = ["rule", "value", "valid_from", "valid_to", "legal_basis", "is_verified"]
    list_select_related = ["rule"]


@admin.register(StoredFile)
class StoredFileAdmin(ReadOnlyAdmin):
    list_display = ["sha256", "media_type", "size", "stored_at"]
