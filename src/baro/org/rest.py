"""Units and oneself through the API."""

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Field, Router, Schema, Status
from ninja.pagination import paginate

from baro.kernel.rest.schemas import Given
from baro.org import queries
from baro.org.models import ApiToken, Person, Substitution, Unit
from baro.org.operations import end_substitution, give_substitution
from baro.org.powers import powers_of
from baro.org.requests import UserRequest
from baro.org.token_auth import TokenAuth

substitutions = Router(tags=["Thay khi đi vắng"], auth=TokenAuth(ApiToken.Scope.TASKS))
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


class SubstitutionOut(Schema):
    id: int
    giver: str = Field(alias="giver.code")
    substitute: str = Field(alias="substitute.code")
    valid_from: date
    last_day: date
    order_number: str
    reason: str


class SubstitutionIn(Given):
    """`giver`, `substitute`: mã người; bỏ `giver` là cho chính mình."""

    substitute: str = Field(max_length=32)
    valid_from: date
    last_day: date
    order_number: str = Field(max_length=60)
    giver: str = Field("", max_length=32)
    reason: str = Field("", max_length=500)


@substitutions.get(
    "", response=list[SubstitutionOut], auth=TokenAuth(ApiToken.Scope.READ), summary="Ai thay ai"
)
def substitution_list(request: UserRequest) -> QuerySet[Substitution]:
    """Những lần thay đang và sắp có hiệu lực mà tài khoản này giao hoặc nhận."""
    mine = Substitution.objects.about(request.user.person)
    return mine.filter(valid_to__gt=timezone.localdate()).select_related("giver", "substitute")


@substitutions.post("", response={201: SubstitutionOut}, summary="Cử người thay")
def substitution_giving(request: UserRequest, wanted: SubstitutionIn) -> Status[Substitution]:
    facts = wanted.dict()
    giver = _person(facts.pop("giver"), field="giver") or request.user.person
    substitute = _person(facts.pop("substitute"), field="substitute")
    if substitute is None:
        raise queries.NobodyWithThatCode("Hãy nêu mã người thay.", field="substitute")
    given = give_substitution(
        giver=giver, substitute=substitute, **facts, by=request.user, at=timezone.now()
    )
    return Status(201, given)


@substitutions.post("/{int:pk}/end", response=SubstitutionOut, summary="Kết thúc từ hôm nay")
def substitution_ending(request: UserRequest, pk: int) -> Substitution:
    given = get_object_or_404(Substitution, pk=pk)
    return end_substitution(given=given, by=request.user, at=timezone.now())


def _person(code: str, *, field: str) -> Person | None:
    if not code:
        return None
    person = Person.objects.filter(code=code).first()
    if person is None:
        raise queries.NobodyWithThatCode(f"Không có ai mang mã {code}.", field=field)
    return person


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
