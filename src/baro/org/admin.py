"""Support screens of units, posts, people and accounts."""

from django.contrib import admin

from baro.kernel.admin import ReadOnlyAdmin
from baro.org.models import (
    Appointment,
    ListImport,
    Person,
    Post,
    RoleGrant,
    Unit,
    UnitSuccession,
    UnitVersion,
    User,
)


@admin.register(Unit)
class UnitAdmin(ReadOnlyAdmin):
    list_display = ("code", "name", "kind", "branch", "parent", "opened_on", "closed_on")
    list_filter = ("kind", "branch")
    list_select_related = ("parent",)
    search_fields = ("code", "name")


@admin.register(UnitVersion)
class UnitVersionAdmin(ReadOnlyAdmin):
    list_display = ("code", "name", "parent", "valid_from", "valid_to", "legal_basis")
    list_select_related = ("parent",)
    search_fields = ("code", "name")


@admin.register(UnitSuccession)
class UnitSuccessionAdmin(ReadOnlyAdmin):
    list_display = ("predecessor", "successor", "on", "legal_basis")
    list_select_related = ("predecessor", "successor")


@admin.register(Post)
class PostAdmin(ReadOnlyAdmin):
    list_display = ("title", "unit", "code", "role", "scope", "oversees", "is_head")
    list_filter = ("role", "is_head")
    list_select_related = ("unit", "scope", "oversees")
    search_fields = ("title", "unit__name", "unit__code")


@admin.register(Person)
class PersonAdmin(ReadOnlyAdmin):
    list_display = ("code", "full_name", "is_invented")
    list_filter = ("is_invented",)
    search_fields = ("code", "full_name")


@admin.register(Appointment)
class AppointmentAdmin(ReadOnlyAdmin):
    list_display = ("person", "post", "nature", "valid_from", "valid_to", "order_number")
    list_filter = ("nature",)
    list_select_related = ("person", "post__unit")
    search_fields = ("person__full_name", "person__code", "order_number")


@admin.register(RoleGrant)
class RoleGrantAdmin(ReadOnlyAdmin):
    list_display = ("person", "role", "unit", "valid_from", "valid_to", "order_number")
    list_filter = ("role",)
    list_select_related = ("person", "unit")


@admin.register(ListImport)
class ListImportAdmin(ReadOnlyAdmin):
    list_display = ("file_name", "kind", "status", "uploaded_at", "uploaded_by", "applied_at")
    list_filter = ("kind", "status")
    list_select_related = ("uploaded_by__person",)


@admin.register(User)
class UserAdmin(ReadOnlyAdmin):
    """Never shows the password's hash."""

    list_display = ("username", "person", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff")
    list_select_related = ("person",)
    search_fields = ("username", "person__full_name")
    exclude = ("password", "groups", "user_permissions")
