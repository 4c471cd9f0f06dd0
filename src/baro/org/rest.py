"""Units and oneself through the API."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.pagination import paginate

from baro.org import queries
from baro.org.models import ApiToken, Unit
from baro.org.powers import powers_of
from baro.org.requests import UserRequest
from baro.org.token_auth import TokenAuth

units = Router(tags=["Đơn vị"], auth=TokenAuth(ApiToken.Scope.READ))
me = Router(tags=["Tài khoản"], auth=TokenAuth(ApiToken.Scope.READ))


class UnitOut(Schema):
    code: str
    name: str
    short_name: str
    kind: str
    branch: str
    parent: str | None = Field(None, alias="parent.code")
    opened_on: date | None
    closed_on: date | None


class PostOut(Schema):
    title: str
    unit: str = Field(alias="unit.code")
    role: str


class MeOut(Schema):
    username: str
    full_name: str
    posts: list[PostOut]
    permissions: list[str]


@units.get("", response=list[UnitOut], summary="Danh sách đơn vị")
@paginate
def unit_list(request: UserRequest, kind: str = "", q: str = "") -> QuerySet[Unit]:
    found = Unit.objects.living().select_related("parent")
    if kind:
        found = found.filter(kind=kind)
    if q:
        codes, _ = queries.codes_named([q], on=timezone.localdate())
        found = found.filter(code__in=codes) | found.filter(name__icontains=q)
    return found


@units.get("/{code}", response=UnitOut, summary="Một đơn vị")
def unit(request: UserRequest, code: str) -> Unit:
    return get_object_or_404(Unit.objects.select_related("parent"), code=code)


@me.get("", response=MeOut, summary="Tài khoản đang dùng mã truy cập")
def own_account(request: UserRequest) -> dict[str, Any]:
    powers = powers_of(request.user, on=timezone.localdate())
    return {
        "username": request.user.username,
        "full_name": str(request.user),
        "posts": powers.posts,
        "permissions": sorted(powers.paths),
    }
