"""Roles: what each may do, in one table that an official can read."""

from collections.abc import Mapping
from enum import StrEnum

from django.db import models


class Permission(StrEnum):
    """One kind of act; a role lists several, over the subtree of a unit."""

    SEE = "see"
    REGISTER_DOCUMENT = "register_document"
    ISSUE_TASK = "issue_task"
    RECEIVE_TASK = "receive_task"
    ASSIGN_TASK = "assign_task"
    DELIVER_PRODUCT = "deliver_product"
    ACCEPT_PRODUCT = "accept_product"
    DECIDE_EXTENSION = "decide_extension"
    MANAGE_ORG = "manage_org"
    MANAGE_SYSTEM = "manage_system"


class Role(models.TextChoices):
    LEADER = "leader", "Lãnh đạo"
    OFFICE_SPECIALIST = "office_specialist", "Chuyên viên tổng hợp"
    UNIT_HEAD = "unit_head", "Người đứng đầu đơn vị"
    CIVIL_SERVANT = "civil_servant", "Công chức"
    CLERK = "clerk", "Văn thư"
    INSPECTOR = "inspector", "Kiểm tra, thanh tra"
    ORG_MANAGER = "org_manager", "Tổ chức cán bộ"
    SYSTEM_ADMIN = "system_admin", "Quản trị hệ thống"


_P = Permission
_HEAD = frozenset(
    {
        _P.SEE,
        _P.ISSUE_TASK,
        _P.RECEIVE_TASK,
        _P.ASSIGN_TASK,
        _P.DELIVER_PRODUCT,
        _P.ACCEPT_PRODUCT,
        _P.DECIDE_EXTENSION,
    }
)
PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.LEADER: _HEAD,
    Role.OFFICE_SPECIALIST: _HEAD | {_P.REGISTER_DOCUMENT},
    Role.UNIT_HEAD: _HEAD | {_P.REGISTER_DOCUMENT},
    Role.CIVIL_SERVANT: frozenset({_P.SEE}),
    Role.CLERK: frozenset({_P.SEE, _P.REGISTER_DOCUMENT}),
    Role.INSPECTOR: frozenset({_P.SEE}),
    Role.ORG_MANAGER: frozenset({_P.SEE, _P.MANAGE_ORG}),
    Role.SYSTEM_ADMIN: frozenset({_P.MANAGE_SYSTEM}),
}
